using Entente.Checking.Overrides;

namespace Entente.Reports.Terminal;

/// <summary>The editors' words as a list: what was said of which words, by whom, and what had been computed.</summary>
public static class TerminalOverrides
{
    public static void Write(TextWriter output, OverrideBook book, ReportSettings settings)
    {
        var page = new TerminalPage(output, settings.Width);
        var palette = new Palette(settings.Colour);
        if (book.Words.Count == 0)
            page.Line("no word of an editor");
        foreach (var word in book.Words)
        {
            var id = TerminalText.Clean(word.Id);
            page.Lines($"{palette.Dim(id)}  ", id.Length + 2, $"“{word.Anchor.Exact}”", palette.Bold, maxLines: 2, hang: 4);
            page.Lines("    ", 4, word.Document, palette.Dim);
            page.Lines(
                "    " + palette.Verdict(word.Verdict, word.Verdict.Word()) + "  ",
                6 + word.Verdict.Word().Length,
                $"{word.By}, {Period.OfDay(word.Date).Text}: {word.Reason}",
                hang: 4
            );
            page.Lines("    ", 4, $"computed: {word.Computed.Word()}");
        }
    }
}
