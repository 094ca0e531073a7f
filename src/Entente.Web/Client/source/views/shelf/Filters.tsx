import { useEffect, useRef, useState } from 'preact/hooks';
import { Choice, TextField } from '../../parts/Field';
import { type Verdict, verdictOrder, VerdictSign } from '../../parts/VerdictMark';
import { setQuery, text as textOf, useQuery } from '../../router';
import { verdicts } from '../../words/common';
import { shelf as words } from '../../words/shelf';
import type { Facet, ShelfPage } from './types';

const plain = textOf();
const names = ['q', 'speaker', 'verdict', 'pair', 'from', 'to'] as const;

export interface ShelfFilters {
    q: string;
    speaker: string;
    verdict: string;
    pair: string;
    from: string;
    to: string;
    /** As the server is asked; empty where nothing is filtered. */
    asked: string;
}

/** What is filtered by lives in the address. */
export function useFilters(): ShelfFilters {
    const [q] = useQuery('q', plain);
    const [speaker] = useQuery('speaker', plain);
    const [verdict] = useQuery('verdict', plain);
    const [pair] = useQuery('pair', plain);
    const [from] = useQuery('from', plain);
    const [to] = useQuery('to', plain);
    const values = { q, speaker, verdict, pair, from, to };
    const asked = new URLSearchParams();
    for (const name of names) if (values[name]) asked.set(name, values[name]);
    return { ...values, asked: asked.toString() };
}

const set = (name: (typeof names)[number], value: string) => setQuery({ [name]: value || null });

/** While it is typed, the address follows after a moment. */
function Search({ value }: { value: string }) {
    const [typed, setTyped] = useState(value);
    const timer = useRef(0);
    useEffect(() => setTyped(value), [value]);
    useEffect(() => () => clearTimeout(timer.current), []);
    return (
        <TextField
            label={words.filters.search}
            hint={words.filters.searchHint}
            type="search"
            class="search"
            value={typed}
            onText={(next) => {
                setTyped(next);
                clearTimeout(timer.current);
                timer.current = window.setTimeout(() => set('q', next.trim()), 250);
            }}
        />
    );
}

export function Filters({ filters, page }: { filters: ShelfFilters; page: ShelfPage | undefined }) {
    const options = (facets: readonly Facet[] | undefined, chosen: string, shown: (value: string) => string) => {
        const known = [...(facets ?? [])];
        if (chosen && !known.some((one) => one.value === chosen)) known.unshift({ value: chosen, texts: 0 });
        return [{ value: '', label: words.filters.any }, ...known.map((one) => ({ value: one.value, label: `${shown(one.value)} (${one.texts})` }))];
    };
    return (
        <form class="filters" role="search" aria-label={words.filters.label} onSubmit={(event) => event.preventDefault()}>
            <Search value={filters.q} />
            <Choice label={words.filters.speaker} value={filters.speaker} options={options(page?.speakers, filters.speaker, (name) => name)} onChoose={(value) => set('speaker', value)} />
            <Choice label={words.filters.pair} value={filters.pair} options={options(page?.pairs, filters.pair, words.pair)} onChoose={(value) => set('pair', value)} />
            <TextField label={words.filters.from} type="date" value={filters.from} onDone={(value) => set('from', value)} />
            <TextField label={words.filters.to} type="date" value={filters.to} onDone={(value) => set('to', value)} />
            <div class="chips" role="group" aria-label={words.filters.verdict}>
                {verdictOrder.map((verdict: Verdict) => (
                    <button type="button" key={verdict} class="chip" aria-pressed={filters.verdict === verdict} onClick={() => set('verdict', filters.verdict === verdict ? '' : verdict)}>
                        <VerdictSign verdict={verdict} /> {verdicts[verdict]}
                    </button>
                ))}
                {filters.asked && (
                    <button type="button" class="link" onClick={() => setQuery(Object.fromEntries(names.map((name) => [name, null])))}>
                        {words.filters.clear}
                    </button>
                )}
            </div>
        </form>
    );
}
