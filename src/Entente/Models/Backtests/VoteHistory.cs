using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;

namespace Entente.Models.Backtests;

/// <summary>A roll call as a forecaster of one state's vote meets it.</summary>
public sealed record VoteCase
{
    public required string Name { get; init; }

    public required int Year { get; init; }

    /// <summary>0 yes, 1 abstain, 2 no.</summary>
    public required int Came { get; init; }

    /// <summary>The state's own last vote on the same text or series of texts; null where there is none.</summary>
    public int? Before { get; init; }

    /// <summary>How the others voted: state and choice.</summary>
    public required IReadOnlyList<(string State, byte Choice)> Others { get; init; }
}

/// <summary>Where states stood, as estimated from the votes up to a year and no further.</summary>
public sealed class FrozenPositions
{
    /// <summary>A position older than this says nothing of a state any more.</summary>
    private const int Oldest = 10;
    private readonly Dictionary<string, List<(int Year, double Position)>> byState;

    public FrozenPositions(IdealPointEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        byState = estimate
            .Points.GroupBy(p => p.State, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => (p.Year, p.Position)).OrderBy(p => p.Year).ToList(), StringComparer.Ordinal);
    }

    /// <summary>The last position of a state up to a year.</summary>
    public double? At(string state, int year)
    {
        if (!byState.TryGetValue(state, out var path))
            return null;
        for (var i = path.Count - 1; i >= 0; i--)
            if (path[i].Year <= year)
                return year - path[i].Year <= Oldest ? path[i].Position : null;
        return null;
    }

    /// <summary>The text that the others' votes speak of, with positions of a year; null where too few of them are known.</summary>
    public FittedText? Text(VoteCase vote, int year)
    {
        const int Fewest = 10;
        var (positions, choices) = (new List<double>(), new List<byte>());
        foreach (var (state, choice) in vote.Others)
            if (At(state, year) is { } x)
            {
                positions.Add(x);
                choices.Add(choice);
            }
        return positions.Count < Fewest ? null : TextFit.Run([.. positions], [.. choices]);
    }

    /// <summary>The vote of the state that stands nearest; null where none is known.</summary>
    public (string State, int Choice)? Nearest(VoteCase vote, string state, int year)
    {
        if (At(state, year) is not { } own)
            return null;
        (string, int)? nearest = null;
        var least = double.PositiveInfinity;
        foreach (var (other, choice) in vote.Others)
            if (At(other, year) is { } x && Math.Abs(x - own) is var off && off < least)
                (nearest, least) = ((other, choice), off);
        return nearest;
    }
}
