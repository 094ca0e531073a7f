import { createStore } from './store';

/** What `/api/session` says of the server that the page talks to. */
export interface Session {
    token: string;
    version: string;
    /** Another value than before: the server was started again, and what it held in memory is gone. */
    startedAt: string;
    today: string;
}

export type Connection = 'unknown' | 'there' | 'gone';

export const connection = createStore<Connection>('unknown');
export const session = createStore<Session | null>(null);

const restarted = new Set<() => void>();

/** Called when the server is another one than before: what was asked of the old one has to be asked again. */
export function onRestart(again: () => void): () => void {
    restarted.add(again);
    return () => restarted.delete(again);
}

const POLL = 1500;
let timer = 0;
let asking: Promise<Session | null> | null = null;

/** Asks who is there. Null where nobody is. Several askers share one request. */
export function askSession(): Promise<Session | null> {
    asking ??= ask().finally(() => (asking = null));
    return asking;
}

async function ask(): Promise<Session | null> {
    try {
        const answer = await fetch('/api/session', { cache: 'no-store', headers: { Accept: 'application/json' } });
        if (!answer.ok) throw new Error(String(answer.status));
        const now = (await answer.json()) as Session;
        const before = session.get();
        session.set(now);
        connection.set('there');
        if (before && before.startedAt !== now.startedAt) for (const again of [...restarted]) again();
        return now;
    } catch {
        lost();
        return null;
    }
}

/** The server did not answer: say so, and look for it until it is back. What is on the page stays there. */
export function lost(): void {
    connection.set('gone');
    clearTimeout(timer);
    timer = window.setTimeout(() => void askSession(), POLL);
}

/** A reader who comes back to the window, or whose machine woke up, should not have to press anything. */
export function watchConnection(): void {
    addEventListener('online', () => void askSession());
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void askSession();
    });
    void askSession();
}
