import type { Cell } from './DataTable';

/** Hands a file to the reader. */
export function save(name: string, content: Blob): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Rows as a table for other programs (RFC 4180). A spreadsheet must not take an imported word for a formula. */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
    const cell = (value: Cell) => {
        if (value === null || value === undefined) return '';
        const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
        return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** A title as the name of a file: `trade-of-china-and-russia.csv`. */
export function fileName(title: string, extension: string): string {
    const plain = title
        .normalize('NFKD')
        .replace(/[^\w\s-]/g, '')
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, '-')
        .slice(0, 60);
    return `${plain || 'entente'}.${extension}`;
}
