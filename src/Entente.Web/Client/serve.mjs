// Serves dist/ alone, with the policy of the real server, to work on parts of the page before there is one. For development only.
//   node serve.mjs [PORT]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), 'dist');
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
