import type { ComponentChildren, JSX } from 'preact';

export interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'size'> {
    kind?: 'plain' | 'primary' | 'quiet' | 'danger';
    small?: boolean;
    /** The work it started goes on: it cannot be pressed again, and keeps the focus. */
    busy?: boolean;
    children?: ComponentChildren;
}

/** A button. While busy it stays focusable and says so, instead of being disabled under the reader's finger. */
export function Button({ kind = 'plain', small, busy, class: more, onClick, children, ...rest }: ButtonProps) {
    return (
        <button
            type="button"
            {...rest}
            class={`button ${kind} ${small ? 'small' : ''} ${more ?? ''}`}
            aria-disabled={busy || undefined}
            aria-busy={busy || undefined}
            onClick={busy ? (event) => event.preventDefault() : onClick}
        >
            {children}
        </button>
    );
}
