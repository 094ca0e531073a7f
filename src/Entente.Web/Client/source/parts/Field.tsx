import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What an input needs so that label, hint and problem belong to it. Spread it: `<input {...aria} />`. */
export interface FieldAria {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
}

export interface FieldProps {
    label: ComponentChildren;
    hint?: ComponentChildren;
    /** What is wrong with the value, where it was found and what was expected. */
    problem?: ComponentChildren;
    /** The label is there for a screen reader alone. */
    hideLabel?: boolean;
    class?: string;
    children: (aria: FieldAria) => ComponentChildren;
}

export function Field({ label, hint, problem, hideLabel, class: more, children }: FieldProps) {
    const id = useId();
    const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
    return (
        <div class={`field ${more ?? ''}`}>
            <label class={hideLabel ? 'sr' : 'label'} for={id}>
                {label}
            </label>
            {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined })}
            {hint && (
                <div class="hint" id={`${id}-hint`}>
                    {hint}
                </div>
            )}
            {problem && (
                <div class="field-problem" id={`${id}-problem`}>
                    {problem}
                </div>
            )}
        </div>
    );
}

type Simple = Omit<FieldProps, 'children'>;

/** What a line of text can be given besides its value. */
export interface TextProps {
    type?: 'text' | 'search' | 'number' | 'date' | 'url';
    value?: string;
    placeholder?: string;
    disabled?: boolean;
    required?: boolean;
    min?: string | number;
    max?: string | number;
    step?: string | number;
    maxLength?: number;
    spellcheck?: boolean;
    inputClass?: string;
    /** While it is typed. */
    onText?: (text: string) => void;
    /** When it is left or entered. */
    onDone?: (text: string) => void;
}

/** A field with a line of text, a number or a date in it. */
export function TextField({ label, hint, problem, hideLabel, class: more, type = 'text', inputClass, onText, onDone, ...rest }: Simple & TextProps) {
    return (
        <Field label={label} hint={hint} problem={problem} hideLabel={hideLabel} class={more}>
            {(aria) => (
                <input
                    {...rest}
                    {...aria}
                    type={type as 'text'}
                    autocomplete="off"
                    class={inputClass}
                    onInput={(event) => onText?.(event.currentTarget.value)}
                    onChange={(event) => onDone?.(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

/** A choice among few. */
export function Choice<T extends string>({
    label,
    hint,
    problem,
    hideLabel,
    class: more,
    value,
    options,
    onChoose,
}: Simple & { value: T; options: readonly { value: T; label: string }[]; onChoose: (value: T) => void }) {
    return (
        <Field label={label} hint={hint} problem={problem} hideLabel={hideLabel} class={more}>
            {(aria) => (
                <select {...aria} value={value} onChange={(event) => onChoose(event.currentTarget.value as T)}>
                    {options.map((option) => (
                        <option key={option.value} value={option.value} selected={option.value === value}>
                            {option.label}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}

/** A box to tick. */
export function Check({ label, checked, onCheck, disabled }: { label: ComponentChildren; checked: boolean; onCheck: (checked: boolean) => void; disabled?: boolean }) {
    return (
        <label class="check">
            <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onCheck(event.currentTarget.checked)} />
            <span>{label}</span>
        </label>
    );
}
