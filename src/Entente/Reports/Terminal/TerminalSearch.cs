namespace Entente.Reports.Terminal;

/// <summary>What a search found, for a terminal: kind and title, what is said of it, the words found.</summary>
public static class TerminalSearch
{
    private const int KindColumns = 9;

    public static void Write(TextWriter output, IReadOnlyList<FoundEntry> found, ReportSettings settings)
    {
        var (page, palette) = (new TerminalPage(output, settings.Width), new Palette(settings.Colour));
        foreach (var one in found)
        {
            page.Lines($"{palette.Dim(one.Kind.PadRight(KindColumns))}", KindColumns, one.Title, palette.Bold, maxLines: 2);
            var indent = new string(' ', KindColumns);
            if (one.Ref != one.Title)
                page.Lines(indent, KindColumns, one.Ref + (one.Gone ? " (gone)" : ""), palette.Dim);
            if (one.Detail.Length > 0)
                page.Lines(indent, KindColumns, one.Detail, maxLines: 2);
            if (one.Snippet.Length > 0 && one.Snippet != one.Title && one.Snippet != one.Detail)
                page.Lines(indent, KindColumns, $"“{one.Snippet}”", maxLines: 2);
        }
        if (found.Count == 0)
            page.Line("nothing found");
    }
}
