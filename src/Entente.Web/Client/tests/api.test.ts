import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import './window';
import { ApiProblem, get, send, ServerGone } from '../source/api';
import { connection, session } from '../source/connection';

interface Asked {
    method: string;
    path: string;
    token: string | null;
    body: unknown;
}

let asked: Asked[] = [];
let token = 'first';
let startedAt = '2026-11-22T10:00:00Z';
let there = true;

const json = (status: number, body: unknown, type = 'application/json') => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });

/** A server that knows one token at a time. */
globalThis.fetch = async (path, options = {}) => {
    if (!there) throw new TypeError('nobody is there');
    if (path === '/api/session') return json(200, { token, startedAt, version: '1', today: '2026-11-22' });
    const headers = new Headers(options.headers);
    const one = { method: options.method ?? 'GET', path: String(path), token: headers.get('X-Entente-Antiforgery'), body: options.body };
    asked.push(one);
    if (one.method !== 'GET' && one.token !== token) return json(400, { type: '/problems/antiforgery', title: 'No' }, 'application/problem+json');
    if (one.path === '/api/wrong')
        return json(400, { type: '/problems/input', title: 'Wrong', detail: 'it is', where: 'line 1', found: 'x', expected: 'y', hint: 'z' }, 'application/problem+json');
    if (one.path === '/api/broken') return new Response('<html>', { status: 502, headers: { 'Content-Type': 'text/html' } });
    return one.path === '/api/nothing' ? new Response(null, { status: 204 }) : json(200, { ok: one.path });
};

beforeEach(() => {
    asked = [];
    token = 'first';
    there = true;
    session.set(null);
    connection.set('unknown');
});

test('a read needs no token, a change has one', async () => {
    assert.deepEqual(await get('/api/a'), { ok: '/api/a' });
    assert.deepEqual(await send('POST', '/api/b', { x: 1 }), { ok: '/api/b' });
    assert.deepEqual(asked.map((one) => one.token), [null, 'first']);
    assert.equal(asked[1]!.body, '{"x":1}');
    assert.equal(await send('DELETE', '/api/nothing'), undefined);
});

test('after a restart the token is fetched again and the change is sent once more', async () => {
    await send('POST', '/api/a');
    token = 'second';
    startedAt = '2026-11-22T11:00:00Z';
    assert.deepEqual(await send('PUT', '/api/b', {}), { ok: '/api/b' });
    assert.deepEqual(asked.map((one) => one.token), ['first', 'first', 'second']);
});

test('a problem says where, what was found, what was expected and what to do, and is not tried again', async () => {
    await send('POST', '/api/a');
    await assert.rejects(send('POST', '/api/wrong', {}), (problem: ApiProblem) => {
        assert.ok(problem instanceof ApiProblem);
        assert.deepEqual([problem.status, problem.title, problem.where, problem.found, problem.expected, problem.hint], [400, 'Wrong', 'line 1', 'x', 'y', 'z']);
        return true;
    });
    assert.equal(asked.length, 2);
});

test('an answer that explains nothing is a problem with its status', () =>
    assert.rejects(get('/api/broken'), (problem: ApiProblem) => problem.status === 502 && problem.message.includes('502')));

test('a token that is refused twice is a problem, not a circle', async () => {
    await get('/api/a');
    session.set({ token: 'stale', startedAt, version: '1', today: '2026-11-22' });
    const real = globalThis.fetch;
    globalThis.fetch = async (path, options) => (path === '/api/session' ? json(200, { token: 'stale', startedAt, version: '1', today: '' }) : real(path, options));
    await assert.rejects(send('POST', '/api/b'), ApiProblem);
    globalThis.fetch = real;
    assert.equal(asked.length, 3);
});

test('where nobody is there, that is what is said, and the page knows', async () => {
    there = false;
    await assert.rejects(get('/api/a'), ServerGone);
    assert.equal(connection.get(), 'gone');
    await assert.rejects(send('POST', '/api/a'), ServerGone);
    there = true;
    session.set({ token, startedAt, version: '1', today: '' });
    await get('/api/a');
});
