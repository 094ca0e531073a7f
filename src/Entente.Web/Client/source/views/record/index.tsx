import { Heading } from '../../parts/Heading';
import { Tabs } from '../../parts/Tabs';
import { address, navigate } from '../../router';
import type { ViewProps } from '../../views';
import { record as words } from '../../words/record';
import { CoverageMap } from './Coverage';
import { DatasetPage } from './Dataset';
import { DatasetList } from './Datasets';
import { Find } from './Find';
import { ImportForm } from './Import';
import { OwnFacts } from './Own';
import { Vintages } from './Vintages';

const first = 'datasets';

/** `/record/TAB`, and `/record/datasets/NAME` for one dataset. */
export default function View({ parts }: ViewProps) {
    const selected = parts[0] ?? first;
    const name = parts[1];
    return (
        <div class="view view-record">
            <Heading title={words.title} sub={words.sub} />
            <Tabs
                label={words.tabs.label}
                selected={selected}
                onSelect={(id) => navigate(address(id === first ? ['record'] : ['record', id]), { stay: true })}
                tabs={[
                    { id: first, label: words.tabs.datasets, panel: () => (name ? <DatasetPage name={name} /> : <DatasetList />) },
                    { id: 'import', label: words.tabs.import, panel: () => <ImportForm /> },
                    { id: 'coverage', label: words.tabs.coverage, panel: () => <CoverageMap /> },
                    { id: 'vintages', label: words.tabs.vintages, panel: () => <Vintages /> },
                    { id: 'find', label: words.tabs.find, panel: () => <Find /> },
                    { id: 'own', label: words.tabs.own, panel: () => <OwnFacts /> },
                ]}
            />
        </div>
    );
}
