using Entente.Numerics.Random;

namespace Entente.Models;

/// <summary>A number that is not known exactly: its mode, and the ends beyond which nobody puts it. Drawn from the triangle over them.</summary>
public sealed record Spread(double Low, double Mode, double High)
{
    public static Spread Exactly(double value) => new(value, value, value);

    public bool IsExact => Low == High;

    /// <summary>The value at a quantile.</summary>
    /// <param name="u">0 to 1.</param>
    public double At(double u)
    {
        if (IsExact)
            return Mode;
        var turn = (Mode - Low) / (High - Low);
        return u < turn ? Low + Math.Sqrt(u * (High - Low) * (Mode - Low)) : High - Math.Sqrt((1 - u) * (High - Low) * (High - Mode));
    }

    /// <summary>One draw. Takes one number of the stream, whether it is exact or not, so that the draws of other numbers stay what they are.</summary>
    public double Draw(ref RandomStream random) => At(random.Uniform());
}
