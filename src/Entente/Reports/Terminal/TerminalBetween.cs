using Entente.Checking;
using Entente.Checking.Between;
using Entente.Checking.Quotations;

namespace Entente.Reports.Terminal;

/// <summary>The end of a report over several texts: where they stand apart, where they agree, and in whose words.</summary>
internal sealed class TerminalBetween(TerminalPage page, Palette palette)
{
    public void Write(BetweenTexts between)
    {
        foreach (var (title, sign, of) in BetweenPhrases.Sections)
        {
            var figures = of(between).ToList();
            if (figures.Count == 0)
                continue;
            page.Blank();
            page.Line(palette.Bold(title));
            var verdict = sign switch
            {
                "✗" => Verdict.Contradicted,
                "±" => Verdict.Disputed,
                _ => Verdict.Supported,
            };
            foreach (var figure in figures.Take(BetweenPhrases.MostShown))
                Figure(figure, palette.Verdict(verdict, sign));
            More(figures.Count - BetweenPhrases.MostShown, "figure", "figures");
        }
        if (between.Quotations.Count == 0)
            return;
        page.Blank();
        page.Line(palette.Bold("The same words, otherwise"));
        foreach (var quotation in between.Quotations.Take(BetweenPhrases.MostShown))
        {
            page.Lines(palette.Verdict(Verdict.Disputed, "”") + " ", 2, BetweenPhrases.Apart(quotation.Difference));
            if (quotation.Recorded is { } recorded)
                page.Lines("    ", 4, BetweenPhrases.Recorded(recorded), hang: 6, maxLines: 4);
            foreach (var wording in quotation.Wordings.Take(BetweenPhrases.MostMentions))
                page.Lines("    ", 4, BetweenPhrases.Wording(wording), hang: 6, maxLines: 4);
        }
        More(between.Quotations.Count - BetweenPhrases.MostShown, "quotation", "quotations");
    }

    /// <summary>The quoted words of one text that differ from their source, both side by side.</summary>
    public void Notes(IReadOnlyList<QuotationNote> notes)
    {
        var differing = notes.Where(n => n.Difference != QuotationDifference.None).ToList();
        if (differing.Count == 0)
            return;
        page.Blank();
        page.Line(palette.Bold("Quoted words beside their source"));
        foreach (var note in differing)
        {
            page.Lines(palette.Verdict(Verdict.Disputed, "”") + " ", 2, BetweenPhrases.Apart(note.Difference));
            page.Lines("    text:   ", 12, BetweenPhrases.Said(note), hang: 6, maxLines: 4);
            page.Lines("    source: ", 12, BetweenPhrases.Recorded(note.Recorded), hang: 6, maxLines: 4);
            var parts = new[] { note.Recorded.Source, Links.Host(note.Recorded.Url) }.Where(p => p is not null);
            page.Lines(
                "    ",
                4,
                string.Join(" · ", parts),
                text => palette.Dim(palette.Link(text, Links.Safe(note.Recorded.Url))),
                maxLines: 1
            );
        }
    }

    private void Figure(SharedFigure figure, string sign)
    {
        page.Lines(sign + " ", 2, BetweenPhrases.Heading(figure), palette.Bold);
        if (figure.DiffersIn.Count > 0)
            page.Lines("    ", 4, string.Join("; ", figure.DiffersIn));
        foreach (var position in figure.Positions)
        {
            page.Lines("    ", 4, BetweenPhrases.Position(position), hang: 6);
            foreach (var mention in position.Mentions.Take(BetweenPhrases.MostMentions))
                page.Lines("      ", 6, BetweenPhrases.Mention(mention), palette.Dim, maxLines: 3, hang: 8);
            var more = position.Mentions.Count - BetweenPhrases.MostMentions;
            if (more > 0)
                page.Lines("      ", 6, $"and {Phrases.Count(more, "text", "texts")} more", palette.Dim);
        }
    }

    private void More(int more, string one, string many)
    {
        if (more > 0)
            page.Lines("  ", 2, $"and {Phrases.Count(more, one, many)} more; --format json has them all", palette.Dim);
    }
}
