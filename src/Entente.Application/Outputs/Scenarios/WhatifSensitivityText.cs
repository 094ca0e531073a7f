using System.Globalization;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>What moves each result, as a table with bars for a terminal.</summary>
internal static class WhatifSensitivityText
{
    private const int NameWidth = 22;
    private const int BarWidth = 14;

    public static void Write(TextWriter output, ScenarioAnswer answer, ScenarioSensitivity sensitivity)
    {
        WhatifText.Wrapped(
            output,
            "What moves the results: shares of the variance (Sobol, first order and total), mean absolute effect of a step (Morris µ*), and the result"
                + " with the input alone at its 5th and 95th percentile, per cent",
            0
        );
        foreach (var outcome in sensitivity.Results.GroupBy(r => r.Outcome))
        {
            output.WriteLine();
            output.WriteLine($"{WhatifWords.Of(outcome.Key), -28}  {"first", 5} {"total", 5} {"µ*", 7} {"5 %", 7} {"", BarWidth} 95 %");
            foreach (var result in outcome)
                Result(output, answer.World.Regions[result.Region].Code, sensitivity, result);
        }
        output.WriteLine();
        WhatifText.Wrapped(
            output,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sensitivity.Samples} points, {sensitivity.Solved} equilibria; errors of the shares are about {Error(sensitivity):0.00}"
            )
                + (
                    sensitivity.Undefined > 0
                        ? string.Create(CultureInfo.InvariantCulture, $"; {sensitivity.Undefined} points did not converge and are left out")
                        : ""
                ),
            0
        );
        output.WriteLine();
    }

    private static void Result(TextWriter output, string region, ScenarioSensitivity sensitivity, ResultSensitivity result)
    {
        if (result.Inputs.All(i => i.Variance is null))
        {
            output.WriteLine($"{region, -5} does not vary");
            return;
        }
        var ends = result.Inputs.SelectMany(i => new[] { i.Low, i.High }).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (least, most) = (ends.Min(), ends.Max());
        var code = region;
        foreach (var i in Enumerable.Range(0, result.Inputs.Count).OrderByDescending(i => result.Inputs[i].Variance!.Total))
        {
            var influence = result.Inputs[i];
            output.WriteLine(
                $"{code, -5} {Clipped(sensitivity.Inputs[i].Name), -NameWidth}  {Share(influence.Variance!.First)} {Share(influence.Variance.Total)} "
                    + $"{(100 * influence.Effects.MeanAbsolute).ToString("0.00", CultureInfo.InvariantCulture), 7} {Percent(influence.Low), 7} "
                    + $"{Bar(influence, least, most)} {Percent(influence.High)}"
            );
            code = "";
        }
    }

    /// <summary>A bar from the result at the low end to that at the high end, on the line of all inputs' ends.</summary>
    private static string Bar(InputInfluence influence, double least, double most)
    {
        if (!(most > least) || !double.IsFinite(influence.Low) || !double.IsFinite(influence.High))
            return new string(' ', BarWidth);
        int At(double value) => (int)Math.Round((value - least) / (most - least) * (BarWidth - 1));
        var (from, to) = (At(Math.Min(influence.Low, influence.High)), At(Math.Max(influence.Low, influence.High)));
        return string.Concat(Enumerable.Range(0, BarWidth).Select(x => x >= from && x <= to ? '█' : '·'));
    }

    private static double Error(ScenarioSensitivity sensitivity) =>
        sensitivity
            .Results.SelectMany(r => r.Inputs)
            .Select(i => Math.Max(i.Variance?.FirstError ?? 0, i.Variance?.TotalError ?? 0))
            .Where(double.IsFinite)
            .DefaultIfEmpty(0)
            .Max();

    private static string Share(double value) => Math.Clamp(value, -9, 9).ToString("0.00", CultureInfo.InvariantCulture).PadLeft(5);

    private static string Percent(double value) => double.IsFinite(value) ? WhatifWords.Percent(value) : "–";

    private static string Clipped(string name) => name.Length <= NameWidth ? name : name[..(NameWidth - 1)] + "…";
}
