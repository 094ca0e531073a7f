import { send } from '../../api';
import { Button } from '../../parts/Button';
import { TextField } from '../../parts/Field';
import { toast, toastProblem } from '../../parts/Toast';
import { navigate } from '../../router';
import { read as words } from '../../words/read';
import { shelfChanged } from './changed';
import { bareName } from './names';
import type { TextDocument } from './types';

const formats = ['html', 'markdown', 'obsidian', 'claimreview', 'json'] as const;

/** Takes a text off the shelf, with the way back. */
export async function removeText(item: string, name: string): Promise<void> {
    try {
        await send('DELETE', `/api/documents/${encodeURIComponent(item)}`);
        shelfChanged();
        toast(words.tools.removed(name), {
            undo: async () => {
                await send('POST', `/api/documents/${encodeURIComponent(item)}/restore`);
                shelfChanged();
            },
        });
    } catch (problem) {
        toastProblem(problem);
    }
}

/** What concerns the whole text: the way from claim to claim, the day of the record, reports, removal. */
export function Tools({ text, asOf, onAsOf, onStep, any }: { text: TextDocument; asOf: string; onAsOf: (day: string) => void; onStep: (by: number) => void; any: boolean }) {
    const remove = () =>
        void removeText(text.item, text.title ?? bareName(text.path)).then(() => {
            navigate('/shelf');
        });
    const report = (format: string) => `/api/documents/${encodeURIComponent(text.id)}/report?format=${format}${asOf ? `&as-of=${encodeURIComponent(asOf)}` : ''}`;
    return (
        <div class="text-tools row">
            {any && (
                <div class="row" role="group" aria-label={words.tools.label}>
                    <Button small onClick={() => onStep(-1)} title={words.tools.keys}>
                        <span aria-hidden="true">←</span> <span class="sr">{words.tools.previous}</span>
                    </Button>
                    <Button small onClick={() => onStep(1)} title={words.tools.keys}>
                        {words.tools.next} <span aria-hidden="true">→</span>
                    </Button>
                </div>
            )}
            <TextField label={words.tools.asOf} type="date" value={asOf} onDone={(day) => onAsOf(day)} class="as-of" />
            {asOf && (
                <button type="button" class="link" onClick={() => onAsOf('')}>
                    {words.tools.today}
                </button>
            )}
            <details class="menu">
                <summary>{words.tools.report}</summary>
                <ul class="plain" aria-label={words.tools.download}>
                    {formats.map((format) => (
                        <li key={format}>
                            <a href={report(format)} download>
                                {words.tools.formats[format]}
                            </a>
                        </li>
                    ))}
                    <li>
                        <button type="button" class="link" onClick={() => print()}>
                            {words.tools.print}
                        </button>
                    </li>
                </ul>
            </details>
            <Button small kind="quiet" onClick={remove}>
                {words.tools.remove}
            </Button>
            <span class="keys faint">{words.tools.keys}</span>
        </div>
    );
}
