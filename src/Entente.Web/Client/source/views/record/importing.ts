import { raw } from '../../api';
import { followJob, JobCancelled } from '../../jobs';
import { createStore } from '../../store';
import { record as words } from '../../words/record';
import type { Imported } from './types';

/** The import that this window began last. It goes on, and is found again, when the reader leaves the view. */
export interface Importing {
    dataset: string;
    state: 'sending' | 'running' | 'done' | 'cancelled' | 'failed';
    job?: string;
    result?: Imported;
    problem?: unknown;
    cancel?: () => void;
}

export const importing = createStore<Importing | null>(null);

export const forget = (): void => {
    const now = importing.get();
    if (now && now.state !== 'sending' && now.state !== 'running') importing.set(null);
};

/** Sends the form and follows the work. Cancelling while it is sent ends the request; later, the job. */
export async function begin(dataset: string, form: FormData): Promise<void> {
    const stop = new AbortController();
    importing.set({ dataset, state: 'sending', cancel: () => stop.abort() });
    try {
        const answer = await raw('POST', '/api/record/imports', form, { signal: stop.signal });
        const job = followJob<Imported>(new URL(answer.headers.get('Location')!, location.href).pathname, words.import.job(dataset));
        importing.set({ dataset, state: 'running', job: job.id, cancel: () => void job.cancel() });
        const result = await job.result;
        importing.set({ dataset, state: 'done', result });
    } catch (problem) {
        const cancelled = problem instanceof JobCancelled || stop.signal.aborted;
        importing.set({ dataset, state: cancelled ? 'cancelled' : 'failed', problem: cancelled ? undefined : problem });
    }
}
