using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>How the words around a number bound it.</summary>
public enum Hedge
{
    /// <summary>As written.</summary>
    None,

    /// <summary>about, around, some, roughly, approximately, an estimated, or so</summary>
    About,

    /// <summary>nearly, almost, close to, just under, not quite</summary>
    Nearly,

    /// <summary>just over, a little more than, slightly above</summary>
    JustOver,

    /// <summary>more than, over, above, exceeding, upwards of, in excess of</summary>
    MoreThan,

    /// <summary>less than, under, below, fewer than</summary>
    LessThan,

    /// <summary>at least, no less than, a minimum of</summary>
    AtLeast,

    /// <summary>at most, up to, no more than, a maximum of</summary>
    AtMost,

    /// <summary>precisely, exactly</summary>
    Exactly,

    /// <summary>between a and b, a to b</summary>
    Between,
}

public enum QuantityKind
{
    /// <summary>A plain number or number word with or without a counted noun.</summary>
    Count,
    Money,
    Percent,
    PercentagePoints,

    /// <summary>two-thirds, a quarter, half, one in five</summary>
    Fraction,

    /// <summary>doubled, threefold, five times</summary>
    Multiple,
    Ordinal,
    Duration,
    Physical,
    Price,

    /// <summary>A vote result such as 141–5 with 35 abstentions.</summary>
    VoteResult,
}

public enum Change
{
    None,
    Up,
    Down,
}

/// <summary>A quantity in a statement: tokens, value in the unit's own scale (36 % is 0.36), and how it is bounded.</summary>
public sealed record QuantityMention
{
    /// <summary>First token (hedge words included) and one past the last.</summary>
    public required int FirstToken { get; init; }

    public required int EndToken { get; init; }

    /// <summary>First token of the number itself, without hedge and change words.</summary>
    public required int CoreToken { get; init; }

    public required QuantityKind Kind { get; init; }

    /// <summary>
    /// The number with the precision written ("190 billion" has a last digit of 1e9); the lower one for ranges. Percentage points are
    /// shares (5 percentage points are 0.05, 25 basis points 0.0025); a vague plural ("dozens") is its lower bound with no last digit.
    /// </summary>
    public required WrittenNumber Number { get; init; }

    /// <summary>The upper number of a range ("between 20 and 30"), else null.</summary>
    public WrittenNumber? Upper { get; init; }

    public required Unit Unit { get; init; }

    public Hedge Hedge { get; init; }

    /// <summary>For multiples and changes that the quantity's own words carry ("doubled" up, "halved" down).</summary>
    public Change Change { get; init; }

    /// <summary>The counted noun after a plain count or ordinal as lower-case text ("meetings", "nuclear warheads"); null where there is none.</summary>
    public string? Noun { get; init; }

    /// <summary>
    /// True for a count or length that only describes what is spoken of: after "the", "these", "both", "our", "its" and their like ("the two
    /// sides"), before a superlative or its like ("three biggest partners", "six key products"), or joined to its unit ("a three-year plan").
    /// </summary>
    public bool Definite { get; init; }

    /// <summary>For <see cref="QuantityKind.VoteResult"/>: all that was counted; <see cref="Number"/> is the ayes.</summary>
    public VoteCount? Vote { get; init; }
}

public enum TimeKind
{
    /// <summary>A date, month, year or range that stands in the text.</summary>
    Absolute,

    /// <summary>Resolved against the publication date ("last year", "seven months ago", "in March").</summary>
    Relative,

    /// <summary>Anchored on a named event ("before the annexation of Crimea").</summary>
    Event,

    /// <summary>Anchored on the previous date of the text ("later that month", "20 days later", "the following year").</summary>
    Anaphoric,

    /// <summary>A decade or vague stretch ("the 1990s", "since the 1950s").</summary>
    Vague,
}

public enum TimeRole
{
    At,
    Since,
    Until,
    Before,
    After,
    By,
    During,

    /// <summary>
    /// What a comparison is made with ("than in 2021", "compared with 2021", "from the same period last year"): never the period of the figure
    /// compared. Also the time of an amount after "from" ("up from $3bn in 2021"), which is the base itself.
    /// </summary>
    Base,
}

/// <summary>A time expression in a statement, resolved where it can be.</summary>
public sealed record TimeMention
{
    public required int FirstToken { get; init; }

    public required int EndToken { get; init; }

    public required TimeKind Kind { get; init; }

    public required TimeRole Role { get; init; }

    /// <summary>The calendar period meant; null where it cannot be resolved (then <see cref="Unresolved"/> says why).</summary>
    public Period? Period { get; init; }

    /// <summary>The event it is anchored on, for <see cref="TimeKind.Event"/>.</summary>
    public string? EventId { get; init; }

    public string? Unresolved { get; init; }

    /// <summary>
    /// True for a fiscal year or a part of one. <see cref="Period"/> then holds the calendar years as written or counted
    /// ("2022-23" and "last financial year" are `2022..2023`, "fiscal 2023" is `2023`), to be turned into the state's own fiscal year by who
    /// knows the state; only parts ("the first five months of 2022-23" is `2022-04..2022-08`) are months already, of a year that begins in April.
    /// </summary>
    public bool Fiscal { get; init; }

    /// <summary>
    /// True for months that a figure is summed over ("from January to March of this year", "the 12 months to June"). The ends of
    /// other ranges may be two times that a figure moved between ("between February and December 2022", "from 2019 to 2023").
    /// </summary>
    public bool Cumulative { get; init; }
}
