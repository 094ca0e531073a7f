namespace Entente.Checking.Forecasts;

/// <summary>Scoring rules for forecasts. All are losses: smaller is better.</summary>
public static class Scoring
{
    /// <summary>
    /// The squared error of a probability for an event that either happens or does not, between 0 and 1. Brier (1950), "Verification of
    /// forecasts expressed in terms of probability", Monthly Weather Review 78, eq. 2, sums over both classes, which is twice this.
    /// </summary>
    /// <param name="probability">Of the event, 0 to 1.</param>
    /// <param name="happened">Whether it did.</param>
    public static double Brier(double probability, bool happened)
    {
        Require(probability);
        var error = probability - (happened ? 1 : 0);
        return error * error;
    }

    /// <summary>
    /// Minus the natural logarithm of the probability given to what happened, in nats; infinite where that was 0. Good (1952), "Rational
    /// decisions", Journal of the Royal Statistical Society B 14, section 8.
    /// </summary>
    public static double Logarithmic(double probability, bool happened)
    {
        Require(probability);
        // Minus zero would be printed as such.
        var given = happened ? probability : 1 - probability;
        return given == 1 ? 0 : -Math.Log(given);
    }

    /// <summary>
    /// The score of a central interval that is to hold the value with probability 1 − α, in the unit of the value: its width, and 2/α of
    /// what the value lies outside it. Gneiting and Raftery (2007), "Strictly proper scoring rules, prediction, and estimation", Journal
    /// of the American Statistical Association 102, eq. 43.
    /// </summary>
    /// <param name="low">l, the lower end.</param>
    /// <param name="high">u, the upper end, not below the lower.</param>
    /// <param name="alpha">α: the probability of falling outside, above 0 and below 1.</param>
    /// <param name="observed">x, the value that came.</param>
    public static double Interval(double low, double high, double alpha, double observed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(alpha, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        var outside = Math.Max(0, low - observed) + Math.Max(0, observed - high);
        return high - low + (2 / alpha * outside);
    }

    private static void Require(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
    }
}
