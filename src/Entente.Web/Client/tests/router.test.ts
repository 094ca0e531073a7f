import assert from 'node:assert/strict';
import test from 'node:test';
import './window';
import { address, flag, list, number, oneOf, text } from '../source/router';

test('an address escapes what stands in it and leaves out what is empty', () => {
    assert.equal(address(['pair', 'CHN', 'RUS'], { from: 1990, with: null, q: '' }), '/pair/CHN/RUS?from=1990');
    assert.equal(address(['read', 'a/b #1'], { claim: 'c7' }, 'top'), '/read/a%2Fb%20%231?claim=c7#top');
});

test('what cannot be read from the address is the default, and the default is not written', () => {
    const year = number(2000);
    assert.equal(year.read('1990'), 1990);
    assert.equal(year.read('soon'), 2000);
    assert.equal(year.read(''), 2000);
    assert.equal(year.write(2000), null);
    const tab = oneOf(['all', 'open'] as const, 'all');
    assert.equal(tab.read('open'), 'open');
    assert.equal(tab.read('<script>'), 'all');
    assert.equal(tab.write('all'), null);
    assert.equal(text().write(''), null);
    assert.equal(flag.read('1'), true);
    assert.deepEqual(list.read('a,,b'), ['a', 'b']);
    assert.equal(list.write([]), null);
});
