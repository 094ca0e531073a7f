// Serves the page alone, with the policy of the real server: the development build where there is one, else dist/. For development only.
//   node serve.mjs [PORT]
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const dist = [join(here, 'dist.develop'), join(here, 'dist')].find(existsSync);
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.map': 'application/json' };
const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const started = new Date().toISOString();

createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    const send = (status, type, body) => {
        response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' });
        response.end(body);
    };
    if (path === '/api/session')
        return send(200, 'application/json', JSON.stringify({ token: 'development', version: '0.1.0', startedAt: started, pageBuilt: true, today: started.slice(0, 10) }));
    if (path === '/api/jobs') return send(200, 'application/json', '{"items":[],"next":null,"total":0}');
    if (path.startsWith('/api/'))
        return send(404, 'application/problem+json', JSON.stringify({ title: 'Not found', status: 404, detail: `There is no ${path} on the development server.` }));
    for (const name of [path, '/index.html']) {
        try {
            return send(200, types[extname(name)] ?? 'application/octet-stream', await readFile(join(dist, name)));
        } catch {
            if (path.startsWith('/assets/')) break;
        }
    }
    send(404, 'text/plain', 'not found');
}).listen(Number(process.argv[2] ?? 5173), '127.0.0.1', function () {
    console.log(`http://127.0.0.1:${this.address().port}/`);
});
