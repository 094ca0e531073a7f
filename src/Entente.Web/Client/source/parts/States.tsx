import type { ComponentChildren } from 'preact';
import { Component } from 'preact';
import { ApiProblem } from '../api';
import { words } from '../words/common';

/** Nothing is there yet, and what a reader can do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
    return (
        <div class="empty">
            <p class="empty-title">{title}</p>
            {children}
        </div>
    );
}

/** Shown late by the style sheet: what is there in a moment needs no word. */
export function Loading({ children = words.loading }: { children?: ComponentChildren }) {
    return (
        <p class="loading" role="status">
            {children}
        </p>
    );
}

/** A problem on one line. */
export function problemWords(problem: unknown): string {
    if (problem instanceof ApiProblem) return [problem.title, problem.detail].filter(Boolean).join(': ');
    return problem instanceof Error ? problem.message : String(problem);
}

/** What went wrong: where, what was found, what was expected, what to do. */
export function Problem({ problem, onRetry, children }: { problem: unknown; onRetry?: () => void; children?: ComponentChildren }) {
    const said = problem instanceof ApiProblem ? problem : undefined;
    const rows: [string, string | undefined][] = [
        [words.problem.where, said?.where],
        [words.problem.found, said?.found],
        [words.problem.expected, said?.expected],
        [words.problem.hint, said?.hint],
    ];
    const given = rows.filter(([, value]) => value);
    return (
        <div class="problem" role="alert">
            <p class="problem-title">{said?.title ?? words.problem.title}</p>
            <p>{said ? said.detail : problem instanceof Error ? problem.message : String(problem)}</p>
            {given.length > 0 && (
                <dl class="facts">
                    {given.map(([name, value]) => (
                        <div key={name}>
                            <dt>{name}</dt>
                            <dd>{value}</dd>
                        </div>
                    ))}
                </dl>
            )}
            {children}
            {onRetry && (
                <button type="button" class="button" onClick={onRetry}>
                    {words.retry}
                </button>
            )}
        </div>
    );
}

/** One part that fails does not take the page with it. */
export class Guard extends Component<{ children: ComponentChildren; again?: unknown; fallback?: ComponentChildren }, { problem: unknown }> {
    override state = { problem: undefined as unknown };

    override componentDidCatch(problem: unknown): void {
        console.error(problem);
        this.setState({ problem });
    }

    override componentDidUpdate(before: { again?: unknown }): void {
        if (before.again !== this.props.again && this.state.problem !== undefined) this.setState({ problem: undefined });
    }

    override render() {
        if (this.state.problem === undefined) return this.props.children;
        return this.props.fallback ?? <Problem problem={new Error(words.problem.drawing)} onRetry={() => this.setState({ problem: undefined })} />;
    }
}
