import { useEffect, useRef, useState } from 'preact/hooks';
import { useApi } from '../../api';
import { Button } from '../../parts/Button';
import { Chart } from '../../parts/Chart';
import { CopyButton } from '../../parts/CopyButton';
import { Problem } from '../../parts/States';
import { VerdictMark } from '../../parts/VerdictMark';
import { date, verdicts } from '../../words/common';
import { read as words } from '../../words/read';
import { AssertionEditor } from './AssertionEditor';
import { Authorities } from './Authorities';
import { EditorsVerdict } from './EditorsVerdict';
import { InLedger } from './InLedger';
import type { ClaimDetail, TextDocument } from './types';
import { Computed } from './Computed';

interface Props {
    text: TextDocument;
    claim: string;
    asOf: string;
    hrefOf: (claim: string) => string;
    onClose: () => void;
    onStep: (by: number) => void;
    onChanged: () => void;
}

/** The claim beside the text; on a telephone a sheet below it. What is edited in it is tested, and everything here shows the result. */
export function ClaimPanel({ text, claim, asOf, hrefOf, onClose, onStep, onChanged }: Props) {
    const asked = asOf ? `?as-of=${encodeURIComponent(asOf)}` : '';
    const { data, problem, reload } = useApi<ClaimDetail>(`/api/documents/${encodeURIComponent(text.id)}/claims/${encodeURIComponent(claim)}${asked}`);
    const [edited, setEdited] = useState<ClaimDetail | null>(null);
    const line = text.claims.find((one) => one.id === claim);
    const panel = useRef<HTMLElement>(null);
    // Enter on a claim goes into it; a claim gone to by J or K is read where it stands.
    useEffect(() => {
        const from = document.activeElement as HTMLElement | null;
        if (from?.dataset['claim'] === claim && entered) panel.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
        entered = false;
    }, [claim]);
    const shown = edited ?? data;
    return (
        <section class="claim-panel" ref={panel} aria-label={words.panel.label(claim)}>
            <div class="row spread panel-head">
                <h2 tabIndex={-1}>{words.panel.label(claim)}</h2>
                <div class="row">
                    <Button small kind="quiet" aria-label={words.tools.previous} onClick={() => onStep(-1)}>
                        <span aria-hidden="true">←</span>
                    </Button>
                    <Button small kind="quiet" aria-label={words.tools.next} onClick={() => onStep(1)}>
                        <span aria-hidden="true">→</span>
                    </Button>
                    <button type="button" class="button quiet icon" aria-label={words.panel.close} onClick={onClose}>
                        <span aria-hidden="true">×</span>
                    </button>
                </div>
            </div>
            <blockquote>“{line?.quote ?? data?.claim?.quote}”</blockquote>
            {problem && <Problem problem={problem} onRetry={reload} />}
            {!data && !problem && line && (
                <>
                    <VerdictMark verdict={line.verdict} />
                    <p>{line.explanation}</p>
                    <p class="loading" role="status">
                        {words.panel.loading}
                    </p>
                </>
            )}
            {data && shown?.claim && (
                <>
                    <Verdict detail={shown} original={edited ? data : null} />
                    <AssertionEditor
                        document={text.id}
                        claim={claim}
                        asOf={asOf}
                        original={data.claim?.assertion ?? ''}
                        none={data.claim?.assertion === null}
                        onTested={setEdited}
                    />
                    {shown.chart ? <Chart chart={{ ...shown.chart, id: undefined }} level={3} key={edited ? 'edited' : 'own'} /> : shown.noChart ? <p class="gap">{`${words.chart.none}: ${shown.noChart}`}</p> : null}
                    <Authorities authorities={shown.authorities ?? []} />
                    <ThenAndNow detail={shown} />
                    {shown.working && <Computed working={shown.working} />}
                    <Together detail={data} text={text} hrefOf={hrefOf} claim={claim} />
                    {line?.forecast && <InLedger document={text.id} claim={claim} forecast={line.forecast} />}
                    <section>
                        <h3>{words.cite.title}</h3>
                        <div class="row">
                            <CopyButton text={shown.citation?.text ?? ''}>{words.cite.citation}</CopyButton>
                            <CopyButton text={shown.citation?.markdown ?? ''}>{words.cite.markdown}</CopyButton>
                            {shown.citation?.block && <CopyButton text={shown.citation.block}>{words.cite.block}</CopyButton>}
                            <CopyButton text={() => new URL(hrefOf(claim), location.href).href}>{words.cite.link}</CopyButton>
                        </div>
                    </section>
                    <EditorsVerdict
                        document={text.id}
                        claim={claim}
                        computed={data.claim!.verdict}
                        word={data.claim!.override}
                        onChanged={() => {
                            reload();
                            onChanged();
                        }}
                    />
                </>
            )}
        </section>
    );
}

/** Set by the reader's Enter or click, for the panel that it opens. */
let entered = false;
if (typeof document !== 'undefined')
    document.addEventListener(
        'keydown',
        (event) => {
            if (event.key === 'Enter' && (event.target as HTMLElement | null)?.dataset?.['claim']) entered = true;
        },
        true,
    );

function Verdict({ detail, original }: { detail: ClaimDetail; original: ClaimDetail | null }) {
    const claim = detail.claim!;
    const others = [...new Set(claim.verdicts)].filter((one) => one !== claim.verdict);
    const who = detail.speaker;
    return (
        <div class="stack tight" role="status">
            <div class="row">
                {original && <span class="tag">{words.panel.edited}</span>}
                <VerdictMark verdict={claim.verdict} />
                {others.length > 0 && <span class="faint">{`${words.panel.also} ${others.map((one) => verdicts[one]).join(', ')}`}</span>}
            </div>
            {original?.claim && <p class="faint">{words.panel.original(verdicts[original.claim.verdict])}</p>}
            {!original && who && (
                <p class="soft">
                    {words.panel.said(who)}
                    {detail.reportedBy && `, ${words.panel.reportedBy(detail.reportedBy)}`}
                </p>
            )}
            <p class="why">{claim.explanation}</p>
            {claim.wouldBeTrue && (
                <p>
                    <b>{words.panel.wouldBeTrue}</b>: {claim.wouldBeTrue}
                </p>
            )}
            {detail.lines && detail.lines.length > 0 && (
                <dl class="facts">
                    {detail.lines.map((line, i) => (
                        <div key={i}>
                            <dt>{line.label}</dt>
                            <dd>{line.text}</dd>
                        </div>
                    ))}
                </dl>
            )}
        </div>
    );
}

function ThenAndNow({ detail }: { detail: ClaimDetail }) {
    const then = detail.then;
    if (!then) return null;
    const claim = detail.claim!;
    if (then.verdict === claim.verdict && then.explanation === claim.explanation) return <p class="faint">{words.then.same(date(then.date))}</p>;
    return (
        <section>
            <h3>{words.then.title}</h3>
            <div class="then-now">
                <div>
                    <h4>{words.then.then(date(then.date))}</h4>
                    <VerdictMark verdict={then.verdict} />
                    <p>{then.explanation}</p>
                </div>
                <div>
                    <h4>{words.then.now}</h4>
                    <VerdictMark verdict={claim.verdict} />
                    <p>{claim.explanation}</p>
                </div>
            </div>
        </section>
    );
}

function Together({ detail, text, hrefOf, claim }: { detail: ClaimDetail; text: TextDocument; hrefOf: (claim: string) => string; claim: string }) {
    const found = detail.inconsistencies ?? [];
    if (found.length === 0) return null;
    return (
        <section>
            <h3>{words.together.title}</h3>
            <ul class="plain stack tight">
                {found.map((one) => (
                    <li key={one.explanation}>
                        <p>{one.explanation}</p>
                        <p class="faint">{one.identity}</p>
                        <ul>
                            {one.claims
                                .filter((other) => other !== claim)
                                .map((other) => (
                                    <li key={other}>
                                        <a href={hrefOf(other)}>{text.claims.find((c) => c.id === other)?.quote ?? other}</a>
                                    </li>
                                ))}
                        </ul>
                    </li>
                ))}
            </ul>
        </section>
    );
}
