import { useApi } from '../../api';
import { Heading } from '../../parts/Heading';
import { Loading, Problem } from '../../parts/States';
import { text, useQuery } from '../../router';
import type { ViewProps } from '../../views';
import { manual as words } from '../../words/manual';
import { Article } from './Article';
import { Contents, type Manual, Overview } from './Contents';
import { Results, SearchField } from './Search';

const asked = text();

/** The manual: contents at the side, a page, what is on it; a search that takes the place of the page while something is asked. */
export default function View({ parts }: ViewProps) {
    const [query, setQuery] = useQuery('q', asked);
    const { data, problem, loading, reload } = useApi<Manual>('/api/manual');
    const page = parts.join('/');
    return (
        <div class="view view-manual">
            <div class="manual-side">
                <SearchField value={query} onText={(next) => setQuery(next, { replace: true })} />
                {data && <Contents manual={data} current={page} />}
            </div>
            <div class="manual-main">
                {query.trim() !== '' ? (
                    <Results asked={query.trim()} onDone={() => setQuery('', { replace: true })} />
                ) : page !== '' ? (
                    <Article page={page} />
                ) : (
                    <>
                        <Heading title={words.title} sub={words.lead} />
                        {data && <Overview manual={data} />}
                        {!data && loading && <Loading />}
                    </>
                )}
                {problem && <Problem problem={problem} onRetry={reload} />}
            </div>
        </div>
    );
}
