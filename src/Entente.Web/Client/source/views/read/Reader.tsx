import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApi } from '../../api';
import { announce } from '../../parts/Announcer';
import { Heading } from '../../parts/Heading';
import { Loading, Problem } from '../../parts/States';
import { type Verdict, VerdictBar, verdictOrder, VerdictSign } from '../../parts/VerdictMark';
import { list, setQuery, text as textOf, usePlace, useQuery } from '../../router';
import { date, verdicts } from '../../words/common';
import { read as words } from '../../words/read';
import { ClaimPanel } from './ClaimPanel';
import { MarkedText } from './MarkedText';
import { bareName } from './names';
import { Contradictions, Unchecked } from './Remarks';
import { Tools } from './Tools';
import type { TextDocument } from './types';

const asOfDay = textOf();

/** A text with its claims, and beside it the claim that is looked at. */
export function Reader({ id }: { id: string }) {
    const [asOf, setAsOf] = useQuery('as-of', asOfDay);
    const asked = asOf ? `?as-of=${encodeURIComponent(asOf)}` : '';
    const { data, problem, reload } = useApi<TextDocument>(`/api/documents/${encodeURIComponent(id)}/text${asked}`);
    const title = data ? (data.title ?? bareName(data.path)) : words.title;
    const keys = useRef<((event: KeyboardEvent) => void) | null>(null);
    const claimOpen = usePlace().query.get('claim') !== null && data !== undefined;
    return (
        // The keys work where the focus is in the text or in the claim beside it. The heading stays the same while the text is awaited, and keeps the focus.
        <div class={`view view-read open ${claimOpen ? 'with-claim' : ''}`} onKeyDown={(event) => keys.current?.(event)}>
            <Heading title={title} sub={data && <About text={data} />} />
            {data ? <Open text={data} asOf={asOf} onAsOf={setAsOf} onChanged={reload} keys={keys} /> : problem ? <Problem problem={problem} onRetry={reload} /> : <Loading>{words.loading}</Loading>}
        </div>
    );
}

interface OpenProps {
    text: TextDocument;
    asOf: string;
    onAsOf: (day: string) => void;
    onChanged: () => void;
    keys: { current: ((event: KeyboardEvent) => void) | null };
}

function Open({ text, asOf, onAsOf, onChanged, keys }: OpenProps) {
    const place = usePlace();
    const selected = place.query.get('claim');
    const [shown, setShown] = useQuery('show', list);
    const body = useRef<HTMLDivElement>(null);
    const [drawn, setDrawn] = useState(0);
    const visible = useMemo(() => text.claims.filter((claim) => shown.length === 0 || shown.includes(claim.verdict)), [text, shown]);

    // A link within this text keeps what else is in the address.
    const kept = new URLSearchParams(place.query);
    kept.delete('claim');
    const rest = kept.toString();
    const hrefOf = useCallback((claim: string) => `/read/${encodeURIComponent(text.id)}?${rest ? rest + '&' : ''}claim=${encodeURIComponent(claim)}`, [text.id, rest]);
    const onDrawn = useCallback(() => setDrawn((n) => n + 1), []);

    const elementOf = (claim: string) => body.current?.querySelector<HTMLElement>(`#claim-${CSS.escape(claim)}`) ?? null;
    const select = (claim: string | null, focus = false) => {
        setQuery({ claim }, { replace: selected !== null });
        if (claim === null) return;
        const element = elementOf(claim);
        if (focus) element?.focus({ preventScroll: true });
        show(element);
    };
    const step = (by: number) => {
        if (visible.length === 0) return;
        const at = visible.findIndex((claim) => claim.id === selected);
        const next = at < 0 ? (by > 0 ? nearest() : visible.length - 1) : (at + by + visible.length) % visible.length;
        const claim = visible[next]!;
        select(claim.id, true);
        announce(`${claim.quote}: ${verdicts[claim.verdict]}`);
    };
    /** Where nothing is selected, going on begins at what is in sight. */
    const nearest = () => {
        const found = visible.findIndex((claim) => (elementOf(claim.id)?.getBoundingClientRect().top ?? -1) >= 60);
        return found < 0 ? 0 : found;
    };
    const close = () => {
        const element = selected === null ? null : elementOf(selected);
        setQuery({ claim: null }, { replace: true });
        element?.focus({ preventScroll: true });
    };

    // What is selected is marked in the text from outside: a book is not drawn again for it.
    const arrived = useRef<string | null>(null);
    useEffect(() => {
        for (const old of body.current?.querySelectorAll('[aria-current="true"]') ?? []) old.removeAttribute('aria-current');
        if (selected === null) return;
        for (const now of body.current?.querySelectorAll(`[data-claim="${CSS.escape(selected)}"]`) ?? []) now.setAttribute('aria-current', 'true');
        if (arrived.current === selected) return;
        const element = elementOf(selected);
        if (!element) return;
        arrived.current = selected;
        show(element);
    }, [selected, text, drawn, rest]);

    // A ledger knows its forecasts, not what they are called in a text that was not read then.
    const foretold = place.query.get('forecast');
    useEffect(() => {
        if (foretold !== null) setQuery({ forecast: null, claim: text.claims.find((claim) => claim.forecast === foretold)?.id ?? selected }, { replace: true });
    }, [foretold, text]);

    keys.current = (event: KeyboardEvent) => {
        const target = event.target as HTMLElement;
        if (event.ctrlKey || event.metaKey || event.altKey || target.closest('dialog')) return;
        if (event.key === 'Escape' && selected !== null) {
            event.preventDefault();
            close();
            return;
        }
        // Enter on the claim that is open already goes into it.
        if (event.key === 'Enter' && selected !== null && target.dataset['claim'] === selected) {
            event.preventDefault();
            document.querySelector<HTMLElement>('.claim-panel h2')?.focus({ preventScroll: true });
            return;
        }
        if (target.closest('input, textarea, select, [contenteditable]')) return;
        const by = { j: 1, n: 1, k: -1, p: -1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        step(by);
    };

    const turn = (verdict: Verdict) => setShown(shown.includes(verdict) ? shown.filter((one) => one !== verdict) : [...shown, verdict]);
    const filter = shown.length ? `filtered ${shown.map((one) => `show-${one}`).join(' ')}` : '';
    return (
        <>
            <Summary text={text} shown={shown} onTurn={turn} onAll={() => setShown([])} count={visible.length} />
            <Tools text={text} asOf={asOf} onAsOf={onAsOf} onStep={step} any={visible.length > 0} />
            <Remarks text={text} />
            <Contradictions text={text} hrefOf={hrefOf} />
            <div class="reader">
                <section ref={body} class={`reading-text ${filter}`} aria-label={words.text}>
                    <MarkedText text={text} hrefOf={hrefOf} onDrawn={onDrawn} />
                    <Unchecked text={text} />
                </section>
                {selected !== null && <ClaimPanel key={selected} text={text} claim={selected} asOf={asOf} hrefOf={hrefOf} onClose={close} onStep={step} onChanged={onChanged} />}
            </div>
        </>
    );
}

/** How many frames a claim may take to come to rest, and for how many it has to be in sight. */
const FRAMES = 30;
const AT_REST = 3;
/** Which of them is looked at: who goes on to the next one has left the last. */
let looking = 0;

/** Scrolls so that a claim is in sight, above the sheet on a telephone. What is far off has no height before it is near: it is looked at until it rests. */
function show(element: HTMLElement | null): void {
    const mine = ++looking;
    let rests = 0;
    const look = (left: number) => {
        if (mine !== looking || !element?.isConnected) return;
        const box = element.getBoundingClientRect();
        const low = matchMedia('(max-width: 62rem)').matches ? innerHeight * 0.35 : innerHeight - 80;
        const seen = box.top >= 70 && box.bottom <= low;
        rests = seen ? rests + 1 : 0;
        if (!seen) scrollTo({ top: scrollY + box.top - Math.min(innerHeight * 0.25, 220) });
        if (left > 0 && rests < AT_REST) requestAnimationFrame(() => look(left - 1));
    };
    look(FRAMES);
}

function About({ text }: { text: TextDocument }) {
    const basis = { inferred: words.meta.inferred, given: words.meta.given, stated: '', unknown: '' }[text.publishedBasis];
    const parts = [
        text.authors.join(', '),
        text.site,
        words.meta.kinds[text.kind] ?? text.kind,
        text.published ? date(text.published) + (basis ? ` (${basis})` : '') : words.meta.undated,
        text.title ? bareName(text.path) : null,
    ].filter(Boolean);
    return (
        <>
            <p>{parts.join(' · ')}</p>
            <p class="faint">
                {words.meta.checkedOn(date(text.checkedOn))}
                {text.url && (
                    <>
                        {' · '}
                        <a href={text.url} rel="noopener noreferrer nofollow" target="_blank">
                            {words.meta.source}
                        </a>
                    </>
                )}
            </p>
        </>
    );
}

function Summary({ text, shown, onTurn, onAll, count }: { text: TextDocument; shown: readonly string[]; onTurn: (verdict: Verdict) => void; onAll: () => void; count: number }) {
    const of = (verdict: Verdict) => text.summary[verdict === 'cannot-tell' ? 'cannotTell' : verdict] ?? 0;
    if (text.claims.length === 0) return <p class="gap">{words.summary.none}</p>;
    return (
        <div class="summary">
            <VerdictBar counts={text.summary} label={words.summary.all(text.claims.length)} />
            <div class="chips" role="group" aria-label={words.summary.show}>
                {verdictOrder
                    .filter((verdict) => of(verdict) > 0)
                    .map((verdict) => (
                        <button type="button" key={verdict} class="chip" aria-pressed={shown.includes(verdict)} onClick={() => onTurn(verdict)}>
                            <VerdictSign verdict={verdict} /> <b>{of(verdict)}</b> {verdicts[verdict]}
                        </button>
                    ))}
                {shown.length > 0 && (
                    <button type="button" class="link" onClick={onAll}>
                        {words.summary.everything}
                    </button>
                )}
                <span class="faint" role="status">
                    {shown.length > 0 ? words.summary.shown(count) : words.summary.all(count)}
                </span>
            </div>
        </div>
    );
}

function Remarks({ text }: { text: TextDocument }) {
    const how = text.form === 'plain' && /\.(md|markdown|txt|text)$/i.test(text.path) ? words.meta.plain : text.form === 'reading' ? words.meta.reading : null;
    return (
        <>
            {text.truncated && <p class="warn-line">{words.meta.breaksOff}</p>}
            {how && <p class="faint">{how}</p>}
            {text.warnings.length > 0 && (
                <details class="remarks">
                    <summary>{words.warnings(text.warnings.length)}</summary>
                    <ul>
                        {text.warnings.map((warning) => (
                            <li key={warning}>{warning}</li>
                        ))}
                    </ul>
                </details>
            )}
        </>
    );
}
