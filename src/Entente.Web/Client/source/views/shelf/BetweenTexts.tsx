import { useEffect } from 'preact/hooks';
import { useApi } from '../../api';
import { Loading, Problem } from '../../parts/States';
import { VerdictMark } from '../../parts/VerdictMark';
import { address } from '../../router';
import { date } from '../../words/common';
import { shelf as words } from '../../words/shelf';
import { bareName } from '../read/names';
import type { Corpus, Mention, SharedFigure } from './types';

const SHOWN = 5;

/** What several texts say of the same figure: contradictions first, every position beside the others, every mention a link to its claim. */
export function BetweenTexts({ waiting, texts }: { waiting: number; texts: number }) {
    const corpus = useApi<Corpus>('/api/corpus');
    const paths = useApi<{ items: { path: string; id: string }[] }>('/api/corpus/paths');
    // A text more is checked: what was said of the others may be otherwise.
    useEffect(() => {
        corpus.reload();
        paths.reload();
    }, [texts]);
    if (corpus.problem && !corpus.data) return <Problem problem={corpus.problem} onRetry={corpus.reload} />;
    if (!corpus.data || !paths.data) return <Loading />;
    const ids = new Map(paths.data.items.map((one) => [one.path, one.id]));
    const parts: [string, readonly SharedFigure[]][] = [
        [words.between.contradictions, corpus.data.contradictions],
        [words.between.differences, corpus.data.differences],
        [words.between.agreements, corpus.data.agreements],
    ];
    const any = parts.some(([, figures]) => figures.length > 0);
    return (
        <div class="between stack">
            <p class="soft">{words.between.sub}</p>
            {waiting > 0 && <p class="gap">{words.between.waiting(waiting)}</p>}
            {!any && <p>{words.between.none}</p>}
            {parts
                .filter(([, figures]) => figures.length > 0)
                .map(([title, figures]) => (
                    <section key={title}>
                        <h2>
                            {title} <span class="faint">{figures.length}</span>
                        </h2>
                        {figures.map((figure) => (
                            <Figure key={`${figure.subject} ${figure.period} ${figure.explanation}`} figure={figure} ids={ids} />
                        ))}
                    </section>
                ))}
        </div>
    );
}

function Figure({ figure, ids }: { figure: SharedFigure; ids: ReadonlyMap<string, string> }) {
    return (
        <article class={`figure kind-${figure.kind}`}>
            <h3>
                {figure.subject}
                {figure.period && !figure.subject.includes(figure.period) ? `, ${figure.period}` : ''}
            </h3>
            {figure.differsIn.length > 0 && (
                <p class="soft">
                    {words.between.differsIn}: {figure.differsIn.join('; ')}
                </p>
            )}
            <div class="positions">
                {figure.positions.map((position) => (
                    <div class="position" key={position.text}>
                        <p class="value">{position.text}</p>
                        <ul class="plain">
                            {position.mentions.slice(0, SHOWN).map((mention) => (
                                <Said key={mention.path + mention.claim} mention={mention} id={ids.get(mention.path)} earliest={position.earliest === mention.path && position.mentions.length > 1} />
                            ))}
                        </ul>
                        {position.mentions.length > SHOWN && (
                            <details>
                                <summary>{words.between.more(position.mentions.length - SHOWN)}</summary>
                                <ul class="plain">
                                    {position.mentions.slice(SHOWN).map((mention) => (
                                        <Said key={mention.path + mention.claim} mention={mention} id={ids.get(mention.path)} />
                                    ))}
                                </ul>
                            </details>
                        )}
                    </div>
                ))}
            </div>
        </article>
    );
}

function Said({ mention, id, earliest }: { mention: Mention; id: string | undefined; earliest?: boolean }) {
    const about = [
        mention.published ? date(mention.published) : words.between.undated,
        mention.speaker && words.between.said(mention.speaker),
        mention.definition,
        mention.copies.length > 0 && words.between.copies(mention.copies.length),
    ].filter(Boolean);
    return (
        <li class="mention">
            <q>{id ? <a href={address(['read', id], { claim: mention.claim })}>{mention.quote}</a> : mention.quote}</q>
            <span class="row">
                <VerdictMark verdict={mention.verdict} />
                {earliest && <span class="tag">{words.between.earliest}</span>}
            </span>
            <small>
                {mention.title ?? bareName(mention.path)} · {about.join(' · ')}
            </small>
        </li>
    );
}
