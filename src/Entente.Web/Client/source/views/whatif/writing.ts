import type { Range } from './model';

/**
 * The text with held numbers in place of their ranges: `share: {low: …, mode: …, high: …}` on one line becomes `share: 0.4`, and three lines
 * low, mode and high become `value: 0.4`. What is not written in one of these ways stays held beside the text.
 */
export function writeInto(text: string, ranges: readonly Range[], held: Readonly<Record<string, number>>): { text: string; written: string[] } {
    const lines = text.split('\n');
    const written: string[] = [];
    const drop = new Set<number>();
    // From the last line to the first, and on one line from right to left: what was found stays where it is.
    const wanted = ranges.filter((range) => range.name in held && range.line !== undefined).sort((a, b) => b.line! - a.line!);
    for (const range of wanted) {
        const at = range.line! - 1;
        const value = String(held[range.name]);
        if (inFlow(lines, at, range, value) || inBlock(lines, at, value, drop)) written.push(range.name);
    }
    return { text: lines.filter((_, i) => !drop.has(i)).join('\n'), written };
}

function inFlow(lines: string[], at: number, range: Range, value: string): boolean {
    const line = lines[at];
    if (line === undefined) return false;
    const begin = line.search(new RegExp(`(^|[\\s{,])${range.key}:\\s*\\{`));
    if (begin < 0) return false;
    const open = line.indexOf('{', begin + range.key.length);
    const close = line.indexOf('}', open);
    const inside = line.slice(open, close + 1);
    if (close < 0 || !/low:/.test(inside) || !/mode:/.test(inside) || !/high:/.test(inside)) return false;
    lines[at] = line.slice(0, open) + value + line.slice(close + 1);
    return true;
}

function inBlock(lines: string[], at: number, value: string, drop: Set<number>): boolean {
    const indent = /^\s*/.exec(lines[at] ?? '')![0];
    const found: Record<string, number> = {};
    for (let i = at; i < lines.length && (lines[i]!.startsWith(indent) || lines[i]!.trim() === ''); i++) {
        const key = lines[i]!.startsWith(indent) ? /^(low|mode|high):/.exec(lines[i]!.slice(indent.length))?.[1] : undefined;
        if (key && !(key in found)) found[key] = i;
    }
    if (!('low' in found) || !('mode' in found) || !('high' in found)) return false;
    lines[found['mode']!] = `${indent}value: ${value}`;
    drop.add(found['low']!);
    drop.add(found['high']!);
    return true;
}
