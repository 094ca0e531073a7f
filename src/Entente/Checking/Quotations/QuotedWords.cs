using Entente.Reading;
using Entente.Reading.Speakers;

namespace Entente.Checking.Quotations;

/// <summary>Words that stand in quotation marks in a text, with the statement around them.</summary>
internal sealed record QuotedWords(Statement Statement, int Start, int End, string Text)
{
    /// <summary>Longer than this is a speech, not a phrase that others repeat.</summary>
    private const int MostWords = 60;

    /// <summary>In the order of the text. Titles and questions quote as well as others.</summary>
    public static IEnumerable<QuotedWords> Of(Document document)
    {
        Statement? carried = null;
        foreach (var statement in document.Statements)
        {
            var text = statement.Text;
            // A quotation that is a sentence of its own has become a statement, and its marks stand outside.
            if (IsQuotation(document, statement, carried))
            {
                carried = statement;
                if (Inner(text, 0, text.Length) is { Count: > 0 } within)
                {
                    foreach (var (from, to) in within)
                        yield return Words(statement, from, to);
                    continue;
                }
                var whole = new Quotation(0, 0, text.Length, text.Length, true);
                if (Reading.Speakers.Quotations.Words(text, whole, MostWords + 1) is > 0 and <= MostWords)
                    yield return Words(statement, 0, text.Length);
                continue;
            }
            carried = null;
            if (!Reading.Speakers.Quotations.MayHold(text))
                continue;
            foreach (var quotation in Reading.Speakers.Quotations.Find(text))
            {
                var (start, end) = (quotation.InnerStart, quotation.InnerEnd);
                if (end <= start || Reading.Speakers.Quotations.Words(text, quotation, MostWords + 1) is 0 or > MostWords)
                    continue;
                // Words that somebody quotes who is quoted: the innermost are the ones that were first said.
                var within = Inner(text, start, end);
                foreach (var (from, to) in within)
                    yield return Words(statement, from, to);
                if (within.Count == 0)
                    yield return Words(statement, start, end);
            }
        }
    }

    /// <summary>Quotations in double marks inside a stretch; single marks inside a quotation set off a word, and leave it whole.</summary>
    private static List<(int Start, int End)> Inner(string text, int start, int end)
    {
        var stretch = text[start..end];
        if (stretch.AsSpan().IndexOfAny('“', '«', '"') < 0)
            return [];
        var found = new List<(int, int)>();
        foreach (var quotation in Reading.Speakers.Quotations.Find(stretch))
            if (
                quotation.InnerEnd > quotation.InnerStart
                && stretch[quotation.Start] is '“' or '«' or '"'
                && Reading.Speakers.Quotations.Words(stretch, quotation, MostWords + 1) is > 0 and <= MostWords
            )
            {
                // One more level is all that writers use.
                var deeper = stretch.AsSpan(quotation.InnerStart, quotation.InnerEnd - quotation.InnerStart).IndexOf('“');
                var from = quotation.InnerStart;
                if (deeper > 0)
                    from += deeper + 1;
                found.Add((start + from, start + quotation.InnerEnd));
            }
        return found;
    }

    private static QuotedWords Words(Statement statement, int start, int end)
    {
        // The sentence's own stop stands inside the marks in many countries.
        while (end > start + 1 && statement.Text[end - 1] is ',' or '.' or ';' or ':' or ' ')
            end--;
        var (from, to) = statement.Map.ToDocument(start, end);
        return new(statement, from, to, statement.Text[start..end]);
    }

    private static bool IsQuotation(Document document, Statement statement, Statement? before)
    {
        if (statement.Speaker.Role != SpeakerRole.Quoted)
            return false;
        if (before is not null && before.Paragraph == statement.Paragraph && before.Speaker.Name == statement.Speaker.Name)
            return true;
        var (text, at, past) = (document.Text, statement.Start - 1, statement.End);
        while (at >= 0 && text[at] is ' ' or '\n' or '*' or '_')
            at--;
        while (past < text.Length && text[past] is '.' or ',' or ' ')
            past++;
        return (at >= 0 && text[at] is '“' or '"' or '«' or '„') || (past < text.Length && text[past] is '”' or '»');
    }
}
