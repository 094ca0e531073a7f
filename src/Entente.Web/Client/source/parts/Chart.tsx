import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isDark } from '../theme';
import { useStore } from '../store';
import { words } from '../words/common';
import type { Drawn, Spec } from './chart/draw';
import { FigureFoot, type FigureSource, type FigureTable, FigureTableView, sourceWords } from './Figure';
import { onPaper, useNear } from './near';

/** A chart as the server makes it. */
export interface ChartData {
    id?: string;
    title: string;
    /** What the chart shows, in a sentence: for those who do not see it, and for those who look twice. */
    summary: string;
    /** A Vega-Lite specification with its data in it and without colours of its own. */
    spec: Spec;
    table: FigureTable;
    sources?: readonly FigureSource[];
    notes?: readonly string[];
    /** A reason in place of a drawing: nothing is known here, and why. */
    missing?: string | null;
}

export interface ChartProps {
    chart: ChartData;
    /** The address of the figures on the server, where the table is not all of them. */
    csv?: string;
    /** What the reader selected in the chart, by the name of the specification's parameter: `{ brush: ({ year }) => … }`. */
    onSelect?: Record<string, (value: unknown) => void>;
    /** The title is a heading of this level; without it, a caption. */
    level?: 2 | 3 | 4;
    /** Values of the specification's parameters as they are now: changed in the drawing without drawing anew, and in the pictures. */
    parameters?: Readonly<Record<string, unknown>>;
}

/** The specification with other values of its parameters. */
function given(spec: Spec, values: Readonly<Record<string, unknown>> | undefined): Spec {
    const params = spec['params'];
    if (!values || !Array.isArray(params)) return spec;
    return { ...spec, params: params.map((one: Spec) => (String(one['name']) in values ? { ...one, value: values[String(one['name'])] } : one)) };
}

let drawer: typeof import('./chart/draw') | undefined;
/** Vega is loaded once, when the first chart comes near or the browser has time. From then on it is there without waiting, as printing needs it. */
const load = async () => (drawer ??= await import('./chart/draw'));

/** A chart with its title, its summary, its figures as a table, its sources, and downloads. */
export function Chart({ chart, csv, onSelect, level, parameters }: ChartProps) {
    const id = useId();
    const box = useRef<HTMLDivElement>(null);
    const paper = useStore(onPaper);
    const dark = useStore(isDark) && !paper;
    const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
    const near = useNear(box, state !== 'waiting', load);
    const selecting = useRef(onSelect);
    selecting.current = onSelect;
    const drawing = useRef<Drawn | null>(null);
    const now = useRef(parameters);
    now.current = parameters;

    // Before the browser paints, and so before it prints: from `beforeprint` to the drawing nothing may wait for a turn of its own.
    useLayoutEffect(() => {
        const element = box.current;
        if (!near || !element || chart.missing) return;
        let over = false;
        let drawn: Drawn | undefined;
        let width = Math.floor(element.clientWidth);
        load()
            .then((module) => (over ? undefined : module.draw(element, given(chart.spec, now.current), width, paper ? 'light' : undefined)))
            .then((it) => {
                if (!it) return;
                if (over) return it.finish();
                drawn = drawing.current = it;
                for (const name of Object.keys(selecting.current ?? {})) it.view.addSignalListener(name, (_, value) => selecting.current?.[name]?.(value));
                setState('drawn');
            })
            .catch((problem: unknown) => {
                if (over) return;
                console.warn('chart', chart.title, problem);
                setState('failed');
            });
        const watcher = new ResizeObserver(() => {
            const now = Math.floor(element.clientWidth);
            if (Math.abs(now - width) < 2 || now === 0) return;
            width = now;
            drawn?.resize(now);
        });
        watcher.observe(element);
        return () => {
            over = true;
            watcher.disconnect();
            drawn?.finish();
            drawing.current = null;
        };
    }, [chart.spec, dark, near]);
    useEffect(() => {
        const it = drawing.current;
        if (!it || !parameters) return;
        for (const [name, value] of Object.entries(parameters)) it.view.signal(name, value);
        void it.view.runAsync();
    }, [parameters]);

    const Title = level ? (`h${level}` as 'h3') : 'span';
    const source = sourceWords(chart.sources ?? []);
    return (
        <figure class="chart" id={chart.id} aria-labelledby={`${id}-title`}>
            <figcaption>
                <Title class="chart-title" id={`${id}-title`}>
                    {chart.title}
                </Title>
                <p class="chart-summary" id={`${id}-summary`}>
                    {chart.summary}
                </p>
            </figcaption>
            {chart.missing ? (
                <p class="gap">{chart.missing}</p>
            ) : (
                <>
                    <div class={`chart-box ${state}`} ref={box} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`} />
                    {state === 'failed' && <p class="gap">{words.chart.failed}</p>}
                    {state === 'waiting' && <p class="gap on-paper">{words.chart.notDrawn}</p>}
                </>
            )}
            <FigureFoot
                title={chart.title}
                table={chart.table}
                sources={chart.sources ?? []}
                csv={csv}
                svg={chart.missing || state === 'failed' ? undefined : () => load().then((module) => module.svgOf(given(chart.spec, parameters), chart.title, source))}
                png={chart.missing || state === 'failed' ? undefined : () => load().then((module) => module.pngOf(given(chart.spec, parameters), chart.title, source))}
                notes={chart.notes}
            />
            <FigureTableView title={chart.title} table={chart.table} open={state === 'failed' || (paper && !chart.missing && state === 'waiting')} />
        </figure>
    );
}
