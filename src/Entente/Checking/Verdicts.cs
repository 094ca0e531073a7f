using Entente.Claims;
using Entente.Quantities;
using Entente.Reading;
using Entente.Record;
using NodaTime;

namespace Entente.Checking;

/// <summary>What the evidence says of a claim, from mildest to gravest: a claim's verdict is the last of those that apply.</summary>
public enum Verdict
{
    CannotTell,
    Judgement,
    Open,
    Supported,
    Close,
    Disputed,
    Contradicted,
    Inconsistent,
}

/// <summary>Why there is no verdict. The code is what scripts hold on to; <see cref="Text"/> is for people.</summary>
public sealed record Abstention(string Code, string Text);

/// <summary>
/// A computation as a tree: the operation, what went in, what came out, and at the leaves the row of the record. Printable,
/// serialisable, and re-runnable because every leaf names its row.
/// </summary>
public sealed record Derivation
{
    /// <summary>The expression or operation ("trade(CHN, RUS, 2022)", "÷", "growth").</summary>
    public required string Op { get; init; }

    public IReadOnlyList<Derivation> Args { get; init; } = [];

    public double? Value { get; init; }

    /// <summary>The value as text where it is not a number (a date, a set, true).</summary>
    public string? Text { get; init; }

    public string? Unit { get; init; }

    public SourceCitation? Source { get; init; }

    public string? Note { get; init; }
}

/// <summary>Where a figure comes from: authority, publication, address, row.</summary>
public sealed record SourceCitation
{
    public required string Source { get; init; }

    public string? Via { get; init; }

    public string? Published { get; init; }

    public string? Url { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>File and line of the record, `trade/china-russia.csv:120`.</summary>
    public required string Row { get; init; }
}

/// <summary>One authority's figure for what a claim asserts.</summary>
public sealed record Evidence
{
    public double? Value { get; init; }

    /// <summary>The value where it is not a number.</summary>
    public string? Text { get; init; }

    public string? Unit { get; init; }

    public required string Source { get; init; }

    public string? Published { get; init; }

    public string? Url { get; init; }

    public string? Basis { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>True for the authority whose word decides.</summary>
    public bool Lead { get; init; }

    /// <summary>What this figure alone would say; null where it only informs.</summary>
    public Verdict? Verdict { get; init; }

    public string? Note { get; init; }

    public Derivation? Derivation { get; init; }
}

/// <summary>A claim with what the record says of it.</summary>
public sealed record CheckedClaim
{
    public required Claim Claim { get; init; }

    /// <summary>The gravest of <see cref="Verdicts"/>.</summary>
    public required Verdict Verdict { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>What was known on the day of writing would have said this; null without a date.</summary>
    public (LocalDate Date, Verdict Verdict)? AsOf { get; init; }

    public Abstention? Reason { get; init; }

    /// <summary>Asserted minus recorded, in the claim's unit, against the lead authority.</summary>
    public double? OffBy { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Explanation { get; init; }

    public string? WouldBeTrue { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public Derivation? Derivation { get; init; }

    /// <summary>What it is about over the periods around; looked up only for reports that draw it, null elsewhere.</summary>
    public Series.ClaimSeries? Series { get; init; }

    /// <summary>The premise under which a deduction holds, printed with it.</summary>
    public string? Premise { get; init; }

    /// <summary>What a model says of it, where it was put to one; such a claim is never more than a judgement.</summary>
    public Modelled.ModelReading? Model { get; init; }

    /// <summary>What running the argument that it is part of says; such a claim is never more than a judgement.</summary>
    public Reasoning.ArguedClaim? Argued { get; init; }

    /// <summary>An editor's word on it; <see cref="Verdict"/> stays what was computed.</summary>
    public Overrides.EditorsWord? Override { get; init; }

    /// <summary>What holds in the end: the editor's word where there is one, else what was computed.</summary>
    public Verdict Standing => Override?.Verdict ?? Verdict;
}

/// <summary>A smallest set of claims of one text that cannot all hold, and the identity that they break.</summary>
public sealed record Inconsistency
{
    /// <summary>Claim ids.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>`total = exports + imports`, `share = part ÷ whole`, `growth = now ÷ then − 1`, `part ≤ whole`, `dates`.</summary>
    public required string Identity { get; init; }

    public required string Explanation { get; init; }
}

/// <summary>The result of checking one document.</summary>
public sealed record CheckReport
{
    public required Document Document { get; init; }

    public required IReadOnlyList<CheckedClaim> Claims { get; init; }

    public required IReadOnlyList<Inconsistency> Inconsistencies { get; init; }

    public required IReadOnlyList<UncheckedQuantity> Unchecked { get; init; }

    /// <summary>Words in quotation marks that the record holds, in these words or in others.</summary>
    public IReadOnlyList<Quotations.QuotationNote> Quotations { get; init; } = [];

    /// <summary>Hash of the record it was checked against.</summary>
    public required string RecordHash { get; init; }

    /// <summary>The day up to which the record was consulted.</summary>
    public required LocalDate AsOf { get; init; }

    public int Count(Verdict verdict) => Claims.Count(c => c.Verdict == verdict);
}
