namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Anderson acceleration of a fixed point x = G(x) (Anderson 1965, Journal of the ACM 12:547; Walker and Ni 2011, SIAM Journal on Numerical
/// Analysis 49:1715, type II): the next point is the combination of the last ones whose combined gap G(x) − x is least. The least-squares problem
/// is solved by its normal equations, kept from step to step, with a small ridge; a step that makes the gap much larger forgets the past.
/// </summary>
internal sealed class Anderson
{
    private const double Ridge = 1e-13;
    private const double Growth = 4;
    private readonly int length;
    private readonly int memory;
    private readonly double[][] steps;
    private readonly double[][] gaps;
    private readonly double[] lastPoint;
    private readonly double[] lastGap;
    private readonly double[] products;
    private readonly double[] system;
    private readonly double[] weights;
    private int held;
    private int at;
    private bool begun;
    private double lastSize;

    /// <param name="length">Of a point; a multiple of four.</param>
    /// <param name="memory">Steps remembered.</param>
    public Anderson(int length, int memory)
    {
        (this.length, this.memory) = (length, memory);
        steps = new double[memory][];
        gaps = new double[memory][];
        for (var i = 0; i < memory; i++)
            (steps[i], gaps[i]) = (new double[length], new double[length]);
        (lastPoint, lastGap) = (new double[length], new double[length]);
        products = new double[memory * memory];
        system = new double[memory * (memory + 1)];
        weights = new double[memory];
    }

    public void Forget() => (held, at, begun) = (0, 0, false);

    /// <summary>Moves a point, given its gap.</summary>
    /// <param name="point">The point; on return the next one.</param>
    /// <param name="gap">G(point) − point.</param>
    /// <param name="mixing">How much of the gap a step takes, above 0 to 1.</param>
    public void Step(Span<double> point, ReadOnlySpan<double> gap, double mixing)
    {
        var size = Lanes.Dot(gap, gap);
        if (begun && size > Growth * Growth * lastSize)
            Forget();
        if (begun && memory > 0)
            Remember(point, gap);
        point.CopyTo(lastPoint);
        gap.CopyTo(lastGap);
        (begun, lastSize) = (true, size);
        if (held > 0)
            Solve(gap);
        Lanes.Add(point, mixing, gap);
        for (var k = 0; k < held; k++)
        {
            Lanes.Add(point, -weights[k], steps[k]);
            Lanes.Add(point, -weights[k] * mixing, gaps[k]);
        }
    }

    private void Remember(ReadOnlySpan<double> point, ReadOnlySpan<double> gap)
    {
        var (step, change) = (steps[at], gaps[at]);
        for (var i = 0; i < length; i++)
        {
            step[i] = point[i] - lastPoint[i];
            change[i] = gap[i] - lastGap[i];
        }
        held = Math.Min(held + 1, memory);
        for (var k = 0; k < held; k++)
            products[(at * memory) + k] = products[(k * memory) + at] = Lanes.Dot(gaps[k], change);
        at = (at + 1) % memory;
    }

    // Gaussian elimination with pivots on the diagonal: the matrix is symmetric and, with the ridge, positive.
    private void Solve(ReadOnlySpan<double> gap)
    {
        var width = held + 1;
        var trace = 0.0;
        for (var k = 0; k < held; k++)
            trace += products[(k * memory) + k];
        for (var k = 0; k < held; k++)
        {
            for (var l = 0; l < held; l++)
                system[(k * width) + l] = products[(k * memory) + l];
            system[(k * width) + k] += Ridge * products[(k * memory) + k] + (1e-300 * trace) + double.Epsilon;
            system[(k * width) + held] = Lanes.Dot(gaps[k], gap);
        }
        for (var k = 0; k < held; k++)
        {
            var pivot = system[(k * width) + k];
            for (var r = k + 1; r < held; r++)
            {
                var factor = pivot > 0 ? system[(r * width) + k] / pivot : 0;
                for (var c = k; c < width; c++)
                    system[(r * width) + c] -= factor * system[(k * width) + c];
            }
        }
        for (var k = held - 1; k >= 0; k--)
        {
            var sum = system[(k * width) + held];
            for (var c = k + 1; c < held; c++)
                sum -= system[(k * width) + c] * weights[c];
            var pivot = system[(k * width) + k];
            weights[k] = pivot > 0 ? sum / pivot : 0;
        }
    }
}
