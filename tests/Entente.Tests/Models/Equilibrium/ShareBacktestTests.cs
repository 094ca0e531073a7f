using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Numerics.Distributions;
using Entente.Sources.Scenarios;

namespace Entente.Tests.Models.Equilibrium;

/// <summary>A scenario against what came: what each method tells, and how it is scored.</summary>
public sealed class ShareBacktestTests
{
    private static readonly Lazy<TradeWorld> Base = new(() =>
        RegionalBase.Read(Path.Combine(Clone.Root, "samples", "scenarios", "base-2021.yml"))
    );

    private static ObservedSide Side(
        TradeDirection side,
        double all,
        params (string Code, string Region, double Before, double? After)[] partners
    ) => new(side, all, [all], [.. partners.Select(p => new ObservedPartner(p.Code, p.Code, p.Region, p.Before, [p.After]))], "made up");

    private static ShareBacktest Run(TradeShock[] shocks, params ObservedSide[] observed) =>
        ShareBacktest.Of(
            Base.Value,
            new()
            {
                Name = "test",
                Deficits = DeficitTreatment.Scaled,
                Elasticities = [],
                Shocks = shocks,
                Report = [],
            },
            "RUS",
            observed,
            [2022],
            40,
            1,
            2
        );

    private static TradeShock Shock(ShockKind kind, string from, string to, double size, bool both = false) =>
        new()
        {
            Kind = kind,
            From = [from],
            To = [to],
            BothWays = both,
            Size = Spread.Exactly(size),
            Source = "test",
        };

    [Fact]
    public void Without_measures_all_methods_tell_what_was()
    {
        var told = Run([], Side(TradeDirection.Exports, 100, ("EU", "EU", 40, 40), ("CHN", "CHN", 20, 25), ("BRA", "ROW", 5, null)));
        foreach (var share in told.Sides.Single().Shares)
        {
            share.Model.ShouldBe(share.Before, 1e-9);
            share.Shift.ShouldBe(share.Before, 1e-12);
        }
        var scores = told.Sides[0].Scores;
        scores.ShouldAllBe(s => s.Partners == 2);
        scores.ShouldAllBe(s => Math.Abs(s.MeanAbsolute - 0.025) < 1e-9);
        scores.ShouldAllBe(s => Math.Abs(s.RootMeanSquare - Math.Sqrt(0.05 * 0.05 / 2)) < 1e-9);
    }

    /// <summary>Half of what one of three sells is forbidden: the other two take it as 20 to 5 to the rest's 35.</summary>
    [Fact]
    public void The_naive_shift_is_what_one_reckons_by_hand()
    {
        var told = Run(
            [Shock(ShockKind.ExportControl, "EU", "RUS", 0.5)],
            Side(TradeDirection.Imports, 100, ("EU", "EU", 40, 20), ("CHN", "CHN", 20, 30), ("BRA", "ROW", 5, 6))
        );
        double[] shift = [.. told.Sides.Single().Shares.Select(s => s.Shift)];
        shift[0].ShouldBe(0.2, 1e-9);
        shift[1].ShouldBe(0.20 * (1 + (20.0 / 60)), 1e-9);
        shift[2].ShouldBe(0.05 * (1 + (20.0 / 60)), 1e-9);
    }

    [Fact]
    public void A_partner_under_embargo_is_told_to_vanish_and_the_others_to_gain()
    {
        var told = Run(
            [Shock(ShockKind.Embargo, "RUS", "EU", 0, both: true)],
            Side(TradeDirection.Exports, 100, ("EU", "EU", 40, 20), ("CHN", "CHN", 20, 30), ("IND", "IND", 5, 6))
        );
        var shares = told.Sides.Single().Shares;
        (shares[0].Model, shares[0].Shift).ShouldBe((0, 0));
        shares.Skip(1).ShouldAllBe(s => s.Model > s.Before && s.Shift > s.Before);
        shares.ShouldAllBe(s => s.Low <= s.High);
        shares.Sum(s => s.Model).ShouldBeLessThan(1);
    }

    /// <summary>Spearman's correlation with ties, reckoned as Pearson's of mean ranks: ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4 give 4.5/√(4.5·5).</summary>
    [Fact]
    public void Ranks_share_the_mean_of_their_places()
    {
        Ranks.Of([10, 20, 20, 30]).ShouldBe([1, 2.5, 2.5, 4]);
        Ranks.Correlation([10, 20, 20, 30], [1, 3, 2, 4])!.Value.ShouldBe(4.5 / Math.Sqrt(4.5 * 5), 1e-12);
        Ranks.Correlation([1, 2, 3], [3, 2, 1]).ShouldBe(-1);
        Ranks.Correlation([1, 1, 1], [1, 2, 3]).ShouldBeNull();
        Ranks.Correlation([1, 2], [1, 2]).ShouldBeNull();
    }
}
