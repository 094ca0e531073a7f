import type { ComponentChildren } from 'preact';
import { Scrolls } from '../../parts/DataTable';
import { pair as words } from '../../words/pair';
import type { Cited, Entry, FigureOf, Gap, Party, Rung, Section } from './data';

/** The sources of a profile, numbered as they first appear: a figure names its source by number, the list at the end says all of it. */
export class Sources {
    readonly all: Cited[] = [];
    private readonly numbers = new Map<string, number>();

    of(cited: Cited): number {
        const key = `${cited.source} ${cited.url}`;
        let number = this.numbers.get(key);
        if (number === undefined) {
            this.all.push(cited);
            this.numbers.set(key, (number = this.all.length));
        }
        return number;
    }
}

function Cite({ cited, sources }: { cited: Cited; sources: Sources }) {
    if (!cited.source) return null;
    const number = sources.of(cited);
    return (
        <>
            {' '}
            <a class="cite" href={`${location.pathname}${location.search}#source-${number}`} aria-label={words.cite(number, cited.source)} title={cited.source}>
                [{number}]
            </a>
        </>
    );
}

/** What a lower bound says beside the sign. */
const noteOf = (figure: FigureOf) => (figure.note ?? '').replace(/^at least;? ?/, '');

function Model({ figure }: { figure: FigureOf }) {
    return figure.model ? (
        <>
            {' '}
            <span class="tag" title={words.modelMeaning}>
                {words.model}
            </span>
        </>
    ) : null;
}

function PairFigures({ title, figures, sources }: { title: string; figures: readonly FigureOf[]; sources: Sources }) {
    if (figures.length === 0) return null;
    const others = figures.some((one) => one.others.length > 0);
    return (
        <Scrolls label={title}>
            <table class="table figures">
                <caption class="sr">{title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.figure}</th>
                        <th scope="col" class="number">
                            {words.value}
                        </th>
                        <th scope="col">{words.period}</th>
                        {others && <th scope="col">{words.others}</th>}
                    </tr>
                </thead>
                <tbody>
                    {figures.map((figure, i) => (
                        <tr key={i}>
                            <th scope="row">
                                {figure.label}
                                <Model figure={figure} />
                                {noteOf(figure) && <small class="note">{noteOf(figure)}</small>}
                            </th>
                            <td class="number">
                                {figure.text}
                                <Cite cited={figure} sources={sources} />
                                {figure.span && <small class="note">{words.range(figure.span)}</small>}
                            </td>
                            <td>{figure.period}</td>
                            {others && <td>{figure.others.map((other) => `${other.label} ${other.text}`).join('; ')}</td>}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scrolls>
    );
}

function SideBySide({ title, figures, first, second, sources }: { title: string; figures: readonly FigureOf[]; first: Party; second: Party; sources: Sources }) {
    const rows = new Map<string, { first?: FigureOf; second?: FigureOf }>();
    for (const figure of figures) {
        if (figure.side === 'pair') continue;
        const row = rows.get(figure.label) ?? {};
        row[figure.side] ??= figure;
        rows.set(figure.label, row);
    }
    if (rows.size === 0) return null;
    const cell = (figure: FigureOf | undefined) =>
        figure ? (
            <td class="number">
                {figure.text}
                <Cite cited={figure} sources={sources} />
                <Model figure={figure} />
                <small class="note">
                    {figure.period}
                    {figure.span && `, ${figure.span}`}
                    {noteOf(figure) && `; ${noteOf(figure)}`}
                </small>
            </td>
        ) : (
            <td class="number faint">
                <span aria-hidden="true">–</span>
                <span class="sr">{words.none}</span>
            </td>
        );
    return (
        <Scrolls label={title}>
            <table class="table figures two">
                <caption class="sr">{title}</caption>
                <thead>
                    <tr>
                        <td />
                        <th scope="col" class="number">
                            {first.name}
                        </th>
                        <th scope="col" class="number">
                            {second.name}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {[...rows].map(([label, row]) => (
                        <tr key={label}>
                            <th scope="row">{label}</th>
                            {cell(row.first)}
                            {cell(row.second)}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scrolls>
    );
}

function Entries({ entries, sources }: { entries: readonly Entry[]; sources: Sources }) {
    if (entries.length === 0) return null;
    return (
        <ul class="plain entries">
            {entries.map((entry, i) => (
                <li key={i}>
                    <span class="date">{entry.date}</span> <span>
                        {entry.text}
                        <Cite cited={entry} sources={sources} />
                    </span>
                </li>
            ))}
        </ul>
    );
}

function Ladder({ name, definition, rungs, sources }: { name: string; definition: string; rungs: readonly Rung[]; sources: Sources }) {
    return (
        <div class="ladder">
            <h3>{name}</h3>
            <p class="chart-note">{definition}</p>
            <ul class="plain">
                {rungs.map((rung, i) => (
                    <li key={i} class={`rung ${rung.state}`}>
                        {rung.stage !== rungs[i - 1]?.stage && <h4>{rung.stage}</h4>}
                        <details>
                            <summary>
                                <span aria-hidden="true">{words.rungSign[rung.state]}</span> {rung.name}: <b>{words.rung[rung.state]}</b>
                                {rung.instances > 0 && ` (${words.instances(rung.instances)})`}
                            </summary>
                            <Entries entries={rung.evidence} sources={sources} />
                            <p class="chart-note">{words.falsifier(rung.falsifier)}</p>
                        </details>
                    </li>
                ))}
            </ul>
        </div>
    );
}

export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
    if (gaps.length === 0) return null;
    return (
        <ul class="plain gaps">
            {gaps.map((gap, i) => (
                <li key={i} class="gap">
                    <b>{gap.what}</b>: {gap.why}.
                    {gap.remedy && (
                        <small class="note">
                            {words.remedy}: <code>{gap.remedy}</code>
                        </small>
                    )}
                </li>
            ))}
        </ul>
    );
}

export interface SectionViewProps {
    section: Section;
    first: Party;
    second: Party;
    sources: Sources;
    charts: ComponentChildren;
}

/** One subject of the profile, as the printed ones have it: figures, charts, ladders, dated evidence, what to know, what is missing. */
export function SectionView({ section, first, second, sources, charts }: SectionViewProps) {
    return (
        <section id={section.id} class="pair-section" aria-labelledby={`${section.id}-title`}>
            <h2 id={`${section.id}-title`}>{section.title}</h2>
            <PairFigures title={section.title} figures={section.figures.filter((one) => one.side === 'pair')} sources={sources} />
            <SideBySide title={section.title} figures={section.figures} first={first} second={second} sources={sources} />
            {charts}
            {section.ladders.map((ladder) => (
                <Ladder key={ladder.name} {...ladder} sources={sources} />
            ))}
            <Entries entries={section.entries} sources={sources} />
            {section.notes.map((note) => (
                <p key={note} class="chart-note">
                    {note}
                </p>
            ))}
            <Gaps gaps={section.missing} />
        </section>
    );
}

export function SourceList({ sources }: { sources: Sources }) {
    if (sources.all.length === 0) return null;
    return (
        <section id="sources" class="pair-section" aria-labelledby="sources-title">
            <h2 id="sources-title">{words.sources}</h2>
            <ol class="sources">
                {sources.all.map((one, i) => (
                    <li key={i} id={`source-${i + 1}`}>
                        {/^https?:\/\//.test(one.url ?? '') ? (
                            <a href={one.url!} rel="noreferrer noopener" target="_blank">
                                {one.source}
                            </a>
                        ) : (
                            one.source
                        )}
                        {one.published && `, ${words.published(one.published)}`}
                        {one.row && (
                            <>
                                {' '}
                                <code>{one.row}</code>
                            </>
                        )}
                    </li>
                ))}
            </ol>
        </section>
    );
}
