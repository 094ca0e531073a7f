using Entente.Claims.Language;
using Entente.Measures;
using Entente.Numerics.Intervals;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>A place in an order: as printed, or counted over the recorded values with what is not recorded kept open.</summary>
internal static class RankRule
{
    public static Evaluation Evaluate(Call call, Evaluator evaluator, Period? at)
    {
        var context = evaluator.Context;
        var subject = Arguments.Positional(call).Select(Arguments.NameOf).FirstOrDefault();
        var by = Arguments.Named(call, "by") is { } b ? Arguments.NameOf(b) ?? (b as Call)?.Function : null;
        if (subject is null || by is null || !context.Measures.ById.TryGetValue(by, out var measure))
            return Evaluation.Abstain("no-measure", $"a rank needs who is ranked and by what measure, found '{by ?? "nothing"}'");
        if (at is null && measure.Cumulative)
            return Evaluation.Abstain("no-period", "a rank is claimed without a period, and none stands near");
        var among = Among.Of(
            Arguments.Named(call, "among"),
            Arguments.Named(call, "item") is { } i ? Arguments.NameOf(i) : null,
            context,
            at
        );
        var lowest = Arguments.Named(call, "order") is { } order && Arguments.NameOf(order) == "lowest";
        var label = $"rank of {subject} by {by}{(among.Center is null ? "" : $" with {among.Center}")}{(at is null ? "" : $", {at.Text}")}";

        var answers = new List<Answer>();
        if (!lowest)
            answers.AddRange(Published(subject, measure, among, at, context, label));
        answers.AddRange(Counted(subject, measure, among, at, context, lowest, label));
        if (
            !lowest
            && among is { Center: { } center, Item: null or "total" }
            && at is { Kind: PeriodKind.Year }
            && !answers.Any(a => a.Decides)
        )
            answers.AddRange(MirrorRank.Of(subject, among.Measure ?? measure.Id, center, at, context, label));
        foreach (var other in measure.OtherReadings)
            if (context.Measures.ById.TryGetValue(other, out var reading))
                answers.AddRange(
                    Latest(Counted(subject, reading, among, null, context, lowest, $"rank of {subject} by {other}"))
                        .Select(a => a with { Kind = AnswerKind.Informs, Note = $"by {other.Replace('_', ' ')}" })
                );
        return new()
        {
            Answers = answers,
            Abstention = answers.Any(a => a.Decides || a.BothBooks)
                ? null
                : new("no-data", $"no {label} is recorded, and not enough values to count it"),
            Measure = measure,
            PointOfView = among.Center ?? subject,
            Period = at,
        };
    }

    private static IEnumerable<Answer> Published(
        string subject,
        MeasureDefinition measure,
        Among among,
        Period? at,
        EvaluationContext context,
        string label
    )
    {
        var whole = among.Center ?? (among.Explicit is null ? MeasureCall.World : null);
        if (whole is null)
            yield break;
        var of = among.Measure ?? measure.Id;
        foreach (var kind in new[] { "rank", "rank_within", "rank_not_within" })
        foreach (
            var row in context.Record.Find(
                new()
                {
                    Measure = kind,
                    Of = of,
                    Subject = subject,
                    Object = whole,
                }
            )
        )
        {
            if (row.Period is null || at is null || !RowAnswers.Known(row, context.AsOf, stock: false) || !ItemFits(among.Item, row.Item))
                continue;
            var answer = RowAnswers.Of(row, label, among.Center ?? subject);
            var place = row.Value.Value;
            var range = kind switch
            {
                "rank_within" => new Interval(1, place),
                "rank_not_within" => new Interval(place + 1, double.PositiveInfinity),
                _ => Interval.Point(place),
            };
            answer = answer with
            {
                Value = new NumberAnswer(range, place, Units.Rank),
                Kind = kind == "rank" ? answer.Kind : AnswerKind.Bound,
            };
            if (row.Period.SameDays(at))
                yield return answer;
            else if (at.Contains(row.Period) || Math.Abs(row.Period.Start.Year - at.Start.Year) <= 1)
                yield return answer with
                {
                    Kind = AnswerKind.Informs,
                    Note = row.Period.Text,
                };
        }
    }

    /// <summary>Another reading informs with its latest table, for whichever period that is.</summary>
    private static IEnumerable<Answer> Latest(IEnumerable<Answer> answers) => answers.OrderByDescending(a => a.Period).Take(1);

    private static bool ItemFits(string? asked, string item) => asked is null or "total" ? item is "" or "total" or "goods" : item == asked;

    private static IEnumerable<Answer> Counted(
        string subject,
        MeasureDefinition measure,
        Among among,
        Period? at,
        EvaluationContext context,
        bool lowest,
        string label
    )
    {
        var rows = Candidates(measure, among, context)
            .Where(r => r.Row.Unit.Dimension == measure.Dimension || measure.Dimension is Dimension.Mass)
            .Where(r =>
                RowAnswers.Known(r.Row, context.AsOf, !measure.Cumulative)
                && (RowAnswers.IsPlain(r.Row.Basis) || r.Row.Basis == "ppp")
                && InPeriod(r.Row, measure, at)
            );
        foreach (var table in rows.GroupBy(r => (r.Row.Source, r.Row.Unit.Symbol, r.Row.Period?.Text)))
        {
            var values = table
                .GroupBy(r => r.Who)
                .ToDictionary(g => g.Key, g => Hull(g.Select(r => RowAnswers.Number(r.Row))), StringComparer.Ordinal);
            if (!values.TryGetValue(subject, out var own))
                continue;
            var total =
                values.GetValueOrDefault(MeasureCall.World)
                ?? (measure.WorldTotal is { } all ? new NumberAnswer(Interval.Point(all), all, own.Unit) : null);
            var others = values
                .Where(v => v.Key != subject && v.Key != MeasureCall.World && (among.Explicit?.Contains(v.Key) ?? IsState(v.Key)))
                .ToArray();
            var better = others.Where(o => lowest ? o.Value.Range.High < own.Range.Low : o.Value.Range.Low > own.Range.High).ToArray();
            var even = others.Count(o => o.Value.Range.Overlaps(own.Range));
            var missing = Missing(subject, own, total, others, among, lowest);
            var low = 1 + better.Length;
            var high = double.IsInfinity(missing) ? missing : low + even + missing;
            var first = table.First(r => r.Who == subject).Row;
            var parts = better
                .OrderByDescending(o => o.Value.Best)
                .Take(5)
                .Select(o => Leaf(table.First(r => r.Who == o.Key).Row))
                .Prepend(Leaf(first))
                .ToList();
            var known = RowAnswers.Of(first, label, subject);
            yield return known with
            {
                Value = new NumberAnswer(new Interval(low, high), low, Units.Rank),
                Kind = high == low ? AnswerKind.Computed : AnswerKind.Bound,
                Room = high == low ? Room(own.Best, others.Select(o => o.Value.Best), measure.NormalGap, lowest) : null,
                Note = $"{others.Length + 1} states recorded",
                Derivation = new()
                {
                    Op = label,
                    Args = parts,
                    Value = low,
                    Unit = "rank",
                    Note =
                        $"{others.Length + 1} values by {table.Key.Source}{(double.IsInfinity(high) ? "; others are not recorded" : "")}",
                },
            };
        }
    }

    /// <summary>The first and the last place that a value has among others if each may be off by a part of itself.</summary>
    public static Interval Room(double own, IEnumerable<double> others, double gap, bool lowest = false)
    {
        var (first, last) = (1, 1);
        foreach (var other in others)
        {
            var (ahead, behind) = lowest ? (own, other) : (other, own);
            if (ahead > behind * (1 + gap))
                first++;
            if (ahead > behind / (1 + gap))
                last++;
        }
        return new Interval(first, last);
    }

    /// <summary>How many unrecorded others could stand before the subject: none where what is left of the world's total is smaller than the subject's own.</summary>
    private static double Missing(
        string subject,
        NumberAnswer own,
        NumberAnswer? total,
        KeyValuePair<string, NumberAnswer>[] others,
        Among among,
        bool lowest
    )
    {
        if (among.Explicit is { } named)
            return named.Count(n => n != subject && !others.Any(o => o.Key == n));
        if (lowest || total is null || own.Range.Low <= 0)
            return double.PositiveInfinity;
        var left = total.Range.High - own.Range.Low - others.Sum(o => o.Value.Range.Low);
        return Math.Max(0, Math.Floor(left / own.Range.Low));
    }

    private static IEnumerable<(string Who, Observation Row)> Candidates(MeasureDefinition measure, Among among, EvaluationContext context)
    {
        if (among.Center is { } center)
        {
            var id = among.Measure ?? measure.Id;
            // Suppliers and buyers are the partners of one flow; the centre's own statistics name them all alike.
            foreach (var row in context.Record.Find(new() { Measure = id, Subject = center }))
                if (row.Object is { } partner && ItemFits(among.Item, row.Item))
                    yield return (partner, row);
            yield break;
        }
        foreach (var row in context.Record.Find(new() { Measure = measure.Id }))
            if (
                row.Object is null or MeasureCall.World
                    // A measure that takes no item has the same one in all its rows (arms).
                    ? ItemFits(among.Item, row.Item) || (among.Item is null && !measure.TakesItem)
                    : measure.Parties == Parties.State && ItemFits(among.Item, row.Item)
            )
                yield return (row.Subject, row);
    }

    private static bool InPeriod(Observation row, MeasureDefinition measure, Period? at) =>
        at is null
            ? row.Period is not null
            : row.Period is not null
                && (
                    row.Period.SameDays(at)
                    || (
                        !measure.Cumulative
                        && !(row.Derived && row.Unit.Dimension == Dimension.Share)
                        && (at.Contains(row.Period) || row.Period.Contains(at))
                    )
                );

    private static NumberAnswer Hull(IEnumerable<NumberAnswer> values)
    {
        var all = values.ToArray();
        return all.Length == 1
            ? all[0]
            : new(new Interval(all.Min(v => v.Range.Low), all.Max(v => v.Range.High)), all[0].Best, all[0].Unit);
    }

    /// <summary>Codes of states have three letters; blocs, currency areas and what is not specified are counted among states by nobody.</summary>
    public static bool IsState(string code) =>
        code.Length == 3 && code.All(char.IsAsciiLetterUpper) && code is not ("WLD" or "SCO" or "GCC" or "CIS" or "EMU" or "NES");

    public static Derivation Leaf(Observation row) =>
        new()
        {
            Op = $"{row.Measure}({row.Subject}{(row.Object is null ? "" : $", {row.Object}")}, {row.Period?.Text})",
            Value = row.Value.Value,
            Unit = row.Unit.Symbol,
            Source = RowAnswers.Cite(row),
        };
}

/// <summary>What a rank is taken among: the partners of a state, a named set, or all states.</summary>
internal sealed record Among
{
    /// <summary>The state whose partners are ranked.</summary>
    public string? Center { get; init; }

    /// <summary>`imports` for suppliers, `exports` for buyers; null where the ranking measure says it.</summary>
    public string? Measure { get; init; }

    public string? Item { get; init; }

    public IReadOnlyList<string>? Explicit { get; init; }

    public static Among Of(Expression? expression, string? item, EvaluationContext context, Period? at)
    {
        if (expression is SetLiteral set)
            return new() { Explicit = [.. set.Members.Select(m => Arguments.NameOf(m) ?? "")], Item = item };
        if (expression is not Call call)
            return new() { Item = item };
        var names = Arguments.Positional(call).Select(Arguments.NameOf).Where(n => n is not null).ToArray();
        if (call.Function == "members")
        {
            var members = MembershipRule.Members(call, context, Arguments.PeriodOf(call) ?? at);
            return new() { Explicit = members.Answers.Count > 0 ? ((SetAnswer)members.Answers[0].Value).Members : [], Item = item };
        }
        return new()
        {
            Center = names.FirstOrDefault(),
            Measure = call.Function switch
            {
                "suppliers" => "imports",
                "buyers" => "exports",
                _ => null,
            },
            Item = item ?? names.Skip(1).FirstOrDefault() ?? (Arguments.Named(call, "item") is { } i ? Arguments.NameOf(i) : null),
        };
    }
}
