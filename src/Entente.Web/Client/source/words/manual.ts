/** The English of the view Manual. The pages themselves come from the server. */
import { plural } from './common';

export const manual = {
    title: 'Manual',
    lead: 'How to check a text, look at two states and put a “what if”, with every command as it prints. All of it is on this machine.',
    contents: 'Contents',
    onThisPage: 'On this page',
    search: 'Search the manual',
    searchHint: 'Words',
    found: (count: number) => (count === 0 ? 'Nothing found' : plural(count, 'place', 'places')),
    nothing: (asked: string) => `Nothing in the manual holds “${asked}”.`,
    nothingHint: 'Try another word, or look through the contents.',
    results: (asked: string) => `“${asked}”`,
    back: 'Back to the page',
    previous: 'Previous',
    next: 'Next',
    neighbours: 'Previous and next page',
    copyCommands: (count: number) => (count === 1 ? 'Copy the command' : 'Copy the commands'),
    source: 'This page is',
    help: (title: string) => `Manual: ${title}`,
    /** The page of the manual that a view's `?` opens. */
    helpFor: {
        read: { page: 'how-to/check-an-article', title: 'Check an article before print' },
        shelf: { page: 'how-to/keep-notes', title: 'Check a folder of notes' },
        pair: { page: 'how-to/look-at-a-pair', title: 'Look at a pair of states' },
        whatif: { page: 'how-to/test-an-embargo', title: 'Test an embargo' },
        forecasts: { page: 'how-to/follow-forecasts', title: 'Follow forecasts' },
        record: { page: 'how-to/import-a-dataset', title: 'Bring a dataset in' },
        manual: { page: 'accessibility', title: 'Keys, and use without a mouse' },
    } as Record<string, { page: string; title: string }>,
};
