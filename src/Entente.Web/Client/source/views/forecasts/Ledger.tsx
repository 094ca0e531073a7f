import { useState } from 'preact/hooks';
import { useApi } from '../../api';
import { Button } from '../../parts/Button';
import { Choice, TextField } from '../../parts/Field';
import { Empty, Loading, Problem } from '../../parts/States';
import { toastProblem } from '../../parts/Toast';
import { number as numeric, oneOf, text, useQuery } from '../../router';
import { words as common } from '../../words/common';
import { forecasts as words } from '../../words/forecasts';
import { Decide } from './Decide';
import { Entry } from './Entry';
import { change } from './changing';
import type { Forecast, Ledger } from './types';

const say = words.ledger;
const filters = words.filters;
const anything = text();
const statuses = ['', 'due', 'open', 'right', 'wrong', 'void', 'unresolvable'] as const;
const ofStatus = oneOf(statuses, '');
const STEP = 50;
const shownAtOnce = numeric(STEP);

/** The ledger: overdue first, with what decides each and the way to decide it. */
export function LedgerTable() {
    const [status, setStatus] = useQuery('status', ofStatus);
    const [speaker, setSpeaker] = useQuery('speaker', anything);
    const [topic, setTopic] = useQuery('topic', anything);
    const [q, setQ] = useQuery('q', anything);
    const [limit, setLimit] = useQuery('shown', shownAtOnce);
    const query = new URLSearchParams({ limit: String(Math.min(500, limit ?? STEP)) });
    for (const [name, value] of Object.entries({ status, speaker, topic, q })) if (value) query.set(name, value);
    const { data, problem, reload } = useApi<Ledger>(`/api/forecasts?${query}`);
    const [deciding, setDeciding] = useState<Forecast | null>(null);
    if (!data) return problem ? <Problem problem={problem} onRetry={reload} /> : <Loading />;
    const resolve = (id?: string) =>
        change('/api/forecasts/resolve', id ? { id } : {}, data.version, (changed) => (changed.results.length === 0 ? say.nothingDue : say.decided(changed.results.length)), reload).catch(toastProblem);
    return (
        <>
            {data.errors.length > 0 && (
                <div class="problem" role="alert">
                    <p class="problem-title">{say.broken(data.errors.length)}</p>
                    <ul>
                        {data.errors.map((one) => (
                            <li key={one.line}>
                                {say.line(one.line)}: {one.found}. {common.problem.expected}: {one.expected}
                                {one.hint && ` (${one.hint})`}
                            </li>
                        ))}
                    </ul>
                </div>
            )}
            {data.counts.all === 0 ? (
                <Empty title={say.empty}>
                    <p>{say.emptyHow}</p>
                    <p>
                        <a class="button primary" href="/forecasts/add">
                            {words.add.heading}
                        </a>
                    </p>
                </Empty>
            ) : (
                <>
                    <div class="chips" role="group" aria-label={filters.status}>
                        {statuses.map((one) => (
                            <button key={one} type="button" class="chip" aria-pressed={status === one} onClick={() => setStatus(one)}>
                                {filters[one || 'all']} <span class="faint">{data.counts[one || 'all']}</span>
                            </button>
                        ))}
                    </div>
                    <div class="row filters">
                        <TextField type="search" label={filters.words} value={q} onText={(value) => setQ(value)} />
                        <Choice label={filters.speaker} value={speaker} options={options(filters.everyone, data.speakers)} onChoose={(value) => setSpeaker(value)} />
                        <Choice label={filters.topic} value={topic} options={options(filters.everything, data.topics)} onChoose={(value) => setTopic(value)} />
                        {data.counts.due > 0 && (
                            <Button kind="primary" onClick={() => void resolve()}>
                                {say.resolveAll}
                            </Button>
                        )}
                    </div>
                    {data.items.length === 0 ? (
                        <p class="faint">{say.none}</p>
                    ) : (
                        <ol class="entries" aria-label={say.caption}>
                            {data.items.map((one) => (
                                <Entry key={one.id} of={one} today={data.today} onRecord={() => void resolve(one.id)} onHand={() => setDeciding(one)} />
                            ))}
                        </ol>
                    )}
                    <p class="row">
                        {data.next !== null && <Button onClick={() => setLimit((limit ?? STEP) + STEP)}>{common.more}</Button>}
                        <span class="faint" role="status">
                            {common.shown(data.items.length, data.total)}
                        </span>
                    </p>
                </>
            )}
            <p class="faint where">{say.file(data.ledger)}</p>
            {deciding && <Decide of={deciding} version={data.version} onClose={() => setDeciding(null)} reload={reload} />}
        </>
    );
}

const options = (all: string, names: readonly string[]) => [{ value: '', label: all }, ...names.map((value) => ({ value, label: value }))];
