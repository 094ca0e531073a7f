namespace Entente.Tests.Labelled;

/// <summary>docs/quality.md, whose tables stand between `&lt;!-- NAME: begin --&gt;` and `&lt;!-- NAME: end --&gt;`.</summary>
internal static class MeasuredPage
{
    // Two test classes write the page when it is updated, and they may run at the same time.
    private static readonly Lock Writing = new();

    /// <summary>Fails when the page's table is not the measured one; with `ENTENTE_UPDATE_DOCS=1` writes it instead.</summary>
    public static void Holds(string name, string table)
    {
        var page = Path.Combine(Clone.Root, "docs", "quality.md");
        string begin = $"<!-- {name}: begin -->",
            end = $"<!-- {name}: end -->";
        lock (Writing)
        {
            var text = File.ReadAllText(page);
            var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
            if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
                File.WriteAllText(page, text[..from] + "\n\n" + table + "\n" + text[to..]);
            else
                text[from..to].Trim().ShouldBe(table.Trim());
        }
    }
}
