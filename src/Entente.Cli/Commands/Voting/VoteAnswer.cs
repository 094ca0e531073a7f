using Entente.Models.Voting;
using Entente.Record;
using NodaTime;

namespace Entente.Cli.Commands.Voting;

/// <summary>All that `vote` has to say.</summary>
internal sealed record VoteAnswer
{
    public required VotingBody Body { get; init; }

    /// <summary>What was asked of it, and the SHA-256 of each file.</summary>
    public required LocalDate Day { get; init; }

    public IReadOnlyList<(string Path, string Sha256)> Files { get; init; } = [];

    public IReadOnlyDictionary<string, VoteChoice> Votes { get; init; } = new Dictionary<string, VoteChoice>();

    /// <summary>Null where no vote was given.</summary>
    public VoteOutcome? Outcome { get; init; }

    public IReadOnlyList<string> Pivotal { get; init; } = [];

    public Turning? Turning { get; init; }

    /// <summary>What a move costs, in words; null where all cost the same.</summary>
    public string? CostMeaning { get; init; }

    /// <summary>How many of the ways in which the others may vote pass; null where they cannot be counted.</summary>
    public DeductionCount? Ways { get; init; }

    public IReadOnlyList<SeatPower>? Power { get; init; }

    public PassageProbability? Passage { get; init; }

    /// <summary>By seat; empty where no probability was asked for.</summary>
    public IReadOnlyList<Chances> Chances { get; init; } = [];

    public double Correlation { get; init; }

    /// <summary>What probabilities were had from ("ideal points of 2019, unga-ideal-points 2025-07"); null for a file.</summary>
    public string? From { get; init; }

    public ulong Seed { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}
