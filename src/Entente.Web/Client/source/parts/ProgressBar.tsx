import { percent } from '../words/common';

/** How far work is, from 0 to 1; null where nobody can tell. */
export function ProgressBar({ value, label }: { value: number | null; label: string }) {
    const known = value !== null && Number.isFinite(value);
    return (
        <div class="progress">
            <progress max={1} value={known ? Math.min(1, Math.max(0, value)) : undefined} aria-label={label} />
            {known && <span class="number">{percent(value)}</span>}
        </div>
    );
}
