using System.Globalization;
using System.Text.Json;
using Entente.Application.Stores;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>Evasion through hubs and who takes over, in the forms of an answer to a scenario.</summary>
internal static class WhatifEvasion
{
    private const int MostSuppliers = 8;
    private const int MostTargets = 3;
    private const int MostRegions = 8;

    /// <summary>The measure in words, as the list of measures has it.</summary>
    public static IEnumerable<string> Declared(TradeScenario scenario)
    {
        if (scenario.Rerouting is not { } r)
            yield break;
        yield return $"evasion through {string.Join(", ", r.Hubs.Select(h => h.Region))}: dispersion {WhatifWords.Size(r.Dispersion)}, reach {WhatifWords.Size(r.Reach)} [{r.Source}]";
        foreach (var group in r.Hubs.GroupBy(h => (h.Cost, h.Margin, h.Detection, h.Penalty, h.Source)))
        {
            var h = group.First();
            yield return $"through {string.Join(", ", group.Select(g => g.Region))}: cost {WhatifWords.Size(h.Cost)}, margin {WhatifWords.Size(h.Margin)}, "
                + $"found {WhatifWords.Size(h.Detection)}, then lost {WhatifWords.Size(h.Penalty)} [{h.Source}]";
        }
        if (r.Secondary is { } s)
            yield return $"secondary sanctions: probability {WhatifWords.Size(s.Probability)}, "
                + (
                    s.Loss is { } loss
                        ? $"loss {WhatifWords.Size(loss)} of real income"
                        : $"cut {WhatifWords.Size(s.Cut)} of trade with the senders"
                )
                + $" [{s.Source}]";
    }

    /// <summary>What is to be said of the stable profiles, one sentence each.</summary>
    public static IEnumerable<string> Stability(ScenarioAnswer answer)
    {
        if (answer.Rerouting is not { } r)
            yield break;
        var count = r.Equilibria.Count;
        yield return count switch
        {
            0 =>
                $"No profile of compliance is stable: in each of the {r.Profiles} some hub would rather do otherwise. There is no answer, only the two ends below.",
            1 => $"One profile of compliance is stable, of {r.Profiles} solved.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{count} profiles of compliance are stable, of {r.Profiles} solved; the tables are for the first, with fewest that evade."
            ),
        };
        if (r.Draws is var (none, one, several) && none + one + several is > 0 and var all)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Over the draws: one stable profile in {100.0 * one / all:0} %, several in {100.0 * several / all:0} %, none in {100.0 * none / all:0} %; draws take the first, those with none are in no interval."
            );
        if (r.DrawsKeepProfile)
            yield return "With so many hubs draws keep the profile of the modes.";
    }

    public static IEnumerable<(string Name, ComplianceOutcome Outcome)> Outcomes(ReroutingAnswer rerouting)
    {
        for (var e = 0; e < rerouting.Equilibria.Count; e++)
            yield return (string.Create(CultureInfo.InvariantCulture, $"stable {e + 1}"), rerouting.Equilibria[e]);
        yield return ("nobody evades", rerouting.Nobody);
        yield return ("all evade", rerouting.Everybody);
    }

    public static string Evading(ScenarioAnswer answer, ComplianceOutcome outcome) =>
        outcome.Evades.Contains(true)
            ? string.Join(", ", answer.Rerouting!.Hubs.Where((_, h) => outcome.Evades[h]).Select(n => answer.World.Regions[n].Code))
            : "none";

    /// <summary>Billions where the base counts single units of money.</summary>
    public static string Value(double value) => (value / 1e9).ToString("#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture);

    public static string Unit(ScenarioAnswer answer) => answer.World.Unit + " bn";

    public static void Text(TextWriter output, ScenarioAnswer answer)
    {
        if (answer.Rerouting is { } rerouting)
            Hubs(output, answer, rerouting);
        Taken(output, answer);
    }

    private static void Hubs(TextWriter output, ScenarioAnswer answer, ReroutingAnswer r)
    {
        output.WriteLine("Evasion through hubs");
        foreach (var sentence in Stability(answer))
            WhatifText.Wrapped(output, "  " + sentence, 2);
        output.WriteLine();
        var shown = WhatifWords.Regions(answer).Take(MostRegions).ToList();
        output.WriteLine($"{"real income, %", -16}{string.Concat(shown.Select(n => $"{answer.World.Regions[n].Code, 8}"))}");
        foreach (var (name, outcome) in Outcomes(r))
            output.WriteLine($"{name, -16}{string.Concat(shown.Select(n => $"{WhatifWords.Percent(outcome.RealIncome[n]), 8}"))}");
        foreach (var (name, outcome) in Outcomes(r).SkipLast(2))
            WhatifText.Wrapped(output, $"  {name}: {Evading(answer, outcome)} evading", 4);
        output.WriteLine();
        if (r.Equilibria.Count > 0)
        {
            output.WriteLine(
                $"{"hub", -6}{"through it", 11}{"kept", 8}{"gain, %", 9}{"loss, %", 9}{"threat, %", 10}{"even at", 9}  {"choice", -9}{"draws", 6}"
            );
            var first = r.Equilibria[0];
            for (var h = 0; h < r.Hubs.Count; h++)
                output.WriteLine(
                    $"{answer.World.Regions[r.Hubs[h]].Code, -6}{Value(first.Through[h]), 11}{Value(first.Margins[h]), 8}{Gain(first.Gains[h]), 9}"
                        + $"{Gain(r.Losses[h]), 9}{Gain(r.Expected[h]), 10}{Even(r.BreakEven(first, h)), 9}  {(first.Evades[h] ? "evades" : "complies"), -9}"
                        + (r.Evading is { } e ? string.Create(CultureInfo.InvariantCulture, $"{100 * e[h]:0} %").PadLeft(6) : "")
                );
            WhatifText.Wrapped(
                output,
                $"Through it and kept: {Unit(answer)} a year. Gain: real income of the hub with evasion less without, the others as they are. Loss: by secondary sanctions; threat: that times their probability; even at: the probability at which it would comply. Draws: in which it evades.",
                0
            );
            output.WriteLine();
        }
    }

    private static string Gain(double gain) =>
        double.IsNaN(gain) ? "fixed" : (100 * gain).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    /// <summary>A probability, in words at its ends.</summary>
    public static string Even(double probability) =>
        double.IsNaN(probability) ? "–"
        : probability > 1 ? "never"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * probability:0.0} %");

    private static void Taken(TextWriter output, ScenarioAnswer answer)
    {
        var regions = WhatifWords.Regions(answer);
        foreach (var b in answer.Backfill.Where(b => regions.Contains(b.Target)).Take(MostTargets))
        {
            var target = answer.World.Regions[b.Target].Code;
            WhatifText.Wrapped(
                output,
                $"Who sells to {target} what others no longer do: {string.Join(", ", b.Sectors.Select(j => answer.World.Sectors[j].Code))}, {Unit(answer)}",
                2
            );
            var around = answer.Rerouting is not null;
            output.WriteLine($"{"", -6}{"before", 10}{"straight", 10}{(around ? $"{"via hubs", 10}" : "")}{"change", 10}");
            foreach (var s in b.Suppliers.Where(s => s.Before > 0 || s.Change > 0).Take(MostSuppliers))
                output.WriteLine(
                    $"{(s.Region == b.Target ? "home" : answer.World.Regions[s.Region].Code), -6}{Value(s.Before), 10}{Value(s.Straight), 10}"
                        + $"{(around ? $"{(s.Controls ? Value(s.Around) : ""), 10}" : "")}{Value(s.Change), 10}{(s.Controls ? "  controls" : "")}"
                );
            WhatifText.Wrapped(output, "  " + Sum(b), 2);
            output.WriteLine();
        }
    }

    /// <summary>What becomes of what is lost, in a sentence.</summary>
    public static string Sum(Backfill b) =>
        b.Lost <= 0
            ? "Nothing is lost."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Of {Value(b.Lost)} no longer sold straight, {100 * b.Around / b.Lost:0} % comes through hubs, {100 * b.Others / b.Lost:0} % from other sellers, {100 * b.Home / b.Lost:0} % from home; by value, so that changes of prices are in it."
            );

    public static void Json(Utf8JsonWriter json, ScenarioAnswer answer)
    {
        json.WriteStartArray("backfill");
        foreach (var b in answer.Backfill)
            Json(json, answer, b);
        json.WriteEndArray();
        if (answer.Rerouting is not { } r)
            return;
        json.WriteStartObject("rerouting");
        json.WriteNumber("profilesSolved", r.Profiles);
        json.WriteNumber("stable", r.Equilibria.Count);
        if (r.Draws is var (none, one, several))
        {
            json.WriteStartObject("draws");
            json.WriteNumber("none", none);
            json.WriteNumber("one", one);
            json.WriteNumber("several", several);
            json.WriteEndObject();
        }
        json.WriteBoolean("drawsKeepProfile", r.DrawsKeepProfile);
        json.WriteStartArray("hubs");
        for (var h = 0; h < r.Hubs.Count; h++)
        {
            json.WriteStartObject();
            json.WriteString("hub", answer.World.Regions[r.Hubs[h]].Code);
            json.WriteNumber("lossIfSanctioned", r.Losses[h]);
            json.WriteNumber("expectedLoss", r.Expected[h]);
            if (r.Equilibria.Count > 0 && r.BreakEven(r.Equilibria[0], h) is var even && double.IsFinite(even))
                json.WriteNumber("breakEvenProbability", even);
            if (r.Evading is { } e)
                json.WriteNumber("shareOfDrawsEvading", e[h]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("profiles");
        foreach (var (name, outcome) in Outcomes(r))
            Json(json, answer, r, name, outcome);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Json(Utf8JsonWriter json, ScenarioAnswer answer, ReroutingAnswer r, string name, ComplianceOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("profile", name);
        json.WriteBoolean("stable", r.Equilibria.Any(e => e.Evades.SequenceEqual(outcome.Evades)));
        json.WriteStartArray("hubs");
        for (var h = 0; h < r.Hubs.Count; h++)
        {
            json.WriteStartObject();
            json.WriteString("hub", answer.World.Regions[r.Hubs[h]].Code);
            json.WriteBoolean("evades", outcome.Evades[h]);
            json.WriteNumber("through", outcome.Through[h]);
            json.WriteNumber("kept", outcome.Margins[h]);
            if (!double.IsNaN(outcome.Gains[h]))
                json.WriteNumber("gain", outcome.Gains[h]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("realIncome");
        foreach (var n in WhatifWords.Regions(answer))
            json.WriteNumber(answer.World.Regions[n].Code, outcome.RealIncome[n]);
        json.WriteEndObject();
        json.WriteStartArray("backfill");
        foreach (var b in outcome.Backfill)
            Json(json, answer, b);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Json(Utf8JsonWriter json, ScenarioAnswer answer, Backfill b)
    {
        json.WriteStartObject();
        json.WriteString("target", answer.World.Regions[b.Target].Code);
        json.WriteStartArray("sectors");
        foreach (var j in b.Sectors)
            json.WriteStringValue(answer.World.Sectors[j].Code);
        json.WriteEndArray();
        json.WriteNumber("lost", b.Lost);
        json.WriteNumber("around", b.Around);
        json.WriteNumber("others", b.Others);
        json.WriteNumber("home", b.Home);
        json.WriteStartArray("suppliers");
        foreach (var s in b.Suppliers)
        {
            json.WriteStartObject();
            json.WriteString("region", answer.World.Regions[s.Region].Code);
            json.WriteBoolean("controls", s.Controls);
            json.WriteNumber("before", s.Before);
            json.WriteNumber("straight", s.Straight);
            json.WriteNumber("around", s.Around);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
