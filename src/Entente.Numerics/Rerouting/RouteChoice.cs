namespace Entente.Numerics.Rerouting;

/// <summary>
/// Which way goods go that may not go straight. Traders differ in what a way costs them, by draws of Fréchet's law with dispersion ν, as in Allen and
/// Arkolakis (2022), Review of Economic Studies 89:2911: K^(−ν) = Σ_h ω_h k_h^(−ν), and way h takes the share ω_h k_h^(−ν) / K^(−ν). A weight ω says
/// what part of the ways is way h's; with weights that sum to 1 and no way dearer than the straight one, K is 1.
/// </summary>
public static class RouteChoice
{
    /// <param name="weights">ω, 0 or more each; sum to at most 1.</param>
    /// <param name="costs">k, factors on the straight way's cost; infinite is a closed way.</param>
    /// <param name="dispersion">ν, above 0: the larger, the more go the cheapest way.</param>
    /// <param name="shares">Takes the share of each way; all 0 where every way is closed.</param>
    /// <returns>K, infinite where every way is closed.</returns>
    public static double Choose(ReadOnlySpan<double> weights, ReadOnlySpan<double> costs, double dispersion, Span<double> shares)
    {
        // Relative to the cheapest way, so that no power leaves the range of numbers.
        var least = double.PositiveInfinity;
        for (var h = 0; h < costs.Length; h++)
            if (weights[h] > 0)
                least = Math.Min(least, costs[h]);
        shares.Clear();
        if (double.IsPositiveInfinity(least))
            return least;
        var sum = 0.0;
        for (var h = 0; h < costs.Length; h++)
            if (weights[h] > 0 && !double.IsPositiveInfinity(costs[h]))
                sum += shares[h] = weights[h] * Math.Exp(-dispersion * Math.Log(costs[h] / least));
        for (var h = 0; h < costs.Length; h++)
            shares[h] /= sum;
        return least * Math.Exp(-Math.Log(sum) / dispersion);
    }
}

/// <summary>A flow of which a part may no longer go straight.</summary>
/// <param name="Cost">The factor on its cost, all of it together: B^(−1/θ) with B = (1 − x) d^(−θ) + x K^(−θ).</param>
/// <param name="Evaded">φ: the share of what is still bought that comes by another way.</param>
public readonly record struct EvadedFlow(double Cost, double Evaded)
{
    /// <param name="controlled">x: the share of varieties that may not be sold; 1 is an embargo.</param>
    /// <param name="straight">d: the factor on the cost of the rest.</param>
    /// <param name="around">K, infinite where there is no way round.</param>
    /// <param name="elasticity">θ.</param>
    public static EvadedFlow Of(double controlled, double straight, double around, double elasticity)
    {
        var open =
            controlled < 1 && !double.IsPositiveInfinity(straight) ? (1 - controlled) * Math.Exp(-elasticity * Math.Log(straight)) : 0;
        var evaded = controlled > 0 && !double.IsPositiveInfinity(around) ? controlled * Math.Exp(-elasticity * Math.Log(around)) : 0;
        var left = open + evaded;
        return left > 0 ? new(Math.Exp(-Math.Log(left) / elasticity), evaded / left) : new(double.PositiveInfinity, 0);
    }
}
