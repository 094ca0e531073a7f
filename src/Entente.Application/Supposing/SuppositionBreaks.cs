using System.Globalization;
using Entente.Application.Outputs.Arguments;
using Entente.Application.Outputs.Oil;
using Entente.Application.Outputs.Scenarios;
using Entente.Models.Equilibrium;

namespace Entente.Application.Supposing;

/// <summary>What a run says and when it would say otherwise, in words.</summary>
/// <param name="About">A claim, or a region.</param>
/// <param name="Says">What came out.</param>
/// <param name="Breaks">When it breaks; empty where nothing within the ranges turns it.</param>
/// <param name="More">What drives it, whose numbers turn it.</param>
internal sealed record BreakWords(string About, string Says, string Breaks, IReadOnlyList<string> More)
{
    /// <summary>True where the ranges do not decide it: it holds in some draws and fails in others.</summary>
    public bool Open { get; init; }
}

/// <summary>Makes these words of an answer.</summary>
internal static class SuppositionBreaks
{
    // What fails in fewer draws than this is called settled: the ends of the intervals are the 5th and 95th percentile.
    private const double Settled = 0.05;
    private const int MostDrivers = 3;

    public static IReadOnlyList<BreakWords> Of(SuppositionAnswer answer) =>
        !answer.Converged ? []
        : answer.Argument is { } argument ? [.. argument.Claims.Select(Of)]
        : answer.Oil is { } oil ? [new(oil.Question.Name, OilWords.Held(oil), "", [])]
        : [.. answer.Trade.Where(a => a.Central is not null).SelectMany(Of)];

    private static BreakWords Of(Checking.Reasoning.ClaimAnswer claim) =>
        new(
            claim.Claim.Says.Length > 0 ? claim.Claim.Says : claim.Claim.Text,
            $"{ArgumentWords.Holds(claim)}; at the modes it {ArgumentWords.AtModes(claim.AtModes)}",
            ArgumentWords.Breaks(claim) ?? "",
            [
                $"driven by {ArgumentWords.Drivers(claim)}",
                .. claim.Flips.Count > 0 ? ArgumentWords.Flips(claim).Select(f => $"turns with {f}") : [],
                .. claim.Voices.Count > 0 ? [$"turned by the ranges of {ArgumentWords.Voices(claim)}"] : Array.Empty<string>(),
            ]
        )
        {
            Open = claim.P is > Settled and < 1 - Settled,
        };

    private static IEnumerable<BreakWords> Of(ScenarioAnswer answer)
    {
        var run = answer.Scenario.Run.Length > 0 ? $" ({answer.Scenario.Run})" : "";
        foreach (var n in WhatifWords.Regions(answer))
        {
            var value = answer.Central![(int)RegionOutcome.RealIncome][n];
            var drawn = answer.Intervals?[(int)RegionOutcome.RealIncome][n];
            var losing = answer.Losing?[n];
            var open = losing is > Settled and < 1 - Settled;
            var range = drawn is { } d ? $" [{WhatifWords.Percent(d.Low)}, {WhatifWords.Percent(d.High)}]" : "";
            var often = losing is { } l
                ? string.Create(CultureInfo.InvariantCulture, $"; it falls in {ArgumentWords.Percent(l)} % of draws")
                : "";
            yield return new(
                answer.World.Regions[n].Name + run,
                $"real income {WhatifWords.Percent(value)} %{range}{often}",
                open ? Turns(answer, n, value) : "",
                Drivers(answer, n)
            )
            {
                Open = open,
            };
        }
    }

    // The inputs that alone turn the sign, where these were tried one by one; else those that go with it over the draws.
    private static string Turns(ScenarioAnswer answer, int region, double value)
    {
        var result = answer.Sensitivity?.Results.FirstOrDefault(r => r.Region == region && r.Outcome == RegionOutcome.RealIncome);
        if (result is null)
            return "its sign is not the same in all draws";
        var turning = new List<string>();
        for (var i = 0; i < result.Inputs.Count; i++)
        {
            var (name, spread) = answer.Sensitivity!.Inputs[i];
            foreach (
                var (at, end, word) in new[] { (result.Inputs[i].Low, spread.Low, "low"), (result.Inputs[i].High, spread.High, "high") }
            )
                if (double.IsFinite(at) && Math.Sign(at) != Math.Sign(value))
                    turning.Add(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{name} is near its {word} end, {end:0.####} (then {WhatifWords.Percent(at)} %)"
                        )
                    );
        }
        return turning.Count > 0 ? string.Join(", or ", turning) : "several numbers move together: none alone turns its sign";
    }

    private static List<string> Drivers(ScenarioAnswer answer, int region)
    {
        var drivers = answer
            .Drivers.Where(d => double.IsFinite(d.WithRealIncome[region]))
            .OrderByDescending(d => Math.Abs(d.WithRealIncome[region]))
            .Take(MostDrivers)
            .Select(d =>
                string.Create(CultureInfo.InvariantCulture, $"{d.Input} (rank correlation {d.WithRealIncome[region]:+0.00;-0.00})")
            )
            .ToList();
        return drivers.Count > 0 ? [$"driven by {string.Join(", ", drivers)}"] : [];
    }
}
