using System.Globalization;
using Entente.Models.Equilibrium;
using Entente.Reports.Charts;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>The charts of an answer to a scenario: each region's result with its interval, every run beside the others; and what moves a result.</summary>
internal static class ScenarioCharts
{
    /// <summary>What is told of regions, in this order.</summary>
    private static readonly RegionOutcome[] Told = [RegionOutcome.RealIncome, RegionOutcome.Exports, RegionOutcome.Imports];

    /// <summary>Inputs that move a result by next to nothing are in the table of the answer, not in a chart.</summary>
    private const int MostBars = 10;

    /// <param name="answers">One for each run of the scenario.</param>
    public static IReadOnlyList<ChartModel> Of(IReadOnlyList<ScenarioAnswer> answers)
    {
        if (answers.Count == 0 || answers.All(a => a.Central is null))
            return [];
        return [.. Told.Select(o => Outcome(answers, o)), .. answers.SelectMany(Drivers), .. answers.SelectMany(Tornados)];
    }

    /// <summary>One outcome of all regions: the result at the modes and the middle 90 % of draws, one series for each run.</summary>
    public static ChartModel Outcome(IReadOnlyList<ScenarioAnswer> answers, RegionOutcome outcome)
    {
        var regions = WhatifWords.Regions(answers[0]);
        var names = regions.Select(n => answers[0].World.Regions[n].Name).ToList();
        var series = answers
            .Where(a => a.Central is not null)
            .Select(a => new ChartSeries
            {
                Name = a.Scenario.Run.Length > 0 ? a.Scenario.Run : WhatifWords.Of(outcome),
                Points = [.. regions.Select((n, row) => Point(a, outcome, n, row, names[row])).Where(p => double.IsFinite(p.Value))],
            })
            .ToList();
        return new()
        {
            Id = Id(WhatifWords.Of(outcome)),
            Form = series.Count == 1 ? ChartForm.Bars : ChartForm.Rows,
            Title = $"Change of {WhatifWords.Of(outcome)}",
            Unit = "share",
            Signed = true,
            Modelled = true,
            Series = series,
            Base = 0,
            BaseName = "no change",
            Across = "Region",
            Summary = Summary(series),
            Note = answers.Any(a => a.Intervals is not null) ? "The line through each mark spans the middle 90 % of draws." : null,
        };
    }

    private static ChartPoint Point(ScenarioAnswer answer, RegionOutcome outcome, int region, int row, string name)
    {
        var drawn = answer.Intervals?[(int)outcome][region];
        return new()
        {
            At = name,
            X = row,
            Value = answer.Central![(int)outcome][region],
            Low = drawn?.Low,
            High = drawn?.High,
        };
    }

    /// <summary>What the sensitivity found: each result with one input alone at its 5th and 95th percentile.</summary>
    private static IEnumerable<ChartModel> Tornados(ScenarioAnswer answer)
    {
        if (answer.Sensitivity is not { } sensitivity)
            yield break;
        foreach (var result in sensitivity.Results)
        {
            var region = answer.World.Regions[result.Region];
            var points = result
                .Inputs.Select((influence, i) => (Influence: influence, sensitivity.Inputs[i].Name))
                .Where(i => double.IsFinite(i.Influence.Low) && double.IsFinite(i.Influence.High) && i.Influence.Low != i.Influence.High)
                .OrderByDescending(i => Math.Abs(i.Influence.High - i.Influence.Low))
                .Take(MostBars)
                .Select(
                    (i, row) =>
                        new ChartPoint
                        {
                            At = i.Name,
                            X = row,
                            Value = answer.Central![(int)result.Outcome][result.Region],
                            Low = i.Influence.Low,
                            High = i.Influence.High,
                            Note = i.Influence.Variance is { } v
                                ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, v.Total):0.00} of the variance")
                                : null,
                        }
                )
                .ToList();
            if (points.Count == 0)
                continue;
            var central = answer.Central![(int)result.Outcome][result.Region];
            yield return new()
            {
                Id = Id($"{answer.Scenario.Run} {WhatifWords.Of(result.Outcome)} {region.Code} tornado"),
                Form = ChartForm.Tornado,
                Title = $"What moves the {WhatifWords.Of(result.Outcome)} of {region.Name}{Run(answer)}",
                Unit = "share",
                Signed = true,
                Modelled = true,
                Series = [new() { Name = "input alone at its 5th to its 95th percentile", Points = points }],
                Base = central,
                BaseName = "all at their modes",
                Across = "Input",
                Summary =
                    string.Join(
                        "; ",
                        points.Select(p => $"{p.At}: {WhatifWords.Percent(p.Low!.Value)} % to {WhatifWords.Percent(p.High!.Value)} %")
                    ) + ".",
            };
        }
    }

    /// <summary>Without the costlier sensitivity: how real income goes with each input over the draws.</summary>
    private static IEnumerable<ChartModel> Drivers(ScenarioAnswer answer)
    {
        if (answer.Drivers.Count == 0 || answer.Sensitivity is not null || answer.Central is null)
            yield break;
        // The region that the question moves most stands for it.
        var region = WhatifWords.Regions(answer).MaxBy(n => Math.Abs(answer.Central[0][n]));
        var points = answer
            .Drivers.Where(d => double.IsFinite(d.WithRealIncome[region]))
            .OrderByDescending(d => Math.Abs(d.WithRealIncome[region]))
            .Take(MostBars)
            .Select(
                (d, row) =>
                    new ChartPoint
                    {
                        At = d.Input,
                        X = row,
                        Value = d.WithRealIncome[region],
                    }
            )
            .ToList();
        if (points.Count == 0)
            yield break;
        yield return new()
        {
            Id = Id($"{answer.Scenario.Run} drivers"),
            Form = ChartForm.Bars,
            Title = $"What real income of {answer.World.Regions[region].Name} goes with over the draws{Run(answer)}",
            Signed = true,
            Series = [new() { Name = "rank correlation", Points = points }],
            Base = 0,
            Across = "Input",
            Summary =
                string.Join("; ", points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.At}: {p.Value:+0.00;-0.00;0.00}")))
                + ".",
            Note = "Spearman's rank correlation: +1 goes up with it throughout, −1 goes down.",
        };
    }

    private static string Summary(IReadOnlyList<ChartSeries> series) =>
        string.Join(
            " ",
            series.Select(s =>
                $"{s.Name}: "
                + string.Join(
                    "; ",
                    s.Points.Select(p =>
                        $"{p.At} {WhatifWords.Percent(p.Value)} %{(p is { Low: { } low, High: { } high } ? $" [{WhatifWords.Percent(low)}, {WhatifWords.Percent(high)}]" : "")}"
                    )
                )
                + "."
            )
        );

    private static string Run(ScenarioAnswer answer) => answer.Scenario.Run.Length > 0 ? $", {answer.Scenario.Run}" : "";

    /// <summary>Words as an id: small letters, digits and hyphens.</summary>
    public static string Id(string words)
    {
        var id = new System.Text.StringBuilder(words.Length);
        foreach (var c in words)
            if (char.IsAsciiLetterOrDigit(c))
                id.Append(char.ToLowerInvariant(c));
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        return id.ToString().TrimEnd('-');
    }
}
