import { createStore, useStore } from '../store';
import { announce } from './Announcer';
import { problemWords } from './States';
import { words } from '../words/common';

export interface Toast {
    id: number;
    text: string;
    kind: 'plain' | 'good' | 'problem';
    /** What takes it back. The message goes when it is done. */
    undo?: () => void | Promise<unknown>;
    undoWord?: string;
    /** Where the reader was: back there when the message goes while it has the focus. */
    from: Element | null;
}

const toasts = createStore<readonly Toast[]>([]);
let count = 0;

/** Short news, and the way back where something could be lost. It stays until it is put away: nobody has to be quick. */
export function toast(text: string, more: Partial<Omit<Toast, 'id' | 'text' | 'from'>> = {}): number {
    const id = ++count;
    toasts.set((all) => [...all.filter((one) => one.text !== text || one.undo), { id, text, kind: 'plain' as const, from: document.activeElement, ...more }].slice(-4));
    announce(text + (more.undo ? ` ${more.undoWord ?? words.undo}?` : ''), more.kind === 'problem' ? 'assertive' : 'polite');
    return id;
}

/** The news that something failed, in the words of the server. */
export function toastProblem(problem: unknown): void {
    toast(problemWords(problem), { kind: 'problem' });
}

export function dismiss(id: number): void {
    toasts.set((all) => all.filter((one) => one.id !== id));
}

export function Toasts() {
    const all = useStore(toasts);
    const leave = (one: Toast) => {
        const from = one.from instanceof HTMLElement && one.from.isConnected && one.from !== document.body ? one.from : document.getElementById('content');
        from?.focus({ preventScroll: true });
        dismiss(one.id);
    };
    const undo = async (one: Toast) => {
        leave(one);
        try {
            await one.undo?.();
            announce(words.undone);
        } catch (problem) {
            toastProblem(problem);
        }
    };
    return (
        <>
            {all.map((one) => (
                <div key={one.id} class={`toast toast-${one.kind}`}>
                    <span class="grow">{one.text}</span>
                    {one.undo && (
                        <button type="button" class="button small" onClick={() => void undo(one)}>
                            {one.undoWord ?? words.undo}
                        </button>
                    )}
                    <button type="button" class="button quiet icon small" aria-label={`${words.dismiss}: ${one.text}`} onClick={() => leave(one)}>
                        <span aria-hidden="true">×</span>
                    </button>
                </div>
            ))}
        </>
    );
}
