using Entente.Checking.Evaluating;
using Entente.Claims.Language;

namespace Entente.Checking.Forecasts;

/// <summary>Decides forecasts by the record, as known on a day.</summary>
public sealed class ForecastResolver(ClaimChecker checker)
{
    /// <summary>The day up to which the record is consulted.</summary>
    public LocalDate AsOf => checker.Now.AsOf;

    /// <summary>
    /// The forecast with its outcome where its deadline has passed and the record decides; with why it stays open where the deadline has
    /// passed and the record does not; null where there is nothing to say (not due, decided already, left to a person).
    /// </summary>
    public Forecast? Resolve(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (
            forecast is not { Status: ForecastStatus.Open, ByRecord: true, Criterion: { } criterion, Deadline: { } deadline }
            || deadline > AsOf
        )
            return null;
        if (ClaimParser.Parse(criterion).Expression is not { } expression)
            return null;
        var outcome = checker.Test(expression);
        var lead = outcome.Evidence.FirstOrDefault(e => e.Lead);
        var status = outcome.Verdict switch
        {
            Verdict.Supported => ForecastStatus.True,
            Verdict.Contradicted => ForecastStatus.False,
            _ => ForecastStatus.Open,
        };
        if (status == ForecastStatus.Open)
            return forecast with
            {
                Why = outcome.Verdict switch
                {
                    Verdict.Close => $"within one unit of the last digit: decide by hand ({outcome.Explanation})",
                    Verdict.Disputed => $"authorities differ: decide by hand ({outcome.Explanation})",
                    _ => $"due, and the record does not decide it: {outcome.Explanation}",
                },
            };
        return forecast with
        {
            Status = status,
            Why = null,
            Resolved = AsOf,
            Observed = lead?.Value,
            ObservedUnit = lead?.Unit,
            Source = Source(lead),
            By = "the record",
        };
    }

    private static string? Source(Evidence? lead)
    {
        if (lead is null)
            return null;
        var parts = new[] { lead.Source, lead.Published, lead.Url }.Where(p => !string.IsNullOrEmpty(p));
        return string.Join(", ", parts);
    }

    /// <summary>
    /// What two forecasts of one speaker have in common where the later revises the earlier: the figure and the deadline. Null where the
    /// forecast has no criterion.
    /// </summary>
    public string? SubjectOf(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (forecast.Criterion is not { } criterion || ClaimParser.Parse(criterion).Expression is not { } expression)
            return null;
        var figure = expression switch
        {
            Comparison comparison => comparison.Left,
            Within within => within.Value,
            _ => expression,
        };
        var measures = checker.Now.Measures;
        return Between.CanonicalForm.Of(figure, measures, Between.CanonicalForm.ReadingsOf(measures))?.Text is { } subject
            ? $"{forecast.Speaker}\n{subject}\n{forecast.Deadline}"
            : null;
    }
}
