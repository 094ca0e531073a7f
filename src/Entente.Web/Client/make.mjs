// What the ordinary build runs when the page's sources are newer than dist/: packages where the lock file changed, types, the page.
// Exit status 3: the packages could not be had (no network). The program is built without its page then, and says so. Anything else but 0 is
// a mistake in the sources.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const at = (...names) => join(here, ...names);
const OLDEST = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
    console.log(`the page: Node ${process.versions.node} is too old; expected ${OLDEST} or newer`);
    process.exit(3);
}

// Two builds at once (an editor's and a shell's) take turns. A lock that is old was left behind.
const lock = at('.lock');
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
for (;;) {
    try {
        mkdirSync(lock);
        break;
    } catch {
        try {
            if (Date.now() - statSync(lock).mtimeMs > 180_000) rmdirSync(lock);
        } catch {
            // Gone in between.
        }
        wait(200);
    }
}
process.on('exit', () => {
    try {
        rmdirSync(lock);
    } catch {
        // Gone already.
    }
});

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const locked = createHash('sha256').update(readFileSync(at('package-lock.json'))).update(process.platform + process.arch).digest('hex');
const installed = at('node_modules', '.locked');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== locked) {
    const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1', '--loglevel=error'], { cwd: here, encoding: 'utf8', shell: process.platform === 'win32' });
    if (done.status !== 0) {
        console.log(`the page: its packages could not be installed: ${(done.stderr || done.error?.message || '').trim().split('\n').slice(-3).join(' ')}`);
        process.exit(3);
    }
    writeFileSync(installed, locked);
}

const run = (name, args) =>
    new Promise((resolve) => {
        const child = spawn(process.execPath, args, { cwd: here, stdio: ['ignore', 'pipe', 'pipe'] });
        let said = '';
        child.stdout.on('data', (data) => (said += data));
        child.stderr.on('data', (data) => (said += data));
        child.on('close', (status) => resolve({ name, status, said }));
    });
const types = JSON.parse(readFileSync(at('node_modules', 'typescript', 'package.json'), 'utf8')).bin.tsc;
// Types first: a page that is wrong must not take the place of the last one that was right, or the next build would take it for up to date.
for (const [name, args] of [
    ['types', [at('node_modules', 'typescript', types), '--noEmit', '--pretty', 'false']],
    ['bundle', [at('build.mjs'), '--quiet', ...process.argv.slice(2)]],
]) {
    const result = await run(name, args);
    // `file(line,column): error …` is how the build finds the place.
    const said = result.said.trim().replace(/^(source|tests)\//gm, `${at('$1/')}`);
    if (said) console.log(said);
    if (result.status !== 0) {
        process.exitCode = 1;
        break;
    }
}
