import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { takeAwaitedFocus, usePlace } from '../router';
import { words } from '../words/common';

export interface HeadingProps {
    /** The view's heading and, with the program's name, the title of the window. */
    title: string;
    /** In place of `title` on the page, where more than plain words is needed. */
    children?: ComponentChildren;
    sub?: ComponentChildren;
    /** Buttons that concern the whole view. */
    actions?: ComponentChildren;
}

/** The one h1 of a view. After a change of place the focus comes here, so that a screen reader says where one is. */
export function Heading({ title, children, sub, actions }: HeadingProps) {
    const heading = useRef<HTMLHeadingElement>(null);
    const { path } = usePlace();
    useEffect(() => {
        document.title = title === words.name ? title : `${title} · ${words.name}`;
    }, [title]);
    useEffect(() => {
        if (takeAwaitedFocus()) heading.current?.focus({ preventScroll: true });
    }, [path]);
    return (
        <header class="heading">
            <div class="grow">
                <h1 ref={heading} tabIndex={-1}>
                    {children ?? title}
                </h1>
                {sub && <div class="sub">{sub}</div>}
            </div>
            {actions && <div class="actions">{actions}</div>}
        </header>
    );
}
