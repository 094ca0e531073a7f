using System.Security.Cryptography;
using System.Text.Json;
using Entente.Models.Oil;

namespace Entente.Application.Outputs.Oil;

/// <summary>The answer about oil as JSON. Prices in US$ a barrel, volumes in million barrels a day, revenue in million US$ a day.</summary>
internal static class OilJson
{
    public const string Schema = "entente/whatif-oil/1";

    /// <param name="file">As it is told.</param>
    /// <param name="sha256">Of what was read; null for the file's own.</param>
    public static void Write(StreamWriter output, OilAnswer answer, string file, string? sha256 = null)
    {
        using (var json = ResultJson.On(output))
            Document(json, answer, file, sha256 ?? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        output.Write('\n');
    }

    private static void Document(Utf8JsonWriter json, OilAnswer answer, string file, string sha256)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartObject("inputs");
        json.WriteString("file", file);
        json.WriteString("sha256", sha256);
        json.WriteString("question", answer.Question.Name);
        json.WriteString("seller", answer.Question.Seller);
        json.WriteNumber("figuresCited", answer.Question.Figures.Cited);
        json.WriteNumber("figuresAssumed", answer.Question.Figures.Assumed);
        json.WriteNumber("draws", answer.Draws);
        json.WriteNumber("seed", answer.Seed);
        json.WriteString("version", typeof(OilJson).Assembly.GetName().Version?.ToString(3));
        FixedNumbers.Json(json, answer.Question.Fixed);
        json.WriteEndObject();
        json.WriteBoolean("converged", answer.Converged);
        if (answer.Converged)
        {
            json.WriteStartArray("results");
            foreach (var told in answer.Cases)
                Case(json, told);
            json.WriteEndArray();
        }
        json.WriteStartObject("certificate");
        json.WriteString("method", "every set of buyers, world price by bisection");
        json.WriteNumber("residual", answer.Residual);
        json.WriteNumber("drawsFailed", answer.Failed);
        json.WriteEndObject();
        json.WriteStartArray("warnings");
        if (OilWords.Held(answer) is { Length: > 0 } held && answer.Converged)
            json.WriteStringValue(held);
        json.WriteStringValue($"{answer.Question.Figures.Assumed} parts of the file are assumed");
        foreach (var note in answer.Question.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Case(Utf8JsonWriter json, OilCaseAnswer told)
    {
        json.WriteStartObject();
        json.WriteString("case", told.Case.Name);
        Outcome(json, told.AsIs);
        json.WriteStartObject("discountParts");
        Number(json, "transport", told.Transport);
        Number(json, "bargaining", told.Bargaining);
        Number(json, "cap", told.ByCap);
        json.WriteEndObject();
        json.WriteStartArray("buyers");
        for (var b = 0; b < told.Case.Buyers.Count; b++)
        {
            var sale = told.AsIs.Central.Sales[b];
            json.WriteStartObject();
            json.WriteString("buyer", told.Case.Buyers[b].Code);
            json.WriteNumber("volume", sale.Volume);
            if (sale.Volume > 0)
            {
                json.WriteNumber("price", sale.Price);
                json.WriteNumber("bargained", sale.Bargained);
            }
            json.WriteNumber("outside", sale.Outside);
            json.WriteNumber("atCap", sale.Capped);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("caps");
        foreach (var other in told.Caps)
        {
            json.WriteStartObject();
            Outcome(json, other);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("fits");
        foreach (var fit in told.Fits)
        {
            json.WriteStartObject();
            json.WriteString("what", OilWords.What(fit.Observed));
            json.WriteNumber("read", fit.Observed.Value);
            json.WriteString("source", fit.Observed.Source);
            Number(json, "model", fit.Modelled);
            if (fit.Within is { } within)
                json.WriteBoolean("within", within);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter json, OilOutcome outcome)
    {
        if (double.IsPositiveInfinity(outcome.Cap))
            json.WriteNull("cap");
        else
            json.WriteNumber("cap", outcome.Cap);
        Number(json, "price", outcome.Price);
        Number(json, "discount", outcome.Discount);
        Number(json, "volume", outcome.Volume);
        Number(json, "revenue", outcome.Revenue);
        Number(json, "worldPrice", outcome.WorldPrice);
    }

    private static void Number(Utf8JsonWriter json, string name, OilNumber number)
    {
        if (double.IsNaN(number.Mode))
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("value", number.Mode);
        if (!double.IsNaN(number.Low))
        {
            json.WriteNumber("low", number.Low);
            json.WriteNumber("high", number.High);
            json.WriteNumber("level", 0.9);
        }
        json.WriteEndObject();
    }
}
