using Entente.Measures;
using Entente.Numerics.Intervals;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>How an answer was come by, which decides what it may do: only the first two may contradict by themselves.</summary>
public enum AnswerKind
{
    /// <summary>One row of the record, for the parties, item and period asked.</summary>
    Published,

    /// <summary>Computed from rows of one authority.</summary>
    Computed,

    /// <summary>Only a side is known: a part year, a part of the whole, "more than".</summary>
    Bound,

    /// <summary>From rows that were not made to go together: a difference of two cumulative figures.</summary>
    Estimated,

    /// <summary>From rows of two authorities.</summary>
    Mixed,

    /// <summary>Another period, basis or reading: informs, never decides.</summary>
    Informs,
}

public abstract record AnswerValue;

/// <summary>A number: the range that the printed digits leave open, and the value as printed, both in <paramref name="Unit"/>.</summary>
public sealed record NumberAnswer(Interval Range, double Best, Unit Unit) : AnswerValue;

public sealed record TruthAnswer(bool Holds) : AnswerValue;

public sealed record DateAnswer(Period Date) : AnswerValue;

/// <summary>A set as far as known: certain members, certain non-members, the contested, and whether there can be others.</summary>
public sealed record SetAnswer(
    IReadOnlyList<string> Members,
    IReadOnlyList<string> NotMembers,
    IReadOnlyList<string> Contested,
    bool Complete
) : AnswerValue
{
    /// <summary>Members at some time whose dates do not tell about the period asked.</summary>
    public IReadOnlyList<string> Undated { get; init; } = [];
}

public sealed record ChoiceAnswer(VoteChoice Choice) : AnswerValue;

/// <summary>What one authority answers to an expression.</summary>
public sealed record Answer
{
    public required AnswerValue Value { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>The statistical authority; empty for a constant of the expression itself.</summary>
    public required string Source { get; init; }

    public string? Via { get; init; }

    /// <summary>Whose statistics these are, as a state code.</summary>
    public string? Reporter { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>The latest publication among the rows that went in.</summary>
    public Period? Published { get; init; }

    public string? Url { get; init; }

    public string Basis { get; init; } = "";

    /// <summary>The period it is for; the one asked unless it only informs or bounds.</summary>
    public Period? Period { get; init; }

    /// <summary>True where the other side's statistics answer ("mirror flow").</summary>
    public bool Mirror { get; init; }

    /// <summary>True where it is put together from what each side says of its own exports.</summary>
    public bool BothBooks { get; init; }

    /// <summary>True where a row was computed by the compiler of the record rather than printed by the authority.</summary>
    public bool Derived { get; init; }

    /// <summary>True where a row was entered by the user.</summary>
    public bool Own { get; init; }

    /// <summary>The currency a growth rate is in terms of, where the source says so (`CNY`).</summary>
    public string? Terms { get; init; }

    /// <summary>For a place: the places that the subject could have if every value were off by the measure's normal gap; null where that is not known.</summary>
    public Interval? Room { get; init; }

    /// <summary>True for one side's statement that another side disputes.</summary>
    public bool Contested { get; init; }

    /// <summary>For a bound on a part: the whole it is a part of, in case a text took the one for the other.</summary>
    public NumberAnswer? Whole { get; init; }

    public string? Note { get; init; }

    public required Derivation Derivation { get; init; }

    public NumberAnswer? Number => Value as NumberAnswer;

    public bool IsConstant => Source.Length == 0;

    /// <summary>True where this answer may be compared as a figure for exactly what was asked.</summary>
    public bool Decides => Kind is AnswerKind.Published or AnswerKind.Computed;
}

/// <summary>All answers to an expression, or why there are none.</summary>
public sealed record Evaluation
{
    /// <summary>The answer that a claim would be held against: the lead authority's figure, else the best put together; null where neither is there.</summary>
    public Answer? Leading() => Pairing.LeadOrLoose(this);

    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Why there is no deciding answer; may stand beside answers that bound or inform.</summary>
    public Abstention? Abstention { get; init; }

    /// <summary>The measure whose authority lists and normal gap apply; null for dates, sets and constants.</summary>
    public MeasureDefinition? Measure { get; init; }

    /// <summary>Whose point of view the words take: the first party, the exporter, the importer.</summary>
    public string? PointOfView { get; init; }

    public Period? Period { get; init; }

    /// <summary>True where every answer is admissible at once (announcements of a target): contradicted only when all fail.</summary>
    public bool AllAdmissible { get; init; }

    public static Evaluation Abstain(string code, string text) => new() { Abstention = new(code, text) };
}
