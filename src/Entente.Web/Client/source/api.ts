import { askSession, connection, lost, onRestart, session } from './connection';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { words } from './words/common';

/** What the server said was wrong, as it said it (RFC 9457): where, what was found, what was expected, what to do. */
export class ApiProblem extends Error {
    readonly title: string;
    constructor(
        readonly status: number,
        readonly body: {
            type?: string;
            title?: string;
            detail?: string;
            where?: string;
            found?: string;
            expected?: string;
            hint?: string;
            errors?: readonly unknown[];
            [more: string]: unknown;
        },
    ) {
        super(body.detail ?? body.title ?? words.problem.unknown(status));
        this.title = body.title ?? words.problem.title;
    }

    get detail(): string | undefined {
        return this.body.detail;
    }
    get where(): string | undefined {
        return this.body.where;
    }
    get found(): string | undefined {
        return this.body.found;
    }
    get expected(): string | undefined {
        return this.body.expected;
    }
    get hint(): string | undefined {
        return this.body.hint;
    }
}

/** Nobody answered at all. The banner says so; parts that show this keep what they had. */
export class ServerGone extends Error {
    constructor() {
        super(words.problem.gone);
    }
}

export interface Asking {
    signal?: AbortSignal;
    headers?: Record<string, string>;
}

/** True where the request was given up by us: nothing to show. */
export const abandoned = (problem: unknown): boolean => problem instanceof DOMException && problem.name === 'AbortError';

async function request(method: string, path: string, body: unknown, asking: Asking): Promise<Response> {
    const changes = method !== 'GET';
    for (let attempt = 0; ; attempt++) {
        const headers: Record<string, string> = { Accept: 'application/json', ...asking.headers };
        let payload: BodyInit | undefined;
        if (body instanceof Blob || body instanceof FormData || typeof body === 'string') payload = body;
        else if (body !== undefined) {
            payload = JSON.stringify(body);
            headers['Content-Type'] = 'application/json';
        }
        if (changes) {
            const token = session.get()?.token ?? (await askSession())?.token;
            if (token === undefined) throw new ServerGone();
            headers['X-Entente-Antiforgery'] = token;
        }
        let answer: Response;
        try {
            answer = await fetch(path, { method, headers, body: payload, signal: asking.signal, credentials: 'same-origin' });
        } catch (problem) {
            if (abandoned(problem)) throw problem;
            lost();
            throw new ServerGone();
        }
        if (connection.get() !== 'there') void askSession();
        if (answer.ok) return answer;
        const problem = await problemOf(answer);
        // The token is the server's, and a server that was started again has another one.
        const stale = changes && attempt === 0 && (answer.status === 400 || answer.status === 403) && problem.body.type?.endsWith('/problems/antiforgery');
        if (!stale) throw problem;
        if ((await askSession()) === null) throw new ServerGone();
    }
}

async function problemOf(answer: Response): Promise<ApiProblem> {
    try {
        if (/json/.test(answer.headers.get('Content-Type') ?? '')) return new ApiProblem(answer.status, (await answer.json()) as ApiProblem['body']);
    } catch {
        // Not what it said it was: the status says something still.
    }
    return new ApiProblem(answer.status, {});
}

async function read<T>(answer: Response): Promise<T> {
    const type = answer.headers.get('Content-Type') ?? '';
    if (answer.status === 204 || type === '') return undefined as T;
    return (/json/.test(type) ? await answer.json() : await answer.text()) as T;
}

/** Reads. The browser keeps answers and asks with their ETag. */
export async function get<T>(path: string, asking: Asking = {}): Promise<T> {
    return read<T>(await request('GET', path, undefined, asking));
}

/** Changes something. `body` is sent as JSON; a `File`, `Blob`, `FormData` or string as it is. */
export async function send<T = void>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, asking: Asking = {}): Promise<T> {
    return read<T>(await request(method, path, body, asking));
}

/** The answer itself, where headers matter (202 and Location of a job). */
export function raw(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, asking: Asking = {}): Promise<Response> {
    return request(method, path, body, asking);
}

/** A page of a list. */
export interface Page<T> {
    items: T[];
    next: string | null;
    total: number;
}

export interface Loaded<T> {
    data: T | undefined;
    problem: Error | undefined;
    /** While the first or another answer is awaited; `data` is the last one until then. */
    loading: boolean;
    reload(): void;
}

/**
 * What a path of the interface says, asked again when the path changes or the server was started again. Null asks nothing.
 * `ask` is how, and always the same. The last answer stays while another is awaited and when the server is gone, so that nothing a reader looks at disappears.
 */
export function useApi<T>(path: string | null, ask: (path: string, asking: Asking) => Promise<T> = get): Loaded<T> {
    const [state, setState] = useState<{ path: string | null; data?: T; problem?: Error; loading: boolean }>({ path: null, loading: path !== null });
    const [round, setRound] = useState(0);
    const last = useRef(path);
    last.current = path;
    useEffect(() => {
        if (path === null) {
            setState({ path: null, loading: false });
            return;
        }
        const stop = new AbortController();
        // What was said of another thing must not stand under this one's name; of the same thing asked otherwise it may, until the answer is there.
        const bare = (address: string | null) => address?.split('?')[0];
        setState((old) => ({ ...old, data: bare(old.path) === bare(path) ? old.data : undefined, problem: undefined, path, loading: true }));
        ask(path, { signal: stop.signal }).then(
            (data) => setState({ path, data, loading: false }),
            (problem: Error) => {
                if (abandoned(problem)) return;
                setState((old) => (problem instanceof ServerGone && old.data !== undefined ? { ...old, loading: false } : { path, problem, loading: false }));
            },
        );
        return () => stop.abort();
    }, [path, round]);
    const reload = useCallback(() => setRound((n) => n + 1), []);
    useEffect(() => onRestart(reload), [reload]);
    // Nobody was there when it was asked for: ask again as soon as somebody is.
    const unanswered = state.problem instanceof ServerGone;
    useEffect(() => (unanswered ? connection.watch((now) => now === 'there' && reload()) : undefined), [unanswered, reload]);
    // At the drawing in which the path changes, the effect has not run yet.
    const late = state.path !== path;
    const other = late && state.path?.split('?')[0] !== path?.split('?')[0];
    return { data: other ? undefined : state.data, problem: late ? undefined : state.problem, loading: path !== null && (late || state.loading), reload };
}
