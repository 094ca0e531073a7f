// Builds the page into dist/: split, minified, with hashed names, each file beside its gzip and brotli form, and an index.html that names them.
//   node build.mjs            for use
//   node build.mjs --develop  into dist.develop/: readable, with source maps and the page of all parts at /parts
// Fails where everything that a reader may ever load is more than LIMIT kilobytes gzipped.
import { build } from 'esbuild';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT = 600;
const here = dirname(fileURLToPath(import.meta.url));
const develop = process.argv.includes('--develop');
const folder = develop ? 'dist.develop' : 'dist';
const out = join(here, folder);
const fresh = join(here, `${folder}.next`);

const result = await build({
    absWorkingDir: here,
    entryPoints: { main: 'source/main.tsx', style: 'styles/index.css', theme: 'source/theme-first.ts' },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome123', 'firefox125', 'safari17.5'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: !develop,
    sourcemap: develop ? 'linked' : false,
    legalComments: 'none',
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    loader: { '.svg': 'file', '.topo.json': 'json' },
    define: { DEVELOP: String(develop) },
    metafile: true,
    write: false,
    logLevel: 'warning',
});

/** The file an entry point became, as the page asks for it. */
const outputs = result.metafile.outputs;
const built = (source, extension) => {
    const [name] = Object.entries(outputs).find(([file, about]) => about.entryPoint === source && file.endsWith(extension));
    return name.slice(folder.length);
};
const main = built('source/main.tsx', '.js');

/** What the first view needs is asked for at once, not file after file as imports are read. */
const first = new Set();
const follow = (file) => {
    if (first.has(file)) return;
    first.add(file);
    for (const one of outputs[file]?.imports ?? []) if (one.kind === 'import-statement') follow(one.path);
};
follow(folder + main);

const index = (await readFile(join(here, 'source/index.html'), 'utf8'))
    .replace('{theme}', built('source/theme-first.ts', '.js'))
    .replace('{style}', built('styles/index.css', '.css'))
    .replace('{main}', main)
    .replace(
        '{preload}',
        [...first]
            .map((file) => file.slice(folder.length))
            .filter((file) => file !== main)
            .map((file) => `<link rel="modulepreload" href="${file}">`)
            .join('\n        '),
    );

// The old page stays whole until the new one is: a server may be reading it.
await rm(fresh, { recursive: true, force: true });
await mkdir(join(fresh, 'assets'), { recursive: true });
const files = [
    ...result.outputFiles.map((file) => ({ name: file.path.slice(out.length + 1), bytes: file.contents })),
    { name: 'index.html', bytes: Buffer.from(index) },
    { name: 'icon.svg', bytes: await readFile(join(here, 'source/icon.svg')) },
];
const sizes = [];
for (const file of files) {
    const path = join(fresh, file.name);
    await writeFile(path, file.bytes);
    if (file.name.endsWith('.map')) continue;
    const gzip = gzipSync(file.bytes, { level: 9 });
    const brotli = brotliCompressSync(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: develop ? 4 : 11 } });
    await writeFile(path + '.gz', gzip);
    await writeFile(path + '.br', brotli);
    const atFirst = first.has(`${folder}/${file.name}`) || !file.name.endsWith('.js') || file.name.includes('/theme-');
    sizes.push({ name: file.name, raw: file.bytes.length, gzip: gzip.length, brotli: brotli.length, atFirst });
}
await rm(out, { recursive: true, force: true });
await rename(fresh, out);

const kilobytes = (bytes) => (bytes / 1024).toFixed(1).padStart(8);
sizes.sort((a, b) => b.gzip - a.gzip);
if (!process.argv.includes('--quiet')) {
    console.log('      raw     gzip   brotli  KB');
    for (const one of sizes)
        console.log(`${kilobytes(one.raw)} ${kilobytes(one.gzip)} ${kilobytes(one.brotli)}  ${one.name}${one.atFirst ? '  (first view)' : ''}`);
}
const sum = (some) => some.reduce((all, one) => all + one.gzip, 0) / 1024;
const total = sum(sizes);
console.log(`the page: ${total.toFixed(0)} KB gzipped, of which ${sum(sizes.filter((one) => one.atFirst)).toFixed(0)} KB before the first view`);
if (total > LIMIT && !develop) {
    console.error(`error: the page is ${total.toFixed(0)} KB gzipped; expected at most ${LIMIT} KB. See what grew: node build.mjs`);
    process.exit(1);
}
