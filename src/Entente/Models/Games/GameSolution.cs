using Entente.Numerics.Games;

namespace Entente.Models.Games;

/// <summary>By what a game is solved.</summary>
public enum GameSolver
{
    Nash,
    Quantal,
    Backward,
    LevelK,
}

/// <summary>A probability, exact where it was reckoned exactly.</summary>
public readonly record struct Likelihood(double Value, Rational? Exact)
{
    public static Likelihood Of(Rational exact) => new(exact.ToDouble(), exact);

    public static Likelihood Of(double value) => new(value, null);
}

/// <summary>What a player does at one place: in a matrix game its only one, in a tree an information set.</summary>
public sealed record GameChoice
{
    public required string Player { get; init; }

    /// <summary>The information set; empty in a matrix game.</summary>
    public required string Where { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>One for each action; empty where play never comes here and the solution says nothing of it.</summary>
    public required IReadOnlyList<Likelihood> Likelihoods { get; init; }

    /// <summary>By backward induction: other actions that are as good as that chosen.</summary>
    public IReadOnlyList<string> AsGood { get; init; } = [];
}

/// <summary>One solution: an equilibrium, or a level of reasoning.</summary>
public sealed record GameProfile
{
    public required IReadOnlyList<GameChoice> Choices { get; init; }

    /// <summary>What each player gets on the average.</summary>
    public required IReadOnlyList<Likelihood> Payoffs { get; init; }

    /// <summary>Nash: equilibria of one component are joined by a path of equilibria. From 1.</summary>
    public int? Component { get; init; }

    /// <summary>Level-k: the level.</summary>
    public int? Level { get; init; }
}

/// <summary>What vouches for a solution.</summary>
public sealed record GameCertificate
{
    public required bool Converged { get; init; }

    /// <summary>All arithmetic was exact.</summary>
    public required bool Exact { get; init; }

    /// <summary>By how much the solution misses its own equations; null where nothing was found.</summary>
    public double? Residual { get; init; }

    public long? Iterations { get; init; }

    /// <summary>Quantal response: steps along the path from λ = 0, and how often it turned back.</summary>
    public (int Steps, int Turns)? Path { get; init; }

    /// <summary>Nash: whether some strategy has more best replies than it mixes strategies.</summary>
    public bool? Degenerate { get; init; }

    public required string Stopped { get; init; }
}

/// <summary>What came of solving a game.</summary>
public sealed record GameSolution
{
    public required GameFile Game { get; init; }

    public required GameSolver Solver { get; init; }

    public double? Lambda { get; init; }

    public required IReadOnlyList<GameProfile> Profiles { get; init; }

    public required GameCertificate Certificate { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A game that a solver is not made for: what was found and what it takes.</summary>
public sealed class UnsolvableGameException(string found, string expected) : Exception($"found {found}, expected {expected}")
{
    public string Found { get; } = found;

    public string Expected { get; } = expected;
}
