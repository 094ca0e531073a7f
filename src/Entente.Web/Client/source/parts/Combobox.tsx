import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { abandoned } from '../api';
import { words } from '../words/common';
import { Field } from './Field';

export interface Suggestion {
    value: string;
    label: string;
    /** More about it, beside the label. */
    note?: string;
}

export interface ComboboxProps {
    label: ComponentChildren;
    hint?: ComponentChildren;
    problem?: ComponentChildren;
    hideLabel?: boolean;
    placeholder?: string;
    /** The words of what is chosen now. */
    text: string;
    /** Suggestions for what was typed; asked after a short rest, and given up when more is typed. */
    suggest: (typed: string, signal: AbortSignal) => Promise<readonly Suggestion[]> | readonly Suggestion[];
    onChoose: (chosen: Suggestion) => void;
    /** Enter on words that are no suggestion: for search. Without it the words go back to what was chosen. */
    onText?: (typed: string) => void;
    /** Also while the reader types. */
    onInput?: (typed: string) => void;
    class?: string;
}

/** A line of text that suggests, as ARIA's combobox with a list box: arrows, Enter, Escape, Home, End; the focus stays in the text. */
export function Combobox({ label, hint, problem, hideLabel, placeholder, text, suggest, onChoose, onText, onInput, class: more }: ComboboxProps) {
    const id = useId();
    const [typed, setTyped] = useState(text);
    const [open, setOpen] = useState(false);
    const [found, setFound] = useState<readonly Suggestion[] | null>(null);
    const [active, setActive] = useState(-1);
    const edited = useRef(false);
    const asking = useRef<AbortController | null>(null);
    const list = useRef<HTMLUListElement>(null);

    useEffect(() => {
        if (!edited.current) setTyped(text);
    }, [text]);
    useEffect(() => () => asking.current?.abort(), []);
    useEffect(() => {
        list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }, [active]);

    const ask = async (words: string, wait: number) => {
        asking.current?.abort();
        const mine = (asking.current = new AbortController());
        try {
            if (wait) await new Promise((later) => setTimeout(later, wait));
            if (mine.signal.aborted) return;
            const all = await suggest(words, mine.signal);
            if (mine.signal.aborted) return;
            setFound(all);
            setActive(-1);
        } catch (failed) {
            if (!abandoned(failed) && !mine.signal.aborted) setFound([]);
        }
    };
    const show = (words: string, wait = 0) => {
        setOpen(true);
        void ask(words, wait);
    };
    const hide = () => {
        asking.current?.abort();
        setOpen(false);
        setActive(-1);
    };
    const choose = (chosen: Suggestion) => {
        edited.current = false;
        setTyped(chosen.label);
        hide();
        onChoose(chosen);
    };
    const leave = () => {
        hide();
        if (edited.current && !onText) setTyped(text);
        edited.current = false;
    };
    const pressed = (event: KeyboardEvent) => {
        const all = found ?? [];
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (!open) return show(edited.current ? typed : '');
            if (all.length === 0) return;
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setActive(active < 0 ? (step > 0 ? 0 : all.length - 1) : (active + step + all.length) % all.length);
        } else if (event.key === 'Enter') {
            const chosen = all[active] ?? (onText ? undefined : open ? all[0] : undefined);
            if (open && chosen) {
                event.preventDefault();
                choose(chosen);
            } else if (onText) {
                event.preventDefault();
                hide();
                onText(typed);
            }
        } else if (event.key === 'Escape' && open) {
            event.preventDefault();
            event.stopPropagation();
            hide();
        }
    };

    const shown = open && found !== null;
    return (
        <Field label={label} hint={hint} problem={problem} hideLabel={hideLabel} class={`combobox ${more ?? ''}`}>
            {(aria) => (
                <div class="combobox-in">
                    <input
                        {...aria}
                        type="text"
                        role="combobox"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck={false}
                        placeholder={placeholder}
                        aria-autocomplete="list"
                        aria-expanded={shown && found.length > 0}
                        aria-controls={shown && found.length > 0 ? `${id}-list` : undefined}
                        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
                        value={typed}
                        onInput={(event) => {
                            edited.current = true;
                            setTyped(event.currentTarget.value);
                            onInput?.(event.currentTarget.value);
                            show(event.currentTarget.value, 120);
                        }}
                        onFocus={(event) => event.currentTarget.select()}
                        onClick={() => !open && show(edited.current ? typed : '')}
                        onBlur={leave}
                        onKeyDown={pressed}
                    />
                    {shown && found.length > 0 && (
                        <ul class="suggestions" role="listbox" id={`${id}-list`} ref={list} aria-label={typeof label === 'string' ? label : undefined}>
                            {found.map((one, i) => (
                                <li
                                    key={one.value}
                                    id={`${id}-${i}`}
                                    role="option"
                                    aria-selected={i === active}
                                    onMouseDown={(event) => event.preventDefault()}
                                    onClick={() => choose(one)}
                                >
                                    <span>{one.label}</span>
                                    {one.note && <small>{one.note}</small>}
                                </li>
                            ))}
                        </ul>
                    )}
                    {shown && found.length === 0 && <div class="suggestions none">{words.combobox.none}</div>}
                    <span class="sr" role="status">
                        {shown ? words.combobox.results(found.length) : ''}
                    </span>
                </div>
            )}
        </Field>
    );
}
