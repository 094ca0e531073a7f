// Runs tests/*.test.ts with Node's own runner: each is bundled first, so that tests import the sources as they are.
//   node test.mjs [PART-OF-A-NAME]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv[2] ?? '';
const tests = readdirSync(join(here, 'tests')).filter((name) => name.endsWith('.test.ts') && name.includes(wanted));
const out = join(here, '.tests');
rmSync(out, { recursive: true, force: true });
await build({
    absWorkingDir: here,
    entryPoints: tests.map((name) => join('tests', name)),
    outdir: out,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { DEVELOP: 'false' },
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
});
const files = tests.map((name) => join(out, name.replace(/\.ts$/, '.mjs')));
process.exit(spawnSync(process.execPath, ['--test', '--test-reporter=dot', ...files], { cwd: here, stdio: 'inherit' }).status ?? 1);
