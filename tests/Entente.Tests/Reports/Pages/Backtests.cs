using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;

namespace Entente.Tests.Reports.Pages;

/// <summary>The page of a scenario held against what came, laid beside the JSON of the same run.</summary>
internal static class Backtests
{
    /// <summary>The section of a side: its table cell by cell, and each mark of its chart in its place.</summary>
    public static void Side(IParentNode page, JsonElement side)
    {
        var name = side.GetProperty("side").GetString()!;
        var section = page.QuerySelectorAll("section").Single(s => name.Equals(Heading(s), StringComparison.OrdinalIgnoreCase));
        var shares = side.GetProperty("shares").EnumerateArray().ToList();
        shares.Count.ShouldBeGreaterThan(10);
        var table = section.QuerySelectorAll("table").ShouldHaveSingleItem();
        table.QuerySelector("caption")!.TextContent.ShouldContain(side.GetProperty("authority").GetString()!);
        Cells(table)
            .ShouldBe(
                shares.Select(share =>
                    string.Join(
                        '|',
                        [
                            Percent(share.GetProperty("before")),
                            Percent(share.GetProperty("model")),
                            $"{Percent(share.GetProperty("low"))} to {Percent(share.GetProperty("high"))}",
                            Percent(share.GetProperty("shift")),
                            .. After(share).Select(Percent),
                        ]
                    )
                )
            );
        // For a wide window and for a narrow one.
        var charts = section.QuerySelectorAll("figure.chart svg");
        charts.Length.ShouldBe(2);
        foreach (var chart in charts)
            Drawn(chart, shares);
    }

    private static void Drawn(IElement chart, List<JsonElement> shares)
    {
        var told = Marks(chart, "circle.pt.s0");
        told.Count.ShouldBe(shares.Count);
        Marks(chart, ".pt.s1").Count.ShouldBe(shares.Count(s => After(s)[^1].ValueKind == JsonValueKind.Number));
        Marks(chart, ".pt.s2").Count.ShouldBe(shares.Count);
        var places = told.Select(m => Number(m.GetAttribute("cx")!)).ToList();
        var values = shares.Select(s => s.GetProperty("model").GetDouble()).ToList();
        var (least, most) = (values.IndexOf(values.Min()), values.IndexOf(values.Max()));
        var scale = (places[most] - places[least]) / (values[most] - values[least]);
        scale.ShouldBeGreaterThan(100, "a share is drawn as a length");
        for (var i = 0; i < values.Count; i++)
            places[i].ShouldBe(places[least] + (scale * (values[i] - values[least])), 0.05, told[i].TextContent);
        var intervals = chart.QuerySelectorAll("line.span.s0").Where(l => l.GetAttribute("y1") == l.GetAttribute("y2")).ToList();
        intervals.Count.ShouldBe(shares.Count);
        for (var i = 0; i < shares.Count; i++)
            (Number(intervals[i].GetAttribute("x2")!) - Number(intervals[i].GetAttribute("x1")!)).ShouldBe(
                scale * (shares[i].GetProperty("high").GetDouble() - shares[i].GetProperty("low").GetDouble()),
                0.05
            );
    }

    /// <summary>The table of errors: every side, year and method.</summary>
    public static void Scores(IParentNode page, IEnumerable<JsonElement> sides)
    {
        var section = page.QuerySelectorAll("section").Single(s => Heading(s) == "How far off");
        section.QuerySelectorAll("li").Length.ShouldBe(4, "two sides, against two other methods");
        Cells(section.QuerySelectorAll("table").ShouldHaveSingleItem())
            .ShouldBe(
                sides
                    .SelectMany(s => s.GetProperty("scores").EnumerateArray())
                    .Select(score =>
                        string.Join(
                            '|',
                            [
                                score.GetProperty("year").GetRawText(),
                                score.GetProperty("method").GetString()!,
                                Text(score.GetProperty("meanAbsoluteError"), 100, "0.00"),
                                Text(score.GetProperty("rootMeanSquareError"), 100, "0.00"),
                                Text(score.GetProperty("rankCorrelation"), 1, "0.00"),
                                Text(score.GetProperty("rankCorrelationOfChanges"), 1, "0.00"),
                                score.GetProperty("within") is { ValueKind: JsonValueKind.Number } within
                                    ? $"{within.GetRawText()} of {score.GetProperty("partners").GetRawText()}"
                                    : "",
                            ]
                        )
                    )
            );
    }

    private static string Heading(IElement section) => section.QuerySelector("h2")!.TextContent;

    /// <summary>The marks that say what they are: those of the legend do not.</summary>
    private static List<IElement> Marks(IElement chart, string which) =>
        [.. chart.QuerySelectorAll(which).Where(m => m.QuerySelector("title") is not null)];

    /// <summary>What stands in the rows after their name.</summary>
    private static IEnumerable<string> Cells(IElement table) =>
        table.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => c.TextContent)));

    private static List<JsonElement> After(JsonElement share) =>
        [.. share.GetProperty("after").EnumerateObject().OrderBy(y => y.Name, StringComparer.Ordinal).Select(y => y.Value)];

    private static string Percent(JsonElement share) => Text(share, 100, "0.0");

    private static string Text(JsonElement number, double factor, string format) =>
        number.ValueKind == JsonValueKind.Number
            ? (factor * number.GetDouble()).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−')
            : "–";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
