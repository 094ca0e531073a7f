using System.Globalization;
using System.Net;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>What moves each result, as bars from the result at an input's 5th percentile to that at its 95th, the widest share of variance first.</summary>
internal static class WhatifSensitivityHtml
{
    private const double Width = 260;

    public static void Write(TextWriter output, ScenarioAnswer answer, ScenarioSensitivity sensitivity)
    {
        output.WriteLine("<h3>What moves the results</h3>");
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<p class=\"soft\">Shares of the variance after Sobol, mean absolute effect of a step after Morris (µ*), and the result with one input alone at its 5th and 95th percentile. {sensitivity.Samples} points, {sensitivity.Solved} equilibria, {sensitivity.Undefined} points without one.</p>"
            )
        );
        foreach (var outcome in sensitivity.Results.GroupBy(r => r.Outcome))
        {
            output.WriteLine(
                $"<table><caption>{Text(WhatifWords.Of(outcome.Key))}, %</caption><thead><tr><th>Region<th>Input<th>First<th>Total<th>µ*<th>5 %<th><th>95 %</tr></thead><tbody>"
            );
            foreach (var result in outcome)
                Result(output, answer.World.Regions[result.Region].Name, sensitivity, result);
            output.WriteLine("</tbody></table>");
        }
    }

    private static void Result(TextWriter output, string region, ScenarioSensitivity sensitivity, ResultSensitivity result)
    {
        var ends = result.Inputs.SelectMany(i => new[] { i.Low, i.High }).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (least, most) = (ends.Min(), ends.Max());
        foreach (var i in Enumerable.Range(0, result.Inputs.Count).OrderByDescending(i => result.Inputs[i].Variance?.Total ?? 0))
        {
            var influence = result.Inputs[i];
            output.WriteLine(
                $"<tr><td>{Text(region)}<td>{Text(sensitivity.Inputs[i].Name)}<td>{Share(influence.Variance?.First)}<td>{Share(influence.Variance?.Total)}"
                    + $"<td>{(100 * influence.Effects.MeanAbsolute).ToString("0.00", CultureInfo.InvariantCulture)}<td>{Percent(influence.Low)}"
                    + $"<td>{Bar(influence, least, most)}<td>{Percent(influence.High)}</tr>"
            );
        }
    }

    private static string Bar(InputInfluence influence, double least, double most)
    {
        if (!(most > least) || !double.IsFinite(influence.Low) || !double.IsFinite(influence.High))
            return "–";
        double X(double value) => 4 + ((value - least) / (most - least) * (Width - 8));
        var (from, to) = (X(influence.Low), X(influence.High));
        var (title, kind) = ($"{Percent(influence.Low)} to {Percent(influence.High)}", to < from ? "down" : "up");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg width=\"{Width:0}\" height=\"18\" role=\"img\"><title>{title}</title><rect class=\"{kind}\" x=\"{Math.Min(from, to):0.#}\" y=\"3\" width=\"{Math.Max(1, Math.Abs(to - from)):0.#}\" height=\"12\"/></svg>"
        );
    }

    private static string Share(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static string Percent(double value) => double.IsFinite(value) ? WhatifWords.Percent(value) : "–";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
