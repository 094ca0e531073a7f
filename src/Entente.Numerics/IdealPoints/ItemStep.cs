using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// One item given the positions of those who voted, each a normal distribution: a Newton step of its discrimination β and cutpoints γ₁ ≤ γ₂ towards
/// the largest expected log probability (three nodes of Gauss and Hermite over β·θ). A choice that nobody made has no cutpoint of its own: γ stands
/// far off, or both are one.
/// </summary>
internal sealed class ItemStep
{
    /// <summary>Where a cutpoint stands beyond which nobody voted: Φ is 0 or 1 there in every digit.</summary>
    public const double Far = 40;

    private const double LongestMove = 1;

    /// <summary>Cutpoints have the variance of the sampler's prior, which is flat between −7 and 7.</summary>
    private const double CutPrecision = 3 / (ItemDraw.Bound * ItemDraw.Bound);
    private const int Size = 4;
    private static readonly double[] Nodes = [-Math.Sqrt(3), 0, Math.Sqrt(3)];
    private static readonly double[] NodeWeights = [1.0 / 6, 2.0 / 3, 1.0 / 6];

    private readonly VoteTable table;
    private readonly bool two;
    private readonly double priorPrecision;
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] vxx;
    private readonly double[] vxy;
    private readonly double[] vyy;

    // β₁, β₂, γ₁, γ₂.
    private readonly double[] gradient = new double[Size];
    private readonly double[] information = new double[Size * Size];
    private readonly double[] reduced = new double[Size * Size];
    private readonly double[] inverse = new double[Size * Size];
    private readonly double[] points = new double[2 * Size * Size];
    private int pointCount;

    public ItemStep(VoteTable table, int dimensions, double discriminationVariance)
    {
        (this.table, two, priorPrecision) = (table, dimensions == 2, 1 / discriminationVariance);
        var n = table.LongestItem;
        (x, y, vxx, vxy, vyy) = (new double[n], new double[n], new double[n], new double[n], new double[n]);
    }

    /// <summary>Cutpoints at the shares of the choices, no discrimination.</summary>
    public static void Begin(VoteTable table, FitState fit)
    {
        for (var v = 0; v < table.Items; v++)
        {
            var (yes, abstain, no) = Counts(table, v);
            var all = Math.Max(1, yes + abstain + no);
            (fit.BetaX[v], fit.BetaY[v]) = (0, 0);
            fit.Cut1[v] = yes == 0 ? -Far : Quantile(yes, all);
            fit.Cut2[v] = no == 0 ? Far : Quantile(yes + abstain, all);
            if (yes == 0 && abstain == 0)
                fit.Cut2[v] = -Far;
            if (no == 0 && abstain == 0)
                fit.Cut1[v] = Far;
        }
    }

    public static bool IsInert(VoteTable table, int item) => Counts(table, item) is (0, 0, _) or (0, _, 0) or (_, 0, 0);

    /// <summary>Newton steps, then what the item's votes say about the positions that cast them.</summary>
    /// <param name="item">Its number.</param>
    /// <param name="fit">Positions are read, the item and its places are written.</param>
    /// <param name="steps">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int item, FitState fit, int steps)
    {
        if (IsInert(table, item))
            return;
        Gather(item, fit);
        var map = Map(item);
        for (var s = 0; s < steps; s++)
        {
            Accumulate(item, fit);
            Step(item, fit, map);
        }
        Points(item, fit, map);
        Slopes(item, fit);
    }

    private void Gather(int item, FitState fit)
    {
        var start = table.ItemStart(item);
        var length = table.ItemStart(item + 1) - start;
        for (var k = 0; k < length; k++)
        {
            var cell = table.CellAt[start + k];
            x[k] = fit.X[cell];
            vxx[k] = fit.Variance[cell].A;
            if (!two)
                continue;
            y[k] = fit.Y[cell];
            (vxy[k], vyy[k]) = (fit.Variance[cell].B, fit.Variance[cell].C);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accumulate(int item, FitState fit)
    {
        Array.Clear(gradient);
        Array.Clear(information);
        for (var choice = 0; choice < VoteTable.Choices; choice++)
            Accumulate(item, choice, fit);
        ReadOnlySpan<double> mode = [fit.BetaX[item], fit.BetaY[item], fit.Cut1[item], fit.Cut2[item]];
        for (var i = 0; i < Size; i++)
        {
            var precision = i < 2 ? priorPrecision : CutPrecision;
            gradient[i] -= precision * mode[i];
            information[(i * Size) + i] += precision;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accumulate(int item, int choice, FitState fit)
    {
        var block = (item * VoteTable.Choices) + choice;
        var count = table.BlockCount[block];
        if (count == 0)
            return;
        var offset = table.BlockStart[block] - table.ItemStart(item);
        var (bx, by) = (Vector512.Create(fit.BetaX[item]), Vector512.Create(fit.BetaY[item]));
        var (cut1, cut2) = (Vector512.Create(fit.Cut1[item]), Vector512.Create(fit.Cut2[item]));
        var zero = Vector512<double>.Zero;
        var tiny = Vector512.Create(1e-150);
        var (g0, g1, g2, g3) = (zero, zero, zero, zero);
        var (h00, h01, h02, h03, h11, h12, h13, h22, h33, h23) = (zero, zero, zero, zero, zero, zero, zero, zero, zero, zero);
        for (var k = 0; k < count; k += StandardNormal.Lanes)
        {
            var mask = Mask(count - k);
            var mx = Load(x, offset + k);
            var xx = Load(vxx, offset + k);
            var my = two ? Load(y, offset + k) : zero;
            var xy = two ? Load(vxy, offset + k) : zero;
            var yy = two ? Load(vyy, offset + k) : zero;
            var (leanX, leanY) = two ? ((xx * bx) + (xy * by), (xy * bx) + (yy * by)) : (xx * bx, zero);
            var deviation = Vector512.Sqrt(Vector512.Max((leanX * bx) + (leanY * by), tiny));
            var middle = (bx * mx) + (by * my);
            // θ given β·θ lies on a line, with what is left of its variance about it.
            var (alongX, alongY) = two ? (leanX / deviation, leanY / deviation) : (Vector512.Sqrt(xx), zero);
            if (!two)
                deviation = bx * alongX;
            for (var node = 0; node < Nodes.Length; node++)
            {
                var at = Vector512.Create(Nodes[node]);
                var terms = ChoiceTerms.Of(choice, middle + (at * deviation), cut1, cut2);
                var weight = mask & Vector512.Create(NodeWeights[node]);
                var (tx, ty) = (mx + (at * alongX), my + (at * alongY));
                var score = weight * terms.Score;
                var (first, second) = (weight * terms.First, weight * terms.Second);
                var both = first + second;
                g0 += score * tx;
                g2 += weight * terms.Slope1;
                g3 += weight * terms.Slope2;
                h00 += both * tx * tx;
                h02 -= first * tx;
                h03 -= second * tx;
                h23 -= weight * terms.Cross;
                h22 +=
                    choice == 0 ? first
                    : choice == 1 ? first + (weight * terms.Cross)
                    : zero;
                h33 +=
                    choice == 2 ? second
                    : choice == 1 ? second + (weight * terms.Cross)
                    : zero;
                if (!two)
                    continue;
                g1 += score * ty;
                h00 += both * (xx - (alongX * alongX));
                h01 += both * ((tx * ty) + xy - (alongX * alongY));
                h11 += both * ((ty * ty) + yy - (alongY * alongY));
                h12 -= first * ty;
                h13 -= second * ty;
            }
        }
        Add(gradient, 0, g0, 1, g1, 2, g2, 3, g3);
        Add(information, 0, h00, 1, h01, 2, h02, 3, h03);
        Add(information, 5, h11, 6, h12, 7, h13, 10, h22);
        Add(information, 11, h23, 15, h33, -1, zero, -1, zero);
    }

    private static void Add(
        double[] to,
        int i,
        Vector512<double> a,
        int j,
        Vector512<double> b,
        int k,
        Vector512<double> c,
        int l,
        Vector512<double> d
    )
    {
        to[i] += Vector512.Sum(a);
        to[j] += Vector512.Sum(b);
        if (k < 0)
            return;
        to[k] += Vector512.Sum(c);
        to[l] += Vector512.Sum(d);
    }

    /// <summary>Which of the parameters each of β₁, β₂, γ₁, γ₂ is; −1 for none. A tie of the cutpoints makes them one.</summary>
    private int[] Map(int item)
    {
        var (yes, abstain, no) = Counts(table, item);
        var next = two ? 2 : 1;
        var first = yes > 0 ? next++ : -1;
        var second =
            no == 0 ? -1
            : abstain == 0 && yes > 0 ? first
            : next++;
        return [0, two ? 1 : -1, first, second];
    }

    private void Step(int item, FitState fit, int[] map)
    {
        Invert(map);
        Span<double> towards = stackalloc double[Size];
        for (var i = 0; i < Size; i++)
            if (map[i] >= 0)
                towards[map[i]] += gradient[i];
        Span<double> move = stackalloc double[Size];
        var longest = 0.0;
        for (var i = 0; i < Size; i++)
        {
            if (map[i] < 0)
                continue;
            for (var j = 0; j < Size; j++)
                move[i] += inverse[(map[i] * Size) + j] * towards[j];
            longest = Math.Max(longest, Math.Abs(move[i]));
        }
        var share = longest > LongestMove ? LongestMove / longest : 1;
        // Cutpoints that would cross go half the way to each other instead.
        var gap = fit.Cut2[item] - fit.Cut1[item];
        var closing = move[2] - move[3];
        if (map[2] != map[3] && share * closing > 0.5 * gap)
            share = 0.5 * gap / closing;
        fit.BetaX[item] += share * move[0];
        fit.BetaY[item] += share * move[1];
        fit.Cut1[item] += share * move[2];
        fit.Cut2[item] += share * move[3];
    }

    /// <summary>The inverse of the information about the parameters that there are, numbered as in the map, in rows of four.</summary>
    private void Invert(int[] map)
    {
        Array.Clear(reduced);
        Array.Clear(inverse);
        for (var i = 0; i < Size; i++)
        for (var j = 0; j < Size; j++)
            if (map[i] >= 0 && map[j] >= 0)
                reduced[(map[i] * Size) + map[j]] += information[i <= j ? (i * Size) + j : (j * Size) + i];
        var size = map.Max() + 1;
        // Gauss and Jordan; the matrix is positive definite, a trace of a ridge keeps it so where a choice was made once.
        for (var i = 0; i < size; i++)
        {
            reduced[(i * Size) + i] += 1e-8;
            inverse[(i * Size) + i] = 1;
        }
        for (var p = 0; p < size; p++)
        {
            var pivot = 1 / reduced[(p * Size) + p];
            for (var j = 0; j < size; j++)
            {
                reduced[(p * Size) + j] *= pivot;
                inverse[(p * Size) + j] *= pivot;
            }
            for (var i = 0; i < size; i++)
            {
                var factor = reduced[(i * Size) + p];
                if (i == p || factor == 0)
                    continue;
                for (var j = 0; j < size; j++)
                {
                    reduced[(i * Size) + j] -= factor * reduced[(p * Size) + j];
                    inverse[(i * Size) + j] -= factor * inverse[(p * Size) + j];
                }
            }
        }
    }

    /// <summary>
    /// Points that stand for the item's own uncertainty: two along each column of Cholesky's root of its covariance, √n off the mode (the
    /// cubature of Arasaratnam and Haykin 2009, IEEE Transactions on Automatic Control 54:1254). An item that is known from few votes holds
    /// positions less firmly, and holds them back from the far ends.
    /// </summary>
    private void Points(int item, FitState fit, int[] map)
    {
        var size = Math.Max(map[2], map[3]) + 1;
        pointCount = 2 * size;
        Span<double> root = stackalloc double[Size * Size];
        for (var j = 0; j < size; j++)
        for (var i = j; i < size; i++)
        {
            var sum = inverse[(i * Size) + j];
            for (var k = 0; k < j; k++)
                sum -= root[(i * Size) + k] * root[(j * Size) + k];
            root[(i * Size) + j] = i == j ? Math.Sqrt(Math.Max(1e-12, sum)) : sum / root[(j * Size) + j];
        }
        ReadOnlySpan<double> mode = [fit.BetaX[item], fit.BetaY[item], fit.Cut1[item], fit.Cut2[item]];
        for (var p = 0; p < pointCount; p++)
        {
            var away = (p & 1) == 0 ? Math.Sqrt(size) : -Math.Sqrt(size);
            for (var i = 0; i < Size; i++)
                points[(p * Size) + i] = mode[i] + (map[i] < 0 ? 0 : away * root[(map[i] * Size) + (p >> 1)]);
            if (points[(p * Size) + 2] > points[(p * Size) + 3])
                (points[(p * Size) + 2], points[(p * Size) + 3]) = (points[(p * Size) + 3], points[(p * Size) + 2]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Slopes(int item, FitState fit)
    {
        var share = Vector512.Create(1.0 / pointCount);
        var zero = Vector512<double>.Zero;
        for (var choice = 0; choice < VoteTable.Choices; choice++)
        {
            var block = (item * VoteTable.Choices) + choice;
            var (start, count) = (table.BlockStart[block], table.BlockCount[block]);
            var offset = start - table.ItemStart(item);
            for (var k = 0; k < count; k += StandardNormal.Lanes)
            {
                var weight = Mask(count - k) & share;
                var (mx, my) = (Load(x, offset + k), two ? Load(y, offset + k) : zero);
                var (slopeX, slopeY, xx, xy, yy) = (zero, zero, zero, zero, zero);
                for (var p = 0; p < pointCount; p++)
                {
                    var at = p * Size;
                    var (bx, by) = (Vector512.Create(points[at]), Vector512.Create(points[at + 1]));
                    var (cut1, cut2) = (Vector512.Create(points[at + 2]), Vector512.Create(points[at + 3]));
                    var terms = ChoiceTerms.Of(choice, (bx * mx) + (by * my), cut1, cut2);
                    var (score, information) = (weight * terms.Score, weight * terms.Information);
                    slopeX += score * bx;
                    xx += information * bx * bx;
                    if (!two)
                        continue;
                    slopeY += score * by;
                    xy += information * bx * by;
                    yy += information * by * by;
                }
                slopeX.CopyTo(fit.SlopeX, start + k);
                xx.CopyTo(fit.PullXX, start + k);
                if (!two)
                    continue;
                slopeY.CopyTo(fit.SlopeY, start + k);
                xy.CopyTo(fit.PullXY, start + k);
                yy.CopyTo(fit.PullYY, start + k);
            }
        }
    }

    private static (int Yes, int Abstain, int No) Counts(VoteTable table, int item)
    {
        var b = item * VoteTable.Choices;
        return (table.BlockCount[b], table.BlockCount[b + 1], table.BlockCount[b + 2]);
    }

    private static double Quantile(int some, int all) => StandardNormal.Quantile(Math.Clamp((double)some / all, 1e-3, 1 - 1e-3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Load(double[] from, int at) => Vector512.Create<double>(from.AsSpan(at, StandardNormal.Lanes));

    /// <summary>All bits in the lanes below <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Mask(int count) =>
        count >= StandardNormal.Lanes
            ? Vector512<double>.AllBitsSet
            : Vector512.LessThan(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)count));
}
