import { useState } from 'preact/hooks';
import { useApi } from '../../api';
import { Button } from '../../parts/Button';
import { DataTable, type Column } from '../../parts/DataTable';
import { Check, TextField } from '../../parts/Field';
import { Loading, Problem } from '../../parts/States';
import { setQuery, text, useQuery } from '../../router';
import { number } from '../../words/common';
import { record as words } from '../../words/record';
import type { Row } from './types';

const say = words.vintages;
const anything = text();

interface Answer {
    measure: string;
    subject: string | null;
    object: string | null;
    releases: readonly { source: string; release: string; import?: number; figures: number }[];
    periods: readonly { period: string; figures: readonly { release: number; figure: Row }[] }[];
}

/** One figure as every source and every release has it, side by side. */
export function Vintages() {
    const [measure] = useQuery('measure', anything);
    const [subject] = useQuery('subject', anything);
    const [object] = useQuery('object', anything);
    const [item] = useQuery('item', anything);
    const asked = { measure, subject, object, item };
    const [form, setForm] = useState(asked);
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    const { data, problem, loading, reload } = useApi<Answer>(measure && (subject || object) ? `/api/record/vintages?${query}` : null);
    const part = (name: keyof typeof asked, label: string, hint?: string) => (
        <TextField label={label} hint={hint} value={form[name]} onText={(value) => setForm((old) => ({ ...old, [name]: value }))} />
    );
    return (
        <>
            <p class="measure">{say.intro}</p>
            <form
                class="row fields"
                onSubmit={(event) => {
                    event.preventDefault();
                    setQuery({ ...form }, { replace: false });
                }}
            >
                {part('measure', say.measure)}
                {part('subject', say.subject)}
                {part('object', say.object, say.objectHint)}
                {part('item', say.item, say.itemHint)}
                <Button kind="primary" type="submit">
                    {say.show}
                </Button>
            </form>
            {problem && !data && <Problem problem={problem} onRetry={reload} />}
            {loading && !data && <Loading />}
            {!measure && <p class="faint">{say.start}</p>}
            {data && <Sides of={data} />}
        </>
    );
}

function Sides({ of }: { of: Answer }) {
    const [only, setOnly] = useState(false);
    if (of.periods.length === 0) return <p class="faint">{say.none}</p>;
    const differing = of.periods.filter(differs);
    const columns: Column<Answer['periods'][number]>[] = [
        {
            key: 'period',
            label: say.period,
            render: (row) => (
                <>
                    {row.period || '–'} {differs(row) && <span class="tag">{say.differs}</span>}
                </>
            ),
        },
        ...of.releases.map(
            (release, at): Column<Answer['periods'][number]> => ({
                key: String(at),
                label: `${release.source}, ${release.release}${release.import ? ` (${say.import(release.import)})` : ''}`,
                numeric: true,
                value: (row) => row.figures.find((one) => one.release === at)?.figure.value,
                render: (row) => <Figures of={row.figures.filter((one) => one.release === at).map((one) => one.figure)} />,
            }),
        ),
    ];
    const what = [of.measure, of.subject, of.object].filter(Boolean).join(' ');
    return (
        <>
            <p class="row">
                <span role="status">{say.differing(differing.length)}</span>
                <Check label={say.only} checked={only} onCheck={setOnly} />
            </p>
            <DataTable caption={say.caption(what)} columns={columns} rows={only ? differing : of.periods} keyOf={(row) => row.period} sortable={false} dense />
        </>
    );
}

/** More than a unit of the fourth digit apart: what rounding explains is no difference. */
function differs(row: Answer['periods'][number]): boolean {
    const values = row.figures.map((one) => one.figure).filter((one) => one.bound === 'exact');
    return values.some((a) => values.some((b) => a.unit === b.unit && a.item === b.item && a.of === b.of && Math.abs(a.value - b.value) > 5e-4 * Math.max(Math.abs(a.value), Math.abs(b.value))));
}

function Figures({ of }: { of: readonly Row[] }) {
    if (of.length === 0) return <span class="faint">–</span>;
    return (
        <ul class="plain">
            {of.slice(0, 6).map((one, i) => (
                <li key={i} title={[one.basis, one.note, one.row].filter(Boolean).join(' · ')}>
                    {shownFigure(one)}
                    {one.item && one.item !== 'total' && <span class="faint"> {one.item}</span>}
                </li>
            ))}
            {of.length > 6 && <li class="faint">{`+ ${of.length - 6}`}</li>}
        </ul>
    );
}

/** A value as people read it: shares in per cent, money in billions. */
export function shownFigure(one: Pick<Row, 'value' | 'unit' | 'bound'>): string {
    const bound = one.bound === 'exact' ? '' : `${one.bound} `;
    if (one.unit === 'share') return `${bound}${number(Number((one.value * 100).toPrecision(4)))} %`;
    const size = Math.abs(one.value);
    const [factor, word] = size >= 1e9 ? [1e9, ' bn'] : size >= 1e6 ? [1e6, ' m'] : [1, ''];
    return `${bound}${number(Number((one.value / (factor as number)).toPrecision(5)))}${word}${one.unit && one.unit !== 'count' ? ` ${one.unit}` : ''}`;
}
