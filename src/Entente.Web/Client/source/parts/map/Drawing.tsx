// Loaded when the first map comes into sight.
import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import { useState } from 'preact/hooks';
import { words } from '../../words/common';
import { palette } from '../chart/theme';
import type { WorldMapProps } from '../WorldMap';
import { iso3 } from './iso';
import { stepOf, stepsFor } from './steps';

const WIDTH = 960;
const HEIGHT = 440;

const shapes = feature(world as unknown as Topology, (world as unknown as Topology).objects['countries'] as GeometryCollection<{ name: string }>).features.filter(
    (shape) => shape.id !== '010',
);
const path = geoPath(geoEqualEarth().fitExtent([[2, 2], [WIDTH - 2, HEIGHT - 2]], { type: 'FeatureCollection', features: shapes })).digits(1);
const countries = shapes.map((shape) => ({ code: iso3(shape.id, shape.properties.name), name: shape.properties.name, d: path(shape) ?? '' }));
const grid = path(geoGraticule10()) ?? '';
const drawn = new Set(countries.map((country) => country.code));

export interface MapDrawingProps extends WorldMapProps {
    labelledBy: string;
    describedBy: string;
}

export function MapDrawing({ values, names, format, diverging = false, marked = [], onSelect, measure, labelledBy, describedBy }: MapDrawingProps) {
    const [at, setAt] = useState<{ code?: string; name: string; x: number; y: number } | null>(null);
    const steps = stepsFor(Object.values(values), diverging);
    const kind = (code: string | undefined) => {
        const value = code === undefined ? undefined : values[code];
        return value === undefined ? 'none' : stepOf(value, steps);
    };
    const missing = Object.keys(values).filter((code) => !drawn.has(code));
    const value = at?.code === undefined ? undefined : values[at.code];
    return (
        <>
            <svg
                class="world"
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                role="img"
                aria-labelledby={labelledBy}
                aria-describedby={describedBy}
                onPointerLeave={() => setAt(null)}
            >
                <path class="graticule" d={grid} />
                {countries.map((country) => (
                    <path
                        key={country.name}
                        d={country.d}
                        class={`country ${kind(country.code)} ${country.code && marked.includes(country.code) ? 'marked' : ''} ${onSelect && country.code ? 'can' : ''}`}
                        onPointerMove={(event) => {
                            const box = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
                            setAt({ code: country.code, name: country.name, x: event.clientX - box.left, y: event.clientY - box.top });
                        }}
                        onClick={() => country.code && onSelect?.(country.code)}
                    />
                ))}
            </svg>
            {at && (
                <div class="chart-tip" ref={(tip) => void (tip && place(tip, at))}>
                    <b>{(at.code && names?.[at.code]) || at.name}</b>
                    <div>{value === undefined ? words.map.noValue : format(value)}</div>
                </div>
            )}
            <div class="map-legend" aria-hidden="true">
                <span class="soft">{measure}</span>
                {steps.map((step) => (
                    <span key={step.name} class="key">
                        <svg viewBox="0 0 14 14" class={`swatch ${step.name}`}>
                            <rect width="14" height="14" />
                        </svg>
                        {words.map.range(format(step.from), format(step.to))}
                    </span>
                ))}
                <span class="key">
                    <svg viewBox="0 0 14 14" class="swatch none">
                        <rect width="14" height="14" />
                    </svg>
                    {words.map.noValue}
                </span>
            </div>
            {missing.length > 0 && <p class="chart-note">{words.map.tooSmall(missing.map((code) => `${names?.[code] ?? code} ${format(values[code]!)}`))}</p>}
        </>
    );
}

function place(tip: HTMLElement, at: { x: number; y: number }): void {
    const room = (tip.parentElement?.clientWidth ?? 0) - tip.offsetWidth - 4;
    tip.style.left = `${Math.max(0, Math.min(at.x + 12, room))}px`;
    tip.style.top = `${at.y + 14}px`;
}

const NS = 'http://www.w3.org/2000/svg';
const HEAD = 52;
const FOOT = 34;

function make(name: string, attributes: Record<string, string | number>, said?: string): SVGElement {
    const it = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, String(value));
    if (said !== undefined) it.textContent = said;
    return it;
}

/** The map as a file: its classes become colours, since a file has no style sheet. Light, as all pictures that leave the page. */
export function svgOfMap(drawing: Element, title: string, props: WorldMapProps): Blob {
    const colours = palette('light');
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const probe = document.createElement('span');
    probe.style.colorScheme = 'light';
    document.body.append(probe);
    const fill = (kind: string) => {
        probe.className = `country ${kind}`;
        return getComputedStyle(probe).backgroundColor;
    };
    for (const shape of copy.querySelectorAll('path')) {
        const kind = shape.getAttribute('class') ?? '';
        const [grid, marked] = [kind === 'graticule', kind.includes('marked')];
        shape.setAttribute('fill', grid ? 'none' : fill(kind));
        shape.setAttribute('stroke', grid ? colours.line : marked ? colours.ink : colours.bg);
        shape.setAttribute('stroke-width', marked ? '1.6' : '0.5');
        shape.removeAttribute('class');
    }
    for (const name of ['class', 'role', 'aria-labelledby', 'aria-describedby']) copy.removeAttribute(name);
    const height = HEIGHT + HEAD + FOOT;
    for (const [name, value] of Object.entries({ xmlns: NS, viewBox: `0 ${-HEAD} ${WIDTH} ${height}`, width: WIDTH, height })) copy.setAttribute(name, String(value));
    const sources = (props.sources ?? []).map((one) => one.name).join('; ');
    copy.prepend(
        make('rect', { y: -HEAD, width: WIDTH, height, fill: '#fff' }),
        make('text', { x: 12, y: 24 - HEAD, 'font-size': 17, 'font-weight': 600, fill: colours.ink, 'font-family': 'sans-serif' }, title),
        make('text', { x: 12, y: 43 - HEAD, 'font-size': 12, fill: colours.soft, 'font-family': 'sans-serif' }, [props.measure, sources].filter(Boolean).join('. ')),
    );
    let x = 12;
    for (const step of stepsFor(Object.values(props.values), props.diverging ?? false)) {
        const said = words.map.range(props.format(step.from), props.format(step.to));
        copy.append(
            make('rect', { x, y: HEIGHT + 10, width: 13, height: 13, fill: fill(step.name), stroke: colours.faint, 'stroke-width': 0.5 }),
            make('text', { x: x + 18, y: HEIGHT + 21, 'font-size': 12, fill: colours.ink, 'font-family': 'sans-serif' }, said),
        );
        x += 34 + said.length * 6.6;
    }
    probe.remove();
    return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

export async function pngOf(svg: Blob): Promise<Blob> {
    const image = new Image();
    image.src = URL.createObjectURL(svg);
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
}
