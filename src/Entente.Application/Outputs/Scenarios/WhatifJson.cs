using System.Security.Cryptography;
using System.Text.Json;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>The answer to a scenario as JSON. Changes are fractions: 0.01 is 1 %.</summary>
internal static class WhatifJson
{
    public const string Schema = "entente/whatif/1";

    private static readonly string[] Names =
    [
        "realIncome",
        "realWage",
        "termsOfTrade",
        "volumeOfTrade",
        "exports",
        "imports",
        "importsFromBloc",
    ];

    /// <param name="answers">One for each run of the scenario; what stands outside `runs` is the first one's.</param>
    /// <param name="file">As it is told.</param>
    /// <param name="sha256">Of what was read; null for the file's own.</param>
    public static void Write(StreamWriter output, IReadOnlyList<ScenarioAnswer> answers, string file, string? sha256 = null)
    {
        using (var json = ResultJson.On(output))
            Document(json, answers, file, sha256 ?? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        output.Write('\n');
    }

    private static void Document(Utf8JsonWriter json, IReadOnlyList<ScenarioAnswer> answers, string file, string sha256)
    {
        var answer = answers[0];
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Inputs(json, answer, file, sha256);
        Run(json, answer);
        if (answers.Count > 1)
        {
            json.WriteStartArray("runs");
            foreach (var run in answers)
            {
                json.WriteStartObject();
                Run(json, run);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteStartArray("warnings");
        foreach (var warning in answers.SelectMany(Warnings).Distinct())
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Run(Utf8JsonWriter json, ScenarioAnswer answer)
    {
        if (answer.Scenario.Run.Length > 0)
        {
            json.WriteString("run", answer.Scenario.Run);
            json.WriteString("runDeficits", answer.Scenario.Deficits.ToString().ToLowerInvariant());
        }
        json.WriteBoolean("converged", answer.Central is not null);
        if (answer.Central is { } central)
            Results(json, answer, central);
        if (answer.Central is not null || answer.Rerouting is not null)
            WhatifEvasion.Json(json, answer);
        Certificate(json, answer);
        if (answer.Sensitivity is { } sensitivity)
            WhatifSensitivityJson.Write(json, answer, sensitivity, Names);
    }

    private static IEnumerable<string> Warnings(ScenarioAnswer answer)
    {
        var run = answer.Scenario.Run.Length > 0 ? $"run {answer.Scenario.Run}: " : "";
        foreach (var sentence in WhatifEvasion.Stability(answer))
            yield return run + sentence;
        if (answer.Failed > 0)
            yield return FormattableString.Invariant($"{run}{answer.Failed} draws did not converge and are in no interval");
        if (answer.Sensitivity is { Undefined: > 0 } sensitivity)
            yield return FormattableString.Invariant(
                $"{run}{sensitivity.Undefined} points of the sensitivity did not converge and are left out"
            );
        if (answer.World.Figures.Assumed > 0)
            yield return FormattableString.Invariant($"{answer.World.Figures.Assumed} figures of the base are assumed");
        if (!answer.FirstOrderHolds)
            yield return "no first-order decomposition: it holds for changes of tariffs alone";
        if (!answer.Uncertain)
            yield return $"{run}no draws: nothing in the scenario or the base is uncertain";
    }

    private static void Inputs(Utf8JsonWriter json, ScenarioAnswer answer, string file, string sha256)
    {
        json.WriteStartObject("inputs");
        json.WriteString("file", file);
        json.WriteString("sha256", sha256);
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
        foreach (var line in WhatifEvasion.Declared(answer.Scenario))
        {
            json.WriteStartObject();
            json.WriteString("what", line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Supply(json, answer.Scenario);
        FixedNumbers.Json(json, answer.Scenario.Fixed);
        json.WriteStartArray("notes");
        foreach (var note in answer.World.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Supply(Utf8JsonWriter json, TradeScenario scenario)
    {
        if (scenario.Supply.Count == 0)
            return;
        json.WriteStartArray("supply");
        foreach (var given in scenario.Supply)
        {
            json.WriteStartObject();
            json.WriteString("what", WhatifWords.Describe(given));
            json.WriteString("source", given.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Results(Utf8JsonWriter json, ScenarioAnswer answer, double[][] central)
    {
        json.WriteStartArray("results");
        foreach (var n in WhatifWords.Regions(answer))
        {
            json.WriteStartObject();
            json.WriteString("region", answer.World.Regions[n].Code);
            for (var o = 0; o < central.Length; o++)
                if (double.IsNaN(central[o][n]))
                    continue;
                else if (answer.FirstOrderHolds || (RegionOutcome)o is not (RegionOutcome.TermsOfTrade or RegionOutcome.VolumeOfTrade))
                    Number(json, Names[o], central[o][n], answer.Intervals?[o][n]);
            if (answer.FirstOrderHolds)
                json.WriteNumber("firstOrder", central[(int)RegionOutcome.TermsOfTrade][n] + central[(int)RegionOutcome.VolumeOfTrade][n]);
            if (answer is { FirstOrderHolds: true, FirstOrderIntervals: { } sums })
                Interval(json, "firstOrderRange", sums[n]);
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
                if (answer.PartnerIntervals?.GetValueOrDefault(n) is { } ranges)
                    Interval(json, "shareAfterRange", ranges[partner]);
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
            Interval(json, interval);
        json.WriteEndObject();
    }

    private static void Interval(Utf8JsonWriter json, string name, DrawnInterval interval)
    {
        json.WriteStartObject(name);
        Interval(json, interval);
        json.WriteEndObject();
    }

    private static void Interval(Utf8JsonWriter json, DrawnInterval interval)
    {
        json.WriteNumber("low", interval.Low);
        json.WriteNumber("median", interval.Median);
        json.WriteNumber("high", interval.High);
        json.WriteNumber("level", 0.9);
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
