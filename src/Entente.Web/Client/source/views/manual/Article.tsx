import { useEffect, useRef } from 'preact/hooks';
import { useApi } from '../../api';
import { announce } from '../../parts/Announcer';
import { Heading } from '../../parts/Heading';
import { Loading, Problem } from '../../parts/States';
import { toast } from '../../parts/Toast';
import { showHash, usePlace } from '../../router';
import { words as common } from '../../words/common';
import { manual as words } from '../../words/manual';
import type { PageName } from './Contents';

interface ManualPage extends PageName {
    source: string;
    html: string;
    headings: { level: number; id: string; text: string }[];
    previous: PageName | null;
    next: PageName | null;
}

/** One page, with what is on it and what comes before and after. */
export function Article({ page }: { page: string }) {
    const { data, problem, loading, reload } = useApi<ManualPage>(`/api/manual/pages/${page.split('/').map(encodeURIComponent).join('/')}`);
    if (problem)
        return (
            <>
                <Heading title={words.title} />
                <Problem problem={problem} onRetry={reload} />
            </>
        );
    // The page before stays until this one is there: nothing jumps.
    if (!data) return loading ? <Loading /> : null;
    return <Shown data={data} />;
}

function Shown({ data }: { data: ManualPage }) {
    const body = useRef<HTMLDivElement>(null);
    const { hash } = usePlace();
    useEffect(() => (body.current ? copyable(body.current) : undefined), [data.html]);
    // `#step-3` is enough for “Step 3: read a verdict”.
    useEffect(() => {
        if (hash === '' || document.getElementById(hash)) return;
        const begun = data.headings.find((heading) => heading.id.startsWith(`${hash}-`));
        if (begun) showHash(begun.id);
    }, [data, hash]);
    const headings = data.headings.filter((heading) => heading.level === 2);
    return (
        <article class="manual-page">
            <Heading title={data.title} />
            {headings.length > 1 && (
                <nav class="manual-here" aria-label={words.onThisPage}>
                    <p class="manual-here-title">{words.onThisPage}</p>
                    <ul class="plain">
                        {headings.map((heading) => (
                            <li key={heading.id}>
                                <a href={`#${heading.id}`}>{heading.text}</a>
                            </li>
                        ))}
                    </ul>
                </nav>
            )}
            {/* Made by our server from our own files, without raw HTML; the policy forbids whatever would run. */}
            <div class="prose manual-text" ref={body} key={data.page} dangerouslySetInnerHTML={{ __html: data.html }} />
            <nav class="manual-neighbours" aria-label={words.neighbours}>
                {data.previous && <Neighbour way={words.previous} page={data.previous} />}
                {data.next && <Neighbour way={words.next} page={data.next} later />}
            </nav>
            <p class="faint manual-source">
                {words.source} <code>{data.source}</code>
            </p>
        </article>
    );
}

function Neighbour({ way, page, later }: { way: string; page: PageName; later?: boolean }) {
    return (
        <a class={later ? 'manual-neighbour later' : 'manual-neighbour'} href={`/manual/${page.page}`} rel={later ? 'next' : 'prev'}>
            <span class="faint">{way}</span>
            <span>{page.title}</span>
        </a>
    );
}

/** Puts a button to every block that has commands: they are copied without the prompt and without what they print. */
function copyable(body: HTMLElement): () => void {
    const frames: HTMLElement[] = [];
    for (const block of body.querySelectorAll('pre.code')) {
        const commands = [...block.querySelectorAll('.command')].map((command) => command.textContent ?? '').filter(Boolean);
        if (commands.length === 0) continue;
        const frame = document.createElement('div');
        frame.className = 'manual-commands';
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button small';
        button.textContent = common.copy;
        button.setAttribute('aria-label', words.copyCommands(commands.length));
        button.addEventListener('click', () => {
            navigator.clipboard.writeText(commands.join('\n')).then(
                () => announce(common.copied),
                () => toast(common.copyFailed, { kind: 'problem' }),
            );
        });
        block.replaceWith(frame);
        frame.append(button, block);
        frames.push(frame);
    }
    return () => frames.forEach((frame) => frame.replaceWith(...frame.querySelectorAll('pre.code')));
}
