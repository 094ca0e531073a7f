import { useState } from 'preact/hooks';
import { ApiProblem, useApi } from '../../api';
import { Button } from '../../parts/Button';
import { Check, TextField } from '../../parts/Field';
import { Problem } from '../../parts/States';
import { forecasts as words } from '../../words/forecasts';
import { change } from './changing';
import type { Ledger } from './types';

const say = words.add;
const empty = { speaker: '', quote: '', criterion: '', said: '', deadline: '', probability: '', topic: '' };

/** A forecast that somebody writes down. */
export function AddForecast() {
    const { data, reload } = useApi<Ledger>('/api/forecasts?limit=1');
    const [form, setForm] = useState(empty);
    const [target, setTarget] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const at = problem instanceof ApiProblem ? problem.where?.split(':')[0] : undefined;
    const field = (name: keyof typeof empty, label: string, hint?: string, type: 'text' | 'number' = 'text') => (
        <TextField
            type={type}
            label={label}
            hint={hint}
            value={form[name]}
            problem={at === name && problem instanceof ApiProblem ? problem.detail : undefined}
            onText={(value) => setForm((old) => ({ ...old, [name]: value }))}
        />
    );
    const add = async (event: Event) => {
        event.preventDefault();
        setProblem(null);
        const { probability, ...rest } = form;
        const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== ''));
        try {
            const done = await change(
                '/api/forecasts',
                { ...given, kind: target ? 'target' : 'forecast', probability: probability.trim() === '' ? null : Number(probability) / 100 },
                data?.version ?? '*',
                (changed) => (changed.results.length === 0 ? say.known : say.done),
                reload,
            );
            if (done) setForm(empty);
        } catch (wrong) {
            setProblem(wrong);
        }
    };
    return (
        <form class="add" onSubmit={(event) => void add(event)} noValidate>
            <h2>{say.heading}</h2>
            <p class="faint">{say.intro}</p>
            {field('speaker', say.speaker)}
            {field('quote', say.quote, say.quoteHint)}
            {field('criterion', say.criterion, say.criterionHint)}
            <div class="row fields">
                {field('said', say.said, say.saidHint)}
                {field('deadline', say.deadline, say.deadlineHint)}
                {field('probability', say.probability, say.probabilityHint, 'number')}
                {field('topic', say.topic, say.topicHint)}
            </div>
            <Check label={say.target} checked={target} onCheck={setTarget} />
            {problem !== null && !(at && at in empty) && <Problem problem={problem} />}
            <p>
                <Button kind="primary" type="submit">
                    {say.go}
                </Button>
            </p>
        </form>
    );
}
