import { DataTable, type Column } from '../../parts/DataTable';
import { number } from '../../words/common';
import { whatif as words } from '../../words/whatif';
import type { ClaimResult, Drawn, OilOutcome, Region, RegionResult, Result, TradeRun } from './model';

const of = (value: Drawn | null | undefined, say: (n: number) => string) => (value ? say(value.value) : null);
const rangeOf = (value: Drawn | null | undefined, say: (n: number) => string) =>
    value?.low !== undefined && value.high !== undefined ? words.range(say(value.low), say(value.high)) : null;

/** What becomes of each region, with its interval. */
export function TradeTable({ run, names, several }: { run: TradeRun; names: ReadonlyMap<string, Region>; several: boolean }) {
    const rows = run.results ?? [];
    const change = (key: 'realIncome' | 'exports' | 'imports', label: string): Column<RegionResult> => ({
        key,
        label,
        numeric: true,
        value: (row) => row[key]?.value,
        render: (row) => of(row[key], words.change),
    });
    const drawn = rows.some((row) => row.realIncome.low !== undefined);
    const columns: Column<RegionResult>[] = [
        { key: 'region', label: words.region, value: (row) => names.get(row.region)?.name ?? row.region },
        change('realIncome', words.realIncome),
        ...(drawn
            ? [
                  { key: 'range', label: words.interval, numeric: true, sortable: false, value: (row: RegionResult) => rangeOf(row.realIncome, words.change) },
                  {
                      key: 'loses',
                      label: words.loses,
                      numeric: true,
                      value: (row: RegionResult) => row.shareOfDrawsLosing,
                      render: (row: RegionResult) => (row.shareOfDrawsLosing === undefined ? null : words.share(row.shareOfDrawsLosing)),
                  },
              ]
            : []),
        ...(rows.some((row) => row.firstOrder !== undefined)
            ? [{ key: 'firstOrder', label: words.firstOrder, numeric: true, render: (row: RegionResult) => (row.firstOrder === undefined ? null : words.change(row.firstOrder)) }]
            : []),
        change('exports', words.exports),
        change('imports', words.imports),
    ];
    return (
        <>
            <DataTable caption={several && run.run ? words.tradeOf(run.run) : words.trade} columns={columns} rows={rows} keyOf={(row) => row.region} />
            {run.rerouting && run.rerouting.hubs.length > 0 && (
                <DataTable
                    caption={words.hubs}
                    columns={[
                        { key: 'hub', label: words.hub, value: (row) => names.get(row.hub)?.name ?? row.hub },
                        { key: 'evading', label: words.evading, numeric: true, render: (row) => (row.shareOfDrawsEvading === undefined ? null : words.share(row.shareOfDrawsEvading)) },
                        { key: 'even', label: words.evenAt, numeric: true, render: (row) => (row.breakEvenProbability === undefined ? null : words.share(row.breakEvenProbability)) },
                        { key: 'loss', label: words.lossIf, numeric: true, render: (row) => (row.lossIfSanctioned === undefined ? null : words.change(-row.lossIfSanctioned)) },
                    ]}
                    rows={run.rerouting.hubs}
                    keyOf={(row) => row.hub}
                />
            )}
        </>
    );
}

interface OilCase extends OilOutcome {
    case: string;
    caps: OilOutcome[];
}

/** What becomes of a seller's oil, as it is and under other caps. */
export function OilTables({ result }: { result: Result }) {
    const cases = (result.results ?? []) as OilCase[];
    const cell = (value: Drawn | null | undefined) => {
        const range = rangeOf(value, number);
        return value ? `${number(value.value)}${range ? ` (${range})` : ''}` : null;
    };
    const columns: Column<OilOutcome>[] = [
        { key: 'cap', label: words.oilCap, value: (row) => row.cap ?? words.noCap },
        ...(['price', 'discount', 'volume', 'revenue'] as const).map((key) => ({
            key,
            label: { price: words.oilPrice, discount: words.oilDiscount, volume: words.oilVolume, revenue: words.oilRevenue }[key],
            numeric: true,
            value: (row: OilOutcome) => row[key]?.value,
            render: (row: OilOutcome) => cell(row[key]),
        })),
    ];
    return (
        <>
            <p class="faint">{words.oilUnits}</p>
            <DataTable
                caption={words.oilTable}
                columns={[{ key: 'case', label: words.oilCase }, ...(columns as unknown as Column<OilCase>[])]}
                rows={cases}
                keyOf={(row) => row.case}
                sortable={false}
            />
            {cases.map((one) =>
                one.caps.length > 0 ? (
                    <details key={one.case}>
                        <summary>{`${words.oilCap}: ${one.case}`}</summary>
                        <DataTable caption={`${words.oilCap}: ${one.case}`} hideCaption columns={columns} rows={one.caps} keyOf={(row) => String(row.cap)} sortable={false} />
                    </details>
                ) : null,
            )}
        </>
    );
}

/** How often each claim of an argument holds, what is chosen, and what divides it from another. */
export function ArgumentTables({ result }: { result: Result }) {
    const claims = (result.results ?? []) as ClaimResult[];
    const { choices = [], expected = {}, outputs = {} } = result.atModes ?? {};
    const said = Object.entries(outputs);
    return (
        <>
            <p class="robust">{words.robust}</p>
            <DataTable
                caption={words.claims}
                columns={[
                    {
                        key: 'claim',
                        label: words.claim,
                        render: (row) => (
                            <>
                                {row.says && <span class="says">{row.says}</span>} <code>{row.claim}</code>
                            </>
                        ),
                    },
                    { key: 'p', label: words.holds, numeric: true, value: (row) => row.p, render: (row) => (row.p === null ? words.undetermined : words.share(row.p)) },
                    {
                        key: 'range',
                        label: words.holdsRange,
                        numeric: true,
                        sortable: false,
                        value: (row) => (row.low === undefined || row.high === undefined ? null : words.range(words.share(row.low), words.share(row.high))),
                    },
                    { key: 'atModes', label: words.atModes, value: (row) => words.atModesIs[String(row.atModes)] ?? null },
                ]}
                rows={claims}
                keyOf={(row) => row.claim}
                sortable={false}
            />
            {choices.length > 0 && (
                <DataTable
                    caption={words.choices}
                    columns={[
                        { key: 'actor', label: words.actor },
                        { key: 'move', label: words.move },
                        {
                            key: 'options',
                            label: words.options,
                            value: (row) =>
                                Object.entries(row.options)
                                    .map(([option, p]) => `${option} ${words.share(p)}`)
                                    .join(', '),
                        },
                        { key: 'expected', label: words.expected, numeric: true, value: (row) => expected[row.actor] },
                    ]}
                    rows={choices}
                    keyOf={(row) => row.move}
                    sortable={false}
                />
            )}
            {said.length > 0 && (
                <DataTable
                    caption={words.outputs}
                    columns={[
                        { key: '0', label: words.outputs },
                        { key: '1', label: words.value, numeric: true },
                    ]}
                    rows={said}
                    sortable={false}
                />
            )}
            {result.against && (
                <section aria-labelledby="division">
                    <h3 id="division">{words.division}</h3>
                    <p>{words.divisionOf(result.against.argument, result.against.author)}</p>
                    <DataTable
                        caption={words.division}
                        hideCaption
                        columns={[
                            { key: 'claim', label: words.claim, render: (row) => <code>{row.claim}</code> },
                            { key: 'p', label: words.pHere, numeric: true, render: (row) => (row.p === null ? words.undetermined : words.share(row.p)) },
                            { key: 'pThere', label: words.pThere, numeric: true, render: (row) => (row.pThere === null ? words.undetermined : words.share(row.pThere)) },
                            {
                                key: 'by',
                                label: words.dividedBy,
                                value: (row) =>
                                    row.dividedBy
                                        .filter((one) => Math.abs(one.share) >= 0.005)
                                        .map((one) => `${one.name} ${words.change(one.share)}`)
                                        .join(', ') || words.undivided,
                            },
                        ]}
                        rows={result.against.claims}
                        keyOf={(row) => row.claim}
                        sortable={false}
                    />
                </section>
            )}
        </>
    );
}
