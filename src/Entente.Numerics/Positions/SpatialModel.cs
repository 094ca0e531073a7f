namespace Entente.Numerics.Positions;

/// <summary>One actor's best challenge in a turn.</summary>
/// <param name="Target">The actor challenged.</param>
/// <param name="Gain">What the challenger expects to gain by it over leaving all as it is.</param>
/// <param name="Victory">How likely the challenger thinks its victory.</param>
public readonly record struct SpatialChallenge(int Target, double Gain, double Victory);

/// <summary>One turn of the spatial model.</summary>
public sealed record SpatialTurn
{
    /// <summary>For each actor its position on each issue, 0 to 1.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Positions { get; init; }

    /// <summary>For each actor its attitude to risk, −½ (averse) to 1 (seeking).</summary>
    public required IReadOnlyList<double> Risk { get; init; }

    /// <summary>For each actor the probability that its position wins; actors at one position share one.</summary>
    public required IReadOnlyList<double> Winning { get; init; }

    /// <summary>For each actor its best challenge; null where none is to its advantage, and in the last turn.</summary>
    public required IReadOnlyList<SpatialChallenge?> Challenges { get; init; }
}

/// <summary>A run of the spatial model.</summary>
public sealed record SpatialRun
{
    /// <summary>The positions given and those after each turn.</summary>
    public required IReadOnlyList<SpatialTurn> Turns { get; init; }

    /// <summary>How far the actors moved in the last turn, as a part of how far they moved in the first.</summary>
    public required double LastChange { get; init; }

    /// <summary>False where turns ran out before the actors came to rest.</summary>
    public required bool Converged { get; init; }

    /// <summary>Why it stopped.</summary>
    public required string Stopped { get; init; }
}

/// <summary>
/// The spatial model of politics of the KAPSARC Toolkit for Behavioral Analysis (KTAB; Wise, Lester and Efird 2015, An Introduction to
/// the KAPSARC Toolkit for Behavioral Analysis using One-Dimensional Spatial Models, KAPSARC), with the settings of its reference runs:
/// votes in proportion to the difference of utilities, victory in proportion to strength, the probability of a position the
/// conditional one that it beats all others, risk attitudes −½ to 1 and taken by others for a third their own, third parties half
/// committed, bargains in between by the squares of salience × probability and proposed by the challenger only, the likeliest taken.
/// </summary>
public static class SpatialModel
{
    /// <summary>Turns after which a run is given up.</summary>
    public const int MostTurns = 100;

    private const int FewestTurns = 2;
    private const double Quiet = 0.02;
    private const double LeastMove = 1e-4;

    /// <param name="table">Positions from 0 to 1; saliences of an actor that sum to 1 at most, since what is left is how far it gives in.</param>
    /// <param name="cancellation">Asked in every turn.</param>
    /// <exception cref="ArgumentException">Positions or saliences outside of that.</exception>
    public static SpatialRun Run(PositionTable table, CancellationToken cancellation = default)
    {
        const double rounding = 1e-9;
        if (table.Salience.Any(s => s.Sum() > 1 + rounding) || table.Positions.Any(p => p.Any(x => x is not (>= 0 and <= 1))))
            throw new ArgumentException("expected positions from 0 to 1 and saliences that sum to 1 at most", nameof(table));
        var turns = new List<SpatialTurn>();
        var (first, change) = (0.0, double.NaN);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = new SpatialState(table);
            var done = turns.Count;
            var atRest = done >= FewestTurns && change < Quiet;
            if (atRest || done >= MostTurns)
            {
                turns.Add(state.Turn(new SpatialChallenge?[table.Actors]));
                return new()
                {
                    Turns = turns,
                    LastChange = change,
                    Converged = atRest,
                    Stopped = atRest ? "the actors came to rest" : "the turns ran out before the actors came to rest",
                };
            }
            var challenges = Enumerable.Range(0, table.Actors).Select(state.Best).ToArray();
            turns.Add(state.Turn(challenges));
            var next = SpatialBargains.Resolve(state, challenges);
            var moved = Enumerable.Range(0, table.Actors).Sum(i => Distance(table.Positions[i], next[i]));
            if (done == 0)
                first = moved + LeastMove;
            change = moved / first;
            table = table.At(next);
        }
    }

    internal static double Distance(IReadOnlyList<double> from, IReadOnlyList<double> to)
    {
        var sum = 0.0;
        for (var d = 0; d < from.Count; d++)
            sum += (from[d] - to[d]) * (from[d] - to[d]);
        return Math.Sqrt(sum);
    }
}
