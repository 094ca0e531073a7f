namespace Entente.Numerics.Gravity;

/// <summary>The columns of the rows used, in the order of the solver's cells; regressors centred (where effects absorb a constant) and scaled.</summary>
internal sealed class GravityCells
{
    public GravityCells(GravityData data, GravitySample sample, GravityOptions options, Crew crew)
    {
        var shape = options.AllowCube || options.BiasCorrection ? CubeShape.Of(data, sample.Kept, options.BiasCorrection) : null;
        Shape = shape;
        Solver = shape is null ? new GroupSolver(sample.Kept, sample.Effects, crew) : new CubeSolver(shape, crew);
        Blocks = new RowBlocks(Solver.Cells);
        var rows = Solver.Rows;
        Response = Gather(data.Response, rows, crew);
        Offset = data.Offset is null ? null : Gather(data.Offset, rows, crew);
        Weights = new double[rows.Length];
        crew.Run(
            Blocks.Count,
            b =>
            {
                for (var c = Blocks.Start(b); c < Blocks.Start(b + 1); c++)
                    Weights[c] = rows[c] < 0 ? 0 : data.Weights?[rows[c]] ?? 1;
            }
        );
        var count = data.Regressors.Count;
        Regressors = new double[count][];
        (Mean, Scale) = (new double[count], new double[count]);
        for (var k = 0; k < count; k++)
        {
            Regressors[k] = Gather(data.Regressors[k], rows, crew);
            Standardize(k, sample.Count, data.Effects.Count > 0, crew);
        }
    }

    public EffectSolver Solver { get; }

    /// <summary>Null where there is no cube.</summary>
    public CubeShape? Shape { get; }

    public RowBlocks Blocks { get; }

    public double[] Response { get; }

    public double[]? Offset { get; }

    /// <summary>The rows' own weights; 0 for a cell without a row.</summary>
    public double[] Weights { get; }

    public double[][] Regressors { get; }

    /// <summary>What was taken off each regressor.</summary>
    public double[] Mean { get; }

    /// <summary>What each regressor was divided by; 0 for a constant.</summary>
    public double[] Scale { get; }

    private double[] Gather(double[] column, int[] rows, Crew crew)
    {
        var cells = new double[rows.Length];
        crew.Run(
            Blocks.Count,
            b =>
            {
                for (var c = Blocks.Start(b); c < Blocks.Start(b + 1); c++)
                    if (rows[c] >= 0)
                        cells[c] = column[rows[c]];
            }
        );
        return cells;
    }

    private void Standardize(int k, int rows, bool centre, Crew crew)
    {
        var column = Regressors[k];
        var filled = Solver.Rows;
        var mean = 0.0;
        if (centre && rows > 0)
            mean =
                crew.Sum(
                    Blocks.Count,
                    b =>
                    {
                        var sum = 0.0;
                        foreach (var value in column.AsSpan(Blocks.Of(b)))
                            sum += value;
                        return sum;
                    }
                ) / rows;
        var square = crew.Sum(
            Blocks.Count,
            b =>
            {
                var sum = 0.0;
                for (var c = Blocks.Start(b); c < Blocks.Start(b + 1); c++)
                {
                    column[c] = filled[c] < 0 ? 0 : column[c] - mean;
                    sum += column[c] * column[c];
                }
                return sum;
            }
        );
        var scale = Math.Sqrt(square / Math.Max(1, rows));
        (Mean[k], Scale[k]) = (mean, scale > 1e-13 * Math.Abs(mean) ? scale : 0);
        var factor = Scale[k] > 0 ? 1 / scale : 0;
        crew.Run(
            Blocks.Count,
            b =>
            {
                foreach (ref var value in column.AsSpan(Blocks.Of(b)))
                    value *= factor;
            }
        );
    }
}
