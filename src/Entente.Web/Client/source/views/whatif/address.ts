import type { Keys } from './model';

/** Longer addresses are cut by some programs on their way. */
const MOST = 6000;

/** `a.b:0.5,c:2`: names escaped, so that neither sign can be in one. */
export function written(values: Readonly<Record<string, string | number>>): string | null {
    const parts = Object.entries(values).map(([name, value]) => `${encodeURIComponent(name)}:${encodeURIComponent(String(value))}`);
    return parts.length ? parts.join(',') : null;
}

export function read(text: string | null): Record<string, string> {
    const found: Record<string, string> = {};
    for (const part of (text ?? '').split(',')) {
        const [name, value] = part.split(':');
        try {
            if (name && value !== undefined) found[decodeURIComponent(name)] = decodeURIComponent(value);
        } catch {
            // A part that was cut off says nothing.
        }
    }
    return found;
}

export function numbers(text: string | null): Record<string, number> {
    return Object.fromEntries(
        Object.entries(read(text))
            .map(([name, value]) => [name, Number(value)] as const)
            .filter(([, value]) => Number.isFinite(value)),
    );
}

/** What a run hung on when its address was made; null where the address says nothing of it. */
export function keysOf(query: URLSearchParams): Keys | null {
    return query.has('h') ? { v: query.get('v') ?? '', h: query.get('h') ?? '', b: query.get('b') ?? '', r: query.get('r') ?? '' } : null;
}

/** A text as letters that an address takes; null where it is too long. */
export async function packed(text: string): Promise<string | null> {
    const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
    let letters = '';
    for (const byte of bytes) letters += String.fromCharCode(byte);
    const made = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    return made.length > MOST ? null : made;
}

/** The text again; null where it is none. */
export async function unpacked(letters: string): Promise<string | null> {
    try {
        const raw = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
        const bytes = await through(
            Uint8Array.from(raw, (c) => c.charCodeAt(0)),
            new DecompressionStream('deflate-raw'),
            256 << 10,
        );
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        return null;
    }
}

/** A few letters can unpack to gigabytes: never more than a file may have. */
async function through(bytes: Uint8Array, by: CompressionStream | DecompressionStream, most = Infinity): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(by).getReader();
    for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        length += value.length;
        if (length > most) {
            await reader.cancel();
            throw new Error('too long');
        }
        parts.push(value);
    }
    const all = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}
