import { useState } from 'preact/hooks';
import { get, type Page } from '../../api';
import { Button } from '../../parts/Button';
import { Combobox, type Suggestion } from '../../parts/Combobox';
import { recall, remember } from '../../remembered';
import { address, navigate } from '../../router';
import { pair as words } from '../../words/pair';
import type { Party } from './data';

interface Found {
    code: string;
    name: string;
    by: string | null;
}

const suggest = async (typed: string, signal: AbortSignal): Promise<readonly Suggestion[]> => {
    const page = await get<Page<Found>>(`/api/parties?limit=12&q=${encodeURIComponent(typed)}`, { signal });
    return page.items.map((one) => ({ value: one.code, label: one.name, note: one.by ? `${one.code}, ${words.by(one.by)}` : one.code }));
};

/** A state or organisation, to be found by whatever it is called. */
export function PartyBox({ label, party, onChoose }: { label: string; party: Party | null; onChoose: (party: Party) => void }) {
    return (
        <Combobox
            label={label}
            placeholder={words.placeholder}
            text={party?.name ?? ''}
            suggest={suggest}
            onChoose={(chosen) => onChoose({ code: chosen.value, name: chosen.label })}
        />
    );
}

/** Two parties; when both are chosen, the place is theirs. */
export function PairChooser({ first, second }: { first: Party | null; second: Party | null }) {
    const [chosen, choose] = useState<{ first: Party | null; second: Party | null }>({ first, second });
    const go = (one: Party | null, other: Party | null) => {
        choose({ first: one, second: other });
        if (one && other) navigate(address(['pair', one.code, other.code]) + location.search);
    };
    return (
        <div class="pair-chooser no-print">
            <PartyBox label={words.first} party={chosen.first} onChoose={(party) => go(party, chosen.second)} />
            <Button class="pair-swap" aria-label={words.swap} title={words.swap} onClick={() => go(chosen.second, chosen.first)}>
                ⇄
            </Button>
            <PartyBox label={words.second} party={chosen.second} onChoose={(party) => go(chosen.first, party)} />
        </div>
    );
}

type Kept = readonly [string, string, string, string];
const MOST_KEPT = 8;

export function recentPairs(): readonly Kept[] {
    try {
        const kept: unknown = JSON.parse(recall('pairs') ?? '[]');
        return Array.isArray(kept) ? kept.filter((one): one is Kept => Array.isArray(one) && one.length === 4 && one.every((part) => typeof part === 'string')) : [];
    } catch {
        return [];
    }
}

export function rememberPair(first: Party, second: Party): void {
    const others = recentPairs().filter(([a, b]) => !(a === first.code && b === second.code));
    remember('pairs', JSON.stringify([[first.code, second.code, first.name, second.name], ...others].slice(0, MOST_KEPT)));
}

export function PairLinks({ title, pairs }: { title: string; pairs: readonly Kept[] }) {
    if (pairs.length === 0) return null;
    return (
        <section class="pair-links" aria-label={title}>
            <h2>{title}</h2>
            <ul class="plain chips">
                {pairs.map(([a, b, one, other]) => (
                    <li key={`${a} ${b}`}>
                        <a class="chip" href={address(['pair', a, b])}>
                            {words.of(one, other)}
                        </a>
                    </li>
                ))}
            </ul>
        </section>
    );
}

export const examples: readonly Kept[] = [
    ['CHN', 'RUS', 'China', 'Russia'],
    ['IND', 'IRN', 'India', 'Iran'],
    ['TUR', 'RUS', 'Turkey', 'Russia'],
    ['USA', 'MEX', 'United States', 'Mexico'],
    ['CHN', 'EU', 'China', 'European Union'],
];
