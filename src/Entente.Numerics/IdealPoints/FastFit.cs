namespace Entente.Numerics.IdealPoints;

/// <summary>
/// The dynamic ordinal model by expectation and maximisation: items that make the expected log probability of their votes largest, paths of states by
/// Laplace's method given the items, in turns until nothing moves; Anderson's acceleration over the positions. The model is that of Bailey,
/// Strezhnev and Voeten (2017), Journal of Conflict Resolution 61:430; the kind of fit that of Imai, Lo and Olmsted (2016), American Political
/// Science Review 110:631, with the likelihood itself in place of augmented data, whose rounds are many times as many.
/// </summary>
public static class FastFit
{
    private const int Depth = 12;

    /// <summary>Rounds before the acceleration sets in, with several steps for each item.</summary>
    private const int FirstRounds = 4;

    /// <summary>Fits the model.</summary>
    /// <param name="votes">Items on which all voted alike say nothing and are passed over.</param>
    /// <param name="options">Priors and when to stop.</param>
    /// <param name="progress">Told the round and how far the furthest position moved.</param>
    /// <param name="cancellation">Looked at in each round.</param>
    /// <exception cref="ArgumentException">Votes out of range, or nothing to fit.</exception>
    public static IdealPointFit Run(
        OrdinalVotes votes,
        IdealPointOptions options,
        IProgress<(int Round, double Moved)>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(options);
        options.Check(votes);
        var table = new VoteTable(votes, options.Smoothing);
        if (table.Cells < 2)
            throw new ArgumentException($"{table.Cells} states and periods with votes; expected two or more");
        return Run(table, options, progress, cancellation).Fit;
    }

    internal static (IdealPointFit Fit, FitState State) Run(
        VoteTable table,
        IdealPointOptions options,
        IProgress<(int Round, double Moved)>? progress,
        CancellationToken cancellation
    )
    {
        var fit = Begin(table, options, cancellation);
        var length = table.Cells * options.Dimensions;
        var (at, next) = (new double[length], new double[length]);
        var mixing = new AndersonMixing(length, Depth);
        var residual = double.PositiveInfinity;
        var round = 0;
        for (; round < options.MostRounds && residual > options.Stop; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Copy(fit, at, options.Dimensions);
            Items(table, fit, options, round < FirstRounds ? 4 : 1, cancellation);
            Paths(table, fit, options, move: true, cancellation);
            fit.Standardise(options.Dimensions);
            Copy(fit, next, options.Dimensions);
            residual = 0;
            for (var i = 0; i < length; i++)
                residual = Math.Max(residual, Math.Abs(next[i] - at[i]));
            progress?.Report((round + 1, residual));
            if (round < FirstRounds || residual <= options.Stop || residual > MixFrom(options))
                continue;
            mixing.Next(at, next);
            next.AsSpan(0, table.Cells).CopyTo(fit.X);
            if (options.Dimensions == 2)
                next.AsSpan(table.Cells).CopyTo(fit.Y);
        }
        Turn(table, fit, options);
        Items(table, fit, options, 1, cancellation);
        Paths(table, fit, options, move: false, cancellation);
        return (Result(table, fit, options, round, residual), fit);
    }

    /// <summary>Two dimensions begin at the solution in one, with the second component of the votes across it.</summary>
    private static FitState Begin(VoteTable table, IdealPointOptions options, CancellationToken cancellation)
    {
        var fit = new FitState(table);
        ItemStep.Begin(table, fit);
        StartingPositions.Set(table, fit, options.Dimensions);
        if (options.Dimensions == 1)
            return fit;
        var (_, one) = Run(table, options with { Dimensions = 1, Tolerance = 1e-3 }, null, cancellation);
        one.X.CopyTo(fit.X, 0);
        one.BetaX.CopyTo(fit.BetaX, 0);
        one.Cut1.CopyTo(fit.Cut1, 0);
        one.Cut2.CopyTo(fit.Cut2, 0);
        for (var c = 0; c < table.Cells; c++)
            fit.Variance[c] = new(one.Variance[c].A, 0, one.Variance[c].A);
        fit.Standardise(2);
        return fit;
    }

    private static void Items(VoteTable table, FitState fit, IdealPointOptions options, int steps, CancellationToken cancellation) =>
        Parallel.For(
            0,
            table.Items,
            Degree(options, cancellation),
            () => new ItemStep(table, options.Dimensions, options.DiscriminationVariance),
            (v, _, step) =>
            {
                step.Run(v, fit, steps);
                return step;
            },
            _ => { }
        );

    private static void Paths(VoteTable table, FitState fit, IdealPointOptions options, bool move, CancellationToken cancellation)
    {
        var degree = Degree(options, cancellation);
        if (options.Path == PathPrior.OneSided)
            Parallel.For(0, table.States, degree, i => OneSidedStep.Sum(table, i, fit, options.Smoothing, options.Dimensions));
        else
            Parallel.For(0, table.States, degree, i => PathStep.Sum(table, i, fit, options.FirstVariance, options.Dimensions));
        PathStep.Balance(fit, options.Dimensions);
        if (options.Path == PathPrior.OneSided)
            Parallel.For(0, table.States, degree, i => OneSidedStep.Run(table, i, fit, options.Smoothing, options.Dimensions, move));
        else
            Parallel.For(0, table.States, degree, i => PathStep.Run(table, i, fit, options.FirstVariance, options.Dimensions, move));
    }

    /// <summary>
    /// In two dimensions the frames of far-off periods turn against each other for long: the acceleration is of use only when all else has settled.
    /// </summary>
    private static double MixFrom(IdealPointOptions options) => options.Dimensions == 2 ? 0.06 : double.PositiveInfinity;

    private static ParallelOptions Degree(IdealPointOptions options, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellation };

    private static void Copy(FitState fit, double[] to, int dimensions)
    {
        fit.X.CopyTo(to, 0);
        if (dimensions == 2)
            fit.Y.CopyTo(to, fit.X.Length);
    }

    /// <summary>
    /// The first dimension is the one along which items discriminate most (weighed by their votes), the second stands across it. The state
    /// that is to be positive is so on the first; on the second, its largest excursion is.
    /// </summary>
    private static void Turn(VoteTable table, FitState fit, IdealPointOptions options)
    {
        if (options.Dimensions == 2)
        {
            var (xx, xy, yy) = (0.0, 0.0, 0.0);
            for (var v = 0; v < table.Items; v++)
            {
                var weight = table.BlockCount[v * 3] + table.BlockCount[(v * 3) + 1] + table.BlockCount[(v * 3) + 2];
                xx += weight * fit.BetaX[v] * fit.BetaX[v];
                xy += weight * fit.BetaX[v] * fit.BetaY[v];
                yy += weight * fit.BetaY[v] * fit.BetaY[v];
            }
            var angle = 0.5 * Math.Atan2(2 * xy, xx - yy);
            fit.Rotate(Math.Cos(angle), Math.Sin(angle));
        }
        var (x, y) = (0.0, 0.0);
        for (var c = table.StateStart[options.PositiveState]; c < table.StateStart[options.PositiveState + 1]; c++)
        {
            x += fit.X[c];
            y = Math.Abs(fit.Y[c]) > Math.Abs(y) ? fit.Y[c] : y;
        }
        fit.TurnRound(x < 0, y < 0);
    }

    private static IdealPointFit Result(VoteTable table, FitState fit, IdealPointOptions options, int rounds, double residual)
    {
        var one = options.Dimensions == 1;
        var votes = new int[table.Cells];
        for (var c = 0; c < votes.Length; c++)
            votes[c] = table.CellStart[c + 1] - table.CellStart[c];
        return new IdealPointFit
        {
            Dimensions = options.Dimensions,
            State = table.StateOfCell,
            Period = table.PeriodOfCell,
            Votes = votes,
            Position = one ? [fit.X] : [fit.X, fit.Y],
            Error = one
                ? [Array.ConvertAll(fit.Variance, v => Math.Sqrt(v.A))]
                : [Array.ConvertAll(fit.Variance, v => Math.Sqrt(v.A)), Array.ConvertAll(fit.Variance, v => Math.Sqrt(v.C))],
            Discrimination = one ? [fit.BetaX] : [fit.BetaX, fit.BetaY],
            Cut1 = fit.Cut1,
            Cut2 = fit.Cut2,
            Rounds = rounds,
            Residual = residual,
            Converged = residual <= options.Stop,
            Variance = fit.Variance,
            Gain = fit.Gain,
        };
    }
}
