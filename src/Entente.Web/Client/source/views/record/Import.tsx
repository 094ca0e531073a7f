import { useEffect, useRef, useState } from 'preact/hooks';
import { useApi } from '../../api';
import { cancelJob, jobs } from '../../jobs';
import { announce } from '../../parts/Announcer';
import { Button } from '../../parts/Button';
import { DataTable } from '../../parts/DataTable';
import { Check, Choice, Field, TextField } from '../../parts/Field';
import { ProgressBar } from '../../parts/ProgressBar';
import { Loading, Problem } from '../../parts/States';
import { toastProblem } from '../../parts/Toast';
import { text, useQuery } from '../../router';
import { useStore } from '../../store';
import { record as words } from '../../words/record';
import { begin, forget, importing, type Importing } from './importing';
import type { Dataset, Datasets } from './types';
import { UnplacedTable } from './Unplaced';

const say = words.import;
const nothing = text();

/** Choosing a dataset and its files, and what becomes of them. */
export function ImportForm() {
    const { data, problem, reload } = useApi<Datasets>('/api/record/datasets?limit=200');
    const now = useStore(importing);
    const running = useStore(jobs).find((job) => job.kind === 'import' && (job.state === 'running' || job.state === 'queued'));
    if (!data) return problem ? <Problem problem={problem} onRetry={reload} /> : <Loading />;
    return (
        <>
            <h2>{say.heading}</h2>
            <p class="measure">{say.intro}</p>
            {now && <State of={now} />}
            {!now && running && <Running title={running.title} value={running.progress} message={running.message} onCancel={() => void cancelJob(running.id).catch(toastProblem)} />}
            {now?.state !== 'sending' && now?.state !== 'running' && !running && <Form datasets={data.items.filter((one) => one.importable)} />}
        </>
    );
}

function Form({ datasets }: { datasets: readonly Dataset[] }) {
    const [name, setName] = useQuery('dataset', nothing);
    const [files, setFiles] = useState<readonly File[]>([]);
    const [mapping, setMapping] = useState<File | null>(null);
    const [vintage, setVintage] = useState('');
    const [published, setPublished] = useState('');
    const [accept, setAccept] = useState(false);
    const [missing, setMissing] = useState(false);
    const dataset = datasets.find((one) => one.name === name);
    const go = (event: Event) => {
        event.preventDefault();
        if (!dataset || files.length === 0) {
            setMissing(true);
            announce(say.missing, 'assertive');
            return;
        }
        const form = new FormData();
        form.set('dataset', dataset.name);
        if (vintage) form.set('vintage', vintage);
        if (published) form.set('published', published);
        if (accept) form.set('acceptUnplaced', 'true');
        if (dataset.needsMapping && mapping) form.set('mapping', mapping, mapping.name);
        for (const file of files) form.append('file', file, file.name);
        void begin(dataset.name, form);
    };
    return (
        <form class="import" onSubmit={go} noValidate>
            <Choice
                label={say.dataset}
                value={name}
                options={[{ value: '', label: say.choose }, ...datasets.map((one) => ({ value: one.name, label: `${one.name}: ${one.title}` }))]}
                onChoose={(value) => setName(value)}
                hint={dataset && <DatasetHint of={dataset} />}
                problem={missing && !dataset ? say.missing : undefined}
            />
            <Files label={say.files} hint={say.filesHint} files={files} onFiles={setFiles} problem={missing && files.length === 0 ? say.missing : undefined} many />
            {dataset?.needsMapping && (
                <Files label={say.mapping} hint={say.mappingHint} files={mapping ? [mapping] : []} onFiles={(chosen) => setMapping(chosen.at(-1) ?? null)} />
            )}
            <div class="row fields">
                <TextField label={say.vintage} hint={say.vintageHint} value={vintage} onText={setVintage} />
                <TextField label={say.published} hint={say.publishedHint} value={published} onText={setPublished} />
            </div>
            <Check label={say.accept} checked={accept} onCheck={setAccept} />
            <p>
                <Button kind="primary" type="submit">
                    {say.go}
                </Button>
            </p>
        </form>
    );
}

function DatasetHint({ of }: { of: Dataset }) {
    return (
        <>
            {of.licence}.{' '}
            {/^https?:/.test(of.address) && (
                <a href={of.address} rel="noreferrer noopener" target="_blank">
                    {say.from(of.address.replace(/^https?:\/\//, '').split('/')[0]!)}
                </a>
            )}
        </>
    );
}

/** A field for files that also takes what is dropped on it. */
function Files({
    label,
    hint,
    files,
    onFiles,
    problem,
    many,
}: {
    label: string;
    hint: string;
    files: readonly File[];
    onFiles: (files: readonly File[]) => void;
    problem?: string;
    many?: boolean;
}) {
    const [over, setOver] = useState(false);
    const add = (chosen: FileList | null) => {
        if (!chosen || chosen.length === 0) return;
        const fresh = [...chosen];
        onFiles(many ? [...files.filter((old) => !fresh.some((one) => one.name === old.name)), ...fresh] : fresh.slice(0, 1));
    };
    return (
        <div
            class={`drop ${over ? 'over' : ''}`}
            onDragOver={(event) => {
                event.preventDefault();
                setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
                event.preventDefault();
                setOver(false);
                add(event.dataTransfer?.files ?? null);
            }}
        >
            <Field label={label} hint={hint} problem={problem}>
                {(aria) => (
                    <input
                        {...aria}
                        type="file"
                        multiple={many}
                        onChange={(event) => {
                            add(event.currentTarget.files);
                            event.currentTarget.value = '';
                        }}
                    />
                )}
            </Field>
            {files.length > 0 && (
                <ul class="plain files">
                    {files.map((file) => (
                        <li key={file.name}>
                            {file.name} <span class="faint">{say.size(file.size)}</span>
                            <Button small kind="quiet" aria-label={say.remove(file.name)} onClick={() => onFiles(files.filter((one) => one !== file))}>
                                <span aria-hidden="true">×</span>
                            </Button>
                        </li>
                    ))}
                </ul>
            )}
        </div>
    );
}

function State({ of }: { of: Importing }) {
    const job = useStore(jobs).find((one) => one.id === of.job);
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (of.state === 'done' || of.state === 'failed' || of.state === 'cancelled') box.current?.focus();
    }, [of.state]);
    if (of.state === 'sending' || of.state === 'running')
        return (
            <Running
                title={say.job(of.dataset)}
                value={of.state === 'sending' ? null : (job?.progress ?? null)}
                message={of.state === 'sending' ? say.sending : (job?.message ?? say.running)}
                onCancel={() => of.cancel?.()}
            />
        );
    return (
        <div class="outcome" ref={box} tabIndex={-1}>
            {of.state === 'cancelled' && <p>{say.cancelled}</p>}
            {of.state === 'failed' && <Problem problem={of.problem} />}
            {of.state === 'done' && of.result && (
                <>
                    <p class="good">
                        {of.result.already ? say.already(of.result.import.id) : say.done(of.result.import.dataset, of.result.import.vintage, of.result.import.rows)}{' '}
                        <a href={`/record/datasets/${of.result.import.dataset}`}>{of.result.import.dataset}</a>
                    </p>
                    {!of.result.already && (
                        <DataTable
                            caption={say.tables}
                            dense
                            rows={of.result.import.tables}
                            columns={[
                                { key: 'name', label: say.table },
                                { key: 'rows', label: words.dataset.rows, numeric: true },
                                { key: 'years', label: words.datasets.columns.years, value: (table) => words.years(table.from, table.to) },
                            ]}
                        />
                    )}
                    {of.result.unplaced.length > 0 && <UnplacedTable rows={of.result.unplaced} all={of.result.import.unplaced} />}
                </>
            )}
            <p>
                <Button onClick={forget}>{say.another}</Button>
            </p>
        </div>
    );
}

function Running({ title, value, message, onCancel }: { title: string; value: number | null; message: string | null; onCancel: () => void }) {
    return (
        <div class="outcome running">
            <p>
                <strong>{title}</strong> <span class="faint">{message}</span>
            </p>
            <ProgressBar value={value} label={title} />
            <p>
                <Button onClick={onCancel}>{say.cancel}</Button>
            </p>
        </div>
    );
}
