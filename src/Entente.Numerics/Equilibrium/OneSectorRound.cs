namespace Entente.Numerics.Equilibrium;

/// <summary>
/// One evaluation of the one-sector model at ln p̂, p̂ the change of factory-gate prices: P̂_n^(−θ) = Σ π_ni (κ̂_ni p̂_i)^(−θ);
/// Ŷ = p̂ (p̂/P̂)^ψ; Y'_i = Σ_n π'_ni E'_n.
/// </summary>
internal sealed class OneSectorRound
{
    private readonly OneSectorBase from;
    private readonly int n;
    private readonly int stride;
    private readonly double[] shifted;
    private readonly double[] given;
    private readonly DeficitRule rule;
    private readonly double world;
    private readonly double[] powers;
    private readonly double[] sums;
    private readonly double[] outputs;
    private readonly double[] spending;
    private readonly double[] sold;

    public OneSectorRound(OneSectorBase from, double[] costs, double[] deficits, DeficitRule rule)
    {
        (this.from, n, stride, given, this.rule) = (from, from.Countries, Lanes.Padded(from.Countries), deficits, rule);
        world = from.Output.Sum();
        shifted = new double[n * stride];
        (powers, sold) = (new double[stride], new double[stride]);
        (sums, outputs, spending) = (new double[n], new double[n], new double[n]);
        for (var m = 0; m < n; m++)
        {
            var left = 0.0;
            for (var i = 0; i < n; i++)
            {
                var cost = costs[(m * n) + i];
                left += shifted[(m * stride) + i] =
                    from.Shares[(m * n) + i]
                    * (
                        cost == 1 ? 1
                        : double.IsPositiveInfinity(cost) ? 0
                        : Math.Pow(cost, -from.Elasticity)
                    );
            }
            if (left <= 0)
                throw new ArgumentException($"nobody is left to sell to country {m}", nameof(costs));
        }
    }

    public int Length => stride;

    public double Evaluate(double[] point, double[] gap)
    {
        var (theta, psi) = (from.Elasticity, from.SupplyElasticity);
        for (var i = 0; i < n; i++)
            powers[i] = Math.Exp(-theta * point[i]);
        var (total, lacking) = (0.0, 0.0);
        for (var m = 0; m < n; m++)
        {
            sums[m] = Lanes.Dot(shifted.AsSpan(m * stride, stride), powers);
            outputs[m] = Math.Exp(point[m] + (psi * (point[m] + (Math.Log(sums[m]) / theta))));
            total += outputs[m] * from.Output[m];
            lacking += outputs[m] * given[m];
        }
        // Prices are read in units of world output, which stays what it was.
        var scale = world / total;
        Array.Clear(sold);
        for (var m = 0; m < n; m++)
        {
            var own = outputs[m] * from.Output[m] * scale;
            var deficit = rule == DeficitRule.Held ? given[m] : scale * outputs[m] * (given[m] - (from.Output[m] * lacking / total));
            spending[m] = own + deficit;
            Lanes.Add(sold, spending[m] / sums[m], shifted.AsSpan(m * stride, stride));
        }
        var residual = 0.0;
        for (var i = 0; i < n; i++)
        {
            sold[i] *= powers[i];
            var ratio = sold[i] / (outputs[i] * from.Output[i] * scale);
            var size = Math.Abs(ratio - 1);
            residual = size <= residual ? residual : size;
            gap[i] = Math.Log(ratio) / (1 + theta + psi);
        }
        // p̂ scaled so that world output is the base's: Ŷ is homogeneous of degree one in all prices.
        var shift = Math.Log(scale);
        for (var i = 0; i < n; i++)
            gap[i] += shift;
        return Math.Max(residual, Math.Abs(shift));
    }

    public double Walras()
    {
        var worst = 0.0;
        var (spent, made) = (0.0, 0.0);
        for (var m = 0; m < n; m++)
        {
            (spent, made) = (spent + spending[m], made + sold[m]);
            worst = Math.Max(worst, Math.Abs((outputs[m] * from.Output[m]) - sold[m]) / sold[m]);
        }
        return Math.Max(worst, Math.Abs(spent - made) / made);
    }

    public OneSectorEquilibrium Result()
    {
        var shares = new double[n * n];
        for (var m = 0; m < n; m++)
        for (var i = 0; i < n; i++)
            shares[(m * n) + i] = shifted[(m * stride) + i] * powers[i] / sums[m];
        return new()
        {
            Base = from,
            Prices = [.. powers.Take(n).Select(p => Math.Pow(p, -1 / from.Elasticity))],
            ConsumerPrices = [.. sums.Select(s => Math.Pow(s, -1 / from.Elasticity))],
            Outputs = (double[])outputs.Clone(),
            Spending = (double[])spending.Clone(),
            Shares = shares,
        };
    }
}
