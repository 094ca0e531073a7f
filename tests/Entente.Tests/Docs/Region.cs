namespace Entente.Tests.Docs;

/// <summary>A part of a page that is made from the program, between `&lt;!-- NAME: begin --&gt;` and `&lt;!-- NAME: end --&gt;`. ENTENTE_UPDATE_DOCS=1 writes it.</summary>
internal static class Region
{
    public static void ShouldHold(string page, string name, IEnumerable<string> lines)
    {
        lock (Page.Writing)
            Hold(page, name, lines);
    }

    private static void Hold(string page, string name, IEnumerable<string> lines)
    {
        var path = Page.FullPath(page);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, end) = ($"<!-- {name}: begin -->\n", $"<!-- {name}: end -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        to.ShouldBeGreaterThanOrEqualTo(from, $"{page}: no part between '{begin.Trim()}' and '{end}'");
        var table = "\n" + string.Join('\n', lines) + "\n\n";
        if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
            File.WriteAllText(path, text[..from] + table + text[to..]);
        else
            text[from..to].ShouldBe(table, $"{page}: if the change is meant, ENTENTE_UPDATE_DOCS=1 rewrites the page");
    }
}
