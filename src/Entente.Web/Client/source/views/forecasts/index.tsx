import { Heading } from '../../parts/Heading';
import { Tabs } from '../../parts/Tabs';
import { address, navigate } from '../../router';
import type { ViewProps } from '../../views';
import { forecasts as words } from '../../words/forecasts';
import { AddForecast } from './Add';
import { Calibration } from './Calibration';
import { LedgerTable } from './Ledger';

const first = 'ledger';

/** `/forecasts`, `/forecasts/calibration`, `/forecasts/add`. */
export default function View({ parts }: ViewProps) {
    return (
        <div class="view view-forecasts">
            <Heading title={words.title} sub={words.sub} />
            <Tabs
                label={words.tabs.label}
                selected={parts[0] ?? first}
                onSelect={(id) => navigate(address(id === first ? ['forecasts'] : ['forecasts', id]), { stay: true })}
                tabs={[
                    { id: first, label: words.tabs.ledger, panel: () => <LedgerTable /> },
                    { id: 'calibration', label: words.tabs.calibration, panel: () => <Calibration /> },
                    { id: 'add', label: words.tabs.add, panel: () => <AddForecast /> },
                ]}
            />
        </div>
    );
}
