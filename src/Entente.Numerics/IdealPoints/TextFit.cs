using Entente.Numerics.Distributions;

namespace Entente.Numerics.IdealPoints;

/// <summary>One text of the ordinal model, found from votes of states whose positions are known and kept.</summary>
/// <param name="Discrimination">β; above 0: the higher the position, the likelier a no.</param>
/// <param name="Cut1">Between yes and abstaining.</param>
/// <param name="Cut2">Between abstaining and no.</param>
public readonly record struct FittedText(double Discrimination, double Cut1, double Cut2, bool Converged);

/// <summary>
/// The likeliest text under the prior of the estimation (β standard normal; cuts normal with deviation <see cref="CutDeviation"/>, so that a text all
/// but one of the known support is still finite). Fisher scoring with halved steps.
/// </summary>
public static class TextFit
{
    public const double CutDeviation = 3;
    private const int MostRounds = 60;
    private const double Least = 1e-10;
    private const double Closest = 0.01;

    /// <param name="position">x of each voter.</param>
    /// <param name="choice">0 yes, 1 abstain, 2 no.</param>
    public static FittedText Run(ReadOnlySpan<double> position, ReadOnlySpan<byte> choice)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(choice.Length, position.Length);
        var (b, low, high) = (0.0, 0.0, 0.5);
        var at = Log(position, choice, b, low, high);
        Span<double> gradient = stackalloc double[3];
        Span<double> information = stackalloc double[6];
        for (var round = 0; round < MostRounds; round++)
        {
            Slopes(position, choice, b, low, high, gradient, information);
            var step = Solve(information, gradient);
            var size = Math.Max(Math.Abs(step.B), Math.Max(Math.Abs(step.Low), Math.Abs(step.High)));
            if (size < 1e-8)
                return new(b, low, high, true);
            var scale = 1.0;
            for (; scale > 1e-6; scale /= 2)
            {
                var (nb, nl, nh) = (b + (scale * step.B), low + (scale * step.Low), high + (scale * step.High));
                if (nh - nl < Closest)
                    continue;
                var next = Log(position, choice, nb, nl, nh);
                if (next >= at)
                {
                    var gained = next - at;
                    (b, low, high, at) = (nb, nl, nh, next);
                    if (gained < 1e-10)
                        return new(b, low, high, true);
                    break;
                }
            }
            // Nothing better in this direction: at the edge where nobody abstains, or there.
            if (scale <= 1e-6)
                return new(b, low, high, true);
        }
        return new(b, low, high, false);
    }

    private static double Log(ReadOnlySpan<double> position, ReadOnlySpan<byte> choice, double b, double low, double high)
    {
        var log = -0.5 * ((b * b) + (((low * low) + (high * high)) / (CutDeviation * CutDeviation)));
        for (var i = 0; i < position.Length; i++)
        {
            var p = choice[i] switch
            {
                0 => StandardNormal.Cumulative(low - (b * position[i])),
                1 => StandardNormal.Cumulative(high - (b * position[i])) - StandardNormal.Cumulative(low - (b * position[i])),
                _ => StandardNormal.Cumulative((b * position[i]) - high),
            };
            log += Math.Log(Math.Max(p, Least));
        }
        return log;
    }

    /// <summary>First derivatives, and the expected information (b b, b low, b high, low low, low high, high high).</summary>
    private static void Slopes(
        ReadOnlySpan<double> position,
        ReadOnlySpan<byte> choice,
        double b,
        double low,
        double high,
        Span<double> gradient,
        Span<double> information
    )
    {
        var prior = 1 / (CutDeviation * CutDeviation);
        gradient[0] = -b;
        gradient[1] = -low * prior;
        gradient[2] = -high * prior;
        information.Clear();
        (information[0], information[3], information[5]) = (1, prior, prior);
        for (var i = 0; i < position.Length; i++)
        {
            var x = position[i];
            var (z1, z2) = (low - (b * x), high - (b * x));
            var (f1, f2) = (StandardNormal.Density(z1), StandardNormal.Density(z2));
            var yes = Math.Max(StandardNormal.Cumulative(z1), Least);
            var no = Math.Max(StandardNormal.Cumulative(-z2), Least);
            var abstain = Math.Max(1 - yes - no, Least);
            var (d1, d2) = choice[i] switch
            {
                0 => (f1 / yes, 0.0),
                1 => (-f1 / abstain, f2 / abstain),
                _ => (0.0, -f2 / no),
            };
            gradient[1] += d1;
            gradient[2] += d2;
            gradient[0] -= x * (d1 + d2);
            var (i11, i12, i22) = (f1 * f1 * ((1 / yes) + (1 / abstain)), -f1 * f2 / abstain, f2 * f2 * ((1 / no) + (1 / abstain)));
            information[3] += i11;
            information[4] += i12;
            information[5] += i22;
            information[1] -= x * (i11 + i12);
            information[2] -= x * (i12 + i22);
            information[0] += x * x * (i11 + (2 * i12) + i22);
        }
    }

    /// <summary>Solves the symmetric system of three by Cramer's rule.</summary>
    private static (double B, double Low, double High) Solve(ReadOnlySpan<double> m, ReadOnlySpan<double> g)
    {
        var (a, b, c, d, e, f) = (m[0], m[1], m[2], m[3], m[4], m[5]);
        var determinant = (a * ((d * f) - (e * e))) - (b * ((b * f) - (c * e))) + (c * ((b * e) - (c * d)));
        if (!(Math.Abs(determinant) > 1e-300))
            return (g[0] / a, g[1] / d, g[2] / f);
        var x = (g[0] * ((d * f) - (e * e))) - (b * ((g[1] * f) - (g[2] * e))) + (c * ((g[1] * e) - (g[2] * d)));
        var y = (a * ((g[1] * f) - (g[2] * e))) - (g[0] * ((b * f) - (c * e))) + (c * ((b * g[2]) - (c * g[1])));
        var z = (a * ((d * g[2]) - (e * g[1]))) - (b * ((b * g[2]) - (c * g[1]))) + (g[0] * ((b * e) - (c * d)));
        return (x / determinant, y / determinant, z / determinant);
    }
}
