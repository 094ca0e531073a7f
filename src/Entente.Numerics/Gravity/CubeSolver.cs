namespace Entente.Numerics.Gravity;

/// <summary>
/// Absorbs first × depth (α), second × depth (β) and first × second (γ) effects of a box of cells. For each first i, α and γ are a small
/// two-way problem, solved exactly through its depth × depth matrix; what is left is a system in β alone, solved by conjugate gradients
/// preconditioned with the same matrices seen from the second side. Cells lie as [first][depth][second].
/// </summary>
internal sealed class CubeSolver : EffectSolver
{
    private const int MostBlocks = 16;

    // Of all blocks' products together.
    private const long MostProducts = 1 << 24;
    private const double Singular = 1e-11;

    private readonly CubeShape shape;
    private readonly Crew crew;
    private readonly int n;
    private readonly int depth;
    private readonly int m;
    private readonly int slab;
    private readonly int blocks;

    private readonly double[] inverses; // 1 / Σ_t w, by first and second
    private readonly double[] factors; // of each first's matrix
    private readonly double[] preconditioner; // generalised inverse of each second's matrix
    private readonly double[][] sums; // of each block: [depth][second]
    private readonly double[][] products; // of each block: the seconds' matrices, [pair of depths][second]
    private readonly double[][] scratch; // of each block: slab, means, correction, α

    private double[] weights = [];

    public CubeSolver(CubeShape shape, Crew crew)
    {
        (this.shape, this.crew, n, depth, m) = (shape, crew, shape.First, shape.Depth, shape.Second);
        slab = depth * m;
        blocks = (int)Math.Clamp(MostProducts / ((long)depth * (depth + 1) / 2 * m), 1, Math.Min(MostBlocks, n));
        inverses = new double[n * m];
        factors = new double[n * depth * depth];
        preconditioner = new double[m * depth * depth];
        sums = Arrays(slab);
        products = Arrays(depth * (depth + 1) / 2 * m);
        scratch = Arrays(slab + (2 * m) + depth);
    }

    public override int Cells => n * slab;

    public override int[] Rows => shape.Rows;

    public override int Unknowns => slab + (n * depth) + (n * m);

    public override string Name => "dense cube";

    public override void Weigh(double[] weights)
    {
        this.weights = weights;
        crew.Run(blocks, Prepare);
        var inBlock = (m + blocks - 1) / blocks;
        crew.Run(blocks, b => Invert(Math.Min(m, b * inBlock), Math.Min(m, (b + 1) * inBlock)));
    }

    public override bool Solve(double[] column, double[] effects, double floor, double relative, int most)
    {
        var residual = new double[slab];
        var direction = new double[slab];
        var image = new double[slab];
        var preconditioned = new double[slab];
        Pass(column, effects.AsMemory(0, slab), residual);
        var found = Descend(effects, residual, direction, image, preconditioned, floor, relative, most);
        crew.Run(blocks, b => Recover(b, column, effects));
        return found;
    }

    public override void Add(double[] effects, double factor, double[] target) =>
        crew.Run(
            blocks,
            b =>
            {
                for (var i = Start(b); i < Start(b + 1); i++)
                for (var t = 0; t < depth; t++)
                    Lanes.AddSum(
                        factor,
                        effects[slab + (i * depth) + t],
                        effects.AsSpan(t * m, m),
                        effects.AsSpan(slab + (n * depth) + (i * m), m),
                        target.AsSpan((i * slab) + (t * m), m)
                    );
            }
        );

    public override void Spread(double[] solution, int effect, Factor codes, double[] target)
    {
        var side = Array.IndexOf(shape.Effects, effect);
        for (var cell = 0; cell < shape.Rows.Length; cell++)
        {
            if (shape.Rows[cell] < 0)
                continue;
            var (i, rest) = Math.DivRem(cell, slab);
            var (t, j) = Math.DivRem(rest, m);
            target[codes.Codes[shape.Rows[cell]]] = side switch
            {
                0 => solution[slab + (i * depth) + t],
                1 => solution[(t * m) + j],
                _ => solution[slab + (n * depth) + (i * m) + j],
            };
        }
    }

    private bool Descend(
        double[] effects,
        double[] residual,
        double[] direction,
        double[] image,
        double[] preconditioned,
        double floor,
        double relative,
        int most
    )
    {
        Precondition(residual, preconditioned);
        var size = Lanes.Dot(residual, preconditioned);
        var enough = Math.Max(floor, relative * relative * size);
        preconditioned.CopyTo(direction, 0);
        for (var step = 0; step < most; step++)
        {
            if (!(size > enough))
                return true;
            Pass(null, direction, image);
            Steps++;
            var curvature = Lanes.Dot(direction, image);
            if (!(curvature > 0))
                return true;
            var length = size / curvature;
            Lanes.AddScaled(length, direction, effects.AsSpan(0, slab));
            Lanes.AddScaled(-length, image, residual);
            Precondition(residual, preconditioned);
            var next = Lanes.Dot(residual, preconditioned);
            var turn = next / size;
            for (var k = 0; k < slab; k++)
                direction[k] = preconditioned[k] + (turn * direction[k]);
            size = next;
        }
        return !(size > enough);
    }

    /// <summary>
    /// target = Σ over firsts of w (s − its projection on α and γ), where s is the column less β, or β itself: the residual of the normal
    /// equations, or their matrix times a direction.
    /// </summary>
    private void Pass(double[]? column, ReadOnlyMemory<double> beta, double[] target)
    {
        crew.Run(
            blocks,
            b =>
            {
                var sum = sums[b].AsSpan();
                sum.Clear();
                var work = scratch[b].AsSpan();
                for (var i = Start(b); i < Start(b + 1); i++)
                {
                    var values = beta.Span;
                    if (column is not null)
                    {
                        Less(column.AsSpan(i * slab, slab), beta.Span, work[..slab]);
                        values = work[..slab];
                    }
                    Project(i, values, work[slab..], out var means, out var alpha);
                    var w = weights.AsSpan(i * slab, slab);
                    for (var t = 0; t < depth; t++)
                        Lanes.AddWeightedResidual(w.Slice(t * m, m), values.Slice(t * m, m), alpha[t], means, sum.Slice(t * m, m));
                }
            }
        );
        sums[0].CopyTo(target, 0);
        for (var b = 1; b < blocks; b++)
            Lanes.AddScaled(1, sums[b], target);
    }

    /// <summary>The projection of one first's values on its α (by depth) and γ (by second), which lie within the scratch.</summary>
    private void Project(int i, ReadOnlySpan<double> values, Span<double> work, out Span<double> gamma, out Span<double> alpha)
    {
        var w = weights.AsSpan(i * slab, slab);
        var inverse = inverses.AsSpan(i * m, m);
        gamma = work[..m];
        var shift = work.Slice(m, m);
        alpha = work.Slice(2 * m, depth);
        gamma.Clear();
        for (var t = 0; t < depth; t++)
            Lanes.AddProduct(w.Slice(t * m, m), values.Slice(t * m, m), gamma);
        for (var j = 0; j < m; j++)
            gamma[j] *= inverse[j];
        for (var t = 0; t < depth; t++)
            alpha[t] = Lanes.DotDifference(w.Slice(t * m, m), values.Slice(t * m, m), gamma);
        Cholesky.Solve(factors.AsSpan(i * depth * depth, depth * depth), depth, alpha);
        shift.Clear();
        for (var t = 0; t < depth; t++)
            Lanes.AddScaled(-alpha[t], w.Slice(t * m, m), shift);
        Lanes.AddProduct(shift, inverse, gamma);
    }

    private void Recover(int b, double[] column, double[] effects)
    {
        var work = scratch[b].AsSpan();
        for (var i = Start(b); i < Start(b + 1); i++)
        {
            Less(column.AsSpan(i * slab, slab), effects.AsSpan(0, slab), work[..slab]);
            Project(i, work[..slab], work[slab..], out var gamma, out var alpha);
            alpha.CopyTo(effects.AsSpan(slab + (i * depth), depth));
            gamma.CopyTo(effects.AsSpan(slab + (n * depth) + (i * m), m));
        }
    }

    private void Prepare(int b)
    {
        var product = products[b].AsSpan();
        product.Clear();
        var share = scratch[b].AsSpan(0, m);
        for (var i = Start(b); i < Start(b + 1); i++)
        {
            var w = weights.AsSpan(i * slab, slab);
            var inverse = inverses.AsSpan(i * m, m);
            inverse.Clear();
            for (var t = 0; t < depth; t++)
                Lanes.AddScaled(1, w.Slice(t * m, m), inverse);
            for (var j = 0; j < m; j++)
                inverse[j] = inverse[j] > 0 ? 1 / inverse[j] : 0;
            var matrix = factors.AsSpan(i * depth * depth, depth * depth);
            var pair = 0;
            for (var t = 0; t < depth; t++)
            {
                share.Clear();
                Lanes.AddProduct(w.Slice(t * m, m), inverse, share);
                for (var s = t; s < depth; s++, pair++)
                {
                    var sum = Lanes.DotInto(share, w.Slice(s * m, m), product.Slice(pair * m, m));
                    matrix[(t * depth) + s] = -sum;
                    matrix[(s * depth) + t] = -sum;
                }
                var total = 0.0;
                foreach (var value in w.Slice(t * m, m))
                    total += value;
                matrix[(t * depth) + t] += total;
            }
            Cholesky.Factor(matrix, depth, Singular);
        }
        var totals = sums[b].AsSpan();
        totals.Clear();
        for (var i = Start(b); i < Start(b + 1); i++)
            Lanes.AddScaled(1, weights.AsSpan(i * slab, slab), totals);
    }

    private void Invert(int from, int to)
    {
        for (var j = from; j < to; j++)
        {
            var matrix = preconditioner.AsSpan(j * depth * depth, depth * depth);
            var pair = 0;
            for (var t = 0; t < depth; t++)
            {
                for (var s = t; s < depth; s++, pair++)
                {
                    var sum = 0.0;
                    for (var b = 0; b < blocks; b++)
                        sum += products[b][(pair * m) + j];
                    matrix[(t * depth) + s] = -sum;
                    matrix[(s * depth) + t] = -sum;
                }
                var total = 0.0;
                for (var b = 0; b < blocks; b++)
                    total += sums[b][(t * m) + j];
                matrix[(t * depth) + t] += total;
            }
            Cholesky.Factor(matrix, depth, Singular);
            Cholesky.Inverse(matrix, depth).CopyTo(matrix);
        }
    }

    private void Precondition(double[] residual, double[] target)
    {
        Span<double> own = stackalloc double[depth];
        for (var j = 0; j < m; j++)
        {
            for (var t = 0; t < depth; t++)
                own[t] = residual[(t * m) + j];
            for (var t = 0; t < depth; t++)
                target[(t * m) + j] = Lanes.Dot(preconditioner.AsSpan(((j * depth) + t) * depth, depth), own);
        }
    }

    private static void Less(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> target)
    {
        a.CopyTo(target);
        Lanes.AddScaled(-1, b, target);
    }

    private int Start(int block) => (int)((long)n * block / blocks);

    private double[][] Arrays(int length) => [.. Enumerable.Range(0, blocks).Select(_ => new double[length])];
}
