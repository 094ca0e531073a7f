using Entente.Measures;
using Entente.Quantities;

namespace Entente.Claims.Language;

/// <summary>What an expression of the language stands for.</summary>
public enum TypeKind
{
    Number,
    Money,
    Share,
    PercentagePoints,
    Count,
    Rank,
    Duration,

    /// <summary>A length, mass, price, rate …: its dimension says which.</summary>
    Physical,
    Date,
    Period,
    Event,
    Truth,
    ActorSet,
    EventSet,
    Actor,
    Item,

    /// <summary>How a member votes: yes, no, abstain, absent.</summary>
    Choice,

    /// <summary>What an actor of a scenario chooses; compared with a name of the scenario.</summary>
    Option,

    /// <summary>A factor of a scenario (`war.outcome`); its values are the scenario's business.</summary>
    Factor,

    /// <summary>A name or text that nothing known bears; only a scenario's option or factor may be compared with it.</summary>
    Word,
}

/// <summary>The type of an expression, with its unit where one is fixed. Money carries none when it is of any currency.</summary>
public sealed record ExpressionType(TypeKind Kind, Unit? Unit = null, Dimension? Dimension = null)
{
    public static readonly ExpressionType Number = new(TypeKind.Number);
    public static readonly ExpressionType Money = new(TypeKind.Money);
    public static readonly ExpressionType Share = new(TypeKind.Share);
    public static readonly ExpressionType PercentagePoints = new(TypeKind.PercentagePoints);
    public static readonly ExpressionType Count = new(TypeKind.Count);
    public static readonly ExpressionType Rank = new(TypeKind.Rank);
    public static readonly ExpressionType Date = new(TypeKind.Date);
    public static readonly ExpressionType Period = new(TypeKind.Period);
    public static readonly ExpressionType Event = new(TypeKind.Event);
    public static readonly ExpressionType Truth = new(TypeKind.Truth);
    public static readonly ExpressionType ActorSet = new(TypeKind.ActorSet);
    public static readonly ExpressionType EventSet = new(TypeKind.EventSet);
    public static readonly ExpressionType Choice = new(TypeKind.Choice);
    public static readonly ExpressionType Option = new(TypeKind.Option);

    /// <summary>True where arithmetic has a meaning.</summary>
    public bool IsNumeric => Kind <= TypeKind.Physical;

    /// <summary>True for what has a place in the calendar.</summary>
    public bool IsMoment => Kind is TypeKind.Date or TypeKind.Period or TypeKind.Event;

    public static ExpressionType Of(Unit unit) =>
        unit.Dimension switch
        {
            Quantities.Dimension.Number => Number,
            Quantities.Dimension.Money => new(TypeKind.Money, unit),
            Quantities.Dimension.Share => Share,
            Quantities.Dimension.PercentagePoints => PercentagePoints,
            Quantities.Dimension.Count => new(TypeKind.Count, unit),
            Quantities.Dimension.Rank => Rank,
            Quantities.Dimension.Duration => new(TypeKind.Duration, unit),
            Quantities.Dimension.Date => Date,
            Quantities.Dimension.Truth => Truth,
            _ => new(TypeKind.Physical, unit, unit.Dimension),
        };

    public static ExpressionType Of(MeasureDefinition measure) =>
        measure.Unit is { } symbol && Units.TryFind(symbol, out var unit)
            ? Of(unit)
            : measure.Dimension switch
            {
                Quantities.Dimension.Number => Number,
                Quantities.Dimension.Money => Money,
                Quantities.Dimension.Share => Share,
                Quantities.Dimension.PercentagePoints => PercentagePoints,
                Quantities.Dimension.Count => Count,
                Quantities.Dimension.Rank => Rank,
                Quantities.Dimension.Duration => new(TypeKind.Duration),
                Quantities.Dimension.Date => Date,
                Quantities.Dimension.Truth => Truth,
                _ => new(TypeKind.Physical, null, measure.Dimension),
            };

    /// <summary>The type in a message: `money`, `a count of warheads`, `a length in km`.</summary>
    public string Describe() =>
        Kind switch
        {
            TypeKind.Number => "a number",
            TypeKind.Money => "money",
            TypeKind.Share => "a share",
            TypeKind.PercentagePoints => "percentage points",
            TypeKind.Count when IsPlainCount => "a count",
            TypeKind.Count => $"a count of {Unit}",
            TypeKind.Rank => "a rank",
            TypeKind.Duration => Unit is null ? "a duration" : $"a duration in {Unit}",
            TypeKind.Physical => Unit is null ? DimensionName : $"{DimensionName} in {Unit}",
            TypeKind.Date => "a date",
            TypeKind.Period => "a period",
            TypeKind.Event => "an event",
            TypeKind.Truth => "a test that is true or false",
            TypeKind.ActorSet => "a set of actors",
            TypeKind.EventSet => "a set of events",
            TypeKind.Actor => "an actor",
            TypeKind.Item => "an item",
            TypeKind.Choice => "a vote",
            TypeKind.Option => "an option of a scenario",
            TypeKind.Factor => "a factor of a scenario",
            _ => "a name",
        };

    /// <summary>The type with an example of how a literal of it is written.</summary>
    internal string DescribeWithExample() =>
        Kind switch
        {
            TypeKind.Money => $"money (190e9 {Unit?.Symbol ?? "USD"})",
            TypeKind.Share => "a share (36%)",
            TypeKind.PercentagePoints => "percentage points (2.5 pp)",
            TypeKind.Count or TypeKind.Rank => $"{Describe()} (a bare number)",
            TypeKind.Duration => $"{Describe()} (a bare number, or 20 {Unit?.Symbol ?? "days"})",
            TypeKind.Physical => Unit is null ? $"{Describe()} with its unit" : $"{Describe()} (100 {Unit})",
            TypeKind.Date or TypeKind.Event or TypeKind.Period => "a date or a period (2022, 2022-02, 2022-02-24)",
            TypeKind.Choice => "a vote (yes, no, abstain, absent)",
            _ => Describe(),
        };

    internal bool IsPlainCount => Kind == TypeKind.Count && Unit is null or { Symbol: "count" or "units" };

    private string DimensionName =>
        Dimension switch
        {
            Quantities.Dimension.Area => "an area",
            Quantities.Dimension.Energy => "an energy",
            Quantities.Dimension.Index => "an index",
            { } dimension => "a " + dimension.ToString().ToLowerInvariant(),
            null => "a quantity",
        };
}
