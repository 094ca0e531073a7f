import { useRef, useState } from 'preact/hooks';
import { useApi } from '../../api';
import { Button } from '../../parts/Button';
import { Problem } from '../../parts/States';
import { toastProblem } from '../../parts/Toast';
import { address } from '../../router';
import { read as words } from '../../words/read';
import { change } from '../forecasts/changing';
import { StatusMark } from '../forecasts/Status';
import type { Ledger } from '../forecasts/types';

const say = words.forecast;

/** A claim about what will come: into the ledger of forecasts with it, or where it stands there. */
export function InLedger({ document: id, claim, forecast }: { document: string; claim: string; forecast: string }) {
    const { data, problem, reload } = useApi<Ledger>(`/api/forecasts?limit=1&q=${encodeURIComponent(forecast)}`);
    const [busy, setBusy] = useState(false);
    const title = useRef<HTMLHeadingElement>(null);
    const entry = data?.items.find((one) => one.id === forecast);
    const add = async () => {
        // The button will be gone: who pressed it stays where it was.
        title.current?.focus({ preventScroll: true });
        setBusy(true);
        await change('/api/forecasts', { document: id, claim }, data?.version ?? '*', (changed) => (changed.results.length === 0 ? say.known : say.added), reload).catch(toastProblem);
        setBusy(false);
    };
    return (
        <section>
            <h3 ref={title} tabIndex={-1}>
                {say.title}
            </h3>
            {problem && <Problem problem={problem} onRetry={reload} />}
            {entry && (
                <p class="row">
                    <StatusMark status={entry.status} due={entry.status === 'open' && entry.deadline !== null && entry.deadline <= data!.today} />
                    <span>{say.there}</span>
                    <a href={address(['forecasts'], { q: forecast })}>{say.show}</a>
                </p>
            )}
            {data && !entry && (
                <>
                    <p class="hint">{say.explain}</p>
                    <Button small busy={busy} onClick={() => void add()}>
                        {say.add}
                    </Button>
                </>
            )}
        </section>
    );
}
