using Entente.Application.Outputs.Scenarios;
using Entente.Models.Oil;
using Entente.Reports.Charts;

namespace Entente.Application.Outputs.Oil;

/// <summary>The charts of an answer about oil: what becomes of the world price, what other caps would do, and the figures that were read beside the model's.</summary>
internal static class OilCharts
{
    private const string Price = "USD/bbl";

    public static IReadOnlyList<ChartModel> Of(OilAnswer answer) => answer.Converged ? [.. answer.Cases.SelectMany(Of)] : [];

    public static IEnumerable<ChartModel> Of(OilCaseAnswer told)
    {
        yield return Parts(told);
        if (told.Caps.Count > 1)
            yield return Caps(told);
        if (Fits(told) is { } fits)
            yield return fits;
    }

    private static ChartModel Parts(OilCaseAnswer told)
    {
        (string What, OilNumber Number)[] parts =
        [
            ("reaches the seller", told.AsIs.Price),
            ("freight and grade", told.Transport),
            ("buyers' power", told.Bargaining),
            ("the cap", told.ByCap),
        ];
        return new()
        {
            Id = ScenarioCharts.Id($"{told.Case.Name} price"),
            Form = ChartForm.Bars,
            Title = $"What becomes of the world price, {told.Case.Name}",
            Unit = Price,
            Series = [new() { Name = "US$ a barrel", Points = [.. parts.Select((p, row) => Point(p.What, row, p.Number))] }],
            Base = 0,
            Across = "Part",
            Summary = string.Join("; ", parts.Select(p => $"{p.What}: {OilWords.Range(p.Number)} US$ a barrel")) + ".",
            Note = Intervals(parts[0].Number),
        };
    }

    private static ChartModel Caps(OilCaseAnswer told) =>
        new()
        {
            Id = ScenarioCharts.Id($"{told.Case.Name} caps"),
            Form = ChartForm.Rows,
            Title = $"Revenue of the seller under other caps, million US$ a day, {told.Case.Name}",
            Series = [new() { Name = "revenue", Points = [.. told.Caps.Select((c, row) => Point(OilWords.Cap(c.Cap), row, c.Revenue))] }],
            Base = told.AsIs.Revenue.Mode,
            BaseName = "as it is",
            Across = "Cap",
            Summary = string.Join("; ", told.Caps.Select(c => $"cap {OilWords.Cap(c.Cap)}: {OilWords.Range(c.Revenue)}")) + ".",
            Note = Intervals(told.AsIs.Revenue),
        };

    private static ChartModel? Fits(OilCaseAnswer told)
    {
        var fits = told.Fits.Where(f => f.Observed.Measure != OilMeasure.Volume).ToList();
        if (fits.Count == 0)
            return null;
        return new()
        {
            Id = ScenarioCharts.Id($"{told.Case.Name} read"),
            Form = ChartForm.Rows,
            Title = $"The model beside figures that were read, {told.Case.Name}",
            Unit = Price,
            Series =
            [
                new() { Name = "model", Points = [.. fits.Select((f, row) => Point(OilWords.What(f.Observed), row, f.Modelled))] },
                new()
                {
                    Name = "read",
                    Points =
                    [
                        .. fits.Select(
                            (f, row) =>
                                new ChartPoint
                                {
                                    At = OilWords.What(f.Observed),
                                    X = row,
                                    Value = f.Observed.Value,
                                    Note = f.Observed.Source,
                                }
                        ),
                    ],
                },
            ],
            Across = "Figure",
            Summary =
                string.Join(
                    "; ",
                    fits.Select(f =>
                        $"{OilWords.What(f.Observed)}: read {OilWords.Number(f.Observed.Value)}, model {OilWords.Range(f.Modelled)}"
                    )
                ) + ".",
        };
    }

    private static string? Intervals(OilNumber number) =>
        double.IsNaN(number.Low) ? null : "The line through each mark spans the middle 90 % of draws.";

    private static ChartPoint Point(string what, int row, OilNumber number) =>
        new()
        {
            At = what,
            X = row,
            Value = number.Mode,
            Low = double.IsNaN(number.Low) ? null : number.Low,
            High = double.IsNaN(number.High) ? null : number.High,
        };
}
