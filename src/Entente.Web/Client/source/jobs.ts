import { ApiProblem, get, raw, send, ServerGone } from './api';
import { createStore } from './store';
import { announce } from './parts/Announcer';
import { words } from './words/common';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** What `/api/jobs/{id}` says. */
export interface JobStatus {
    id: string;
    state: JobState;
    /** From 0 to 1; null where nobody can tell. */
    progress: number | null;
    message: string | null;
    problem?: ApiProblem['body'] | null;
    /** What sort of work: `import`, `whatif`, `check`. */
    kind?: string;
    title?: string;
    /** The address of what it made, where it made something. */
    location?: string;
}

/** A piece of long work as the tray shows it. */
export interface Job extends JobStatus {
    title: string;
    cancelling?: boolean;
}

/** All long work that this page started and has not put away, oldest first. */
export const jobs = createStore<readonly Job[]>([]);

export class JobCancelled extends Error {
    constructor() {
        super(words.jobs.cancelled);
    }
}

export interface Running<T> {
    id: string;
    /** What `/api/jobs/{id}/result` says in the end. Fails with `JobCancelled`, `ApiProblem` or `ServerGone`. */
    result: Promise<T>;
    cancel(): Promise<void>;
}

const settled = (state: JobState) => state === 'done' || state === 'failed' || state === 'cancelled';
const POLL = 700;
/** A browser keeps six connections to a server: streams must leave some for everything else. */
const STREAMS = 3;
let streams = 0;
/** What is finished says so for a moment and goes; what failed stays until it is put away. */
const LINGER = 4000;

/**
 * Starts long work (`POST` or `PUT` with 202 and a Location) and shows it in the tray. Where the server answered at once (200), the
 * answer is the result and no job is shown.
 */
export async function startJob<T>(path: string, body: unknown, title: string, method: 'POST' | 'PUT' | 'DELETE' = 'POST'): Promise<Running<T>> {
    const answer = await raw(method, path, body);
    const where = answer.headers.get('Location');
    if (answer.status !== 202 || where === null) {
        const result = (answer.status === 204 ? undefined : await answer.json()) as T;
        return { id: '', result: Promise.resolve(result), cancel: async () => {} };
    }
    return followJob<T>(new URL(where, location.href).pathname, title);
}

/** Follows a job that is known by its address, for instance one found running after the page was loaded again. */
export function followJob<T>(where: string, title: string): Running<T> {
    const id = decodeURIComponent(where.split('/').pop() ?? '');
    put({ id, title, state: 'queued', progress: null, message: null });
    announce(words.jobs.started(title));
    const result = follow<T>(where, id, title);
    // Whoever awaits it handles it; the tray shows it to everyone else.
    result.catch(() => {});
    return { id, result, cancel: () => cancelJob(id) };
}

/** Work that runs already, started before the page was loaded again or in another window: it is shown here too. */
export async function rejoinJobs(): Promise<void> {
    try {
        const running = (await get<{ items: JobStatus[] }>('/api/jobs')).items.filter((job) => !settled(job.state));
        for (const job of running) if (!jobs.get().some((known) => known.id === job.id)) followJob(`/api/jobs/${job.id}`, job.title ?? job.id);
    } catch {
        // Nobody is there, which the banner says.
    }
}

export async function cancelJob(id: string): Promise<void> {
    change(id, { cancelling: true });
    try {
        await send('DELETE', `/api/jobs/${encodeURIComponent(id)}`);
    } catch (problem) {
        change(id, { cancelling: false });
        // It was over already: its last event says how.
        if (!(problem instanceof ApiProblem && (problem.status === 404 || problem.status === 409))) throw problem;
    }
}

export function putAway(id: string): void {
    jobs.set((all) => all.filter((job) => job.id !== id));
}

function put(job: Job): void {
    jobs.set((all) => [...all.filter((one) => one.id !== job.id), job]);
}

function change(id: string, to: Partial<Job>): void {
    jobs.set((all) => all.map((job) => (job.id === id ? { ...job, ...to } : job)));
}

async function follow<T>(where: string, id: string, title: string): Promise<T> {
    let last: JobStatus;
    try {
        last = await untilSettled(where, (status) => change(id, status));
    } catch (problem) {
        // A server that was started again knows nothing of it.
        const lost = problem instanceof ApiProblem && problem.status === 404;
        const body = lost ? { title: words.jobs.lost, detail: words.jobs.lostDetail } : problem instanceof ApiProblem ? problem.body : { title: words.problem.gone };
        change(id, { state: 'failed', problem: body, message: body.detail ?? body.title ?? null });
        announce(words.jobs.failed(title), 'assertive');
        throw problem;
    }
    if (last.state === 'cancelled') {
        announce(words.jobs.wasCancelled(title));
        window.setTimeout(() => putAway(id), LINGER);
        throw new JobCancelled();
    }
    if (last.state === 'failed') {
        announce(words.jobs.failed(title), 'assertive');
        throw new ApiProblem(500, last.problem ?? { title: words.jobs.failed(title), detail: last.message ?? undefined });
    }
    const result = await get<T>(`${where}/result`);
    announce(words.jobs.done(title));
    window.setTimeout(() => putAway(id), LINGER);
    return result;
}

/** By server-sent events; where these break, by asking again and again until the server is back or has forgotten the job. */
function untilSettled(where: string, seen: (status: JobStatus) => void): Promise<JobStatus> {
    return new Promise((resolve, reject) => {
        let over = false;
        let events: EventSource | null = null;
        const close = () => {
            if (events === null) return;
            events.close();
            events = null;
            streams--;
        };
        const finish = (how: () => void) => {
            if (over) return;
            over = true;
            close();
            how();
        };
        const take = (status: JobStatus) => {
            if (over) return;
            seen(status);
            if (settled(status.state)) finish(() => resolve(status));
        };
        const heard = (event: Event) => {
            try {
                take(JSON.parse((event as MessageEvent<string>).data) as JobStatus);
            } catch {
                // A line that is no status: a beat that keeps the connection open.
            }
        };
        const poll = async () => {
            while (!over) {
                try {
                    take(await get<JobStatus>(where));
                } catch (problem) {
                    if (!(problem instanceof ServerGone)) return finish(() => reject(problem as Error));
                }
                await new Promise((later) => setTimeout(later, POLL));
            }
        };
        if (streams >= STREAMS) return void poll();
        streams++;
        events = new EventSource(`${where}/events`);
        events.addEventListener('job', heard);
        events.onerror = () => {
            close();
            if (!over) void poll();
        };
    });
}
