import { cancelJob, jobs, putAway } from '../jobs';
import { useStore } from '../store';
import { words } from '../words/common';
import { Button } from './Button';
import { ProgressBar } from './ProgressBar';
import { toastProblem } from './Toast';

/** All long work, in every view, with how far it is and a way to stop it. */
export function JobTray() {
    const all = useStore(jobs);
    if (all.length === 0) return null;
    return (
        <section class="tray" aria-label={words.jobs.heading}>
            <ul>
                {all.map((job) => {
                    const runs = job.state === 'queued' || job.state === 'running';
                    return (
                        <li key={job.id} class={`job job-${job.state}`}>
                            <div class="job-head">
                                <span class="job-title">{job.title}</span>
                                {runs ? (
                                    <Button
                                        small
                                        busy={job.cancelling}
                                        aria-label={words.jobs.cancel(job.title)}
                                        onClick={() => void cancelJob(job.id).catch(toastProblem)}
                                    >
                                        {job.cancelling ? words.jobs.cancelling : words.cancel}
                                    </Button>
                                ) : (
                                    <Button small kind="quiet" class="icon" aria-label={words.jobs.putAway(job.title)} onClick={() => putAway(job.id)}>
                                        <span aria-hidden="true">×</span>
                                    </Button>
                                )}
                            </div>
                            {runs && <ProgressBar value={job.state === 'queued' ? null : job.progress} label={job.title} />}
                            <div class="job-message">
                                {runs ? (job.message || words.jobs.states[job.state]) : [words.jobs.states[job.state], job.message].filter(Boolean).join(': ')}
                            </div>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}
