import type { FunctionComponent } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../words/common';
import { FigureFoot, type FigureSource, FigureTableView } from './Figure';
import type { MapDrawingProps } from './map/Drawing';
import { onPaper, useNear } from './near';
import { useStore } from '../store';

let drawer: typeof import('./map/Drawing') | undefined;
/** As with charts: once it is loaded it is there without waiting. */
const load = async () => (drawer ??= await import('./map/Drawing'));

export interface WorldMapProps {
    title: string;
    summary: string;
    /** Values by ISO 3166 code of three letters. */
    values: Readonly<Record<string, number>>;
    /** Names for the table; the code itself where there is none. */
    names?: Readonly<Record<string, string>>;
    /** What is measured: the head of the table's column and the name of the legend. */
    measure: string;
    format: (value: number) => string;
    /** Both ways from zero: losses in one colour, gains in another. Otherwise from little to much. */
    diverging?: boolean;
    /** States that stand out, by an outline: those that the question is about. */
    marked?: readonly string[];
    onSelect?: (code: string) => void;
    sources?: readonly FigureSource[];
    notes?: readonly string[];
    level?: 2 | 3 | 4;
}

/** The world coloured by values. Shapes and drawing are loaded when the map comes near; the table says the same. */
export function WorldMap(props: WorldMapProps) {
    const { title, summary, values, names, measure, format, level, sources = [], notes } = props;
    const id = useId();
    const box = useRef<HTMLDivElement>(null);
    const [Drawing, setDrawing] = useState<FunctionComponent<MapDrawingProps> | null>(null);
    const [failed, setFailed] = useState(false);
    const near = useNear(box, Drawing !== null || failed, load);
    const paper = useStore(onPaper);
    useLayoutEffect(() => {
        if (!near) return;
        load().then(
            (module) => setDrawing(() => module.MapDrawing),
            () => setFailed(true),
        );
    }, [near]);
    const table = useMemo(
        () => ({
            columns: [{ label: words.map.state }, { label: measure, numeric: true }],
            rows: Object.entries(values)
                .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
                .map(([code, value]) => [names?.[code] ?? code, value] as const),
        }),
        [values, names, measure],
    );
    const svg = async () => {
        const { svgOfMap } = await load();
        return svgOfMap(box.current!.querySelector('svg.world')!, title, props);
    };
    const Title = level ? (`h${level}` as 'h3') : 'span';
    return (
        <figure class="chart map" aria-labelledby={`${id}-title`}>
            <figcaption>
                <Title class="chart-title" id={`${id}-title`}>
                    {title}
                </Title>
                <p class="chart-summary" id={`${id}-summary`}>
                    {summary}
                </p>
            </figcaption>
            <div class={`map-box ${Drawing || failed ? '' : 'waiting'}`} ref={box}>
                {Drawing && <Drawing {...props} labelledBy={`${id}-title`} describedBy={`${id}-summary`} format={format} />}
                {failed && <p class="gap">{words.chart.failed}</p>}
            </div>
            {!Drawing && !failed && <p class="gap on-paper">{words.chart.notDrawn}</p>}
            <FigureFoot
                title={title}
                table={table}
                sources={sources}
                notes={notes}
                svg={Drawing ? svg : undefined}
                png={Drawing ? async () => (await load()).pngOf(await svg()) : undefined}
            />
            <FigureTableView title={title} table={table} open={failed || (paper && !Drawing)} />
        </figure>
    );
}
