// Who is drawn when. A figure is drawn when one comes near it, for a page of thirty charts costs seconds otherwise. Paper is near to all of it at
// once, and the browser waits for nothing when it prints: what a drawing needs (its data, the module that draws) is therefore brought in idle
// time, so that `beforeprint` only has to draw.
import { useEffect, useRef, useState } from 'preact/hooks';
import { createStore } from '../store';

interface Waiting {
    element: HTMLElement;
    /** Brings what the drawing will need; undefined where coming near is all there is to do. */
    ahead: (() => void | Promise<unknown>) | undefined;
    /** It has had its turn in idle time. */
    prepared: boolean;
    come: () => void;
}

const waiting = new Set<Waiting>();
/** What has come near and is not there yet. */
const working = new Set<object>();
let asked = false;

/** Whether the page is being put on paper: figures are light then, and what is not drawn shows its table. */
export const onPaper = createStore(false);
addEventListener('beforeprint', () => {
    onPaper.set(true);
    for (const one of [...waiting]) one.come();
});
addEventListener('afterprint', () => onPaper.set(false));

/** How long nobody has to have scrolled, typed or pressed before anything is brought ahead, in milliseconds. */
const STILL = 400;
let moved = -STILL;
for (const kind of ['scroll', 'keydown', 'pointerdown']) addEventListener(kind, () => (moved = performance.now()), { passive: true, capture: true });

function whenIdle(work: () => void): void {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
    else setTimeout(work, 100);
}

/** Goes on with the next that waits, as soon as the first ones stand, the browser has time and the reader rests. One at a time. */
function goOn(): void {
    if (asked || working.size > 0 || ![...waiting].some((one) => !one.prepared)) return;
    asked = true;
    whenIdle(() => {
        asked = false;
        if (working.size > 0) return;
        const rest = moved + STILL - performance.now();
        if (rest > 0) {
            setTimeout(goOn, rest);
            return;
        }
        const next = [...waiting].filter((one) => !one.prepared).sort(inOrder)[0];
        if (!next) return;
        next.prepared = true;
        if (!next.ahead) return next.come();
        void Promise.resolve(next.ahead()).then(goOn, goOn);
    });
}

const inOrder = (a: Waiting, b: Waiting) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1);

/**
 * True once the element is near the window; from then on always. On paper everything is near.
 * @param done What it was to come near for is there, or will not be.
 * @param ahead What can be done in idle time short of drawing; without it the element comes near then.
 */
export function useNear(of: { current: HTMLElement | null }, done: boolean, ahead?: () => void | Promise<unknown>): boolean {
    const [near, setNear] = useState(false);
    const before = useRef(ahead);
    useEffect(() => {
        const element = of.current;
        if (!element || near) return;
        const come = () => setNear(true);
        const own: Waiting = { element, ahead: before.current, prepared: false, come };
        waiting.add(own);
        const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && come(), { rootMargin: '400px' });
        watcher.observe(element);
        goOn();
        return () => {
            waiting.delete(own);
            watcher.disconnect();
            goOn();
        };
    }, [near]);
    const busy = near && !done;
    useEffect(() => {
        if (!busy) return;
        const own = {};
        working.add(own);
        return () => {
            working.delete(own);
            goOn();
        };
    }, [busy]);
    return near;
}

const PATIENCE = 15_000;

/** Waits until every figure is drawn or has given up. One whose data come brings its drawing after it: hence twice at rest. */
export async function drawAll(): Promise<void> {
    const end = performance.now() + PATIENCE;
    for (let rests = 0; rests < 2 && performance.now() < end; ) {
        for (const one of [...waiting]) one.come();
        await new Promise((done) => setTimeout(done, 60));
        rests = waiting.size === 0 && working.size === 0 ? rests + 1 : 0;
    }
}
