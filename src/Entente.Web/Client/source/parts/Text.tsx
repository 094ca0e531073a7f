import type { ComponentChildren } from 'preact';

/**
 * A very long text or list: drawn in blocks that the browser lays out only when they come near (`content-visibility`), so that searching in
 * the page, selecting and printing work as ever. Give the items in reading order and a key for each.
 */
export function Blocks<T>({
    items,
    size = 40,
    keyOf,
    render,
    class: more,
}: {
    items: readonly T[];
    size?: number;
    keyOf: (item: T, index: number) => string | number;
    render: (item: T, index: number) => ComponentChildren;
    class?: string;
}) {
    const blocks: ComponentChildren[] = [];
    for (let from = 0; from < items.length; from += size) {
        const part = items.slice(from, from + size);
        blocks.push(
            <div class="block" key={keyOf(part[0]!, from)}>
                {part.map((item, i) => (
                    <div key={keyOf(item, from + i)}>{render(item, from + i)}</div>
                ))}
            </div>,
        );
    }
    return <div class={more}>{blocks}</div>;
}
