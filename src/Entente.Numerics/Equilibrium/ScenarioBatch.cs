namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Many scenarios over many cores. Each is solved on one thread from the same start, so that what comes out, to the last bit, depends neither on how many
/// threads there are nor on what else is in the batch.
/// </summary>
public static class ScenarioBatch
{
    /// <summary>Solves scenarios and keeps of each what is asked.</summary>
    /// <param name="from">The base of all.</param>
    /// <param name="count">How many scenarios.</param>
    /// <param name="shock">The scenario of a number; called on several threads.</param>
    /// <param name="keep">What to keep of it; called on several threads.</param>
    /// <param name="threads">At most so many at a time.</param>
    /// <param name="progress">Told how many are done, from several threads, in no order.</param>
    /// <param name="cancellation">Stops all within a round.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static T[] Run<T>(
        MultiSectorBase from,
        int count,
        Func<int, MultiSectorShock> shock,
        Func<int, EquilibriumSearch, T> keep,
        int threads,
        SolverOptions? options = null,
        Action<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(shock);
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        var results = new T[count];
        var done = 0;
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new MultiSectorSolver(from, options),
            (i, _, solver) =>
            {
                results[i] = keep(i, solver.Solve(shock(i), cancellation));
                progress?.Invoke(Interlocked.Increment(ref done));
                return solver;
            },
            _ => { }
        );
        return results;
    }
}
