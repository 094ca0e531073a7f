import { useEffect, useMemo, useState } from 'preact/hooks';
import { abandoned, get, type Page } from '../../api';
import { Check } from '../../parts/Field';
import { DataTable } from '../../parts/DataTable';
import { Empty } from '../../parts/States';
import { pair as words } from '../../words/pair';
import { asking, type EventKind, type Happening } from './data';
import type { Years } from './TimeBrush';

const ALL_YEARS = 1816;
const PAGE = 500;

/** All events of a pair: a few hundred at most, so they are brought at once. */
export function useEvents(base: string | null): readonly Happening[] {
    const [events, setEvents] = useState<readonly Happening[]>([]);
    useEffect(() => {
        setEvents([]);
        if (base === null) return;
        const stop = new AbortController();
        const bring = async () => {
            let all: readonly Happening[] = [];
            for (let cursor: string | null = '0'; cursor !== null; ) {
                const page: Page<Happening> = await get(asking(`${base}/events`, { from: ALL_YEARS, limit: PAGE, cursor }), { signal: stop.signal });
                all = [...all, ...page.items];
                cursor = page.next;
            }
            setEvents(all);
        };
        // The profile says what is wrong with the pair; without events the charts stand.
        bring().catch((problem: unknown) => abandoned(problem) || setEvents([]));
        return () => stop.abort();
    }, [base]);
    return events;
}

export const kindsOf = (events: readonly Happening[]): readonly EventKind[] => (Object.keys(words.events.kinds) as EventKind[]).filter((kind) => events.some((one) => one.kind === kind));

/** The legend of the events' signs, which chooses the kinds too. */
export function KindChips({ events, kinds, onKinds }: { events: readonly Happening[]; kinds: readonly EventKind[]; onKinds: (kinds: readonly EventKind[]) => void }) {
    const there = kindsOf(events);
    if (there.length === 0) return null;
    return (
        <div class="chips no-print" role="group" aria-label={words.events.filter}>
            {there.map((kind) => {
                const own = events.filter((one) => one.kind === kind);
                const on = kinds.includes(kind);
                return (
                    <button
                        type="button"
                        key={kind}
                        class="chip"
                        aria-pressed={on}
                        onClick={() => onKinds(on ? kinds.filter((one) => one !== kind) : there.filter((one) => one === kind || kinds.includes(one)))}
                    >
                        <span class="glyph" aria-hidden="true">
                            {own[0]!.glyph}
                        </span>
                        {words.events.kinds[kind]} <b>{own.length}</b>
                    </button>
                );
            })}
        </div>
    );
}

export interface EventListProps {
    events: readonly Happening[];
    kinds: readonly EventKind[];
    onKinds: (kinds: readonly EventKind[]) => void;
    both: boolean;
    onBoth: (both: boolean) => void;
    years: Years;
}

export function EventList({ events, kinds, onKinds, both, onBoth, years }: EventListProps) {
    const shown = useMemo(
        () => events.filter((one) => kinds.includes(one.kind) && (one.ofBoth || !both) && one.at >= years.from && one.at < years.to + 1).toReversed(),
        [events, kinds, both, years],
    );
    if (events.length === 0) return <Empty title={words.events.none} />;
    return (
        <section class="stack" aria-labelledby="events-title">
            <h2 id="events-title">{words.events.title}</h2>
            <p class="soft">{words.events.intro}</p>
            <KindChips events={events} kinds={kinds} onKinds={onKinds} />
            <Check label={words.events.both} checked={both} onCheck={onBoth} />
            <p role="status">{words.events.count(shown.length, events.length)}</p>
            <DataTable
                caption={words.events.caption}
                hideCaption
                rows={shown}
                keyOf={(one) => `${one.id} ${one.date}`}
                empty={<p class="gap">{words.events.nothing(years.from, years.to)}</p>}
                columns={[
                    { key: 'date', label: words.events.date },
                    {
                        key: 'kind',
                        label: words.events.kind,
                        value: (one) => words.events.kinds[one.kind],
                        render: (one) => (
                            <>
                                <span class="glyph" aria-hidden="true">
                                    {one.glyph}
                                </span>{' '}
                                {words.events.kinds[one.kind]}
                            </>
                        ),
                    },
                    { key: 'text', label: words.events.what },
                    {
                        key: 'source',
                        label: words.events.source,
                        render: (one) =>
                            /^https?:\/\//.test(one.url ?? '') ? (
                                <a class="bare" href={one.url!} rel="noreferrer noopener" target="_blank">
                                    {one.source}
                                </a>
                            ) : (
                                one.source
                            ),
                    },
                ]}
            />
        </section>
    );
}
