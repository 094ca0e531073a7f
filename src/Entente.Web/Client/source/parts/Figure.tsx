import { useMemo } from 'preact/hooks';
import { date, words } from '../words/common';
import { Button } from './Button';
import { type Cell, type Column, DataTable } from './DataTable';
import { csv as asCsv, fileName, save } from './download';
import { toastProblem } from './Toast';

/** The figures of a chart or a map. */
export interface FigureTable {
    columns: readonly { label: string; numeric?: boolean; unit?: string }[];
    rows: readonly (readonly Cell[])[];
}

export interface FigureSource {
    name: string;
    url?: string | null;
    /** The state of the data: a date or the publisher's own name for it. */
    vintage?: string | null;
    licence?: string | null;
}

export function sourceWords(sources: readonly FigureSource[]): string {
    if (sources.length === 0) return '';
    return `${words.chart.source}: ${sources.map((one) => one.name + (one.vintage ? `, ${words.chart.vintage} ${one.vintage}` : '')).join('; ')}`;
}

const isAddress = (text: string | null | undefined): text is string => /^https?:\/\//.test(text ?? '');

export interface FigureFootProps {
    title: string;
    table: FigureTable;
    sources: readonly FigureSource[];
    csv?: string;
    svg?: () => Promise<Blob>;
    png?: () => Promise<Blob>;
    notes?: readonly string[];
}

/** Where the figures come from, and how to take them along. */
export function FigureFoot({ title, table, sources, csv, svg, png, notes }: FigureFootProps) {
    const take = async (extension: string, content: () => Promise<Blob> | Blob) => {
        try {
            save(fileName(title, extension), await content());
        } catch (problem) {
            toastProblem(problem);
        }
    };
    const download = (format: 'csv' | 'svg' | 'png', content: () => Promise<Blob> | Blob) => (
        <Button small kind="quiet" aria-label={words.chart.download(title, words.chart[format])} onClick={() => void take(format, content)}>
            {words.chart[format]}
        </Button>
    );
    return (
        <div class="chart-foot">
            {notes?.map((note) => (
                <p class="chart-note" key={note}>
                    {note}
                </p>
            ))}
            <div class="row spread">
                <p class="chart-source">
                    {sources.length > 0 && `${words.chart.source}: `}
                    {sources.map((one, i) => (
                        <span key={one.name + i}>
                            {i > 0 && '; '}
                            {isAddress(one.url) ? (
                                <a href={one.url} rel="noreferrer noopener" target="_blank">
                                    {one.name}
                                </a>
                            ) : (
                                one.name
                            )}
                            {one.vintage && `, ${words.chart.vintage} ${date(one.vintage)}`}
                            {one.licence && `, ${one.licence}`}
                        </span>
                    ))}
                </p>
                <div class="chart-tools">
                    {csv ? (
                        <a class="button quiet small" href={csv} download aria-label={words.chart.download(title, words.chart.csv)}>
                            {words.chart.csv}
                        </a>
                    ) : (
                        download('csv', () => new Blob([asCsv(heads(table), table.rows)], { type: 'text/csv' }))
                    )}
                    {svg && download('svg', svg)}
                    {png && download('png', png)}
                </div>
            </div>
        </div>
    );
}

const heads = (table: FigureTable) => table.columns.map((column) => column.label + (column.unit ? ` (${column.unit})` : ''));

/** The same figures to read, sort and copy. */
export function FigureTableView({ title, table, open }: { title: string; table: FigureTable; open?: boolean }) {
    const columns = useMemo(
        () =>
            table.columns.map(
                (column, i): Column<readonly Cell[]> => ({
                    key: String(i),
                    label: column.label + (column.unit ? ` (${column.unit})` : ''),
                    numeric: column.numeric,
                    value: (row) => row[i],
                }),
            ),
        [table],
    );
    return (
        <details class="chart-table" open={open}>
            <summary>{words.chart.table}</summary>
            <DataTable caption={title} hideCaption columns={columns} rows={table.rows} dense />
        </details>
    );
}
