import type { Page } from '../../api';

export type Status = 'open' | 'true' | 'false' | 'void' | 'unresolvable';

export interface Forecast {
    id: string;
    quote: string;
    sentence: string;
    speaker: string;
    kind: 'forecast' | 'target';
    said: string | null;
    document: string | null;
    criterion: string | null;
    topic: string;
    deadline: string | null;
    rule: 'record' | 'hand';
    probability: number | null;
    probabilityWords: string | null;
    status: Status;
    why: string | null;
    resolved: string | null;
    observed: number | null;
    observedUnit: string | null;
    source: string | null;
    by: string | null;
    history: readonly string[];
    /** Where it stands on the shelf; no claim where that text has not been looked at yet. */
    text?: { id: string; claim: string | null } | null;
}

export interface Ledger extends Page<Forecast> {
    ledger: string;
    version: string;
    exists: boolean;
    today: string;
    counts: Record<'all' | 'due' | 'open' | 'right' | 'wrong' | 'void' | 'unresolvable', number>;
    speakers: readonly string[];
    topics: readonly string[];
    errors: readonly { line: number; found: string; expected: string; hint: string | null }[];
}

/** What a change of the ledger answers. */
export interface Changed {
    results: readonly Forecast[];
    known?: number;
    ledgerVersion: string;
    undo: string | null;
}

export interface Score {
    speaker?: string;
    topic?: string;
    group?: string;
    resolved: number;
    cameTrue: number;
    hitRate: number | null;
    scored: number;
    brier: number | null;
    log: number | null;
    murphy?: { reliability: number; resolution: number; uncertainty: number; withinBins: number };
    enoughForCalibration: boolean;
    open: number;
    void: number;
    unresolvable: number;
}
