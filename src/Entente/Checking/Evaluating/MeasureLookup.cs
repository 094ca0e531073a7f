using Entente.Numerics.Intervals;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>Answers a measure for its period: rows as they stand, sums of months, differences of cumulative figures, exports plus imports, bounds.</summary>
internal static class MeasureLookup
{
    public static Evaluation Evaluate(MeasureCall call, EvaluationContext context) =>
        context.Memo is { } memo ? memo.Measure(call, context, Look) : Look(call, context);

    private static Evaluation Look(MeasureCall call, EvaluationContext context)
    {
        var frame = new Evaluation
        {
            Measure = call.Measure,
            PointOfView = call.PointOfView,
            Period = call.Period,
        };
        var rows = context.Memo is { } memo ? memo.Series(call, context, KnownRows) : KnownRows(call, context);
        if (call.Period is null && call.Measure.Cumulative)
            return frame with { Abstention = new("no-period", $"{call.Measure.Id} is asked without a period, and none stands near") };

        var answers = new List<Answer>();
        if (call.Period is null || call.IsTimeless)
            answers.AddRange(Latest(call, rows));
        else
        {
            foreach (var (row, negate) in rows)
                if (Matches(call, row))
                    answers.Add(Answer(call, row, negate));
            if (call.Measure.Cumulative)
                AddComputed(call, rows, context, answers);
            else if (call.Measure.Dimension == Dimension.Price && answers.Count == 0)
                AddMeans(call, rows, answers);
        }
        if (!answers.Any(a => a.Decides) && call.Period is not null && call.Measure.Cumulative)
        {
            answers.AddRange(PeriodBounds(call, rows));
            answers.AddRange(ItemBounds.Of(call, context));
        }
        var kept = Finest.Of(answers);
        if (kept.Any(a => a.Decides || a.Kind is AnswerKind.Mixed or AnswerKind.Estimated))
            return frame with { Answers = kept };
        return frame with { Answers = kept, Abstention = Why(call, rows) };
    }

    private static (Observation Row, bool Negate)[] KnownRows(MeasureCall call, EvaluationContext context) =>
        [
            .. call.Rows(context.Record)
                .Where(r =>
                    RowAnswers.Known(r.Row, context.AsOf, call.IsStock) && !r.Row.Basis.StartsWith("forecast", StringComparison.Ordinal)
                ),
        ];

    /// <summary>The rows' periods, nearest first, for "not recorded for 2022; 2021 is".</summary>
    private static Abstention Why(MeasureCall call, (Observation Row, bool Negate)[] rows)
    {
        if (rows.Length == 0)
            return new("not-recorded", $"the record holds no {Describe(call with { Period = null })}");
        var nearest = rows.Where(r => r.Row.Period is not null)
            .Select(r => r.Row.Period!)
            .Distinct()
            .OrderBy(p =>
                call.Period is null
                    ? 0
                    : Math.Abs(NodaTime.Period.DaysBetween(call.Period.Start, p.Start))
                        + Math.Abs(NodaTime.Period.DaysBetween(call.Period.End, p.End))
            )
            .Take(3)
            .Select(p => p.Text);
        return new("no-data", $"the record holds no {Describe(call)}, only {string.Join(", ", nearest)}");
    }

    private static string Describe(MeasureCall call) => call.Label();

    private static bool Matches(MeasureCall call, Observation row)
    {
        if (row.Period is null || call.Period is null)
            return false;
        if (row.Period.SameDays(call.Period))
            return true;
        // A month's price is not the year's; and what was computed is for the span that it was computed for.
        if (call.Measure.Dimension == Dimension.Price || (row.Derived && row.Unit.Dimension == Dimension.Share))
            return false;
        // A stock on a day of the year asked, or the year's figure for a month asked.
        return call.IsStock && (call.Period.Contains(row.Period) || row.Period.Contains(call.Period));
    }

    private static Answer Answer(MeasureCall call, Observation row, bool negate)
    {
        var answer = RowAnswers.Of(row, call.With(row.Period ?? call.Period).Label(), call.PointOfView, negate: negate);
        // Services, seasonally adjusted and other cuts answer another question than the bare word; yuan totals are the same question.
        return
            RowAnswers.IsPlain(row.Basis)
            || (call.Item is not null && row.Item == call.Item && !row.Basis.Contains("adjusted", StringComparison.Ordinal))
            || !call.Measure.TakesItem
            || answer.Contested
            ? answer
            : answer with
            {
                Kind = AnswerKind.Informs,
                Note = row.Basis,
            };
    }

    private static IEnumerable<Answer> Latest(MeasureCall call, (Observation Row, bool Negate)[] rows)
    {
        foreach (var bySource in rows.GroupBy(r => (r.Row.Source, r.Row.Unit.Symbol)))
        {
            var latest = call.IsTimeless ? null : bySource.Max(r => r.Row.Period);
            foreach (var (row, negate) in bySource)
                if (call.IsTimeless || Equals(row.Period, latest))
                    yield return Answer(call, row, negate) with
                    {
                        Note = row.Note,
                    };
        }
    }

    private static void AddComputed(
        MeasureCall call,
        (Observation Row, bool Negate)[] rows,
        EvaluationContext context,
        List<Answer> answers
    )
    {
        var held = answers.Where(a => a.Decides).Select(a => (a.Source, a.Number!.Unit.Symbol)).ToHashSet();
        foreach (
            var series in rows.Where(r => r.Row.Period is not null && r.Row.Bound == Bound.Exact && RowAnswers.IsPlain(r.Row.Basis))
                .GroupBy(r => (r.Row.Source, r.Row.Unit.Symbol, r.Row.Subject))
        )
        {
            if (held.Contains((series.Key.Source, series.Key.Symbol)))
                continue;
            if (Tiling.Sum(call, [.. series]) is { } sum)
                answers.Add(sum);
            else if (Tiling.Difference(call, [.. series]) is { } difference)
                answers.Add(difference);
        }
        if (call.Measure.Id is "trade" or "balance" && call.First is not null)
            answers.AddRange(Components.Of(call, context).Where(a => !held.Contains((a.Source, a.Number!.Unit.Symbol))));
        if (!answers.Any(a => a.Decides))
            answers.AddRange(MirrorTotal.Of(call, context));
    }

    /// <summary>The plain mean of the months, where every month is there; the months themselves inform.</summary>
    private static void AddMeans(MeasureCall call, (Observation Row, bool Negate)[] rows, List<Answer> answers)
    {
        var inside = rows.Where(r =>
                r.Row.Period is { Kind: PeriodKind.Month } month && call.Period!.Contains(month) && r.Row.Bound == Bound.Exact
            )
            .ToArray();
        foreach (var series in inside.GroupBy(r => (r.Row.Source, r.Row.Unit.Symbol, r.Row.Basis)))
            if (Tiling.Sum(call, [.. series]) is { Number: { } sum } total)
            {
                var months = total.Derivation.Args.Count;
                var mean = new NumberAnswer(new Interval(sum.Range.Low / months, sum.Range.High / months), sum.Best / months, sum.Unit);
                answers.Add(
                    total with
                    {
                        Value = mean,
                        Note = "mean of the months",
                        Derivation = total.Derivation with { Value = mean.Best, Note = "mean of the months" },
                    }
                );
            }
    }

    /// <summary>A part of the year is at most the year; the year is at least its part. Not for balances, whose months may have either sign.</summary>
    private static IEnumerable<Answer> PeriodBounds(MeasureCall call, (Observation Row, bool Negate)[] rows)
    {
        if (call.Measure.Id == "balance")
            yield break;
        foreach (var (row, _) in rows)
        {
            if (
                row.Period is null
                || row.Bound is Bound.LessThan or Bound.Nearly
                || !RowAnswers.IsPlain(row.Basis)
                || row.Unit.Dimension is Dimension.Rate or Dimension.Share or Dimension.Price
            )
                continue;
            var part = call.Period!.Contains(row.Period);
            if (!part && !row.Period.Contains(call.Period))
                continue;
            if (!part && row.Bound != Bound.Exact)
                continue;
            var answer = RowAnswers.Of(row, call.With(row.Period).Label(), call.PointOfView, AnswerKind.Bound);
            var range = answer.Number!.Range;
            var bound = part ? new Interval(range.Low, double.PositiveInfinity) : new Interval(0, range.High);
            yield return answer with
            {
                Value = answer.Number with { Range = bound },
                Note = part ? $"{row.Period.Text} alone, a part of {call.Period.Text}" : $"all of {row.Period.Text}",
            };
        }
    }
}
