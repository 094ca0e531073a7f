namespace Entente.Reports.Charts;

/// <summary>One bar, a piece per verdict, as long as its share of the claims.</summary>
internal static class VerdictBar
{
    private const double Width = 1000;
    private const double Height = 14;
    private const double Gap = 4;

    public static string Draw(VerdictCounts counts, string id)
    {
        var shown = VerdictNames.ForSummary.Where(v => counts[v] > 0).ToList();
        var description = shown.Count == 0 ? "no claims" : string.Join(", ", shown.Select(v => $"{counts[v]} {v.Word()}"));
        var svg = new SvgWriter(Width, Height, id, "bar", "Claims by verdict", description, stretch: true);
        var free = Width - (Gap * Math.Max(0, shown.Count - 1));
        var x = 0.0;
        foreach (var verdict in shown)
        {
            var width = free * counts[verdict] / counts.Total;
            svg.Rect(x, 0, width, Height, $"p v-{verdict.Code()}", tooltip: $"{counts[verdict]} {verdict.Word()}");
            x += width + Gap;
        }
        return svg.Finish();
    }
}
