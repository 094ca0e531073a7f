namespace Entente.Numerics.Intervals;

/// <summary>A closed interval of reals; either end may be infinite. The arithmetic encloses every result of values taken from the operands.</summary>
public readonly record struct Interval(double Low, double High)
{
    public static readonly Interval All = new(double.NegativeInfinity, double.PositiveInfinity);

    public bool IsEmpty => !(Low <= High);

    public double Width => High - Low;

    public static Interval Point(double value) => new(value, value);

    public bool Contains(double value) => Low <= value && value <= High;

    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;

    public Interval Intersect(Interval other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a, Interval b) => new(a.Low - b.High, a.High - b.Low);

    public static Interval operator -(Interval a) => new(-a.High, -a.Low);

    public static Interval operator *(Interval a, Interval b)
    {
        var (p, q, r, s) = (Product(a.Low, b.Low), Product(a.Low, b.High), Product(a.High, b.Low), Product(a.High, b.High));
        return new(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
    }

    /// <summary>Everything where the divisor contains zero: no division by zero is ever guessed away.</summary>
    public static Interval operator /(Interval a, Interval b) => b.Contains(0) ? All : a * new Interval(1 / b.High, 1 / b.Low);

    // 0 × ∞ is 0 here: the zero is exact, the infinity only says "unbounded".
    private static double Product(double x, double y) => x == 0 || y == 0 ? 0 : x * y;
}
