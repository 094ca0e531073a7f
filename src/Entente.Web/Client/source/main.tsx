import { render } from 'preact';
import { watchConnection } from './connection';
import { rejoinJobs } from './jobs';
import { startRouter } from './router';
import { Shell } from './Shell';

watchConnection();
startRouter();
render(<Shell />, document.getElementById('page')!);
void rejoinJobs();
