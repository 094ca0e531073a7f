using Entente.Numerics.Distributions;
using Entente.Numerics.Gravity;

namespace Entente.Models.Gravity;

/// <summary>One coefficient.</summary>
/// <param name="Name">As in the formula.</param>
/// <param name="Estimate">In the units of the formula; of a logarithm an elasticity.</param>
/// <param name="Error">The standard error.</param>
/// <param name="Statistic">Estimate over error: z for PPML, t for least squares.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Bias">The estimated bias, to be taken off; null where not asked for.</param>
/// <param name="CorrectedError">The standard error clustered by pair without its own bias; null where not asked for, or too large to work out.</param>
public sealed record GravityCoefficient(
    string Name,
    double Estimate,
    double Error,
    double Statistic,
    double P,
    double? Bias,
    double? CorrectedError = null
);

/// <summary>A level of an effect.</summary>
/// <param name="Effect">Its columns, joined by ^.</param>
/// <param name="Level">Its names, joined by ^.</param>
public sealed record EffectValue(string Effect, string Level, double Value);

/// <summary>What came of an estimation, with names.</summary>
public sealed class GravityEstimate(GravityModel model, GravityFit fit)
{
    public GravityModel Model => model;

    public GravityFit Fit => fit;

    /// <summary>Empty where the fit did not converge.</summary>
    public IReadOnlyList<GravityCoefficient> Coefficients { get; } =
        fit.Coefficients is null
            ? []
            : [.. Enumerable.Range(0, model.Names.Count).Where(k => !fit.Collinear.Contains(k)).Select(k => Of(model, fit, k))];

    public IReadOnlyList<string> Collinear => [.. fit.Collinear.Select(k => model.Names[k])];

    /// <summary>Lines of the file whose rows were separated, those of levels that are all zero included.</summary>
    public IReadOnlyList<int> SeparatedLines =>
        [.. fit.Dropped.ZeroLevels.Concat(fit.Dropped.Separated).Select(r => model.Table.Lines[model.Rows[r]]).Order()];

    /// <summary>Every level of every effect; none where the fit did not converge.</summary>
    public IEnumerable<EffectValue> Effects()
    {
        for (var e = 0; e < (fit.Effects?.Count ?? 0); e++)
        {
            var columns = model.Request.Formula.Effects[e];
            var codes = fit.EffectCodes![e];
            var told = new bool[fit.Effects![e].Length];
            for (var r = 0; r < codes.Length; r++)
            {
                if (told[codes[r]] || double.IsNaN(fit.Effects[e][codes[r]]))
                    continue;
                told[codes[r]] = true;
                yield return new(string.Join('^', columns), Level(columns, r), fit.Effects[e][codes[r]]);
            }
        }
    }

    /// <summary>The names of a row's levels, joined by ^.</summary>
    public string Level(IReadOnlyList<string> columns, int row) =>
        string.Join('^', columns.Select(c => model.Table.Names[c].Names[model.Table.Names[c].Codes[model.Rows[row]]]));

    private static GravityCoefficient Of(GravityModel model, GravityFit fit, int k)
    {
        var (estimate, error) = (fit.Coefficients![k], fit.Covariance!.Error(k));
        var statistic = estimate / error;
        var p = fit.Covariance.Degrees is { } degrees
            ? Student.TwoSided(statistic, degrees)
            : 2 * StandardNormal.Cumulative(-Math.Abs(statistic));
        return new(model.Names[k], estimate, error, statistic, p, fit.Bias?[k], fit.CorrectedError(k));
    }
}
