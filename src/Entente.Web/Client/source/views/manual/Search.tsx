import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../../parts/Field';
import { Heading } from '../../parts/Heading';
import { More, useListing } from '../../parts/More';
import { Button } from '../../parts/Button';
import { Loading, Problem } from '../../parts/States';
import { announce } from '../../parts/Announcer';
import { manual as words } from '../../words/manual';

interface Hit {
    page: string;
    title: string;
    heading: string;
    id: string;
    snippet: string;
}

export function SearchField({ value, onText }: { value: string; onText: (text: string) => void }) {
    return (
        <search class="manual-search">
            <TextField type="search" label={words.search} placeholder={words.searchHint} value={value} maxLength={200} onText={onText} />
        </search>
    );
}

/** The places that hold the words, asked for when typing pauses. */
export function Results({ asked, onDone }: { asked: string; onDone: () => void }) {
    const settled = useSettled(asked);
    const listing = useListing<Hit>(`/api/manual/search?limit=20&q=${encodeURIComponent(settled)}`);
    useEffect(() => {
        if (!listing.loading) announce(words.found(listing.total));
    }, [listing.loading, listing.total]);
    return (
        <>
            <Heading title={words.results(asked)} sub={listing.loading ? undefined : words.found(listing.total)} actions={<Button onClick={onDone}>{words.back}</Button>} />
            {listing.problem && <Problem problem={listing.problem} onRetry={listing.reload} />}
            {listing.loading && listing.items.length === 0 && <Loading />}
            {!listing.loading && !listing.problem && listing.items.length === 0 && (
                <p>
                    {words.nothing(asked)} {words.nothingHint}
                </p>
            )}
            <ol class="plain manual-hits">
                {listing.items.map((hit) => (
                    <li key={`${hit.page}#${hit.id}`}>
                        <a href={`/manual/${hit.page}${hit.id ? `#${hit.id}` : ''}`}>
                            {hit.title}
                            {hit.heading && <span class="soft"> · {hit.heading}</span>}
                        </a>
                        <p class="soft">{hit.snippet}</p>
                    </li>
                ))}
            </ol>
            <More listing={listing} one={words.found(1)} many={words.found(2)} />
        </>
    );
}

function useSettled(value: string): string {
    const [settled, setSettled] = useState(value);
    useEffect(() => {
        const timer = setTimeout(() => setSettled(value), 150);
        return () => clearTimeout(timer);
    }, [value]);
    return settled;
}
