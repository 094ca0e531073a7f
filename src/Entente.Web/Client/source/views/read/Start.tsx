import { useState } from 'preact/hooks';
import { type Page, useApi } from '../../api';
import { Button } from '../../parts/Button';
import { Field } from '../../parts/Field';
import { Heading } from '../../parts/Heading';
import { toastProblem } from '../../parts/Toast';
import { address, navigate } from '../../router';
import { read as words } from '../../words/read';
import type { ShelfRow } from '../shelf/types';
import { addText, OpenFile } from './adding';
import { bareName } from './names';

/** Nothing is open: open, drop or paste something, or take one from the shelf. */
export function Start() {
    const [text, setText] = useState('');
    const [problem, setProblem] = useState('');
    const [busy, setBusy] = useState(false);
    const shelf = useApi<Page<ShelfRow>>('/api/documents?limit=8');
    const check = async () => {
        if (text.trim() === '') return setProblem(words.start.nothing);
        setBusy(true);
        try {
            const added = await addText('', text);
            navigate(address(['read', added.id]));
        } catch (failed) {
            toastProblem(failed);
        }
        setBusy(false);
    };
    return (
        <div class="view view-read">
            <Heading title={words.start.title} sub={words.start.sub} />
            <div class="start">
                <div class="drop-place">
                    <OpenFile label={words.start.open} primary />
                    <p>{words.start.orDrop}</p>
                    <p class="faint">{words.start.kinds}</p>
                </div>
                <div class="stack tight">
                    <Field label={words.start.paste} hint={words.start.pasteHint} problem={problem}>
                        {(aria) => (
                            <textarea
                                {...aria}
                                rows={7}
                                value={text}
                                onInput={(event) => {
                                    setText(event.currentTarget.value);
                                    setProblem('');
                                }}
                            />
                        )}
                    </Field>
                    <div>
                        <Button kind="primary" busy={busy} onClick={() => void check()}>
                            {words.start.check}
                        </Button>
                    </div>
                </div>
            </div>
            {shelf.data && shelf.data.items.length > 0 && (
                <section class="recent">
                    <h2>{words.start.recent}</h2>
                    <ul class="plain">
                        {shelf.data.items.map((row) => (
                            <li key={row.id}>
                                <a href={address(['read', row.id])}>{row.title ?? bareName(row.path)}</a>
                            </li>
                        ))}
                    </ul>
                    <p>
                        <a href="/shelf">{words.start.all}</a>
                    </p>
                </section>
            )}
        </div>
    );
}
