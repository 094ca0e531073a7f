import { render } from 'preact';
import { watchConnection } from './connection';
import { abandoned } from './api';
import { JobCancelled, rejoinJobs } from './jobs';
import { toastProblem } from './parts/Toast';
import { startRouter } from './router';
import { Shell } from './Shell';

// Whatever nobody caught is said, not swallowed. What the reader gave up on purpose is no news.
addEventListener('unhandledrejection', (event) => {
    if (abandoned(event.reason) || event.reason instanceof JobCancelled) event.preventDefault();
    else toastProblem(event.reason);
});

watchConnection();
startRouter();
render(<Shell />, document.getElementById('page')!);
void rejoinJobs();
