import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, send } from '../../api';
import { Button } from '../../parts/Button';
import { Check, Field, TextField } from '../../parts/Field';
import { toast, toastProblem } from '../../parts/Toast';
import { navigate } from '../../router';
import { whatif as words } from '../../words/whatif';
import type { Description } from './model';
import { writeInto } from './writing';

export interface TextPaneProps {
    described: Description;
    /** The text as it is edited; null where it is the file's. */
    text: string | null;
    original: string;
    set: Readonly<Record<string, number>>;
    problem: unknown;
    /** A line to show, and a number that changes when it is asked for again. */
    line: { at: number; round: number } | null;
    onText(text: string | null): void;
    onWritten(names: readonly string[]): void;
    onSaved(): void;
}

/** The file itself: the same question as the sliders, in words. */
export function TextPane({ described, text, original, set, problem, line, onText, onWritten, onSaved }: TextPaneProps) {
    const area = useRef<HTMLTextAreaElement>(null);
    const fold = useRef<HTMLDetailsElement>(null);
    const shown = text ?? original;
    const place = problem instanceof ApiProblem ? placeOf(problem) : null;
    const show = (at: number) => {
        if (fold.current) fold.current.open = true;
        const box = area.current;
        if (!box) return;
        const lines = shown.split('\n');
        const from = lines.slice(0, at - 1).reduce((sum, one) => sum + one.length + 1, 0);
        box.focus();
        box.setSelectionRange(from, from + (lines[at - 1]?.length ?? 0));
        box.scrollTop = Math.max(0, (at - 4) * (box.scrollHeight / Math.max(1, lines.length)));
    };
    useEffect(() => {
        if (line) show(line.at);
    }, [line]);
    const put = () => {
        const result = writeInto(shown, described.ranges, set);
        if (result.written.length === 0) return void toast(words.putInNone);
        onText(result.text);
        onWritten(result.written);
        toast(words.putInDone(result.written.length));
    };
    return (
        <details class="text-pane" ref={fold} open={text !== null}>
            <summary>
                {words.text}
                {text !== null && <span class="tag warn">{words.textEdited}</span>}
            </summary>
            <Field
                label={words.text}
                hideLabel
                hint={words.textHint}
                problem={
                    problem ? (
                        <>
                            <span>{problem instanceof ApiProblem ? problem.detail : String((problem as Error).message ?? problem)}</span>{' '}
                            {place && (
                                <button type="button" class="link" onClick={() => show(place)}>
                                    {words.goTo(place)}
                                </button>
                            )}
                        </>
                    ) : undefined
                }
            >
                {(aria) => (
                    <textarea
                        {...aria}
                        ref={area}
                        class="code"
                        rows={16}
                        spellcheck={false}
                        value={shown}
                        onInput={(event) => onText(event.currentTarget.value === original ? null : event.currentTarget.value)}
                    />
                )}
            </Field>
            <div class="row">
                {text !== null && <Button onClick={() => onText(null)}>{words.resetText}</Button>}
                {Object.keys(set).length > 0 && <Button onClick={put}>{words.putIn}</Button>}
            </div>
            <Saving described={described} text={shown} onSaved={onSaved} />
        </details>
    );
}

function Saving({ described, text, onSaved }: { described: Description; text: string; onSaved(): void }) {
    const [name, setName] = useState(described.own ? described.id.slice(1) : described.id);
    const [replace, setReplace] = useState(false);
    const [problem, setProblem] = useState<string | undefined>(undefined);
    const [busy, setBusy] = useState(false);
    const id = `~${name}`;
    const save = async () => {
        setBusy(true);
        try {
            await send('PUT', `/api/scenarios/${encodeURIComponent(id)}`, { text, replace: replace || id === described.id });
            setProblem(undefined);
            const undo =
                id === described.id ? { undo: () => send('POST', `/api/scenarios/${encodeURIComponent(id)}/restore`).then(onSaved) } : {};
            toast(words.saved(name), { kind: 'good', ...undo });
            if (id === described.id) onSaved();
            else navigate(`/whatif/${encodeURIComponent(id)}`);
        } catch (failure) {
            if (failure instanceof ApiProblem) setProblem(failure.detail);
            else toastProblem(failure);
        } finally {
            setBusy(false);
        }
    };
    const remove = async () => {
        try {
            await send('DELETE', `/api/scenarios/${encodeURIComponent(described.id)}`);
            toast(words.removed(name), {
                undo: async () => {
                    await send('POST', `/api/scenarios/${encodeURIComponent(described.id)}/restore`);
                    navigate(`/whatif/${encodeURIComponent(described.id)}`);
                },
            });
            navigate('/whatif');
        } catch (failure) {
            toastProblem(failure);
        }
    };
    return (
        <form
            class="saving"
            onSubmit={(event) => {
                event.preventDefault();
                void save();
            }}
        >
            <div class="row end">
                <TextField label={words.saveName} value={name} hint={words.saveHint} problem={problem} onText={setName} maxLength={80} />
                <Button type="submit" busy={busy}>
                    {words.save}
                </Button>
                {described.own && (
                    <Button kind="danger" onClick={() => void remove()}>
                        {words.remove}
                    </Button>
                )}
            </div>
            {problem && id !== described.id && <Check label={words.replace} checked={replace} onCheck={setReplace} />}
        </form>
    );
}

/** The line that a problem names: `samples/scenarios/gone.yml:3, column 7`. */
function placeOf(problem: ApiProblem): number | null {
    const found = /:(\d+)(?:, column \d+)?$/.exec(problem.where ?? '');
    return found ? Number(found[1]) : null;
}
