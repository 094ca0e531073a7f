import { useApi, type Page } from '../../api';
import { DataTable } from '../../parts/DataTable';
import { Check, TextField } from '../../parts/Field';
import { Empty, Loading, Problem } from '../../parts/States';
import { flag, text, useQuery } from '../../router';
import { number } from '../../words/common';
import { record as words } from '../../words/record';
import { type Dataset, type Datasets, type Shipped, SHIPPED } from './types';

const say = words.datasets;
const anything = text();

/** Every dataset that the program knows, and the tables that come with it. */
export function DatasetList() {
    const { data, problem, reload } = useApi<Datasets>('/api/record/datasets?limit=200');
    const shipped = useApi<Page<Shipped>>('/api/record/shipped?limit=200');
    const [filter, setFilter] = useQuery('q', anything);
    const [only, setOnly] = useQuery('imported', flag);
    if (!data) return problem ? <Problem problem={problem} onRetry={reload} /> : <Loading />;
    const fits = (one: Dataset) =>
        (!only || one.imports.length > 0) &&
        [one.name, one.title, one.producer, one.authority, ...one.answers].join(' ').toLowerCase().includes(filter.trim().toLowerCase());
    const shown = data.items.filter(fits);
    return (
        <>
            {data.items.every((one) => one.imports.length === 0) && (
                <Empty title={say.nothing}>
                    <p>{say.nothingHow}</p>
                    <p>
                        <a class="button primary" href="/record/import">
                            {say.begin}
                        </a>
                    </p>
                </Empty>
            )}
            <div class="row filters">
                <TextField type="search" label={say.filter} hint={say.filterHint} value={filter} onText={(value) => setFilter(value)} />
                <Check label={say.only} checked={only} onCheck={(value) => setOnly(value)} />
            </div>
            <DataTable
                caption={say.caption}
                rows={shown}
                keyOf={(one) => one.name}
                empty={<p class="faint">{say.none}</p>}
                columns={[
                    {
                        key: 'name',
                        label: say.columns.dataset,
                        render: (one) => (
                            <>
                                <a href={`/record/datasets/${one.name}`}>{one.name}</a>
                                <span class="under">{one.title}</span>
                            </>
                        ),
                    },
                    { key: 'imported', label: say.columns.imported, value: (one) => one.imports.map((i) => i.vintage).join(', ') || null, render: (one) => <Releases of={one} /> },
                    { key: 'rows', label: say.columns.rows, numeric: true, value: (one) => one.imports.reduce((sum, i) => sum + i.rows, 0) || null },
                    { key: 'years', label: say.columns.years, value: (one) => years(one) },
                    { key: 'licence', label: say.columns.licence, render: (one) => <span class="licence">{one.licence}</span> },
                ]}
            />
            <h2>{say.shipped}</h2>
            {shipped.data && (
                <DataTable
                    caption={say.shipped}
                    hideCaption
                    dense
                    rows={shipped.data.items}
                    keyOf={(one) => one.file}
                    columns={[
                        {
                            key: 'file',
                            label: say.shippedColumns.file,
                            render: (one) => (one.own ? <a href="/record/own">{`${one.file} (${say.own})`}</a> : one.file),
                        },
                        { key: 'rows', label: say.shippedColumns.rows, numeric: true },
                        { key: 'years', label: say.shippedColumns.years, value: (one) => words.years(one.from, one.to) },
                        { key: 'sources', label: say.shippedColumns.sources, numeric: true },
                        {
                            key: 'measures',
                            label: say.shippedColumns.measures,
                            value: (one) => one.measures.length,
                            render: (one) => (
                                <span class="licence">
                                    {one.measures.map((measure, i) => (
                                        <span key={measure}>
                                            {i > 0 && ', '}
                                            <a href={`/record/coverage?measure=${encodeURIComponent(measure)}&dataset=${SHIPPED}`}>{measure}</a>
                                        </span>
                                    ))}
                                </span>
                            ),
                        },
                    ]}
                />
            )}
        </>
    );
}

function years(one: Dataset): string | null {
    const dated = one.imports.filter((i) => i.from !== null && i.to !== null);
    if (dated.length === 0) return null;
    return words.years(Math.min(...dated.map((i) => i.from!)), Math.max(...dated.map((i) => i.to!)));
}

function Releases({ of }: { of: Dataset }) {
    if (of.imports.length === 0) return <span class="faint">{say.not}</span>;
    return (
        <ul class="plain">
            {of.imports.map((one) => (
                <li key={one.id}>
                    {one.vintage} <span class="faint">{`(${number(one.rows)})`}</span>
                </li>
            ))}
        </ul>
    );
}
