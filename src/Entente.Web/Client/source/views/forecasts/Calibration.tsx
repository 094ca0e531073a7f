import { useApi } from '../../api';
import { Chart, type ChartData } from '../../parts/Chart';
import { DataTable } from '../../parts/DataTable';
import { Choice } from '../../parts/Field';
import { Loading, Problem } from '../../parts/States';
import { address, oneOf, text, useQuery } from '../../router';
import { percent } from '../../words/common';
import { forecasts as words } from '../../words/forecasts';
import type { Score } from './types';

const say = words.calibration;
const bys = ['speaker', 'topic', 'all'] as const;
const together = oneOf(bys, 'speaker');
const anybody = text();

const whose = (one: Score) => one.speaker ?? one.topic ?? one.group ?? '';
const three = (value: number | null | undefined) => (value === null || value === undefined ? null : Number(value.toFixed(3)));

/** Who was right: scores as a table, and what was said beside what came as a diagram. */
export function Calibration() {
    const [by, setBy] = useQuery('by', together);
    const [of] = useQuery('of', anybody);
    const { data, problem, reload } = useApi<{ results: readonly Score[] }>(`/api/forecasts/scores?by=${by}`);
    if (!data) return problem ? <Problem problem={problem} onRetry={reload} /> : <Loading />;
    const scored = data.results.filter((one) => one.scored > 0);
    const chosen = scored.find((one) => whose(one) === of) ?? [...scored].sort((a, b) => b.scored - a.scored)[0];
    return (
        <>
            <div class="row filters">
                <Choice label={say.by} value={by} options={bys.map((value) => ({ value, label: say.bys[value] }))} onChoose={(value) => setBy(value)} />
            </div>
            <DataTable
                caption={say.caption}
                rows={data.results}
                keyOf={whose}
                empty={<p class="faint">{say.none}</p>}
                columns={[
                    {
                        key: 'who',
                        label: say.columns.who,
                        value: whose,
                        render: (one) =>
                            one.scored > 0 ? (
                                <a href={address(['forecasts', 'calibration'], { by: by === 'speaker' ? null : by, of: whose(one) })} aria-label={say.show(whose(one))}>
                                    {whose(one)}
                                </a>
                            ) : (
                                whose(one)
                            ),
                    },
                    { key: 'resolved', label: say.columns.decided, numeric: true },
                    { key: 'right', label: say.columns.right, numeric: true, value: (one) => one.hitRate, render: (one) => (one.hitRate === null ? '–' : percent(one.hitRate)) },
                    { key: 'scored', label: say.columns.scored, numeric: true },
                    { key: 'brier', label: say.columns.brier, numeric: true, value: (one) => three(one.brier) },
                    { key: 'log', label: say.columns.log, numeric: true, value: (one) => (one.scored > 0 && one.log === null ? '∞' : three(one.log)) },
                    { key: 'reliability', label: say.columns.reliability, numeric: true, value: (one) => three(one.murphy?.reliability) },
                    { key: 'resolution', label: say.columns.resolution, numeric: true, value: (one) => three(one.murphy?.resolution) },
                    { key: 'uncertainty', label: say.columns.uncertainty, numeric: true, value: (one) => three(one.murphy?.uncertainty) },
                    { key: 'open', label: say.columns.open, numeric: true },
                    {
                        key: 'enough',
                        label: say.columns.enough,
                        value: (one) => one.scored,
                        render: (one) => (one.enoughForCalibration ? say.enough(one.scored) : <span class="tag">{say.few(one.scored)}</span>),
                    },
                ]}
            />
            <p class="faint measure">{say.brier}</p>
            {chosen && <Diagram by={by} of={whose(chosen)} />}
        </>
    );
}

function Diagram({ by, of }: { by: string; of: string }) {
    const { data, problem } = useApi<ChartData>(`/api/forecasts/calibration?by=${by}&of=${encodeURIComponent(of)}`);
    if (problem && !data) return <p class="faint">{say.noChart}</p>;
    return data ? <Chart chart={data} level={2} /> : <Loading />;
}
