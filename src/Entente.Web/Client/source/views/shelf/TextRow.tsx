import { Button } from '../../parts/Button';
import { VerdictBar, verdictOrder, VerdictSign } from '../../parts/VerdictMark';
import { address } from '../../router';
import { date, verdicts } from '../../words/common';
import { shelf as words } from '../../words/shelf';
import { bareName } from '../read/names';
import { removeText } from '../read/Tools';
import type { ShelfRow } from './types';

/** One text: what it is, who speaks, what became of its claims. */
export function TextRow({ row }: { row: ShelfRow }) {
    const name = row.title ?? bareName(row.path);
    const about = [
        row.authors?.join(', '),
        row.state === 'checked' ? (row.published ? date(row.published) + (row.publishedBasis === 'inferred' ? ` (${words.inferred})` : '') : words.undated) : null,
        row.title ? bareName(row.path) : null,
        row.origin === 'kept' ? words.kept : null,
    ].filter(Boolean);
    const count = (verdict: string) => row.summary?.[verdict === 'cannot-tell' ? 'cannotTell' : verdict] ?? 0;
    return (
        <li class={`text-row state-${row.state}`}>
            <div class="row spread top-line">
                <h2>
                    <a href={address(['read', row.id])}>{name}</a>
                </h2>
                <Button small kind="quiet" aria-label={words.remove(name)} onClick={() => void removeText(row.item, name)}>
                    {words.removeShort}
                </Button>
            </div>
            <p class="faint" title={row.path}>{about.join(' · ')}</p>
            {row.found && (
                <p class="found">
                    … {row.found.text.slice(0, row.found.start)}
                    <mark>{row.found.text.slice(row.found.start, row.found.start + row.found.length)}</mark>
                    {row.found.text.slice(row.found.start + row.found.length)} …
                </p>
            )}
            {row.problem && (
                <p class="gap">
                    {words.state.unreadable}: {row.problem.found}; {row.problem.expected}
                </p>
            )}
            {row.state === 'waiting' && <p class="faint">{words.state.waiting}</p>}
            {row.summary && (row.summary['claims'] ?? 0) > 0 && (
                <>
                    <VerdictBar counts={row.summary} label={words.claims(row.summary['claims'] ?? 0)} />
                    <p class="counts">
                        {verdictOrder
                            .filter((verdict) => count(verdict) > 0)
                            .map((verdict) => (
                                <a key={verdict} href={address(['read', row.id], { show: verdict })} class={`count-of v-${verdict}`}>
                                    <VerdictSign verdict={verdict} />
                                    {count(verdict)} {verdicts[verdict]}
                                </a>
                            ))}
                        {(row.inconsistencies ?? 0) > 0 && <span class="tag">{words.contradictsItself}</span>}
                    </p>
                </>
            )}
            {row.summary && (row.summary['claims'] ?? 0) === 0 && <p class="faint">{words.claims(0)}</p>}
            {row.speakers && row.speakers.length > 0 && (
                <p class="who">
                    {row.speakers.slice(0, 6).map((one, i) => (
                        <span key={one.name}>
                            {i > 0 && ', '}
                            <a href={address(['shelf'], { speaker: one.name })}>{one.name}</a>
                        </span>
                    ))}
                </p>
            )}
        </li>
    );
}
