using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>A period from the periods that one authority printed: months that fill it, or one cumulative figure less another.</summary>
internal static class Tiling
{
    public static Answer? Sum(MeasureCall call, IReadOnlyList<(Observation Row, bool Negate)> series)
    {
        var period = call.Period!;
        var byStart = series
            .Where(r => period.Contains(r.Row.Period!))
            .GroupBy(r => r.Row.Period!.Start)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(r => r.Row.Period!.End).ThenBy(r => r.Row.Value.LastDigit).ToArray());
        if (byStart.Count == 0)
            return null;
        var tiles = new List<(Observation Row, bool Negate)>();
        return Fill(period.Start, period.End, byStart, tiles) && tiles.Count > 1
            ? Combine(call, tiles, "sum of the months", static (a, b) => a + b, AnswerKind.Computed)
            : null;
    }

    /// <summary>January–November less January–October is November; authorities revise, so it is an estimate.</summary>
    public static Answer? Difference(MeasureCall call, IReadOnlyList<(Observation Row, bool Negate)> series)
    {
        var period = call.Period!;
        foreach (var whole in series.OrderBy(r => r.Row.Value.LastDigit))
        {
            if (whole.Row.Period!.End != period.End || whole.Row.Period.Start >= period.Start)
                continue;
            foreach (var before in series.OrderBy(r => r.Row.Value.LastDigit))
                if (before.Row.Period!.Start == whole.Row.Period.Start && before.Row.Period.End.PlusDays(1) == period.Start)
                    return Combine(call, [whole, before], "difference of cumulative figures", static (a, b) => a - b, AnswerKind.Estimated);
        }
        return null;
    }

    private static bool Fill(
        LocalDate from,
        LocalDate end,
        Dictionary<LocalDate, (Observation Row, bool Negate)[]> byStart,
        List<(Observation, bool)> tiles
    )
    {
        if (from > end)
            return true;
        if (!byStart.TryGetValue(from, out var candidates) || tiles.Count > 40)
            return false;
        LocalDate? tried = null;
        foreach (var candidate in candidates)
        {
            var to = candidate.Row.Period!.End;
            if (to > end || to == tried)
                continue;
            tried = to;
            tiles.Add(candidate);
            if (Fill(to.PlusDays(1), end, byStart, tiles))
                return true;
            tiles.RemoveAt(tiles.Count - 1);
        }
        return false;
    }

    private static Answer Combine(
        MeasureCall call,
        IReadOnlyList<(Observation Row, bool Negate)> rows,
        string note,
        Func<Entente.Numerics.Intervals.Interval, Entente.Numerics.Intervals.Interval, Entente.Numerics.Intervals.Interval> join,
        AnswerKind kind
    )
    {
        var parts = rows.Select(r => RowAnswers.Of(r.Row, call.With(r.Row.Period).Label(), call.PointOfView, negate: r.Negate)).ToArray();
        var range = parts[0].Number!.Range;
        var best = new Entente.Numerics.Intervals.Interval(parts[0].Number!.Best, parts[0].Number!.Best);
        foreach (var part in parts.Skip(1))
        {
            range = join(range, part.Number!.Range);
            best = join(best, new(part.Number!.Best, part.Number!.Best));
        }
        return Pairing.Derive(parts, new NumberAnswer(range, best.Low, parts[0].Number!.Unit), kind, call.Label(), note);
    }
}
