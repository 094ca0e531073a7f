import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { number, words } from '../words/common';

export interface SliderProps {
    label: ComponentChildren;
    value: number;
    low: number;
    high: number;
    step?: number;
    /** Where the file puts it: a mark on the track, and the way back. */
    declared?: number;
    /** 0.36 → 36 %. The number field keeps base units unless `scale` says otherwise. */
    format?: (value: number) => string;
    /** What the number field shows is `value × scale`: 100 for shares written in percent. */
    scale?: number;
    unit?: string;
    /** Values outside of the range may be typed, and are said to be outside. */
    loose?: boolean;
    hint?: ComponentChildren;
    /** While it moves. */
    onInput?: (value: number) => void;
    /** When it rests. */
    onChange: (value: number) => void;
    disabled?: boolean;
}

/** A number in a declared range: to slide, or to type. */
export function Slider({ label, value, low, high, step, declared, format, scale = 1, unit, loose, hint, onInput, onChange, disabled }: SliderProps) {
    const id = useId();
    const say = format ?? ((n: number) => number(n * scale) + (unit ? ` ${unit}` : ''));
    const [typed, setTyped] = useState<string | null>(null);
    const fine = step ?? stepFor(low, high);
    const shown = typed ?? trim(value * scale);
    const outside = value < low || value > high;
    useEffect(() => setTyped(null), [value]);
    const take = (text: string) => {
        // What is shown is rounded: left as it was, it is no new value.
        if (typed === null) return;
        const given = Number(text.replace(',', '.')) / scale;
        if (text.trim() === '' || !Number.isFinite(given)) return setTyped(null);
        const next = loose ? given : Math.min(high, Math.max(low, given));
        setTyped(null);
        if (next !== value) onChange(next);
    };
    return (
        <div class={`slider ${outside ? 'outside' : ''}`} role="group" aria-labelledby={`${id}-label`}>
            <div class="slider-head">
                <label id={`${id}-label`} for={`${id}-range`} class="label">
                    {label}
                </label>
                <span class="slider-number">
                    <input
                        type="text"
                        inputMode="decimal"
                        aria-labelledby={`${id}-label`}
                        aria-describedby={`${id}-hint`}
                        aria-invalid={outside || undefined}
                        value={shown}
                        disabled={disabled}
                        onInput={(event) => setTyped(event.currentTarget.value)}
                        onBlur={(event) => take(event.currentTarget.value)}
                        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
                    />
                    {unit && <span class="unit">{unit}</span>}
                </span>
            </div>
            <input
                id={`${id}-range`}
                type="range"
                min={low}
                max={high}
                step={fine}
                value={Math.min(high, Math.max(low, value))}
                disabled={disabled}
                aria-valuetext={say(value)}
                aria-describedby={`${id}-hint`}
                list={declared === undefined ? undefined : `${id}-marks`}
                onInput={(event) => onInput?.(Number(event.currentTarget.value))}
                onChange={(event) => onChange(Number(event.currentTarget.value))}
            />
            {declared !== undefined && (
                <datalist id={`${id}-marks`}>
                    <option value={declared} />
                </datalist>
            )}
            <div class="slider-foot">
                <span id={`${id}-hint`} class={outside ? 'field-problem' : 'hint'}>
                    {outside ? words.slider.outside(say(low), say(high)) : words.slider.range(say(low), say(high))}
                    {hint && <> · {hint}</>}
                </span>
                {declared !== undefined && declared !== value && !disabled && (
                    <button type="button" class="link" onClick={() => onChange(declared)}>
                        {words.slider.reset} ({say(declared)})
                    </button>
                )}
            </div>
        </div>
    );
}

/** About two hundred steps over the range, on a round number. */
export function stepFor(low: number, high: number): number {
    const raw = Math.abs(high - low) / 200;
    if (!(raw > 0)) return 1;
    const power = 10 ** Math.floor(Math.log10(raw));
    return power * (raw / power >= 5 ? 5 : raw / power >= 2 ? 2 : 1);
}

const trim = (value: number) => String(Number(value.toPrecision(4)));
