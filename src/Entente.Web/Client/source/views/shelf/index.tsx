import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useApi } from '../../api';
import { Button } from '../../parts/Button';
import { Heading } from '../../parts/Heading';
import { Empty, Loading, Problem } from '../../parts/States';
import { Tabs } from '../../parts/Tabs';
import { VerdictBar } from '../../parts/VerdictMark';
import { oneOf, useQuery } from '../../router';
import { useStore } from '../../store';
import type { ViewProps } from '../../views';
import { words as common } from '../../words/common';
import { shelf as words } from '../../words/shelf';
import { DropAnywhere, OpenFile } from '../read/adding';
import { shelfChanges } from '../read/changed';
import { BetweenTexts } from './BetweenTexts';
import { CheckProgress } from './CheckProgress';
import { Filters, useFilters } from './Filters';
import { inStretches } from './stretches';
import { TextRow } from './TextRow';
import type { ShelfPage } from './types';

const tab = oneOf(['texts', 'between'], 'texts');
const PAGE = 50;

/** `/shelf?q=&speaker=&verdict=&pair=&from=&to=&tab=between`: all texts, and what they say of the same figures. */
export default function View(_: ViewProps) {
    const [selected, select] = useQuery('tab', tab);
    const filters = useFilters();
    const [limit, setLimit] = useState(PAGE);
    useEffect(() => setLimit(PAGE), [filters.asked]);
    const shelf = useApi<ShelfPage>(`/api/documents?limit=${limit}${filters.asked ? `&${filters.asked}` : ''}`, inStretches);
    const reload = useCallback(() => shelf.reload(), [shelf.reload]);
    // An answer that is long in coming is waited for: asking again would do away with it, and again before the next.
    const asked = useRef(false);
    asked.current = shelf.loading;
    const refresh = useCallback(() => {
        if (!asked.current) reload();
    }, [reload]);
    const changes = useStore(shelfChanges);
    useEffect(() => {
        if (changes > 0) reload();
    }, [changes]);
    const data = shelf.data;
    // Busy is who waits for more: that the same texts are asked for again while they are checked keeps nobody from asking for others.
    return (
        <div class="view view-shelf">
            <Heading title={words.title} sub={data ? words.sub(data.texts + data.waiting + data.unreadable) : undefined} actions={<OpenFile label={words.open} primary />} />
            {data && <CheckProgress waiting={data.waiting} job={data.job} onProgress={refresh} onEnd={reload} />}
            <Tabs
                label={words.tabs.label}
                selected={selected}
                onSelect={(id) => select(id as 'texts')}
                tabs={[
                    {
                        id: 'texts',
                        label: words.tabs.texts,
                        panel: () => (
                            <>
                                <Filters filters={filters} page={data} />
                                {shelf.problem && <Problem problem={shelf.problem} onRetry={reload} />}
                                {!data && !shelf.problem && <Loading />}
                                {data && <Texts page={data} filtered={filters.asked !== ''} onMore={() => setLimit(limit + Math.max(150, limit))} busy={shelf.loading && data.items.length < limit} />}
                            </>
                        ),
                    },
                    { id: 'between', label: words.tabs.between, panel: () => <BetweenTexts waiting={data?.waiting ?? 0} texts={data?.texts ?? 0} /> },
                ]}
            />
            <DropAnywhere />
        </div>
    );
}

function Texts({ page, filtered, onMore, busy }: { page: ShelfPage; filtered: boolean; onMore: () => void; busy: boolean }) {
    if (page.items.length === 0)
        return (
            <>
                {filtered ? (
                    <p class="gap" role="status">
                        {words.empty.none}
                    </p>
                ) : (
                    <Empty title={words.empty.title}>
                        <p>
                            {words.empty.explain} <code>{words.empty.command}</code>
                        </p>
                    </Empty>
                )}
                <LeftOut page={page} />
            </>
        );
    return (
        <section aria-label={words.list}>
            <div class="shelf-sum">
                <p role="status">
                    {words.count(page.total, page.texts + page.waiting + page.unreadable)} · {words.claims(page.summary['claims'] ?? 0)}
                </p>
                <VerdictBar counts={page.summary} label={words.claims(page.summary['claims'] ?? 0)} />
            </div>
            <ul class="plain texts">
                {page.items.map((row) => (
                    <TextRow key={row.id} row={row} />
                ))}
            </ul>
            {page.total > PAGE && (
                <div class="more row">
                    {page.next && (
                        <Button busy={busy} onClick={onMore}>
                            {common.more}
                        </Button>
                    )}
                    <span class="faint" role="status">
                        {common.shown(page.items.length, page.total)}
                    </span>
                </div>
            )}
            <LeftOut page={page} />
        </section>
    );
}

function LeftOut({ page }: { page: ShelfPage }) {
    if (page.leftOut.length === 0) return null;
    return (
        <details class="left-out">
            <summary>{words.leftOut(page.leftOut.length)}</summary>
            <ul>
                {page.leftOut.map((one) => (
                    <li key={one.path}>
                        <code>{one.path}</code>: {one.problem.found}
                    </li>
                ))}
            </ul>
        </details>
    );
}
