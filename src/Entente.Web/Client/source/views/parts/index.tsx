// All parts on one page, in development builds only: to look at, at every width and in both themes.
import { useState } from 'preact/hooks';
import { Button } from '../../parts/Button';
import { Chart } from '../../parts/Chart';
import { Combobox } from '../../parts/Combobox';
import { CopyButton } from '../../parts/CopyButton';
import { DataTable } from '../../parts/DataTable';
import { Dialog } from '../../parts/Dialog';
import { Check, Choice, TextField } from '../../parts/Field';
import { Heading } from '../../parts/Heading';
import { ProgressBar } from '../../parts/ProgressBar';
import { Slider } from '../../parts/Slider';
import { Empty, Loading, Problem } from '../../parts/States';
import { Tabs } from '../../parts/Tabs';
import { Blocks } from '../../parts/Text';
import { toast } from '../../parts/Toast';
import { VerdictBar, VerdictMark, verdictOrder, VerdictSign } from '../../parts/VerdictMark';
import { WorldMap } from '../../parts/WorldMap';
import { ApiProblem } from '../../api';
import { jobs } from '../../jobs';
import { oneOf, useQuery } from '../../router';
import { percent } from '../../words/common';
import { bars, heat, lines, losses, states } from './examples';

const tab = oneOf(['one', 'two', 'three'], 'one');

export default function Parts() {
    const [selected, select] = useQuery('tab', tab);
    const [open, setOpen] = useState(false);
    const [value, setValue] = useState(0.36);
    const [state, setState] = useState('China');
    const problem = new ApiProblem(400, {
        title: 'The assertion cannot be read',
        detail: 'A period is missing.',
        where: 'character 14',
        found: ')',
        expected: 'a year, as 2022',
        hint: 'Write growth(trade(CHN, RUS), 2022) = 36%',
    });
    return (
        <div class="view stack">
            <Heading title="Parts" sub="What views are made of. Development builds only." actions={<Button kind="primary">Main action</Button>} />
            <section class="card stack">
                <h2>Verdicts</h2>
                <div class="row">
                    {verdictOrder.map((verdict) => (
                        <VerdictMark key={verdict} verdict={verdict} count={3} />
                    ))}
                </div>
                <VerdictBar label="27 claims" counts={{ supported: 18, close: 1, contradicted: 4, inconsistent: 1, open: 1, judgement: 1, 'cannot-tell': 1 }} />
                <div class="chips">
                    {verdictOrder.slice(0, 4).map((verdict, i) => (
                        <button type="button" key={verdict} class="chip" aria-pressed={i === 1}>
                            <VerdictSign verdict={verdict} /> <b>{i * 3 + 1}</b> {verdict}
                        </button>
                    ))}
                    <span class="tag">tag</span>
                </div>
            </section>
            <section class="card stack">
                <h2>Buttons and news</h2>
                <div class="row">
                    <Button>Plain</Button>
                    <Button kind="primary">Primary</Button>
                    <Button kind="danger">Danger</Button>
                    <Button kind="quiet">Quiet</Button>
                    <Button busy>Busy</Button>
                    <Button small>Small</Button>
                    <CopyButton text="copied from the page of parts" />
                    <Button onClick={() => setOpen(true)}>Dialog</Button>
                    <Button onClick={() => toast('The row was removed.', { undo: () => void toast('It is back.') })}>Toast</Button>
                    <Button onClick={() => jobs.set((all) => [...all, { id: String(all.length), title: 'Import of Voeten votes', state: 'running', progress: 0.42, message: '412,000 rows read' }])}>
                        Job
                    </Button>
                </div>
                <ProgressBar value={0.42} label="Example" />
                <ProgressBar value={null} label="Example without an end" />
                <Dialog
                    open={open}
                    title="Remove this import?"
                    onClose={() => setOpen(false)}
                    actions={
                        <>
                            <Button onClick={() => setOpen(false)}>Keep it</Button>
                            <Button kind="danger" onClick={() => setOpen(false)}>
                                Remove
                            </Button>
                        </>
                    }
                >
                    <p>Its 412,000 rows go. It can be undone from the list of imports.</p>
                </Dialog>
            </section>
            <section class="card stack">
                <h2>Fields</h2>
                <div class="cards">
                    <TextField label="Speaker" hint="As the text names him" />
                    <TextField label="Assertion" value="growth(trade(CHN, RUS))" inputClass="code" problem="character 14: a period is missing" />
                    <Choice label="Verdict" value="all" options={[{ value: 'all', label: 'All' }, { value: 'open', label: 'Open' }]} onChoose={() => {}} />
                    <Combobox
                        label="State"
                        text={state}
                        suggest={(typed) => Object.entries(states).filter(([, name]) => name.toLowerCase().includes(typed.toLowerCase())).map(([code, name]) => ({ value: code, label: name, note: code }))}
                        onChoose={(chosen) => setState(chosen.label)}
                    />
                    <Slider label="War lasts until 2027" value={value} low={0.1} high={0.8} declared={0.36} scale={100} unit="%" format={(n) => percent(n)} onInput={setValue} onChange={setValue} />
                    <Check label="With what was known on the day" checked onCheck={() => {}} />
                </div>
            </section>
            <section class="card stack">
                <h2>Tabs, tables, states</h2>
                <Tabs
                    label="Examples"
                    selected={selected}
                    onSelect={(id) => select(id as 'one')}
                    tabs={[
                        {
                            id: 'one',
                            label: 'Table',
                            panel: () => (
                                <DataTable
                                    caption="Trade of China and Russia"
                                    columns={[
                                        { key: 'year', label: 'Year' },
                                        { key: 'value', label: 'Value, US$ bn', numeric: true },
                                        { key: 'source', label: 'Source' },
                                    ]}
                                    rows={[
                                        { year: '2021', value: 146.9, source: 'GACC' },
                                        { year: '2022', value: 190.3, source: 'GACC' },
                                        { year: '2023', value: 240.1, source: 'GACC' },
                                        { year: '2024', value: null, source: 'not yet' },
                                    ]}
                                />
                            ),
                        },
                        { id: 'two', label: 'Problem', panel: () => <Problem problem={problem} onRetry={() => {}} /> },
                        {
                            id: 'three',
                            label: 'Empty and loading',
                            panel: () => (
                                <>
                                    <Loading />
                                    <Empty title="No text yet">
                                        <p>Drop one here, or choose a file.</p>
                                        <Button>Choose a file</Button>
                                    </Empty>
                                </>
                            ),
                        },
                    ]}
                />
            </section>
            <section>
                <h2>Charts</h2>
                <Chart chart={lines} level={3} />
                <div class="cards">
                    <Chart chart={bars} level={3} />
                    <Chart chart={heat} level={3} />
                    <Chart chart={{ ...bars, title: 'One that cannot be drawn', spec: { mark: 'nothing', encoding: { x: { field: 'a', type: 'wrong' } } } }} level={3} />
                </div>
                <WorldMap
                    title="Effect on welfare"
                    summary="Russia loses most; a few that take over its trade gain."
                    values={losses}
                    names={states}
                    measure="Change of real income"
                    format={(n) => percent(n, 2)}
                    diverging
                    marked={['RUS']}
                    sources={[{ name: 'ITPD-E', vintage: '2024-03-01', url: 'https://www.usitc.gov/' }]}
                    level={3}
                />
            </section>
            <section>
                <h2>A long text</h2>
                <div class="scrolls" tabIndex={0} role="region" aria-label="A long text">
                    <Blocks
                        class="reading"
                        items={Array.from({ length: 200 }, (_, i) => i)}
                        keyOf={(i) => i}
                        render={(i) => <p>{`Paragraph ${i + 1}. In the freight yards the wagons stand nose to tail, loaded on one track with tractors and with timber on the next. `.repeat(3)}</p>}
                    />
                </div>
            </section>
        </div>
    );
}
