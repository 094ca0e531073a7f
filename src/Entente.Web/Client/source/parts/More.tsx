import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { abandoned, get, type Page } from '../api';
import { onRestart } from '../connection';
import { plural, words } from '../words/common';
import { announce } from './Announcer';
import { Button } from './Button';

export interface Listing<T> {
    items: readonly T[];
    total: number;
    problem: Error | undefined;
    loading: boolean;
    /** Null where everything is shown. */
    more: (() => void) | null;
    reload: () => void;
}

/** A list by pages: `path` without cursor, as `/api/shelf?verdict=contradicted`. Begins again when the path changes. */
export function useListing<T>(path: string | null): Listing<T> {
    const [state, setState] = useState<{ path: string | null; items: readonly T[]; next: string | null; total: number; problem?: Error; loading: boolean }>({
        path: null,
        items: [],
        next: null,
        total: 0,
        loading: path !== null,
    });
    const stop = useRef<AbortController | null>(null);
    const load = useCallback(
        (cursor: string | null, keep: readonly T[]) => {
            if (path === null) return;
            stop.current?.abort();
            const mine = (stop.current = new AbortController());
            setState((old) => ({ ...old, loading: true }));
            const asked = cursor === null ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
            get<Page<T>>(asked, { signal: mine.signal }).then(
                (page) => {
                    setState({ path, items: [...keep, ...page.items], next: page.next, total: page.total, loading: false });
                    if (cursor !== null) announce(words.shown(keep.length + page.items.length, page.total));
                },
                (problem: Error) => abandoned(problem) || setState((old) => ({ ...old, path, problem, loading: false })),
            );
        },
        [path],
    );
    useEffect(() => {
        load(null, []);
        return () => stop.current?.abort();
    }, [load]);
    const reload = useCallback(() => load(null, []), [load]);
    useEffect(() => onRestart(reload), [reload]);
    const next = state.next;
    return {
        items: state.items,
        total: state.total,
        problem: state.problem,
        loading: state.loading,
        more: next === null ? null : () => load(next, state.items),
        reload,
    };
}

/** “Show more”, and how much of all is shown. */
export function More<T>({ listing, one, many }: { listing: Listing<T>; one: string; many: string }) {
    if (listing.items.length === 0) return null;
    return (
        <div class="more row">
            {listing.more && (
                <Button busy={listing.loading} onClick={listing.more}>
                    {words.more}
                </Button>
            )}
            <span class="faint">{listing.more ? words.shown(listing.items.length, listing.total) : plural(listing.total, one, many)}</span>
        </div>
    );
}
