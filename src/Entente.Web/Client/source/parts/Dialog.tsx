import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../words/common';

export interface DialogProps {
    open: boolean;
    title: string;
    onClose: () => void;
    /** Buttons at the foot. */
    actions?: ComponentChildren;
    wide?: boolean;
    children: ComponentChildren;
}

/** A question that has to be answered first: the browser's own dialog, which keeps the focus inside and gives it back. */
export function Dialog({ open, title, onClose, actions, wide, children }: DialogProps) {
    const dialog = useRef<HTMLDialogElement>(null);
    const heading = useId();
    useEffect(() => {
        const it = dialog.current;
        if (open && it && !it.open) it.showModal();
        else if (!open && it?.open) it.close();
    }, [open]);
    return (
        <dialog
            ref={dialog}
            class={`dialog ${wide ? 'wide' : ''}`}
            aria-labelledby={heading}
            onCancel={(event) => {
                event.preventDefault();
                onClose();
            }}
            onClose={() => open && onClose()}
            onMouseDown={(event) => event.target === dialog.current && onClose()}
        >
            {open && (
                <div class="dialog-in">
                    <div class="row spread dialog-head">
                        <h2 id={heading}>{title}</h2>
                        <button type="button" class="button quiet icon" aria-label={words.close} onClick={onClose}>
                            <span aria-hidden="true">×</span>
                        </button>
                    </div>
                    <div class="dialog-body">{children}</div>
                    {actions && <div class="row dialog-foot">{actions}</div>}
                </div>
            )}
        </dialog>
    );
}
