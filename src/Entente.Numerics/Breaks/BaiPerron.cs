namespace Entente.Numerics.Breaks;

/// <summary>
/// Breaks of a series at unknown dates: how many, when, and how well dated. Jushan Bai and Pierre Perron (1998), Estimating and Testing
/// Linear Models with Multiple Structural Changes, Econometrica 66(1): 47-78; (2003), Computation and Analysis of Multiple Structural Change
/// Models, Journal of Applied Econometrics 18(1): 1-22. The dates are those of the least sum of squares over all divisions, found exactly.
/// </summary>
public static class BaiPerron
{
    private const double LwzFactor = 0.299;
    private const double LwzPower = 2.1;

    /// <summary>Finds, tests and dates the breaks of a series.</summary>
    /// <param name="values">At equal distances in time, without gaps.</param>
    /// <param name="options">What to look for; null for a mean that shifts.</param>
    public static BreakOutcome Analyse(ReadOnlySpan<double> values, BreakOptions? options = null)
    {
        options ??= new();
        if (options.Trimming is not (> 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(options), options.Trimming, "a trimming between 0 and 0.5");
        CriticalValues.Row(options.Significance);
        foreach (var value in values)
            if (!double.IsFinite(value))
                return new() { Absence = BreakAbsence.NotFinite };
        var (length, coefficients) = (values.Length, Fit.Coefficients(options.Model));
        // Two observations more than coefficients, so that a regime has a variance.
        var trimmed = (int)Math.Floor((options.Trimming * length) + 1e-9);
        var least = Math.Max(trimmed, coefficients + 2);
        if (length < 2 * least)
            return new() { Absence = BreakAbsence.TooShort };
        var table = new Partitions(values, options.Model, least);
        var spread = table.SumOfSquares(0, length - 1);
        if (spread <= Tiny(values))
            return new() { Absence = BreakAbsence.NoVariation };
        var most = Math.Min(options.MaxBreaks, CriticalValues.MostBreaks(options.Trimming));
        var tiny = Tiny(values);
        var partitions = table.Best(most).Select(p => Weigh(p.Breaks, Math.Max(p.Sum, tiny), length, coefficients)).ToArray();
        var absent =
            options.Model == BreakModel.LevelAndTrend ? BreakAbsence.TrendNotTabulated
            : !CriticalValues.Has(options.Trimming) || least > trimmed ? BreakAbsence.TrimmingNotTabulated
            : BreakAbsence.None;
        var tests = absent == BreakAbsence.None ? Tests(values, table, partitions, options) : null;
        var (bic, lwz, sequential) = (
            Least(partitions, p => p.Bic),
            Least(partitions, p => p.Lwz),
            Sequential(tests, partitions.Length - 1)
        );
        var selection = options.Selection == BreakSelection.Sequential && sequential is null ? BreakSelection.Lwz : options.Selection;
        var count = selection switch
        {
            BreakSelection.Sequential => sequential!.Value,
            BreakSelection.Bic => bic,
            _ => lwz,
        };
        var fit = new Fit(values, partitions[count].Breaks, options.Model, options.Variance);
        return new()
        {
            Analysis = new()
            {
                Options = options,
                Observations = length,
                MinimumLength = least,
                Partitions = partitions,
                Tests = tests,
                TestsAbsent = absent,
                ByBic = bic,
                ByLwz = lwz,
                BySequential = sequential,
                Selection = selection,
                Count = count,
                Dates = fit.Dates(options.Confidence),
                Regimes = fit.Regimes(),
            },
        };
    }

    /// <summary>The regimes and dated breaks of a given division, for instance one with another number of breaks than the chosen one.</summary>
    /// <param name="values">The series.</param>
    /// <param name="breaks">The last observation of each regime but the last, from 0, ascending.</param>
    /// <param name="options">Model, variance and confidence are used.</param>
    public static (IReadOnlyList<BreakRegime> Regimes, IReadOnlyList<BreakDate> Dates) Describe(
        ReadOnlySpan<double> values,
        IReadOnlyList<int> breaks,
        BreakOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(breaks);
        options ??= new();
        var fit = new Fit(values, breaks, options.Model, options.Variance);
        return (fit.Regimes(), fit.Dates(options.Confidence));
    }

    // What is left of a perfect fit is rounding.
    private static double Tiny(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value * value;
        return sum * 1e-24;
    }

    private static BreakPartition Weigh(int[] breaks, double sum, int length, int coefficients)
    {
        var parameters = (coefficients * (breaks.Length + 1)) + breaks.Length;
        var log = Math.Log(length);
        return new()
        {
            Breaks = breaks,
            SumOfSquares = sum,
            Bic = (length * (Math.Log(sum / length) + Math.Log(2 * Math.PI) + 1)) + (log * (parameters + 1)),
            Lwz =
                length > parameters
                    ? Math.Log(sum / (length - parameters)) + (parameters * LwzFactor * Math.Pow(log, LwzPower) / length)
                    : double.MaxValue,
        };
    }

    private static int Least(BreakPartition[] partitions, Func<BreakPartition, double> criterion)
    {
        var best = 0;
        for (var m = 1; m < partitions.Length; m++)
            if (criterion(partitions[m]) < criterion(partitions[best]))
                best = m;
        return best;
    }

    private static int? Sequential(BreakTests? tests, int most)
    {
        if (tests is null)
            return null;
        if (most == 0 || (!tests.UdMax.Rejects && !tests.SupF[0].Rejects))
            return 0;
        var count = 1;
        while (count < most && tests.Sequential[count] is { Rejects: true })
            count++;
        return count;
    }

    private static BreakTests Tests(ReadOnlySpan<double> values, Partitions table, BreakPartition[] partitions, BreakOptions options)
    {
        var (trimming, level) = (options.Trimming, options.Significance);
        var supF = new List<TestValue>();
        var (greatest, weighed) = (0.0, 0.0);
        for (var m = 1; m < partitions.Length; m++)
        {
            var critical = CriticalValues.SupF(trimming, level, m);
            var statistic = new Fit(values, partitions[m].Breaks, options.Model, options.Variance).F();
            supF.Add(new(statistic, critical));
            greatest = Math.Max(greatest, statistic);
            weighed = Math.Max(weighed, statistic * CriticalValues.SupF(trimming, level, 1) / critical);
        }
        var sequential = new List<TestValue?>();
        for (var m = 0; m < partitions.Length; m++)
            sequential.Add(
                Next(values, table, partitions[m].Breaks, options) is { } statistic
                    ? new(statistic, CriticalValues.Sequential(trimming, level, m))
                    : null
            );
        return new()
        {
            SupF = supF,
            UdMax = new(greatest, CriticalValues.UdMax(trimming, level)),
            WdMax = new(weighed, CriticalValues.WdMax(trimming, level)),
            Sequential = sequential,
        };
    }

    /// <summary>The greatest F for one break more within a regime of a division; null where none has room for it.</summary>
    private static double? Next(ReadOnlySpan<double> values, Partitions table, IReadOnlyList<int> breaks, BreakOptions options)
    {
        var greatest = (double?)null;
        for (var i = 0; i <= breaks.Count; i++)
        {
            var (first, last) = (i == 0 ? 0 : breaks[i - 1] + 1, i == breaks.Count ? values.Length - 1 : breaks[i]);
            if (table.BestOne(first, last) is not { } place)
                continue;
            var statistic = new Fit(values[first..(last + 1)], [place - first], options.Model, options.Variance).F();
            greatest = Math.Max(greatest ?? 0, statistic);
        }
        return greatest;
    }
}
