namespace Entente.Numerics.Gravity;

/// <summary>η and what follows from it, cell by cell.</summary>
internal sealed class FittedCells
{
    // exp of more is no number of trade in any currency.
    private const double MostEta = 600;

    private readonly GravityCells cells;
    private readonly bool poisson;
    private readonly Crew crew;
    private readonly double[] eta;

    public FittedCells(GravityCells cells, GravityFamily family, Crew crew)
    {
        (this.cells, this.crew, poisson) = (cells, crew, family == GravityFamily.Ppml);
        eta = new double[cells.Solver.Cells];
        Weights = poisson ? new double[eta.Length] : cells.Weights;
        Working = new double[eta.Length];
    }

    /// <summary>Of the linearised problem: prior weight times the expected value.</summary>
    public double[] Weights { get; }

    /// <summary>The working residual, (y − μ) / μ; after the first call the working response less the offset.</summary>
    public double[] Working { get; }

    public double TotalWeight { get; private set; }

    /// <summary>
    /// Weights and working residual, of PPML at the μ that <see cref="Objective"/> left; the first time at a start between each response and
    /// their mean.
    /// </summary>
    public void Linearize(bool first)
    {
        var mean = first && poisson ? Mean() : 0;
        TotalWeight = crew.Sum(cells.Blocks.Count, b => poisson ? Poisson(b, first, mean) : Linear(b, first));
    }

    /// <summary>η moves by a change, which the first time is η itself.</summary>
    /// <returns>The weighted root mean square of the change.</returns>
    public double Move(double[] change, bool first)
    {
        var sum = crew.Sum(
            cells.Blocks.Count,
            b =>
            {
                var range = cells.Blocks.Of(b);
                if (first && cells.Offset is null)
                    Array.Clear(eta, range.Start.Value, range.End.Value - range.Start.Value);
                else if (first)
                    cells.Offset.AsSpan(range).CopyTo(eta.AsSpan(range));
                Lanes.AddScaled(1, change.AsSpan(range), eta.AsSpan(range));
                return Lanes.Dot(Weights.AsSpan(range), change.AsSpan(range), change.AsSpan(range));
            }
        );
        return Math.Sqrt(sum / TotalWeight);
    }

    /// <summary>Takes back a share of the last change, and leaves in it what remains.</summary>
    public void StepBack(double[] change, double share) =>
        crew.Run(
            cells.Blocks.Count,
            b =>
            {
                var range = cells.Blocks.Of(b);
                Lanes.AddScaled(-share, change.AsSpan(range), eta.AsSpan(range));
                foreach (ref var value in change.AsSpan(range))
                    value *= 1 - share;
            }
        );

    /// <summary>
    /// Σ w (μ − y η), what PPML minimises, and the size of its terms, below whose rounding differences say nothing. Leaves μ in
    /// <see cref="Working"/> for the next <see cref="Linearize"/>.
    /// </summary>
    public (double Value, double Size) Objective()
    {
        var linear = new double[cells.Blocks.Count];
        var expected = crew.Sum(
            cells.Blocks.Count,
            b =>
            {
                var range = cells.Blocks.Of(b);
                foreach (ref var value in eta.AsSpan(range))
                    value = Math.Min(value, MostEta);
                Lanes.Exp(eta.AsSpan(range), Working.AsSpan(range));
                linear[b] = Lanes.Dot(cells.Weights.AsSpan(range), cells.Response.AsSpan(range), eta.AsSpan(range));
                return Lanes.Dot(cells.Weights.AsSpan(range), Working.AsSpan(range));
            }
        );
        var sum = 0.0;
        foreach (var part in linear)
            sum += part;
        return (expected - sum, expected + Math.Abs(sum));
    }

    /// <summary>2 Σ w (y ln(y/μ) − (y − μ)), or Σ w (y − η)².</summary>
    public double Deviance() =>
        crew.Sum(
            cells.Blocks.Count,
            b =>
            {
                var sum = 0.0;
                for (var c = cells.Blocks.Start(b); c < cells.Blocks.Start(b + 1); c++)
                {
                    var (y, w) = (cells.Response[c], cells.Weights[c]);
                    if (w <= 0)
                        continue;
                    var mu = poisson ? Math.Exp(eta[c]) : eta[c];
                    sum += poisson ? 2 * w * ((y > 0 ? y * (Math.Log(y) - eta[c]) : 0) - (y - mu)) : w * (y - mu) * (y - mu);
                }
                return sum;
            }
        );

    /// <summary>E(y).</summary>
    public double Expected(int cell) => poisson ? Math.Exp(eta[cell]) : eta[cell];

    /// <summary>w (y − μ).</summary>
    public double Score(int cell) => cells.Weights[cell] * (cells.Response[cell] - Expected(cell));

    public double SquaredCorrelation()
    {
        var (n, sy, sf, syy, sff, syf) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var centre = Mean();
        for (var c = 0; c < eta.Length; c++)
        {
            if (cells.Weights[c] <= 0)
                continue;
            var (y, f) = (cells.Response[c] - centre, Expected(c) - centre);
            (n, sy, sf, syy, sff, syf) = (n + 1, sy + y, sf + f, syy + (y * y), sff + (f * f), syf + (y * f));
        }
        var (cov, vy, vf) = (syf - (sy * sf / n), syy - (sy * sy / n), sff - (sf * sf / n));
        // Of a constant there is none.
        return vf > 1e-14 * vy && vy > 0 ? cov * cov / (vy * vf) : double.NaN;
    }

    public double[] ByRow(int rows)
    {
        var fitted = new double[rows];
        Array.Fill(fitted, double.NaN);
        for (var c = 0; c < eta.Length; c++)
            if (cells.Solver.Rows[c] >= 0)
                fitted[cells.Solver.Rows[c]] = Expected(c);
        return fitted;
    }

    private double Mean()
    {
        var weight = crew.Sum(cells.Blocks.Count, b => Sum(cells.Weights.AsSpan(cells.Blocks.Of(b))));
        return crew.Sum(
                cells.Blocks.Count,
                b => Lanes.Dot(cells.Weights.AsSpan(cells.Blocks.Of(b)), cells.Response.AsSpan(cells.Blocks.Of(b)))
            ) / weight;
    }

    private double Poisson(int block, bool first, double mean)
    {
        var range = cells.Blocks.Of(block);
        var y = cells.Response.AsSpan(range);
        var prior = cells.Weights.AsSpan(range);
        var offset = cells.Offset;
        var own = eta.AsSpan(range);
        var weights = Weights.AsSpan(range);
        var working = Working.AsSpan(range);
        var start = range.Start.Value;
        var total = 0.0;
        if (first)
        {
            for (var c = 0; c < own.Length; c++)
            {
                var mu = 0.5 * (y[c] + mean);
                weights[c] = prior[c] * mu;
                working[c] = prior[c] > 0 ? Math.Log(mu) - (offset?[start + c] ?? 0) + ((y[c] - mu) / mu) : 0;
                total += weights[c];
            }
            return total;
        }
        for (var c = 0; c < own.Length; c++)
        {
            var mu = working[c];
            working[c] = mu > 0 ? (y[c] - mu) / mu : 0;
            weights[c] = mu * prior[c];
            total += weights[c];
        }
        return total;
    }

    private double Linear(int block, bool first)
    {
        var range = cells.Blocks.Of(block);
        var (start, total) = (range.Start.Value, 0.0);
        for (var c = start; c < range.End.Value; c++)
        {
            Working[c] = cells.Response[c] - (first ? cells.Offset?[c] ?? 0 : eta[c]);
            total += cells.Weights[c];
        }
        return total;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}

/// <summary>The first-order conditions of a fit, evaluated on the rows and not by the solver.</summary>
internal sealed class Certificate(GravityCells cells, GravitySample sample, FittedCells model, Crew crew)
{
    /// <summary>Over levels of effects the greatest |Σ w (y − μ)| / Σ w (|y| + |μ|) · 2.</summary>
    public double OfEffects()
    {
        var worst = new double[sample.Effects.Count];
        var rows = cells.Solver.Rows;
        var score = new double[rows.Length];
        var size = new double[rows.Length];
        crew.Run(
            cells.Blocks.Count,
            b =>
            {
                for (var c = cells.Blocks.Start(b); c < cells.Blocks.Start(b + 1); c++)
                {
                    if (rows[c] < 0)
                        continue;
                    var mu = model.Expected(c);
                    score[c] = cells.Weights[c] * (cells.Response[c] - mu);
                    size[c] = 0.5 * cells.Weights[c] * (Math.Abs(cells.Response[c]) + Math.Abs(mu));
                }
            }
        );
        crew.Run(
            worst.Length,
            e =>
            {
                var effect = sample.Effects[e];
                var (sums, sizes) = (new double[effect.Levels], new double[effect.Levels]);
                for (var c = 0; c < rows.Length; c++)
                {
                    if (rows[c] < 0)
                        continue;
                    sums[effect.Codes[rows[c]]] += score[c];
                    sizes[effect.Codes[rows[c]]] += size[c];
                }
                for (var l = 0; l < sums.Length; l++)
                    if (sizes[l] > 0)
                        worst[e] = Math.Max(worst[e], Math.Abs(sums[l]) / sizes[l]);
            }
        );
        return worst.Length == 0 ? 0 : worst.Max();
    }

    /// <summary>Over regressors the greatest |Σ x̃ w (y − μ)| in standard deviations of that sum; x̃ stands in the place of x.</summary>
    public double OfRegressors(int[] kept, double[] matrix)
    {
        var worst = 0.0;
        for (var a = 0; a < kept.Length; a++)
        {
            var x = cells.Regressors[kept[a]];
            double Moment(int power) =>
                crew.Sum(
                    cells.Blocks.Count,
                    b =>
                    {
                        var sum = 0.0;
                        for (var c = cells.Blocks.Start(b); c < cells.Blocks.Start(b + 1); c++)
                        {
                            var term = x[c] * model.Score(c);
                            sum += power == 1 ? term : term * term;
                        }
                        return sum;
                    }
                );
            var (mean, square) = (Math.Abs(Moment(1)), Math.Sqrt(Moment(2)));
            // A perfect fit has no scores: then against the curvature.
            worst = Math.Max(worst, mean / Math.Max(square, 1e-8 * Math.Sqrt(matrix[(a * kept.Length) + a])));
        }
        return worst;
    }
}
