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

/** The map as a file: its classes become colours, since a file has no style sheet. Light, as all pictures that leave the page. */
export function svgOfMap(drawing: Element, title: string, props: WorldMapProps): Blob {
    const colours = palette('light');
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const probe = document.createElement('span');
    probe.style.colorScheme = 'light';
    document.body.append(probe);
    for (const shape of copy.querySelectorAll('path')) {
        probe.className = shape.getAttribute('class') ?? '';
        const grid = probe.className === 'graticule';
        shape.setAttribute('fill', grid ? 'none' : getComputedStyle(probe).getPropertyValue('background-color'));
        shape.setAttribute('stroke', grid ? colours.line : probe.classList.contains('marked') ? colours.ink : colours.bg);
        shape.setAttribute('stroke-width', probe.classList.contains('marked') ? '1.6' : '0.5');
        shape.removeAttribute('class');
    }
    probe.remove();
    for (const name of ['class', 'role', 'aria-labelledby', 'aria-describedby']) copy.removeAttribute(name);
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('viewBox', `0 -46 ${WIDTH} ${HEIGHT + 46}`);
    copy.setAttribute('width', String(WIDTH));
    copy.setAttribute('height', String(HEIGHT + 46));
    const text = (y: number, size: number, colour: string, said: string) => {
        const line = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        for (const [name, value] of Object.entries({ x: 4, y, 'font-size': size, fill: colour, 'font-family': 'sans-serif' })) line.setAttribute(name, String(value));
        line.textContent = said;
        return line;
    };
    const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of Object.entries({ y: -46, width: WIDTH, height: HEIGHT + 46, fill: '#fff' })) ground.setAttribute(name, String(value));
    copy.prepend(ground, text(-26, 16, colours.ink, title), text(-8, 12, colours.soft, `${props.measure}. ${(props.sources ?? []).map((one) => one.name).join('; ')}`));
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
