using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// One item's part of a sweep, given positions: its cutpoints by a step of Metropolis and Hastings that does not see the latent utilities (Cowles 1996,
/// Statistics and Computing 6:101; the step of Johnson and Albert 1999, p. 135), the utilities z of its votes as truncated normals (Albert and
/// Chib 1993, Journal of the American Statistical Association 88:669), its discrimination as a regression of z on positions.
/// </summary>
internal sealed class ItemDraw
{
    /// <summary>Cutpoints lie between −7 and 7, as in the program of Bailey, Strezhnev and Voeten.</summary>
    public const double Bound = 7;

    private readonly VoteTable table;
    private readonly double priorPrecision;
    private readonly double[] theta;
    private readonly double[] uniform;

    public ItemDraw(VoteTable table, double discriminationVariance)
    {
        (this.table, priorPrecision) = (table, 1 / discriminationVariance);
        (theta, uniform) = (new double[table.LongestItem], new double[table.LongestItem]);
    }

    /// <summary>Draws the item.</summary>
    /// <returns>Whether the new cutpoints were taken.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Run(int item, ChainState chain, ref RandomStream random)
    {
        var start = table.ItemStart(item);
        var length = table.ItemStart(item + 1) - start;
        for (var k = 0; k < length; k++)
            theta[k] = chain.Theta[table.CellAt[start + k]];
        var taken = Cutpoints(item, chain, ref random);
        random.FillOpen(uniform.AsSpan(0, length));
        var (squares, products) = Utilities(item, chain);
        var variance = 1 / (squares + priorPrecision);
        chain.Beta[item] = (variance * products) + (Math.Sqrt(variance) * random.Normal());
        return taken;
    }

    private bool Cutpoints(int item, ChainState chain, ref RandomStream random)
    {
        var step = chain.Step[item];
        var (cut1, cut2) = (chain.Cut1[item], chain.Cut2[item]);
        var new1 = Truncated(cut1, step, -Bound, cut2, random.Open());
        var new2 = Truncated(cut2, step, new1, Bound, random.Open());
        var log =
            LogRatio(item, chain, cut1, cut2, new1, new2)
            + LogMass(cut1, step, -Bound, cut2)
            + LogMass(cut2, step, new1, Bound)
            - LogMass(new1, step, -Bound, new2)
            - LogMass(new2, step, cut1, Bound);
        var level = random.Open();
        if (!(Math.Log(level) < log))
            return false;
        (chain.Cut1[item], chain.Cut2[item]) = (new1, new2);
        return true;
    }

    private static double Truncated(double mean, double deviation, double low, double high, double uniform)
    {
        var (a, b) = (StandardNormal.Cumulative((low - mean) / deviation), StandardNormal.Cumulative((high - mean) / deviation));
        var p = a + (uniform * (b - a));
        return p is > 0 and < 1 ? Math.Clamp(mean + (deviation * StandardNormal.Quantile(p)), low, high) : mean;
    }

    private static double LogMass(double mean, double deviation, double low, double high) =>
        Math.Log(
            Math.Max(1e-300, StandardNormal.Cumulative((high - mean) / deviation) - StandardNormal.Cumulative((low - mean) / deviation))
        );

    /// <summary>The logarithm of how much likelier the votes are with the new cutpoints.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double LogRatio(int item, ChainState chain, double cut1, double cut2, double new1, double new2)
    {
        var beta = Vector512.Create(chain.Beta[item]);
        var (c1, c2) = (Vector512.Create(cut1), Vector512.Create(cut2));
        var (n1, n2) = (Vector512.Create(new1), Vector512.Create(new2));
        // Ratios lie near 1: products of a few of them need no logarithm of their own.
        var log = Vector512<double>.Zero;
        for (var choice = 0; choice < VoteTable.Choices; choice++)
        {
            var block = (item * VoteTable.Choices) + choice;
            var count = table.BlockCount[block];
            var offset = table.BlockStart[block] - table.ItemStart(item);
            var product = Vector512<double>.One;
            for (var k = 0; k < count; k += StandardNormal.Lanes)
            {
                var eta = beta * ItemStep.Load(theta, offset + k);
                var ratio = ChoiceTerms.Probability(choice, eta, n1, n2) / ChoiceTerms.Probability(choice, eta, c1, c2);
                product *= Vector512.ConditionalSelect(ItemStep.Mask(count - k), ratio, Vector512<double>.One);
                if ((k & 31) == 24)
                {
                    log += Vector512.Log(product);
                    product = Vector512<double>.One;
                }
            }
            log += Vector512.Log(product);
        }
        return Vector512.Sum(log);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Squares, double Products) Utilities(int item, ChainState chain)
    {
        var beta = Vector512.Create(chain.Beta[item]);
        var (cut1, cut2) = (Vector512.Create(chain.Cut1[item]), Vector512.Create(chain.Cut2[item]));
        var (one, zero) = (Vector512<double>.One, Vector512<double>.Zero);
        var (least, most) = (Vector512.Create(1e-300), Vector512.Create(1 - 1e-16));
        var (squares, products) = (zero, zero);
        for (var choice = 0; choice < VoteTable.Choices; choice++)
        {
            var block = (item * VoteTable.Choices) + choice;
            var (start, count) = (table.BlockStart[block], table.BlockCount[block]);
            var offset = start - table.ItemStart(item);
            for (var k = 0; k < count; k += StandardNormal.Lanes)
            {
                var position = ItemStep.Load(theta, offset + k);
                var u = ItemStep.Load(uniform, offset + k);
                var eta = beta * position;
                Vector512<double> z;
                if (choice == 0)
                    z = eta + StandardNormal.Quantile(Vector512.Min(most, Vector512.Max(least, u * StandardNormal.Cumulative(cut1 - eta))));
                else if (choice == 2)
                    z = eta - StandardNormal.Quantile(Vector512.Min(most, Vector512.Max(least, u * StandardNormal.Cumulative(eta - cut2))));
                else
                {
                    var (low, high) = (cut1 - eta, cut2 - eta);
                    var flip = Vector512.GreaterThan(low + high, zero);
                    var from = StandardNormal.Cumulative(Vector512.ConditionalSelect(flip, -high, low));
                    var to = StandardNormal.Cumulative(Vector512.ConditionalSelect(flip, -low, high));
                    var e = StandardNormal.Quantile(Vector512.Min(most, Vector512.Max(least, from + (u * (to - from)))));
                    z = eta + Vector512.ConditionalSelect(flip, -e, e);
                }
                var mask = ItemStep.Mask(count - k);
                z.CopyTo(chain.Utility, start + k);
                position &= mask;
                squares += position * position;
                products += position * (z & mask);
            }
        }
        return (Vector512.Sum(squares), Vector512.Sum(products));
    }
}
