import { Scrolls } from '../../parts/DataTable';
import { VerdictSign } from '../../parts/VerdictMark';
import { date, verdicts } from '../../words/common';
import { read as words } from '../../words/read';
import type { Authority } from './types';

/** Every authority's figure side by side; whose word decides comes first and says so. */
export function Authorities({ authorities }: { authorities: readonly Authority[] }) {
    return (
        <section>
            <h3>{words.authorities.title}</h3>
            {authorities.length === 0 ? (
                <p class="gap">{words.authorities.none}</p>
            ) : (
                <Scrolls label={words.authorities.title}>
                    <table class="table dense authorities">
                        <thead>
                            <tr>
                                <th scope="col">{words.authorities.authority}</th>
                                <th scope="col" class="number">
                                    {words.authorities.value}
                                </th>
                                <th scope="col">{words.authorities.says}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {authorities.map((one, i) => (
                                <tr key={i} class={one.lead ? 'lead' : undefined}>
                                    <th scope="row">
                                        {one.url ? (
                                            <a href={one.url} rel="noopener noreferrer" target="_blank">
                                                {one.source}
                                            </a>
                                        ) : (
                                            one.source
                                        )}
                                        {one.lead && <span class="tag">{words.authorities.lead}</span>}
                                        <small>{[one.published ? date(one.published) : words.authorities.unknown, one.tier, one.basis, one.note].filter(Boolean).join(' · ')}</small>
                                    </th>
                                    <td class="number">{one.value}</td>
                                    <td>
                                        {one.verdict ? (
                                            <span class={`verdict v-${one.verdict}`}>
                                                <VerdictSign verdict={one.verdict} />
                                                <span>{verdicts[one.verdict]}</span>
                                            </span>
                                        ) : (
                                            <span class="faint">{words.authorities.informs}</span>
                                        )}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </Scrolls>
            )}
        </section>
    );
}
