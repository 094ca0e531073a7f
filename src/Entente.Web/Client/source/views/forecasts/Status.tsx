import { forecasts as words } from '../../words/forecasts';
import type { Status } from './types';

const signs: Record<Status | 'due', string> = { open: '○', due: '◷', true: '✓', false: '✗', void: '–', unresolvable: '?' };

/** What became of a forecast, by a sign and a word. */
export function StatusMark({ status, due }: { status: Status; due: boolean }) {
    const shown = due ? 'due' : status;
    return (
        <span class={`status status-${shown}`}>
            <span class="status-sign" aria-hidden="true">
                {signs[shown]}
            </span>
            {words.status[shown]}
        </span>
    );
}
