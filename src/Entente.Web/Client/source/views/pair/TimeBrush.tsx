import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/Announcer';
import { pair as words } from '../../words/pair';
import type { Charts, Happening } from './data';

export interface Years {
    from: number;
    to: number;
}

export interface TimeBrushProps {
    overview: Charts['overview'];
    events: readonly Happening[];
    /** What can be chosen. */
    reach: Years;
    years: Years;
    /** While it moves: charts follow at once. */
    onMove: (years: Years) => void;
    /** When it rests: figures are asked for. */
    onRest: (years: Years) => void;
}

const WIDTH = 1000;
const HEIGHT = 70;
/** A key held down rests when it is let go for this long. */
const REST = 350;

/** One choice of years over all charts: drag over the course, drag its ends or its middle, or move two sliders. */
export function TimeBrush({ overview, events, reach, years, onMove, onRest }: TimeBrushProps) {
    const id = useId();
    const picture = useRef<SVGSVGElement>(null);
    const [drag, setDrag] = useState<{ kind: 'new' | 'from' | 'to' | 'all'; at: number; start: Years } | null>(null);
    const resting = useRef(0);
    const latest = useRef(years);
    useEffect(() => () => clearTimeout(resting.current), []);

    const span = Math.max(1, reach.to + 1 - reach.from);
    const x = (year: number) => ((year - reach.from) / span) * WIDTH;
    const clamp = (next: Years): Years => {
        const from = Math.min(Math.max(next.from, reach.from), reach.to);
        return { from, to: Math.max(from, Math.min(Math.max(next.to, reach.from), reach.to)) };
    };
    const move = (next: Years, rest: 'now' | 'soon' | 'later') => {
        const taken = clamp(next);
        latest.current = taken;
        onMove(taken);
        clearTimeout(resting.current);
        if (rest === 'later') return;
        const settle = () => {
            onRest(latest.current);
            announce(words.time.announced(latest.current.from, latest.current.to));
        };
        if (rest === 'now') settle();
        else resting.current = window.setTimeout(settle, REST);
    };
    const yearAt = (event: PointerEvent) => {
        const box = picture.current!.getBoundingClientRect();
        return reach.from + ((event.clientX - box.left) / Math.max(1, box.width)) * span;
    };
    const grab = (event: PointerEvent) => {
        if (event.button !== 0) return;
        const at = yearAt(event);
        // As wide as a finger: twelve pixels.
        const near = (span / Math.max(1, picture.current!.getBoundingClientRect().width)) * 12;
        const kind =
            Math.abs(at - years.from) < near ? 'from' : Math.abs(at - years.to - 1) < near ? 'to' : at > years.from && at < years.to + 1 && years.to - years.from + 1 < span ? 'all' : 'new';
        picture.current!.setPointerCapture(event.pointerId);
        setDrag({ kind, at, start: years });
        event.preventDefault();
    };
    const dragged = (event: PointerEvent) => {
        if (!drag) return;
        const at = yearAt(event);
        const by = Math.round(at - drag.at);
        const { start } = drag;
        if (drag.kind === 'from') move({ from: Math.min(Math.round(at), start.to), to: start.to }, 'later');
        else if (drag.kind === 'to') move({ from: start.from, to: Math.max(start.from, Math.round(at) - 1) }, 'later');
        else if (drag.kind === 'all') {
            const width = start.to - start.from;
            const from = Math.min(Math.max(start.from + by, reach.from), reach.to - width);
            move({ from, to: from + width }, 'later');
        } else move({ from: Math.floor(Math.min(drag.at, at)), to: Math.floor(Math.max(drag.at, at)) }, 'later');
    };
    const drop = (event: PointerEvent) => {
        if (!drag) return;
        const moved = Math.abs(yearAt(event) - drag.at) > span / 200;
        setDrag(null);
        if (moved) move(latest.current, 'now');
    };

    const all = overview?.lines.flat() ?? [];
    const top = Math.max(...all.map(([, value]) => value), 0);
    const low = Math.min(...all.map(([, value]) => value), 0);
    const y = (value: number) => HEIGHT - 12 - ((value - low) / Math.max(top - low, Number.MIN_VALUE)) * (HEIGHT - 22);
    const slider = (name: 'from' | 'to', label: string) => (
        <div class="brush-slider">
            <label for={`${id}-${name}`}>
                {label} <output for={`${id}-${name}`}>{years[name]}</output>
            </label>
            <input
                id={`${id}-${name}`}
                type="range"
                min={reach.from}
                max={reach.to}
                step={1}
                value={years[name]}
                aria-valuetext={String(years[name])}
                onInput={(event) => {
                    const at = Number(event.currentTarget.value);
                    move(name === 'from' ? { from: at, to: Math.max(at, years.to) } : { from: Math.min(at, years.from), to: at }, 'soon');
                }}
            />
        </div>
    );
    return (
        <section class="brush card no-print" aria-labelledby={`${id}-title`}>
            <div class="row spread">
                <h2 id={`${id}-title`}>{words.time.title}</h2>
                <p class="brush-shown">{words.time.shown(years.from, years.to)}</p>
            </div>
            <svg
                ref={picture}
                class="brush-picture"
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                preserveAspectRatio="none"
                role="img"
                aria-label={overview ? words.time.overview(overview.title) : words.time.title}
                onPointerDown={grab}
                onPointerMove={dragged}
                onPointerUp={drop}
                onPointerCancel={drop}
            >
                {overview?.lines.map((line, i) => (
                    <polyline key={i} class={`brush-line l${i % 6}`} points={line.map(([year, value]) => `${x(year + 0.5).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
                ))}
                {events.map((event, i) => (
                    <line key={i} class="brush-event" x1={x(event.at)} x2={x(event.at)} y1={HEIGHT - 8} y2={HEIGHT} />
                ))}
                <rect class="brush-out" x={0} y={0} width={Math.max(0, x(years.from))} height={HEIGHT} />
                <rect class="brush-out" x={x(years.to + 1)} y={0} width={Math.max(0, WIDTH - x(years.to + 1))} height={HEIGHT} />
                <rect class="brush-in" x={x(years.from)} y={0.5} width={Math.max(0, x(years.to + 1) - x(years.from))} height={HEIGHT - 1} />
            </svg>
            <div class="brush-ends" aria-hidden="true">
                <span>{reach.from}</span>
                <span>{reach.to}</span>
            </div>
            <div class="brush-sliders">
                {slider('from', words.time.first)}
                {slider('to', words.time.last)}
            </div>
            <div class="row spread">
                <p class="hint">{words.time.help}</p>
                <div class="row">
                    <button type="button" class="button quiet small" onClick={() => move(reach, 'now')}>
                        {words.time.all}
                    </button>
                    <button type="button" class="button quiet small" onClick={() => move({ from: 1990, to: reach.to }, 'now')}>
                        {words.time.usual}
                    </button>
                    <button type="button" class="button quiet small" onClick={() => move({ from: reach.to - 9, to: reach.to }, 'now')}>
                        {words.time.recent}
                    </button>
                </div>
            </div>
        </section>
    );
}
