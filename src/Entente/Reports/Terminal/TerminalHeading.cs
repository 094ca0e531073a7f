using Entente.Reading;

namespace Entente.Reports.Terminal;

/// <summary>The first lines of a document's report.</summary>
internal static class TerminalHeading
{
    public static void Write(TerminalPage page, Palette palette, Document document)
    {
        page.Lines("", 0, document.Title is { Length: > 0 } title ? title : document.Path, palette.Bold, maxLines: 2);
        var parts = new List<string>();
        if (document.Authors.Count > 0)
            parts.Add(string.Join(", ", document.Authors));
        parts.Add($"{Phrases.Kind(document)}, {Phrases.Published(document)}");
        if (document.Title is { Length: > 0 })
            parts.Add(document.Path);
        page.Lines("", 0, string.Join(" · ", parts), palette.Dim);
        foreach (var warning in document.Warnings)
            page.Lines("! ", 2, warning);
    }
}
