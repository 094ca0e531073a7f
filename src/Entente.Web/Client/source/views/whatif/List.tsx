import { useMemo } from 'preact/hooks';
import { useApi, type Page } from '../../api';
import { Choice, TextField } from '../../parts/Field';
import { Heading } from '../../parts/Heading';
import { Empty, Loading, Problem } from '../../parts/States';
import { address, oneOf, text, useQuery } from '../../router';
import { whatif as words } from '../../words/whatif';
import type { Item } from './model';

const kinds = ['all', 'scenario', 'oil', 'argument', 'own'] as const;
const kindParameter = oneOf(kinds, 'all');
const searchParameter = text();

/** All that can be run, to search. */
export function List() {
    const { data, problem, loading, reload } = useApi<Page<Item>>('/api/scenarios?limit=500');
    const [kind, setKind] = useQuery('kind', kindParameter);
    const [search, setSearch] = useQuery('q', searchParameter);
    const shown = useMemo(() => {
        const asked = search.toLowerCase().split(/\s+/).filter(Boolean);
        return (data?.items ?? []).filter((item) => {
            const all = `${item.title} ${item.question} ${item.author} ${item.id}`.toLowerCase();
            return (kind === 'all' || (kind === 'own' ? item.own : item.kind === kind)) && asked.every((word) => all.includes(word));
        });
    }, [data, kind, search]);
    return (
        <>
            <Heading title={words.title} sub={words.sub} />
            <div class="row end list-filters">
                <TextField class="grow" type="search" label={words.search} hint={words.searchHint} value={search} onText={(given) => setSearch(given)} />
                <Choice label={words.kind} value={kind} options={kinds.map((value) => ({ value, label: words.kinds[value] }))} onChoose={(chosen) => setKind(chosen)} />
            </div>
            {problem && <Problem problem={problem} onRetry={reload} />}
            {loading && !data && <Loading />}
            {data && (
                <p class="faint" role="status">
                    {words.found(shown.length)}
                </p>
            )}
            {data && shown.length === 0 ? (
                <Empty title={words.none}>
                    <p>{words.noneMore}</p>
                </Empty>
            ) : (
                <ul class="plain items">
                    {shown.map((item) => (
                        <li key={item.id} class="card">
                            <div class="row spread">
                                <a class="item-title" href={address(['whatif', item.id])}>
                                    {filled(item.title, item)}
                                </a>
                                <span class="tag">
                                    {words.kinds[item.kind]}
                                    {item.own && `, ${words.own}`}
                                </span>
                            </div>
                            {item.question && <p class="soft">{filled(item.question, item)}</p>}
                            {item.author && (
                                <p class="faint">
                                    {item.author}
                                    {item.date && `, ${item.date}`}
                                </p>
                            )}
                            {item.problem && (
                                <p class="field-problem">
                                    {words.broken}: {item.problem.where}: {item.problem.found}
                                </p>
                            )}
                        </li>
                    ))}
                </ul>
            )}
        </>
    );
}

/** A title with the codes that it is asked of unless others are set. */
const filled = (text: string, item: Item) => item.parameters.reduce((all, one) => all.replaceAll(`{${one.name}}`, one.value), text);
