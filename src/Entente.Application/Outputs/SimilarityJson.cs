using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Numerics.Similarity;
using Entente.Sources.Similarity;

namespace Entente.Application.Outputs;

/// <summary>Everything that is known of a pair, as JSON: each coefficient with its value, or why it has none.</summary>
internal static class SimilarityJson
{
    public const string Schema = "entente/similarity/1";

    public static void Write(StreamWriter output, ShownSimilarity shown)
    {
        output.Flush();
        using (
            var json = new Utf8JsonWriter(
                output.BaseStream,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }
            )
        )
            Document(json, shown);
        output.Write('\n');
    }

    private static void Document(Utf8JsonWriter json, ShownSimilarity shown)
    {
        var panel = shown.Panel;
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("first", shown.First.Code);
        json.WriteString("second", shown.Second.Code);
        json.WriteString("on", panel.On);
        json.WriteString("by", panel.By);
        if (shown.Reading.Length > 0)
            json.WriteString("votes", shown.Reading);
        Texts(json, "categories", panel.Categories);
        if (panel.WeightName is { } weight)
            json.WriteString("weight", weight);
        json.WriteStartArray("imports");
        foreach (var import in panel.Imports)
        {
            json.WriteStartObject();
            json.WriteNumber("id", import.Id);
            json.WriteString("dataset", import.Dataset);
            json.WriteString("vintage", import.Vintage);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Texts(json, "notes", panel.Notes);
        if (shown.Query.Draws > 0)
        {
            json.WriteStartObject("bootstrap");
            json.WriteString("over", panel.CaseName);
            json.WriteNumber("draws", shown.Query.Draws);
            json.WriteNumber("seed", shown.Query.Seed);
            json.WriteNumber("level", shown.Query.Level);
            json.WriteEndObject();
        }
        json.WriteStartArray("periods");
        foreach (var year in shown.Years)
            Year(json, panel, year);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Year(Utf8JsonWriter json, SimilarityPanel panel, SimilarityYear year)
    {
        json.WriteStartObject();
        if (panel.By == "session")
            json.WriteNumber("session", year.Period);
        if (panel.By.Length > 0)
            json.WriteNumber("year", year.Year);
        json.WriteNumber("n", year.Cases);
        json.WriteStartArray("table");
        for (var k = 0; k < year.Table.Categories; k++)
        {
            json.WriteStartArray();
            for (var l = 0; l < year.Table.Categories; l++)
                json.WriteNumberValue(year.Table[k, l]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteBoolean("chance_turns_reading", year.Coefficients.FlipsByChance);
        json.WriteStartObject("coefficients");
        foreach (var coefficient in Enum.GetValues<Coefficient>())
        {
            json.WriteStartObject(CoefficientNames.Of(coefficient));
            Value(json, year.Coefficients, coefficient);
            if (year.Interval(coefficient) is { } interval)
                Interval(json, interval);
            if (year.Percentile(coefficient) is { } percentile)
                json.WriteNumber("percentile", percentile);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        if (year.Weighted is { } weighted)
        {
            json.WriteStartObject("weighted");
            json.WriteNumber("total", weighted.Total);
            json.WriteNumber("unknown_weights", year.Unweighed);
            foreach (var coefficient in Enum.GetValues<Coefficient>())
            {
                json.WriteStartObject(CoefficientNames.Of(coefficient));
                Value(json, weighted, coefficient);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, SimilarityCoefficients coefficients, Coefficient coefficient)
    {
        if (coefficients[coefficient] is { } value)
            json.WriteNumber("value", value);
        else
            json.WriteString(
                "undefined",
                coefficients.Why(coefficient) switch
                {
                    Undefined.NoCases => "no_cases",
                    Undefined.OneCategory => "one_category",
                    _ => "never_varies",
                }
            );
    }

    private static void Interval(Utf8JsonWriter json, ResampledInterval interval)
    {
        Ends(json, "percentile_interval", interval.Low, interval.High);
        if (interval.Bca is var (low, high))
            Ends(json, "bca_interval", low, high);
        if (interval.UndefinedDraws > 0)
            json.WriteNumber("undefined_draws", interval.UndefinedDraws);
    }

    private static void Ends(Utf8JsonWriter json, string name, double low, double high)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(low);
        json.WriteNumberValue(high);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}

/// <summary>The same as CSV: a row for each session or year, what is not defined empty.</summary>
internal static class SimilarityRows
{
    public static void Write(TextWriter output, ShownSimilarity shown)
    {
        var panel = shown.Panel;
        var all = Enum.GetValues<Coefficient>();
        var header = SimilarityCsv.Columns(panel).Where(c => c is not ("unit1" or "unit2"));
        if (shown.Query.Draws > 0)
            header = header.Concat(CoefficientNames.All.SelectMany(n => (string[])[$"{n}_low", $"{n}_high"]));
        if (shown.Query.Percentiles)
            header = header.Concat(CoefficientNames.All.Select(n => $"{n}_percentile"));
        output.WriteLine(string.Join(',', header));
        foreach (var year in shown.Years)
        {
            var cells = new List<string>();
            if (panel.By == "session")
                cells.Add(Number(year.Period));
            if (panel.By.Length > 0)
                cells.Add(Number(year.Year));
            cells.Add(Number(year.Cases));
            cells.AddRange(all.Select(c => Number(year[c])));
            if (panel.WeightName is not null)
                cells.AddRange(all.Select(c => Number(year.Weighted?[c])));
            if (shown.Query.Draws > 0)
                foreach (var interval in all.Select(year.Interval))
                    cells.AddRange(
                        interval is null ? ["", ""]
                        : interval.Bca is var (low, high) ? [Number(low), Number(high)]
                        : [Number(interval.Low), Number(interval.High)]
                    );
            if (shown.Query.Percentiles)
                cells.AddRange(all.Select(c => Number(year.Percentile(c))));
            output.WriteLine(string.Join(',', cells));
        }
    }

    private static string Number(double? value) => value is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
