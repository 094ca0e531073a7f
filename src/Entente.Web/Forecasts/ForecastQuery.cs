using Entente.Checking.Forecasts;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Forecasts;

/// <summary>Which forecasts are asked for.</summary>
internal sealed record ForecastQuery(string Status, string Speaker, string Topic, string Words)
{
    private static readonly string[] Statuses = ["", "due", "open", "right", "wrong", "void", "unresolvable"];

    /// <exception cref="WrongUseException">There is no such status.</exception>
    public static ForecastQuery Of(HttpContext http)
    {
        var query = http.Request.Query;
        var status = query["status"].ToString();
        if (!Statuses.Contains(status))
            throw new WrongUseException(Problems.Problem("status", $"'{status}'", string.Join(", ", Statuses[1..])));
        return new(status, query["speaker"].ToString(), query["topic"].ToString(), query["q"].ToString().Trim());
    }

    public bool Admits(Forecast forecast, LocalDate today) =>
        (Speaker.Length == 0 || forecast.Speaker == Speaker)
        && (Topic.Length == 0 || ForecastTopic.Of(forecast) == Topic)
        && (Words.Length == 0 || Holds(forecast.Sentence) || Holds(forecast.Quote) || Holds(forecast.Speaker) || Holds(forecast.Id))
        && Status switch
        {
            "due" => IsDue(forecast, today),
            "open" => forecast.Status == ForecastStatus.Open,
            "right" => forecast.Status == ForecastStatus.True,
            "wrong" => forecast.Status == ForecastStatus.False,
            "void" => forecast.Status == ForecastStatus.Void,
            "unresolvable" => forecast.Status == ForecastStatus.Unresolvable,
            _ => true,
        };

    public static bool IsDue(Forecast forecast, LocalDate today) =>
        forecast is { Status: ForecastStatus.Open, Deadline: { } deadline } && deadline <= today;

    /// <summary>Overdue first, then what comes next, then what is decided, the latest first, then the rest.</summary>
    public static List<Forecast> Sorted(IEnumerable<Forecast> forecasts, LocalDate today) =>
        [
            .. forecasts
                .OrderBy(f =>
                    f.Status switch
                    {
                        ForecastStatus.Open => IsDue(f, today) ? 0 : 1,
                        ForecastStatus.Unresolvable => 3,
                        _ => 2,
                    }
                )
                .ThenBy(f => f.Status == ForecastStatus.Open ? f.Deadline ?? LocalDate.MaxIsoValue : LocalDate.MinIsoValue)
                .ThenByDescending(f => f.Resolved ?? LocalDate.MinIsoValue)
                .ThenBy(f => f.Id, StringComparer.Ordinal),
        ];

    private bool Holds(string text) => text.Contains(Words, StringComparison.OrdinalIgnoreCase);
}
