using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>Announced targets: the year that an amount was set for, or the amount set for a year. Every announcement is an admissible answer.</summary>
internal static class TargetRule
{
    public static Evaluation Evaluate(Call call, EvaluationContext context)
    {
        var positional = Arguments.Positional(call);
        if (positional.Count == 0 || MeasureCall.Of(positional[0], context.Measures, null) is not { } measure)
            return Evaluation.Abstain("no-measure", "a target needs a measure");
        var amount = positional.Skip(1).OfType<QuantityLiteral>().FirstOrDefault();
        var period = Arguments.PeriodOf(call);
        var rows = GrowthRule
            .Queries(measure, "target")
            .SelectMany(context.Record.Find)
            .Where(r => RowKnown(r, context.AsOf) && (measure.Item is null ? r.Item is "" or "total" : r.Item == measure.Item))
            .OrderBy(r => r.Published?.Start ?? LocalDate.MaxIsoValue)
            .ToArray();
        var frame = new Evaluation
        {
            Measure = measure.Measure,
            PointOfView = measure.PointOfView,
            Period = period,
            AllAdmissible = true,
        };
        if (rows.Length == 0)
            return frame with { Abstention = new("not-recorded", $"the record holds no target for {measure.Label()}") };
        var answers = amount is not null ? Years(rows, amount, measure) : Amounts(rows, period, measure);
        var kept = answers.ToArray();
        if (kept.Any(a => a.Decides))
            return frame with { Answers = kept };
        return frame with
        {
            Answers = kept,
            Abstention = new(
                "no-data",
                amount is not null
                    ? $"no target of {Figures.Text(amount.Number.Value, amount.Unit)} with a year is recorded"
                    : "no target for that year is recorded"
            ),
        };
    }

    // A target is known from its announcement; its year lies ahead.
    private static bool RowKnown(Observation row, LocalDate asOf) => PublishedDate.KnownBy(row.Published, asOf);

    private static IEnumerable<Answer> Years(IEnumerable<Observation> rows, QuantityLiteral amount, MeasureCall measure)
    {
        foreach (var row in rows)
        {
            if (row.Unit != amount.Unit || Math.Abs(row.Value.Value - amount.Number.Value) > amount.Number.LastDigit / 2)
                continue;
            var answer = RowAnswers.Of(row, $"target({measure.Label()}, {Figures.Text(row.Value.Value, row.Unit)})", null);
            yield return row.Period is { } year
                ? answer with
                {
                    Value = new DateAnswer(year),
                    Kind = AnswerKind.Published,
                    Derivation = answer.Derivation with { Value = null, Unit = null, Text = year.Text },
                }
                : answer with
                {
                    Kind = AnswerKind.Informs,
                    Note = "no year named",
                };
        }
    }

    private static IEnumerable<Answer> Amounts(IEnumerable<Observation> rows, Period? period, MeasureCall measure)
    {
        foreach (var row in rows)
        {
            var answer = RowAnswers.Of(row, $"target({measure.Label()}, {row.Period?.Text ?? "no year"})", null);
            yield return period is null || (row.Period is not null && row.Period.SameDays(period))
                ? answer
                : answer with
                {
                    Kind = AnswerKind.Informs,
                    Note = row.Period?.Text ?? "no year named",
                };
        }
    }
}
