import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { askSession, connection, session } from './connection';
import { announce, Announcer } from './parts/Announcer';
import { Button } from './parts/Button';
import { Empty, Guard, Loading, Problem } from './parts/States';
import { Heading } from './parts/Heading';
import { HelpLink } from './parts/HelpLink';
import { JobTray } from './parts/JobTray';
import { Toasts } from './parts/Toast';
import { usePlace } from './router';
import { useStore } from './store';
import { chooseTheme, chosenTheme, type Theme } from './theme';
import { type View, views, type ViewProps } from './views';
import { words } from './words/common';
import { manual } from './words/manual';
import { shell } from './words/shell';

/** What stands around every view: the way to the others, the theme, the state of the server, work that runs, news. */
export function Shell() {
    const place = usePlace();
    const name = place.parts[0] ?? 'read';
    const view = views.find((one) => one.name === name);
    const now = useStore(session);
    return (
        <div class="shell">
            <a class="skip" href="#content">
                {shell.skip}
            </a>
            <header class="top">
                <a class="brand" href="/">
                    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                        <rect width="32" height="32" rx="7" class="brand-ground" />
                        <path d="M8 10h16M8 16h10M8 22h16" class="brand-lines" />
                        <circle cx="24" cy="16" r="3" class="brand-dot" />
                    </svg>
                    {words.name}
                </a>
                <Navigation current={view?.name} />
                <div class="tools">
                    <HelpLink {...(manual.helpFor[view?.name ?? 'manual'] ?? manual.helpFor['manual']!)} />
                    <ThemeSwitch />
                </div>
            </header>
            <ConnectionBanner />
            <main class="main" id="content" tabIndex={-1}>
                {view ? <ViewSlot view={view} parts={place.parts.slice(1)} query={place.query} key={view.name} /> : <NotFound path={place.path} />}
            </main>
            <footer class="foot">
                <span>{shell.footer(now?.version ?? '')}</span>
                <span>{shell.local}</span>
            </footer>
            <div class="corner" role="region" aria-label={shell.messages}>
                <Toasts />
                <JobTray />
            </div>
            <Announcer />
        </div>
    );
}

function Navigation({ current }: { current: string | undefined }) {
    const row = useRef<HTMLElement>(null);
    // On a telephone the row scrolls sideways: where one is has to be in sight.
    useEffect(() => {
        const link = row.current?.querySelector<HTMLElement>('[aria-current]');
        if (row.current && link) row.current.scrollLeft = link.offsetLeft - row.current.clientWidth / 2 + link.offsetWidth / 2;
    }, [current]);
    return (
        <nav class="nav" aria-label={shell.navigation} ref={row}>
            <ul>
                {views
                    .filter((view) => view.listed !== false)
                    .map((view) => (
                        <li key={view.name}>
                            <a href={`/${view.name}`} aria-current={view.name === current ? 'page' : undefined}>
                                {view.title}
                            </a>
                        </li>
                    ))}
            </ul>
        </nav>
    );
}

const themes: readonly Theme[] = ['system', 'light', 'dark'];

function ThemeSwitch() {
    const chosen = useStore(chosenTheme);
    return (
        <label class="theme">
            <span class="sr">{shell.theme}</span>
            <select onChange={(event) => chooseTheme(event.currentTarget.value as Theme)}>
                {themes.map((theme) => (
                    <option key={theme} value={theme} selected={theme === chosen}>
                        {shell.themes[theme]}
                    </option>
                ))}
            </select>
        </label>
    );
}

/** The server is gone: what to do, and that nothing is lost. It goes away by itself when the server is back. */
function ConnectionBanner() {
    const now = useStore(connection);
    const was = useRef(now);
    useEffect(() => {
        if (now === 'gone' && was.current !== 'gone') announce(shell.goneSaid, 'assertive');
        if (now === 'there' && was.current === 'gone') announce(shell.back);
        was.current = now;
    }, [now]);
    if (now !== 'gone') return null;
    return (
        <div class="banner" role="region" aria-label={shell.server}>
            <p class="grow">
                {shell.gone} <code>{shell.goneCommand}</code> {shell.goneAfter}
            </p>
            <Button small onClick={() => void askSession()}>
                {shell.goneRetry}
            </Button>
        </div>
    );
}

const loaded = new Map<string, ComponentType<ViewProps>>();

/** A view, once its file is there. One that fails does not take the rest of the page with it. */
function ViewSlot({ view, parts, query }: { view: View } & ViewProps) {
    const [problem, setProblem] = useState<unknown>();
    const [, setRound] = useState(0);
    useEffect(() => {
        if (loaded.has(view.name)) return;
        let over = false;
        view.load().then(
            (module) => {
                loaded.set(view.name, module.default);
                if (!over) setRound((round) => round + 1);
            },
            (failed: unknown) => !over && setProblem(failed),
        );
        return () => {
            over = true;
        };
    }, [view]);
    const Component = loaded.get(view.name);
    if (problem)
        return (
            <div class="view">
                <Heading title={shell.viewFailed} />
                <Problem problem={new Error(shell.viewFailedDetail)}>
                    <Button onClick={() => location.reload()}>{shell.reload}</Button>
                </Problem>
            </div>
        );
    if (!Component) return <Loading />;
    return (
        <Guard again={parts.join('/')}>
            <Component parts={parts} query={query} />
        </Guard>
    );
}

function NotFound({ path }: { path: string }) {
    return (
        <div class="view">
            <Heading title={shell.notFound.title} />
            <Empty title={shell.notFound.explanation(path)}>
                <a href="/">{shell.notFound.home}</a>
            </Empty>
        </div>
    );
}
