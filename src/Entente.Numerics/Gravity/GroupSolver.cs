namespace Entente.Numerics.Gravity;

/// <summary>
/// Absorbs any number of effects of rows in any pattern. The effect with the most levels is eliminated exactly (rows are sorted by it, so
/// that its means are of neighbours); the others are one system, solved by conjugate gradients with a diagonal preconditioner.
/// </summary>
internal sealed class GroupSolver : EffectSolver
{
    private const int LeastRows = 16384;

    private readonly Crew crew;
    private readonly int[] rows;
    private readonly int[] starts; // of each group of the eliminated effect, among cells; empty where there are no effects
    private readonly int[] codes; // of each cell, the places of its other effects among the unknowns, side by side
    private readonly int width; // how many other effects there are
    private readonly int[] order; // effects: the eliminated one first
    private readonly int[] offsets; // of each other effect among the unknowns
    private readonly int others; // unknowns of the other effects
    private readonly int[] blockGroups;
    private readonly double[][] sums;
    private readonly double[][] scratch;
    private readonly double[] inverses; // 1 / Σ w of each group
    private readonly double[] diagonal; // inverted
    private readonly RowBlocks places;

    private double[] weights = [];

    public GroupSolver(bool[] kept, IReadOnlyList<Factor> effects, Crew crew)
    {
        this.crew = crew;
        order = [.. Enumerable.Range(0, effects.Count).OrderByDescending(e => effects[e].Levels).ThenBy(e => e)];
        (rows, starts) = order.Length == 0 ? (Kept(kept), [0]) : Sorted(kept, effects[order[0]]);
        width = Math.Max(0, order.Length - 1);
        codes = new int[rows.Length * width];
        offsets = new int[width];
        for (var q = 0; q < width; q++)
        {
            var effect = effects[order[q + 1]];
            offsets[q] = others;
            for (var c = 0; c < rows.Length; c++)
                codes[(c * width) + q] = others + effect.Codes[rows[c]];
            others += effect.Levels;
        }
        blockGroups = Blocks();
        var longest = 0;
        for (var g = 0; g + 1 < starts.Length; g++)
            longest = Math.Max(longest, starts[g + 1] - starts[g]);
        sums = Arrays(others);
        scratch = Arrays(width == 0 ? 0 : longest);
        inverses = new double[starts.Length - 1];
        diagonal = new double[others];
        places = new RowBlocks(others);
    }

    public override int Cells => rows.Length;

    public override int[] Rows => rows;

    public override int Unknowns => others + starts.Length - 1;

    public override string Name =>
        order.Length switch
        {
            0 => "none",
            1 => "means",
            _ => "conjugate gradients",
        };

    public override void Weigh(double[] weights)
    {
        this.weights = weights;
        var blocks = blockGroups.Length - 1;
        crew.Run(
            blocks,
            b =>
            {
                var sum = sums[b];
                Array.Clear(sum);
                for (var g = blockGroups[b]; g < blockGroups[b + 1]; g++)
                {
                    var total = 0.0;
                    for (var c = starts[g]; c < starts[g + 1]; c++)
                        total += weights[c];
                    var inverse = total > 0 ? 1 / total : 0;
                    inverses[g] = inverse;
                    for (var c = starts[g]; c < starts[g + 1]; c++)
                        foreach (var place in codes.AsSpan(c * width, width))
                            sum[place] += weights[c] * (1 - (weights[c] * inverse));
                }
            }
        );
        Gather(diagonal);
        for (var k = 0; k < others; k++)
            diagonal[k] = diagonal[k] > 1e-300 ? 1 / diagonal[k] : 0;
    }

    public override bool Solve(double[] column, double[] effects, double floor, double relative, int most)
    {
        var found = true;
        if (others > 0)
        {
            var residual = new double[others];
            Pass(column, effects, residual);
            found = Descend(effects, residual, floor, relative, most);
        }
        crew.Run(blockGroups.Length - 1, b => Recover(b, column, effects));
        return found;
    }

    public override void Add(double[] effects, double factor, double[] target) =>
        crew.Run(
            blockGroups.Length - 1,
            b =>
            {
                for (var g = blockGroups[b]; g < blockGroups[b + 1]; g++)
                {
                    var own = effects[others + g];
                    for (var c = starts[g]; c < starts[g + 1]; c++)
                    {
                        target[c] += factor * (own + Sum(effects, c));
                    }
                }
            }
        );

    public override void Spread(double[] solution, int effect, Factor codes, double[] target)
    {
        var at = Array.IndexOf(order, effect);
        var present = new bool[codes.Levels];
        foreach (var row in rows)
            present[codes.Codes[row]] = true;
        var start = at == 0 ? others : offsets[at - 1];
        for (var level = 0; level < codes.Levels; level++)
            if (present[level])
                target[level] = solution[start + level];
    }

    private bool Descend(double[] effects, double[] residual, double floor, double relative, int most)
    {
        var preconditioned = new double[others];
        var direction = new double[others];
        var image = new double[others];
        var size = Precondition(residual, preconditioned);
        var enough = Math.Max(floor, relative * relative * size);
        preconditioned.CopyTo(direction, 0);
        for (var step = 0; step < most; step++)
        {
            if (!(size > enough))
                return true;
            Pass(null, direction, image);
            Steps++;
            var curvature = crew.Sum(places.Count, b => Lanes.Dot(direction.AsSpan(places.Of(b)), image.AsSpan(places.Of(b))));
            if (!(curvature > 0))
                return true;
            var length = size / curvature;
            crew.Run(
                places.Count,
                b =>
                {
                    var range = places.Of(b);
                    Lanes.AddScaled(length, direction.AsSpan(range), effects.AsSpan(range));
                    Lanes.AddScaled(-length, image.AsSpan(range), residual.AsSpan(range));
                }
            );
            var next = Precondition(residual, preconditioned);
            var turn = next / size;
            crew.Run(
                places.Count,
                b =>
                {
                    for (var k = places.Start(b); k < places.Start(b + 1); k++)
                        direction[k] = preconditioned[k] + (turn * direction[k]);
                }
            );
            size = next;
        }
        return !(size > enough);
    }

    private double Precondition(double[] residual, double[] target) =>
        crew.Sum(
            places.Count,
            b =>
            {
                var sum = 0.0;
                for (var k = places.Start(b); k < places.Start(b + 1); k++)
                {
                    target[k] = residual[k] * diagonal[k];
                    sum += residual[k] * target[k];
                }
                return sum;
            }
        );

    /// <summary>target = D'w(s − group means of s), s being the column less the effects, or the effects themselves.</summary>
    private void Pass(double[]? column, double[] effects, double[] target)
    {
        crew.Run(
            blockGroups.Length - 1,
            b =>
            {
                var sum = sums[b];
                Array.Clear(sum);
                var values = scratch[b];
                for (var g = blockGroups[b]; g < blockGroups[b + 1]; g++)
                {
                    var (start, end) = (starts[g], starts[g + 1]);
                    var own = weights.AsSpan(start, end - start);
                    var deviations = values.AsSpan(0, own.Length);
                    var mean = 0.0;
                    var at = start * width;
                    for (var c = 0; c < own.Length; c++)
                    {
                        var value = 0.0;
                        for (var q = 0; q < width; q++)
                            value += effects[codes[at++]];
                        if (column is not null)
                            value = column[start + c] - value;
                        deviations[c] = value;
                        mean += own[c] * value;
                    }
                    mean *= inverses[g];
                    at = start * width;
                    for (var c = 0; c < own.Length; c++)
                    {
                        var weighted = own[c] * (deviations[c] - mean);
                        for (var q = 0; q < width; q++)
                            sum[codes[at++]] += weighted;
                    }
                }
            }
        );
        Gather(target);
    }

    private double Sum(double[] effects, int cell)
    {
        var sum = 0.0;
        foreach (var place in codes.AsSpan(cell * width, width))
            sum += effects[place];
        return sum;
    }

    private void Recover(int b, double[] column, double[] effects)
    {
        for (var g = blockGroups[b]; g < blockGroups[b + 1]; g++)
        {
            var mean = 0.0;
            for (var c = starts[g]; c < starts[g + 1]; c++)
                mean += weights[c] * (column[c] - Sum(effects, c));
            effects[others + g] = mean * inverses[g];
        }
    }

    private void Gather(double[] target) =>
        crew.Run(
            places.Count,
            p =>
            {
                var range = places.Of(p);
                sums[0].AsSpan(range).CopyTo(target.AsSpan(range));
                for (var b = 1; b < sums.Length; b++)
                    Lanes.AddScaled(1, sums[b].AsSpan(range), target.AsSpan(range));
            }
        );

    /// <summary>Blocks of whole groups. Each has sums of its own: the more unknowns, the fewer blocks.</summary>
    private int[] Blocks()
    {
        var groups = starts.Length - 1;
        var most =
            others > 1_000_000 ? 2
            : others > 100_000 ? 4
            : 16;
        var count = groups == 0 ? 1 : Math.Clamp(rows.Length / LeastRows, 1, Math.Min(most, groups));
        var bounds = new int[count + 1];
        for (var b = 1; b < count; b++)
        {
            var at = Array.BinarySearch(starts, (int)((long)rows.Length * b / count));
            bounds[b] = Math.Clamp(at < 0 ? ~at : at, bounds[b - 1], groups);
        }
        bounds[count] = groups;
        return bounds;
    }

    private static int[] Kept(bool[] kept)
    {
        var rows = new int[kept.Count(k => k)];
        for (int r = 0, c = 0; r < kept.Length; r++)
            if (kept[r])
                rows[c++] = r;
        return rows;
    }

    private static (int[] Rows, int[] Starts) Sorted(bool[] kept, Factor by)
    {
        var starts = new int[by.Levels + 1];
        for (var r = 0; r < kept.Length; r++)
            if (kept[r])
                starts[by.Codes[r] + 1]++;
        for (var g = 0; g < by.Levels; g++)
            starts[g + 1] += starts[g];
        var next = (int[])starts.Clone();
        var rows = new int[starts[^1]];
        for (var r = 0; r < kept.Length; r++)
            if (kept[r])
                rows[next[by.Codes[r]]++] = r;
        return (rows, starts);
    }

    private double[][] Arrays(int length) => [.. Enumerable.Range(0, blockGroups.Length - 1).Select(_ => new double[length])];
}
