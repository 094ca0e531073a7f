namespace Entente.Quantities;

/// <summary>What kind of thing a number measures. Two values are comparable only within one dimension.</summary>
public enum Dimension
{
    Number,
    Money,
    Share,
    PercentagePoints,
    Count,
    Rank,
    Duration,
    Length,
    Area,
    Mass,
    Volume,
    Rate,
    Price,
    Energy,
    Index,

    /// <summary>Amounts in whatever unit the goods are counted in (barrels a day, bcm, tonnes): only of measures, never of a unit.</summary>
    Physical,
    Date,
    Truth,
}

/// <summary>
/// A unit of measurement: its symbol as the claim language and the JSON print it, its dimension, and the factor to the
/// dimension's base unit (1 mile is 1.609344 km). Currencies have no factor among themselves: a rate is an observation.
/// </summary>
public sealed record Unit
{
    public required string Symbol { get; init; }

    public required Dimension Dimension { get; init; }

    /// <summary>How many base units (of <see cref="Base"/>) one of this is.</summary>
    public double ToBase { get; init; } = 1;

    /// <summary>The symbol of the unit that <see cref="ToBase"/> leads to; the unit's own symbol where it is the base.</summary>
    public required string Base { get; init; }

    public bool IsMoney => Dimension == Dimension.Money;

    public override string ToString() => Symbol;
}
