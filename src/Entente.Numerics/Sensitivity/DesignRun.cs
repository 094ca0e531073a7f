namespace Entente.Numerics.Sensitivity;

/// <summary>One scramble's values: of both matrices' points, and of the first matrix with one column of the second.</summary>
internal sealed class DesignRun(int inputs, int outputs, int points)
{
    private readonly double[] values = new double[checked(points * (inputs + 2) * outputs)];

    public int Points => points;

    public void Evaluate(int point, ScrambledHalton sequence, UncertainModel model)
    {
        Span<double> both = inputs <= 64 ? stackalloc double[2 * inputs] : new double[2 * inputs];
        Span<double> mixed = inputs <= 64 ? stackalloc double[inputs] : new double[inputs];
        sequence.Point(point, both);
        var a = both[..inputs];
        var b = both[inputs..];
        model(a, At(point, 0));
        model(b, At(point, 1));
        a.CopyTo(mixed);
        for (var i = 0; i < inputs; i++)
        {
            mixed[i] = b[i];
            model(mixed, At(point, i + 2));
            mixed[i] = a[i];
        }
    }

    /// <summary>Sums over both matrices' points at which the output has a value everywhere.</summary>
    public (int Points, double Sum, double Square) Moments(int output)
    {
        var (count, sum, square) = (0, 0.0, 0.0);
        for (var p = 0; p < points; p++)
            if (Defined(p, output))
            {
                var (a, b) = (Value(p, 0, output), Value(p, 1, output));
                sum += a + b;
                square += (a * a) + (b * b);
                count++;
            }
        return (count, sum, square);
    }

    /// <summary>Table 2 (b) and (f) of Saltelli and others (2010), the values centred first: the estimate stays the same, its error falls.</summary>
    public (double First, double Total) Shares(int output, int input, double mean, double variance)
    {
        var (count, first, total) = (0, 0.0, 0.0);
        for (var p = 0; p < points; p++)
            if (Defined(p, output))
            {
                var (a, b, mixed) = (Value(p, 0, output), Value(p, 1, output), Value(p, input + 2, output));
                first += (b - mean) * (mixed - a);
                total += (a - mixed) * (a - mixed);
                count++;
            }
        return (first / count / variance, total / (2 * count) / variance);
    }

    private bool Defined(int point, int output)
    {
        for (var k = 0; k < inputs + 2; k++)
            if (!double.IsFinite(Value(point, k, output)))
                return false;
        return true;
    }

    private Span<double> At(int point, int row) => values.AsSpan(((point * (inputs + 2)) + row) * outputs, outputs);

    private double Value(int point, int row, int output) => values[(((point * (inputs + 2)) + row) * outputs) + output];
}
