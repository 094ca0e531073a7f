using System.Globalization;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>What the forms of an answer to a scenario share.</summary>
internal static class WhatifWords
{
    /// <summary>The regions to print, in the order that was asked for.</summary>
    public static IReadOnlyList<int> Regions(ScenarioAnswer answer) =>
        answer.Scenario.Report.Count == 0
            ? [.. Enumerable.Range(0, answer.World.Regions.Count)]
            : [.. answer.Scenario.Report.Select(answer.World.RegionOf).Distinct()];

    /// <summary>+1.23 per cent, without the sign of per cent.</summary>
    public static string Percent(double change) =>
        (100 * change).ToString(Math.Abs(change) < 0.0995 ? "+0.00;-0.00;0.00" : "+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    public static string Stopped(StopReason reason) =>
        reason switch
        {
            StopReason.Converged => "converged",
            StopReason.IterationLimit => "iteration_limit",
            _ => "not_finite",
        };

    /// <summary>What a measure does, in one line.</summary>
    public static string Describe(TradeShock shock)
    {
        var goods = shock.Sectors.Count == 0 ? "everything" : string.Join(", ", shock.Sectors);
        var (from, to) = (string.Join(", ", shock.From), string.Join(", ", shock.To));
        var way = shock.BothWays ? $"between {from} and {to}" : $"from {from} to {to}";
        return shock.Kind switch
        {
            ShockKind.Tariff => $"tariff of {Size(shock)} on {goods} {way}",
            ShockKind.AddedTariff => $"tariff up by {Size(shock)} on {goods} {way}",
            ShockKind.Iceberg => $"trade costs times {Size(shock)} for {goods} {way}",
            ShockKind.Embargo => $"embargo on {goods} {way}",
            ShockKind.ExportControl => $"export control on {Size(shock)} of {goods} {way}",
            ShockKind.TariffTable => $"tariffs of a table on {goods} {way}",
            _ => $"transfer of {Size(shock)} of value added {way}",
        };
    }

    public static string Describe(SupplyElasticity given) =>
        $"supply of {(given.Sectors.Count == 0 ? "all sectors" : string.Join(", ", given.Sectors))}"
        + $"{(given.Regions.Count == 0 ? "" : " in " + string.Join(", ", given.Regions))}: elasticity {Size(given.Value)}";

    public static string Describe(SectorElasticity given) =>
        $"elasticity of {(given.Sectors.Count == 0 ? "all sectors" : string.Join(", ", given.Sectors))}: {Size(given.Value)}";

    public static string Deficits(DeficitTreatment deficits) =>
        deficits switch
        {
            DeficitTreatment.Held => "held",
            DeficitTreatment.Scaled => "scaled with incomes",
            _ => "zeroed first",
        };

    public static string Of(RegionOutcome outcome) =>
        outcome switch
        {
            RegionOutcome.RealIncome => "real income",
            RegionOutcome.RealWage => "real wage",
            RegionOutcome.TermsOfTrade => "terms of trade, first order",
            RegionOutcome.VolumeOfTrade => "volume of trade, first order",
            RegionOutcome.Exports => "exports",
            RegionOutcome.Imports => "imports",
            _ => "imports from the bloc",
        };

    public static string Size(TradeShock shock) => Size(shock.Size);

    public static string Size(Spread size) =>
        double.IsPositiveInfinity(size.Mode) ? "infinite"
        : size.IsExact ? size.Mode.ToString("0.####", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{size.Mode:0.####} ({size.Low:0.####} to {size.High:0.####})");

    /// <summary>Partners of a region, by what it trades with them before: share of its trade before and after.</summary>
    public static IEnumerable<(int Partner, double Before, double After)> Partners(ScenarioAnswer answer, int region)
    {
        if (answer.Flows is not var (before, after))
            yield break;
        var n = answer.World.Regions.Count;
        var (old, now) = (PartnerShares.Of(before, n, region), PartnerShares.Of(after, n, region));
        foreach (var other in Enumerable.Range(0, n).Where(o => o != region && old.Sum() > 0).OrderByDescending(o => old[o]))
            yield return (other, old[other], now[other]);
    }
}
