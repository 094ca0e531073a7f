import { useEffect, useMemo, useState } from 'preact/hooks';
import { useApi } from '../../api';
import { Button } from '../../parts/Button';
import { Heading } from '../../parts/Heading';
import { drawAll } from '../../parts/near';
import { Loading, Problem } from '../../parts/States';
import { Tabs } from '../../parts/Tabs';
import { flag, list, number, oneOf, setQuery, text, useQuery } from '../../router';
import type { ViewProps } from '../../views';
import { date } from '../../words/common';
import { pair as words } from '../../words/pair';
import { Compare } from './Compare';
import { asking, type Charts, type EventKind, pairPath, type Profile } from './data';
import { EventList, KindChips, kindsOf, useEvents } from './Events';
import { PairChart } from './PairChart';
import { examples, PairChooser, PairLinks, recentPairs, rememberPair } from './parties';
import { Gaps, SectionView, SourceList, Sources } from './SectionView';
import { TimeBrush, type Years } from './TimeBrush';
import { TriangleView } from './TriangleView';

const tab = oneOf(['profile', 'events', 'triangle'] as const, 'profile');
const year = number();
const pairText = text();
const NO_KINDS = 'none';

export default function View({ parts }: ViewProps) {
    const [first, second] = parts;
    return <div class="view view-pair">{first && second ? <PairPage key={`${first} ${second}`} a={first} b={second} /> : <Chooser />}</div>;
}

function Chooser() {
    const recent = useMemo(recentPairs, []);
    return (
        <div class="stack">
            <Heading title={words.choose} sub={words.intro} />
            <PairChooser first={null} second={null} />
            <PairLinks title={words.recent} pairs={recent} />
            <PairLinks title={words.examples} pairs={examples.filter(([a, b]) => !recent.some(([c, d]) => a === c && b === d))} />
        </div>
    );
}

function PairPage({ a, b }: { a: string; b: string }) {
    const base = pairPath(a, b);
    const [from] = useQuery('from', year);
    const [to] = useQuery('to', year);
    const [beside] = useQuery('with', pairText);
    const [shown, show] = useQuery('tab', tab);
    const [third, setThird] = useQuery('third', pairText);
    const [both, setBoth] = useQuery('both', flag);
    const [chosenKinds] = useQuery('kinds', list);

    const profile = useApi<Profile>(asking(`${base}/profile`, { from, to }));
    const charts = useApi<Charts>(asking(`${base}/charts`, { from, to, with: beside }));
    const known = charts.data ?? null;
    const events = useEvents(known ? base : null);
    const there = useMemo(() => kindsOf(events), [events]);
    const kinds = useMemo(
        () => (chosenKinds.length === 0 ? there : there.filter((kind) => chosenKinds.includes(kind))) as readonly EventKind[],
        [chosenKinds, there],
    );
    const setKinds = (next: readonly EventKind[]) => setQuery({ kinds: next.length === there.length ? null : next.length === 0 ? NO_KINDS : next.join(',') });

    useEffect(() => {
        if (known) rememberPair(known.first, known.second);
    }, [known?.first.code, known?.second.code]);

    // What is looked at while the years are being moved; the address says where they rest.
    const rest: Years = { from: from ?? known?.from ?? 1990, to: to ?? known?.to ?? new Date().getFullYear() };
    const [moving, move] = useState<Years | null>(null);
    useEffect(() => move(null), [from, to]);
    const years = moving ?? rest;
    const parameters = useMemo(() => ({ from: years.from, to: years.to, kinds }), [years.from, years.to, kinds]);
    const settle = (next: Years) => {
        setQuery({ from: String(next.from), to: String(next.to) });
        move(null);
    };

    const [printing, setPrinting] = useState(false);
    const printNow = async () => {
        setPrinting(true);
        await drawAll();
        setPrinting(false);
        requestAnimationFrame(() => print());
    };
    const problem = profile.problem ?? charts.problem;
    const title = known ? words.of(known.first.name, known.second.name) : profile.data ? words.of(profile.data.results.first.name, profile.data.results.second.name) : words.of(a, b);
    if (problem && !profile.data)
        return (
            <div class="stack">
                <Heading title={words.title} sub={title} />
                <PairChooser first={null} second={null} />
                <Problem problem={problem} onRetry={profile.reload} />
            </div>
        );
    const reach = known ? { from: Math.min(known.reach?.from ?? rest.from, rest.from), to: Math.max(known.reach?.to ?? rest.to, Number(known.asOf.slice(0, 4))) } : null;
    const tabs = [
        {
            id: 'profile',
            label: words.tabs.profile,
            panel: () => <Sections base={base} profile={profile.data} charts={known} query={{ from, to, with: beside }} parameters={parameters} />,
        },
        { id: 'events', label: words.tabs.events, panel: () => <EventList events={events} kinds={kinds} onKinds={setKinds} both={both} onBoth={setBoth} years={years} /> },
        {
            id: 'triangle',
            label: words.tabs.triangle,
            panel: () =>
                known && (
                    <TriangleView
                        first={known.first}
                        second={known.second}
                        third={third}
                        onThird={(code) => setThird(code, { replace: false })}
                        years={rest}
                        parameters={parameters}
                    />
                ),
        },
    ];
    return (
        <div class="stack">
            <Heading
                title={title}
                sub={known && words.asKnown(years.from, years.to, date(known.asOf))}
                actions={
                    <Button busy={printing} onClick={() => void printNow()}>
                        {words.print}
                    </Button>
                }
            />
            {known && <PairChooser key={`${known.first.code} ${known.second.code}`} first={known.first} second={known.second} />}
            {printing && <Loading>{words.printing}</Loading>}
            {!known && !charts.problem && <Loading />}
            {known && reach && (
                <>
                    {known.charts.length > 0 || events.length > 0 ? (
                        <TimeBrush overview={known.overview} events={events.filter((one) => kinds.includes(one.kind))} reach={reach} years={years} onMove={move} onRest={settle} />
                    ) : (
                        <p class="gap">{words.time.nothing}</p>
                    )}
                    {shown === 'profile' && (
                        <div class="pair-legend no-print">
                            {events.length > 0 && <p class="label">{words.events.onCharts}</p>}
                            <KindChips events={events.filter((one) => one.ofBoth)} kinds={kinds} onKinds={setKinds} />
                        </div>
                    )}
                    {shown === 'profile' && <Compare key={known.with ? 'on' : 'off'} beside={known.with} onBeside={(pair) => setQuery({ with: pair }, { replace: false })} />}
                </>
            )}
            <Tabs label={words.tabs.label} tabs={tabs} selected={shown} onSelect={(id) => show(id as typeof shown)} />
        </div>
    );
}

interface SectionsProps {
    base: string;
    profile: Profile | undefined;
    charts: Charts | null;
    query: { from: number | null; to: number | null; with: string };
    parameters: Readonly<Record<string, unknown>>;
}

function Sections({ base, profile, charts, query, parameters }: SectionsProps) {
    if (!profile) return <Loading />;
    const { first, second, sections } = profile.results;
    const sources = new Sources();
    const own = (id: string) => charts?.charts.filter((one) => one.section === id) ?? [];
    const empty = (id: string, filled: number) => filled === 0 && own(id).length === 0;
    const filled = sections.filter((one) => !empty(one.id, one.figures.length + one.entries.length + one.ladders.length + one.notes.length));
    const bare = sections.filter((one) => !filled.includes(one) && one.missing.length > 0);
    return (
        <div class="pair-profile">
            <nav class="pair-contents no-print" aria-label={words.contents}>
                {filled.map((section) => (
                    <a key={section.id} href={`${location.pathname}${location.search}#${section.id}`}>
                        {section.title}
                    </a>
                ))}
            </nav>
            <div class="pair-sections">
                {filled.map((section) => (
                    <SectionView
                        key={section.id}
                        section={section}
                        first={first}
                        second={second}
                        sources={sources}
                        charts={
                            <div class="pair-charts">
                                {own(section.id).map((info) => (
                                    <PairChart
                                        key={info.id}
                                        info={info}
                                        path={asking(`${base}/charts/${info.id}`, query)}
                                        csv={asking(`${base}/charts/${info.id}.csv`, query)}
                                        parameters={parameters}
                                    />
                                ))}
                            </div>
                        }
                    />
                ))}
                {bare.length > 0 && (
                    <section id="missing" class="pair-section" aria-labelledby="missing-title">
                        <h2 id="missing-title">{words.missing}</h2>
                        {bare.map((section) => (
                            <div key={section.id}>
                                <h3>{section.title}</h3>
                                <Gaps gaps={section.missing} />
                            </div>
                        ))}
                    </section>
                )}
                <SourceList sources={sources} />
                <p class="faint">
                    <code>{words.record(profile.inputs.record.slice(0, 12))}</code>
                </p>
            </div>
        </div>
    );
}
