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
};
