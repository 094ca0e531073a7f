using System.Text.Json;
using Entente.Profiles;
using Entente.Reports.Charts;
using Entente.Web.Charts;

namespace Entente.Web.Pairs;

/// <summary>Charts of a pair as `entente/pair-charts/1` (the list) and `entente/pair-chart/1` (one, with its specification).</summary>
internal static class PairChartJson
{
    public static void List(Utf8JsonWriter json, PairPage page, PairKey key, IReadOnlyList<PairChart> charts, PairPage? beside)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/pair-charts/1");
        json.WritePropertyName("first");
        Party(json, page.Profile.First);
        json.WritePropertyName("second");
        Party(json, page.Profile.Second);
        json.WriteNumber("from", key.From);
        json.WriteNumber("to", key.To);
        json.WriteString("asOf", Period.OfDay(key.AsOf).Text);
        if (beside is not null)
        {
            json.WriteStartObject("with");
            json.WritePropertyName("first");
            Party(json, beside.Profile.First);
            json.WritePropertyName("second");
            Party(json, beside.Profile.Second);
            json.WriteEndObject();
        }
        else
            json.WriteNull("with");
        Reach(json, charts.Count == 0 ? null : (charts.Min(c => c.Of.First), charts.Max(c => c.Of.Last)));
        Overview(json, charts);
        json.WriteStartArray("charts");
        foreach (var chart in charts)
        {
            json.WriteStartObject();
            Head(json, chart);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void One(Utf8JsonWriter json, PairChart chart, IReadOnlyList<TimelineEvent> events)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/pair-chart/1");
        Head(json, chart);
        json.WritePropertyName("spec");
        SeriesSpec.Of(chart, events).WriteTo(json);
        Table(json, chart.Model);
        ChartJson.Notes(json, chart.Notes);
        json.WriteString("missing", chart.Missing);
        json.WriteEndObject();
    }

    /// <summary>The figures as numbers in a unit that can be read.</summary>
    public static void Table(Utf8JsonWriter json, ChartModel chart)
    {
        var (unit, factor) = Scale(chart);
        json.WriteStartObject("table");
        json.WriteStartArray("columns");
        ChartJson.Column(json, chart.Across, null, false);
        var spans = chart.Series.Select(s => s.Points.Any(p => p is { Low: not null, High: not null })).ToList();
        for (var i = 0; i < chart.Series.Count; i++)
        {
            ChartJson.Column(json, chart.Series[i].Name, unit, true);
            if (!spans[i])
                continue;
            ChartJson.Column(json, $"{chart.Series[i].Name}, from", unit, true);
            ChartJson.Column(json, $"{chart.Series[i].Name}, to", unit, true);
        }
        json.WriteEndArray();
        json.WriteStartArray("rows");
        var byPlace = chart.Series.Select(s => s.Points.GroupBy(p => p.X).ToDictionary(g => g.Key, g => g.First())).ToList();
        foreach (var point in chart.Series.SelectMany(s => s.Points).OrderBy(p => p.X).DistinctBy(p => p.X))
        {
            json.WriteStartArray();
            json.WriteStringValue(point.At);
            for (var i = 0; i < chart.Series.Count; i++)
            {
                var there = byPlace[i].GetValueOrDefault(point.X);
                Number(json, there?.Value * factor);
                if (!spans[i])
                    continue;
                Number(json, there?.Low * factor);
                Number(json, there?.High * factor);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Who one of the parties is.</summary>
    public static void Party(Utf8JsonWriter json, ProfileParty party)
    {
        json.WriteStartObject();
        json.WriteString("code", party.Code);
        json.WriteString("name", party.Name);
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, PairChart chart)
    {
        json.WriteString("id", chart.Model.Id);
        json.WriteString("section", chart.Of.Section.Id);
        json.WriteString("title", chart.Model.Title);
        json.WriteString("unit", chart.Model.Unit);
        json.WriteString("summary", chart.Summary);
        Reach(json, (chart.Of.First, chart.Of.Last));
        json.WriteBoolean("compared", chart.Beside is not null);
        json.WriteStartArray("series");
        foreach (var line in chart.All)
        {
            json.WriteStartObject();
            json.WriteString("name", line.Series.Name);
            json.WriteBoolean("beside", line.Beside);
            json.WriteString("from", line.Series.Points[0].At);
            json.WriteString("to", line.Series.Points[^1].At);
            json.WriteNumber("points", line.Series.Points.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        ChartJson.Sources(json, chart.All.Select(l => l.Series));
    }

    /// <summary>The course with most years of the first subject that has one: what the years are chosen on.</summary>
    private static void Overview(Utf8JsonWriter json, IReadOnlyList<PairChart> charts)
    {
        if (charts.Count == 0)
        {
            json.WriteNull("overview");
            return;
        }
        var chart = charts.FirstOrDefault(c => c.Of.Section.Id == "trade") ?? charts.MaxBy(c => c.Of.Last - c.Of.First)!;
        json.WriteStartObject("overview");
        json.WriteString("title", chart.Of.Model.Title);
        json.WriteStartArray("lines");
        foreach (var line in chart.All.Where(l => !l.Beside))
        {
            json.WriteStartArray();
            foreach (var point in line.Series.Points)
            {
                json.WriteStartArray();
                json.WriteNumberValue(point.X);
                json.WriteNumberValue(point.Value);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Reach(Utf8JsonWriter json, (int From, int To)? reach)
    {
        if (reach is not { } years)
        {
            json.WriteNull("reach");
            return;
        }
        json.WriteStartObject("reach");
        json.WriteNumber("from", years.From);
        json.WriteNumber("to", years.To);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumberValue(number == 0 ? 0 : Rounded(number));
        else
            json.WriteNullValue();
    }

    // Six digits are more than any of these figures has.
    private static double Rounded(double value)
    {
        var digits = 5 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : Math.Round(value);
    }

    private static (string? Unit, double Factor) Scale(ChartModel chart)
    {
        var largest = chart.Series.SelectMany(s => s.Points).Select(p => Math.Abs(p.Value)).DefaultIfEmpty(0).Max();
        return chart.Unit switch
        {
            "share" => ("%", 100),
            "USD" when largest >= 1e9 => ("bn USD", 1e-9),
            "USD" when largest >= 1e6 => ("m USD", 1e-6),
            "count" or "1" or null => (null, 1),
            var unit => (unit, 1),
        };
    }
}
