import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/Button';
import { ProgressBar } from '../../parts/ProgressBar';
import { toast, toastProblem } from '../../parts/Toast';
import { cancelJob, followJob, JobCancelled, jobs, startJob } from '../../jobs';
import { createStore, useStore } from '../../store';
import { shelf as words } from '../../words/shelf';

/** The check that this page follows; kept beside the view, which may be left meanwhile. */
const following = createStore<string | null>(null);
/** Whoever stopped the check does not want it to begin again by itself. */
let stopped = false;
/** Checks that are over: a list that was asked for before may still name them. */
const over = new Set<string>();

async function follow(start: () => Promise<{ id: string; result: Promise<unknown> }>): Promise<void> {
    let id = '';
    try {
        const running = await start();
        id = running.id;
        following.set(id || null);
        await running.result;
    } catch (problem) {
        if (problem instanceof JobCancelled) {
            stopped = true;
            toast(words.stopped);
        } else toastProblem(problem);
    } finally {
        over.add(id);
        following.set(null);
    }
}

/** Texts that are not checked yet are checked in the background as soon as somebody looks at the shelf: how far it is, and how it is stopped. */
export function CheckProgress({ waiting, job, onProgress, onEnd }: { waiting: number; job: string | null; onProgress: () => void; onEnd: () => void }) {
    const mine = useStore(following);
    const all = useStore(jobs);
    const now = all.find((one) => one.id === mine);
    const begin = () => {
        stopped = false;
        void follow(() => startJob('/api/documents/check', undefined, words.checking));
    };
    useEffect(() => {
        if (mine !== null) return;
        const running = job?.split('/').pop();
        if (job !== null && running !== undefined && !over.has(running)) void follow(async () => followJob(job, words.checking));
        else if (waiting > 0 && !stopped) begin();
    }, [waiting > 0, job, mine]);
    // The list grows as the work goes on; it is asked for again now and then, and once at the end.
    const told = useRef<string | null>(null);
    useEffect(() => {
        if (mine !== null) {
            told.current = mine;
            const timer = window.setInterval(onProgress, 1500);
            return () => clearInterval(timer);
        }
        if (told.current !== null) {
            told.current = null;
            onEnd();
        }
        return undefined;
    }, [mine, onProgress, onEnd]);
    if (now)
        return (
            <div class="check-progress card">
                <div class="row spread">
                    <p>
                        {words.checking}
                        {now.message && <span class="faint"> · {now.message}</span>}
                    </p>
                    <Button small busy={now.cancelling} onClick={() => void cancelJob(now.id).catch(toastProblem)}>
                        {words.cancel}
                    </Button>
                </div>
                <ProgressBar value={now.progress} label={words.checking} />
            </div>
        );
    if (waiting > 0 && stopped)
        return (
            <div class="check-progress card row spread">
                <p>{words.waiting(waiting)}</p>
                <Button small onClick={begin}>
                    {words.check}
                </Button>
            </div>
        );
    return null;
}
