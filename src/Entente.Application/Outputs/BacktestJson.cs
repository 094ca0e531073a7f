using System.Security.Cryptography;
using System.Text.Json;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs;

/// <summary>A scenario against what came, as JSON. Shares and errors are fractions.</summary>
internal static class BacktestJson
{
    public const string Schema = "entente/backtest/1";

    public static void Write(StreamWriter output, ShareBacktest told, string file)
    {
        using (var json = ResultJson.On(output))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartObject("inputs");
            json.WriteString("file", file);
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
            json.WriteString("scenario", told.Scenario.Name);
            json.WriteString("base", told.World.Name);
            json.WriteString("region", told.Region);
            json.WriteNumber("year", told.World.Year!.Value);
            json.WriteNumber("draws", told.Draws);
            json.WriteNumber("seed", told.Seed);
            json.WriteString("version", typeof(BacktestJson).Assembly.GetName().Version?.ToString(3));
            json.WriteEndObject();
            json.WriteBoolean("converged", told.Sides.Count > 0);
            json.WriteStartArray("results");
            foreach (var side in told.Sides)
                Side(json, side, told.Years);
            json.WriteEndArray();
            json.WriteStartArray("warnings");
            foreach (var line in BacktestText.Verdicts(told).Where(l => l.Contains("does not beat", StringComparison.Ordinal)))
                json.WriteStringValue(line);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write('\n');
    }

    private static void Side(Utf8JsonWriter json, SideBacktest side, IReadOnlyList<int> years)
    {
        json.WriteStartObject();
        json.WriteString("side", side.Side.ToString().ToLowerInvariant());
        json.WriteString("authority", side.Authority);
        json.WriteStartArray("shares");
        foreach (var share in side.Shares)
        {
            json.WriteStartObject();
            json.WriteString("partner", share.Partner.Code);
            json.WriteString("region", share.Partner.Region);
            json.WriteNumber("before", share.Before);
            json.WriteNumber("model", share.Model);
            Number(json, "low", share.Low);
            Number(json, "high", share.High);
            json.WriteNumber("shift", share.Shift);
            json.WriteStartObject("after");
            for (var y = 0; y < years.Count; y++)
                Number(json, FormattableString.Invariant($"{years[y]}"), share.After[y]);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("scores");
        foreach (var score in side.Scores)
        {
            json.WriteStartObject();
            json.WriteString("method", BacktestText.Name(score.Method));
            json.WriteNumber("year", score.Year);
            json.WriteNumber("partners", score.Partners);
            json.WriteNumber("meanAbsoluteError", score.MeanAbsolute);
            json.WriteNumber("rootMeanSquareError", score.RootMeanSquare);
            Number(json, "rankCorrelation", score.Rank);
            Number(json, "rankCorrelationOfChanges", score.RankOfChanges);
            Number(json, "within", score.Within);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
