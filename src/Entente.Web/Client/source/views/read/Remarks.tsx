import { read as words } from '../../words/read';
import type { TextDocument } from './types';

/** Where the text contradicts itself: which identity breaks, between which claims. */
export function Contradictions({ text, hrefOf }: { text: TextDocument; hrefOf: (claim: string) => string }) {
    if (text.inconsistencies.length === 0) return null;
    return (
        <section class="contradictions" aria-label={words.contradictions.title}>
            <h2>{words.contradictions.title}</h2>
            <ul class="plain">
                {text.inconsistencies.map((one) => (
                    <li key={one.claims.join(' ')}>
                        <b>{one.explanation}</b> <span class="faint">{one.identity}</span>{' '}
                        {one.claims.map((claim, i) => (
                            <span key={claim}>
                                {i > 0 && ', '}
                                <a href={hrefOf(claim)} title={text.claims.find((c) => c.id === claim)?.quote}>
                                    {claim}
                                </a>
                            </span>
                        ))}
                    </li>
                ))}
            </ul>
        </section>
    );
}

/** Nothing that carries a number is passed over in silence. */
export function Unchecked({ text }: { text: TextDocument }) {
    if (text.unchecked.length === 0) return null;
    return (
        <details class="unchecked">
            <summary>{words.unchecked.title(text.unchecked.length)}</summary>
            <dl class="facts">
                {text.unchecked.map((figure, i) => (
                    <div key={i}>
                        <dt>“{figure.text}”</dt>
                        <dd>{figure.reason}</dd>
                    </div>
                ))}
            </dl>
        </details>
    );
}
