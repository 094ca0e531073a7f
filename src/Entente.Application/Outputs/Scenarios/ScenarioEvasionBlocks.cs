using Entente.Models.Equilibrium;
using Entente.Reports.Charts;
using Entente.Reports.Pages;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>Evasion through hubs and who takes over, as a part of the page.</summary>
internal static class ScenarioEvasionBlocks
{
    public static void Add(List<Block> blocks, ScenarioAnswer answer)
    {
        if (answer.Rerouting is { } rerouting)
            Hubs(blocks, answer, rerouting);
        foreach (var backfill in answer.Backfill.Where(b => WhatifWords.Regions(answer).Contains(b.Target)))
            Taken(blocks, answer, backfill);
    }

    private static void Hubs(List<Block> blocks, ScenarioAnswer answer, ReroutingAnswer r)
    {
        blocks.Add(new HeadingBlock(2, "Evasion through hubs"));
        blocks.AddRange(WhatifEvasion.Stability(answer).Select(s => new TextBlock(s)));
        var regions = WhatifWords.Regions(answer);
        blocks.Add(
            new TableBlock(
                "Real income by profile of compliance, per cent",
                [new("Profile"), .. regions.Select(n => new Column(answer.World.Regions[n].Code, true)), new("evading")],
                [
                    .. WhatifEvasion
                        .Outcomes(r)
                        .Select(o =>
                            (IReadOnlyList<Words>)
                                [
                                    o.Name,
                                    .. regions.Select(n => Words.FromString(WhatifWords.Percent(o.Outcome.RealIncome[n]))),
                                    WhatifEvasion.Evading(answer, o.Outcome),
                                ]
                        ),
                ]
            )
        );
        if (r.Equilibria.Count == 0)
            return;
        var first = r.Equilibria[0];
        var names = r.Hubs.Select(h => answer.World.Regions[h].Name).ToList();
        blocks.Add(
            new ChartBlock(
                Bars(
                    "through-hubs",
                    $"What comes through each hub, {WhatifEvasion.Unit(answer)}",
                    "Hub",
                    names.Select((name, h) => (name, first.Through[h] / 1e9))
                ),
                Table: false
            )
        );
        blocks.Add(
            new TableBlock(
                "What each hub does",
                [
                    new("Hub"),
                    new($"through it, {WhatifEvasion.Unit(answer)}", true),
                    new("kept", true),
                    new("gain, %", true),
                    new("loss, %", true),
                    new("even at", true),
                    new("choice"),
                ],
                [
                    .. names.Select(
                        (name, h) =>
                            (IReadOnlyList<Words>)
                                [
                                    name,
                                    WhatifEvasion.Value(first.Through[h]),
                                    WhatifEvasion.Value(first.Margins[h]),
                                    double.IsNaN(first.Gains[h]) ? "fixed" : WhatifWords.Percent(first.Gains[h]),
                                    WhatifWords.Percent(r.Losses[h]),
                                    WhatifEvasion.Even(r.BreakEven(first, h)),
                                    first.Evades[h] ? "evades" : "complies",
                                ]
                    ),
                ]
            )
        );
        blocks.Add(
            new TextBlock(
                "Gain: real income of the hub with evasion less without, the others as they are. Loss: by secondary sanctions. Even at: the probability of these at which it would comply.",
                Soft: true
            )
        );
    }

    private static void Taken(List<Block> blocks, ScenarioAnswer answer, Backfill b)
    {
        var target = answer.World.Regions[b.Target];
        var goods = string.Join(", ", b.Sectors.Select(j => answer.World.Sectors[j].Name));
        var suppliers = b.Suppliers.Where(s => s.Before > 0 || s.Change > 0).ToList();
        string Name(int region) => region == b.Target ? "at home" : answer.World.Regions[region].Name;
        blocks.Add(new HeadingBlock(2, $"Who sells to {target.Name} what others no longer do"));
        blocks.Add(
            new ChartBlock(
                Bars(
                    $"taken-{target.Code.ToLowerInvariant()}",
                    $"Change of what each sells to {target.Name}, {goods}, {WhatifEvasion.Unit(answer)}",
                    "Seller",
                    suppliers.Select(s => (Name(s.Region), s.Change / 1e9))
                ) with
                {
                    Signed = true,
                },
                Table: false
            )
        );
        blocks.Add(
            new TableBlock(
                $"{goods}, {WhatifEvasion.Unit(answer)}",
                [new("Seller"), new("before", true), new("straight", true), new("through hubs", true), new("change", true)],
                [
                    .. suppliers.Select(s =>
                        (IReadOnlyList<Words>)
                            [
                                Name(s.Region),
                                WhatifEvasion.Value(s.Before),
                                WhatifEvasion.Value(s.Straight),
                                s.Controls ? WhatifEvasion.Value(s.Around) : "",
                                WhatifEvasion.Value(s.Change),
                            ]
                    ),
                ]
            )
        );
        blocks.Add(new TextBlock(WhatifEvasion.Sum(b)));
    }

    private static ChartModel Bars(string id, string title, string across, IEnumerable<(string Name, double Value)> bars)
    {
        var points = bars.Select(
                (b, row) =>
                    new ChartPoint
                    {
                        At = b.Name,
                        X = row,
                        // Tenths of a billion are what the base can tell.
                        Value = Math.Round(b.Value, 1),
                    }
            )
            .ToList();
        return new()
        {
            Id = id,
            Form = ChartForm.Bars,
            Title = title,
            Series = [new() { Name = title, Points = points }],
            Base = 0,
            Across = across,
            Summary =
                string.Join(
                    "; ",
                    points.Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{p.At}: {p.Value:0.0}"))
                ) + ".",
        };
    }
}
