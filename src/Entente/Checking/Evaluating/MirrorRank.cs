using Entente.Measures;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>
/// A partner's place by what every state reports of its own exports: to the centre for suppliers, both ways for partners in trade. Used
/// where the centre's own table is not recorded; it may bear a place out and refutes none, since the two sides' books differ.
/// </summary>
internal static class MirrorRank
{
    private const int YearsAround = 3;

    /// <summary>Of a partner that reports nothing: how many times the centre's exports to it its own may be.</summary>
    private const double MostLopsided = 4;

    public static IEnumerable<Answer> Of(string subject, string measure, string center, Period at, EvaluationContext context, string label)
    {
        var gap = context.Measures.ById.GetValueOrDefault(measure)?.NormalGap ?? 0.10;
        if (measure is not ("imports" or "trade") || subject == center)
            yield break;
        var own = measure == "trade" ? Rows(context, center, null) : [];
        foreach (var source in Rows(context, null, center).GroupBy(r => r.Source))
        {
            var toCenter = Table(source, at, static r => r.Subject);
            var fromCenter = Table(own.Where(r => r.Source == source.Key), at, static r => r.Object ?? "");
            if (measure == "trade" && !(fromCenter.TryGetValue(subject, out var to) && to.Period!.SameDays(at)))
                continue;
            if (!toCenter.TryGetValue(subject, out var reported) || reported.Period is null || !reported.Period.SameDays(at))
                continue;
            var value = reported.Value.Value + (fromCenter.TryGetValue(subject, out var sold) ? sold.Value.Value : 0);
            if (value <= 0)
                continue;
            var (place, open) = (1, false);
            var better = new List<Observation>();
            var sums = new List<double>();
            foreach (var (who, row) in toCenter)
            {
                if (who == subject)
                    continue;
                var other = row.Value.Value + (fromCenter.TryGetValue(who, out var flow) ? flow.Value.Value : 0);
                sums.Add(other);
                if (row.Period!.SameDays(at))
                {
                    if (other > value)
                    {
                        place++;
                        better.Add(row);
                    }
                }
                // Who has not reported yet stood somewhere in the years around: near the subject, the place is open.
                else if (other > 2 * value)
                {
                    place++;
                    better.Add(row);
                }
                else if (other > value / 2)
                    open = true;
            }
            foreach (var (who, row) in fromCenter)
                if (who != subject && !toCenter.ContainsKey(who) && row.Value.Value * (1 + MostLopsided) > value)
                    open = true;
            if (open)
                continue;
            var known = RowAnswers.Of(reported, label, subject);
            yield return known with
            {
                Value = new NumberAnswer(Numerics.Intervals.Interval.Point(place), place, Units.Rank),
                Kind = AnswerKind.Estimated,
                Room = RankRule.Room(value, sums, gap),
                BothBooks = true,
                Mirror = false,
                Reporter = null,
                Note = "by each side's own exports",
                Derivation = new()
                {
                    Op = label,
                    Args = [.. better.OrderByDescending(r => r.Value.Value).Take(5).Prepend(reported).Select(RankRule.Leaf)],
                    Value = place,
                    Unit = "rank",
                    Note = $"{toCenter.Count} states' own exports by {source.Key}",
                },
            };
        }
    }

    public static List<Observation> Rows(EvaluationContext context, string? seller, string? buyer)
    {
        var rows = new List<Observation>();
        foreach (
            var row in context.Record.Find(
                new()
                {
                    Measure = "exports",
                    Subject = seller,
                    Object = buyer,
                }
            )
        )
            if (
                row is { Period.Kind: PeriodKind.Year, Bound: Bound.Exact, Item: "" or "total" or "goods", Unit.Symbol: "USD" }
                && RowAnswers.IsPlain(row.Basis)
                && RankRule.IsState(row.Subject)
                && (row.Object is null || RankRule.IsState(row.Object))
                && row.Reporter == row.Subject
                && RowAnswers.Known(row, context.AsOf, stock: false)
            )
                rows.Add(row);
        return rows;
    }

    /// <summary>Of each party the row of the period asked, or else of the nearest year around.</summary>
    public static Dictionary<string, Observation> Table(IEnumerable<Observation> rows, Period at, Func<Observation, string> who)
    {
        var table = new Dictionary<string, Observation>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var away = Away(row, at);
            if (away <= YearsAround && (!table.TryGetValue(who(row), out var held) || away < Away(held, at)))
                table[who(row)] = row;
        }
        return table;
    }

    private static int Away(Observation row, Period at) => Math.Abs(row.Period!.Start.Year - at.Start.Year);
}
