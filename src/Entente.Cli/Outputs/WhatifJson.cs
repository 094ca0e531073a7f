using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Models.Equilibrium;

namespace Entente.Cli.Outputs;

/// <summary>The answer to a scenario as JSON. Changes are fractions: 0.01 is 1 %.</summary>
internal static class WhatifJson
{
    public const string Schema = "entente/whatif/1";

    private static readonly string[] Names = ["realIncome", "realWage", "termsOfTrade", "volumeOfTrade", "exports", "imports"];

    public static void Write(StreamWriter output, ScenarioAnswer answer, string file)
    {
        output.Flush();
        using (
            var json = new Utf8JsonWriter(
                output.BaseStream,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
            Document(json, answer, file);
        output.Write('\n');
    }

    private static void Document(Utf8JsonWriter json, ScenarioAnswer answer, string file)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Inputs(json, answer, file);
        json.WriteBoolean("converged", answer.Central is not null);
        if (answer.Central is { } central)
            Results(json, answer, central);
        Certificate(json, answer);
        json.WriteStartArray("warnings");
        if (answer.Failed > 0)
            json.WriteStringValue(FormattableString.Invariant($"{answer.Failed} draws did not converge and are in no interval"));
        if (answer.World.Figures.Assumed > 0)
            json.WriteStringValue(FormattableString.Invariant($"{answer.World.Figures.Assumed} figures of the base are assumed"));
        if (!answer.FirstOrderHolds)
            json.WriteStringValue("no first-order decomposition: it holds for changes of tariffs alone");
        if (!answer.Uncertain)
            json.WriteStringValue("no draws: nothing in the scenario or the base is uncertain");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Inputs(Utf8JsonWriter json, ScenarioAnswer answer, string file)
    {
        json.WriteStartObject("inputs");
        json.WriteString("file", file);
        json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        json.WriteString("scenario", answer.Scenario.Name);
        json.WriteString("base", answer.World.Name);
        json.WriteNumber("figuresCited", answer.World.Figures.Cited);
        json.WriteNumber("figuresAssumed", answer.World.Figures.Assumed);
        json.WriteString("deficits", answer.Scenario.Deficits.ToString().ToLowerInvariant());
        json.WriteNumber("draws", answer.Draws);
        json.WriteNumber("seed", answer.Seed);
        json.WriteString("version", typeof(WhatifJson).Assembly.GetName().Version?.ToString(3));
        json.WriteStartArray("shocks");
        foreach (var shock in answer.Scenario.Shocks)
        {
            json.WriteStartObject();
            json.WriteString("what", WhatifWords.Describe(shock));
            json.WriteString("source", shock.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in answer.World.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Results(Utf8JsonWriter json, ScenarioAnswer answer, double[][] central)
    {
        json.WriteStartArray("results");
        foreach (var n in WhatifWords.Regions(answer))
        {
            json.WriteStartObject();
            json.WriteString("region", answer.World.Regions[n].Code);
            for (var o = 0; o < Names.Length; o++)
                if (answer.FirstOrderHolds || (RegionOutcome)o is not (RegionOutcome.TermsOfTrade or RegionOutcome.VolumeOfTrade))
                    Number(json, Names[o], central[o][n], answer.Intervals?[o][n]);
            if (answer.FirstOrderHolds)
                json.WriteNumber("firstOrder", central[(int)RegionOutcome.TermsOfTrade][n] + central[(int)RegionOutcome.VolumeOfTrade][n]);
            if (answer.Losing is { } losing)
                json.WriteNumber("shareOfDrawsLosing", losing[n]);
            if (answer.Drivers.Count > 0)
            {
                json.WriteStartArray("drivers");
                foreach (var driver in answer.Drivers)
                {
                    json.WriteStartObject();
                    json.WriteString("input", driver.Input);
                    json.WriteNumber("rankCorrelation", driver.WithRealIncome[n]);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteStartArray("partners");
            foreach (var (partner, before, after) in WhatifWords.Partners(answer, n))
            {
                json.WriteStartObject();
                json.WriteString("region", answer.World.Regions[partner].Code);
                json.WriteNumber("shareBefore", before);
                json.WriteNumber("shareAfter", after);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value, DrawnInterval? drawn)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", value);
        if (drawn is { } interval)
        {
            json.WriteNumber("low", interval.Low);
            json.WriteNumber("median", interval.Median);
            json.WriteNumber("high", interval.High);
            json.WriteNumber("level", 0.9);
        }
        json.WriteEndObject();
    }

    private static void Certificate(Utf8JsonWriter json, ScenarioAnswer answer)
    {
        var c = answer.Certificate;
        json.WriteStartObject("certificate");
        json.WriteString("stopped", WhatifWords.Stopped(c.Stopped));
        json.WriteNumber("iterations", c.Iterations);
        if (double.IsFinite(c.Residual))
            json.WriteNumber("residual", c.Residual);
        if (double.IsFinite(c.Walras))
            json.WriteNumber("walras", c.Walras);
        json.WriteNumber("drawsFailed", answer.Failed);
        json.WriteEndObject();
    }
}
