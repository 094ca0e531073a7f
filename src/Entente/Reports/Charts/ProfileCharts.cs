using System.Globalization;
using Entente.Profiles;
using Entente.Reports.Profile;

namespace Entente.Reports.Charts;

/// <summary>The charts of a profile's sections, with the landmarks that fall into their years.</summary>
public static class ProfileCharts
{
    /// <summary>All charts of a profile, section by section; ids are the section's with a number, `trade-1`.</summary>
    public static IEnumerable<(ProfileSection Section, ChartModel Chart)> Of(PairProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        foreach (var section in profile.Sections)
        foreach (var chart in Of(profile, section))
            yield return (section, chart);
    }

    public static IReadOnlyList<ChartModel> Of(PairProfile profile, ProfileSection section)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(section);
        return [.. section.Charts.Select((c, i) => Of(profile, section, c, i))];
    }

    private static ChartModel Of(PairProfile profile, ProfileSection section, ProfileChart chart, int index)
    {
        var from = chart.Lines.Min(l => l.Points[0].Year);
        var to = chart.Lines.Max(l => l.Points[^1].Year);
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{section.Id}-{index + 1}"),
            Form = ChartForm.Lines,
            Title = chart.Title,
            Unit = chart.Unit,
            Across = "Year",
            Series =
            [
                .. chart.Lines.Select(l => new ChartSeries
                {
                    Name = l.Name,
                    Source = l.Cite.Source,
                    Vintage = l.Cite.Published,
                    Url = l.Cite.Url,
                    Points =
                    [
                        .. l.Points.Select(p => new ChartPoint
                        {
                            At = PairEvents.Year(p.Year),
                            X = p.Year,
                            Value = p.Value,
                            Low = p.Low,
                            High = p.High,
                        }),
                    ],
                }),
            ],
            Events = Events(profile.Landmarks, from, to),
            Summary = Summary(chart),
        };
    }

    private static IReadOnlyList<ChartEvent> Events(IReadOnlyList<ProfileEntry> landmarks, int from, int to) =>
        [
            .. landmarks
                .Select(e => (Entry: e, At: ChartTime.Of(e.Date)))
                .Where(e => e.At is { } at && at >= from && at < to + 1)
                .Select(e => new ChartEvent
                {
                    At = e.Entry.Date,
                    X = e.At!.Value,
                    Text = e.Entry.Text,
                    Source = e.Entry.Cite?.Source,
                    Url = e.Entry.Cite?.Url,
                }),
        ];

    private static string Summary(ProfileChart chart) =>
        string.Join(
            "; ",
            chart.Lines.Select(l =>
                $"{l.Name}: {ProfileWords.Number(l.Points[0].Value, chart.Unit)} in {l.Points[0].Year}, {ProfileWords.Number(l.Points[^1].Value, chart.Unit)} in {l.Points[^1].Year}"
            )
        ) + ".";
}
