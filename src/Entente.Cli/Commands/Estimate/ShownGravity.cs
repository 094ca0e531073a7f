using System.Globalization;
using Entente.Models.Gravity;
using Entente.Numerics.Gravity;

namespace Entente.Cli.Commands.Estimate;

/// <summary>An estimation ready to be shown, with the words that all formats share.</summary>
internal sealed record ShownGravity(GravityEstimate Estimate, double Seconds)
{
    public GravityRequest Request => Estimate.Model.Request;

    public GravityFit Fit => Estimate.Fit;

    public string Family => Request.Options.Family == GravityFamily.Ppml ? "PPML" : "OLS";

    /// <summary>z or t.</summary>
    public string Statistic => Fit.Covariance?.Degrees is null ? "z" : "t";

    /// <summary>`clustered by Origin (15 clusters)`.</summary>
    public string Errors =>
        Request.Options.Errors switch
        {
            ErrorKind.Iid => "independent and identically distributed",
            ErrorKind.Heteroskedastic => "heteroskedasticity-robust",
            _ => "clustered by "
                + string.Join(
                    " and ",
                    Request.Clusters.Select(
                        (c, k) =>
                            Fit.Covariance is null
                                ? string.Join('^', c)
                                : string.Create(CultureInfo.InvariantCulture, $"{string.Join('^', c)} ({Fit.Covariance.Clusters[k]:#,0})")
                    )
                ),
        };

    /// <summary>Three stars below 0.001, two below 0.01, one below 0.05.</summary>
    public static string Stars(double p) =>
        p < 0.001 ? "***"
        : p < 0.01 ? "**"
        : p < 0.05 ? "*"
        : "";

    /// <summary>Seven significant digits, as few as needed.</summary>
    public static string Number(double value)
    {
        if (double.IsNaN(value))
            return "–";
        var size = Math.Abs(value);
        return value.ToString(
            size is not 0 and (< 1e-4 or >= 1e7) ? "0.0000e+0"
                : size >= 1000 ? "0.00"
                : "0.000000",
            CultureInfo.InvariantCulture
        );
    }

    public static string Probability(double p) =>
        p switch
        {
            0 => "<1e-300",
            < 1e-4 => p.ToString("0.0e+0", CultureInfo.InvariantCulture),
            _ => p.ToString("0.0000", CultureInfo.InvariantCulture),
        };
}
