using Entente.Checking.Evaluating;
using Entente.Quantities;

namespace Entente.Checking.Series;

/// <summary>A change over several years is shown on the course of what changed: from the first figure of the authority that leads, the claim comes to another at the end.</summary>
internal sealed class ChangeSeries(SeriesFinder finder, Names names, EvaluationContext context)
{
    private const int YearsBefore = 3;
    private const int YearsAfter = 2;

    public ClaimSeries Of(SpannedChange change, Claimed claimed)
    {
        var what = SeriesWords.Of(change.Inner, names, context.Measures);
        var first = SeriesPeriods.With(change.Inner, change.Then);
        var evaluation = new Evaluator(context).Evaluate(first);
        if (Pairing.Lead(evaluation) is not { Number: { } from } lead)
            return SeriesFinder.None(what, "no-data", $"the record holds no {what} for {change.Then.Text}");
        var unit = change.Form == ChangeForm.Amount ? claimed.Unit : from.Unit;
        var level = claimed with { Unit = unit };
        if (level.Convert(from, context, change.Then) is not { } begun)
            return SeriesFinder.None(what, "no-rate", $"{from.Unit} and {unit} do not meet");
        var lines = finder.Lines(first, Years(change), level, lead.Source);
        double Comes(double figure) =>
            change.Form switch
            {
                ChangeForm.Rate => begun.Best * (1 + figure),
                ChangeForm.Ratio => begun.Best * figure,
                _ => begun.Best + figure,
            };
        var series = new ClaimSeries
        {
            What = what,
            Expression = SeriesPeriods.With(change.Inner, change.Now),
            Unit = unit.Symbol,
            Period = change.Now,
            Value = claimed.Upper is null ? Comes(claimed.Number.Value) : null,
            Low = SeriesFinder.Low(claimed) is var low && double.IsFinite(low) ? Comes(low) : low,
            High = SeriesFinder.High(claimed) is var high && double.IsFinite(high) ? Comes(high) : high,
            Standing = "claimed, comes to",
            Implied = $"what is claimed comes to, from {lead.Source}'s figure of {change.Then.Text}",
        };
        return SeriesFinder.Finished(series, lines);
    }

    private IEnumerable<Func<Period, Period>> Years(SpannedChange change)
    {
        var from = change.Then.Start.Year;
        for (var year = from - YearsBefore; year <= Math.Min(change.Now.Start.Year + YearsAfter, context.AsOf.Year); year++)
        {
            var years = year - from;
            yield return p => p.PlusYears(years);
        }
    }
}
