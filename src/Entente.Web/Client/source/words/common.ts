/** The English of what every view shares. For another language, translate the files of this folder. */
export const plural = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export const number = (value: number): string => (Number.isInteger(value) ? whole.format(value) : short.format(value));
export const percent = (value: number, digits = 0): string => `${(value * 100).toFixed(digits)} %`;
/** 2024-06-12 → 12 June 2024; anything less exact stays as it is. */
export const date = (iso: string): string => (/^\d{4}-\d{2}-\d{2}/.test(iso) ? days.format(new Date(iso.slice(0, 10) + 'T00:00:00Z')) : iso);

export const verdicts = {
    supported: 'supported',
    close: 'close',
    contradicted: 'contradicted',
    disputed: 'disputed',
    inconsistent: 'inconsistent',
    open: 'open',
    judgement: 'judgement',
    'cannot-tell': 'cannot tell',
} as const;

export const verdictMeanings = {
    supported: 'The lead authority’s figure agrees at the precision written',
    close: 'Off by at most one more unit of the last digit written',
    contradicted: 'Every admissible reading of the lead authority disagrees',
    disputed: 'Independent authorities differ by more than they normally do',
    inconsistent: 'It does not fit the other claims of the text',
    open: 'A forecast or target whose time has not come',
    judgement: 'An opinion; measures bear on it',
    'cannot-tell': 'The record does not decide it; the reason is given',
} as const;

export const words = {
    name: 'Entente',
    loading: 'Loading …',
    working: 'Working …',
    close: 'Close',
    cancel: 'Cancel',
    undo: 'Undo',
    undone: 'Undone',
    dismiss: 'Dismiss',
    retry: 'Try again',
    more: 'Show more',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser did not allow copying. Select the text and copy it by hand.',
    shown: (count: number, total: number) => `${number(count)} of ${number(total)} shown`,
    verdict: 'Verdict',
    problem: {
        title: 'That did not work',
        unknown: (status: number) => `The server answered with status ${status} and no explanation.`,
        gone: 'The server does not answer.',
        drawing: 'This part of the page failed. Nothing of yours is lost; the rest of the page goes on.',
        where: 'Where',
        found: 'Found',
        expected: 'Expected',
        hint: 'What to do',
    },
    jobs: {
        heading: 'Work in progress',
        started: (title: string) => `Started: ${title}`,
        done: (title: string) => `Done: ${title}`,
        failed: (title: string) => `Failed: ${title}`,
        wasCancelled: (title: string) => `Cancelled: ${title}`,
        cancelled: 'Cancelled',
        cancel: (title: string) => `Cancel: ${title}`,
        cancelling: 'Stopping …',
        putAway: (title: string) => `Put away: ${title}`,
        lost: 'The server was started again while this ran',
        lostDetail: 'What it had done is not kept. Start it again.',
        states: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
    },
    table: {
        sortBy: (column: string) => `Sort by ${column}`,
        empty: 'Nothing to show',
        missing: 'no value',
    },
    chart: {
        table: 'The figures as a table',
        source: 'Source',
        vintage: 'as of',
        csv: 'CSV',
        svg: 'SVG',
        png: 'PNG',
        download: (title: string, format: string) => `Download “${title}” as ${format}`,
        drawing: 'Drawing …',
        notDrawn: 'This was not drawn yet when the page was printed. Its figures stand in the table.',
        failed: 'The chart could not be drawn here. Its figures are in the table.',
    },
    map: {
        noValue: 'no value',
        state: 'State',
        range: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
        tooSmall: (states: readonly string[]) => `Too small for this map: ${states.join(', ')}.`,
    },
    combobox: {
        results: (count: number) => (count === 0 ? 'No match' : plural(count, 'suggestion', 'suggestions')),
        none: 'No match',
        looking: 'Looking …',
        clear: 'Clear',
    },
    slider: {
        range: (low: string, high: string) => `${low} to ${high}`,
        declared: (low: string, high: string) => `declared range ${low} to ${high}`,
        outside: (low: string, high: string) => `Outside of the declared range, ${low} to ${high}`,
        reset: 'Back to the declared value',
    },
};
