import type { FigureSource, FigureTable } from '../../parts/Figure';

/** What the interface answers with, as far as this view reads it. */
export interface Party {
    code: string;
    name: string;
}

export interface Cited {
    source: string | null;
    published: string | null;
    url: string | null;
    row: string | null;
    basis: string | null;
}

export interface FigureOf extends Cited {
    label: string;
    side: 'pair' | 'first' | 'second';
    text: string;
    span: string | null;
    period: string;
    note: string | null;
    model: boolean;
    others: readonly (Cited & { label: string; text: string })[];
}

export interface Entry extends Cited {
    date: string;
    text: string;
    id: string | null;
}

export interface Rung {
    name: string;
    stage: string;
    state: 'evidence' | 'contested' | 'denied' | 'none-recorded';
    instances: number;
    falsifier: string;
    evidence: readonly Entry[];
}

export interface Gap {
    what: string;
    why: string;
    remedy: string | null;
}

export interface Section {
    id: string;
    title: string;
    figures: readonly FigureOf[];
    entries: readonly Entry[];
    ladders: readonly { name: string; definition: string; rungs: readonly Rung[] }[];
    notes: readonly string[];
    missing: readonly Gap[];
}

export interface Profile {
    inputs: { record: string; version: string; asOf: string; from: number; to: number };
    results: { first: Party; second: Party; sections: readonly Section[] };
}

export interface ChartInfo {
    id: string;
    section: string;
    title: string;
    summary: string;
    reach: { from: number; to: number };
    compared: boolean;
    series: readonly { name: string; beside: boolean; from: string; to: string; points: number }[];
    sources: readonly FigureSource[];
}

export interface ChartOf extends ChartInfo {
    spec: Record<string, unknown>;
    table: FigureTable;
    notes: readonly string[];
    missing: string | null;
}

export interface Charts {
    first: Party;
    second: Party;
    from: number;
    to: number;
    asOf: string;
    with: { first: Party; second: Party } | null;
    reach: { from: number; to: number } | null;
    overview: { title: string; lines: readonly (readonly (readonly [number, number])[])[] } | null;
    charts: readonly ChartInfo[];
}

export type EventKind = 'contact' | 'treaty' | 'exercise' | 'sanction' | 'vote' | 'conflict' | 'other';

export interface Happening {
    id: string;
    date: string;
    at: number;
    kind: EventKind;
    glyph: string;
    text: string;
    ofBoth: boolean;
    source: string | null;
    url: string | null;
}

export interface Triangle {
    parties: readonly Party[];
    triangle: {
        year: number | null;
        readings: readonly {
            evidence: string;
            definition: string;
            ties: readonly { between: string; value: number | null; sign: string; basis: string }[];
            structural_balance: string;
            weak_balance: string;
            sources: readonly string[];
        }[];
    } | null;
    words: readonly string[];
    missing: Gap | null;
    measures: readonly {
        id: string;
        title: string;
        latest: { period?: string; closest?: string; ties?: readonly { between: string; text: string }[] };
        summary: string;
        spec: Record<string, unknown>;
        table: FigureTable;
        sources: readonly FigureSource[];
        notes: readonly string[];
        missing: string | null;
    }[];
    alone: readonly string[];
}

export const pairPath = (first: string, second: string): string => `/api/pairs/${encodeURIComponent(first)}/${encodeURIComponent(second)}`;

/** An address with what is set of the query. */
export function asking(path: string, query: Record<string, string | number | null | undefined>): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
    const text = search.toString();
    return text ? `${path}?${text}` : path;
}
