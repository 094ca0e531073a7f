/** What this browser remembers of a reader's choices. Where storage is forbidden, nothing, and nothing fails. */
export function recall(key: string): string | null {
    try {
        return localStorage.getItem(`entente.${key}`);
    } catch {
        return null;
    }
}

export function remember(key: string, value: string | null): void {
    try {
        if (value === null) localStorage.removeItem(`entente.${key}`);
        else localStorage.setItem(`entente.${key}`, value);
    } catch {
        // It holds until the page is closed.
    }
}
