using Entente.Checking.Flips;

namespace Entente.Reports;

/// <summary>What a comparison of past verdicts with the present record comes to.</summary>
public sealed record FlipReport
{
    /// <summary>Remembered texts that were asked about.</summary>
    public required int Texts { get; init; }

    /// <summary>Those whose record was another, and which were checked again.</summary>
    public required int Checked { get; init; }

    /// <summary>In the order of the paths, within a text in that of the claims.</summary>
    public required IReadOnlyList<Flip> Flips { get; init; }

    /// <summary>Texts that are remembered and no longer there.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>Texts last checked by another build of the program, so that not data alone may have turned a verdict.</summary>
    public int OtherProgram { get; init; }

    /// <summary>Hash of the present record.</summary>
    public required string Record { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>True where a verdict has turned to contradicted or inconsistent, and no editor has said otherwise.</summary>
    public bool TurnedWrong => Flips.Any(f => f.Now.Standing.IsWrong());
}
