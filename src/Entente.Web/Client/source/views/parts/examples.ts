import type { ChartData } from '../../parts/Chart';

const years = Array.from({ length: 24 }, (_, i) => 2000 + i);
const series = ['China', 'Germany', 'Netherlands'];
const rows = years.flatMap((year, i) => series.map((partner, s) => ({ year, partner, value: 20 + i * (s === 0 ? 8 : 2) + 10 * Math.sin(i / 2 + s) })));

export const lines: ChartData = {
    title: 'Trade with Russia',
    summary: 'China’s trade with Russia grows twelvefold from 2000 to 2023; that of Germany and the Netherlands doubles.',
    spec: {
        data: { values: rows },
        layer: [
            {
                mark: { type: 'line', point: true, tooltip: true },
                encoding: {
                    x: { field: 'year', type: 'quantitative', axis: { format: 'd', title: null }, scale: { zero: false } },
                    y: { field: 'value', type: 'quantitative', title: 'US$ bn' },
                    color: { field: 'partner', type: 'nominal', title: null },
                    strokeDash: { field: 'partner', type: 'nominal', title: null },
                },
            },
            { data: { values: [{ year: 2014, event: 'Crimea' }, { year: 2022, event: 'Invasion' }] }, mark: { type: 'rule', strokeDash: [2, 3] }, encoding: { x: { field: 'year', type: 'quantitative' }, tooltip: { field: 'event' } } },
        ],
    },
    table: { columns: [{ label: 'Year' }, { label: 'Partner' }, { label: 'Value', numeric: true, unit: 'US$ bn' }], rows: rows.map((row) => [row.year, row.partner, Math.round(row.value * 10) / 10]) },
    sources: [{ name: 'China’s customs (GACC)', vintage: '2024-01-12', url: 'http://www.customs.gov.cn/' }, { name: 'Eurostat', vintage: '2024' }],
    notes: ['Figures of this page are made up.'],
};

export const bars: ChartData = {
    title: 'Who buys Russian crude',
    summary: 'China and India take four fifths.',
    spec: {
        data: { values: [{ buyer: 'China', share: 0.47 }, { buyer: 'India', share: 0.38 }, { buyer: 'Türkiye', share: 0.06 }, { buyer: 'EU', share: 0.06 }] },
        mark: { type: 'bar', tooltip: true },
        encoding: { y: { field: 'buyer', type: 'nominal', sort: '-x', title: null }, x: { field: 'share', type: 'quantitative', axis: { format: '%' }, title: null } },
    },
    table: { columns: [{ label: 'Buyer' }, { label: 'Share', numeric: true }], rows: [['China', 0.47], ['India', 0.38], ['Türkiye', 0.06], ['EU', 0.06]] },
};

export const heat: ChartData = {
    title: 'Coverage',
    summary: 'Every measure is covered from 2010 on.',
    spec: {
        data: { values: rows },
        mark: { type: 'rect', tooltip: true },
        encoding: { x: { field: 'year', type: 'ordinal', title: null }, y: { field: 'partner', type: 'nominal', title: null }, color: { field: 'value', type: 'quantitative', title: 'rows' } },
    },
    table: lines.table,
};

export const states: Record<string, string> = { CHN: 'China', RUS: 'Russia', USA: 'United States', DEU: 'Germany', TUR: 'Türkiye', IND: 'India', KAZ: 'Kazakhstan', MLT: 'Malta', BRA: 'Brazil', IRN: 'Iran' };

export const losses: Record<string, number> = { RUS: -0.031, DEU: -0.006, USA: -0.001, CHN: 0.002, TUR: 0.004, IND: 0.003, KAZ: 0.011, MLT: -0.002, BRA: 0.0004, IRN: 0.006 };
