using System.Globalization;
using System.Net;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>Evasion through hubs and who takes over, as a part of the page.</summary>
internal static class WhatifEvasionHtml
{
    private const double Width = 220;

    public static void Write(TextWriter output, ScenarioAnswer answer)
    {
        if (answer.Rerouting is { } rerouting)
            Hubs(output, answer, rerouting);
        foreach (var backfill in answer.Backfill.Where(b => WhatifWords.Regions(answer).Contains(b.Target)))
            Taken(output, answer, backfill);
    }

    private static void Hubs(TextWriter output, ScenarioAnswer answer, ReroutingAnswer r)
    {
        output.WriteLine("<h2>Evasion through hubs</h2>");
        foreach (var sentence in WhatifEvasion.Stability(answer))
            output.WriteLine($"<p>{Text(sentence)}</p>");
        var regions = WhatifWords.Regions(answer);
        output.WriteLine(
            $"<table><thead><tr><th>Real income, %{string.Concat(regions.Select(n => $"<th>{Text(answer.World.Regions[n].Code)}"))}<th>evading</tr></thead><tbody>"
        );
        foreach (var (name, outcome) in WhatifEvasion.Outcomes(r))
            output.WriteLine(
                $"<tr><td>{name}{string.Concat(regions.Select(n => $"<td>{WhatifWords.Percent(outcome.RealIncome[n])}"))}<td>{Text(WhatifEvasion.Evading(answer, outcome))}</tr>"
            );
        output.WriteLine("</tbody></table>");
        if (r.Equilibria.Count == 0)
            return;
        var first = r.Equilibria[0];
        var most = first.Through.DefaultIfEmpty().Max();
        output.WriteLine(
            $"<table><thead><tr><th>Hub<th>through it, {Text(WhatifEvasion.Unit(answer))}<th><th>kept<th>gain, %<th>loss, %<th>even at<th>choice</tr></thead><tbody>"
        );
        for (var h = 0; h < r.Hubs.Count; h++)
        {
            var name = answer.World.Regions[r.Hubs[h]].Name;
            output.WriteLine(
                $"<tr><td>{Text(name)}<td>{WhatifEvasion.Value(first.Through[h])}<td>{Bar(name, first.Through[h], most, first.Through[h])}<td>{WhatifEvasion.Value(first.Margins[h])}"
                    + $"<td>{(double.IsNaN(first.Gains[h]) ? "fixed" : WhatifWords.Percent(first.Gains[h]))}<td>{WhatifWords.Percent(r.Losses[h])}<td>{WhatifEvasion.Even(r.BreakEven(first, h))}<td>{(first.Evades[h] ? "evades" : "complies")}</tr>"
            );
        }
        output.WriteLine("</tbody></table>");
        output.WriteLine(
            "<p class=\"soft\">Gain: real income of the hub with evasion less without, the others as they are. Loss: by secondary sanctions. Even at: the probability of these at which it would comply.</p>"
        );
    }

    private static void Taken(TextWriter output, ScenarioAnswer answer, Backfill b)
    {
        var target = answer.World.Regions[b.Target];
        output.WriteLine(
            $"<h2>Who sells to {Text(target.Name)} what others no longer do</h2><table><thead><tr><th>{Text(string.Join(", ", b.Sectors.Select(j => answer.World.Sectors[j].Name)))}, {Text(WhatifEvasion.Unit(answer))}<th>before<th>straight<th>through hubs<th>change<th></tr></thead><tbody>"
        );
        var most = b.Suppliers.Max(s => Math.Abs(s.Change));
        foreach (var s in b.Suppliers.Where(s => s.Before > 0 || s.Change > 0))
        {
            var name = s.Region == b.Target ? "at home" : answer.World.Regions[s.Region].Name;
            output.WriteLine(
                $"<tr><td>{Text(name)}<td>{WhatifEvasion.Value(s.Before)}<td>{WhatifEvasion.Value(s.Straight)}<td>{(s.Controls ? WhatifEvasion.Value(s.Around) : "")}<td>{WhatifEvasion.Value(s.Change)}<td>{Bar(name, s.Change, most, Math.Abs(s.Change))}</tr>"
            );
        }
        output.WriteLine($"</tbody></table><p>{Text(WhatifEvasion.Sum(b))}</p>");
    }

    private static string Bar(string name, double value, double most, double length) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<svg width=\"{Width:0}\" height=\"14\" role=\"img\"><title>{Text(name)}: {WhatifEvasion.Value(value)}</title><rect class=\"{(value < 0 ? "down" : "up")}\" x=\"0\" y=\"1\" width=\"{(most > 0 ? Width * length / most : 0):0.#}\" height=\"12\"/></svg>"
        );

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
