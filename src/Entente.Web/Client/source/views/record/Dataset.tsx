import { useState } from 'preact/hooks';
import { get, type Page, useApi } from '../../api';
import { JobCancelled, startJob } from '../../jobs';
import { announce } from '../../parts/Announcer';
import { Button } from '../../parts/Button';
import { CopyButton } from '../../parts/CopyButton';
import { DataTable } from '../../parts/DataTable';
import { Dialog } from '../../parts/Dialog';
import { Loading, Problem } from '../../parts/States';
import { toast, toastProblem } from '../../parts/Toast';
import { navigate } from '../../router';
import { date, words as common } from '../../words/common';
import { record as words } from '../../words/record';
import { forget } from './importing';
import { UnplacedTable } from './Unplaced';
import type { Datasets, Import, Unplaced } from './types';

const say = words.dataset;
const isAddress = (text: string) => /^https?:\/\//.test(text);

/** One dataset: what it is, on what terms, and what of it is in the record. */
export function DatasetPage({ name }: { name: string }) {
    const { data, problem, reload } = useApi<Datasets>('/api/record/datasets?limit=200');
    const [leaving, setLeaving] = useState<Import | null>(null);
    if (!data) return problem ? <Problem problem={problem} onRetry={reload} /> : <Loading />;
    const one = data.items.find((it) => it.name === name);
    if (!one)
        return (
            <p>
                {say.unknown(name)} <a href="/record">{say.back}</a>
            </p>
        );
    const facts: [string, preact.ComponentChildren][] = [
        [say.producer, `${one.producer} (${one.year})`],
        [say.published, one.in],
        [say.licence, one.licence],
        [
            say.address,
            isAddress(one.address) ? (
                <a href={one.address} rel="noreferrer noopener" target="_blank">
                    {one.address}
                </a>
            ) : (
                one.address
            ),
        ],
        [say.authority, one.authority],
        [
            say.answers,
            one.answers.length === 0
                ? say.answersNone
                : one.answers.map((measure, i) => (
                      <span key={measure}>
                          {i > 0 && ', '}
                          <a href={`/record/coverage?measure=${encodeURIComponent(measure)}`}>{measure}</a>
                      </span>
                  )),
        ],
        [say.tables, one.tables.join(', ')],
        [say.citation, one.citation],
    ];
    return (
        <article class="dataset">
            <p>
                <a href="/record">{say.back}</a>
            </p>
            <h2>{one.title}</h2>
            <dl class="facts">
                {facts.map(([term, value]) => (
                    <div key={term}>
                        <dt>{term}</dt>
                        <dd>{value}</dd>
                    </div>
                ))}
            </dl>
            <div class="row">
                {one.importable ? (
                    <a class="button primary" href={`/record/import?dataset=${one.name}`}>
                        {say.import(one.name)}
                    </a>
                ) : (
                    <p class="faint">{say.computed}</p>
                )}
                <CopyButton small={false} text={() => get<string>(`/api/record/cite?format=bibtex&what=${encodeURIComponent(one.name)}`)}>
                    {say.bibtex}
                </CopyButton>
                {one.imports.length > 0 && (
                    <a class="button" href={`/record/coverage?dataset=${one.name}`}>
                        {say.coverage}
                    </a>
                )}
            </div>
            <h3>{say.imports}</h3>
            {one.imports.length === 0 && <p class="faint">{say.none}</p>}
            {one.imports.map((it) => (
                <Release key={it.id} of={it} onTakeOut={() => setLeaving(it)} />
            ))}
            <Dialog
                open={leaving !== null}
                title={words.undo.title}
                onClose={() => setLeaving(null)}
                actions={
                    <>
                        <Button onClick={() => setLeaving(null)}>{common.cancel}</Button>
                        <Button
                            kind="danger"
                            onClick={() => {
                                const it = leaving!;
                                setLeaving(null);
                                void takeOut(it, reload);
                            }}
                        >
                            {words.undo.confirm}
                        </Button>
                    </>
                }
            >
                {leaving && <p>{words.undo.text(leaving.rows, leaving.dataset, leaving.vintage)}</p>}
                <p>{words.undo.back}</p>
            </Dialog>
        </article>
    );
}

async function takeOut(one: Import, reload: () => void): Promise<void> {
    try {
        const { result } = await startJob(`/api/record/imports/${one.id}`, undefined, words.undo.job(one.dataset, one.id), 'DELETE');
        await result;
        forget();
        reload();
        toast(words.undo.done(one.dataset, one.vintage), {
            undo: () => navigate(`/record/import?dataset=${encodeURIComponent(one.dataset)}`),
            undoWord: words.undo.again,
        });
    } catch (problem) {
        if (problem instanceof JobCancelled) announce(common.jobs.cancelled);
        else toastProblem(problem);
    }
}

function Release({ of, onTakeOut }: { of: Import; onTakeOut: () => void }) {
    const [unplaced, setUnplaced] = useState<readonly Unplaced[] | null>(null);
    const show = async () => {
        try {
            setUnplaced((await get<Page<Unplaced>>(`/api/record/imports/${of.id}/unplaced?limit=500`)).items);
        } catch (problem) {
            toastProblem(problem);
        }
    };
    return (
        <section class="release" aria-labelledby={`import-${of.id}`}>
            <div class="row spread">
                <h4 id={`import-${of.id}`}>
                    {say.release} {of.vintage}
                </h4>
                <Button kind="danger" small aria-label={say.undoLabel(of.id, of.vintage)} onClick={onTakeOut}>
                    {say.undo}
                </Button>
            </div>
            <p class="faint">
                {[say.import1(of.id), `${say.at} ${date(of.importedAt)}`, of.published && `${say.appeared} ${date(of.published)}`, words.years(of.from, of.to)].filter(Boolean).join(' · ')}
            </p>
            <DataTable
                caption={words.import.tables}
                hideCaption
                dense
                rows={of.tables}
                keyOf={(table) => table.name}
                columns={[
                    { key: 'name', label: words.import.table },
                    { key: 'rows', label: say.rows, numeric: true },
                    { key: 'years', label: words.datasets.columns.years, value: (table) => words.years(table.from, table.to) },
                ]}
            />
            <ul class="plain files">
                {of.files.map((file) => (
                    <li key={file.name}>
                        {file.name} <span class="faint">{words.import.size(file.bytes)}</span>
                        <code class="hash" title={file.sha256}>{`${say.sha} ${file.sha256.slice(0, 16)}…`}</code>
                    </li>
                ))}
            </ul>
            {of.unplaced > 0 && !unplaced && (
                <p>
                    {say.unplaced(of.unplaced)}{' '}
                    <Button small onClick={() => void show()}>
                        {say.showUnplaced}
                    </Button>
                </p>
            )}
            {unplaced && <UnplacedTable rows={unplaced} all={of.unplaced} />}
        </section>
    );
}
