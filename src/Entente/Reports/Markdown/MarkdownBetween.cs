using Entente.Checking.Between;
using Entente.Checking.Quotations;

namespace Entente.Reports.Markdown;

/// <summary>What several texts say together, as headings and lists.</summary>
internal static class MarkdownBetween
{
    public static void Write(TextWriter output, BetweenTexts between)
    {
        foreach (var (title, _, of) in BetweenPhrases.Sections)
        {
            var figures = of(between).ToList();
            if (figures.Count == 0)
                continue;
            output.Write($"\n## {title}\n\n");
            foreach (var figure in figures.Take(BetweenPhrases.MostShown))
                Figure(output, figure);
            More(output, figures.Count);
        }
        if (between.Quotations.Count == 0)
            return;
        output.Write("\n## The same words, otherwise\n\n");
        foreach (var quotation in between.Quotations.Take(BetweenPhrases.MostShown))
        {
            output.Write($"- {MarkdownText.Escape(BetweenPhrases.Apart(quotation.Difference))}\n");
            if (quotation.Recorded is { } recorded)
                output.Write($"  - {MarkdownText.Escape(BetweenPhrases.Recorded(recorded))}{Source(recorded.Source, recorded.Url)}\n");
            foreach (var wording in quotation.Wordings.Take(BetweenPhrases.MostMentions))
                output.Write($"  - {MarkdownText.Escape(BetweenPhrases.Wording(wording))}\n");
        }
        More(output, between.Quotations.Count);
    }

    public static void Notes(TextWriter output, IReadOnlyList<QuotationNote> notes)
    {
        var differing = notes.Where(n => n.Difference != QuotationDifference.None).ToList();
        if (differing.Count == 0)
            return;
        output.Write("\n## Quoted words beside their source\n\n");
        foreach (var note in differing)
            output.Write(
                $"- {BetweenPhrases.Apart(note.Difference)}: {MarkdownText.Escape(BetweenPhrases.Said(note))}\n"
                    + $"  - {MarkdownText.Escape(BetweenPhrases.Recorded(note.Recorded))}{Source(note.Recorded.Source, note.Recorded.Url)}\n"
            );
    }

    private static void Figure(TextWriter output, SharedFigure figure)
    {
        output.Write($"- **{MarkdownText.Escape(BetweenPhrases.Heading(figure))}**");
        output.Write(figure.DiffersIn.Count == 0 ? "\n" : $": {MarkdownText.Escape(string.Join("; ", figure.DiffersIn))}\n");
        foreach (var position in figure.Positions)
        {
            output.Write($"  - {MarkdownText.Escape(BetweenPhrases.Position(position))}\n");
            foreach (var mention in position.Mentions.Take(BetweenPhrases.MostMentions))
                output.Write($"    - {MarkdownText.Escape(BetweenPhrases.Mention(mention))}\n");
            if (position.Mentions.Count > BetweenPhrases.MostMentions)
                output.Write($"    - and {position.Mentions.Count - BetweenPhrases.MostMentions} more\n");
        }
    }

    private static void More(TextWriter output, int count)
    {
        if (count > BetweenPhrases.MostShown)
            output.Write($"- and {count - BetweenPhrases.MostShown} more\n");
    }

    private static string Source(string source, string? url) =>
        Links.Safe(url) is { } safe ? $", [{MarkdownText.Escape(source)}](<{safe}>)" : $", {MarkdownText.Escape(source)}";
}
