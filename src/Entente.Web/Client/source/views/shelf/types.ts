import type { Verdict } from '../../parts/VerdictMark';

/** A row of `GET /api/documents`. */
export interface ShelfRow {
    id: string;
    item: string;
    origin: 'file' | 'kept';
    path: string;
    added: string | null;
    state: 'checked' | 'waiting' | 'unreadable';
    problem?: { where: string; found: string; expected: string; hint: string | null };
    title?: string | null;
    authors?: readonly string[];
    published?: string | null;
    publishedBasis?: 'stated' | 'given' | 'inferred' | 'unknown';
    kind?: string;
    truncated?: boolean;
    speakers?: readonly { name: string; role: string; claims: number }[];
    pairs?: readonly { pair: string; claims: number }[];
    unchecked?: number;
    inconsistencies?: number;
    summary?: Record<string, number>;
    found?: { text: string; start: number; length: number };
}

export interface Facet {
    value: string;
    texts: number;
}

/** The list with what is said of the whole shelf. */
export interface ShelfPage {
    items: ShelfRow[];
    next: string | null;
    total: number;
    texts: number;
    waiting: number;
    unreadable: number;
    summary: Record<string, number>;
    speakers: readonly Facet[];
    pairs: readonly Facet[];
    leftOut: readonly { path: string; problem: { found: string; expected: string } }[];
    job: string | null;
}

export interface Mention {
    path: string;
    claim: string;
    title: string | null;
    published: string | null;
    publishedBasis: string;
    speaker: string | null;
    quote: string;
    assertion: string;
    verdict: Verdict;
    definition: string | null;
    copies: readonly { path: string; claim: string }[];
}

export interface SharedFigure {
    subject: string;
    period: string | null;
    kind: 'agreement' | 'fact' | 'definition' | 'rounding';
    differsIn: readonly string[];
    explanation: string;
    positions: readonly { text: string; earliest: string | null; mentions: readonly Mention[] }[];
}

export interface Corpus {
    agreements: readonly SharedFigure[];
    contradictions: readonly SharedFigure[];
    differences: readonly SharedFigure[];
}
