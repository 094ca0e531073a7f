import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { abandoned, send } from '../../api';
import { JobCancelled, startJob, type Running } from '../../jobs';
import { announce } from '../../parts/Announcer';
import { toast, toastProblem } from '../../parts/Toast';
import { whatif as words } from '../../words/whatif';
import { type Asked, body, type Keys, type Run } from './model';

/** A slider that moves asks when it rests for so long. */
const REST = 250;
/** A screen reader is told when nothing has changed for so long. */
const CALM = 1200;

export interface Shown {
    run: Run;
    /** The job whose report can be fetched; null for what was worked out at once. */
    job: string | null;
    /** What it answers: compared with what is asked now. */
    of: string;
}

export interface Running_ {
    shown: Shown | null;
    /** The question has changed since. */
    stale: boolean;
    working: boolean;
    problem: unknown;
    full: Running<Run> | null;
    runFull(draws: number, sensitivity: boolean, keys?: Keys | null): void;
}

/** What the question means now: at once and by few draws, or, when asked for, in full as a job. */
export function useRun(asked: Asked | null, title: string, wait: boolean): Running_ {
    const [shown, setShown] = useState<Shown | null>(null);
    const [problem, setProblem] = useState<unknown>(null);
    const [working, setWorking] = useState(false);
    const [full, setFull] = useState<Running<Run> | null>(null);
    const now = asked ? JSON.stringify(body(asked)) : '';
    const latest = useRef({ now, asked });
    latest.current = { now, asked };
    const have = shown?.of === now;
    // What is being run in full is not run by the way, too: whichever came last would be shown.
    const fullOf = useRef<string | null>(null);
    const [given, setGiven] = useState(0);

    useEffect(() => {
        if (!asked || wait || have || fullOf.current === now) return;
        const stop = new AbortController();
        const timer = setTimeout(
            () => {
                setWorking(true);
                send<Run>('POST', '/api/whatif/preview', body(asked), { signal: stop.signal }).then(
                    (run) => {
                        setWorking(false);
                        if (fullOf.current === now) return;
                        setShown({ run, job: null, of: now });
                        setProblem(null);
                    },
                    (failure: unknown) => {
                        if (abandoned(failure)) return;
                        setProblem(failure);
                        setWorking(false);
                    },
                );
            },
            shown || problem ? REST : 0,
        );
        return () => {
            clearTimeout(timer);
            stop.abort();
            setWorking(false);
        };
    }, [now, wait, given]);

    // Once all is quiet, not at every step of a slider.
    const told = useRef<string | null>(null);
    useEffect(() => {
        if (!shown || working) return;
        const timer = setTimeout(() => {
            if (told.current !== null && told.current !== shown.of) announce(words.said(summary(shown.run)));
            told.current = shown.of;
        }, CALM);
        return () => clearTimeout(timer);
    }, [shown, working]);

    const runFull = useCallback(
        (draws: number, sensitivity: boolean, keys: Keys | null = null) => {
            const { asked: question, now: of } = latest.current;
            if (!question) return;
            fullOf.current = of;
            void (async () => {
                try {
                    const running = await startJob<Run>('/api/whatif/runs', body(question, { draws, sensitivity, keys: keys ?? undefined }), words.runTitle(title));
                    setFull(running);
                    const run = await running.result;
                    // Whoever has moved on is shown what is asked now.
                    if (latest.current.now === of) {
                        setShown({ run, job: running.id, of });
                        setProblem(null);
                    }
                } catch (failure) {
                    if (failure instanceof JobCancelled) toast(words.cancelled);
                    else toastProblem(failure);
                    // In its place what can be had at once.
                    if (fullOf.current === of) fullOf.current = null;
                    setGiven((n) => n + 1);
                } finally {
                    if (fullOf.current === of) fullOf.current = null;
                    setFull(null);
                }
            })();
        },
        [title],
    );
    return { shown, stale: shown !== null && !have, working, problem: have ? null : problem, full, runFull };
}

function summary(run: Run): string {
    if (!run.converged) return words.notConverged;
    const first = run.breaks[0];
    return first ? `${first.about}: ${first.says}` : '';
}
