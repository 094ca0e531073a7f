import type { ChartData } from '../../parts/Chart';
import type { Verdict } from '../../parts/VerdictMark';

/** A node of `entente/text/1`: text, an element by name with children and address, or text with what lies over it. */
export type TextNode = string | ElementNode | MarkedText;

export interface ElementNode {
    n: string;
    k?: readonly TextNode[];
    h?: string;
}

export interface MarkedText {
    t: string;
    /** The claims that it is part of. */
    c?: readonly string[];
    /** The claims that end with it. */
    e?: readonly string[];
    /** Index of the figure that was not checked. */
    u?: number;
}

export interface BlockSpeaker {
    name: string | null;
    role: 'author' | 'interviewee' | 'quoted' | 'unattributed';
    by?: string;
    asks?: boolean;
}

export interface TextBlock extends ElementNode {
    s: readonly BlockSpeaker[];
    unread?: boolean;
}

export interface TextClaim {
    id: string;
    quote: string;
    verdict: Verdict;
    /** The editor's word where there is one, else the verdict. */
    standing: Verdict;
    explanation: string;
    speaker: string | null;
    /** What it is called in every ledger, where it foretells something. */
    forecast: string | null;
}

export interface Inconsistency {
    claims: readonly string[];
    identity: string;
    explanation: string;
}

export interface TextDocument {
    id: string;
    item: string;
    form: 'formatted' | 'reading' | 'plain';
    path: string;
    title: string | null;
    authors: readonly string[];
    published: string | null;
    publishedBasis: 'stated' | 'given' | 'inferred' | 'unknown';
    kind: string;
    site: string | null;
    url: string | null;
    checkedOn: string;
    truncated: boolean;
    warnings: readonly string[];
    summary: Record<string, number>;
    blocks: readonly TextBlock[];
    claims: readonly TextClaim[];
    unchecked: readonly { text: string; reason: string }[];
    inconsistencies: readonly Inconsistency[];
}

export interface Authority {
    source: string;
    url: string | null;
    value: string;
    published: string | null;
    tier: string;
    basis: string | null;
    note: string | null;
    lead: boolean;
    verdict: Verdict | null;
}

export interface Working {
    op: string;
    value: string;
    source?: string;
    via?: string | null;
    published?: string | null;
    url?: string | null;
    row?: string;
    note?: string | null;
    args: readonly Working[];
}

export interface EditorsWord {
    verdict: Verdict;
    by: string;
    reason: string;
    date: string;
    computed: Verdict;
    id: string;
}

export interface LocatedError {
    start: number;
    end: number;
    found: string;
    expected: string;
    hint: string | null;
    message: string;
}

/** `entente/claim/1`: of a text, or of what is being typed. */
export interface ClaimDetail {
    claim: {
        id: string;
        quote: string;
        assertion: string | null;
        verdict: Verdict;
        verdicts: readonly Verdict[];
        explanation: string;
        wouldBeTrue: string | null;
        asOf: { date: string; verdict: Verdict } | null;
        override: EditorsWord | null;
    } | null;
    speaker?: string | null;
    reportedBy?: string | null;
    lines?: readonly { label: string; text: string }[];
    authorities?: readonly Authority[];
    working?: Working | null;
    citation?: { text: string; markdown: string; block: string | null };
    chart?: ChartData | null;
    noChart?: string | null;
    then?: { date: string; verdict: Verdict; explanation: string; authorities: readonly Authority[] } | null;
    inconsistencies?: readonly Inconsistency[];
    errors: readonly LocatedError[];
    value?: string | null;
}
