using System.Globalization;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>The answer to a scenario as tables for a terminal.</summary>
internal static class WhatifText
{
    private const int MostPartners = 6;
    private const int Width = 80;

    /// <param name="answers">One for each run of the scenario.</param>
    public static void Write(TextWriter output, IReadOnlyList<ScenarioAnswer> answers)
    {
        var answer = answers[0];
        Head(output, answer, answers.Count == 1);
        if (answers.Count > 1)
        {
            WhatifRuns.Write(output, answers);
            foreach (var run in answers.Where(a => a.Rerouting is not null || a.Backfill.Count > 0))
            {
                output.WriteLine($"Run {run.Scenario.Run}");
                WhatifEvasion.Text(output, run);
            }
            Notes(output, answer);
            return;
        }
        if (answer.Central is not { } central)
        {
            if (answer.Rerouting is not null)
                WhatifEvasion.Text(output, answer);
            else
                Wrapped(output, "No answer: the search for the equilibrium did not converge, and its numbers mean nothing.", 0);
            Certificate(output, answer);
            return;
        }
        Table(output, answer, central);
        Partners(output, answer);
        WhatifEvasion.Text(output, answer);
        Drivers(output, answer);
        if (answer.Sensitivity is { } sensitivity)
            WhatifSensitivityText.Write(output, answer, sensitivity);
        Certificate(output, answer);
        Notes(output, answer);
    }

    private static void Notes(TextWriter output, ScenarioAnswer answer)
    {
        foreach (var note in answer.World.Notes)
            Wrapped(output, $"Note: {note}", 2);
        Wrapped(output, "A comparison of two equilibria of a model under declared ranges; not a forecast.", 0);
    }

    // What a run has of its own is told with the runs.
    private static void Head(TextWriter output, ScenarioAnswer answer, bool alone)
    {
        var (world, scenario) = (answer.World, answer.Scenario);
        output.WriteLine(scenario.Name);
        if (scenario.Question.Length > 0)
            Wrapped(output, scenario.Question, 0);
        output.WriteLine();
        Wrapped(
            output,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Base: {world.Name}; {world.Regions.Count} regions, {world.Sectors.Count} sectors, {world.Figures.Cited} figures cited, {world.Figures.Assumed} assumed"
            ),
            2
        );
        foreach (var shock in scenario.Shocks)
            Wrapped(output, $"  {WhatifWords.Describe(shock)} [{shock.Source}]", 4);
        foreach (var line in WhatifEvasion.Declared(scenario).Concat(FixedNumbers.Lines(scenario.Fixed)))
            Wrapped(output, "  " + line, 4);
        if (alone)
            Numbers(output, scenario);
        output.WriteLine();
    }

    /// <summary>The elasticities and the deficits of a scenario or of one of its runs.</summary>
    public static void Numbers(TextWriter output, TradeScenario scenario)
    {
        foreach (var given in scenario.Elasticities)
            Wrapped(output, $"  {WhatifWords.Describe(given)} [{given.Source}]", 4);
        foreach (var given in scenario.Supply)
            Wrapped(output, $"  {WhatifWords.Describe(given)} [{given.Source}]", 4);
        output.WriteLine($"  deficits {WhatifWords.Deficits(scenario.Deficits)}");
    }

    private static void Table(TextWriter output, ScenarioAnswer answer, double[][] central)
    {
        var (drawn, tariffs) = (answer.Intervals, answer.FirstOrderHolds);
        output.WriteLine("Changes in per cent" + (drawn is null ? "" : "; in brackets 90 % of the draws"));
        output.WriteLine();
        output.WriteLine(
            $"{"", -5} {"real income, Î/P̂", -24}  {"real wage", 9}  {"terms", 7} {"volume", 7} {"first-order", 11}".TrimEnd()
        );
        foreach (var n in WhatifWords.Regions(answer))
        {
            var (terms, volume) = (central[(int)RegionOutcome.TermsOfTrade][n], central[(int)RegionOutcome.VolumeOfTrade][n]);
            output.WriteLine(
                $"{answer.World.Regions[n].Code, -5} {Cell(RegionOutcome.RealIncome, n), -24} {WhatifWords.Percent(central[(int)RegionOutcome.RealWage][n]), 9}  "
                    + (
                        tariffs
                            ? $"{WhatifWords.Percent(terms), 7} {WhatifWords.Percent(volume), 7} {WhatifWords.Percent(terms + volume), 11}"
                            : $"{"–", 7} {"–", 7} {"–", 11}"
                    )
            );
        }
        output.WriteLine();
        output.WriteLine($"{"", -5} {"exports", -24} {"imports", -24}".TrimEnd());
        foreach (var n in WhatifWords.Regions(answer))
            output.WriteLine(
                $"{answer.World.Regions[n].Code, -5} {Cell(RegionOutcome.Exports, n), -24} {Cell(RegionOutcome.Imports, n), -24}".TrimEnd()
            );
        if (central.Length > (int)RegionOutcome.ImportsFromBloc)
        {
            output.WriteLine();
            output.WriteLine($"{"", -5} imports from the bloc");
            foreach (var n in WhatifWords.Regions(answer).Where(n => !double.IsNaN(central[(int)RegionOutcome.ImportsFromBloc][n])))
                output.WriteLine($"{answer.World.Regions[n].Code, -5} {Cell(RegionOutcome.ImportsFromBloc, n)}");
        }
        output.WriteLine();
        Wrapped(
            output,
            "Real income is exact. First-order is terms plus volume of trade, as papers print it"
                + (tariffs ? "" : "; it holds for changes of tariffs alone, so here there is none")
                + ". Exports and imports are values, with world value added fixed.",
            0
        );
        output.WriteLine();

        string Cell(RegionOutcome what, int n)
        {
            var value = WhatifWords.Percent(central[(int)what][n]);
            return drawn is null
                ? value
                : $"{value} [{WhatifWords.Percent(drawn[(int)what][n].Low)}, {WhatifWords.Percent(drawn[(int)what][n].High)}]";
        }
    }

    private static void Partners(TextWriter output, ScenarioAnswer answer)
    {
        if (answer.Scenario.Report.Count == 0)
            return;
        output.WriteLine(
            "Shares of partners in a region's trade, per cent, before → after" + (answer.PartnerIntervals is null ? "" : " [90 % of draws]")
        );
        foreach (var n in WhatifWords.Regions(answer))
            Wrapped(
                output,
                $"{answer.World.Regions[n].Code, -5} "
                    + string.Join(
                        ", ",
                        WhatifWords
                            .Partners(answer, n)
                            .Take(MostPartners)
                            .Select(p =>
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{answer.World.Regions[p.Partner].Code} {100 * p.Before:0.0} → {100 * p.After:0.0}{Range(answer, n, p.Partner)}"
                                )
                            )
                    ),
                6
            );
        output.WriteLine();
    }

    // Only where the draws differ in the digit that is printed.
    private static string Range(ScenarioAnswer answer, int region, int partner)
    {
        if (answer.PartnerIntervals?.GetValueOrDefault(region) is not { } ranges)
            return "";
        var (low, high) = (Share(ranges[partner].Low), Share(ranges[partner].High));
        return low == high ? "" : $" [{low}, {high}]";
    }

    private static string Share(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static void Drivers(TextWriter output, ScenarioAnswer answer)
    {
        if (answer.Drivers.Count == 0)
            return;
        output.WriteLine("What drives real income: rank correlation over the draws");
        foreach (var driver in answer.Drivers)
            Wrapped(
                output,
                $"  {driver.Input}: "
                    + string.Join(
                        ", ",
                        WhatifWords
                            .Regions(answer)
                            .Select(n =>
                                $"{answer.World.Regions[n].Code} {driver.WithRealIncome[n].ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture)}"
                            )
                    ),
                4
            );
        output.WriteLine();
    }

    /// <summary>Why the search stopped, and what was drawn.</summary>
    public static void Certificate(TextWriter output, ScenarioAnswer answer)
    {
        var c = answer.Certificate;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Search: {WhatifWords.Stopped(c.Stopped)} after {c.Iterations} iterations, residual {c.Residual:0.0e+0}"
            ) + (c.Converged ? string.Create(CultureInfo.InvariantCulture, $", Walras {c.Walras:0.0e+0}") : "")
        );
        if (!answer.Uncertain)
            output.WriteLine("Draws: none; nothing in the scenario or the base is uncertain");
        else if (answer.Draws > 0)
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Draws: {answer.Draws}, seed {answer.Seed}")
                    + (
                        answer.Failed > 0
                            ? string.Create(CultureInfo.InvariantCulture, $"; {answer.Failed} did not converge and are in no interval")
                            : ""
                    )
            );
    }

    /// <summary>Breaks a line at spaces; what follows the first is indented.</summary>
    public static void Wrapped(TextWriter output, string text, int indent)
    {
        while (text.Length > Width && text.LastIndexOf(' ', Width) is var at && at > indent)
        {
            output.WriteLine(text.AsSpan(0, at).TrimEnd());
            text = new string(' ', indent) + text[at..].TrimStart();
        }
        output.WriteLine(text);
    }
}
