import { manual as words } from '../words/manual';

/**
 * A `?` that opens the right page of the manual: `<HelpLink page="profile" title="The profile of a pair" />`, with `section` for a heading of it.
 * It opens beside what the reader is at, so that nothing is lost.
 */
export function HelpLink({ page, section, title }: { page: string; section?: string; title: string }) {
    return (
        <a class="help-link" href={`/manual/${page}${section ? `#${section}` : ''}`} target="entente-manual" aria-label={words.help(title)} title={words.help(title)}>
            ?
        </a>
    );
}
