import assert from 'node:assert/strict';
import test from 'node:test';
import { compareCells } from '../source/parts/DataTable';
import { csv, fileName } from '../source/parts/download';
import { iso3 } from '../source/parts/map/iso';
import { stepOf, stepsFor } from '../source/parts/map/steps';
import { stepFor } from '../source/parts/Slider';

test('a table is ordered by numbers as numbers, by words as people do, and what is missing comes last both ways', () => {
    const sort = (values: (string | number | null)[], down = false) => [...values].sort((a, b) => compareCells(a, b, down));
    assert.deepEqual(sort([10, null, 9, 100]), [9, 10, 100, null]);
    assert.deepEqual(sort([10, null, 9, 100], true), [100, 10, 9, null]);
    assert.deepEqual(sort(['c10', 'C9', 'b']), ['b', 'C9', 'c10']);
});

test('a table for other programs keeps commas, quotes and lines, and no cell is a formula', () => {
    assert.equal(csv(['a', 'b, c'], [[1, 'he said "no"'], [null, 'two\nlines'], [-3.5, '=HYPERLINK("x")']]), 'a,"b, c"\r\n1,"he said ""no"""\r\n,"two\nlines"\r\n-3.5,"\'=HYPERLINK(""x"")"\r\n');
});

test('a title becomes the name of a file', () => {
    assert.equal(fileName('Trade of Côte d’Ivoire, 2020–2023', 'csv'), 'trade-of-cote-divoire-20202023.csv');
    assert.equal(fileName('../../…', 'svg'), 'entente.svg');
});

test('a map has classes of about as many states each, and equal values never differ in colour', () => {
    const steps = stepsFor([1, 1, 1, 1, 2, 3, 4, 5, 6, 7], false);
    assert.equal(stepOf(1, steps), 'q1');
    assert.equal(new Set([1, 1, 1, 1].map((value) => stepOf(value, steps))).size, 1);
    assert.equal(stepOf(7, steps), 'q5');
    for (let i = 1; i < steps.length; i++) assert.ok(steps[i]!.from > steps[i - 1]!.to);
});

test('a map that goes both ways has losses in one colour and gains in the other', () => {
    const steps = stepsFor([-3, -2, -1, 0, 1, 2, 3], true);
    assert.deepEqual([-3, -1, 0, 3].map((value) => stepOf(value, steps)), ['n3', 'n1', 'p1', 'p3']);
    assert.deepEqual(stepsFor([-5], true).map((step) => step.name), ['n1']);
    assert.deepEqual(stepsFor([], true), []);
});

test('the shapes of the world are known by the codes of the record', () => {
    assert.equal(iso3('156', 'China'), 'CHN');
    assert.equal(iso3('8', 'Albania'), 'ALB');
    assert.equal(iso3(undefined, 'Kosovo'), 'XKX');
    assert.equal(iso3(undefined, 'Somaliland'), undefined);
});

test('a slider has about two hundred steps on round numbers', () => {
    assert.equal(stepFor(0, 1), 0.005);
    assert.equal(stepFor(0.1, 0.8), 0.002);
    assert.equal(stepFor(0, 200), 1);
    assert.equal(stepFor(5, 5), 1);
});
