// Loaded when the first chart comes into sight: vega is most of what the page weighs.
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { loader, logger, None, parse, View, Warn } from 'vega';
import { configFor, palette } from './theme';

export type Spec = Record<string, unknown>;

export interface Drawn {
    view: View;
    resize(width: number): void;
    finish(): void;
}

/** Data come with the specification. What a specification could ask for from elsewhere is refused before the policy of the page does. */
function closedLoader() {
    const closed = loader();
    closed.load = (address: string) => Promise.reject(new Error(`a chart may not load ${address}`));
    closed.sanitize = (address: string) => Promise.reject(new Error(`a chart may not link to ${address}`));
    return closed;
}

/** Charts of several parts above each other: each takes the width. */
function fitted(spec: Spec, width: number): Spec {
    const wide = (part: unknown): unknown => {
        const one = part as Spec;
        return 'hconcat' in one || 'concat' in one || 'facet' in one || 'repeat' in one || typeof one['width'] === 'number' ? one : { ...one, width: Math.max(120, width - 80) };
    };
    if (Array.isArray(spec['vconcat'])) return { ...spec, vconcat: spec['vconcat'].map(wide) };
    if ('hconcat' in spec || 'concat' in spec || 'facet' in spec || 'repeat' in spec) return spec;
    if (typeof spec['width'] === 'object') return spec;
    return { ...spec, width, autosize: { type: 'fit-x', contains: 'padding' } };
}

function viewOf(spec: Spec, width: number, scheme?: 'light'): View {
    const said = JSON.stringify(spec);
    const config = configFor(palette(scheme), width, said.includes('"strokeDash":{') && !said.includes('"shape":{'));
    const { usermeta: _, config: own, ...plain } = spec;
    const compiled = compile(fitted(plain, width) as unknown as TopLevelSpec, { config: merged(config, own) as never, logger: DEVELOP ? undefined : logger(None) }).spec;
    // The syntax tree is interpreted: the usual way makes functions of strings, which the policy forbids, and rightly.
    const runtime = parse(compiled, undefined, { ast: true });
    return new View(runtime, { expr: expressionInterpreter, loader: closedLoader(), renderer: 'none', logLevel: DEVELOP ? Warn : None });
}

function merged(config: Spec, own: unknown): Spec {
    if (typeof own !== 'object' || own === null) return config;
    const both: Spec = { ...config };
    for (const [key, value] of Object.entries(own)) {
        const before = both[key];
        both[key] = typeof value === 'object' && value !== null && !Array.isArray(value) && typeof before === 'object' && before !== null && !Array.isArray(before) ? merged(before as Spec, value) : value;
    }
    return both;
}

/** Draws into an element, with words at the pointer; in the page's colours, or always light for paper. Fails where the specification cannot be drawn. */
export async function draw(element: HTMLElement, spec: Spec, width: number, scheme?: 'light'): Promise<Drawn> {
    const view = viewOf(spec, width, scheme);
    // The element is an image with a name and a summary: what is in it is not read out again, part by part.
    const inside = document.createElement('div');
    view.renderer('svg').initialize(inside).hover();
    const tip = tooltipIn(element);
    view.tooltip((_handler, event, _item, value) => tip.show(event as MouseEvent, value));
    await view.runAsync();
    element.replaceChildren(inside, tip.element);
    const fits = typeof spec['width'] !== 'object' && !['vconcat', 'hconcat', 'concat', 'facet', 'repeat'].some((key) => key in spec);
    return {
        view,
        resize(to) {
            if (fits) void view.width(to).runAsync();
        },
        finish() {
            view.finalize();
        },
    };
}

function tooltipIn(element: HTMLElement) {
    const tip = document.createElement('div');
    tip.className = 'chart-tip';
    tip.hidden = true;
    const line = (name: string | null, value: unknown) => {
        const row = document.createElement('div');
        if (name !== null) {
            const label = document.createElement('span');
            label.className = 'soft';
            label.textContent = `${name}: `;
            row.append(label);
        }
        row.append(String(value));
        return row;
    };
    return {
        element: tip,
        show(event: MouseEvent, value: unknown) {
            tip.hidden = value === null || value === undefined || value === '';
            if (tip.hidden) return;
            const rows = typeof value === 'object' ? Object.entries(value as object).map(([name, one]) => line(name, one)) : [line(null, value)];
            tip.replaceChildren(...rows);
            const box = element.getBoundingClientRect();
            const x = event.clientX - box.left;
            const room = box.width - tip.offsetWidth - 4;
            tip.style.left = `${Math.max(0, Math.min(x + 12, room))}px`;
            tip.style.top = `${event.clientY - box.top + 14}px`;
        },
    };
}

const PICTURE_WIDTH = 900;

/** The chart as a picture of its own: light, with its title and where the figures come from. */
async function picture(spec: Spec, title: string, source: string): Promise<View> {
    const titled = { ...spec, background: 'white', padding: 16, title: { text: wrap(title, 90), subtitle: wrap(source, 130), anchor: 'start' } };
    const view = viewOf(titled, PICTURE_WIDTH, 'light');
    await view.runAsync();
    return view;
}

export async function svgOf(spec: Spec, title: string, source: string): Promise<Blob> {
    const view = await picture(spec, title, source);
    const text = await view.toSVG();
    view.finalize();
    return new Blob([text], { type: 'image/svg+xml' });
}

export async function pngOf(spec: Spec, title: string, source: string): Promise<Blob> {
    const view = await picture(spec, title, source);
    const canvas = await view.toCanvas(2);
    view.finalize();
    return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
}

export function wrap(text: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(/\s+/).filter(Boolean)) {
        const last = lines[lines.length - 1];
        if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
    }
    return lines;
}
