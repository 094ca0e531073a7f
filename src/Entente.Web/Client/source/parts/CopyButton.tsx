import { useEffect, useState } from 'preact/hooks';
import { words } from '../words/common';
import { announce } from './Announcer';
import { Button } from './Button';
import { toast } from './Toast';

/** Copies a text, or what a function gives when it is pressed, and says that it did. */
export function CopyButton({ text, children = words.copy, small = true }: { text: string | (() => string | Promise<string>); children?: string; small?: boolean }) {
    const [copied, setCopied] = useState(false);
    useEffect(() => {
        if (!copied) return;
        const timer = setTimeout(() => setCopied(false), 2000);
        return () => clearTimeout(timer);
    }, [copied]);
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
            setCopied(true);
            announce(words.copied);
        } catch {
            toast(words.copyFailed, { kind: 'problem' });
        }
    };
    return (
        <Button small={small} onClick={() => void copy()}>
            {copied ? words.copied : children}
        </Button>
    );
}
