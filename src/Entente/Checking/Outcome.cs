using Entente.Checking.Evaluating;

namespace Entente.Checking;

/// <summary>What testing an expression against the record gave, before it is tied to a claim.</summary>
public sealed record Outcome
{
    public required Verdict Verdict { get; init; }

    public required string Explanation { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public Derivation? Derivation { get; init; }

    public Abstention? Reason { get; init; }

    /// <summary>Asserted minus recorded, in the claim's unit.</summary>
    public double? OffBy { get; init; }

    public string? WouldBeTrue { get; init; }

    public string? Premise { get; init; }

    /// <summary>What a model says, where it was put to one.</summary>
    public Modelled.ModelReading? Model { get; init; }

    internal static Outcome CannotTell(Abstention reason, IReadOnlyList<Evidence>? evidence = null, Derivation? derivation = null) =>
        new()
        {
            Verdict = Verdict.CannotTell,
            Reason = reason,
            Explanation = Wording.Sentence(reason.Text),
            Evidence = evidence ?? [],
            Derivation = derivation,
        };

    internal static Verdict Of(Match match) =>
        match switch
        {
            Match.Holds => Verdict.Supported,
            Match.Near => Verdict.Close,
            Match.Fails => Verdict.Contradicted,
            _ => Verdict.CannotTell,
        };
}

/// <summary>One answer with what it says of the claim.</summary>
internal sealed record Judged(Answer Answer, Match Match, NumberAnswer? Converted)
{
    /// <summary>How far the printed value lies outside what the words commit to, in the claim's unit.</summary>
    public double? Distance { get; init; }

    /// <summary>True where the text tells of a rise and the figure of a fall, or the other way round.</summary>
    public bool Opposed { get; init; }

    /// <summary>True where the claimed place is one that the subject could have in the other side's book.</summary>
    public bool InRoom { get; init; }
}

internal static class JudgedMeasures
{
    /// <summary>True where the figure lies farther from the nearest claimed value than a fraction of itself.</summary>
    public static bool FarBy(this Judged judged, double fraction) =>
        judged.Converted is { } found && judged.Distance is { } distance && distance > fraction * Math.Abs(found.Best);
}
