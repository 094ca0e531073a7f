import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? files(join(folder, one.name)) : [join(folder, one.name)]));
const read = (file: string) => readFileSync(file, 'utf8');
const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const source = files('source').filter((file) => !file.startsWith(join('source', 'views', 'parts')));
const styles = files('styles');

test('no file is longer than 400 lines', () => assert.deepEqual([...source, ...styles].filter((file) => read(file).split('\n').length > 401), []));

test('every English word of the page stands in source/words', () => {
    // What would be read out or shown: text between tags, and the attributes that are words.
    const between = />\s*([^<>{}()=;|&\n]*[A-Za-z]{2,}[^<>{}()=;|&\n]*)\s*<\//g;
    const attribute = /\s(?:aria-label|placeholder|title|label|alt|caption|summary|hint)="([^"]*[A-Za-z]{2,}[^"]*)"/g;
    const found = source
        .filter((file) => file.endsWith('.tsx'))
        .flatMap((file) => [between, attribute].flatMap((pattern) => [...code(file).matchAll(pattern)].map((match) => `${file}: ${match[1]!.trim()}`)));
    assert.deepEqual(found, []);
});

test('every token that a style asks for is one', () => {
    const all = styles.map((file) => [file, read(file)] as const);
    const known = new Set(all.flatMap(([, text]) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1])));
    // Set by script on the element itself.
    for (const file of source) for (const match of read(file).matchAll(/'(--[\w-]+)'/g)) known.add(match[1]);
    const asked = all.flatMap(([file, text]) => [...text.matchAll(/var\((--[\w-]+)\s*[,)]/g)].filter((match) => !known.has(match[1])).map((match) => `${file}: ${match[1]}`));
    assert.deepEqual(asked, []);
});

test('colours stand in tokens.css and in print.css, and nowhere else', () => {
    const found = styles
        .filter((file) => !/tokens\.css$|print\.css$/.test(file))
        .flatMap((file) => [...read(file).matchAll(/:\s[^;]*(#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\((?!0 0 0))[^;]*;/gi)].map((match) => `${file}${match[0]}`));
    assert.deepEqual(found, []);
});

test('a view keeps its rules to itself', () => {
    const strays = styles
        .filter((file) => file.includes('views'))
        .flatMap((file) => {
            // A view with much to say has several files: read.css, read-claim.css.
            const name = /(\w+)(?:-[\w-]+)?\.css$/.exec(file)![1]!;
            const text = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
            return [...text.matchAll(/(?:^|\})\s*([^@{}][^{}]*)\{/g)]
                .flatMap((match) => match[1]!.split(/,(?![^(]*\))/))
                .map((selector) => selector.trim())
                .filter((selector) => selector && !selector.startsWith('@') && !selector.includes(`.view-${name}`) && !/^(from|to|\d+%)$/.test(selector))
                .map((selector) => `${file}: ${selector}`);
        });
    assert.deepEqual(strays, []);
});
