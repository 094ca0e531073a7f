using System.Globalization;
using Entente.Models.Equilibrium;
using Entente.Reports.Pages;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>The answer to a scenario as a page: what was asked, what comes of it for whom with its range, what moves it, and how it was found.</summary>
internal static class ScenarioPage
{
    private const string Method =
        "Real income is exact; first-order is terms plus volume of trade, as papers print it, and holds for changes of tariffs alone. "
        + "Exports and imports are values with world value added fixed.";

    /// <param name="answers">One for each run of the scenario.</param>
    public static ReportPage Of(IReadOnlyList<ScenarioAnswer> answers)
    {
        var scenario = answers[0].Scenario;
        var blocks = new List<Block>();
        if (scenario.Question.Length > 0)
            blocks.Add(new TextBlock(scenario.Question));
        blocks.Add(
            new ListBlock([
                .. scenario.Shocks.Select(s => Sourced(WhatifWords.Describe(s), s.Source)),
                .. WhatifEvasion.Declared(scenario).Concat(FixedNumbers.Lines(scenario.Fixed)).Select(Words.FromString),
            ])
        );
        blocks.Add(new HeadingBlock(2, "What comes of it"));
        var charts = ScenarioCharts.Of(answers);
        // The tables of the runs have the numbers.
        blocks.AddRange(
            charts.Where(c => c.Id is "real-income" or "exports" or "imports").Select(c => new ChartBlock(c, Table: answers.Count > 1))
        );
        foreach (var answer in answers)
            Run(blocks, answer);
        var moving = charts.Where(c => c.Id is not ("real-income" or "exports" or "imports")).ToList();
        if (moving.Count > 0 || answers.Any(a => a.Sensitivity is not null))
            blocks.Add(new HeadingBlock(2, "What moves the results"));
        blocks.AddRange(moving.Select(c => new ChartBlock(c)));
        foreach (var answer in answers)
            ScenarioSensitivityBlocks.Add(blocks, answer);
        blocks.Add(new HeadingBlock(2, "What to know"));
        blocks.Add(new TextBlock(Method, Soft: true));
        foreach (var note in answers[0].World.Notes)
            blocks.Add(new TextBlock(note, Soft: true));
        blocks.Add(new TextBlock("A comparison of two equilibria of a model under declared ranges; not a forecast.", Soft: true));
        return new()
        {
            Title = scenario.Name,
            Blocks = blocks,
            Foot = string.Join(" ", answers.Select(Certificate)),
        };
    }

    private static void Run(List<Block> blocks, ScenarioAnswer answer)
    {
        if (answer.Scenario.Run.Length > 0)
            blocks.Add(new HeadingBlock(3, answer.Scenario.Run));
        if (answer.Scenario.Supply.Count > 0 || answer.Scenario.Run.Length > 0)
            blocks.Add(
                new ListBlock([
                    .. answer.Scenario.Elasticities.Select(e => Sourced(WhatifWords.Describe(e), e.Source)),
                    .. answer.Scenario.Supply.Select(e => Sourced(WhatifWords.Describe(e), e.Source)),
                    $"deficits {WhatifWords.Deficits(answer.Scenario.Deficits)}",
                ])
            );
        if (answer.Central is { } central)
            blocks.Add(Table(answer, central));
        else if (answer.Rerouting is null)
            blocks.Add(
                new TextBlock(
                    new Words(
                        new Span("No answer:", SpanStyle.Strong),
                        new Span("the search for the equilibrium did not converge, and its numbers mean nothing.")
                    )
                )
            );
        ScenarioEvasionBlocks.Add(blocks, answer);
    }

    private static TableBlock Table(ScenarioAnswer answer, double[][] central)
    {
        var rows = new List<IReadOnlyList<Words>>();
        foreach (var n in WhatifWords.Regions(answer))
        {
            var drawn = answer.Intervals?[0][n];
            var first = central[(int)RegionOutcome.TermsOfTrade][n] + central[(int)RegionOutcome.VolumeOfTrade][n];
            rows.Add([
                answer.World.Regions[n].Name,
                WhatifWords.Percent(central[0][n]),
                drawn is { } d ? $"{WhatifWords.Percent(d.Low)} to {WhatifWords.Percent(d.High)}" : "",
                answer.FirstOrderHolds ? WhatifWords.Percent(first) : "–",
                WhatifWords.Percent(central[(int)RegionOutcome.Exports][n]),
                WhatifWords.Percent(central[(int)RegionOutcome.Imports][n]),
            ]);
        }
        return new(
            "Changes by region, per cent",
            [
                new("Region"),
                new("Real income", true),
                new("90 % of draws", true),
                new("First-order", true),
                new("Exports", true),
                new("Imports", true),
            ],
            rows
        );
    }

    private static string Certificate(ScenarioAnswer answer)
    {
        var c = answer.Certificate;
        var run = answer.Scenario.Run.Length > 0 ? $"Run {answer.Scenario.Run}. " : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{run}Base: {answer.World.Name}. {answer.World.Figures.Cited} figures cited, {answer.World.Figures.Assumed} assumed. Search: {WhatifWords.Stopped(c.Stopped)} after {c.Iterations} iterations, residual {c.Residual:0.0e+0}. {answer.Draws} draws, seed {answer.Seed}, {answer.Failed} not converged."
        );
    }

    private static Words Sourced(string what, string source) => new(new Span(what), new Span(source, SpanStyle.Small));
}
