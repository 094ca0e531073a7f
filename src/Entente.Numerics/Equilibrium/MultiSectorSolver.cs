namespace Entente.Numerics.Equilibrium;

/// <summary>A search's outcome: the equilibrium where it converged, and otherwise only what is to be said about the search.</summary>
public sealed record EquilibriumSearch
{
    public required Certificate Certificate { get; init; }

    /// <summary>Null where the search did not converge: no number of such a search means anything.</summary>
    public required MultiSectorEquilibrium? Equilibrium { get; init; }
}

/// <summary>
/// Equilibrium in changes of Caliendo and Parro (2015), equations (10) to (14): unit costs, spending and wages are updated together, damped in the
/// wages, and accelerated (<see cref="Anderson"/>). Trade enters only through sums over rows of π·κ̂^(−θ), so that a round costs two products of
/// a matrix and a vector for each traded sector and one pass over the input coefficients.
/// One solver serves one base and one thread; it keeps its arrays from scenario to scenario, and what it finds does not depend on those before.
/// </summary>
public sealed class MultiSectorSolver
{
    private static readonly (double Mixing, double Wages, int Memory)[] Attempts = [(1, 1, 99), (0.5, 0.5, 3), (0.3, 0.2, 0)];
    private readonly MultiSectorBase from;
    private readonly SolverOptions options;
    private readonly int countries;
    private readonly int sectors;
    private readonly Rounds rounds;
    private readonly double[] point;
    private readonly double[] gap;
    private readonly double[] before;

    public MultiSectorSolver(MultiSectorBase from, SolverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        (this.from, this.options) = (from, options ?? SolverOptions.Default);
        (countries, sectors) = (from.Countries, from.Sectors);
        rounds = new(from);
        point = new double[rounds.Length];
        gap = new double[rounds.Length];
        before = new double[rounds.Length];
    }

    /// <summary>Solves one scenario.</summary>
    /// <param name="shock">What changes.</param>
    /// <param name="cancellation">Looked at in every round.</param>
    /// <exception cref="ArgumentException">A market of the base has no supplier left: see <see cref="EmptiedMarkets"/>.</exception>
    public EquilibriumSearch Solve(MultiSectorShock shock, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shock);
        if (rounds.Prepare(shock) is var (sector, importer))
            throw new ArgumentException($"nobody is left to sell goods {sector} to country {importer}", nameof(shock));
        var iterations = 0;
        var certificate = Failed(StopReason.IterationLimit, 0, double.NaN);
        foreach (var attempt in Attempts)
        {
            var limit = iterations + Math.Max(1, (options.Iterations - iterations) / (attempt.Memory == 0 ? 1 : 3));
            certificate = Search(attempt, ref iterations, Math.Min(limit, options.Iterations), cancellation);
            if (certificate.Converged)
                return new() { Certificate = certificate, Equilibrium = rounds.Result(point, shock, certificate) };
        }
        return new() { Certificate = certificate, Equilibrium = null };
    }

    /// <summary>The markets, sector and importer, in which something was bought and nobody is left to sell.</summary>
    public static IEnumerable<(int Sector, int Importer)> EmptiedMarkets(MultiSectorBase from, MultiSectorShock shock)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(shock);
        for (var r = 0; r < from.Sectors * from.Countries; r++)
        {
            if (from.Expenditure[r] <= 0)
                continue;
            var any = false;
            for (var i = 0; i < from.Countries && !any; i++)
            {
                var cell = (r * from.Countries) + i;
                any =
                    from.Shares[cell] > 0
                    && !double.IsPositiveInfinity(shock.Costs?[cell] ?? 1)
                    && !double.IsPositiveInfinity(shock.Tariffs?[cell] ?? 1);
            }
            if (!any)
                yield return (r / from.Countries, r % from.Countries);
        }
    }

    private Certificate Search(
        (double Mixing, double Wages, int Memory) attempt,
        ref int iterations,
        int limit,
        CancellationToken cancellation
    )
    {
        var anderson = new Anderson(point.Length, Math.Min(attempt.Memory, options.Memory));
        rounds.Begin(point);
        var residual = double.NaN;
        while (iterations < limit)
        {
            cancellation.ThrowIfCancellationRequested();
            iterations++;
            residual = rounds.Evaluate(point, gap, attempt.Wages);
            if (!double.IsFinite(residual))
                return Failed(StopReason.NotFinite, iterations, residual);
            if (residual < options.Tolerance)
                return new()
                {
                    Stopped = StopReason.Converged,
                    Iterations = iterations,
                    Residual = residual,
                    Walras = rounds.Walras(),
                };
            point.CopyTo(before, 0);
            anderson.Step(point, gap, attempt.Mixing);
            if (rounds.Sensible(point, before))
                continue;
            anderson.Forget();
            for (var i = 0; i < point.Length; i++)
                point[i] = before[i] + (attempt.Mixing * Math.Clamp(gap[i], -0.5, 2));
        }
        return Failed(StopReason.IterationLimit, iterations, residual);
    }

    private static Certificate Failed(StopReason why, int iterations, double residual) =>
        new()
        {
            Stopped = why,
            Iterations = iterations,
            Residual = residual,
            Walras = double.NaN,
        };
}
