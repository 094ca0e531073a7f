import type { Page } from '../../api';

export interface Table {
    name: string;
    rows: number;
    from: number | null;
    to: number | null;
}

export interface Import {
    id: number;
    dataset: string;
    vintage: string;
    published: string;
    importedAt: string;
    rows: number;
    unplaced: number;
    from: number | null;
    to: number | null;
    files: readonly { name: string; sha256: string; bytes: number }[];
    tables: readonly Table[];
}

export interface Dataset {
    name: string;
    title: string;
    producer: string;
    year: number;
    in: string;
    doi: string | null;
    address: string;
    licence: string;
    authority: string;
    citation: string;
    needsMapping: boolean;
    importable: boolean;
    answers: readonly string[];
    tables: readonly string[];
    imports: readonly Import[];
}

export type Datasets = Page<Dataset>;

export interface Shipped {
    file: string;
    own: boolean;
    rows: number;
    from: number | null;
    to: number | null;
    sources: number;
    measures: readonly string[];
}

export interface Unplaced {
    file: string;
    line: number;
    column: string;
    found: string;
    expected: string;
}

export interface Imported {
    already: boolean;
    import: Import;
    unplaced: readonly Unplaced[];
}

export type Level = 'missing' | 'few' | 'some' | 'most' | 'complete';

export interface Coverage {
    by: 'year' | 'decade';
    measure: string | null;
    columns: readonly { label: string; from: number; to: number; known: number }[];
    rows: readonly {
        dataset: string;
        name: string;
        kind: 'measure' | 'table';
        pairs: boolean;
        state?: string;
        stateName?: string;
        cells: readonly { values: number; states: number; share: number; level: Level; reason: string }[];
    }[];
}

/** A row of the record. */
export interface Row {
    measure: string;
    of: string | null;
    subject: string;
    object: string | null;
    item: string;
    period: string | null;
    value: number;
    upper: number;
    unit: string;
    bound: string;
    source: string;
    via: string | null;
    published: string | null;
    url: string | null;
    basis: string;
    note: string | null;
    own: boolean;
    row: string;
}

export const SHIPPED = 'shipped';
export const OWN = 'own';
