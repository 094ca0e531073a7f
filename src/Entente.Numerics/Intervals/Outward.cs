namespace Entente.Numerics.Intervals;

/// <summary>
/// Interval operations rounded outward by one unit in the last place, so that an empty result proves that no reals fit. They are
/// inclusion-monotone: smaller operands never give a larger result.
/// </summary>
public static class Outward
{
    /// <summary>The nothing that an impossible division gives.</summary>
    public static readonly Interval Empty = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>The interval with both ends moved outward by one unit in the last place.</summary>
    public static Interval Round(Interval x) => new(Math.BitDecrement(x.Low), Math.BitIncrement(x.High));

    public static Interval Add(Interval a, Interval b) => Round(a + b);

    public static Interval Subtract(Interval a, Interval b) => Round(a - b);

    public static Interval Multiply(Interval a, Interval b) => Round(a * b);

    /// <summary>The hull of all x with x·b = a for some values of a and b. Unlike the operator it uses a divisor that only touches zero.</summary>
    public static Interval Divide(Interval a, Interval b)
    {
        if (!b.Contains(0))
            return Quotient(a, b);
        if (a.Contains(0))
            return Interval.All;
        if (b is { Low: 0, High: 0 })
            return Empty;
        if (b.Low < 0 && b.High > 0)
            return Interval.All;
        // One end of the divisor is zero: the quotient runs from its smallest size to infinity, on one side only.
        var positive = (a.Low > 0) == (b.Low == 0);
        var size = (a.Low > 0 ? a.Low : -a.High) / (b.Low == 0 ? b.High : -b.Low);
        return positive ? Round(new(size, double.PositiveInfinity)) : Round(new(double.NegativeInfinity, -size));
    }

    // The four quotients taken directly: multiplying by a rounded reciprocal would need a second rounding.
    private static Interval Quotient(Interval a, Interval b)
    {
        var (p, q, r, s) = (One(a.Low, b.Low), One(a.Low, b.High), One(a.High, b.Low), One(a.High, b.High));
        return Round(new(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s))));
    }

    // ∞ ÷ ∞ at two corners: the zero that finite ÷ ∞ tends to is the bound on that side; the other corners carry the infinity.
    private static double One(double x, double y) => double.IsInfinity(y) ? 0 : x / y;
}
