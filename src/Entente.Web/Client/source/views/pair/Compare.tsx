import { useState } from 'preact/hooks';
import { Button } from '../../parts/Button';
import { address } from '../../router';
import { pair as words } from '../../words/pair';
import type { Charts, Party } from './data';
import { PartyBox } from './parties';

/** Another pair to lay over every chart; `with=IND,RUS` in the address. */
export function Compare({ beside, onBeside }: { beside: Charts['with']; onBeside: (pair: string | null) => void }) {
    const [chosen, choose] = useState<{ first: Party | null; second: Party | null }>({ first: beside?.first ?? null, second: beside?.second ?? null });
    const take = (first: Party | null, second: Party | null) => {
        choose({ first, second });
        if (first && second && first.code !== second.code) onBeside(`${first.code},${second.code}`);
    };
    const name = beside ? words.of(beside.first.name, beside.second.name) : '';
    return (
        <details class="compare card no-print" open={beside !== null}>
            <summary>{words.compare.title}</summary>
            <div class="compare-boxes">
                <PartyBox label={words.compare.first} party={chosen.first} onChoose={(party) => take(party, chosen.second)} />
                <PartyBox label={words.compare.second} party={chosen.second} onChoose={(party) => take(chosen.first, party)} />
            </div>
            {beside ? (
                <div class="row">
                    <p>{words.compare.now(name)}</p>
                    <a href={address(['pair', beside.first.code, beside.second.code])}>{words.compare.swapped}</a>
                    <Button
                        small
                        onClick={() => {
                            choose({ first: null, second: null });
                            onBeside(null);
                        }}
                    >
                        {words.compare.clear(name)}
                    </Button>
                </div>
            ) : (
                <p class="hint">{words.compare.problem}</p>
            )}
        </details>
    );
}
