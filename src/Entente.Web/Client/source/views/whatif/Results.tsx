import { useMemo, useState } from 'preact/hooks';
import { Chart } from '../../parts/Chart';
import { Choice } from '../../parts/Field';
import { Guard, Loading } from '../../parts/States';
import { whatif as words } from '../../words/whatif';
import { Effects } from './Effects';
import type { Break, Region, Result, Run, RunChart, TradeRun } from './model';
import { ArgumentTables, OilTables, TradeTable } from './Tables';
import type { Running_ } from './useRun';

/** What came out, how sure it is, when it would be otherwise, and what moves it. */
export function Results({ state, kind }: { state: Running_; kind: string }) {
    const { shown, stale, working } = state;
    if (!shown) return working || !state.problem ? <Loading>{words.first}</Loading> : null;
    const { run } = shown;
    return (
        <div class={`results ${stale ? 'stale' : ''}`} aria-busy={working}>
            <p class="results-state">
                {stale ? (working ? words.computing : words.stale) : run.result === null ? words.noTime : shown.job ? words.full(run.result.inputs.draws, String(run.result.inputs.seed)) : words.live(run.result.inputs.draws)}
                {!stale && run.shortened && run.result !== null && ` ${words.shortened}`}
            </p>
            {!stale && <Changes run={run} full={shown.job !== null} />}
            {run.result && (run.converged ? <Answer run={run} result={run.result} kind={kind} full={shown.job !== null} /> : <NoAnswer result={run.result} />)}
        </div>
    );
}

/** Whether an address gave the run that it was made of. */
function Changes({ run, full }: { run: Run; full: boolean }) {
    const asked = useMemo(() => new URLSearchParams(location.search).has('h'), [run]);
    if (run.changed.length > 0)
        return (
            <div class="notice warn" role="status">
                <p>{words.changed}</p>
                <ul>
                    {run.changed.map((one) => (
                        <li key={one.what}>
                            {words.changedWhat[one.what] ?? one.what} <span class="faint">({words.changedWas(one.was, one.is)})</span>
                        </li>
                    ))}
                </ul>
            </div>
        );
    return full && asked ? <p class="notice good">{words.reproduced}</p> : null;
}

function NoAnswer({ result }: { result: Result }) {
    return (
        <div class="notice warn">
            <p>
                <strong>{words.noAnswer}.</strong> {words.notConverged} {words.stopped(result.certificate.stopped ?? '', result.certificate.iterations ?? 0)}
            </p>
            <Warnings warnings={result.warnings} />
        </div>
    );
}

function Answer({ run, result, kind, full }: { run: Run; result: Result; kind: string; full: boolean }) {
    const names = useMemo(() => new Map(run.regions.map((region: Region) => [region.code, region])), [run.regions]);
    const runs: readonly TradeRun[] = kind === 'scenario' ? (result.runs ?? [result as unknown as TradeRun]) : [];
    const plain = run.charts.filter((chart) => chart.form !== 'tornado' && !/^drivers|-drivers$|^turns/.test(chart.id));
    return (
        <Guard again={run}>
            <section aria-labelledby="numbers">
                <h2 id="numbers" class="sr">
                    {words.results}
                </h2>
                {kind === 'scenario' && runs.map((one, i) => <TradeTable key={one.run ?? i} run={one} names={names} several={runs.length > 1} />)}
                {kind === 'oil' && <OilTables result={result} />}
                {kind === 'argument' && <ArgumentTables result={result} />}
            </section>
            <Breaks breaks={run.breaks} />
            {plain.length > 0 && <Figures charts={plain} />}
            <Drivers charts={run.charts.filter((chart) => !plain.includes(chart))} full={full} kind={kind} />
            {kind === 'scenario' && <Effects runs={runs.filter((one) => one.converged)} regions={run.regions} />}
            <Warnings warnings={result.warnings} />
        </Guard>
    );
}

/** Few at once; of many the reader picks. */
function Figures({ charts }: { charts: readonly RunChart[] }) {
    return (
        <section aria-labelledby="figures">
            <h2 id="figures">{words.charts}</h2>
            {charts.length <= 3 ? charts.map((chart) => <Chart key={chart.id} chart={chart} level={3} />) : <Picked charts={charts} />}
        </section>
    );
}

function Picked({ charts }: { charts: readonly RunChart[] }) {
    const [id, setId] = useState(charts[0]!.id);
    const chart = charts.find((one) => one.id === id) ?? charts[0]!;
    return (
        <>
            <Choice label={words.result} value={chart.id} options={charts.map((one) => ({ value: one.id, label: one.title }))} onChoose={setId} />
            <Chart key={chart.id} chart={chart} level={3} />
        </>
    );
}

function Drivers({ charts, full, kind }: { charts: readonly RunChart[]; full: boolean; kind: string }) {
    const tornado = charts.some((chart) => chart.form === 'tornado');
    if (charts.length === 0) return null;
    return (
        <section aria-labelledby="drivers">
            <h2 id="drivers">{words.drivers}</h2>
            {kind === 'scenario' && <p class="faint">{tornado ? words.driversHint : full ? '' : words.driversLater}</p>}
            <Picked charts={tornado ? [...charts.filter((chart) => chart.form === 'tornado'), ...charts.filter((chart) => chart.form !== 'tornado')] : charts} />
        </section>
    );
}

function Breaks({ breaks }: { breaks: readonly Break[] }) {
    if (breaks.length === 0) return null;
    return (
        <section aria-labelledby="breaks">
            <h2 id="breaks">{words.breaks}</h2>
            <dl class="breaks">
                {breaks.map((one) => (
                    <div key={one.about} class={one.open ? 'open' : undefined}>
                        <dt>
                            {one.about} {one.open && <span class="tag warn">{words.open}</span>}
                        </dt>
                        <dd>{one.says}.</dd>
                        <dd>
                            {one.breaks ? (
                                <>
                                    <strong>{words.breaks}</strong> {one.breaks}.
                                </>
                            ) : (
                                !one.open && <span class="faint">{words.settled}</span>
                            )}
                        </dd>
                        {one.more.length > 0 && (
                            <dd>
                                <ul class="faint">
                                    {one.more.map((more) => (
                                        <li key={more}>{more}</li>
                                    ))}
                                </ul>
                            </dd>
                        )}
                    </div>
                ))}
            </dl>
        </section>
    );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
    if (warnings.length === 0) return null;
    return (
        <section aria-labelledby="warnings">
            <h3 id="warnings">{words.warnings}</h3>
            <ul class="soft">
                {warnings.map((warning) => (
                    <li key={warning}>{warning}</li>
                ))}
            </ul>
        </section>
    );
}
