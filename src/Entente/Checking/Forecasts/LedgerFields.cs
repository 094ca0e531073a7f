using System.Globalization;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking.Forecasts;

/// <summary>How the fields of a ledger's entry are written and read: `- key: value`, one to a line.</summary>
internal static class LedgerFields
{
    public const string History = "history";

    /// <summary>In the order in which a new entry has them.</summary>
    public static readonly string[] Keys =
    [
        "speaker",
        "kind",
        "said",
        "document",
        "criterion",
        "topic",
        "deadline",
        "rule",
        "probability",
        "status",
        "why",
        "resolved",
        "observed",
        "source",
        "by",
    ];

    public static readonly string[] StatusWords = ["open", "true", "false", "void", "unresolvable"];

    public static string Word(this ForecastStatus status) => StatusWords[(int)status];

    /// <summary>The field as it is written; null where the forecast has nothing for it.</summary>
    public static string? Text(Forecast forecast, string key) =>
        key switch
        {
            "speaker" => forecast.Speaker,
            "kind" => forecast.IsTarget ? "target" : "forecast",
            "said" => forecast.Said?.Text,
            "document" => forecast.Document,
            "criterion" => forecast.Criterion is { } criterion ? $"`{criterion}`" : null,
            "topic" => forecast.Topic,
            "deadline" => forecast.Deadline is { } day ? Day(day) : null,
            "rule" => forecast.Criterion is null ? null
            : forecast.ByRecord ? "record"
            : "hand",
            "probability" => forecast.Probability is { } p
                ? $"{Percent(p)}{(forecast.ProbabilityWords is { } words ? $" ({words})" : "")}"
                : null,
            "status" => forecast.Status.Word(),
            "why" => forecast.Why,
            "resolved" => forecast.Resolved is { } day ? Day(day) : null,
            "observed" => forecast.Observed is { } value
                ? $"{value.ToString("R", CultureInfo.InvariantCulture)}{(forecast.ObservedUnit is { } unit ? $" {unit}" : "")}"
                : null,
            "source" => forecast.Source,
            "by" => forecast.By,
            _ => null,
        };

    /// <summary>Reads one field into the forecast; the problem where it is none.</summary>
    public static (Forecast Forecast, (string Found, string Expected)? Problem) Read(Forecast forecast, string key, string text)
    {
        (Forecast, (string, string)?) Wrong(string expected) => (forecast, ($"'{key}: {text}'", expected));
        switch (key)
        {
            case "speaker":
                return (forecast with { Speaker = text }, null);
            case "kind":
                return text is "target" or "forecast"
                    ? (forecast with { IsTarget = text == "target" }, null)
                    : Wrong("'forecast' or 'target'");
            case "said":
                return Period.TryParse(text, out var said)
                    ? (forecast with { Said = said }, null)
                    : Wrong("a date such as 2024-04-09, 2024-04 or 2024");
            case "document":
                return (forecast with { Document = text }, null);
            case "criterion":
                var expression = text.Trim('`').Trim();
                if (expression.Length == 0)
                    return (forecast, null);
                return ClaimParser.Parse(expression) is { Error: { } error }
                    ? (forecast, ($"at character {error.Position + 1} of the criterion {error.Found}", error.Expected))
                    : (forecast with { Criterion = expression }, null);
            case "topic":
                return (forecast with { Topic = text }, null);
            case "deadline":
                return Period.TryParse(text, out var deadline) && deadline.Kind != PeriodKind.Range
                    ? (forecast with { Deadline = deadline.End }, null)
                    : Wrong("a date such as 2030-12-31");
            case "rule":
                return text is "record" or "hand" ? (forecast with { ByRecord = text == "record" }, null) : Wrong("'record' or 'hand'");
            case "probability":
                return Probability(text) is var (value, words)
                    ? (forecast with { Probability = value, ProbabilityWords = words }, null)
                    : Wrong("a probability such as 70 % or 0.7, with the words that state it in brackets");
            case "status":
                var at = Array.IndexOf(StatusWords, text);
                return at >= 0 ? (forecast with { Status = (ForecastStatus)at }, null) : Wrong($"one of {string.Join(", ", StatusWords)}");
            case "why":
                return (forecast with { Why = text }, null);
            case "resolved":
                return Period.TryParse(text, out var resolved) && resolved.Kind == PeriodKind.Day
                    ? (forecast with { Resolved = resolved.End }, null)
                    : Wrong("a day such as 2031-01-20");
            case "observed":
                var space = text.IndexOf(' ', StringComparison.Ordinal);
                var number = space < 0 ? text : text[..space];
                return
                    double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var observed) && double.IsFinite(observed)
                    ? (forecast with { Observed = observed, ObservedUnit = space < 0 ? null : text[(space + 1)..].Trim() }, null)
                    : Wrong("a number in base units, and its unit");
            case "source":
                return (forecast with { Source = text }, null);
            case "by":
                return (forecast with { By = text }, null);
            default:
                // The user's own field: kept, and nobody's business.
                return (forecast, null);
        }
    }

    public static string Day(LocalDate day) => Period.OfDay(day).Text;

    public static string Percent(double share) => $"{(share * 100).ToString("0.###", CultureInfo.InvariantCulture)} %";

    private static (double, string?)? Probability(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var words = open >= 0 ? text[(open + 1)..].TrimEnd(')', ' ') : null;
        var figure = (open >= 0 ? text[..open] : text).Trim();
        var percent = figure.EndsWith('%');
        if (!double.TryParse(figure.TrimEnd('%').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        value = percent ? value / 100 : value;
        return value is >= 0 and <= 1 ? (value, words is { Length: > 0 } ? words : null) : null;
    }
}
