using System.Globalization;
using Entente.Models.Equilibrium;
using Entente.Reports.Pages;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>What moves each result, in numbers: shares of variance, screening, and the result with one input at either end.</summary>
internal static class ScenarioSensitivityBlocks
{
    public static void Add(List<Block> blocks, ScenarioAnswer answer)
    {
        if (answer.Sensitivity is not { } sensitivity)
            return;
        if (answer.Scenario.Run.Length > 0)
            blocks.Add(new HeadingBlock(3, answer.Scenario.Run));
        blocks.Add(
            new TextBlock(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Shares of the variance after Sobol, mean absolute effect of a step after Morris (µ*), and the result with one input alone at its 5th and 95th percentile. {sensitivity.Samples} points, {sensitivity.Solved} equilibria, {sensitivity.Undefined} points without one."
                ),
                Soft: true
            )
        );
        foreach (var outcome in sensitivity.Results.GroupBy(r => r.Outcome))
            blocks.Add(
                new TableBlock(
                    $"{WhatifWords.Of(outcome.Key)}, per cent, by input",
                    [
                        new("Region"),
                        new("Input"),
                        new("First", true),
                        new("Total", true),
                        new("µ*", true),
                        new("at its 5 %", true),
                        new("at its 95 %", true),
                    ],
                    [.. outcome.SelectMany(r => Rows(answer.World.Regions[r.Region].Name, sensitivity, r))]
                )
            );
    }

    private static IEnumerable<IReadOnlyList<Words>> Rows(string region, ScenarioSensitivity sensitivity, ResultSensitivity result)
    {
        foreach (var i in Enumerable.Range(0, result.Inputs.Count).OrderByDescending(i => result.Inputs[i].Variance?.Total ?? 0))
        {
            var influence = result.Inputs[i];
            yield return
            [
                region,
                sensitivity.Inputs[i].Name,
                Share(influence.Variance?.First),
                Share(influence.Variance?.Total),
                (100 * influence.Effects.MeanAbsolute).ToString("0.00", CultureInfo.InvariantCulture),
                Percent(influence.Low),
                Percent(influence.High),
            ];
        }
    }

    private static string Share(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static string Percent(double value) => double.IsFinite(value) ? WhatifWords.Percent(value) : "–";
}
