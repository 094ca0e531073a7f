namespace Entente.Numerics.Gravity;

/// <summary>
/// Poisson pseudo-maximum likelihood and least squares with any number of fixed effects: rows that inform nothing dropped, separation found
/// before fitting, effects absorbed, convergence certified on the first-order conditions themselves.
/// </summary>
public static class GravityEstimator
{
    // What the exact first-order conditions may be off by for the numbers to be shown.
    private const double MostViolation = 1e-6;
    private const double FinalAccuracy = 1e-10;
    private const double Settled = 1e-9;
    private const int MoreRounds = 4;

    // Differences of the likelihood below this share of its terms are noise.
    private const double Rounding = 1e-13;

    /// <summary>Fits.</summary>
    /// <exception cref="ArgumentException">Columns of different lengths, or values that are not finite, or negative for PPML.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left half-done.</exception>
    public static GravityFit Fit(
        GravityData data,
        GravityOptions? options = null,
        IProgress<GravityProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new();
        GravityChecks.Check(data, options);
        var crew = new Crew(options.Threads, cancellation);
        var sample = new GravitySample(data, options);
        var cells = new GravityCells(data, sample, options, crew);
        if (options.BiasCorrection)
            BiasCorrection.Check(data, cells);
        if (options.Family == GravityFamily.Ppml && options.CheckSeparation && sample.Count > 0)
            cells = WithoutSeparated(data, options, sample, cells, crew, progress);
        return new Fitting(data, options, sample, cells, crew, progress).Run();
    }

    /// <summary>Each search finds at least one row or ends: what is dropped may uncover more.</summary>
    private static GravityCells WithoutSeparated(
        GravityData data,
        GravityOptions options,
        GravitySample sample,
        GravityCells cells,
        Crew crew,
        IProgress<GravityProgress>? progress
    )
    {
        while (sample.Count > 0)
        {
            if (Separation.Search(cells, options, crew, progress) is not { } rows)
            {
                sample.SeparationCertified = false;
                break;
            }
            if (rows.Count == 0)
                break;
            sample.Separate(rows);
            cells = new GravityCells(data, sample, options, crew);
        }
        return cells;
    }

    private sealed class Fitting(
        GravityData data,
        GravityOptions options,
        GravitySample sample,
        GravityCells cells,
        Crew crew,
        IProgress<GravityProgress>? progress
    )
    {
        private readonly Absorption absorption = new(cells, options, crew);
        private readonly bool poisson = options.Family == GravityFamily.Ppml;
        private double[] beta = [];
        private double[] effects = [];

        public GravityFit Run()
        {
            if (sample.Count == 0)
                return Unfit(0, "no row is left to fit");
            absorption.LeaveOutCollinear();
            beta = new double[absorption.Kept.Length];
            effects = new double[cells.Solver.Unknowns];
            if (sample.Count <= beta.Length)
                return Unfit(0, "fewer rows than coefficients");
            var model = new FittedCells(cells, options.Family, crew);
            var (iterations, stop) = poisson ? Reweight(model) : Once(model);
            if (stop is not null)
                return Unfit(iterations, stop);
            progress?.Report(new("errors", iterations, double.NaN));
            // X̃ under the final weights; the solver still has those of the last step but one.
            cells.Solver.Weigh(model.Weights);
            var (matrix, _) = absorption.Normal(model.Weights, null, FinalAccuracy);
            absorption.Settle(model.Weights, FinalAccuracy);
            var certificate = new Certificate(cells, sample, model, crew);
            var violation = Math.Max(certificate.OfEffects(), certificate.OfRegressors(absorption.Kept, matrix));
            if (!absorption.Reached)
                return Unfit(iterations, "the absorption of the effects did not reach its tolerance") with { Violation = violation };
            if (!(violation <= MostViolation))
                return Unfit(iterations, $"the first-order conditions are off by {violation:0.0e0}") with { Violation = violation };
            return Result(iterations, model, matrix, violation);
        }

        private (int Iterations, string? Stop) Reweight(FittedCells model)
        {
            var change = 1.0;
            var objective = double.PositiveInfinity;
            var settled = 0;
            var stepEffects = new double[effects.Length];
            for (var iteration = 1; iteration <= options.MostIterations; iteration++)
            {
                var first = iteration == 1;
                model.Linearize(first);
                cells.Solver.Weigh(model.Weights);
                var step = Step(
                    model,
                    stepEffects,
                    Math.Clamp(0.1 * change, 1e-8, 1e-2),
                    settled > 0 ? 1e-8 : Math.Clamp(change, 1e-5, 1e-2)
                );
                change = model.Move(absorption.Scratch, first);
                var (found, size) = model.Objective();
                for (var halving = 0; !first && !(found <= objective + (Rounding * size)); halving++)
                {
                    if (halving == 30)
                        return (iteration, "no step raises the likelihood");
                    model.StepBack(absorption.Scratch, 0.5);
                    Scale(step, 0.5);
                    Scale(stepEffects, 0.5);
                    change *= 0.5;
                    (found, size) = model.Objective();
                }
                if (!double.IsFinite(found))
                    return (iteration, "the likelihood is not finite");
                objective = found;
                Lanes.AddScaled(1, step, beta);
                Lanes.AddScaled(1, stepEffects, effects);
                progress?.Report(new("fit", iteration, first ? double.NaN : change));
                if (first || change > options.Tolerance)
                    continue;
                // Small levels weigh little in the change: their own conditions decide, for a few rounds more.
                if (settled++ < MoreRounds && new Certificate(cells, sample, model, crew).OfEffects() > Settled)
                    continue;
                model.Linearize(first: false);
                return (iteration, null);
            }
            return (options.MostIterations, $"the fit still moves after {options.MostIterations} rounds (by {change:0.0e0})");
        }

        /// <summary>The Newton step of β and effects: the change of η goes to the scratch column.</summary>
        private double[] Step(FittedCells model, double[] stepEffects, double accuracy, double relative)
        {
            var (matrix, right) = absorption.Normal(model.Weights, model.Working, accuracy);
            Cholesky.Factor(matrix, right.Length, 1e-14);
            Cholesky.Solve(matrix, right.Length, right);
            var change = absorption.Scratch;
            Array.Clear(change);
            for (var a = 0; a < right.Length; a++)
                Add(right[a], cells.Regressors[absorption.Kept[a]], change);
            Add(-1, change, model.Working);
            Array.Clear(stepEffects);
            cells.Solver.Solve(model.Working, stepEffects, 1e-28 * model.TotalWeight, relative, options.MostInnerIterations);
            cells.Solver.Add(stepEffects, 1, change);
            return right;
        }

        private (int Iterations, string? Stop) Once(FittedCells model)
        {
            model.Linearize(first: true);
            cells.Solver.Weigh(model.Weights);
            var found = Step(model, effects, FinalAccuracy, 1e-13);
            found.CopyTo(beta, 0);
            model.Move(absorption.Scratch, first: true);
            model.Linearize(first: false);
            return absorption.Reached ? (1, null) : (1, "the absorption did not reach its tolerance");
        }

        private GravityFit Result(int iterations, FittedCells model, double[] matrix, double violation)
        {
            var kept = absorption.Kept;
            var all = cells.Regressors.Length;
            var coefficients = Enumerable.Repeat(double.NaN, all).ToArray();
            for (var a = 0; a < kept.Length; a++)
                coefficients[kept[a]] = beta[a] / cells.Scale[kept[a]];
            var errors = new CovarianceEstimate(data, options, sample, cells, model, kept, matrix, crew);
            var bias = options.BiasCorrection ? BiasCorrection.Of(data, cells, model, kept, matrix, crew) : null;
            return Unfit(iterations, "converged") with
            {
                Converged = true,
                Violation = violation,
                Coefficients = coefficients,
                Covariance = errors.Compute(),
                Deviance = model.Deviance(),
                SquaredCorrelation = model.SquaredCorrelation(),
                Fitted = model.ByRow(data.Rows),
                Effects = Levels(coefficients),
                EffectCodes = [.. sample.Effects.Select(e => e.Codes)],
                Bias = bias is null
                    ? null
                    :
                    [
                        .. Enumerable
                            .Range(0, all)
                            .Select(k => Array.IndexOf(kept, k) is >= 0 and var a ? bias[a] / cells.Scale[k] : double.NaN),
                    ],
                CorrectedCovariance = bias is null ? null : errors.Corrected(),
            };
        }

        /// <summary>Effects by level. The regressors were centred: what that took off is given back to the first effect.</summary>
        private List<double[]> Levels(double[] coefficients)
        {
            var shift = 0.0;
            foreach (var k in absorption.Kept)
                shift += coefficients[k] * cells.Mean[k];
            var found = new List<double[]>();
            for (var e = 0; e < sample.Effects.Count; e++)
            {
                var values = new double[sample.Effects[e].Levels];
                Array.Fill(values, double.NaN);
                cells.Solver.Spread(effects, e, sample.Effects[e], values);
                if (e == 0)
                    for (var l = 0; l < values.Length; l++)
                        values[l] -= shift;
                found.Add(values);
            }
            return found;
        }

        private void Add(double factor, double[] from, double[] to) =>
            crew.Run(cells.Blocks.Count, b => Lanes.AddScaled(factor, from.AsSpan(cells.Blocks.Of(b)), to.AsSpan(cells.Blocks.Of(b))));

        private static void Scale(double[] values, double factor)
        {
            for (var k = 0; k < values.Length; k++)
                values[k] *= factor;
        }

        private GravityFit Unfit(int iterations, string stop) =>
            new()
            {
                Converged = false,
                Stop = stop,
                Iterations = iterations,
                InnerIterations = cells.Solver.Steps,
                Absorption = cells.Solver.Name,
                Observations = sample.Count,
                Dropped = sample.Dropped,
                Collinear = sample.Count == 0 ? [] : [.. Enumerable.Range(0, cells.Regressors.Length).Except(absorption.Kept)],
                Levels = [.. sample.Effects.Select(e => Present(e))],
            };

        private int Present(Factor effect)
        {
            var there = new bool[effect.Levels];
            for (var r = 0; r < sample.Kept.Length; r++)
                if (sample.Kept[r])
                    there[effect.Codes[r]] = true;
            return there.Count(t => t);
        }
    }
}
