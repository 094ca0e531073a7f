using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking.Series;

/// <summary>
/// Puts what a claim is about to the record again for the periods around: the same expression with other periods, so that whatever the language
/// can ask has its course.
/// </summary>
internal sealed class SeriesFinder(EvaluationContext context, Names names)
{
    /// <summary>How far back a course goes, and how far beyond the claim.</summary>
    private const int YearsBefore = 10;
    private const int YearsAfter = 2;
    private const int MonthsBefore = 24;
    private const int MonthsAfter = 6;

    /// <summary>A stretch longer than this has no neighbours that do not overlap with it.</summary>
    private const int LongestDays = 366;

    private readonly Evaluator evaluator = new(context);

    public ClaimSeries Of(CheckedClaim claim)
    {
        if (claim.Claim.Assertion is not { } assertion)
            return None("the claim", "not-in-language", "the claim could not be put into the claim language");
        if (ClaimParser.Remembered(assertion).Expression is not { } expression)
            return None("the claim", "not-in-language", "the assertion does not parse");
        if (Asserted.Of(expression) is not { } asserted)
            return None("the claim", "no-figure", "the claim asserts no figure that could be followed over the years");
        if (asserted.Other is { } other)
            return new ComparedSeries(this, names, context).Of(asserted.Value, other);
        return Numeric(asserted, claim);
    }

    public static ClaimSeries None(string what, string code, string why) => new() { What = what, Reason = new(code, why) };

    private ClaimSeries Numeric(Asserted asserted, CheckedClaim claim)
    {
        var (value, claimed) = (asserted.Value, asserted.Claimed!);
        var standing = asserted.Target ? "claimed as a target" : "claimed";
        var what = SeriesWords.Of(value, names, context.Measures);
        if (value is Call { Function: "days" or "weeks" or "months" or "years" or "date" or "event" or "office" or "entry" or "exit" })
            return None(what, "no-series", "a date or the time between two has no course over the years");
        if (SeriesPeriods.Several(value, context.Measures) is { } change)
            return new ChangeSeries(this, names, context).Of(change, claimed);
        var periods = SeriesPeriods.Of(value);
        if (periods.Count > 1)
            return None(what, "several-periods", "the claim sets figures of different periods against each other");
        if (periods.Count == 0)
        {
            if (MeasureCall.Of(value, context.Measures, null) is { IsTimeless: true })
                return None(what, "timeless", "a length or an area is the same in every year");
            if (value is not Call call || call.Function == "count")
                return None(what, "no-period", "the claim names no period");
            var latest = evaluator.Evaluate(value).Answers.FirstOrDefault(a => a.Decides)?.Period;
            value = SeriesPeriods.With(call, Period.OfYear((latest?.End ?? context.AsOf).Year));
            periods = SeriesPeriods.Of(value);
        }
        var period = periods[0];
        // Windows of several years move on by a year where somebody prints them; what is counted over several years has no neighbours.
        if (
            NodaTime.Period.DaysBetween(period.Start, period.End) > LongestDays
            && MeasureCall.Of(value, context.Measures, null) is not { Measure.Cumulative: false }
        )
            return None(what, "long-period", $"{period.Text} spans several years, which have no neighbours of their length");
        claimed = claimed.Taking(evaluator.Evaluate(value));
        var lead = claim.Evidence.FirstOrDefault(e => e.Lead)?.Source;
        var lines = Lines(value, Years(period), claimed, lead);
        // Flows are printed month by month; a stock on the first of January is a year's.
        if (period.Kind == PeriodKind.Month && Lines(value, Months(period), claimed, lead) is var months && Size(months) > Size(lines))
            lines = months;
        var series = new ClaimSeries
        {
            What = what,
            Expression = value,
            Unit = claimed.Unit.Symbol,
            Signed = Wording.IsSigned(value),
            Period = period,
            Standing = standing,
            Value = claimed.Upper is null ? claimed.Number.Value : null,
            Low = Low(claimed),
            High = High(claimed),
        };
        return Finished(series, lines);
    }

    private static int Size(IReadOnlyList<SeriesLine> lines) => lines.Sum(l => l.Points.Count);

    /// <summary>The series with its lines, or with the reason where they are no course.</summary>
    public static ClaimSeries Finished(ClaimSeries series, IReadOnlyList<SeriesLine> lines)
    {
        if (lines.SelectMany(l => l.Points).DistinctBy(p => p.Period).Take(2).Count() < 2)
            return series with { Reason = new("no-data", $"the record holds no course of {series.What} around {series.Period?.Text}") };
        return series with { Lines = lines };
    }

    public static double Low(Claimed claimed) =>
        claimed.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => double.NegativeInfinity,
            Relation.Greater or Relation.GreaterOrEqual => claimed.Number.Value,
            _ => claimed.Range.Low,
        };

    public static double High(Claimed claimed) =>
        claimed.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => claimed.Number.Value,
            Relation.Greater or Relation.GreaterOrEqual => double.PositiveInfinity,
            _ => claimed.Range.High,
        };

    /// <summary>The periods around one, a year apart; what lies ahead of the day is not asked for, and a claim about the future is led up to from the present.</summary>
    public IEnumerable<Func<Period, Period>> Years(Period around)
    {
        var ahead = Math.Max(0, around.Start.Year - context.AsOf.Year);
        for (var k = -YearsBefore - ahead; k <= YearsAfter; k++)
            if (around.Start.Year + k is var year && year > 1 && year <= context.AsOf.Year)
            {
                var years = k;
                yield return p => p.PlusYears(years);
            }
    }

    private IEnumerable<Func<Period, Period>> Months(Period around)
    {
        for (var k = -MonthsBefore; k <= MonthsAfter; k++)
            if (around.Start.PlusMonths(k) is var month && month <= context.AsOf)
                yield return _ => Period.OfMonth(month.Year, month.Month);
    }

    /// <summary>One line for each authority, its first figure in the order of authority for each period, all in the claim's unit.</summary>
    public IReadOnlyList<SeriesLine> Lines(Expression value, IEnumerable<Func<Period, Period>> shifts, Claimed claimed, string? lead)
    {
        var lines = new SeriesLines(lead);
        foreach (var shift in shifts)
        {
            var shifted = Expressions.Shift(value, shift);
            var evaluation = evaluator.Evaluate(shifted);
            if (SeriesPeriods.Of(shifted) is not [var period, ..])
                continue;
            foreach (var answer in Authorities.Order(evaluation.Answers, evaluation.Measure, evaluation.PointOfView))
                if (
                    answer is { IsConstant: false, Number: { } number }
                    && claimed.Convert(number, context, evaluation.Period) is { } converted
                    && double.IsFinite(converted.Best)
                )
                    lines.Add(answer, period, converted.Best);
        }
        return lines.Finish();
    }
}
