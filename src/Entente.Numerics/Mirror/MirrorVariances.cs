namespace Entente.Numerics.Mirror;

/// <summary>How far the reports of each exporter and of each importer scatter, and why the search for it stopped.</summary>
public sealed record MirrorVariances
{
    /// <summary>Variance of the log report of each exporter; as many as there are exporters.</summary>
    public required double[] OfExporter { get; init; }

    /// <summary>Variance of the log report of each importer.</summary>
    public required double[] OfImporter { get; init; }

    public required int Iterations { get; init; }

    /// <summary>The largest change of a variance in the last round.</summary>
    public required double Residual { get; init; }

    public required bool Converged { get; init; }
}

/// <summary>
/// One flow told twice: what the seller says was sold, what the buyer says was bought (less freight and insurance). If the two err
/// independently, the squared log gap has as its mean the sum of the seller's and the buyer's variance. The variances that fit all gaps best
/// are found by turns, each being the mean of what the other side leaves over. After Gaulier and Zignago (2010), BACI: International Trade
/// Database at the Product-Level, CEPII Working Paper 2010-23, section 4, who weigh reports by the quality of the reporter; variances
/// in place of their mean absolute gaps, so that the weights are those of least squares and give an interval.
/// </summary>
public static class Mirror
{
    /// <summary>No reporter is taken to be exact: a hundredth in the log, one per cent.</summary>
    public const double Floor = 1e-4;

    /// <summary>A gap beyond a factor of ten is another flow or a slip; it counts as one of ten.</summary>
    public static readonly double WidestGap = Math.Log(10);

    private const int MostIterations = 500;
    private const double Tolerance = 1e-9;

    /// <param name="exporter">For each pair of reports, the exporter's number, from 0.</param>
    /// <param name="importer">The importer's number, from 0.</param>
    /// <param name="gap">ln(import) − ln(export), both free on board.</param>
    /// <param name="weight">How much each pair counts, above zero: large flows are told more exactly than small ones, so weigh them more.</param>
    /// <param name="exporters">How many exporters there are.</param>
    /// <param name="importers">How many importers there are.</param>
    /// <param name="cancellation">Looked at in each round.</param>
    /// <exception cref="ArgumentException">Arrays of different lengths, or a gap that is no number.</exception>
    public static MirrorVariances Fit(
        ReadOnlySpan<int> exporter,
        ReadOnlySpan<int> importer,
        ReadOnlySpan<double> gap,
        ReadOnlySpan<double> weight,
        int exporters,
        int importers,
        CancellationToken cancellation = default
    )
    {
        if (exporter.Length != importer.Length || exporter.Length != gap.Length || exporter.Length != weight.Length)
            throw new ArgumentException("one exporter, one importer, one gap and one weight for each pair of reports");
        var squared = new double[gap.Length];
        var (mean, all) = (0.0, 0.0);
        for (var i = 0; i < gap.Length; i++)
        {
            if (!double.IsFinite(gap[i]))
                throw new ArgumentException($"gap {i} is {gap[i]}", nameof(gap));
            var g = Math.Clamp(gap[i], -WidestGap, WidestGap);
            squared[i] = g * g;
            mean += weight[i] * squared[i];
            all += weight[i];
        }
        mean /= Math.Max(all, double.Epsilon);
        var a = new double[exporters];
        var b = new double[importers];
        Array.Fill(a, Math.Max(Floor, mean / 2));
        Array.Fill(b, Math.Max(Floor, mean / 2));
        var residual = double.PositiveInfinity;
        var iteration = 0;
        for (; iteration < MostIterations && residual > Tolerance; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            residual = Math.Max(Step(exporter, importer, squared, weight, a, b), Step(importer, exporter, squared, weight, b, a));
        }
        return new()
        {
            OfExporter = a,
            OfImporter = b,
            Iterations = iteration,
            Residual = residual,
            Converged = residual <= Tolerance,
        };
    }

    /// <summary>
    /// The best single value of a flow with the standard error of its logarithm: both reports weighed by the inverse of their variances, or
    /// the only one there is. Where the two are further apart than their variances make likely, the error is widened by as much (Birge's
    /// ratio: Birge 1932, Physical Review 40: 207, eq. 10, for two values).
    /// </summary>
    /// <param name="export">ln of the exporter's report; NaN where there is none.</param>
    /// <param name="import">ln of the importer's report, free on board; NaN where there is none.</param>
    /// <param name="exporterVariance">Of the exporter's log report.</param>
    /// <param name="importerVariance">Of the importer's log report.</param>
    /// <returns>ln of the value and its standard error; NaN where neither reports.</returns>
    public static (double Log, double Error) Reconcile(double export, double import, double exporterVariance, double importerVariance)
    {
        if (double.IsNaN(export))
            return (import, Math.Sqrt(importerVariance));
        if (double.IsNaN(import))
            return (export, Math.Sqrt(exporterVariance));
        var (v, w) = (1 / exporterVariance, 1 / importerVariance);
        var birge = Math.Max(1, Math.Abs(import - export) / Math.Sqrt(exporterVariance + importerVariance));
        return (((v * export) + (w * import)) / (v + w), birge * Math.Sqrt(1 / (v + w)));
    }

    /// <summary>Sets each variance of one side to the mean of what the other side's leave over; the largest change.</summary>
    private static double Step(
        ReadOnlySpan<int> side,
        ReadOnlySpan<int> other,
        double[] squared,
        ReadOnlySpan<double> weight,
        double[] ours,
        double[] theirs
    )
    {
        var sum = new double[ours.Length];
        var count = new double[ours.Length];
        for (var i = 0; i < squared.Length; i++)
        {
            sum[side[i]] += weight[i] * (squared[i] - theirs[other[i]]);
            count[side[i]] += weight[i];
        }
        var change = 0.0;
        for (var k = 0; k < ours.Length; k++)
        {
            if (count[k] == 0)
                continue;
            var next = Math.Max(Floor, sum[k] / count[k]);
            change = Math.Max(change, Math.Abs(next - ours[k]));
            ours[k] = next;
        }
        return change;
    }
}
