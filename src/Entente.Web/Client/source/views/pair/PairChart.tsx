import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApi } from '../../api';
import { Chart } from '../../parts/Chart';
import { useNear } from '../../parts/near';
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
}

/** A chart of the pair: asked for when it comes near or the browser has time, followed by what is on record for it. */
export function PairChart({ info, path, csv, parameters }: PairChartProps) {
    const box = useRef<HTMLDivElement>(null);
    const [there, setThere] = useState(false);
    const near = useNear(box, there);
    const { data, problem, reload } = useApi<ChartOf>(near ? path : null);
    const answered = data !== undefined || problem !== undefined;
    useEffect(() => setThere(answered), [answered]);
    const chart = useMemo(() => {
        if (!data) return null;
        const broken = data.series.some((one) => Number(one.to) - Number(one.from) + 1 > one.points);
        return { ...data, notes: [...data.notes, words.coverage(data.series) + (broken ? ` ${words.broken}` : '')] };
    }, [data]);
    return (
        <div class="pair-chart" ref={box}>
            {chart ? (
                <Chart chart={chart} csv={csv} level={3} parameters={parameters} />
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
                    <p class="gap on-paper">{words.notBrought}</p>
                </figure>
            )}
        </div>
    );
}
