using System.Globalization;
using System.Net;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>The answer to a scenario as one page with bars. No script, nothing loaded; every bar has its number beside it.</summary>
internal static class WhatifHtml
{
    private const double Half = 150;

    private const string Style =
        ":root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        + "table{border-collapse:collapse;margin:1rem 0}th,td{padding:.25rem .7rem;text-align:right;border-bottom:1px solid #8884}"
        + "th:first-child,td:first-child{text-align:left}.up{fill:#1b7341}.down{fill:#b3261e}.axis{stroke:#888}.range{stroke:currentColor;stroke-width:1.5}"
        + "small,.soft{color:#767069}svg{vertical-align:middle}";

    /// <param name="answers">One for each run of the scenario.</param>
    public static void Write(TextWriter output, IReadOnlyList<ScenarioAnswer> answers)
    {
        var scenario = answers[0].Scenario;
        Head(output, scenario.Name);
        if (scenario.Question.Length > 0)
            output.WriteLine($"<p>{Text(scenario.Question)}</p>");
        output.WriteLine("<ul>");
        foreach (var shock in scenario.Shocks)
            output.WriteLine($"<li>{Text(WhatifWords.Describe(shock))} <small>{Text(shock.Source)}</small></li>");
        foreach (var line in WhatifEvasion.Declared(scenario).Concat(FixedNumbers.Lines(scenario.Fixed)))
            output.WriteLine($"<li>{Text(line)}</li>");
        output.WriteLine("</ul>");
        foreach (var answer in answers)
            Run(output, answer);
        foreach (var note in answers[0].World.Notes)
            output.WriteLine($"<p class=\"soft\">{Text(note)}</p>");
        output.WriteLine("<p class=\"soft\">A comparison of two equilibria of a model under declared ranges; not a forecast.</p>");
        output.WriteLine("</body></html>");
    }

    private static void Run(TextWriter output, ScenarioAnswer answer)
    {
        if (answer.Scenario.Run.Length > 0)
            output.WriteLine($"<h2>{Text(answer.Scenario.Run)}</h2>");
        if (answer.Scenario.Supply.Count > 0 || answer.Scenario.Run.Length > 0)
        {
            output.WriteLine("<ul>");
            foreach (var given in answer.Scenario.Elasticities)
                output.WriteLine($"<li>{Text(WhatifWords.Describe(given))} <small>{Text(given.Source)}</small></li>");
            foreach (var given in answer.Scenario.Supply)
                output.WriteLine($"<li>{Text(WhatifWords.Describe(given))} <small>{Text(given.Source)}</small></li>");
            output.WriteLine($"<li>deficits {WhatifWords.Deficits(answer.Scenario.Deficits)}</li></ul>");
        }
        if (answer.Central is { } central)
            Table(output, answer, central);
        else if (answer.Rerouting is null)
            output.WriteLine(
                "<p><strong>No answer:</strong> the search for the equilibrium did not converge, and its numbers mean nothing.</p>"
            );
        WhatifEvasionHtml.Write(output, answer);
        if (answer.Sensitivity is { } sensitivity)
            WhatifSensitivityHtml.Write(output, answer, sensitivity);
        Foot(output, answer);
    }

    /// <summary>The head of the page, and its title at the top of the body.</summary>
    public static void Head(TextWriter output, string title)
    {
        output.WriteLine("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        output.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        output.WriteLine($"<title>{Text(title)}</title><style>{Style}{PageStyle.Anywhere}</style></head><body>");
        output.WriteLine($"<h1>{Text(title)}</h1>");
    }

    private static void Table(TextWriter output, ScenarioAnswer answer, double[][] central)
    {
        var regions = WhatifWords.Regions(answer);
        var largest = regions.Max(n => Math.Max(Math.Abs(central[0][n]), Farthest(answer.Intervals?[0][n])));
        output.WriteLine(
            "<table><thead><tr><th>Region<th>Real income, %<th><th>90 % of draws<th>First-order, %<th>Exports, %<th>Imports, %</tr></thead><tbody>"
        );
        foreach (var n in regions)
        {
            var drawn = answer.Intervals?[0][n];
            var range = drawn is { } d ? $"{WhatifWords.Percent(d.Low)} to {WhatifWords.Percent(d.High)}" : "";
            var first = central[(int)RegionOutcome.TermsOfTrade][n] + central[(int)RegionOutcome.VolumeOfTrade][n];
            output.WriteLine(
                $"<tr><td>{Text(answer.World.Regions[n].Name)}<td>{WhatifWords.Percent(central[0][n])}<td>{Bar(answer.World.Regions[n].Name, central[0][n], drawn, largest)}"
                    + $"<td>{range}<td>{(answer.FirstOrderHolds ? WhatifWords.Percent(first) : "–")}<td>{WhatifWords.Percent(central[(int)RegionOutcome.Exports][n])}"
                    + $"<td>{WhatifWords.Percent(central[(int)RegionOutcome.Imports][n])}</tr>"
            );
        }
        output.WriteLine("</tbody></table>");
        output.WriteLine(
            "<p class=\"soft\">Real income is exact; first-order is terms plus volume of trade, as papers print it, and holds for changes of tariffs alone. Exports and imports are values with world value added fixed.</p>"
        );
    }

    private static double Farthest(DrawnInterval? drawn) => drawn is { } d ? Math.Max(Math.Abs(d.Low), Math.Abs(d.High)) : 0;

    private static string Bar(string region, double value, DrawnInterval? drawn, double largest)
    {
        double X(double v) => largest > 0 ? Half + (v / largest * (Half - 4)) : Half;
        var (x, zero) = (X(value), Half);
        var bar = string.Create(
            CultureInfo.InvariantCulture,
            $"<rect class=\"{(value < 0 ? "down" : "up")}\" x=\"{Math.Min(x, zero):0.#}\" y=\"3\" width=\"{Math.Abs(x - zero):0.#}\" height=\"12\"/>"
        );
        var range = drawn is { } d
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"<line class=\"range\" x1=\"{X(d.Low):0.#}\" x2=\"{X(d.High):0.#}\" y1=\"9\" y2=\"9\"/>"
            )
            : "";
        return $"<svg width=\"300\" height=\"18\" role=\"img\"><title>{Text(region)}: {WhatifWords.Percent(value)} %</title>{bar}{range}<line class=\"axis\" x1=\"150\" x2=\"150\" y1=\"0\" y2=\"18\"/></svg>";
    }

    private static void Foot(TextWriter output, ScenarioAnswer answer)
    {
        var c = answer.Certificate;
        output.WriteLine(
            $"<p class=\"soft\">Base: {Text(answer.World.Name)}. "
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{answer.World.Figures.Cited} figures cited, {answer.World.Figures.Assumed} assumed. Search: {WhatifWords.Stopped(c.Stopped)} after {c.Iterations} iterations, residual {c.Residual:0.0e+0}. {answer.Draws} draws, seed {answer.Seed}, {answer.Failed} not converged.</p>"
                )
        );
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
