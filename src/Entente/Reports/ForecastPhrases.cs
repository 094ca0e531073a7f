using System.Globalization;
using Entente.Checking.Forecasts;

namespace Entente.Reports;

/// <summary>Words about forecasts that reports share.</summary>
public static class ForecastPhrases
{
    /// <summary>The status as ledger and JSON have it.</summary>
    public static string Word(ForecastStatus status) =>
        status switch
        {
            ForecastStatus.Open => "open",
            ForecastStatus.True => "true",
            ForecastStatus.False => "false",
            ForecastStatus.Void => "void",
            _ => "unresolvable",
        };

    /// <summary>One character, one column wide.</summary>
    public static string Sign(ForecastStatus status) =>
        status switch
        {
            ForecastStatus.Open => "○",
            ForecastStatus.True => "✓",
            ForecastStatus.False => "✗",
            ForecastStatus.Void => "–",
            _ => "?",
        };

    /// <summary>A score with three decimals; infinity as its sign.</summary>
    public static string Score(double? score) =>
        score is not { } value ? "–"
        : double.IsInfinity(value) ? "∞"
        : value.ToString("0.000", CultureInfo.InvariantCulture);
}
