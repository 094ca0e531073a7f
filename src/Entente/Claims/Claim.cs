using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Claims;

public enum ClaimKind
{
    Level,
    Change,
    Share,
    Rank,
    Count,
    Interval,
    Comparison,
    Membership,
    Event,
    Target,
    Forecast,
    Judgement,
    Argument,
}

public enum Modality
{
    Asserted,
    Hedged,
    Conditional,
    Forecast,
    Target,
    Opinion,
    Reported,
}

/// <summary>Why something is inferred rather than said: which slot, from where.</summary>
public sealed record Inference(string Slot, string Value, string From)
{
    public const string MainParties = "the two the text is about";
    public const string MainParty = "the text's main party";
    public const string OtherOfTheTwo = "the other of the two the text is about";
    public const string NamedTogether = "the two named in the sentence";
    public const string YearOfWriting = "the year of writing";
    public const string SharedWords = "the words it shares with the record's event";
    public const string DateBefore = "the date spoken of before";
    public const string RoleOf = "the only one the text names that the words fit";
    public const string SpeakersState = "the state the speaker speaks for";
    public const string WiderKind = "the nearest that the record counts";
    public const string SpokenOf = "the organisation spoken of before";
    public const string TopicAlone = "the topic alone";
    public const string SubjectBefore = "the subject before";
    public const string AllGoods = "all goods, for want of others, though the goods spoken of before may be meant";
    public const string LastFullYear = "the last full year before the time of writing";
    public const string PartSpokenOf = "the part of a year that the sentence speaks of";

    /// <summary>
    /// True where the slot was filled because nothing else was at hand rather than because the words point there: what rests on such a
    /// filling may be borne out by the record, and is never called wrong by it.
    /// </summary>
    public bool IsFallback =>
        From
            is MainParties
                or MainParty
                or OtherOfTheTwo
                or NamedTogether
                or YearOfWriting
                or LastFullYear
                or PartSpokenOf
                or AllGoods
                or SubjectBefore
                or SharedWords
                or DateBefore
                or TopicAlone
                or WiderKind
                or SpokenOf;
}

/// <summary>What a statement asserts, made computable where it can be.</summary>
public sealed record Claim
{
    /// <summary>`c1`, `c2` … in document order.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the statement it stands in.</summary>
    public required string Statement { get; init; }

    /// <summary>The words that carry the claim, as they stand in the document.</summary>
    public required string Quote { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The assertion in the claim language; null when it cannot be put into it (then <see cref="Reason"/> says why).</summary>
    public string? Assertion { get; init; }

    /// <summary>Further assertions that the words admit equally (another reading of "arsenal", another party): contradicted only when all fail.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    public required ClaimKind Kind { get; init; }

    public required Modality Modality { get; init; }

    /// <summary>`=`, `~`, `&lt;`, `&gt;`, `&lt;=`, `&gt;=`, `!=`, `between`; null where the claim carries no number.</summary>
    public string? Relation { get; init; }

    public double? Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>Unit symbol (`USD`, `share`, `days`, `rank` …).</summary>
    public string? Unit { get; init; }

    public Period? Period { get; init; }

    /// <summary>Slots that were inherited from context (period, parties, measure) rather than stated.</summary>
    public IReadOnlyList<Inference> Inferred { get; init; } = [];

    /// <summary>Coded reason where the claim cannot be computed: `no-period`, `no-partner`, `no-measure`, `no-unit`, `not-in-language`, `out-of-scope`.</summary>
    public string? Reason { get; init; }

    /// <summary>Written by hand in a `claim` block rather than extracted.</summary>
    public bool WrittenByHand { get; init; }

    /// <summary>The argument that a `claim` block ties it to, by the name of its file; null without one.</summary>
    public string? Argument { get; init; }

    /// <summary>Proposed by a language model rather than found by the grammar.</summary>
    public bool Proposed { get; init; }

    /// <summary>Who says it, where that is not the statement's own speaker: a `claim` block or a proposal names another.</summary>
    public Reading.Speaker? Speaker { get; init; }
}

/// <summary>A number that was seen and not made a claim, with the reason: nothing that carries a number is passed over in silence.</summary>
public sealed record UncheckedQuantity(string Text, int Start, int End, string Reason);

/// <summary>What extraction gives for one document.</summary>
public sealed record ExtractionResult
{
    public required IReadOnlyList<Claim> Claims { get; init; }

    public required IReadOnlyList<UncheckedQuantity> Unchecked { get; init; }

    /// <summary>What is wrong in what was written by hand, each with its line; what was proposed and refused.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Finds the claims of a document. A port: the grammar here, an optional language model elsewhere.</summary>
public interface IClaimExtractor
{
    ExtractionResult Extract(Reading.Document document, CancellationToken cancellationToken = default);
}
