using System.Globalization;
using Entente.Models.Equilibrium;
using Entente.Reports.Pages;

namespace Entente.Application.Outputs;

/// <summary>A scenario against what came, as a page. A bad score is printed as plainly as a good one.</summary>
internal static class BacktestPage
{
    public static ReportPage Of(ShareBacktest told)
    {
        var region = told.World.Regions[told.World.RegionOf(told.Region)].Name;
        var blocks = new List<Block>
        {
            new TextBlock($"Partners' shares of {region}'s trade, told from the base and the measures alone, and as they came."),
        };
        if (told.Sides.Count == 0)
            blocks.Add(
                new TextBlock(
                    new Words(new Span("No answer:", SpanStyle.Strong), new Span("the search for the equilibrium did not converge."))
                )
            );
        else
            Told(blocks, told);
        return new()
        {
            Title = $"{told.Scenario.Name}: against what came",
            Blocks = blocks,
            Foot = string.Create(CultureInfo.InvariantCulture, $"Base: {told.World.Name}. {told.Draws} draws, seed {told.Seed}."),
        };
    }

    private static void Told(List<Block> blocks, ShareBacktest told)
    {
        foreach (var (side, chart) in told.Sides.Zip(BacktestCharts.Of(told)))
        {
            blocks.Add(new HeadingBlock(2, side.Side.ToString()));
            blocks.Add(new ChartBlock(chart, Table: false));
            blocks.Add(
                new TableBlock(
                    $"{side.Side}, per cent ({side.Authority})",
                    [
                        new("Partner"),
                        new(told.World.Year?.ToString(CultureInfo.InvariantCulture) ?? "before", true),
                        new("model", true),
                        new("90 % of draws", true),
                        new("shift", true),
                        .. told.Years.Select(y => new Column(y.ToString(CultureInfo.InvariantCulture), true)),
                    ],
                    [
                        .. side.Shares.Select(s =>
                            (IReadOnlyList<Words>)
                                [
                                    s.Partner.Name,
                                    Percent(s.Before),
                                    Percent(s.Model),
                                    s is { Low: { } low, High: { } high } ? $"{Percent(low)} to {Percent(high)}" : "",
                                    Percent(s.Shift),
                                    .. s.After.Select(a => Words.FromString(a is { } came ? Percent(came) : "–")),
                                ]
                        ),
                    ]
                )
            );
        }
        blocks.Add(new HeadingBlock(2, "How far off"));
        blocks.Add(new ListBlock([.. BacktestText.Verdicts(told).Select(Words.FromString)]));
        blocks.Add(
            new TableBlock(
                "Errors in percentage points, by side, year and method",
                [
                    new("Side"),
                    new("Year"),
                    new("Method"),
                    new("MAE", true),
                    new("RMSE", true),
                    new("rank", true),
                    new("of changes", true),
                    new("within"),
                ],
                [
                    .. told.Sides.SelectMany(side =>
                        side.Scores.Select(score =>
                            (IReadOnlyList<Words>)
                                [
                                    side.Side.ToString(),
                                    score.Year.ToString(CultureInfo.InvariantCulture),
                                    BacktestText.Name(score.Method),
                                    string.Create(CultureInfo.InvariantCulture, $"{100 * score.MeanAbsolute:0.00}"),
                                    string.Create(CultureInfo.InvariantCulture, $"{100 * score.RootMeanSquare:0.00}"),
                                    Correlation(score.Rank),
                                    Correlation(score.RankOfChanges),
                                    score.Within is { } within ? $"{within} of {score.Partners}" : "",
                                ]
                        )
                    ),
                ]
            )
        );
        blocks.Add(new HeadingBlock(2, "Where the model fails most"));
        blocks.Add(
            new ListBlock([
                .. told.Sides.SelectMany(side =>
                    BacktestText
                        .Misses(side, told.Years)
                        .Select(m =>
                            Words.FromString(
                                $"{side.Side.ToString().ToLowerInvariant()} {m.Year.ToString(CultureInfo.InvariantCulture)} {m.Share.Partner.Name}: told {Percent(m.Share.Model)}, came {Percent(m.Came)}{(m.Share.Low <= m.Came && m.Came <= m.Share.High ? "" : ", outside its interval")}"
                            )
                        )
                ),
            ])
        );
        blocks.Add(
            new TextBlock(
                "MAE and RMSE in percentage points; rank: Spearman's correlation of the shares, and of their changes. Persistence: what was stays. Shift: what the measures take from those who take them goes to the others by their old shares.",
                Soft: true
            )
        );
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Correlation(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
