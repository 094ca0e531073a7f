using Entente.Numerics.Random;

namespace Entente.Models.Backtests;

/// <summary>How much better one forecaster was than another on the same cases: 1 − its mean score over the other's. Below 0 it was worse.</summary>
public sealed record Skill
{
    private const int Resamples = 2000;

    /// <summary>From the 2.5th percentile of the standard normal distribution to the median.</summary>
    private const double Wide = 1.959963984540054;

    /// <summary>The same for a chance of 0.8 to see what is there.</summary>
    private const double Power = 0.8416212335729143;

    public required double Value { get; init; }

    /// <summary>Holds the skill with 0.95 under resampling of cases (percentiles; Efron and Tibshirani 1993, ch. 13).</summary>
    public required (double Low, double High) Interval { get; init; }

    /// <summary>
    /// The smallest skill that so many cases would show, at 5 % two-sided, four times in five: (1.96 + 0.84) standard errors of the mean difference, over
    /// the other's mean score. A smaller skill, had or not had, is not told from none.
    /// </summary>
    public required double Detectable { get; init; }

    /// <param name="own">A loss of each case.</param>
    /// <param name="other">The other's, of the same cases.</param>
    /// <param name="seed">Of the resampling.</param>
    /// <returns>Null for fewer than two cases, or where the other lost nothing.</returns>
    public static Skill? Of(IReadOnlyList<double> own, IReadOnlyList<double> other, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Count, own.Count);
        var n = own.Count;
        var (sum, sumOther) = (own.Sum(), other.Sum());
        if (n < 2 || sumOther <= 0)
            return null;
        var mean = (sumOther - sum) / n;
        var variance = 0.0;
        for (var i = 0; i < n; i++)
            variance += (other[i] - own[i] - mean) * (other[i] - own[i] - mean);
        var error = Math.Sqrt(variance / (n - 1) / n);
        var drawn = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var random = new RandomStream(seed, (ulong)r);
            var (a, b) = (0.0, 0.0);
            for (var i = 0; i < n; i++)
            {
                var at = random.Below(n);
                (a, b) = (a + own[at], b + other[at]);
            }
            drawn[r] = b > 0 ? 1 - (a / b) : 0;
        }
        Array.Sort(drawn);
        return new()
        {
            Value = 1 - (sum / sumOther),
            Interval = (drawn[(int)(0.025 * Resamples)], drawn[(int)(0.975 * Resamples) - 1]),
            Detectable = (Wide + Power) * error / (sumOther / n),
        };
    }
}
