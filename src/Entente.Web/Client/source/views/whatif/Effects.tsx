import { useMemo, useState } from 'preact/hooks';
import { Choice } from '../../parts/Field';
import { WorldMap } from '../../parts/WorldMap';
import { whatif as words } from '../../words/whatif';
import type { Region, TradeRun } from './model';

const outcomes = ['realIncome', 'exports', 'imports'] as const;

/** What becomes of each state's region, on a map and as a table. */
export function Effects({ runs, regions }: { runs: readonly TradeRun[]; regions: readonly Region[] }) {
    const [what, setWhat] = useState<(typeof outcomes)[number]>('realIncome');
    const [which, setWhich] = useState('0');
    const run = runs[Number(which)] ?? runs[0];
    const name = words[what];
    const { values, names, marked } = useMemo(() => {
        const values: Record<string, number> = {};
        const names: Record<string, string> = {};
        const marked: string[] = [];
        for (const result of run?.results ?? []) {
            const region = regions.find((one) => one.code === result.region);
            for (const state of region?.states ?? []) {
                values[state] = result[what].value;
                names[state] = region!.states.length === 1 ? region!.name : words.inRegion(state, region!.name);
            }
        }
        return { values, names, marked };
    }, [run, regions, what]);
    const known = Object.values(values);
    if (known.length === 0) return null;
    return (
        <section aria-labelledby="effects">
            <div class="row spread end">
                <h2 id="effects">{words.map}</h2>
                <div class="row end">
                    {runs.length > 1 && (
                        <Choice label={words.run} value={which} options={runs.map((one, i) => ({ value: String(i), label: one.run ?? String(i + 1) }))} onChoose={setWhich} />
                    )}
                    <Choice label={words.mapOf} value={what} options={outcomes.map((value) => ({ value, label: words[value] }))} onChoose={setWhat} />
                </div>
            </div>
            <WorldMap
                title={words.mapTitle(name)}
                summary={words.mapSummary(name, words.change(Math.max(...known)), words.change(Math.min(...known)))}
                values={values}
                names={names}
                measure={name}
                format={words.change}
                diverging
                marked={marked}
                level={3}
            />
        </section>
    );
}
