using Entente.Models;

namespace Entente.Sources.Scenarios;

/// <summary>A number that a file declares as {low, mode, high}: what a slider moves, and what `--set NAME=VALUE` holds at a value.</summary>
public sealed record DeclaredRange
{
    /// <summary>Its place in the file: `shocks.1.share`, `buyers.IND.power`, `base.sectors.energy.elasticity`; of an argument the assumption.</summary>
    public required string Name { get; init; }

    public required Spread Range { get; init; }

    /// <summary>What it is a number of, in words: "export control, from EU to RUS, goods".</summary>
    public required string About { get; init; }

    /// <summary>Where it is from; empty where it is assumed or not said.</summary>
    public string Source { get; init; } = "";

    /// <summary>Why it is taken, where nobody is cited for it.</summary>
    public string Assumed { get; init; } = "";

    /// <summary>The file that has it, and its line; several may share a scenario.</summary>
    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>The last part of the name: `share`, `elasticity`.</summary>
    public string Key => Name[(Name.LastIndexOf('.') + 1)..];
}
