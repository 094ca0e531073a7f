import type { ChartData } from '../../parts/Chart';

/** What `/api/scenarios` lists. */
export interface Item {
    id: string;
    kind: 'scenario' | 'oil' | 'argument';
    title: string;
    question: string;
    file: string;
    own: boolean;
    author: string;
    date: string;
    parameters: { name: string; value: string }[];
    problem?: Located;
}

export interface Located {
    where: string;
    line?: number;
    column?: string;
    found: string;
    expected: string;
    hint?: string;
}

/** A number that the file declares as a range. */
export interface Range {
    name: string;
    key: string;
    about: string;
    low: number;
    mode: number;
    high: number;
    unit: string;
    source: string;
    assumed: string;
    file: string;
    line?: number;
}

export interface Region {
    code: string;
    name: string;
    states: string[];
}

export interface Keys {
    v: string;
    h: string;
    b: string;
    r: string;
}

export interface Description extends Item {
    text: string;
    sha256: string;
    ranges: Range[];
    base?: { name: string; figuresCited: number; figuresAssumed: number };
    regions?: Region[];
    measures?: string[];
    notes?: string[];
    unit?: string;
    comparable?: { id: string; title: string; author: string }[];
    keys?: Keys;
}

export interface Drawn {
    value: number;
    low?: number;
    high?: number;
}

export interface RegionResult {
    region: string;
    realIncome: Drawn;
    exports: Drawn;
    imports: Drawn;
    firstOrder?: number;
    shareOfDrawsLosing?: number;
}

export interface TradeRun {
    run?: string;
    converged: boolean;
    results?: RegionResult[];
    certificate: { stopped: string; iterations?: number };
    rerouting?: { hubs: { hub: string; lossIfSanctioned?: number; breakEvenProbability?: number; shareOfDrawsEvading?: number }[] };
}

export interface OilOutcome {
    cap: number | null;
    price: Drawn | null;
    discount: Drawn | null;
    volume: Drawn | null;
    revenue: Drawn | null;
}

export interface ClaimResult {
    claim: string;
    says: string;
    p: number | null;
    low?: number;
    high?: number;
    atModes: boolean | null;
}

/** What the command prints as JSON; which fields there are depends on the kind. */
export interface Result extends Omit<TradeRun, 'results'> {
    schema: string;
    inputs: { draws: number; seed: number; version: string };
    results?: unknown[];
    runs?: TradeRun[];
    warnings: string[];
    atModes?: { choices: { actor: string; move: string; options: Record<string, number> }[]; expected: Record<string, number>; outputs: Record<string, number | null> };
    against?: {
        argument: string;
        author: string;
        claims: { claim: string; p: number | null; pThere: number | null; dividedBy: { name: string; share: number; turns: boolean }[] }[];
    };
}

export interface Break {
    about: string;
    says: string;
    breaks: string;
    open: boolean;
    more: string[];
}

export type RunChart = ChartData & { id: string; form: 'bars' | 'rows' | 'tornado' | 'lines' };

/** `entente/whatif-run/1`. */
export interface Run {
    id: string;
    converged: boolean;
    shortened: boolean;
    result: Result | null;
    charts: RunChart[];
    breaks: Break[];
    regions: Region[];
    keys: Keys;
    changed: { what: string; was: string; is: string }[];
    description?: Description;
}

/** What is asked of a run: everything that an address carries. */
export interface Asked {
    id: string;
    text: string | null;
    set: Readonly<Record<string, number>>;
    with: Readonly<Record<string, string>>;
    against: string;
    seed: string;
}

export const body = (asked: Asked, more: Record<string, unknown> = {}) => ({
    id: asked.id,
    text: asked.text ?? undefined,
    set: asked.set,
    with: asked.with,
    against: asked.against || undefined,
    seed: asked.seed,
    ...more,
});
