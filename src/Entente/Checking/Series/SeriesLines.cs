using Entente.Checking.Evaluating;
using Entente.Quantities;

namespace Entente.Checking.Series;

/// <summary>Gathers answers into lines: the lead's first, then who speaks to most periods, no more than can be told apart.</summary>
internal sealed class SeriesLines(string? lead)
{
    private const int Most = 6;

    private readonly Dictionary<(string Source, bool Mirror), (Answer Latest, List<SeriesPoint> Points)> deciding = [];
    private readonly Dictionary<(string Source, bool Mirror), (Answer Latest, List<SeriesPoint> Points)> loose = [];

    public void Add(Answer answer, Period period, double value)
    {
        // What only bounds or informs is no figure for the period; what was put together across authorities is shown where nobody decides.
        var into =
            answer.Decides ? deciding
            : answer.Kind is AnswerKind.Mixed or AnswerKind.Estimated ? loose
            : null;
        if (into is null)
            return;
        var key = (answer.Source, answer is { Mirror: true, Reporter: not null });
        if (!into.TryGetValue(key, out var line))
            into[key] = line = (answer, []);
        if (line.Points.Count > 0 && line.Points[^1].Period.Equals(period))
            return;
        line.Points.Add(
            new()
            {
                Period = period,
                Value = value,
                Published = answer.Published?.Text,
                Url = answer.Url,
                Row = RowOf(answer.Derivation),
            }
        );
        into[key] = (answer, line.Points);
    }

    public IReadOnlyList<SeriesLine> Finish()
    {
        var kept = deciding.Count > 0 ? deciding : loose;
        return
        [
            .. kept.OrderByDescending(l => l.Key.Source == lead)
                .ThenBy(l => l.Key.Mirror)
                .ThenByDescending(l => l.Value.Points.Count)
                .ThenBy(l => l.Key.Source, StringComparer.Ordinal)
                .Take(Most)
                .Select(
                    (l, i) =>
                        new SeriesLine
                        {
                            Name = l.Key.Mirror ? $"{l.Key.Source}, {l.Value.Latest.Reporter}" : l.Key.Source,
                            Source = l.Key.Source,
                            Via = l.Value.Latest.Via,
                            Tier = l.Value.Latest.Tier,
                            Lead = i == 0 && l.Key.Source == lead,
                            Points = [.. l.Value.Points.OrderBy(p => p.Period)],
                        }
                ),
        ];
    }

    private static string? RowOf(Derivation derivation)
    {
        if (derivation.Source?.Row is { Length: > 0 } row)
            return row;
        foreach (var arg in derivation.Args)
            if (RowOf(arg) is { } inner)
                return inner;
        return null;
    }
}
