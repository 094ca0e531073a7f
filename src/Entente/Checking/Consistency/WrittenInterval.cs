using Entente.Claims.Language;
using Entente.Numerics.Intervals;
using Entente.Quantities;

namespace Entente.Checking.Consistency;

/// <summary>
/// The values that a written number leaves open when claims of one text are laid against each other. Wider than in the test against the
/// record: writers round or cut off, and a text does not say which, so one whole unit of the last digit is granted on either side.
/// A text is called contradictory only when no reading of its numbers saves it.
/// </summary>
internal static class WrittenInterval
{
    /// <summary>How far "about" reaches, as a fraction of the number.</summary>
    public const double About = 0.10;

    // Decimal fractions are not binary ones: 0.73 − 0.01 must not exclude 0.72.
    private const double Slack = 1e-9;

    /// <param name="number">Value and last digit, in the unit's base.</param>
    /// <param name="dimension">Ranks are exact, and so are counts below 100.</param>
    /// <param name="relation">How the claim relates to the number; <see cref="Relation.NotEqual"/> leaves everything open.</param>
    public static Interval Of(WrittenNumber number, Dimension dimension, Relation relation)
    {
        var unit = Unit(number, dimension);
        if (unit == 0 && relation == Relation.Equal)
            return Interval.Point(number.Value);
        return relation switch
        {
            Relation.Equal => Widen(number.Value - unit, number.Value + unit),
            Relation.About => Around(number.Value, Math.Max(About * Math.Abs(number.Value), unit)),
            Relation.Less or Relation.LessOrEqual => Widen(double.NegativeInfinity, number.Value),
            Relation.Greater or Relation.GreaterOrEqual => Widen(number.Value, double.PositiveInfinity),
            _ => Interval.All,
        };
    }

    /// <summary>`within [low, high]`, each end as precise as it is written.</summary>
    public static Interval Between(WrittenNumber low, WrittenNumber high, Dimension dimension) =>
        Widen(low.Value - Unit(low, dimension), high.Value + Unit(high, dimension));

    private static Interval Around(double value, double reach) => Widen(value - reach, value + reach);

    private static Interval Widen(double low, double high)
    {
        var scale = Math.Max(double.IsFinite(low) ? Math.Abs(low) : 0, double.IsFinite(high) ? Math.Abs(high) : 0);
        return new(low - (Slack * scale), high + (Slack * scale));
    }

    private static double Unit(WrittenNumber number, Dimension dimension)
    {
        if (dimension is Dimension.Rank)
            return 0;
        if (dimension is not Dimension.Count || number.LastDigit != 1)
            return number.LastDigit;
        // "36 meetings" is counted; in "300,000 troops" the zeros are more likely rounding than counting.
        if (Math.Abs(number.Value) < 100)
            return 0;
        var unit = 1.0;
        while (number.Value % (unit * 10) == 0 && unit * 10 <= Math.Abs(number.Value))
            unit *= 10;
        return unit;
    }
}
