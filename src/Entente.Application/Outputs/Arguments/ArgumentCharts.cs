using System.Globalization;
using Entente.Application.Outputs.Scenarios;
using Entente.Checking.Reasoning;
using Entente.Models.Declared;
using Entente.Reports.Charts;

namespace Entente.Application.Outputs.Arguments;

/// <summary>The charts of an argument's report: how often each claim holds, what drives it, and where each number alone would turn it.</summary>
internal static class ArgumentCharts
{
    private const int MostBars = 12;

    public static IReadOnlyList<ChartModel> Of(ArgumentAnswer answer)
    {
        var charts = new List<ChartModel>();
        if (Holding(answer) is { } holding)
            charts.Add(holding);
        for (var i = 0; i < answer.Claims.Count; i++)
        {
            if (Drivers(answer.Claims[i], i) is { } drivers)
                charts.Add(drivers);
            if (Turns(answer.Claims[i], i) is { } turns)
                charts.Add(turns);
        }
        return charts;
    }

    /// <summary>The share of draws in which each claim holds, with its interval.</summary>
    public static ChartModel? Holding(ArgumentAnswer answer)
    {
        var points = answer
            .Claims.Where(c => c.P is not null)
            .Select(
                (c, row) =>
                    new ChartPoint
                    {
                        At = c.Claim.Text,
                        X = row,
                        Value = c.P!.Value,
                        Low = c.Interval?.Low,
                        High = c.Interval?.High,
                        Note = c.Claim.Says.Length > 0 ? c.Claim.Says : null,
                    }
            )
            .ToList();
        return points.Count == 0
            ? null
            : new()
            {
                Id = "holds",
                Form = ChartForm.Rows,
                Title = "Share of draws in which each claim holds",
                Unit = "share",
                Series = [new() { Name = "holds", Points = points }],
                Base = 0.5,
                BaseName = "half",
                Across = "Claim",
                Summary =
                    string.Join("; ", answer.Claims.Where(c => c.P is not null).Select(c => $"{c.Claim.Text} {ArgumentWords.Holds(c)}"))
                    + ".",
                Note = ArgumentWords.Label,
            };
    }

    /// <summary>The total share of whether it holds that goes back to each assumption.</summary>
    public static ChartModel? Drivers(ClaimAnswer claim, int index)
    {
        var points = claim
            .Drivers.Where(d => d.Sobol!.Total >= ArgumentWords.LeastIndex)
            .Take(MostBars)
            .Select(
                (d, row) =>
                    new ChartPoint
                    {
                        At = d.Input.Name,
                        X = row,
                        Value = Math.Max(0, d.Sobol!.Total),
                        Note = ArgumentWords.Whose(d.Input),
                    }
            )
            .ToList();
        return points.Count == 0
            ? null
            : new()
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"drivers-{index + 1}"),
                Form = ChartForm.Bars,
                Title = $"What decides whether {claim.Claim.Text}",
                Series = [new() { Name = "total index", Points = points }],
                Base = 0,
                Across = "Assumption",
                Summary =
                    string.Join("; ", points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.At}: {p.Value:0.00}"))) + ".",
                Note = "Sobol's total index: the share of its variation that would be gone if this number were known.",
            };
    }

    /// <summary>Each number's declared range from its low end to its high end, where its mode lies, and where the claim turns.</summary>
    public static ChartModel? Turns(ClaimAnswer claim, int index)
    {
        var flips = claim
            .Flips.Where(f => f.Within is not null && !f.Input.Range.IsExact && f.Input.Range.High > f.Input.Range.Low)
            .Take(MostBars)
            .ToList();
        if (flips.Count == 0)
            return null;
        static double Place(DeclaredInput input, double value) => (value - input.Range.Low) / (input.Range.High - input.Range.Low);
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"turns-{index + 1}"),
            Form = ChartForm.Rows,
            Title = $"Where each number alone turns {claim.Claim.Text}",
            Series =
            [
                new()
                {
                    Name = "at its mode",
                    Points =
                    [
                        .. flips.Select(
                            (f, row) =>
                                new ChartPoint
                                {
                                    At = f.Input.Name,
                                    X = row,
                                    Value = Place(f.Input, f.Input.Range.Mode),
                                    Low = 0,
                                    High = 1,
                                    Note = ArgumentWords.Range(f.Input.Range),
                                }
                        ),
                    ],
                },
                new()
                {
                    Name = "it turns",
                    Points =
                    [
                        .. flips.Select(
                            (f, row) =>
                                new ChartPoint
                                {
                                    At = f.Input.Name,
                                    X = row,
                                    Value = Place(f.Input, f.Within!.Value),
                                    Note = ArgumentWords.Number(f.Within.Value),
                                }
                        ),
                    ],
                },
            ],
            Across = "Assumption",
            Summary =
                string.Join(
                    "; ",
                    flips.Select(f =>
                        $"{f.Input.Name} at {ArgumentWords.Number(f.Within!.Value)}, declared {ArgumentWords.Range(f.Input.Range)}"
                    )
                ) + ".",
            Note = "0 is the low end of each declared range and 1 its high end; all other numbers stay at their modes.",
        };
    }
}
