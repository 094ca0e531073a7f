using System.Globalization;
using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;
using Entente.Sources.Store;

namespace Entente.Cli.Commands.Estimate;

/// <summary>What was asked of `estimate ideal-points`.</summary>
internal sealed record IdealPointsRequest
{
    public required bool Sampler { get; init; }

    public required int Draws { get; init; }

    public required int Dimensions { get; init; }

    public required bool OneSided { get; init; }

    public required int Seed { get; init; }

    public required int Threads { get; init; }

    public required VoteSelection Selection { get; init; }

    public required (string First, string Second)? Pair { get; init; }

    public string? Compare { get; init; }

    /// <summary>`all votes by session`: what levels may be compared within.</summary>
    public string Variant => (Selection.FinalPassageOnly ? "final passage" : "all votes") + (Selection.ByYear ? " by year" : " by session");

    /// <exception cref="WrongUseException">Options that contradict each other.</exception>
    public void Check()
    {
        if (Selection.From > Selection.To)
            throw IdealPointsCommand.Wrong("--to", $"{Selection.To}", $"a year not before {Selection.From}", null);
        if (Sampler && Dimensions == 2)
            throw IdealPointsCommand.Wrong("--dimensions", "2 with --fit sampler", "1, or --fit fast", null);
    }
}

/// <summary>What came of it.</summary>
internal sealed record IdealPointsReport(
    IdealPointsRequest Request,
    StoredImport Import,
    IdealPointEstimate Estimate,
    DimensionTest? Test,
    (StoredImport Import, string Variant, IReadOnlyList<ReleasedPoint> Points)? Release,
    double Seconds
)
{
    private const int Movers = 8;

    private ReleaseComparison? comparison;

    /// <summary>Null where there is no release, or no estimate.</summary>
    public ReleaseComparison? Comparison =>
        comparison ??= Release is { } release && Estimate.Converged ? Estimate.CompareWith(release.Points) : null;

    public IReadOnlyList<Movement> FurthestMovers => Estimate.Converged ? Estimate.Movers(Movers) : [];

    public IReadOnlyList<string> Warnings
    {
        get
        {
            var warnings = new List<string>();
            if (!Estimate.Fit.Converged)
                warnings.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the fast fit did not converge in {Estimate.Fit.Rounds} rounds (furthest move {Estimate.Fit.Residual:0.0e0}): no figures"
                    )
                );
            if (Estimate.Draws is { Converged: < 1 } draws)
                warnings.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the chains do not agree on {1 - draws.Converged:p1} of states and years (R-hat above {Convergence.LargestRHat} or too few effective draws): these have no figures; more --draws may help"
                    )
                );
            if (Test is { Converged: false })
                warnings.Add("a fit of the test of dimensions did not converge: no figures of the test");
            if (Release is null)
                warnings.Add("no release to compare with (entente record import unga-ideal-points FILE)");
            return warnings;
        }
    }
}
