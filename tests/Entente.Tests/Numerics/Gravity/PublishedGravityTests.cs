using Entente.Models.Gravity;
using Entente.Numerics.Gravity;
using Entente.Sources.Gravity;
using Entente.Tests.Sources;

namespace Entente.Tests.Numerics.Gravity;

/// <summary>The trade data that fixest is documented with (Bergé 2018, CREA Discussion Paper 13): 38,325 flows of 15 states, 20 products, 10 years.</summary>
public sealed class PublishedGravityTests
{
    private const string Effects = "| Destination + Origin + Product + Year";

    [SkippableFact]
    public void Ppml_with_four_effects()
    {
        var (c, fit) = Estimate($"Euros ~ log(dist_km) {Effects}", GravityFamily.Ppml, "Origin");
        c.Estimate.ShouldBe(-1.52787437147, 1e-10);
        c.Error.ShouldBe(0.115678, 5e-7);
        fit.Observations.ShouldBe(38_325);
        fit.Violation.ShouldBeLessThan(1e-9);
    }

    [SkippableFact]
    public void Least_squares_on_logarithms() =>
        Estimate($"log(Euros) ~ log(dist_km) {Effects}", GravityFamily.Ols, "Origin").First.Estimate.ShouldBe(-2.16988, 5e-6);

    private static (GravityCoefficient First, GravityFit Fit) Estimate(string formula, GravityFamily family, string cluster)
    {
        var request = new GravityRequest
        {
            Formula = FormulaParser.Parse(formula).Formula!,
            Clusters =
            [
                [cluster],
            ],
            Options = new() { Family = family, Errors = ErrorKind.Clustered },
        };
        var table = GravityTableFile.Read(ImportBench.Public("gravity", "fixest_trade.csv.gz"), request);
        var model = GravityModel.Of(request, table).Model!;
        var estimate = new GravityEstimate(model, GravityEstimator.Fit(model.Data, request.Options));
        return (estimate.Coefficients[0], estimate.Fit);
    }
}
