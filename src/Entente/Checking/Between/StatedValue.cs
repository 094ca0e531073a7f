using Entente.Quantities;

namespace Entente.Checking.Between;

/// <summary>How two stated values stand to each other.</summary>
internal enum Accord
{
    /// <summary>What one leaves open includes what the other says.</summary>
    Agree,

    /// <summary>Apart by at most one further unit of the coarser last digit.</summary>
    Rounding,

    Differ,

    /// <summary>No conversion leads from one unit to the other.</summary>
    Incomparable,
}

/// <summary>
/// What a text says of a figure: the range that its digits and words leave open, in the base of its unit (kilometres for miles, a
/// fraction for percent). Days since 0001-01-01 for dates; −1 or less, 0, 1 or more for an order of two; 1 and 0 for true and false.
/// </summary>
internal readonly record struct StatedValue(double Low, double High, double Step, Unit Unit)
{
    private const double Slack = 1e-9;

    /// <summary>The middle of the range, or its only end.</summary>
    public double Best =>
        double.IsFinite(Low) && double.IsFinite(High) ? (Low + High) / 2
        : double.IsFinite(Low) ? Low
        : High;

    /// <summary>True where only one end is stated ("more than 36").</summary>
    public bool OneSided => double.IsInfinity(Low) || double.IsInfinity(High);

    public double Width => High - Low;

    /// <param name="other">In a unit of the same base; see <see cref="TextJoin"/> for currencies.</param>
    public Accord With(StatedValue other)
    {
        if (Unit.Base != other.Unit.Base)
            return Accord.Incomparable;
        var tiny = Slack * Math.Max(Size(this), Size(other));
        // Two rounding intervals that only touch are one unit apart: 37 is not 38.
        var strict = Width > tiny && other.Width > tiny && !OneSided && !other.OneSided;
        var gap = Math.Max(Low - other.High, other.Low - High);
        if (strict ? gap < -tiny : gap <= tiny)
            return Accord.Agree;
        return gap <= Math.Max(Step, other.Step) + tiny ? Accord.Rounding : Accord.Differ;
    }

    private static double Size(StatedValue value) =>
        Math.Max(double.IsFinite(value.Low) ? Math.Abs(value.Low) : 0, double.IsFinite(value.High) ? Math.Abs(value.High) : 0);
}
