namespace Entente.Numerics.Positions;

/// <summary>Against what a challenger's votes are set to make a probability of success.</summary>
public enum VoteBase
{
    /// <summary>The votes cast between the two positions, so that the probabilities of the two sum to one: the equation as published.</summary>
    Pair,

    /// <summary>The votes of all actors between all pairs of positions: what comes near the published results (see <see cref="ExpectedUtilityModel"/>).</summary>
    AllPairs,
}

/// <summary>Which of several compromises an actor takes.</summary>
public enum CompromiseChoice
{
    /// <summary>The one for which it moves least, as the text says.</summary>
    LeastMove,

    /// <summary>The one whose mean of the two positions, weighted by expected utilities, is lowest: what comes near the published results.</summary>
    LowestMean,
}

/// <summary>How the model is read where publications differ.</summary>
public sealed record ExpectedUtilityReading
{
    public required VoteBase Votes { get; init; }

    public required CompromiseChoice Compromise { get; init; }

    /// <summary>Q: how likely the two think it that nothing changes unless they act, 0 to 1.</summary>
    public double StatusQuo { get; init; } = 1;

    /// <summary>As the equations and the text stand.</summary>
    public static ExpectedUtilityReading AsWritten { get; } = new() { Votes = VoteBase.Pair, Compromise = CompromiseChoice.LeastMove };

    /// <summary>What comes near the published rounds.</summary>
    public static ExpectedUtilityReading AsReplicated { get; } =
        new() { Votes = VoteBase.AllPairs, Compromise = CompromiseChoice.LowestMean };
}

/// <summary>How an actor gives way.</summary>
public enum Yielding
{
    /// <summary>Both expect to gain, and the other more: it takes the other's position.</summary>
    Confrontation,

    /// <summary>It expects to lose, and less than the other to gain: it goes a part of the way.</summary>
    Compromise,

    /// <summary>It expects to lose more than the other to gain: it takes the other's position.</summary>
    Capitulation,
}

/// <summary>What an actor does in a round.</summary>
/// <param name="To">To whom it gives way.</param>
/// <param name="How">In which way.</param>
/// <param name="Position">Where it then stands.</param>
public readonly record struct Concession(int To, Yielding How, double Position);

/// <summary>One round.</summary>
public sealed record ExpectedUtilityRound
{
    public required IReadOnlyList<double> Positions { get; init; }

    public required double Mean { get; init; }

    public required double Median { get; init; }

    /// <summary>For each actor r, ½ (at risk) to 2 (secure); 1 for all where all are as secure.</summary>
    public required IReadOnlyList<double> Risk { get; init; }

    /// <summary>For each actor to whom it gives way; null where it stays, and after the last round.</summary>
    public required IReadOnlyList<Concession?> Concessions { get; init; }
}

/// <summary>
/// Bueno de Mesquita's group decision model as reconstructed by Scholz, Calbert and Smith (2011, Journal of Theoretical Politics 23:510; in short in the
/// proceedings of ICAART 2011): expected utilities of challenging, attitudes to risk from how much others expect to gain, and
/// concessions by which of two expects more. One issue. The reconstruction leaves open what is set in <see cref="ExpectedUtilityReading"/>.
/// </summary>
public static class ExpectedUtilityModel
{
    /// <param name="table">One issue.</param>
    /// <param name="reading">How the model is read.</param>
    /// <param name="rounds">How many rounds, from 0.</param>
    /// <param name="cancellation">Asked in every round.</param>
    /// <returns>One more than the rounds: the first is what was given, the last what it came to.</returns>
    public static IReadOnlyList<ExpectedUtilityRound> Run(
        PositionTable table,
        ExpectedUtilityReading reading,
        int rounds,
        CancellationToken cancellation = default
    )
    {
        if (table.Issues != 1)
            throw new ArgumentException("expected one issue", nameof(table));
        ArgumentOutOfRangeException.ThrowIfNegative(rounds);
        var range = table.Positions.Max(p => p[0]) - table.Positions.Min(p => p[0]);
        var all = new List<ExpectedUtilityRound>();
        for (var round = 0; ; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = new ExpectedUtilities(table, reading, range);
            var last = round == rounds || range == 0;
            var concessions = last ? new Concession?[table.Actors] : state.Concessions();
            all.Add(
                new()
                {
                    Positions = [.. table.Positions.Select(p => p[0])],
                    Mean = WeightedPositions.Mean(table, 0),
                    Median = WeightedPositions.Median(table, 0),
                    Risk = state.Risk,
                    Concessions = concessions,
                }
            );
            if (last)
                return all;
            table = table.At([.. table.Positions.Select((p, i) => (IReadOnlyList<double>)[concessions[i]?.Position ?? p[0]])]);
        }
    }
}
