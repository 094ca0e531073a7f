import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { number, words } from '../words/common';

export type Cell = string | number | boolean | null | undefined;

export interface Column<T> {
    key: string;
    label: string;
    /** Set to the right, in figures of one width. */
    numeric?: boolean;
    /** The value, to sort by and, without `render`, to show. The default is the row's property of that name. */
    value?: (row: T) => Cell;
    render?: (row: T) => ComponentChildren;
    /** False where an order means nothing. */
    sortable?: boolean;
    /** This column names the row. The first one does unless another says so. */
    heads?: boolean;
}

export interface DataTableProps<T> {
    caption: string;
    /** The caption is there for a screen reader alone. */
    hideCaption?: boolean;
    columns: readonly Column<T>[];
    rows: readonly T[];
    keyOf?: (row: T, index: number) => string | number;
    sortable?: boolean;
    sortedBy?: { key: string; down?: boolean };
    rowClass?: (row: T) => string | undefined;
    empty?: ComponentChildren;
    dense?: boolean;
}

const valueOf = <T,>(column: Column<T>, row: T): Cell => (column.value ? column.value(row) : ((row as Record<string, unknown>)[column.key] as Cell));
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Nothing goes to the end, whichever way the rest is ordered. */
export function compareCells(a: Cell, b: Cell, down = false): number {
    const none = (value: Cell) => value === null || value === undefined || value === '' || (typeof value === 'number' && Number.isNaN(value));
    if (none(a) || none(b)) return Number(none(a)) - Number(none(b));
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return down ? -order : order;
}

/** A table that can be ordered by its heads, and scrolls by itself where it is too wide. */
export function DataTable<T>({ caption, hideCaption, columns, rows, keyOf, sortable = true, sortedBy, rowClass, empty, dense }: DataTableProps<T>) {
    const [order, setOrder] = useState<{ key: string; down: boolean } | null>(sortedBy ? { key: sortedBy.key, down: sortedBy.down ?? false } : null);
    const sorted = useMemo(() => {
        const column = order && columns.find((one) => one.key === order.key);
        if (!column) return rows;
        return rows
            .map((row, at) => ({ row, at, value: valueOf(column, row) }))
            .sort((a, b) => compareCells(a.value, b.value, order.down) || a.at - b.at)
            .map((one) => one.row);
    }, [rows, columns, order]);
    const head = columns.find((one) => one.heads) ?? columns[0];
    const turn = (column: Column<T>) =>
        setOrder((old) => (old?.key !== column.key ? { key: column.key, down: column.numeric ?? false } : { key: column.key, down: !old.down }));
    if (rows.length === 0) return <>{empty ?? <p class="faint">{words.table.empty}</p>}</>;
    return (
        <Scrolls label={caption}>
            <table class={`table ${dense ? 'dense' : ''}`}>
                <caption class={hideCaption ? 'sr' : undefined}>{caption}</caption>
                <thead>
                    <tr>
                        {columns.map((column) => {
                            const by = order?.key === column.key;
                            const can = sortable && column.sortable !== false;
                            return (
                                <th key={column.key} scope="col" class={column.numeric ? 'number' : undefined} aria-sort={by ? (order.down ? 'descending' : 'ascending') : undefined}>
                                    {can ? (
                                        <button type="button" class="sort" onClick={() => turn(column)} title={words.table.sortBy(column.label)}>
                                            {column.label}
                                            <span class="arrow" aria-hidden="true">
                                                {by ? (order.down ? '↓' : '↑') : ''}
                                            </span>
                                        </button>
                                    ) : (
                                        column.label
                                    )}
                                </th>
                            );
                        })}
                    </tr>
                </thead>
                <tbody>
                    {sorted.map((row, i) => (
                        <tr key={keyOf ? keyOf(row, i) : i} class={rowClass?.(row)}>
                            {columns.map((column) => {
                                const inside = column.render ? column.render(row) : print(valueOf(column, row));
                                const kind = column.numeric ? 'number' : undefined;
                                return column === head ? (
                                    <th key={column.key} scope="row" class={kind}>
                                        {inside}
                                    </th>
                                ) : (
                                    <td key={column.key} class={kind}>
                                        {inside}
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

function print(value: Cell): ComponentChildren {
    if (value === null || value === undefined || value === '')
        return (
            <span class="faint">
                <span aria-hidden="true">–</span>
                <span class="sr">{words.table.missing}</span>
            </span>
        );
    return typeof value === 'number' ? number(value) : String(value);
}

/** What is too wide scrolls by itself, never the page; and then it can be reached and scrolled by keyboard. */
export function Scrolls({ label, class: more, children }: { label: string; class?: string; children: ComponentChildren }) {
    const box = useRef<HTMLDivElement>(null);
    const [over, setOver] = useState(false);
    useEffect(() => {
        const it = box.current;
        if (!it) return;
        const measure = () => setOver(it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1);
        const watcher = new ResizeObserver(measure);
        watcher.observe(it);
        if (it.firstElementChild) watcher.observe(it.firstElementChild);
        measure();
        return () => watcher.disconnect();
    }, []);
    const reach = over ? { tabIndex: 0, role: 'region' as const, 'aria-label': label } : {};
    return (
        <div ref={box} class={`scrolls ${more ?? ''}`} {...reach}>
            {children}
        </div>
    );
}
