import { useState } from 'preact/hooks';
import { ApiProblem, type Page, send, useApi } from '../../api';
import { Button } from '../../parts/Button';
import { DataTable } from '../../parts/DataTable';
import { Check, TextField } from '../../parts/Field';
import { Empty, Loading, Problem } from '../../parts/States';
import { toast, toastProblem } from '../../parts/Toast';
import { record as words } from '../../words/record';
import { RowTable, whatOf } from './Find';
import type { Row } from './types';
import { shownFigure } from './Vintages';

const say = words.own;
const empty = { expression: '', value: '', source: '', published: '', url: '', basis: '', note: '' };

interface Answer {
    done: 'added' | 'replaced' | 'removed';
    fact: Row;
    line: string;
    /** The line of the fact whose place it took. */
    was: string | null;
    beside: readonly Row[];
}

/** Facts of the reader's own: listed, added, taken out and put back. */
export function OwnFacts() {
    const { data, problem, reload } = useApi<Page<Row>>('/api/record/own?limit=500');
    const [beside, setBeside] = useState<readonly Row[]>([]);
    if (!data) return problem ? <Problem problem={problem} onRetry={reload} /> : <Loading />;
    const remove = async (row: Row) => {
        try {
            const answer = await send<Answer>('DELETE', `/api/record/own/${encodeURIComponent(row.row)}`);
            reload();
            toast(say.removed, {
                undo: async () => {
                    await send('PUT', '/api/record/own', { line: answer.line });
                    reload();
                },
            });
        } catch (wrong) {
            toastProblem(wrong);
        }
    };
    return (
        <>
            <p class="measure">{say.intro}</p>
            {data.items.length === 0 ? (
                <Empty title={say.none} />
            ) : (
                <DataTable
                    caption={say.caption}
                    rows={data.items}
                    keyOf={(row) => row.row}
                    columns={[
                        { key: 'what', label: say.columns.what, value: whatOf },
                        { key: 'value', label: say.columns.value, numeric: true, render: (row) => shownFigure(row) },
                        { key: 'source', label: say.columns.source },
                        { key: 'published', label: say.columns.published, value: (row) => row.published },
                        { key: 'row', label: say.columns.row, render: (row) => <code>{row.row}</code> },
                        {
                            key: 'remove',
                            label: say.columns.remove,
                            sortable: false,
                            render: (row) => (
                                <Button small aria-label={say.removeLabel(row.row)} onClick={() => void remove(row)}>
                                    {say.remove}
                                </Button>
                            ),
                        },
                    ]}
                />
            )}
            <AddFact
                onAdded={(answer) => {
                    setBeside(answer.beside);
                    reload();
                    toast(answer.done === 'replaced' ? say.replaced : say.added, {
                        kind: 'good',
                        undo: async () => {
                            // The one that was there comes back into its place; where there was none, the new one goes.
                            await (answer.was === null
                                ? send('DELETE', `/api/record/own/${encodeURIComponent(answer.fact.row)}`)
                                : send('PUT', '/api/record/own', { line: answer.was, instead: answer.line }));
                            setBeside([]);
                            reload();
                        },
                    });
                }}
            />
            {beside.length > 0 && <RowTable caption={say.beside} rows={beside} />}
        </>
    );
}

function AddFact({ onAdded }: { onAdded: (answer: Answer) => void }) {
    const [form, setForm] = useState(empty);
    const [replace, setReplace] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    // The server says which field is meant: "value: character 3", "url".
    const at = problem instanceof ApiProblem ? problem.where?.split(':')[0] : undefined;
    const field = (name: keyof typeof empty, label: string, hint?: string) => (
        <TextField
            label={label}
            hint={hint}
            value={form[name]}
            spellcheck={false}
            problem={at === name && problem instanceof ApiProblem ? problem.detail : undefined}
            onText={(value) => setForm((old) => ({ ...old, [name]: value }))}
        />
    );
    const add = async (event: Event) => {
        event.preventDefault();
        setBusy(true);
        setProblem(null);
        try {
            const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== ''));
            const answer = await send<Answer>('POST', '/api/record/own', { ...given, replace });
            setForm(empty);
            setReplace(false);
            onAdded(answer);
        } catch (wrong) {
            setProblem(wrong);
        } finally {
            setBusy(false);
        }
    };
    return (
        <form onSubmit={(event) => void add(event)} noValidate>
            <h2>{say.add}</h2>
            <div class="fields grid">
                {field('expression', say.expression, say.expressionHint)}
                {field('value', say.value, say.valueHint)}
                {field('source', say.source, say.sourceHint)}
                {field('published', say.published, say.publishedHint)}
                {field('url', say.url, say.urlHint)}
                {field('basis', say.basis)}
                {field('note', say.note)}
            </div>
            <Check label={say.replace} checked={replace} onCheck={setReplace} />
            {problem !== null && !(at && at in empty) && <Problem problem={problem} />}
            <p>
                <Button kind="primary" type="submit" busy={busy}>
                    {say.go}
                </Button>
            </p>
        </form>
    );
}
