namespace Entente.Reports.Charts;

/// <summary>Maps values to places along an axis, and chooses round values for its ticks.</summary>
internal readonly record struct LinearScale(double Low, double High, double From, double To)
{
    public double this[double value] => From + ((value - Low) / (High - Low) * (To - From));

    /// <summary>A scale over the values with a margin on both sides; a single value gets five per cent around it.</summary>
    public static LinearScale Over(IEnumerable<double> values, double from, double to, double margin = 0.08)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (!double.IsFinite(low))
            (low, high) = (0, 1);
        var pad = high > low ? (high - low) * margin : Math.Max(Math.Abs(high) * 0.05, 1e-9);
        return new(low - pad, high + pad, from, to);
    }

    /// <summary>At most <paramref name="count"/> round values within the scale: steps of 1, 2 or 5 times a power of ten.</summary>
    public IReadOnlyList<double> Ticks(int count)
    {
        var raw = (High - Low) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var fraction = raw / power;
        var step =
            power
            * (
                fraction <= 1 ? 1
                : fraction <= 2 ? 2
                : fraction <= 5 ? 5
                : 10
            );
        var ticks = new List<double>();
        for (var k = Math.Ceiling(Low / step); k * step <= High && ticks.Count <= count; k++)
            ticks.Add(k * step);
        return ticks;
    }
}
