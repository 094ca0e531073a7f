import { verdictMeanings, verdicts } from '../words/common';

export type Verdict = keyof typeof verdicts;

/** Mildest news first, the order of summaries. */
export const verdictOrder: readonly Verdict[] = ['supported', 'close', 'contradicted', 'disputed', 'inconsistent', 'open', 'judgement', 'cannot-tell'];
/** Gravest first. */
export const verdictGravity: readonly Verdict[] = ['inconsistent', 'contradicted', 'disputed', 'close', 'supported', 'open', 'judgement', 'cannot-tell'];

/** The signs of the printed reports, drawn, so that they have one size everywhere and do not depend on a font. */
const shapes: Record<Verdict, string> = {
    supported: 'M3 8.5 6.5 12 13 4.5',
    close: 'M2.5 6.5C4.5 4.5 6 4.8 8 6s3.5 1.5 5.5-.5M2.5 11C4.5 9 6 9.3 8 10.5s3.5 1.5 5.5-.5',
    contradicted: 'M4 4l8 8M12 4l-8 8',
    disputed: 'M8 2.5v7.5M4.25 6.25h7.5M4.25 13.25h7.5',
    inconsistent: 'M3 6h10M3 10h10M10.5 2.5l-5 11',
    open: 'M8 3.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 1 0 0-9.5z',
    judgement: 'M8 2.5 13.5 8 8 13.5 2.5 8z',
    'cannot-tell': 'M5.25 6a2.75 2.5 0 1 1 4.25 2C8.4 8.7 8 9.2 8 10.25M8 13.1v.05',
};

export function isVerdict(name: string | null | undefined): name is Verdict {
    return name !== null && name !== undefined && name in shapes;
}

/** The shape alone. Say the word beside it, or give `label`. */
export function VerdictSign({ verdict, label }: { verdict: Verdict; label?: boolean }) {
    return (
        <svg
            class={`sign v-${verdict}`}
            viewBox="0 0 16 16"
            role={label ? 'img' : undefined}
            aria-label={label ? verdicts[verdict] : undefined}
            aria-hidden={label ? undefined : 'true'}
            focusable="false"
        >
            <path d={shapes[verdict]} />
        </svg>
    );
}

/** A verdict: shape, word and colour, with what it means to hover on. */
export function VerdictMark({ verdict, count }: { verdict: Verdict; count?: number }) {
    return (
        <span class={`verdict v-${verdict}`} title={verdictMeanings[verdict]}>
            <VerdictSign verdict={verdict} />
            {count !== undefined && <b class="count">{count}</b>}
            <span>{verdicts[verdict]}</span>
        </span>
    );
}

/** How many claims have which verdict, as a bar and in words. `counts` by verdict; `cannotTell` is understood too, as reports print it. */
export function VerdictBar({ counts, label }: { counts: Record<string, number>; label: string }) {
    const of = (verdict: Verdict) => counts[verdict] ?? (verdict === 'cannot-tell' ? counts['cannotTell'] : 0) ?? 0;
    const shown = verdictOrder.filter((verdict) => of(verdict) > 0);
    const all = shown.reduce((sum, verdict) => sum + of(verdict), 0);
    if (all === 0) return null;
    let at = 0;
    return (
        <div class="verdict-bar">
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label={`${label}: ${shown.map((v) => `${of(v)} ${verdicts[v]}`).join(', ')}`}>
                {shown.map((verdict) => {
                    const width = (of(verdict) / all) * 1000;
                    const x = at;
                    at += width;
                    return <rect key={verdict} class={`v-${verdict}`} x={x} width={Math.max(1, width - 3)} height="10" />;
                })}
            </svg>
        </div>
    );
}
