using System.Globalization;
using Entente.Reports.Charts;

namespace Entente.Web.Pairs;

/// <summary>What a chart of a pair says, in sentences: for those who do not see it.</summary>
internal static class PairSentences
{
    /// <summary>More lines than these are named with their years only.</summary>
    private const int MostTold = 4;

    public static string Of(ChartModel model, IReadOnlyList<PairLine> lines, string? beside)
    {
        if (lines.Count == 0)
            return "Nothing is recorded in these years.";
        var told = lines.Where(l => !l.Beside).Take(MostTold).Select(l => Line(model, l.Series)).ToList();
        if (lines.Count(l => !l.Beside) is var own && own > MostTold)
            told.Add($"{PairCharts.Year(own - MostTold)} more lines");
        var text = told.Count > 0 ? string.Join("; ", told) + "." : "Nothing is recorded of the pair in these years.";
        if (beside is null)
            return text;
        var others = lines.Where(l => l.Beside).Take(MostTold).Select(l => Line(model, l.Series)).ToList();
        text += others.Count > 0 ? $" Beside it {beside}: {string.Join("; ", others)}." : $" Of {beside} there is nothing in these years.";
        return Ratio(lines) is { } ratio ? $"{text} {ratio}" : text;
    }

    private static string Line(ChartModel model, ChartSeries series)
    {
        var (first, last) = (series.Points[0], series.Points[^1]);
        string Number(ChartPoint point) => ChartNumber.Format(point.Value, model);
        if (series.Points.Count == 1)
            return $"{series.Name}: {Number(last)} in {last.At}";
        var highest = series.Points.MaxBy(p => p.Value)!;
        var text = $"{series.Name}: {Number(first)} in {first.At}, {Number(last)} in {last.At}";
        return highest == first || highest == last ? text : $"{text}, highest {Number(highest)} in {highest.At}";
    }

    /// <summary>The first line of each pair in the last year that both have.</summary>
    private static string? Ratio(IReadOnlyList<PairLine> lines)
    {
        foreach (var own in lines.Where(l => !l.Beside))
        foreach (var other in lines.Where(l => l.Beside))
        {
            var values = other.Series.Points.ToDictionary(p => p.At, p => p.Value, StringComparer.Ordinal);
            if (own.Series.Points.LastOrDefault(p => values.ContainsKey(p.At)) is not { } point)
                continue;
            var (one, two) = (point.Value, values[point.At]);
            if (!(one > 0 && two > 0))
                return null;
            var times = one / two;
            return times >= 1
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"In {point.At}, {own.Series.Name} is {times:0.##} times {other.Series.Name}."
                )
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"In {point.At}, {other.Series.Name} is {1 / times:0.##} times {own.Series.Name}."
                );
        }
        return null;
    }
}
