import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

/** The tokens of styles/tokens.css: name → [light, dark]. */
const tokens = new Map<string, readonly [string, string]>();
for (const [, name, light, dark] of readFileSync('styles/tokens.css', 'utf8').matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g))
    tokens.set(name!, [light!, dark!]);

const channel = (hex: string, at: number) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** WCAG's contrast of two colours. */
function contrast(a: string, b: string): number {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (high + 0.05) / (low + 0.05);
}

const surfaces = ['bg', 'panel', 'raised', 'hover', 'selected'];
const verdicts = ['supported', 'close', 'contradicted', 'disputed', 'inconsistent', 'open', 'judgement', 'cannot-tell'];
const words = ['ink', 'soft', 'faint', 'link', 'danger', 'warn', 'good', ...verdicts];
const series = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];

const pairs: [string, string, number][] = [
    ...words.flatMap((word) => surfaces.map((surface): [string, string, number] => [word, surface, 4.5])),
    ['on-accent', 'accent', 4.5],
    ['on-accent', 'accent-strong', 4.5],
    ['on-danger', 'danger', 4.5],
    ...['few', 'some', 'most', 'all'].map((step): [string, string, number] => [`on-heat-${step}`, `heat-${step}`, 4.5]),
    ...['bg', 'panel', 'raised'].flatMap((surface) => ['edge', 'accent', ...series].map((mark): [string, string, number] => [mark, surface, 3])),
];

test('the colours were found', () => assert.ok(tokens.size > 30, `${tokens.size}`));

for (const [theme, i] of [['light', 0], ['dark', 1]] as const)
    test(`every pair of colours that meets can be read in the ${theme} theme`, () => {
        const poor = pairs
            .map(([front, back, least]) => ({ front, back, least, is: contrast(tokens.get(front)![i], tokens.get(back)![i]) }))
            .filter((pair) => pair.is < pair.least)
            .map((pair) => `${pair.front} on ${pair.back}: ${pair.is.toFixed(2)}, expected ${pair.least}`);
        assert.deepEqual(poor, []);
    });

test('the contrast is that of the recommendation', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});
