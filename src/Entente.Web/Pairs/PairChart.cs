using System.Globalization;
using Entente.Profiles;
using Entente.Reports.Charts;

namespace Entente.Web.Pairs;

/// <summary>One line of a chart that may show two pairs.</summary>
/// <param name="Beside">True for the pair that is laid beside.</param>
/// <param name="Pair">Of which pair.</param>
/// <param name="Series">The line, within the years shown.</param>
internal sealed record PairLine(bool Beside, string Pair, ChartSeries Series);

/// <summary>A chart of a pair cut to some years, alone or with the same of another pair.</summary>
internal sealed record PairChart
{
    public required SectionChart Of { get; init; }

    public required ChartModel Model { get; init; }

    /// <summary>The years that it is about.</summary>
    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>The other pair's, over all its years; null where none was asked for or it has none.</summary>
    public SectionChart? Beside { get; init; }

    /// <summary>The other pair's name; null where none was asked for.</summary>
    public string? BesideName { get; init; }

    /// <summary>All lines over all years: what is drawn, so that other years are seen at once.</summary>
    public required IReadOnlyList<PairLine> All { get; init; }

    /// <summary>Why there is nothing to draw in these years; null where there is.</summary>
    public string? Missing { get; init; }

    public required string Summary { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Cuts a profile's charts to the years that are looked at, and lays another pair's beside them.</summary>
internal static class PairCharts
{
    private const string FittedSection = "alignment";

    public static PairChart? Of(PairPage page, string id, int from, int to, PairPage? beside) =>
        page.Charts.FirstOrDefault(c => c.Model.Id == id) is { } chart ? Of(page, chart, from, to, beside) : null;

    public static PairChart Of(PairPage page, SectionChart chart, int from, int to, PairPage? beside)
    {
        var other = beside?.Charts.FirstOrDefault(c => c.Section.Id == chart.Section.Id && c.Name == chart.Name);
        var all = Lines(page, chart, false, beside is not null).ToList();
        if (beside is not null && other is not null)
            all.AddRange(Lines(beside, other, true, true));
        var shown = all.Select(l => l with { Series = Cut(l.Series, from, to) }).Where(l => l.Series.Points.Count > 0).ToList();
        var model = chart.Model with
        {
            Title = beside is null ? chart.Model.Title : $"{chart.Model.Title}, beside {beside.Name}",
            Series = [.. shown.Select(l => l.Series)],
        };
        var notes = new List<string>();
        if (chart.Section.Id == FittedSection)
            notes.Add(
                "Fitted over all years that the families of evidence have: over other years it is fitted anew, and its scale moves. Heights of two pairs are not on one scale."
            );
        if (beside is not null && other is null)
            notes.Add($"Of {beside.Name} there is no such series: {Why(beside, chart)}.");
        return new()
        {
            Of = chart,
            Model = model,
            From = from,
            To = to,
            All = all,
            Beside = other,
            BesideName = beside?.Name,
            Missing =
                shown.Count > 0
                    ? null
                    : $"No figure from {Year(from)} to {Year(to)}; the series runs from {Year(chart.First)} to {Year(chart.Last)}.",
            Summary = PairSentences.Of(model, shown, beside?.Name),
            Notes = notes,
        };
    }

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<PairLine> Lines(PairPage page, SectionChart chart, bool beside, bool named)
    {
        var codes = $"{page.Profile.First.Code}–{page.Profile.Second.Code}";
        foreach (var series in chart.Model.Series)
            yield return new(beside, page.Name, named ? series with { Name = $"{codes}: {series.Name}" } : series);
    }

    private static ChartSeries Cut(ChartSeries series, int from, int to) =>
        series with
        {
            Points = [.. series.Points.Where(p => p.X >= from && p.X < to + 1)],
        };

    private static string Why(PairPage page, SectionChart chart) =>
        page.Profile.Sections.FirstOrDefault(s => s.Id == chart.Section.Id)?.Missing is [var gap, ..]
            ? $"{gap.What}: {gap.Why}"
            : "the record holds no figures for more than one year";
}
