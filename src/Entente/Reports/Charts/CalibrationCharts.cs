using System.Globalization;
using Entente.Checking.Forecasts;

namespace Entente.Reports.Charts;

/// <summary>How often what was said came true, tenth by tenth, beside what was said: a reliability diagram as rows.</summary>
public static class CalibrationCharts
{
    // The 97.5 % quantile of the normal distribution: intervals hold 95 %.
    private const double Quantile = 1.959963984540054;

    /// <returns>Null where nothing scored has a probability.</returns>
    public static ChartModel? Of(SpeakerScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        if (score.Calibration.Count == 0)
            return null;
        return new()
        {
            Id = "calibration",
            Form = ChartForm.Rows,
            Title = $"What {score.Speaker} said, and what came",
            Unit = "share",
            Across = "Probability said",
            Series =
            [
                new()
                {
                    Name = "said, on average",
                    Points =
                    [
                        .. score.Calibration.Select(
                            (b, i) =>
                                new ChartPoint
                                {
                                    At = Label(b),
                                    X = i,
                                    Value = b.MeanForecast,
                                }
                        ),
                    ],
                },
                new()
                {
                    Name = "came true",
                    Lead = true,
                    Points = [.. score.Calibration.Select((b, i) => CameTrue(b, i))],
                },
            ],
            Summary = Summary(score),
            Note =
                "Intervals hold 95 % (Wilson 1927), as if forecasts came true independently of each other."
                + (
                    score.Calibrates
                        ? ""
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $" n = {score.Scored}: fewer than {SpeakerScore.FewestForCalibration}, too few to say how well calibrated."
                        )
                ),
        };
    }

    /// <summary>
    /// The interval of a proportion that holds 95 %: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical
    /// inference", Journal of the American Statistical Association 22:209.
    /// </summary>
    /// <param name="share">The observed part, 0 to 1.</param>
    /// <param name="n">Of how many, at least 1.</param>
    public static (double Low, double High) Wilson(double share, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        const double z2 = Quantile * Quantile;
        var middle = (share + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Quantile / (1 + (z2 / n)) * Math.Sqrt((share * (1 - share) / n) + (z2 / (4.0 * n * n)));
        // Rounding may put an end a hair outside.
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    private static ChartPoint CameTrue(CalibrationBin bin, int row)
    {
        var (low, high) = Wilson(bin.CameTrue, bin.Forecasts);
        return new()
        {
            At = Label(bin),
            X = row,
            Value = bin.CameTrue,
            Low = low,
            High = high,
            Note = string.Create(CultureInfo.InvariantCulture, $"{bin.Forecasts} {(bin.Forecasts == 1 ? "forecast" : "forecasts")}"),
        };
    }

    private static string Label(CalibrationBin bin) =>
        string.Create(CultureInfo.InvariantCulture, $"{bin.Low * 100:0}–{bin.High * 100:0} % (n = {bin.Forecasts})");

    private static string Summary(SpeakerScore score)
    {
        var outside = score.Calibration.Count(b =>
            Wilson(b.CameTrue, b.Forecasts) is var (low, high) && (b.MeanForecast < low || b.MeanForecast > high)
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{score.Scored} decided {(score.Scored == 1 ? "forecast" : "forecasts")} with a probability, in {score.Calibration.Count} {(score.Calibration.Count == 1 ? "tenth" : "tenths")}; in {(outside == 0 ? "none" : outside.ToString(CultureInfo.InvariantCulture))} of them what was said lies outside the 95 % interval of what came. Brier score {score.Brier:0.000}."
        );
    }
}
