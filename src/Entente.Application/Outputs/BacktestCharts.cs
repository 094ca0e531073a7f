using System.Globalization;
using Entente.Application.Outputs.Scenarios;
using Entente.Models.Equilibrium;
using Entente.Reports.Charts;

namespace Entente.Application.Outputs;

/// <summary>The charts of a scenario held against what came: each partner's share as told and as it came.</summary>
internal static class BacktestCharts
{
    public static IReadOnlyList<ChartModel> Of(ShareBacktest told) => [.. told.Sides.Select(side => Of(told, side))];

    private static ChartModel Of(ShareBacktest told, SideBacktest side)
    {
        var region = told.World.Regions[told.World.RegionOf(told.Region)].Name;
        var last = Enumerable.Range(0, told.Years.Count).Last(y => side.Shares.Any(s => s.After[y] is not null));
        var year = told.Years[last].ToString(CultureInfo.InvariantCulture);
        var what = side.Side == TradeDirection.Exports ? "exports" : "imports";
        ChartSeries Series(string name, Func<ToldShare, ChartPoint?> point, string? source = null) =>
            new()
            {
                Name = name,
                Source = source,
                Points =
                [
                    .. side
                        .Shares.Select((s, row) => point(s) is { } p ? p with { At = s.Partner.Name, X = row } : null)
                        .OfType<ChartPoint>(),
                ],
            };
        static ChartPoint At(double value) =>
            new()
            {
                At = "",
                X = 0,
                Value = value,
            };
        return new()
        {
            Id = ScenarioCharts.Id($"backtest {what}"),
            Form = ChartForm.Rows,
            Title = $"Partners' shares of {region}'s {what}: told and come",
            Unit = "share",
            Series =
            [
                Series($"told by the model", s => At(s.Model) with { Low = s.Low, High = s.High }),
                Series($"came in {year}", s => s.After[last] is { } came ? At(came) : null, side.Authority),
                Series(
                    told.World.Year is { } before ? before.ToString(CultureInfo.InvariantCulture) : "before",
                    s => At(s.Before),
                    side.Authority
                ),
            ],
            Across = "Partner",
            Summary =
                string.Join(
                    "; ",
                    side.Shares.Select(s =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{s.Partner.Name}: {100 * s.Before:0.0} % before, told {100 * s.Model:0.0} %, came {(s.After[last] is { } came ? $"{100 * came:0.0} %" : "unknown")}"
                        )
                    )
                ) + ".",
            Note = told.Draws > 0 ? "The line through the model's mark spans the middle 90 % of draws." : null,
        };
    }
}
