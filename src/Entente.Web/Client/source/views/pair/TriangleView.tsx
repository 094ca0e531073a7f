import { useApi } from '../../api';
import { Chart } from '../../parts/Chart';
import { DataTable } from '../../parts/DataTable';
import { Empty, Loading, Problem } from '../../parts/States';
import { address } from '../../router';
import { number } from '../../words/common';
import { pair as words } from '../../words/pair';
import { asking, type Party, type Triangle } from './data';
import { PartyBox } from './parties';
import { Gaps } from './SectionView';
import type { Years } from './TimeBrush';

export interface TriangleViewProps {
    first: Party;
    second: Party;
    third: string;
    onThird: (code: string) => void;
    /** At rest, and at this moment. */
    years: Years;
    parameters: Readonly<Record<string, unknown>>;
}

/** A third party beside the two: the kind of triangle, and who is closer to whom by each measure over the years. */
export function TriangleView({ first, second, third, onThird, years, parameters }: TriangleViewProps) {
    const path = third ? `/api/triangles/${[first.code, second.code, third].map(encodeURIComponent).join('/')}` : null;
    const { data, problem, loading, reload } = useApi<Triangle>(path === null ? null : asking(path, { from: years.from, to: years.to }));
    const party = data?.parties[2] ?? null;
    return (
        <div class="stack">
            <p class="soft">{words.triangle.intro}</p>
            <div class="pair-third no-print">
                <PartyBox key={third} label={words.third} party={party ?? (third ? { code: third, name: third } : null)} onChoose={(chosen) => onThird(chosen.code)} />
            </div>
            {path === null ? (
                <Empty title={words.triangle.choose} />
            ) : problem ? (
                <Problem problem={problem} onRetry={reload} />
            ) : !data ? (
                loading && <Loading />
            ) : (
                <Told data={data} path={path} parameters={parameters} />
            )}
        </div>
    );
}

function Told({ data, path, parameters }: { data: Triangle; path: string; parameters: Readonly<Record<string, unknown>> }) {
    const [a, b, c] = data.parties as [Party, Party, Party];
    return (
        <>
            <h2>{words.triangle.title(a.name, b.name, c.name)}</h2>
            <ul class="plain chips no-print">
                {(
                    [
                        [a, c],
                        [b, c],
                    ] as const
                ).map(([one, other]) => (
                    <li key={one.code}>
                        <a class="chip" href={address(['pair', one.code, other.code])}>
                            {words.triangle.toPair(one.name, other.name)}
                        </a>
                    </li>
                ))}
            </ul>
            <section class="stack" aria-labelledby="triangle-summary">
                <h3 id="triangle-summary">{words.triangle.summary}</h3>
                {data.measures.length === 0 ? (
                    <p class="gap">{words.triangle.noMeasures}</p>
                ) : (
                    <DataTable
                        caption={words.triangle.summary}
                        hideCaption
                        rows={data.measures}
                        keyOf={(one) => one.id}
                        columns={[
                            { key: 'title', label: words.triangle.measure, render: (one) => <a href={`${location.pathname}${location.search}#${one.id}`}>{one.title}</a> },
                            { key: 'year', label: words.triangle.year, value: (one) => one.latest.period },
                            { key: 'closest', label: words.triangle.closest, value: (one) => one.latest.closest },
                            {
                                key: 'ties',
                                label: words.value,
                                sortable: false,
                                value: (one) => one.latest.ties?.map((tie) => `${tie.between} ${tie.text}`).join('; '),
                            },
                        ]}
                    />
                )}
            </section>
            <section class="stack" aria-labelledby="triangle-kind">
                <h3 id="triangle-kind">{words.triangle.kind}</h3>
                {data.missing && <Gaps gaps={[data.missing]} />}
                {data.triangle?.readings.map((reading, i) => (
                    <div class="card stack tight" key={reading.evidence}>
                        <h4>
                            {words.triangle.evidence[reading.evidence] ?? reading.evidence}
                            {data.triangle!.year !== null && `, ${data.triangle!.year}`}
                        </h4>
                        <p>
                            {words.triangle.dittmer}: <b>{data.words[i]}</b>. {words.triangle.balance}: <b>{reading.structural_balance}</b>.
                        </p>
                        <DataTable
                            caption={reading.definition}
                            rows={reading.ties}
                            keyOf={(one) => one.between}
                            dense
                            sortable={false}
                            columns={[
                                { key: 'between', label: words.triangle.tie },
                                { key: 'value', label: words.value, numeric: true, value: (one) => (one.value === null ? null : number(one.value)) },
                                { key: 'sign', label: words.triangle.sign },
                                { key: 'basis', label: words.triangle.basis },
                            ]}
                        />
                        <p class="chart-note">
                            {words.source}: {reading.sources.join(', ')}
                        </p>
                    </div>
                ))}
                {data.triangle && <p class="chart-note">{words.triangle.schools}</p>}
            </section>
            <div class="pair-charts">
                {data.measures.map((measure) => (
                    <Chart key={measure.id} chart={measure} level={3} csv={`${path}/charts/${measure.id}.csv`} parameters={parameters} />
                ))}
            </div>
            {data.alone.length > 0 && (
                <section aria-labelledby="triangle-alone">
                    <h3 id="triangle-alone">{words.triangle.alone}</h3>
                    <ul>
                        {data.alone.map((line) => (
                            <li key={line}>{line}</li>
                        ))}
                    </ul>
                </section>
            )}
        </>
    );
}
