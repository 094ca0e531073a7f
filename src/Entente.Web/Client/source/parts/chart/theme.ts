/** The colours of styles/tokens.css for what vega draws: as they are now, or always light for pictures that go into other documents. */
export interface Palette {
    bg: string;
    ink: string;
    soft: string;
    faint: string;
    line: string;
    accent: string;
    low: string;
    high: string;
    less: string;
    none: string;
    series: string[];
}

const names = ['bg', 'ink', 'soft', 'faint', 'line', 'accent', 'low', 'high', 'less', 'none'] as const;

export function palette(scheme?: 'light'): Palette {
    const probe = document.createElement('span');
    if (scheme) probe.style.colorScheme = scheme;
    document.body.append(probe);
    const of = (token: string) => {
        probe.style.color = `var(--${token})`;
        return getComputedStyle(probe).color;
    };
    const plain = Object.fromEntries(names.map((name) => [name, of(name)])) as Omit<Palette, 'series'>;
    const found = { ...plain, series: [0, 1, 2, 3, 4, 5].map((i) => of(`c${i}`)) };
    probe.remove();
    return found;
}

const font = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif';

/** What the server's specifications leave open: how charts look here. Series are told apart by colour, dashes and shape. */
export function configFor(colours: Palette, width: number, dashed: boolean): Record<string, unknown> {
    const small = width < 520;
    return {
        background: 'transparent',
        font,
        padding: { left: 2, right: 8, top: 4, bottom: 4 },
        view: { stroke: null, continuousHeight: small ? 220 : 280 },
        title: { color: colours.ink, subtitleColor: colours.soft, anchor: 'start', fontSize: 14, subtitleFontSize: 11, offset: 12 },
        axis: {
            labelColor: colours.soft,
            titleColor: colours.soft,
            gridColor: colours.line,
            domainColor: colours.line,
            tickColor: colours.line,
            labelFontSize: 11,
            titleFontSize: 11,
            titleFontWeight: 'normal',
            labelOverlap: 'greedy',
            labelLimit: small ? 90 : 180,
            tickCount: small ? 4 : 7,
        },
        axisX: { grid: false },
        axisY: { domain: false, ticks: false, titleAnchor: 'end', titleAngle: 0, titleAlign: 'left', titleY: -10, titleX: 0 },
        header: { labelColor: colours.ink, titleColor: colours.soft, labelFontWeight: 600, labelFontSize: 12 },
        legend: {
            labelColor: colours.ink,
            titleColor: colours.soft,
            titleFontWeight: 'normal',
            labelFontSize: 12,
            // Lines that are told apart by their dashes are shown as lines.
            ...(dashed ? { symbolType: 'stroke', symbolSize: 420, symbolStrokeWidth: 2.5 } : { symbolSize: 130, symbolStrokeWidth: 1.5 }),
            orient: small ? 'bottom' : 'top',
            columns: small ? 1 : 4,
            labelLimit: small ? width - 60 : 260,
            // Above, the name of the vertical axis stands between the legend and the plot.
            offset: small ? 10 : 24,
        },
        range: {
            category: colours.series,
            heatmap: [colours.low, colours.high],
            ramp: [colours.low, colours.high],
            diverging: [colours.less, colours.none, colours.high],
        },
        line: { strokeWidth: 2, strokeJoin: 'round' },
        point: { size: 45, filled: true, strokeWidth: 1 },
        area: { opacity: 0.18, line: false },
        bar: { color: colours.series[0] },
        arc: { stroke: colours.bg },
        rule: { color: colours.soft },
        text: { color: colours.ink, fontSize: 11 },
        tick: { color: colours.ink },
        mark: { color: colours.series[0], tooltip: true },
        rect: { color: colours.series[0] },
        errorband: { opacity: 0.18 },
    };
}
