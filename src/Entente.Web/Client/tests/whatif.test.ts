import assert from 'node:assert/strict';
import test from 'node:test';
import { numbers, packed, read, unpacked, written } from '../source/views/whatif/address';
import type { Range } from '../source/views/whatif/model';
import { writeInto } from '../source/views/whatif/writing';

const range = (name: string, line: number): Range => ({ name, key: name.split('.').pop()!, about: '', low: 0, mode: 1, high: 2, unit: '', source: '', assumed: '', file: '', line });

test('what is set is the same after it was in an address', () => {
    const set = { 'shocks.1.export_control.share': 0.5, 'runs.a, b:c.x': 1e-9, 'ü%': -2 };
    assert.deepEqual(numbers(written(set)), set);
    assert.deepEqual(read(written({ A: 'JPN,KOR' })), { A: 'JPN,KOR' });
    assert.equal(written({}), null);
    assert.deepEqual(numbers('a:x,b,%:1,c:2'), { c: 2 });
});

test('a text is the same after it was in an address, and one that is too long or broken is none', async () => {
    const text = 'scenario: Türkiye\nbase: base-2021.yml\n'.repeat(50);
    const letters = await packed(text);
    assert.ok(letters && /^[\w-]+$/.test(letters));
    assert.equal(await unpacked(letters), text);
    let noise = '';
    for (let i = 0, x = 1; i < 20_000; i++) noise += String.fromCharCode(33 + ((x = (x * 48271) % 2147483647) % 90));
    assert.equal(await packed(noise), null);
    assert.equal(await unpacked('%%%'), null);
    assert.equal(await unpacked(letters.slice(0, 20)), null);
});

test('letters that unpack to more than a file may have are refused', async () => {
    const bomb = await packed('a'.repeat(600_000));
    assert.ok(bomb && bomb.length < 2000);
    assert.equal(await unpacked(bomb), null);
});

test('held numbers are written in place of their ranges, on one line or on three', () => {
    const text = ['shocks:', '  - tariff: {from: A, rate: {low: 0, mode: 1, high: 2}, assumed: x}', 'assumptions:', '  win:', "    meaning: 'chance'", '    low: 0', '    mode: 1', '    high: 2', "    author: 'E'", ''].join('\n');
    const ranges = [range('shocks.1.tariff.rate', 2), range('win', 5), range('base.sectors.x.elasticity', 9)];
    const result = writeInto(text, ranges, { 'shocks.1.tariff.rate': 0.5, win: 1.5, 'base.sectors.x.elasticity': 3 });
    assert.deepEqual(result.written.sort(), ['shocks.1.tariff.rate', 'win']);
    assert.equal(result.text, ['shocks:', '  - tariff: {from: A, rate: 0.5, assumed: x}', 'assumptions:', '  win:', "    meaning: 'chance'", '    value: 1.5', "    author: 'E'", ''].join('\n'));
});
