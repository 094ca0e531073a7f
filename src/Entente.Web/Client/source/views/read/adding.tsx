import { useEffect, useState } from 'preact/hooks';
import { send } from '../../api';
import { announce } from '../../parts/Announcer';
import { toast, toastProblem } from '../../parts/Toast';
import { address, navigate } from '../../router';
import { read as words } from '../../words/read';
import { shelfChanged } from './changed';

interface Added {
    items: { id: string; path: string }[];
}

/** Puts a text on the shelf: its bytes go to the server as they are. */
export async function addText(name: string, bytes: Blob | string): Promise<{ id: string; path: string }> {
    const blob = typeof bytes === 'string' ? new Blob([bytes], { type: 'text/plain;charset=utf-8' }) : bytes;
    const added = await send<Added>('POST', `/api/documents?name=${encodeURIComponent(name)}`, blob, { headers: { 'Content-Type': 'application/octet-stream' } });
    shelfChanged();
    return added.items[0]!;
}

/** Several files: those that are no texts are told one by one, the others are there. One alone is opened. */
export async function addFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    announce(words.adding(files.length));
    const added: { id: string; path: string }[] = [];
    for (const file of files) {
        try {
            added.push(await addText(file.name, file));
        } catch (problem) {
            toastProblem(problem);
        }
    }
    if (added.length === 1 && files.length === 1) navigate(address(['read', added[0]!.id]));
    else if (added.length > 0) {
        toast(words.addedMany(added.length), { kind: 'good' });
        if (!location.pathname.startsWith('/shelf')) navigate('/shelf');
    }
}

/** While a file is held over the window a veil says what will happen; wherever it is dropped, it is taken. */
export function DropAnywhere() {
    const [over, setOver] = useState(false);
    useEffect(() => {
        const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
        const enter = (event: DragEvent) => {
            if (!carries(event)) return;
            event.preventDefault();
            setOver(true);
        };
        const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
        const drop = (event: DragEvent) => {
            if (!carries(event)) return;
            event.preventDefault();
            setOver(false);
            void addFiles([...(event.dataTransfer?.files ?? [])]);
        };
        addEventListener('dragenter', enter);
        addEventListener('dragover', enter);
        addEventListener('dragleave', leave);
        addEventListener('drop', drop);
        return () => {
            removeEventListener('dragenter', enter);
            removeEventListener('dragover', enter);
            removeEventListener('dragleave', leave);
            removeEventListener('drop', drop);
        };
    }, []);
    if (!over) return null;
    return (
        <div class="drop-veil" aria-hidden="true">
            <p>{words.drop}</p>
        </div>
    );
}

/** A button that opens the browser's own dialog for files. */
export function OpenFile({ label, primary }: { label: string; primary?: boolean }) {
    return (
        <label class={`button ${primary ? 'primary' : ''} open-file`}>
            {label}
            <input
                type="file"
                class="sr"
                multiple
                accept=".md,.markdown,.txt,.text,.html,.htm,.xhtml,.json,.srt,.vtt,.docx,text/*"
                onChange={(event) => {
                    const files = [...(event.currentTarget.files ?? [])];
                    event.currentTarget.value = '';
                    void addFiles(files);
                }}
            />
        </label>
    );
}
