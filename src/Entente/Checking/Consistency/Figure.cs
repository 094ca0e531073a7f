using Entente.Quantities;

namespace Entente.Checking.Consistency;

/// <summary>How the value of a variable is written in an explanation.</summary>
internal enum FigureForm
{
    Money,
    Share,

    /// <summary>now ÷ then; written as growth, 1.36 as +36 %.</summary>
    Factor,
    Count,
    Rank,
    Date,
    Days,
    Number,
}

/// <summary>
/// What a text has one value for, however it is called: exports(A -&gt; B) and imports(A -&gt; B) are one flow, trade(A, B) is trade(B, A),
/// 2022 is 2022-01..2022-12. Two claims about the same figure are claims about the same variable.
/// </summary>
/// <param name="Measure">`flow`, `trade` or `balance` for goods between parties, else the measure's name or the printed call.</param>
/// <param name="From">Seller, or the first party; `*` is all the world.</param>
/// <param name="To">Buyer, or the other party; empty for measures of one party.</param>
/// <param name="Item">`total` where none is named.</param>
/// <param name="Start">First day; null for figures without period.</param>
/// <param name="End">Last day.</param>
internal sealed record Figure(string Measure, string From, string To, string Item, LocalDate? Start, LocalDate? End)
{
    public const string Flow = "flow";
    public const string Trade = "trade";
    public const string Balance = "balance";
    public const string Count = "count:";
    public const string World = "*";
    public const string Total = "total";

    public static Figure Of(string measure, string from, string to, string item, Period? period) =>
        new(measure, from, to, item, period?.Start, period?.End);

    /// <summary>Trade of two parties in whichever order they were named.</summary>
    /// <param name="suffix">`:tonne` and the like where it is not money; else empty.</param>
    /// <param name="first">A party.</param>
    /// <param name="second">The other, or <see cref="World"/>.</param>
    /// <param name="item">Product group.</param>
    /// <param name="period">Its period.</param>
    public static Figure OfTrade(string suffix, string first, string second, string item, Period? period) =>
        second != World && string.CompareOrdinal(second, first) < 0
            ? Of(Trade + suffix, second, first, item, period)
            : Of(Trade + suffix, first, second, item, period);

    /// <summary>The measure without the unit that sets a figure apart (`flow` of `flow:tonne`).</summary>
    public string Role => Measure.IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? Measure[..at] : Measure;

    /// <summary>What follows the role: `:tonne`, or nothing.</summary>
    public string Suffix => Measure[Role.Length..];

    public bool SamePeriod(Figure other) => Start == other.Start && End == other.End;

    /// <summary>True when this period lies inside the other and is shorter.</summary>
    public bool PeriodInside(Figure other) =>
        Start is { } start && End is { } end && other.Start <= start && end <= other.End && !SamePeriod(other);
}
