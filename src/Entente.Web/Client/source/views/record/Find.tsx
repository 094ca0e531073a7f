import { useState } from 'preact/hooks';
import { get, useApi } from '../../api';
import { Button } from '../../parts/Button';
import { CopyButton } from '../../parts/CopyButton';
import { DataTable } from '../../parts/DataTable';
import { Choice, TextField } from '../../parts/Field';
import { Loading, Problem } from '../../parts/States';
import { oneOf, setQuery, text, useQuery } from '../../router';
import { date } from '../../words/common';
import { record as words } from '../../words/record';
import type { Row } from './types';
import { shownFigure } from './Vintages';

const say = words.find;
const anything = text();
const kinds = ['all', 'text', 'measure', 'dataset', 'event', 'source', 'item'] as const;
const ofKind = oneOf(kinds, 'all');

interface Found {
    query: string;
    results: readonly { kind: (typeof kinds)[number]; ref: string; title: string; detail: string; snippet: string; gone: boolean }[];
}

interface Rows {
    total: number;
    rows: readonly Row[];
    events: readonly { id: string; kind: string; date: string; title: string; row: string }[];
}

/** Words in the reading list and in the names that the record uses; and rows by their words. */
export function Find() {
    const [asked] = useQuery('q', anything);
    const [kind, setKind] = useQuery('kind', ofKind);
    const [rowsOf] = useQuery('rows', anything);
    const [typed, setTyped] = useState(asked);
    const [typedRows, setTypedRows] = useState(rowsOf);
    const found = useApi<Found>(asked ? `/api/record/search?q=${encodeURIComponent(asked)}${kind === 'all' ? '' : `&kind=${kind}`}` : null);
    const rows = useApi<Rows>(rowsOf ? `/api/record/rows?q=${encodeURIComponent(rowsOf)}&limit=200` : null);
    return (
        <>
            <form
                class="row fields"
                role="search"
                onSubmit={(event) => {
                    event.preventDefault();
                    setQuery({ q: typed.trim() }, { replace: false });
                }}
            >
                <TextField type="search" label={say.label} hint={say.hint} value={typed} onText={setTyped} class="grow" />
                <Choice label={say.kind} value={kind} options={kinds.map((value) => ({ value, label: say.kinds[value] }))} onChoose={(value) => setKind(value)} />
                <Button kind="primary" type="submit">
                    {say.label}
                </Button>
            </form>
            {found.problem && !found.data && <Problem problem={found.problem} onRetry={found.reload} />}
            {found.loading && <Loading />}
            {!asked && <p class="faint">{say.start}</p>}
            {asked && found.data && (
                <>
                    <p role="status">{found.data.results.length === 0 ? say.none : say.found(found.data.results.length)}</p>
                    <ul class="plain found">
                        {found.data.results.map((one) => (
                            <li key={`${one.kind} ${one.ref}`}>
                                <span class="tag">{one.kind}</span> <Title of={one} /> {one.gone && <span class="tag">{say.gone}</span>}
                                <span class="under">{one.detail}</span>
                            </li>
                        ))}
                    </ul>
                </>
            )}
            <h2>{say.rows}</h2>
            <form
                class="row fields"
                onSubmit={(event) => {
                    event.preventDefault();
                    setQuery({ rows: typedRows.trim() }, { replace: false });
                }}
            >
                <TextField type="search" label={say.rows} hideLabel hint={say.rowsHint} value={typedRows} onText={setTypedRows} class="grow" />
                <Button type="submit">{say.rows}</Button>
            </form>
            {rows.problem && !rows.data && <Problem problem={rows.problem} onRetry={rows.reload} />}
            {rowsOf && rows.data && (
                <>
                    <p role="status">{rows.data.total === 0 ? say.rowsNone : say.rowsFound(rows.data.total)}</p>
                    {rows.data.rows.length > 0 && <RowTable caption={say.rowsOf(rowsOf)} rows={rows.data.rows} />}
                    {rows.data.events.length > 0 && (
                        <ul class="plain found">
                            {rows.data.events.map((one) => (
                                <li key={one.id}>
                                    <span class="tag">{date(one.date)}</span> {one.title}
                                    <span class="under">
                                        {one.id} · {one.row}
                                    </span>
                                </li>
                            ))}
                        </ul>
                    )}
                </>
            )}
        </>
    );
}

function Title({ of }: { of: Found['results'][number] }) {
    if (of.kind === 'dataset') return <a href={`/record/datasets/${encodeURIComponent(of.ref)}`}>{of.title}</a>;
    if (of.kind === 'measure') return <a href={`/record/coverage?measure=${encodeURIComponent(of.ref)}`}>{of.title}</a>;
    if (of.kind === 'source' || of.kind === 'event') return <a href={`/record/find?rows=${encodeURIComponent(of.ref)}`}>{of.title}</a>;
    return <strong>{of.title}</strong>;
}

/** Rows of the record, each with the place by which it is cited. */
export function RowTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
    return (
        <DataTable
            caption={caption}
            dense
            rows={rows}
            keyOf={(row) => row.row}
            columns={[
                { key: 'what', label: say.columns.what, value: whatOf },
                { key: 'value', label: say.columns.value, numeric: true, render: (row) => shownFigure(row) },
                {
                    key: 'source',
                    label: say.columns.source,
                    render: (row) =>
                        /^https?:/.test(row.url ?? '') ? (
                            <a href={row.url!} rel="noreferrer noopener" target="_blank">
                                {row.source}
                            </a>
                        ) : (
                            row.source
                        ),
                },
                { key: 'published', label: say.columns.published, value: (row) => row.published },
                {
                    key: 'row',
                    label: say.columns.row,
                    render: (row) => (
                        <span class="row">
                            <code>{row.row}</code>
                            <CopyButton text={() => citation(row.row)}>{say.cite}</CopyButton>
                        </span>
                    ),
                },
            ]}
        />
    );
}

export const whatOf = (row: Row): string => [row.measure, row.of, row.subject, row.object, row.item === 'total' ? '' : row.item, row.period].filter(Boolean).join(' ');

async function citation(row: string): Promise<string> {
    const answer = await get<{ references: readonly { text: string }[] }>(`/api/record/cite?what=${encodeURIComponent(row)}`);
    return answer.references.map((one) => one.text).join('\n');
}
