using Entente.Quantities;

namespace Entente.Checking.Evaluating;

/// <summary>
/// What a state bought from all others, or traded with them, by what every other reports of its exports to it: for shares of imports and of
/// trade, where its own total of imports is not recorded.
/// </summary>
internal static class MirrorTotal
{
    /// <summary>How much of the sum may be of other years than the one asked, for those who have not reported it.</summary>
    private const double MostOfOtherYears = 0.1;

    /// <summary>Of so many states' reports at least must it be the sum: a few partners' exports are no total, and a share of them no share.</summary>
    private const int FewestStates = 50;

    public static IEnumerable<Answer> Of(MeasureCall call, EvaluationContext context)
    {
        var trade = call.Measure.Id == "trade";
        var state = trade ? call.First : call.Second;
        var partner = trade ? call.Second : call.First;
        if (
            state is null or MeasureCall.World
            || partner is not (null or MeasureCall.World)
            || call is not { Item: null or "total", Period.Kind: PeriodKind.Year, Measure.Id: "trade" or "imports" }
            || !context.Measures.ById.TryGetValue("exports", out var exports)
        )
            yield break;
        var sold = trade ? MeasureLookup.Evaluate(call with { Measure = exports, First = state, Second = null }, context).Answers : [];
        foreach (var source in MirrorRank.Rows(context, null, state).GroupBy(r => r.Source))
        {
            var table = MirrorRank.Table(source, call.Period, static r => r.Subject);
            double now = 0,
                others = 0;
            Record.Observation? largest = null;
            foreach (var row in table.Values)
            {
                if (!row.Period!.SameDays(call.Period))
                {
                    others += row.Value.Value;
                    continue;
                }
                now += row.Value.Value;
                if (largest is null || row.Value.Value > largest.Value.Value)
                    largest = row;
            }
            var own = trade ? sold.FirstOrDefault(a => a.Decides && !a.Mirror && a.Source == source.Key)?.Number : null;
            if (
                largest is null
                || table.Count < FewestStates
                || others > MostOfOtherYears * (now + others)
                || (trade && own?.Unit != largest.Unit)
            )
                continue;
            var total = now + others + (own?.Best ?? 0);
            var note = $"by the exports of {table.Count} states";
            yield return RowAnswers.Of(largest, call.Label(), state) with
            {
                Value = new NumberAnswer(Numerics.Intervals.Interval.Point(total), total, largest.Unit),
                Kind = AnswerKind.Estimated,
                // A flow's mirror goes with the mirror of its whole; trade is put together from both sides anyway.
                Mirror = !trade,
                BothBooks = trade,
                Reporter = null,
                Note = note,
                Derivation = new()
                {
                    Op = call.Label(),
                    Args = [RankRule.Leaf(largest)],
                    Value = total,
                    Unit = largest.Unit.Symbol,
                    Note = note,
                },
            };
        }
    }
}
