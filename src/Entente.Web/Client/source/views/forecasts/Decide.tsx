import { useState } from 'preact/hooks';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Choice, TextField } from '../../parts/Field';
import { Problem } from '../../parts/States';
import { words as common } from '../../words/common';
import { forecasts as words } from '../../words/forecasts';
import { change } from './changing';
import type { Forecast } from './types';

const say = words.decide;
const outcomes = ['true', 'false', 'void'] as const;

/** Deciding one forecast by hand: with a page that shows it, and a name. */
export function Decide({ of, version, onClose, reload }: { of: Forecast; version: string; onClose: () => void; reload: () => void }) {
    const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('true');
    const [source, setSource] = useState('');
    const [by, setBy] = useState('');
    const [day, setDay] = useState('');
    const [problem, setProblem] = useState<unknown>(null);
    const go = async () => {
        setProblem(null);
        try {
            await change(`/api/forecasts/${encodeURIComponent(of.id)}/resolve`, { outcome, source, by, date: day || null }, version, () => say.done(of.id), reload);
            onClose();
        } catch (wrong) {
            setProblem(wrong);
        }
    };
    return (
        <Dialog
            open
            title={say.title}
            onClose={onClose}
            actions={
                <>
                    <Button onClick={onClose}>{common.cancel}</Button>
                    <Button kind="primary" onClick={() => void go()}>
                        {say.go}
                    </Button>
                </>
            }
        >
            <p>“{of.sentence || of.quote}”</p>
            <Choice label={say.outcome} value={outcome} options={outcomes.map((value) => ({ value, label: say.outcomes[value] }))} onChoose={setOutcome} />
            <TextField type="url" label={say.source} hint={say.sourceHint} value={source} onText={setSource} />
            <TextField label={say.by} value={by} onText={setBy} />
            <TextField type="date" label={say.date} hint={say.dateHint} value={day} onText={setDay} />
            {problem !== null && <Problem problem={problem} />}
        </Dialog>
    );
}
