import { useMemo, useRef } from 'preact/hooks';
import { useApi } from '../../api';
import { Chart, useNear } from '../../parts/Chart';
import { Problem } from '../../parts/States';
import { pair as words } from '../../words/pair';
import type { ChartInfo, ChartOf } from './data';

export interface PairChartProps {
    info: ChartInfo;
    /** The chart on the server, with its years; and the same as CSV. */
    path: string;
    csv: string;
    /** The years and kinds of event as they are at this moment. */
    parameters: Readonly<Record<string, unknown>>;
    eager: boolean;
    onDrawn?: () => void;
}

/** A chart of the pair: asked for when it comes near, followed by what is on record for it. */
export function PairChart({ info, path, csv, parameters, eager, onDrawn }: PairChartProps) {
    const box = useRef<HTMLDivElement>(null);
    const near = useNear(box) || eager;
    const { data, problem, reload } = useApi<ChartOf>(near ? path : null);
    const chart = useMemo(() => {
        if (!data) return null;
        const broken = data.series.some((one) => Number(one.to) - Number(one.from) + 1 > one.points);
        return { ...data, notes: [...data.notes, words.coverage(data.series) + (broken ? ` ${words.broken}` : '')] };
    }, [data]);
    return (
        <div class="pair-chart" ref={box}>
            {chart ? (
                <Chart chart={chart} csv={csv} level={3} parameters={parameters} eager={eager} onDrawn={onDrawn} />
            ) : problem ? (
                <Problem problem={problem} onRetry={reload} />
            ) : (
                <figure class="chart" id={info.id} aria-busy="true">
                    <figcaption>
                        <h3 class="chart-title">{info.title}</h3>
                        <p class="chart-summary">{info.summary}</p>
                    </figcaption>
                    <div class="chart-box waiting">
                        <p class="soft">{words.bringing}</p>
                    </div>
                </figure>
            )}
        </div>
    );
}
