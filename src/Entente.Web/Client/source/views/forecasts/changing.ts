import { ApiProblem, send } from '../../api';
import { toast, toastProblem } from '../../parts/Toast';
import { forecasts as words } from '../../words/forecasts';
import type { Changed } from './types';

/** Changes the ledger as it was shown, and offers the way back. Tells true where it was done. */
export async function change(path: string, body: unknown, version: string, said: (changed: Changed) => string, reload: () => void): Promise<boolean> {
    try {
        const changed = await send<Changed>('POST', path, body, { headers: { 'If-Match': `"${version}"` } });
        reload();
        const undo = changed.undo;
        toast(said(changed), {
            kind: 'good',
            undo: undo
                ? async () => {
                      await send('POST', '/api/forecasts/undo', { undo });
                      reload();
                  }
                : undefined,
        });
        return true;
    } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 412) {
            reload();
            toast(words.ledger.changed, { kind: 'problem' });
            return false;
        }
        if (problem instanceof ApiProblem && problem.status === 400) throw problem;
        toastProblem(problem);
        return false;
    }
}
