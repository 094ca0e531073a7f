import { useState } from 'preact/hooks';
import { send } from '../../api';
import { Button } from '../../parts/Button';
import { Choice, TextField } from '../../parts/Field';
import { toast, toastProblem } from '../../parts/Toast';
import { type Verdict, verdictGravity, VerdictMark } from '../../parts/VerdictMark';
import { recall, remember } from '../../remembered';
import { date, verdicts } from '../../words/common';
import { read as words } from '../../words/read';
import type { EditorsWord } from './types';

interface Props {
    document: string;
    claim: string;
    computed: Verdict;
    word: EditorsWord | null;
    onChanged: () => void;
}

type Answer = { word: EditorsWord | null; before: EditorsWord | null };

/** The editor's own word on a claim: kept with name and reason, shown beside the computed verdict, and taken back as easily. */
export function EditorsVerdict({ document: id, claim, computed, word, onChanged }: Props) {
    const path = `/api/documents/${encodeURIComponent(id)}/claims/${encodeURIComponent(claim)}/verdict`;
    const [verdict, setVerdict] = useState<Verdict>(word?.verdict ?? computed);
    const [by, setBy] = useState(word?.by ?? recall('editor') ?? '');
    const [reason, setReason] = useState(word?.reason ?? '');
    const [problem, setProblem] = useState('');
    const [busy, setBusy] = useState(false);
    const put = (one: Pick<EditorsWord, 'verdict' | 'by' | 'reason'>) => send<Answer>('PUT', path, { verdict: one.verdict, by: one.by, reason: one.reason });
    const back = (before: EditorsWord | null) => async () => {
        await (before ? put(before) : send('DELETE', path));
        onChanged();
    };
    const run = async (work: () => Promise<Answer>, said: string) => {
        setBusy(true);
        try {
            const answer = await work();
            toast(said, { kind: 'good', undo: back(answer.before) });
            onChanged();
        } catch (failed) {
            toastProblem(failed);
        }
        setBusy(false);
    };
    const save = () => {
        if (by.trim() === '' || reason.trim() === '') return setProblem(words.verdict.incomplete);
        setProblem('');
        remember('editor', by.trim());
        void run(() => put({ verdict, by: by.trim(), reason: reason.trim() }), words.verdict.saved);
    };
    return (
        <section class="own-verdict">
            <h3>{words.verdict.title}</h3>
            {word && (
                <div class="stack tight">
                    <div class="row">
                        <VerdictMark verdict={word.verdict} />
                        <span class="soft">{`${word.by}, ${date(word.date)}`}</span>
                    </div>
                    <p>{word.reason}</p>
                    {word.computed !== computed && <p class="faint">{words.verdict.computedThen(verdicts[word.computed])}</p>}
                    <div>
                        <Button small busy={busy} onClick={() => void run(() => send<Answer>('DELETE', path), words.verdict.removed)}>
                            {words.verdict.remove}
                        </Button>
                    </div>
                </div>
            )}
            <details open={problem !== ''}>
                <summary>{words.verdict.save}</summary>
                <div class="stack tight">
                    <p class="hint">{words.verdict.explain}</p>
                    <Choice
                        label={words.verdict.choose}
                        value={verdict}
                        options={verdictGravity.map((one) => ({ value: one, label: verdicts[one] }))}
                        onChoose={setVerdict}
                    />
                    <TextField label={words.verdict.by} value={by} maxLength={200} onText={setBy} />
                    <TextField label={words.verdict.reason} value={reason} maxLength={2000} onText={setReason} problem={problem} />
                    <div>
                        <Button kind="primary" busy={busy} onClick={save}>
                            {words.verdict.save}
                        </Button>
                    </div>
                </div>
            </details>
        </section>
    );
}
