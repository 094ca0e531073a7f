import { type ComponentChild, Fragment, h, type VNode } from 'preact';
import { memo } from 'preact/compat';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Verdict, verdictGravity, VerdictSign } from '../../parts/VerdictMark';
import { verdicts } from '../../words/common';
import { read as words } from '../../words/read';
import type { BlockSpeaker, MarkedText as Marked, TextBlock, TextClaim, TextDocument, TextNode } from './types';

/** The only elements that are ever made of a document. The server sends no other; what it might send by mistake is text. */
const allowed = new Set(
    'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tr th td hr br em strong code sub sup s u small q'.split(' '),
);

/** Blocks that are laid out together when they come near. */
const TOGETHER = 30;
/** Blocks that are drawn at once; the rest follows when the browser has time. */
const FIRST = 150;
const MORE = 900;

const gravity = (verdict: Verdict) => verdictGravity.indexOf(verdict);

interface Known {
    claims: ReadonlyMap<string, TextClaim>;
    unchecked: TextDocument['unchecked'];
    hrefOf: (claim: string) => string;
    /** Claims that have a control of their own by now: the first piece of a claim is one, the others lead to the same. */
    begun: Set<string>;
    /** What the heading that is drawn next is called. */
    level?: string;
}

function mark(node: Marked, known: Known): VNode {
    const own = (node.c ?? []).map((id) => known.claims.get(id)).filter((one) => one !== undefined);
    if (own.length === 0) {
        const why = node.u === undefined ? undefined : known.unchecked[node.u]?.reason;
        return (
            <span class="not-checked" title={why && words.notChecked(why)}>
                {node.t}
            </span>
        );
    }
    const gravest = own.reduce((a, b) => (gravity(b.verdict) < gravity(a.verdict) ? b : a));
    const first = !known.begun.has(gravest.id);
    known.begun.add(gravest.id);
    const signs = (node.e ?? []).map((id) => known.claims.get(id)).filter((one) => one !== undefined);
    return (
        <>
            <a
                class={`claim v-${gravest.verdict}`}
                href={known.hrefOf(gravest.id)}
                id={first ? `claim-${gravest.id}` : undefined}
                data-claim={gravest.id}
                tabIndex={first ? undefined : -1}
            >
                {node.t}
                {first && <span class="sr">{` (${verdicts[gravest.verdict]})`}</span>}
            </a>
            {signs.map((one) => {
                // A claim whose words all lie under a graver one is reached by its sign.
                const alone = !known.begun.has(one.id);
                known.begun.add(one.id);
                return alone ? (
                    <a key={one.id} class={`claim only-sign v-${one.verdict}`} href={known.hrefOf(one.id)} id={`claim-${one.id}`} data-claim={one.id} title={one.quote}>
                        <VerdictSign verdict={one.verdict} label />
                    </a>
                ) : (
                    <VerdictSign key={one.id} verdict={one.verdict} />
                );
            })}
        </>
    );
}

function draw(node: TextNode, known: Known, key: number): ComponentChild {
    if (typeof node === 'string') return node;
    if ('t' in node) return <Fragment key={key}>{mark(node, known)}</Fragment>;
    const level = known.level;
    known.level = undefined;
    const inside = node.k?.map((child, i) => draw(child, known, i));
    if (node.n === 'a') {
        const leads = /^(https?:\/\/|mailto:)/i.test(node.h ?? '');
        const empty = inside === undefined || inside.length === 0;
        if (!leads) return <Fragment key={key}>{inside}</Fragment>;
        return (
            <a key={key} class={empty ? 'out-after' : undefined} href={node.h} rel="noopener noreferrer nofollow" target="_blank" aria-label={empty ? words.link : undefined}>
                {empty ? '↗' : inside}
            </a>
        );
    }
    if (!allowed.has(node.n)) return <Fragment key={key}>{inside}</Fragment>;
    // A heading that is not a block of its own (in a list, in a quotation) is no part of the outline.
    const name = /^h[1-6]$/.test(node.n) ? (level ?? 'p') : node.n;
    if (name === 'br' || name === 'hr') return h(name, { key });
    if (name === 'table')
        return (
            <div key={key} class="scrolls">
                {h('table', {}, inside)}
            </div>
        );
    return h(name, { key }, inside);
}

function said(speaker: BlockSpeaker): string | null {
    if (speaker.asks && speaker.name) return words.speaker.asks(speaker.name);
    if (speaker.role === 'quoted') return speaker.name === null ? null : words.speaker.quoted(speaker.name);
    return speaker.name;
}

/** Who speaks in a block, where that is not who spoke in the one before. */
function voices(blocks: readonly TextBlock[]): (readonly string[])[] {
    let before = '';
    return blocks.map((block) => {
        const now = block.s.map(said).filter((name): name is string => name !== null);
        if (block.s.length === 0) return [];
        const key = now.join('\n');
        if (key === before) return [];
        before = key;
        return now;
    });
}

/** Headings below the view's own, one step down at most each time, whatever the document's levels are. */
function levels(blocks: readonly TextBlock[]): (string | undefined)[] {
    let above = 1;
    let least = 6;
    for (const block of blocks) if (/^h[1-6]$/.test(block.n)) least = Math.min(least, Number(block.n[1]));
    return blocks.map((block) => {
        if (!/^h[1-6]$/.test(block.n)) return undefined;
        above = Math.min(above + 1, Number(block.n[1]) - least + 2, 6);
        return `h${above}`;
    });
}

interface TogetherProps extends Omit<Known, 'begun' | 'level'> {
    headings: readonly (string | undefined)[];
    blocks: readonly TextBlock[];
    from: number;
    speakers: readonly (readonly string[])[];
}

const Together = memo(function Together({ blocks, headings, from, speakers, claims, unchecked, hrefOf }: TogetherProps) {
    const known: Known = { claims, unchecked, hrefOf, begun: new Set() };
    return (
        <div class="block">
            {blocks.slice(from, from + TOGETHER).map((block, i) => (
                <div key={i} class={`paragraph ${block.unread ? 'unread' : ''}`}>
                    {speakers[from + i]!.length > 0 && (
                        <div class="speakers">
                            <span class="sr">{words.speaker.label} </span>
                            {speakers[from + i]!.map((name) => (
                                <span key={name}>{name}</span>
                            ))}
                        </div>
                    )}
                    <div class="words">{draw(block, Object.assign(known, { level: headings[from + i] }), 0)}</div>
                </div>
            ))}
        </div>
    );
});

/** The text. Drawn once for each answer of the server: what is selected and what is filtered are classes from outside. */
export const MarkedText = memo(function MarkedText({ text, hrefOf, onDrawn }: { text: TextDocument; hrefOf: (claim: string) => string; onDrawn?: () => void }) {
    const [count, setCount] = useState(FIRST);
    const all = text.blocks.length;
    useEffect(() => {
        onDrawn?.();
        if (count >= all) return;
        const later = window.setTimeout(() => setCount((n) => n + MORE), 30);
        return () => clearTimeout(later);
    }, [count, all]);
    const known = useMemo(() => new Map(text.claims.map((claim) => [claim.id, claim])), [text]);
    const speakers = useMemo(() => voices(text.blocks), [text]);
    const headings = useMemo(() => levels(text.blocks), [text]);
    const groups: VNode[] = [];
    for (let from = 0; from < Math.min(count, all); from += TOGETHER)
        groups.push(<Together key={from} blocks={text.blocks} headings={headings} from={from} speakers={speakers} claims={known} unchecked={text.unchecked} hrefOf={hrefOf} />);
    return <div class={`marked ${text.form}`}>{groups}</div>;
});
