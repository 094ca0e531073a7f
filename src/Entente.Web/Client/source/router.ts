import { useCallback, useEffect, useState } from 'preact/hooks';
import { createStore, useStore } from './store';

/** Where the reader is: `/pair/CHN/RUS?from=1990` is path ['pair', 'CHN', 'RUS'] with query from=1990. */
export interface Place {
    readonly path: string;
    readonly parts: readonly string[];
    readonly query: URLSearchParams;
    readonly hash: string;
}

export interface Going {
    /** In place of the current entry of the history: for what is no step of its own, such as a filter while it is typed. */
    replace?: boolean;
    /** Leave focus and scroll position where they are. Always so where only the query changes. */
    stay?: boolean;
}

interface Kept {
    scroll?: number;
}

function read(): Place {
    const { pathname, search, hash } = location;
    return {
        path: pathname,
        parts: pathname.split('/').filter(Boolean).map(decode),
        query: new URLSearchParams(search),
        hash: decode(hash.slice(1)),
    };
}

function decode(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

export const place = createStore<Place>(read());

/** Set while a new view's heading is awaited: `Heading` takes the focus when it appears. Not on the first load, where the browser begins at the top. */
let headingAwaited = false;
let scrollAwaited: number | null = null;

const keepScroll = () => history.replaceState({ ...(history.state as Kept | null), scroll: scrollY }, '');

/** The address of a place: parts are escaped, empty values of the query are left out. */
export function address(parts: readonly string[], query: Record<string, string | number | null | undefined> = {}, hash = ''): string {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
    const asked = search.toString();
    return '/' + parts.map(encodeURIComponent).join('/') + (asked ? `?${asked}` : '') + (hash ? `#${encodeURIComponent(hash)}` : '');
}

export function navigate(to: string, { replace = false, stay = false }: Going = {}): void {
    const target = new URL(to, location.href);
    if (target.origin !== location.origin) throw new Error(`${to} is not a place of this page`);
    const same = target.pathname === location.pathname;
    if (same && target.search === location.search && target.hash === location.hash) replace = true;
    if (replace) history.replaceState(history.state, '', target);
    else {
        keepScroll();
        history.pushState({}, '', target);
    }
    if (!stay && !same) {
        headingAwaited = true;
        scrollAwaited = null;
        if (!target.hash) scrollTo(0, 0);
    }
    place.set(read());
    if (target.hash && !stay) showHash(read().hash);
}

/** Scrolls to an element by its name once it is there, and gives it the focus if it can have it. */
export function showHash(name: string): void {
    whenThere(
        () => document.getElementById(name),
        (element) => {
            element.scrollIntoView({ block: 'start' });
            if (!element.hasAttribute('tabindex') && !/^(a|button|input|select|textarea|summary)$/i.test(element.tagName)) element.tabIndex = -1;
            element.focus({ preventScroll: true });
        },
    );
}

/** Tries now and after each drawing, for two seconds at most: views and their data come when they come. */
function whenThere<T>(find: () => T | null, found: (it: T) => void): void {
    const until = performance.now() + 2000;
    const look = () => {
        const it = find();
        if (it !== null) found(it);
        else if (performance.now() < until) requestAnimationFrame(look);
    };
    look();
}

/** Called by `Heading` when it is there: true once after each change of path. */
export function takeAwaitedFocus(): boolean {
    const awaited = headingAwaited;
    headingAwaited = false;
    return awaited;
}

/** A link of ours that the browser would follow in this window is a change of place; everything else is left to the browser. */
function followed(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || link.origin !== location.origin || link.hasAttribute('download') || (link.target && link.target !== '_self')) return;
    if (link.pathname.startsWith('/api/') || link.pathname.startsWith('/assets/')) return;
    event.preventDefault();
    const within = link.pathname === location.pathname && link.search === location.search && link.hash !== '';
    if (within) {
        keepScroll();
        history.pushState({}, '', link.href);
        place.set(read());
        showHash(read().hash);
    } else navigate(link.href);
}

export function startRouter(): void {
    history.scrollRestoration = 'manual';
    document.addEventListener('click', followed);
    addEventListener('popstate', (event) => {
        const before = place.get();
        const now = read();
        if (before.path !== now.path) headingAwaited = true;
        scrollAwaited = (event.state as Kept | null)?.scroll ?? 0;
        place.set(now);
        restoreScroll();
    });
    // The position is kept with the entry of the history as it changes: when the reader goes back it is too late.
    let timer = 0;
    addEventListener(
        'scroll',
        () => {
            clearTimeout(timer);
            timer = window.setTimeout(() => scrollAwaited === null && keepScroll(), 150);
        },
        { passive: true },
    );
    addEventListener('pagehide', keepScroll);
    const kept = (history.state as Kept | null)?.scroll;
    if (kept) {
        scrollAwaited = kept;
        restoreScroll();
    } else if (location.hash) showHash(read().hash);
}

function restoreScroll(): void {
    whenThere(
        () => (scrollAwaited === null || document.documentElement.scrollHeight - innerHeight >= scrollAwaited ? true : null),
        () => {
            if (scrollAwaited !== null) scrollTo(0, scrollAwaited);
            scrollAwaited = null;
        },
    );
    setTimeout(() => (scrollAwaited = null), 2100);
}

export function usePlace(): Place {
    return useStore(place);
}

/** How a value of the query is read and written. What cannot be read is the default. */
export interface Parameter<T> {
    read(text: string | null): T;
    write(value: T): string | null;
}

export const text = (otherwise = ''): Parameter<string> => ({
    read: (given) => given ?? otherwise,
    write: (value) => (value === otherwise ? null : value),
});

export const number = (otherwise: number | null = null): Parameter<number | null> => ({
    read: (given) => (given === null || given.trim() === '' || !Number.isFinite(Number(given)) ? otherwise : Number(given)),
    write: (value) => (value === otherwise || value === null ? null : String(value)),
});

export const oneOf = <T extends string>(values: readonly T[], otherwise: T): Parameter<T> => ({
    read: (given) => values.find((value) => value === given) ?? otherwise,
    write: (value) => (value === otherwise ? null : value),
});

export const flag: Parameter<boolean> = { read: (given) => given === '1', write: (value) => (value ? '1' : null) };

/** Several values under one name, with commas between them. */
export const list: Parameter<readonly string[]> = {
    read: (given) => (given ? given.split(',').filter(Boolean) : []),
    write: (values) => (values.length ? values.join(',') : null),
};

/**
 * A value that lives in the address, so that a link brings it back: `const [from, setFrom] = useQuery('from', number())`.
 * Setting it replaces the entry of the history, or adds one with `{ replace: false }`. Give the same parameter object each time
 * (a constant outside of the component), or a list would be a new list at every drawing.
 */
export function useQuery<T>(name: string, parameter: Parameter<T>): [T, (value: T, going?: Going) => void] {
    const given = usePlace().query.get(name);
    const [value, setValue] = useState<[string | null, T]>(() => [given, parameter.read(given)]);
    const current = value[0] === given ? value[1] : parameter.read(given);
    useEffect(() => {
        if (value[0] !== given) setValue([given, current]);
    });
    const set = useCallback(
        (next: T, going: Going = {}) => setQuery({ [name]: parameter.write(next) }, going),
        [name, parameter],
    );
    return [current, set];
}

/** Several values of the query at once: null takes one away. */
export function setQuery(values: Record<string, string | null>, going: Going = {}): void {
    const query = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(values)) {
        if (value === null || value === '') query.delete(key);
        else query.set(key, value);
    }
    const search = query.toString();
    navigate(location.pathname + (search ? `?${search}` : '') + location.hash, { replace: going.replace ?? true, stay: true });
}
