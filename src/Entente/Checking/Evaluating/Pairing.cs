using Entente.Claims.Language;
using Entente.Measures;
using Entente.Numerics.Intervals;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>Puts the answers of two sub-expressions together: figures of one authority with each other, and across authorities only where there is no other way.</summary>
internal static class Pairing
{
    public static IReadOnlyList<Answer> Combine(
        Evaluation left,
        Evaluation right,
        Func<NumberAnswer, NumberAnswer, NumberAnswer?> join,
        string label,
        string? note = null,
        bool sameCurrency = true
    )
    {
        var results = new List<Answer>();
        foreach (var a in left.Answers)
        foreach (var b in right.Answers)
        {
            if (
                !a.IsConstant
                && !b.IsConstant
                && (a.Source != b.Source || a.Mirror != b.Mirror || a.BothBooks != b.BothBooks || a.Terms != b.Terms)
            )
                continue;
            if (Join(a, b, join, label, note, sameCurrency, mixed: false) is { } answer)
                results.Add(answer);
        }
        if (results.Any(a => a.Decides))
            return Finest.Of(results);
        // No authority answers both: the leads together, marked as what they are.
        var (first, second) = (LeadOrLoose(left), LeadOrLoose(right));
        if (
            first is not null
            && second is not null
            && (first.Source != second.Source || !first.Decides || !second.Decides)
            && Join(first, second, join, label, note, sameCurrency, mixed: true) is { } mixed
        )
            results.Add(mixed);
        return Finest.Of(results);
    }

    /// <summary>As <see cref="Lead"/>, or else the best figure that was put together across authorities.</summary>
    public static Answer? LeadOrLoose(Evaluation evaluation) =>
        Lead(evaluation)
        ?? Authorities.First(
            evaluation.Answers,
            static a => a.Kind is AnswerKind.Mixed or AnswerKind.Estimated && !a.Contested,
            evaluation.Measure,
            evaluation.PointOfView
        );

    public static Answer? Lead(Evaluation evaluation) =>
        Authorities.First(evaluation.Answers, static a => a.Decides && !a.Contested, evaluation.Measure, evaluation.PointOfView);

    private static Answer? Join(
        Answer a,
        Answer b,
        Func<NumberAnswer, NumberAnswer, NumberAnswer?> join,
        string label,
        string? note,
        bool sameCurrency,
        bool mixed
    )
    {
        if (a.Number is not { } x || b.Number is not { } y)
            return null;
        if (sameCurrency && x.Unit.IsMoney && y.Unit.IsMoney && x.Unit != y.Unit)
            return null;
        if (join(x, y) is not { } value)
            return null;
        var kind =
            mixed ? AnswerKind.Mixed
            : a.IsConstant ? b.Kind
            : b.IsConstant ? a.Kind
            : (AnswerKind)Math.Max((int)AnswerKind.Computed, Math.Max((int)a.Kind, (int)b.Kind));
        return Derive([a, b], value, kind, label, note);
    }

    /// <summary>An answer made of others: the latest publication, the farthest tier, all authorities named.</summary>
    public static Answer Derive(IReadOnlyList<Answer> parts, NumberAnswer value, AnswerKind kind, string label, string? note = null)
    {
        var real = parts.Where(p => !p.IsConstant).ToArray();
        if (real.Length == 0)
            real = [parts[0]];
        var sources = real.Select(p => p.Source).Distinct().ToArray();
        var oneSided = double.IsInfinity(value.Range.Low) || double.IsInfinity(value.Range.High);
        return real[0] with
        {
            Value = value,
            Kind = oneSided && kind < AnswerKind.Bound ? AnswerKind.Bound : kind,
            Source = string.Join(" / ", sources),
            Via = real.Select(p => p.Via).FirstOrDefault(v => v is not null),
            Tier = real.Max(p => p.Tier),
            Published = real.Select(p => p.Published).Where(p => p is not null).DefaultIfEmpty().MaxBy(p => p?.Start),
            Mirror = real.Any(p => p.Mirror),
            Derived = real.Any(p => p.Derived),
            Own = real.Any(p => p.Own),
            Period = real.All(p => Equals(p.Period, real[0].Period)) ? real[0].Period : null,
            Contested = real.Any(p => p.Contested),
            Note = note,
            Derivation = new()
            {
                Op = label,
                Args = [.. parts.Select(p => p.Derivation)],
                Value = value.Best,
                Unit = value.Unit.Symbol,
                Note = note,
            },
        };
    }

    public static Answer Constant(AnswerValue value, string text) =>
        new()
        {
            Value = value,
            Kind = AnswerKind.Published,
            Source = "",
            Tier = Tier.Primary,
            Derivation = new()
            {
                Op = text,
                Value = (value as NumberAnswer)?.Best,
                Unit = (value as NumberAnswer)?.Unit.Symbol,
            },
        };

    public static NumberAnswer? Divide(NumberAnswer x, NumberAnswer y, Unit unit) =>
        y.Best == 0 || !Comparable(x.Unit, y.Unit)
            ? null
            : new(Scaled(x) / Scaled(y), x.Best * x.Unit.ToBase / (y.Best * y.Unit.ToBase), unit);

    private static Interval Scaled(NumberAnswer x) => new(x.Range.Low * x.Unit.ToBase, x.Range.High * x.Unit.ToBase);

    public static bool Comparable(Unit a, Unit b) =>
        a == b || (a.Dimension == b.Dimension && a.Base == b.Base) || (IsPlain(a.Dimension) && IsPlain(b.Dimension));

    /// <summary>Shares, plain numbers, counts and ranks compare as numbers.</summary>
    public static bool IsPlain(Dimension dimension) =>
        dimension
            is Dimension.Number
                or Dimension.Share
                or Dimension.Count
                or Dimension.Rank
                or Dimension.Index
                or Dimension.PercentagePoints;
}

/// <summary>Trade is exports plus imports of one authority; a balance is their difference.</summary>
internal static class Components
{
    public static IEnumerable<Answer> Of(MeasureCall call, EvaluationContext context)
    {
        if (
            !context.Measures.ById.TryGetValue("exports", out var exports) || !context.Measures.ById.TryGetValue("imports", out var imports)
        )
            yield break;
        var partner = call.Second ?? MeasureCall.World;
        foreach (var reporter in new[] { call.First!, partner })
        {
            if (reporter == MeasureCall.World)
                continue;
            var other = reporter == call.First ? partner : call.First!;
            var sold = Own(call with { Measure = exports, First = reporter, Second = other }, reporter, context);
            var bought = Own(call with { Measure = imports, First = other, Second = reporter }, reporter, context);
            var sign = reporter == call.First ? 1 : -1;
            Func<NumberAnswer, NumberAnswer, NumberAnswer?> join =
                call.Measure.Id == "trade"
                    ? (x, y) => x.Unit == y.Unit ? new(x.Range + y.Range, x.Best + y.Best, x.Unit) : null
                    : (x, y) =>
                        x.Unit == y.Unit ? new(sign > 0 ? x.Range - y.Range : y.Range - x.Range, sign * (x.Best - y.Best), x.Unit) : null;
            foreach (
                var answer in Pairing.Combine(
                    sold,
                    bought,
                    join,
                    call.Label(),
                    call.Measure.Id == "trade" ? "exports + imports" : "exports − imports"
                )
            )
                if (answer.Decides && !answer.Source.Contains('/', StringComparison.Ordinal))
                    yield return answer with
                    {
                        Mirror = reporter != call.First,
                    };
        }
        if (partner != MeasureCall.World && call.First != MeasureCall.World)
            foreach (var answer in EachSidesExports(call, exports, context))
                yield return answer;
    }

    /// <summary>
    /// What each side says it sold to the other, added up or set against each other: no side's own figure (both are without freight, and
    /// a side counts its imports otherwise than the other its exports), but nearer than any other year's.
    /// </summary>
    private static IEnumerable<Answer> EachSidesExports(MeasureCall call, Measures.MeasureDefinition exports, EvaluationContext context)
    {
        var (sold, bought) = (Sold(call.First!, call.Second!), Sold(call.Second!, call.First!));
        var sum = call.Measure.Id == "trade";
        foreach (
            var answer in Pairing.Combine(
                sold,
                bought,
                (x, y) =>
                    x.Unit != y.Unit ? null
                    : sum ? new(x.Range + y.Range, x.Best + y.Best, x.Unit)
                    : new(x.Range - y.Range, x.Best - y.Best, x.Unit),
                call.Label(),
                "each side's own exports"
            )
        )
            if (answer.Decides && !answer.Source.Contains('/', StringComparison.Ordinal))
                yield return answer with
                {
                    Kind = AnswerKind.Estimated,
                    BothBooks = true,
                    Reporter = null,
                    Mirror = false,
                };

        Evaluation Sold(string seller, string buyer)
        {
            var flow = call with { Measure = exports, First = seller, Second = buyer };
            var own = MeasureLookup.Evaluate(flow, context);
            return own with { Answers = [.. own.Answers.Where(a => a.Decides && !a.Mirror)] };
        }
    }

    // Only rows under the reporter's own name: a mirror flow is another authority's and would count the same goods at another price.
    private static Evaluation Own(MeasureCall call, string reporter, EvaluationContext context)
    {
        var answers = call.Rows(context.Record)
            .Where(r =>
                r.Row.Subject == reporter
                && r.Row.Period is not null
                && r.Row.Period.SameDays(call.Period!)
                && r.Row.Bound == Bound.Exact
                && RowAnswers.IsPlain(r.Row.Basis)
                && RowAnswers.Known(r.Row, context.AsOf, stock: false)
            )
            .Select(r => RowAnswers.Of(r.Row, call.Label(), reporter));
        return new()
        {
            Answers = Finest.Of([.. answers]),
            Measure = call.Measure,
            PointOfView = reporter,
        };
    }
}

/// <summary>A part is at most the whole, and hardly more than its widest recorded share of it.</summary>
internal static class ItemBounds
{
    /// <summary>Shares move; ten points above the widest recorded one is beyond what a neighbouring year can hide.</summary>
    private const double Margin = 0.10;
    private const int YearsAround = 3;
    private const int PeriodsWanted = 3;

    public static IEnumerable<Answer> Of(MeasureCall call, EvaluationContext context)
    {
        if (call.Item is null or "total" || call.Measure.Id is not ("exports" or "imports") || call.Period is null)
            yield break;
        var whole = call with { Item = null };
        var total = MeasureLookup.Evaluate(whole, context);
        var (widest, periods) = Widest(call, context);
        // One or two months' shares say nothing of a year; three recorded periods show how far it ranges.
        if (periods < PeriodsWanted)
            widest = null;
        foreach (var answer in total.Answers.Where(a => a.Decides))
        {
            var number = answer.Number!;
            var cap = widest is null ? 1 : Math.Min(1, widest.Value.High + Margin);
            var bound = new NumberAnswer(new Interval(0, number.Range.High * cap), number.Best * Math.Min(cap, 1), number.Unit);
            var note = widest is null
                ? $"a part of {whole.Label()}"
                : $"even with {call.Item} at {Figures.Percent(cap)} of the total; recorded shares reach {Figures.Percent(widest.Value.Best)}";
            var parts = widest is null ? [answer] : new[] { answer, RowAnswers.Of(widest.Value.Row, $"share of {call.Item}", null) };
            var derived = Pairing.Derive(parts, bound, AnswerKind.Bound, $"{call.Label()} ≤ {whole.Label()}", note);
            yield return derived with
            {
                Source = answer.Source,
                Mirror = answer.Mirror,
                Tier = answer.Tier,
                Whole = number,
            };
        }
    }

    private static ((double High, double Best, Observation Row)? Share, int Periods) Widest(MeasureCall call, EvaluationContext context)
    {
        (double High, double Best, Observation Row)? widest = null;
        var periods = new HashSet<string>(StringComparer.Ordinal);
        RecordQuery[] queries =
        [
            new()
            {
                Measure = "item_share",
                Of = "exports",
                Subject = call.First,
                Object = call.Second ?? MeasureCall.World,
                Item = call.Item,
            },
            new()
            {
                Measure = "item_share",
                Of = "imports",
                Subject = call.Second,
                Object = call.First ?? MeasureCall.World,
                Item = call.Item,
            },
        ];
        foreach (var query in queries)
        {
            if (query.Subject is null)
                continue;
            foreach (var row in context.Record.Find(query))
            {
                if (
                    row.Period is null
                    || Math.Abs(row.Period.Start.Year - call.Period!.Start.Year) > YearsAround
                    || !RowAnswers.Known(row, context.AsOf, stock: false)
                )
                    continue;
                var high = row.Upper.Value;
                periods.Add(row.Period.Text);
                if (widest is null || high > widest.Value.High)
                    widest = (high, high, row);
            }
        }
        return (widest, periods.Count);
    }
}
