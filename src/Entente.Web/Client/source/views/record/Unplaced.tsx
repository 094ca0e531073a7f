import { DataTable } from '../../parts/DataTable';
import { record as words } from '../../words/record';
import type { Unplaced } from './types';

const say = words.import;

/** Rows whose party could not be placed: kept out, and listed. */
export function UnplacedTable({ rows, all }: { rows: readonly Unplaced[]; all: number }) {
    return (
        <>
            <DataTable
                caption={say.unplaced}
                dense
                rows={rows}
                columns={[
                    { key: 'place', label: say.columns.place, value: (row) => `${row.file}:${row.line}${row.column ? `, ${row.column}` : ''}` },
                    { key: 'found', label: say.columns.found },
                    { key: 'expected', label: say.columns.expected },
                ]}
            />
            {rows.length < all && <p class="faint">{say.unplacedMore(rows.length, all)}</p>}
        </>
    );
}
