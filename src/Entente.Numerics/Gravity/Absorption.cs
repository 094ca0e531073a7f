namespace Entente.Numerics.Gravity;

/// <summary>Regressors less their projection on the effects, under the solver's present weights.</summary>
internal sealed class Absorption
{
    // A regressor of which less than this share of variance is left by effects and earlier regressors is explained by them.
    private const double Explained = 1e-10;

    private readonly GravityCells cells;
    private readonly GravityOptions options;
    private readonly Crew crew;
    private readonly double[][] effects;
    private readonly double[] norms;
    private readonly double[] column;

    public Absorption(GravityCells cells, GravityOptions options, Crew crew)
    {
        (this.cells, this.options, this.crew) = (cells, options, crew);
        effects = [.. cells.Regressors.Select(_ => new double[cells.Solver.Unknowns])];
        norms = [.. cells.Regressors.Select(_ => double.NaN)];
        column = new double[cells.Solver.Cells];
        Kept = [.. Enumerable.Range(0, cells.Regressors.Length).Where(k => cells.Scale[k] > 0)];
    }

    /// <summary>The regressors in use.</summary>
    public int[] Kept { get; private set; }

    /// <summary>A column to write to between two calls.</summary>
    public double[] Scratch => column;

    /// <summary>False where the last call did not reach its tolerance.</summary>
    public bool Reached { get; private set; } = true;

    /// <summary>Leaves out what effects and earlier regressors explain, under the rows' own weights.</summary>
    public void LeaveOutCollinear()
    {
        cells.Solver.Weigh(cells.Weights);
        var (matrix, _) = Normal(cells.Weights, null, 1e-11);
        var size = Kept.Length;
        var own = Kept.Select(k => Total(cells.Weights, cells.Regressors[k], cells.Regressors[k])).ToArray();
        // Against the regressor's own variance first: what the effects explain has no variance left to compare with.
        var explained = Enumerable.Range(0, size).Where(k => !(matrix[(k * size) + k] > Explained * own[k])).ToHashSet();
        foreach (var k in explained)
            for (var l = 0; l < size; l++)
                matrix[(k * size) + l] = matrix[(l * size) + k] = 0;
        Cholesky.Factor(matrix, size, Explained);
        Kept = [.. Enumerable.Range(0, size).Where(k => matrix[(k * size) + k] > 0).Select(k => Kept[k])];
    }

    /// <summary>X̃'WX̃ and X̃'Wv of the regressors in use.</summary>
    /// <param name="weights">The solver's own.</param>
    /// <param name="response">v; null for none.</param>
    /// <param name="tolerance">The distance of X̃ from the exact, relative to its own norm.</param>
    public (double[] Matrix, double[] Right) Normal(double[] weights, double[]? response, double tolerance)
    {
        Reached = true;
        var size = Kept.Length;
        var (matrix, right) = (new double[size * size], new double[size]);
        for (var a = 0; a < size; a++)
        {
            Residual(Kept[a], weights, tolerance, column);
            for (var b = 0; b < size; b++)
                matrix[(a * size) + b] = Total(weights, column, cells.Regressors[Kept[b]]);
            norms[Kept[a]] = Math.Max(0, matrix[(a * size) + a]);
            if (response is not null)
                right[a] = Total(weights, column, response);
        }
        // x'Wx̃ is symmetric as far as x̃ is exact.
        for (var a = 0; a < size; a++)
        for (var b = 0; b < a; b++)
            matrix[(a * size) + b] = matrix[(b * size) + a] = 0.5 * (matrix[(a * size) + b] + matrix[(b * size) + a]);
        return (matrix, right);
    }

    /// <summary>Puts X̃ in the place of X, for good.</summary>
    public void Settle(double[] weights, double tolerance)
    {
        Reached = true;
        foreach (var k in Kept)
            Residual(k, weights, tolerance, cells.Regressors[k]);
    }

    /// <summary>Σ w a b.</summary>
    public double Total(double[] weights, double[] a, double[] b) =>
        crew.Sum(
            cells.Blocks.Count,
            block =>
            {
                var range = cells.Blocks.Of(block);
                return Lanes.Dot(weights.AsSpan(range), a.AsSpan(range), b.AsSpan(range));
            }
        );

    private void Residual(int k, double[] weights, double tolerance, double[] target)
    {
        var x = cells.Regressors[k];
        var norm = double.IsNaN(norms[k]) || norms[k] == 0 ? Total(weights, x, x) : norms[k];
        Reached &= cells.Solver.Solve(x, effects[k], tolerance * tolerance * norm, 0, options.MostInnerIterations);
        if (target != x)
            x.CopyTo(target, 0);
        cells.Solver.Add(effects[k], -1, target);
    }
}
