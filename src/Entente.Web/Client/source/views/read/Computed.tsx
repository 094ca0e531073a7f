import { date } from '../../words/common';
import { read as words } from '../../words/read';
import type { Working } from './types';

/** The computation as nested lists, down to the rows of the record. Deep parts are folded. */
export function Computed({ working }: { working: Working }) {
    return (
        <section>
            <h3>{words.working.title}</h3>
            <ul class="working">
                <Node node={working} depth={0} />
            </ul>
        </section>
    );
}

const OPEN = 3;

function Node({ node, depth }: { node: Working; depth: number }) {
    const head = (
        <>
            <code>{node.op}</code>
            {node.value && (
                <>
                    {' = '}
                    <b>{node.value}</b>
                </>
            )}
        </>
    );
    const source = node.source && (
        <small>
            {node.url ? (
                <a href={node.url} rel="noopener noreferrer" target="_blank">
                    {node.source}
                </a>
            ) : (
                node.source
            )}
            {[node.via && words.working.via(node.via), node.published && words.working.published(date(node.published)), node.row].filter(Boolean).map((part) => ` · ${part}`)}
        </small>
    );
    const inside = node.args.length > 0 && (
        <ul>
            {node.args.map((child, i) => (
                <Node key={i} node={child} depth={depth + 1} />
            ))}
        </ul>
    );
    if (!inside)
        return (
            <li>
                {head}
                {source}
                {node.note && <small>{node.note}</small>}
            </li>
        );
    return (
        <li>
            <details open={depth < OPEN}>
                <summary>{head}</summary>
                {source}
                {node.note && <small>{node.note}</small>}
                {inside}
            </details>
        </li>
    );
}
