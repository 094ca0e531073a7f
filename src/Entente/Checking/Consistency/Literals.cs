using Entente.Claims.Language;
using Entente.Numerics.Intervals;
using Entente.Quantities;

namespace Entente.Checking.Consistency;

/// <summary>Numbers as they stand in expressions.</summary>
internal static class Literals
{
    /// <summary>A quantity with its sign, in its unit as written; null for anything else.</summary>
    public static (WrittenNumber Number, Unit Unit)? Quantity(Expression expression) =>
        expression switch
        {
            QuantityLiteral literal => (literal.Number, literal.Unit),
            Negate { Operand: QuantityLiteral literal } => (literal.Number.Times(-1), literal.Unit),
            _ => null,
        };

    /// <summary>A number without dimension, or a share, as arithmetic takes it (`… - 1`, `… * 50%`); null for anything else.</summary>
    public static double? Plain(Expression expression) =>
        Quantity(expression) is { Unit.Dimension: Dimension.Number or Dimension.Share } quantity ? quantity.Number.Value : null;
}

/// <summary>Days of the calendar as numbers.</summary>
internal static class Days
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static double Of(LocalDate day) => NodaTime.Period.DaysBetween(Epoch, day);

    /// <summary>Any day of the period.</summary>
    public static Interval Of(Quantities.Period period) => new(Of(period.Start), Of(period.End));

    public static LocalDate Date(double day) => Epoch.PlusDays((int)day);
}
