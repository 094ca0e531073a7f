namespace Entente.Checking.Forecasts;

/// <summary>What a forecast is on: as the ledger says, else the measure of its criterion, else nothing that could be told.</summary>
public static class ForecastTopic
{
    public const string Unknown = "no measure";

    /// <summary>Calls that are about another call: growth of what, share of what.</summary>
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "growth",
        "change",
        "share",
        "rank",
        "count",
        "days",
        "highest",
        "lowest",
        "target",
        "cumulative",
        "average",
        "abs",
    };

    public static string Of(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (forecast.Topic is { Length: > 0 } topic)
            return topic;
        if (forecast.Criterion is not { } criterion)
            return Unknown;
        string? first = null;
        var start = 0;
        for (var i = 0; i < criterion.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(criterion[i]) || criterion[i] is '_' or '.')
                continue;
            if (criterion[i] == '(' && i > start)
            {
                var name = criterion[start..i];
                if (!Around.Contains(name))
                    return name;
                first ??= name;
            }
            start = i + 1;
        }
        return first ?? Unknown;
    }
}
