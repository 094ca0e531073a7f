import { Button } from '../../parts/Button';
import { address } from '../../router';
import { date, percent } from '../../words/common';
import { forecasts as words } from '../../words/forecasts';
import { StatusMark } from './Status';
import type { Forecast } from './types';

const say = words.ledger;
const DAY = 86_400_000;

/** One forecast of the ledger: its words, who said it, when it is due, and what became of it. */
export function Entry({ of, today, onRecord, onHand }: { of: Forecast; today: string; onRecord: () => void; onHand: () => void }) {
    const due = of.status === 'open' && of.deadline !== null && of.deadline <= today;
    const days = of.deadline === null ? null : Math.round((Date.parse(of.deadline) - Date.parse(today)) / DAY);
    const facts: [string, preact.ComponentChildren][] = [
        [say.criterion, of.criterion && <code>{of.criterion}</code>],
        [say.why, of.why],
        [say.observed, of.observed === null ? null : `${of.observed.toLocaleString('en')} ${of.observedUnit ?? ''}`],
        [say.source, /^https?:\/\/\S+$/.test(of.source ?? '') ? <Link to={of.source!} /> : of.source],
        [say.by, of.by],
        [say.resolved, of.resolved && date(of.resolved)],
        [say.document, of.document && <a href={placeOf(of)}>{of.document}</a>],
    ];
    return (
        <li class={`entry ${due ? 'due' : ''}`} id={of.id}>
            <div class="entry-head">
                <StatusMark status={of.status} due={due} />
                <span class="entry-due">
                    {of.deadline === null ? say.no : date(of.deadline)}
                    {of.status === 'open' && days !== null && <span class="faint"> ({say.days(days)})</span>}
                </span>
            </div>
            <p class="entry-quote">“{of.sentence || of.quote}”</p>
            <p class="faint">
                {[of.speaker, of.said && say.said(of.said), of.probability !== null && `${percent(of.probability)}${of.probabilityWords ? ` (${of.probabilityWords})` : ''}`, of.topic, of.kind === 'target' && say.target]
                    .filter(Boolean)
                    .join(' · ')}
            </p>
            <details>
                <summary>
                    {say.details} <span class="sr">{of.id}</span>
                </summary>
                <dl class="facts">
                    {facts
                        .filter(([, value]) => value)
                        .map(([term, value]) => (
                            <div key={term}>
                                <dt>{term}</dt>
                                <dd>{value}</dd>
                            </div>
                        ))}
                    {of.history.length > 0 && (
                        <div>
                            <dt>{say.history}</dt>
                            <dd>
                                <ul class="plain">
                                    {of.history.map((line, i) => (
                                        <li key={i}>{line}</li>
                                    ))}
                                </ul>
                            </dd>
                        </div>
                    )}
                </dl>
                <p class="faint">{of.id}</p>
            </details>
            <div class="row">
                {due && of.rule === 'record' && (
                    <Button small aria-label={say.byRecordLabel(of.id)} onClick={onRecord}>
                        {say.byRecord}
                    </Button>
                )}
                <Button small kind={due ? 'plain' : 'quiet'} aria-label={say.byHandLabel(of.id)} onClick={onHand}>
                    {say.byHand}
                </Button>
            </div>
        </li>
    );
}

/** Its claim in the text; where the text is not known on the shelf, a search for its words. */
const placeOf = (of: Forecast) =>
    of.text ? address(['read', of.text.id], of.text.claim ? { claim: of.text.claim } : { forecast: of.id }) : address(['shelf'], { q: of.quote.slice(0, 60) });

function Link({ to }: { to: string }) {
    return (
        <a href={to} rel="noreferrer noopener" target="_blank">
            {to}
        </a>
    );
}
