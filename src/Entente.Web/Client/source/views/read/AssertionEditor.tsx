import { useEffect, useRef, useState } from 'preact/hooks';
import { abandoned, send } from '../../api';
import { announce } from '../../parts/Announcer';
import { Button } from '../../parts/Button';
import { Field } from '../../parts/Field';
import { problemWords } from '../../parts/States';
import { verdicts } from '../../words/common';
import { read as words } from '../../words/read';
import type { ClaimDetail, LocatedError } from './types';

/** After the last key; short enough to feel like none. */
const PATIENCE = 180;

interface Props {
    document: string;
    claim: string;
    asOf: string;
    original: string;
    none: boolean;
    /** What the record says of what was typed; null where it is the text's own again, or cannot be read. */
    onTested: (detail: ClaimDetail | null) => void;
}

/** What is asserted, to be changed: tested as it is typed, with what is wrong underlined in its place. */
export function AssertionEditor({ document: id, claim, asOf, original, none, onTested }: Props) {
    const [text, setText] = useState(original);
    const [errors, setErrors] = useState<readonly LocatedError[]>([]);
    const [value, setValue] = useState<string | null>(null);
    const [testing, setTesting] = useState(false);
    const stop = useRef<AbortController | null>(null);
    const timer = useRef(0);
    useEffect(() => setText(original), [original]);
    useEffect(
        () => () => {
            clearTimeout(timer.current);
            stop.current?.abort();
        },
        [],
    );
    const settle = (detail: ClaimDetail | null, wrong: readonly LocatedError[], said: string | null) => {
        setErrors(wrong);
        setValue(said);
        setTesting(false);
        onTested(detail);
    };
    const test = async (expression: string) => {
        stop.current?.abort();
        const mine = (stop.current = new AbortController());
        setTesting(true);
        try {
            const detail = await send<ClaimDetail>('POST', '/api/claims/test', { expression, document: id, claim, asOf: asOf || undefined }, { signal: mine.signal });
            settle(detail.claim ? detail : null, detail.errors, detail.value ?? null);
            if (detail.claim) announce(words.panel.editedSays(verdicts[detail.claim.verdict]));
        } catch (problem) {
            if (abandoned(problem)) return;
            settle(null, [{ start: 0, end: 0, found: '', expected: '', hint: null, message: problemWords(problem) }], null);
        }
    };
    const typed = (next: string) => {
        setText(next);
        clearTimeout(timer.current);
        stop.current?.abort();
        if (next.trim() === original.trim() || next.trim() === '') {
            settle(null, [], null);
            return;
        }
        timer.current = window.setTimeout(() => void test(next), PATIENCE);
    };
    const first = errors[0];
    const problem = first && (
        <>
            {first.message}
            {value && <> {words.editor.value(value)}</>}
        </>
    );
    return (
        <div class="assertion">
            {none && <p class="gap">{words.panel.noAssertion}</p>}
            <Field
                label={words.editor.label}
                hint={
                    <>
                        {testing ? words.editor.testing : words.editor.hint} <a href="/manual/claim-language">{words.editor.language}</a>
                    </>
                }
                problem={problem}
            >
                {(aria) => (
                    <div class="located">
                        <div class="located-under" aria-hidden="true">
                            {underlined(text, first)}
                        </div>
                        <textarea {...aria} class="code" rows={Math.min(6, 1 + Math.ceil(text.length / 44))} spellcheck={false} value={text} onInput={(event) => typed(event.currentTarget.value)} />
                    </div>
                )}
            </Field>
            {text.trim() !== original.trim() && (
                <Button small onClick={() => typed(original)}>
                    {words.editor.restore}
                </Button>
            )}
        </div>
    );
}

/** The text with the wrong place marked; what is missing is marked where it should stand. */
function underlined(text: string, error: LocatedError | undefined) {
    if (!error) return text;
    const start = Math.min(error.start, text.length);
    const end = Math.max(start + 1, Math.min(error.end, text.length + 1));
    return (
        <>
            {text.slice(0, start)}
            <u>{text.slice(start, end) || '\u00a0'}</u>
            {text.slice(end)}
        </>
    );
}
