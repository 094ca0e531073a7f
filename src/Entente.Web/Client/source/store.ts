import { useEffect, useState } from 'preact/hooks';

/** A value that many parts look at: the smallest thing that can be watched. */
export interface Store<T> {
    get(): T;
    set(next: T | ((old: T) => T)): void;
    watch(seen: (value: T) => void): () => void;
}

export function createStore<T>(first: T): Store<T> {
    let value = first;
    const watchers = new Set<(value: T) => void>();
    return {
        get: () => value,
        set(next) {
            const fresh = typeof next === 'function' ? (next as (old: T) => T)(value) : next;
            if (Object.is(fresh, value)) return;
            value = fresh;
            for (const seen of [...watchers]) seen(value);
        },
        watch(seen) {
            watchers.add(seen);
            return () => watchers.delete(seen);
        },
    };
}

/** The store's value now; the part is drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
    const [value, setValue] = useState(store.get());
    useEffect(() => {
        setValue(() => store.get());
        return store.watch((next) => setValue(() => next));
    }, [store]);
    return value;
}
