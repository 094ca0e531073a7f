using System.Text.Json.Nodes;
using Entente.Reports.Charts;
using NodaTime;
using NodaTime.Text;

namespace Entente.Web.Charts;

/// <summary>The axes of charts: time across, and values in the words that texts use for them: $250bn, +36 %, 4,500.</summary>
internal static class VegaAxes
{
    /// <summary>From here on numbers are told in thousands, millions and so on.</summary>
    private const double Large = 1e5;

    /// <summary>The names of parameters that say which years are seen.</summary>
    public const string From = "from";
    public const string To = "to";

    /// <param name="chart">Whose unit it is.</param>
    /// <param name="field">Where the values stand.</param>
    /// <param name="zero">Whether the axis begins at nought; null for what the marks ask for.</param>
    public static JsonObject Values(ChartModel chart, string field, bool? zero = null)
    {
        var axis = new JsonObject { ["title"] = Title(chart.Unit) };
        Labels(axis, chart);
        var encoded = VegaLite.Field(field, "quantitative", ("axis", axis));
        var scale = new JsonObject();
        if (zero is { } begins)
            scale["zero"] = begins;
        // The first is above.
        if (chart.Unit == "rank")
            (scale["reverse"], scale["zero"]) = (true, false);
        if (scale.Count > 0)
            encoded["scale"] = scale;
        return encoded;
    }

    /// <summary>Years are numbers; anything finer is a date, or its ticks would be fractions of years.</summary>
    public static bool IsDated(ChartModel chart) =>
        chart.Series.SelectMany(s => s.Points).Any(p => p.At.Length != 4 && p.X != Math.Floor(p.X));

    /// <summary>Time across, over all that there is.</summary>
    public static JsonObject Time(bool dated) =>
        dated
            ? VegaLite.Field("x", "temporal", ("axis", new JsonObject { ["title"] = null }), ("scale", new JsonObject { ["type"] = "utc" }))
            : Years(new JsonObject { ["padding"] = 8 });

    /// <summary>The years that the parameters <see cref="From"/> and <see cref="To"/> say, which a page can move.</summary>
    public static JsonObject YearsSeen() =>
        Years(
            new JsonObject
            {
                ["domainMin"] = new JsonObject { ["expr"] = From },
                ["domainMax"] = new JsonObject { ["expr"] = $"max({To}, {From} + 1)" },
            }
        );

    /// <summary>A place on the axis of time.</summary>
    public static JsonValue Place(double x, bool dated)
    {
        if (!dated)
            return JsonValue.Create(Math.Round(x, 3));
        var year = (int)Math.Floor(x);
        var day = (int)Math.Round((x - year) * CalendarSystem.Iso.GetDaysInYear(year));
        return JsonValue.Create(LocalDatePattern.Iso.Format(new LocalDate(year, 1, 1).PlusDays(day)))!;
    }

    private static JsonObject Years(JsonObject scale)
    {
        (scale["zero"], scale["nice"]) = (false, false);
        var axis = new JsonObject
        {
            ["title"] = null,
            ["format"] = "d",
            ["tickMinStep"] = 1,
        };
        return VegaLite.Field("x", "quantitative", ("axis", axis), ("scale", scale));
    }

    private static void Labels(JsonObject axis, ChartModel chart)
    {
        if (chart.Unit == "share")
        {
            axis["format"] = chart.Signed ? "+~%" : "~%";
            return;
        }
        var large = ChartNumber.Largest(chart) >= Large;
        if (chart.Unit is "count" or "rank")
            axis["tickMinStep"] = 1;
        var number = large
            // Vega has the prefixes of physics.
            ? "replace(replace(replace(format(abs(datum.value), '~s'), 'G', 'bn'), 'M', 'm'), 'T', 'tn')"
            : "format(abs(datum.value), ',.6~g')";
        var sign = chart.Signed ? "(datum.value < 0 ? '−' : datum.value > 0 ? '+' : '')" : "(datum.value < 0 ? '−' : '')";
        if (Currency(chart.Unit) is { } currency)
            axis["labelExpr"] = $"{sign} + '{currency}' + {number}";
        else if (large)
            axis["labelExpr"] = $"{sign} + {number}";
        else
            axis["format"] = chart.Signed ? "+,.6~g" : ",.6~g";
    }

    private static string? Currency(string? unit) =>
        unit switch
        {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            _ => null,
        };

    /// <summary>What the numbers on the axis do not say themselves.</summary>
    private static string? Title(string? unit) =>
        unit switch
        {
            null or "1" or "share" or "rank" or "count" or "USD" or "EUR" or "GBP" => null,
            "pp" => "percentage points",
            _ => unit,
        };
}
