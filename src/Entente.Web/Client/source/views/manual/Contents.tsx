import { useEffect, useState } from 'preact/hooks';
import { manual as words } from '../../words/manual';

export interface PageName {
    page: string;
    title: string;
}

export interface Manual {
    groups: { title: string; pages: PageName[] }[];
}

/** All pages by groups; the group of the current page is open. On a telephone the whole folds away. */
export function Contents({ manual, current }: { manual: Manual; current: string }) {
    const [open, setOpen] = useState(false);
    // On a narrow screen the contents have done their work once a page was chosen.
    useEffect(() => setOpen(false), [current]);
    return (
        <nav class="manual-contents" aria-label={words.contents}>
            <button type="button" class="button manual-fold" aria-expanded={open} aria-controls="manual-groups" onClick={() => setOpen(!open)}>
                {words.contents}
            </button>
            <div id="manual-groups" class={open ? 'manual-groups open' : 'manual-groups'}>
                {manual.groups.map((group, i) => (
                    <Group key={group.title} title={group.title} pages={group.pages} current={current} first={i === 0 && current === ''} />
                ))}
            </div>
        </nav>
    );
}

function Group({ title, pages, current, first }: { title: string; pages: PageName[]; current: string; first: boolean }) {
    const holds = pages.some((one) => one.page === current);
    const [open, setOpen] = useState(holds || first);
    useEffect(() => {
        if (holds) setOpen(true);
    }, [holds]);
    return (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{title}</summary>
            <ul class="plain">
                {pages.map((one) => (
                    <li key={one.page}>
                        <a href={`/manual/${one.page}`} aria-current={one.page === current ? 'page' : undefined}>
                            {one.title}
                        </a>
                    </li>
                ))}
            </ul>
        </details>
    );
}

/** The first page: every group with its pages. */
export function Overview({ manual }: { manual: Manual }) {
    return (
        <div class="cards manual-cards">
            {manual.groups.map((group) => (
                <section class="card" key={group.title} aria-label={group.title}>
                    <h2>{group.title}</h2>
                    <ul class="plain">
                        {group.pages.map((one) => (
                            <li key={one.page}>
                                <a href={`/manual/${one.page}`}>{one.title}</a>
                            </li>
                        ))}
                    </ul>
                </section>
            ))}
        </div>
    );
}
