import { memo } from 'preact/compat';
import { Slider } from '../../parts/Slider';
import { TextField } from '../../parts/Field';
import { whatif as words } from '../../words/whatif';
import type { Description, Range } from './model';

export interface SettingsProps {
    described: Description;
    set: Readonly<Record<string, number>>;
    with: Readonly<Record<string, string>>;
    onSet(name: string, value: number | null): void;
    onWith(name: string, value: string): void;
    onLine(line: number): void;
}

/** Everything that can be set without touching the text. */
export function Settings({ described, set, with: codes, onSet, onWith, onLine }: SettingsProps) {
    const groups = grouped(described.ranges);
    const held = described.ranges.filter((range) => range.name in set).length;
    return (
        <>
            {described.parameters.length > 0 && (
                <section aria-labelledby="who">
                    <h3 id="who">{words.parameters}</h3>
                    <div class="stack tight">
                        {described.parameters.map((one) => (
                            <TextField
                                key={one.name}
                                label={words.parameter(one.name)}
                                value={codes[one.name] ?? one.value}
                                onDone={(text) => onWith(one.name, text.trim() === one.value ? '' : text.trim())}
                                hint={described.regions?.map((region) => region.code).join(', ')}
                            />
                        ))}
                    </div>
                </section>
            )}
            <section aria-labelledby="ranges">
                <div class="row spread">
                    <h3 id="ranges">
                        {words.ranges} <span class="faint">({words.heldCount(held)})</span>
                    </h3>
                    {held > 0 && (
                        <button type="button" class="link" onClick={() => described.ranges.forEach((range) => onSet(range.name, null))}>
                            {words.releaseAll}
                        </button>
                    )}
                </div>
                <p class="faint">{described.ranges.length > 0 ? words.rangesHint : words.noRanges}</p>
                {groups.map(([name, ranges], i) => (
                    <Group key={name} name={name} open={i === 0 || groups.length <= 4 || ranges.some((range) => range.name in set)} only={groups.length === 1}>
                        {ranges.map((range) => (
                            <OneRange key={range.name} range={range} value={set[range.name]} onSet={onSet} onLine={onLine} />
                        ))}
                    </Group>
                ))}
            </section>
        </>
    );
}

function Group({ name, open, only, children }: { name: string; open: boolean; only: boolean; children: preact.ComponentChildren }) {
    if (only || name === '') return <div class="stack">{children}</div>;
    return (
        <details class="range-group" open={open}>
            <summary>{name}</summary>
            <div class="stack">{children}</div>
        </details>
    );
}

const OneRange = memo(function OneRange({
    range,
    value,
    onSet,
    onLine,
}: {
    range: Range;
    value: number | undefined;
    onSet(name: string, value: number | null): void;
    onLine(line: number): void;
}) {
    const held = value !== undefined;
    const say = (n: number) => said(n, range.unit);
    const label = labelOf(range);
    return (
        <div class={`range ${held ? 'held' : ''}`}>
            <Slider
                label={label}
                value={value ?? range.mode}
                low={range.low}
                high={range.high}
                format={say}
                unit={range.unit === 'USD/bbl' ? '$' : undefined}
                onInput={(next) => onSet(range.name, next)}
                onChange={(next) => onSet(range.name, next)}
                hint={held ? words.held : words.drawn(say(range.mode))}
            />
            <div class="row spread range-foot">
                <p class="range-source">
                    <span class={range.assumed ? 'tag warn' : 'tag'}>{range.assumed ? words.assumed : words.source}</span>{' '}
                    {range.assumed ? `${range.assumed}${range.source ? ` (${range.source})` : ''}` : range.source || words.inFile(range.file)}
                    {range.line !== undefined && (
                        <>
                            {' '}
                            <button type="button" class="link" onClick={() => onLine(range.line!)}>
                                {words.line(range.line)}
                            </button>
                        </>
                    )}
                </p>
                {held && (
                    <button type="button" class="link" aria-label={words.releaseOf(label)} onClick={() => onSet(range.name, null)}>
                        {words.release}
                    </button>
                )}
            </div>
        </div>
    );
});

/** By what they are numbers of, in the order of the file: a case, a base, the rest. */
function grouped(ranges: readonly Range[]): [string, Range[]][] {
    const groups = new Map<string, Range[]>();
    for (const range of ranges) {
        const parts = range.name.split('.');
        const name = parts[0] === 'cases' ? caseOf(range) : parts[0] === 'runs' ? parts[1]! : parts[0] === 'base' ? words.base : parts.length > 1 ? (words.groups[parts[0]!] ?? parts[0]!) : '';
        groups.set(name, [...(groups.get(name) ?? []), range]);
    }
    return [...groups];
}

// What stands before the buyer is the name of the case, which may have commas of its own.
const caseOf = (range: Range) => (range.name.includes('.buyers.') ? range.about.split(', ').slice(0, -1).join(', ') : range.about.replace(/, [^,]*$/, ''));

function labelOf(range: Range): string {
    const key = range.key.replaceAll('_', ' ');
    if (range.name === range.key) return range.about ? `${range.name}: ${range.about}` : range.name;
    const about = range.about.startsWith('base') ? range.about.slice(4).replace(/^, /, '') : range.about;
    return key === 'value' ? about : `${about}: ${key}`;
}

const exact = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
function said(value: number, unit: string): string {
    if (unit === 'share') return `${exact.format(value)} (${exact.format(value * 100)} %)`;
    return exact.format(value);
}
