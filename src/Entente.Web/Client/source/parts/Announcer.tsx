import { createStore, useStore } from '../store';

interface Said {
    words: string;
    round: number;
}

const polite = createStore<Said>({ words: '', round: 0 });
const assertive = createStore<Said>({ words: '', round: 0 });

/** Has a screen reader say something. Politely, after what it is saying; `assertive` interrupts, for what went wrong. */
export function announce(words: string, how: 'polite' | 'assertive' = 'polite'): void {
    const region = how === 'polite' ? polite : assertive;
    region.set((old) => ({ words, round: old.round + 1 }));
    // It was said: whoever reads the page from the top later must not find it.
    const { round } = region.get();
    setTimeout(() => region.set((old) => (old.round === round ? { words: '', round } : old)), 8000);
}

/** The two live regions, once in the page. The same words said twice are two changes: a no-break space tells them apart. */
export function Announcer() {
    const calm = useStore(polite);
    const urgent = useStore(assertive);
    const distinct = (said: Said) => said.words + (said.round % 2 && said.words ? '\u00a0' : '');
    return (
        <>
            <div class="sr" role="status" aria-live="polite">
                {distinct(calm)}
            </div>
            <div class="sr" role="alert" aria-live="assertive">
                {distinct(urgent)}
            </div>
        </>
    );
}
