using System.Text.Json;
using Entente.Numerics.Breaks;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>Breaks of a series as JSON.</summary>
internal static class BreakJson
{
    public static void Write(Utf8JsonWriter json, TradeBreakReading reading, string first, string second)
    {
        json.WriteStartObject();
        json.WriteString("first", first);
        json.WriteString("second", second);
        json.WriteString("series", BreakText.What(reading.Series, first, second));
        json.WriteString(
            "form",
            reading.Form switch
            {
                SeriesForm.LogTrend => "trend",
                SeriesForm.Growth => "growth",
                _ => "level",
            }
        );
        json.WriteString("view", reading.Name);
        json.Write("sources", reading.Sources);
        json.WriteStartArray("values");
        foreach (var (year, value) in reading.Values)
        {
            json.WriteStartArray();
            json.WriteNumberValue(year);
            json.WriteNumberValue(value);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteNumber("years_left_out", reading.LeftOut);
        if (reading.Outcome.Analysis is { } analysis)
            Analysis(json, reading, analysis);
        else
            json.WriteString("absent", Code(reading.Outcome.Absence));
        json.WriteEndObject();
    }

    private static void Analysis(Utf8JsonWriter json, TradeBreakReading reading, BreakAnalysis analysis)
    {
        json.WriteNumber("minimum_length", analysis.MinimumLength);
        json.WriteStartArray("partitions");
        foreach (var partition in analysis.Partitions)
        {
            json.WriteStartObject();
            json.WriteStartArray("breaks");
            foreach (var place in partition.Breaks)
                json.WriteNumberValue(reading.From + place);
            json.WriteEndArray();
            json.Write("ssr", partition.SumOfSquares);
            json.Write("bic", partition.Bic);
            json.Write("lwz", partition.Lwz);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (analysis.Tests is { } tests)
        {
            json.WriteStartObject("tests");
            json.WriteNumber("level", analysis.Options.Significance);
            json.WriteStartArray("sup_f");
            foreach (var test in tests.SupF)
                Test(json, test);
            json.WriteEndArray();
            json.WritePropertyName("ud_max");
            Test(json, tests.UdMax);
            json.WritePropertyName("wd_max");
            Test(json, tests.WdMax);
            json.WriteStartArray("sequential");
            foreach (var test in tests.Sequential)
                if (test is { } value)
                    Test(json, value);
                else
                    json.WriteNullValue();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
            json.WriteString("tests_absent", Code(analysis.TestsAbsent));
        json.WriteNumber("by_bic", analysis.ByBic);
        json.WriteNumber("by_lwz", analysis.ByLwz);
        json.Write("by_sequential", analysis.BySequential);
        json.WriteString(
            "chosen_by",
            analysis.Selection switch
            {
                BreakSelection.Sequential => "sequential",
                BreakSelection.Bic => "bic",
                _ => "lwz",
            }
        );
        json.WriteNumber("confidence", analysis.Options.Confidence);
        json.WriteStartArray("breaks");
        for (var i = 0; i < analysis.Dates.Count; i++)
        {
            var (date, beside) = (analysis.Dates[i], reading.Breaks[i]);
            json.WriteStartObject();
            json.WriteNumber("year", beside.Year);
            json.Write("from", date.From is null ? null : beside.From);
            json.Write("to", date.To is null ? null : beside.To);
            json.Write("jump", date.Jump);
            json.Write("by_chance", beside.ByChance);
            json.WriteStartArray("events");
            foreach (var item in beside.Events)
                json.WriteStringValue(item.Id);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("regimes");
        foreach (var regime in analysis.Regimes)
        {
            json.WriteStartObject();
            json.WriteNumber("from", reading.From + regime.First);
            json.WriteNumber("to", reading.From + regime.Last);
            json.Write("level", regime.Level);
            json.Write("level_error", regime.LevelError);
            json.Write("slope", regime.Slope);
            json.Write("slope_error", regime.SlopeError);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Test(Utf8JsonWriter json, TestValue test)
    {
        json.WriteStartObject();
        json.Write("statistic", test.Statistic);
        json.Write("critical", test.Critical);
        json.WriteBoolean("rejects", test.Rejects);
        json.WriteEndObject();
    }

    private static string Code(BreakAbsence absence) =>
        absence switch
        {
            BreakAbsence.TooShort => "too_short",
            BreakAbsence.NoVariation => "no_variation",
            BreakAbsence.NotFinite => "not_finite",
            BreakAbsence.TrendNotTabulated => "trend_not_tabulated",
            _ => "trimming_not_tabulated",
        };
}
