namespace Entente.Models.Equilibrium;

/// <summary>What several scenarios on one base come to under the same draws; without convergence at the modes there are no numbers.</summary>
/// <param name="Central">At the modes, by scenario; null where a search did not converge.</param>
/// <param name="Draws">By draw, then by scenario; only draws in which every search converged.</param>
/// <param name="Inputs">What was drawn, by draw, in the order of <paramref name="InputNames"/>.</param>
/// <param name="InputNames">The uncertain numbers, those of the longest scenario.</param>
/// <param name="Asked">How many draws were made.</param>
public sealed record PairedAnswer<T>(T[]? Central, T[][] Draws, double[][] Inputs, IReadOnlyList<string> InputNames, int Asked)
{
    /// <summary>False where too few draws converged for an interval to mean anything.</summary>
    public bool Enough => Asked > 0 && Draws.Length * 2 >= Asked;
}

/// <summary>
/// Several scenarios put to one base under the same draws, so that what they come to can be compared draw by draw: two embargoes under one elasticity, not
/// two embargoes each under its own. Scenarios that share measures must declare them first and in the same order.
/// </summary>
public static class PairedScenarios
{
    /// <param name="world">Checked by <see cref="WorldCheck"/>.</param>
    /// <param name="scenarios">Each checked by <see cref="ScenarioCheck"/>.</param>
    /// <param name="keep">What to keep of an equilibrium; called on several threads.</param>
    /// <param name="draws">0 for the modes alone.</param>
    /// <param name="seed">The same gives the same, on any number of threads.</param>
    /// <param name="threads">At most so many.</param>
    public static PairedAnswer<T> Run<T>(
        TradeWorld world,
        IReadOnlyList<TradeScenario> scenarios,
        Func<Numerics.Equilibrium.MultiSectorEquilibrium, T> keep,
        int draws,
        ulong seed,
        int threads,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(keep);
        var from = world.Accounts.ToBase();
        T[]? All(Func<TradeScenario, DrawnScenario> drawn)
        {
            var kept = new T[scenarios.Count];
            for (var s = 0; s < kept.Length; s++)
            {
                if (ScenarioRun.Solve(from, drawn(scenarios[s]), scenarios[s].Deficits, cancellation).Equilibrium is not { } found)
                    return null;
                kept[s] = keep(found);
            }
            return kept;
        }
        var widest = scenarios.Count == 0 ? null : scenarios.MaxBy(s => DrawnScenario.InputNames(world, s).Count);
        var names = widest is null ? [] : DrawnScenario.InputNames(world, widest);
        if (All(s => DrawnScenario.Central(world, s)) is not { } central)
            return new(null, [], [], names, 0);
        draws = names.Count == 0 ? 0 : draws;
        var drawn = new T[draws][];
        var inputs = new double[draws][];
        Parallel.For(
            0,
            draws,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            d =>
            {
                inputs[d] = DrawnScenario.Draw(world, widest!, seed, d).Inputs;
                drawn[d] = All(s => DrawnScenario.Draw(world, s, seed, d)) ?? [];
            }
        );
        return new(central, [.. drawn.Where(d => d.Length > 0)], [.. inputs.Where((_, d) => drawn[d].Length > 0)], names, draws);
    }
}
