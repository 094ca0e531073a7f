import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApi } from '../../api';
import { Button } from '../../parts/Button';
import { CopyButton } from '../../parts/CopyButton';
import { Check, Choice, TextField } from '../../parts/Field';
import { Heading } from '../../parts/Heading';
import { Loading, Problem } from '../../parts/States';
import { toastProblem } from '../../parts/Toast';
import { setQuery, usePlace } from '../../router';
import { whatif as words } from '../../words/whatif';
import { keysOf, numbers, packed, read, unpacked, written } from './address';
import type { Asked, Description } from './model';
import { Results } from './Results';
import { Settings } from './Settings';
import { TextPane } from './TextPane';
import { useRun } from './useRun';

const usualDraws = (kind: string) => (kind === 'argument' ? 10_000 : 1000);

/** One scenario or argument: its numbers to move, its text to edit, and what comes of it. */
export function Editor({ id }: { id: string }) {
    const { data: file, problem: unread, reload } = useApi<Description>(`/api/scenarios/${encodeURIComponent(id)}`);
    const { query } = usePlace();
    const t = query.get('t');
    // The text of the address is unpacked once; after that the address follows the text.
    const [text, setText] = useState<string | null>(null);
    const [unpacking, setUnpacking] = useState(t !== null);
    useEffect(() => {
        if (t !== null) void unpacked(t).then((found) => (setText(found), setUnpacking(false)));
    }, []);
    const [set, setSet] = useState<Record<string, number>>(() => numbers(query.get('set')));
    const [codes, setCodes] = useState<Record<string, string>>(() => read(query.get('with')));
    const [against, setAgainst] = useState(query.get('against') ?? '');
    // As typed: what is asked follows every letter, so that a run asks for what is on the screen.
    const [seedText, setSeedText] = useState(query.get('seed') ?? '1');
    const [drawsText, setDrawsText] = useState(query.get('draws') ?? '');
    const seed = /^\d{1,19}$/.test(seedText) ? seedText : '1';
    const draws = /^\d{1,7}$/.test(drawsText) ? Number(drawsText) : null;
    const [sensitivity, setSensitivity] = useState(query.get('s') === '1');
    const [line, setLine] = useState<{ at: number; round: number } | null>(null);
    const keys = useRef(keysOf(query));

    const asked = useMemo<Asked | null>(() => (file && !unpacking ? { id, text, set, with: codes, against, seed } : null), [file, unpacking, id, text, set, codes, against, seed]);
    const title = file?.title ?? id;
    // An address of a run is run as it says, in full, and not by the way.
    const [reproducing, setReproducing] = useState(keys.current !== null);
    const state = useRun(asked, title, reproducing);
    const described = state.shown?.run.description ?? file;
    const count = draws ?? usualDraws(file?.kind ?? '');

    useEffect(() => {
        if (!asked || !reproducing || state.full) return;
        state.runFull(count, sensitivity, keys.current);
        setReproducing(false);
    }, [asked, reproducing]);

    // The address follows what is set, one entry of the history for all of it.
    const first = useRef(true);
    useEffect(() => {
        if (unpacking) return;
        if (first.current) {
            first.current = false;
            return;
        }
        const timer = setTimeout(async () => {
            const letters = text === null ? null : await packed(text);
            setQuery({ ...query_(set, codes, against, seed, draws, sensitivity), t: letters, h: null, b: null, r: null, v: null });
        }, 400);
        return () => clearTimeout(timer);
    }, [set, codes, against, seed, draws, sensitivity, text, unpacking]);

    const onSet = useCallback(
        (name: string, value: number | null) =>
            setSet((old) => {
                if (value !== null) return old[name] === value ? old : { ...old, [name]: value };
                if (!(name in old)) return old;
                const { [name]: _, ...rest } = old;
                return rest;
            }),
        [],
    );
    const onWith = useCallback((name: string, value: string) => setCodes(({ [name]: _, ...rest }) => (value ? { ...rest, [name]: value } : rest)), []);
    const onLine = useCallback((at: number) => setLine((old) => ({ at, round: (old?.round ?? 0) + 1 })), []);
    const permalink = async () => {
        const run = state.shown!.run;
        const letters = text === null ? '' : await packed(text);
        if (letters === null) {
            toastProblem(new Error(words.tooLong));
            throw new Error(words.tooLong);
        }
        const search = new URLSearchParams();
        const all = { ...query_(set, codes, against, seed, count, sensitivity), seed, t: letters || null, ...run.keys };
        for (const [name, value] of Object.entries(all)) if (value) search.set(name, value);
        return `${location.origin}/whatif/${encodeURIComponent(id)}?${search}`;
    };
    const reset = () => {
        setSet({});
        setCodes({});
        setAgainst('');
        setText(null);
        setSeedText('1');
        setDrawsText('');
    };

    if (!file || !described) return unread ? <Problem problem={unread} onRetry={reload} /> : <Loading />;
    const touched = Object.keys(set).length > 0 || Object.keys(codes).length > 0 || text !== null || against !== '' || seed !== '1' || draws !== null;
    const job = state.shown?.job && !state.stale ? state.shown.job : null;
    return (
        <>
            <p class="back">
                <a href="/whatif">{words.back}</a>
            </p>
            <Heading
                title={plainTitle(described)}
                sub={
                    <>
                        {described.question && <p>{filled(described.question, described, codes)}</p>}
                        <p class="faint">
                            {described.author && `${described.author}, ${described.date} · `}
                            {described.file}
                        </p>
                    </>
                }
            >
                {filled(described.title, described, codes)}
            </Heading>
            <p class="to-results">
                <a href="#results">{words.toResults}</a>
            </p>
            <div class="editor">
                <div class="settings stack">
                    <div class="row spread">
                        <h2>{words.settings}</h2>
                        {touched && (
                            <Button small kind="quiet" onClick={reset}>
                                {words.reset}
                            </Button>
                        )}
                    </div>
                    {described.measures && described.measures.length > 0 && (
                        <details>
                            <summary>{words.measures}</summary>
                            <ul class="soft">
                                {described.measures.map((measure) => (
                                    <li key={measure}>{measure}</li>
                                ))}
                            </ul>
                            {described.base && <p class="faint">{words.baseOf(described.base.name, described.base.figuresCited, described.base.figuresAssumed)}</p>}
                        </details>
                    )}
                    <Settings described={described} set={set} with={codes} onSet={onSet} onWith={onWith} onLine={onLine} />
                    {described.comparable && described.comparable.length > 0 && (
                        <Choice
                            label={words.against}
                            value={against}
                            options={[{ value: '', label: words.againstNone }, ...described.comparable.map((one) => ({ value: one.id, label: `${one.title} (${one.author})` }))]}
                            onChoose={setAgainst}
                        />
                    )}
                    <TextPane
                        described={described}
                        text={text}
                        original={file.text}
                        set={set}
                        problem={state.problem}
                        line={line}
                        onText={setText}
                        onWritten={(names) => names.forEach((name) => onSet(name, null))}
                        onSaved={reload}
                    />
                    <fieldset class="full-run stack tight">
                        <legend class="sr">{words.run}</legend>
                        <div class="row end">
                            <TextField label={words.draws} type="number" min={20} max={1_000_000} hint={words.drawsHint(usualDraws(file.kind))} value={drawsText} placeholder={String(count)} problem={draws !== null && draws !== 0 && (draws < 20 || draws > 1_000_000) ? words.drawsWrong : undefined} onText={setDrawsText} />
                            <TextField label={words.seed} value={seedText} hint={words.seedHint} problem={seed === seedText ? undefined : words.seedWrong} onText={setSeedText} />
                        </div>
                        {file.kind === 'scenario' && <Check label={words.sensitivity} checked={sensitivity} onCheck={setSensitivity} />}
                        <div class="row">
                            <Button kind="primary" busy={state.full !== null} onClick={() => state.runFull(count, sensitivity && file.kind === 'scenario')}>
                                {state.full ? words.running : words.run}
                            </Button>
                            {state.full && <Button onClick={() => void state.full!.cancel().catch(toastProblem)}>{words.cancelRun}</Button>}
                        </div>
                    </fieldset>
                </div>
                <div class="outcome stack">
                    <div class="row spread">
                        <h2 id="results">{words.results}</h2>
                        <div class="row">
                            {state.shown && !state.stale && state.shown.run.result && <CopyButton text={permalink}>{words.permalink}</CopyButton>}
                            {job && (
                                <span class="row" role="group" aria-label={words.download}>
                                    {['HTML', 'JSON', 'CSV'].map((format) => (
                                        <a key={format} class="button small" download href={`/api/whatif/runs/${job}/report?format=${format.toLowerCase()}`} aria-label={words.downloadAs(format)}>
                                            {format}
                                        </a>
                                    ))}
                                </span>
                            )}
                        </div>
                    </div>
                    {!job && <p class="faint download-later">{words.downloadLater}</p>}
                    {state.problem !== null && state.problem !== undefined && <Problem problem={state.problem} />}
                    <Results state={state} kind={described.kind} />
                </div>
            </div>
        </>
    );
}

const query_ = (
    set: Readonly<Record<string, number>>,
    codes: Readonly<Record<string, string>>,
    against: string,
    seed: string,
    draws: number | null,
    sensitivity: boolean,
): Record<string, string | null> => ({
    set: written(set),
    with: written(codes),
    against: against || null,
    seed: seed === '1' ? null : seed,
    draws: draws === null ? null : String(draws),
    s: sensitivity ? '1' : null,
});

/** `{A} and {B} without each other` with the names of the regions that A and B stand for. */
function filled(text: string, described: Description, codes: Readonly<Record<string, string>>): string {
    return described.parameters.reduce((all, one) => {
        const names = (codes[one.name] ?? one.value).split(',').map((code) => described.regions?.find((region) => region.code === code.trim())?.name ?? code);
        return all.replaceAll(`{${one.name}}`, names.join(', '));
    }, text);
}

const plainTitle = (described: Description) => filled(described.title, described, {});
