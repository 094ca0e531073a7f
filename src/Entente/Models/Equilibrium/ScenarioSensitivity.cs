using Entente.Numerics.Sensitivity;

namespace Entente.Models.Equilibrium;

/// <summary>What one uncertain input does to one result.</summary>
/// <param name="Variance">Its share of the result's variance; null where the result does not vary.</param>
/// <param name="Effects">What steps of it do, as fractions.</param>
/// <param name="Low">The result with the input at its 5th percentile and all others at their modes; NaN where the search did not converge.</param>
/// <param name="High">The same at the 95th.</param>
public sealed record InputInfluence(SobolIndex? Variance, ElementaryEffects Effects, double Low, double High);

/// <summary>What moves one result.</summary>
public sealed record ResultSensitivity
{
    public required RegionOutcome Outcome { get; init; }

    /// <summary>The region's number in the world.</summary>
    public required int Region { get; init; }

    /// <summary>Mean over the inputs' distributions.</summary>
    public required double Mean { get; init; }

    public required double Variance { get; init; }

    /// <summary>One for each of <see cref="ScenarioSensitivity.Inputs"/>.</summary>
    public required IReadOnlyList<InputInfluence> Inputs { get; init; }
}

/// <summary>What moves the results of a scenario: every number that was declared as a range, against every result that is told.</summary>
public sealed record ScenarioSensitivity
{
    private const int Trajectories = 40;
    private const double Edge = 0.05;

    public required IReadOnlyList<(string Name, Spread Value)> Inputs { get; init; }

    public required IReadOnlyList<ResultSensitivity> Results { get; init; }

    /// <summary>Points of each matrix of Sobol's design.</summary>
    public required int Samples { get; init; }

    /// <summary>Equilibria searched for in all.</summary>
    public required long Solved { get; init; }

    /// <summary>Points left out because a search at them or at a neighbour did not converge.</summary>
    public required int Undefined { get; init; }

    /// <summary>Null where nothing is uncertain.</summary>
    /// <param name="world">Checked by <see cref="WorldCheck"/>.</param>
    /// <param name="scenario">Checked by <see cref="ScenarioCheck"/>.</param>
    /// <param name="samples">Points of each matrix of Sobol's design.</param>
    /// <param name="seed">The same gives the same bits, on any number of threads.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="progress">Told what share is done, from several threads.</param>
    /// <param name="cancellation">Looked at before every search.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ScenarioSensitivity? Of(
        TradeWorld world,
        TradeScenario scenario,
        int samples,
        ulong seed,
        int threads,
        Action<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(scenario);
        var inputs = DrawnScenario.Spreads(world, scenario).ToList();
        if (inputs.Count == 0)
            return null;
        var from = world.Accounts.ToBase();
        int[] bloc = [.. scenario.Bloc.Select(world.RegionOf).Distinct()];
        var told = Told(world, scenario, bloc);
        void Model(ReadOnlySpan<double> quantiles, Span<double> outputs) =>
            Solve(DrawnScenario.At(world, scenario, quantiles.ToArray()), outputs);
        void Solve(DrawnScenario drawn, Span<double> outputs)
        {
            var found = ScenarioRun.Solve(from, drawn, scenario.Deficits, cancellation).Equilibrium;
            var values = found is null ? null : ScenarioRun.Told(found, bloc);
            for (var o = 0; o < told.Count; o++)
                outputs[o] = values is null ? double.NaN : values[(int)told[o].Outcome][told[o].Region];
        }
        var all = SobolIndices.Evaluations(inputs.Count, samples);
        var sobol = SobolIndices.Estimate(
            Model,
            inputs.Count,
            told.Count,
            samples,
            seed,
            threads,
            done => progress?.Invoke(done / (double)all),
            cancellation
        );
        var morris = MorrisScreening.Run(Model, inputs.Count, told.Count, Trajectories, seed, threads, cancellation: cancellation);
        var (low, high) = (new double[inputs.Count][], new double[inputs.Count][]);
        for (var i = 0; i < inputs.Count; i++)
        {
            (low[i], high[i]) = (new double[told.Count], new double[told.Count]);
            Solve(DrawnScenario.CentralBut(world, scenario, i, Edge), low[i]);
            Solve(DrawnScenario.CentralBut(world, scenario, i, 1 - Edge), high[i]);
        }
        return new()
        {
            Inputs = inputs,
            Samples = samples,
            Solved = all + ((long)Trajectories * (inputs.Count + 1)) + (2 * inputs.Count),
            Undefined = sobol.Max(s => s.Undefined),
            Results =
            [
                .. told.Select(
                    (t, o) =>
                        new ResultSensitivity
                        {
                            Outcome = t.Outcome,
                            Region = t.Region,
                            Mean = sobol[o].Mean,
                            Variance = sobol[o].Variance,
                            Inputs =
                            [
                                .. inputs.Select((_, i) => new InputInfluence(sobol[o].Inputs?[i], morris[o][i], low[i][o], high[i][o])),
                            ],
                        }
                ),
            ],
        };
    }

    private static List<(RegionOutcome Outcome, int Region)> Told(TradeWorld world, TradeScenario scenario, int[] bloc)
    {
        int[] regions =
            scenario.Report.Count == 0
                ? [.. Enumerable.Range(0, world.Regions.Count)]
                : [.. scenario.Report.Select(world.RegionOf).Distinct()];
        return
        [
            .. Enum.GetValues<RegionOutcome>()
                .Where(o => scenario.FirstOrderHolds || o is not (RegionOutcome.TermsOfTrade or RegionOutcome.VolumeOfTrade))
                .SelectMany(o => regions.Where(r => o != RegionOutcome.ImportsFromBloc || bloc.Contains(r)).Select(r => (o, r))),
        ];
    }
}
