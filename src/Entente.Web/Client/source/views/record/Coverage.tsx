import { useMemo } from 'preact/hooks';
import { useApi } from '../../api';
import { Choice, TextField } from '../../parts/Field';
import { Scrolls } from '../../parts/DataTable';
import { Loading, Problem } from '../../parts/States';
import { address, number as numeric, oneOf, setQuery, text, useQuery } from '../../router';
import { percent } from '../../words/common';
import { record as words } from '../../words/record';
import { type Coverage, type Level, OWN, SHIPPED } from './types';

const say = words.coverage;
const anything = text();
const year = numeric();
const by = oneOf(['decade', 'year'] as const, 'decade');
const MOST = 60;
const levels: readonly Level[] = ['missing', 'few', 'some', 'most', 'complete'];

/** How much there is of what and when: a table whose cells are shaded, and say in words and signs what the shade says. */
export function CoverageMap() {
    const [measure] = useQuery('measure', anything);
    const [dataset, setDataset] = useQuery('dataset', anything);
    const [unit, setUnit] = useQuery('by', by);
    const [from, setFrom] = useQuery('from', year);
    const [to, setTo] = useQuery('to', year);
    const [filter, setFilter] = useQuery('q', anything);
    const query = new URLSearchParams({ by: unit });
    if (measure) query.set('measure', measure);
    const first = unit === 'year' && from === null && to === null ? new Date().getUTCFullYear() - MOST : from;
    if (first !== null) query.set('from', String(first));
    if (to !== null) query.set('to', String(to));
    const { data, problem, loading, reload } = useApi<Coverage>(`/api/record/coverage?${query}`);
    const datasets = useMemo(() => [...new Set(data?.rows.map((row) => row.dataset))].sort(), [data]);
    const rows = useMemo(
        () =>
            data?.rows.filter(
                (row) => (!dataset || row.dataset === dataset) && `${row.name} ${row.dataset} ${row.state ?? ''} ${row.stateName ?? ''}`.toLowerCase().includes(filter.trim().toLowerCase()),
            ) ?? [],
        [data, dataset, filter],
    );
    return (
        <>
            <div class="row filters">
                <TextField type="search" label={say.filter} value={filter} onText={(value) => setFilter(value)} />
                <Choice
                    label={say.dataset}
                    value={dataset}
                    options={[{ value: '', label: say.every }, ...datasets.map((one) => ({ value: one, label: nameOf(one) }))]}
                    onChoose={(value) => setDataset(value)}
                />
                <Choice
                    label={say.by}
                    value={unit}
                    options={[
                        { value: 'decade', label: say.decade },
                        { value: 'year', label: say.year },
                    ]}
                    onChoose={(value) => setUnit(value)}
                />
                <TextField type="number" label={say.from} value={from === null ? '' : String(from)} min={1500} max={2100} inputClass="year" onDone={(value) => setFrom(value ? Number(value) : null)} />
                <TextField type="number" label={say.to} value={to === null ? '' : String(to)} min={1500} max={2100} inputClass="year" onDone={(value) => setTo(value ? Number(value) : null)} />
            </div>
            {measure && (
                <p>
                    <a href="/record/coverage">{say.all}</a>
                </p>
            )}
            {!data && problem && <Problem problem={problem} onRetry={reload} />}
            {!data && !problem && <Loading>{say.counting}</Loading>}
            {data && (
                <>
                    <Legend />
                    <p class="faint" role="status">
                        {loading ? say.counting : say.rows(rows.length, data.rows.length)}
                    </p>
                    {rows.length === 0 ? <p class="faint">{say.none}</p> : <Grid of={data} rows={rows} />}
                </>
            )}
        </>
    );
}

const nameOf = (dataset: string) => (dataset === SHIPPED ? say.shipped : dataset === OWN ? say.own : dataset);

function Grid({ of, rows }: { of: Coverage; rows: Coverage['rows'] }) {
    const states = of.measure !== null;
    const unit = of.by === 'decade' ? say.decade : say.year;
    const caption = states ? say.captionState(of.measure!, unit) : say.caption(unit);
    // Zooming in: a decade leads to its years.
    const zoom = (at: number) => setQuery({ by: 'year', from: String(of.columns[at]!.from), to: String(of.columns[at]!.to) }, { replace: false });
    return (
        <Scrolls label={caption} class="heat-scroll">
            <table class="heat">
                <caption class="sr">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="what">
                            {states ? say.state : say.measure}
                        </th>
                        {of.columns.map((column, at) => (
                            <th key={column.label} scope="col">
                                {of.by === 'decade' ? (
                                    <button type="button" class="sort" onClick={() => zoom(at)}>
                                        {column.label}
                                    </button>
                                ) : (
                                    column.label
                                )}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <tr key={`${row.dataset} ${row.name} ${row.state ?? ''}`}>
                            <th scope="row" class="what">
                                {states ? (
                                    row.stateName
                                ) : (
                                    <a href={address(['record', 'coverage'], { measure: row.name, by: of.by === 'year' ? 'year' : null })} aria-label={say.open(row.name)}>
                                        {row.name}
                                    </a>
                                )}
                                <span class="under">{nameOf(row.dataset)}</span>
                            </th>
                            {row.cells.map((cell, at) => {
                                const known = of.columns[at]!.known;
                                const level = say.levels[cell.level];
                                const full =
                                    cell.values === 0
                                        ? say.empty(cell.reason)
                                        : states
                                          ? say.cellState(cell.values, level, cell.reason)
                                          : say.cell(cell.states, known, cell.values, level, cell.reason);
                                return (
                                    <td key={at} class={`heat-${cell.level}`} title={full}>
                                        <span aria-hidden="true">{shown(cell, states)}</span>
                                        <span class="sr">{full}</span>
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scrolls>
    );
}

function shown(cell: Coverage['rows'][number]['cells'][number], states: boolean): string {
    if (cell.values === 0) return say.signs.missing;
    if (states) return `${say.signs[cell.level]} ${cell.values}`;
    return cell.states === 0 ? say.signs.complete : percent(cell.share);
}

function Legend() {
    return (
        <details class="legend" open>
            <summary>{say.legend}</summary>
            <ul class="row plain">
                {levels.map((level) => (
                    <li key={level}>
                        <span class={`heat-sign heat-${level}`} aria-hidden="true">
                            {say.signs[level]}
                        </span>{' '}
                        {say.levels[level]}
                    </li>
                ))}
            </ul>
        </details>
    );
}
