namespace Entente.Numerics.Gravity;

/// <summary>
/// Finds the zeros that a linear combination of regressors and effects separates from all positive rows: there PPML has no finite estimate
/// (Correia, Guimarães and Zylkin 2019, the iterative rectifier). Such a combination z is 0 on positive rows and at least 0 on zeros.
/// </summary>
/// <remarks>
/// u, 1 on zeros and 0 elsewhere, is projected by turns on the combinations that vanish on positive rows and on what is not negative. Each
/// projection keeps Σ u z or adds to it, for every z: as long as there is a z, u has an entry of at least 1. So one projection below 1 proves that
/// nothing is separated, which is how most searches end. Positive rows are held by a weight and by multipliers.
/// </remarks>
internal static class Separation
{
    private const double PositiveWeight = 1e4;
    private const double None = 0.99;
    private const double Violation = 1e-6;
    private const double Found = 0.01;
    private const double Accuracy = 1e-9;
    private const int MostRounds = 2000;

    /// <summary>The separated rows of the cells; null where the search did not come to an end.</summary>
    public static IReadOnlyList<int>? Search(GravityCells cells, GravityOptions options, Crew crew, IProgress<GravityProgress>? progress)
    {
        var n = cells.Solver.Cells;
        var zeros = 0;
        var weights = new double[n];
        var target = new double[n];
        for (var c = 0; c < n; c++)
        {
            if (cells.Weights[c] <= 0)
                continue;
            var zero = cells.Response[c] <= 0;
            weights[c] = zero ? 1 : PositiveWeight;
            target[c] = zero ? 1 : 0;
            zeros += zero ? 1 : 0;
        }
        if (zeros == 0)
            return [];
        var absorption = new Absorption(cells, options, crew);
        absorption.LeaveOutCollinear();
        cells.Solver.Weigh(weights);
        var effects = new double[cells.Solver.Unknowns];
        var image = new double[n];
        var left = new double[n];
        for (var round = 1; round <= MostRounds; round++)
        {
            progress?.Report(new("separation", round, double.NaN));
            if (!Project(cells, absorption, weights, target, effects, left, image, options))
                return null;
            var (most, least, held) = Extremes(cells, image, crew);
            if (most < None)
                return [];
            if (least > -Violation && held < Violation)
                return
                [
                    .. Enumerable
                        .Range(0, n)
                        .Where(c => target[c] != 0 && Zero(cells, c) && image[c] > Found)
                        .Select(c => cells.Solver.Rows[c]),
                ];
            crew.Run(
                cells.Blocks.Count,
                b =>
                {
                    for (var c = cells.Blocks.Start(b); c < cells.Blocks.Start(b + 1); c++)
                        if (cells.Weights[c] > 0)
                            target[c] = Zero(cells, c) ? Math.Max(image[c], 0) : target[c] - image[c];
                }
            );
        }
        return null;
    }

    private static bool Zero(GravityCells cells, int c) => cells.Weights[c] > 0 && cells.Response[c] <= 0;

    private static bool Project(
        GravityCells cells,
        Absorption absorption,
        double[] weights,
        double[] target,
        double[] effects,
        double[] left,
        double[] image,
        GravityOptions options
    )
    {
        var (matrix, right) = absorption.Normal(weights, target, Accuracy);
        Cholesky.Factor(matrix, right.Length, 1e-13);
        Cholesky.Solve(matrix, right.Length, right);
        Array.Clear(image);
        for (var a = 0; a < right.Length; a++)
            Lanes.AddScaled(right[a], cells.Regressors[absorption.Kept[a]], image);
        target.CopyTo(left, 0);
        Lanes.AddScaled(-1, image, left);
        var size = absorption.Total(weights, target, target);
        var reached = cells.Solver.Solve(left, effects, Accuracy * Accuracy * size, 0, options.MostInnerIterations);
        cells.Solver.Add(effects, 1, image);
        return reached && absorption.Reached;
    }

    /// <summary>The greatest and least value on zeros, the greatest size on positive rows.</summary>
    private static (double Most, double Least, double Held) Extremes(GravityCells cells, double[] image, Crew crew)
    {
        var parts = new (double Most, double Least, double Held)[cells.Blocks.Count];
        crew.Run(
            parts.Length,
            b =>
            {
                var (most, least, held) = (double.NegativeInfinity, double.PositiveInfinity, 0.0);
                for (var c = cells.Blocks.Start(b); c < cells.Blocks.Start(b + 1); c++)
                {
                    if (cells.Weights[c] <= 0)
                        continue;
                    if (cells.Response[c] > 0)
                        held = Math.Max(held, Math.Abs(image[c]));
                    else
                        (most, least) = (Math.Max(most, image[c]), Math.Min(least, image[c]));
                }
                parts[b] = (most, least, held);
            }
        );
        return (parts.Max(p => p.Most), parts.Min(p => p.Least), parts.Max(p => p.Held));
    }
}
