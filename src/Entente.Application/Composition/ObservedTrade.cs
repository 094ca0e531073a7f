using System.Globalization;
using Entente.Actors;
using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Models.Equilibrium;
using Entente.Sources;

namespace Entente.Application.Composition;

/// <summary>What the record has of a region's trade with its partners, by one authority throughout: what a scenario is held against.</summary>
internal static class ObservedTrade
{
    /// <summary>A partner that no region of the base carries by itself counts from this share of the base's year on.</summary>
    private const double LeastShare = 0.005;

    /// <returns>One entry for each side that is recorded; none where the base names no year.</returns>
    public static IReadOnlyList<ObservedSide> Of(
        TradeWorld world,
        string region,
        IReadOnlyList<int> years,
        Knowledge knowledge,
        Evaluator evaluator
    )
    {
        if (world.Year is not { } year)
            return [];
        var within = Members(world, year, evaluator);
        var sides = new List<ObservedSide>();
        foreach (var side in Enum.GetValues<TradeDirection>())
            if (Side(side, world, region, year, years, within, knowledge, evaluator) is { } found)
                sides.Add(found);
        return sides;
    }

    // Members of a body that the base has as a region are told of within it.
    private static HashSet<string> Members(TradeWorld world, int year, Evaluator evaluator)
    {
        var within = new HashSet<string>(StringComparer.Ordinal);
        foreach (var region in world.Regions)
            if (
                ClaimParser.Parse($"members({region.Code}, {Text(year)})").Expression is { } members
                && evaluator.Evaluate(members).Answers is [{ Value: SetAnswer set }, ..]
            )
                within.UnionWith(set.Members);
        return within;
    }

    private static ObservedSide? Side(
        TradeDirection side,
        TradeWorld world,
        string region,
        int year,
        IReadOnlyList<int> years,
        HashSet<string> within,
        Knowledge knowledge,
        Evaluator evaluator
    )
    {
        var measure = side == TradeDirection.Exports ? "exports" : "imports";
        Dictionary<string, double> Figures(string? partner, int at)
        {
            var flow =
                partner is null ? region
                : side == TradeDirection.Exports ? $"{region} -> {partner}"
                : $"{partner} -> {region}";
            var figures = new Dictionary<string, double>(StringComparer.Ordinal);
            if (ClaimParser.Parse($"{measure}({flow}, {Text(at)})").Expression is { } expression)
                foreach (var answer in evaluator.Evaluate(expression).Answers)
                    if (answer is { Decides: true, Mirror: false, Number: { Unit.Symbol: "USD" } number })
                        figures.TryAdd(answer.Source, number.Best);
            return figures;
        }
        var before = Figures(null, year);
        var after = years.Select(y => Figures(null, y)).ToArray();
        // The authority that has the most years, in the order of the record.
        if (before.Keys.MaxBy(s => after.Count(a => a.ContainsKey(s))) is not { } authority || !after.Any(a => a.ContainsKey(authority)))
            return null;
        double? By(Dictionary<string, double> figures) => figures.TryGetValue(authority, out var value) ? value : null;
        var partners = new List<ObservedPartner>();
        var own = world.Regions.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var actor in knowledge.Actors.ByCode.Values.DistinctBy(a => a.Code).OrderBy(a => a.Code, StringComparer.Ordinal))
        {
            var isRegion = own.Contains(actor.Code);
            if (
                actor.Code == region
                || !isRegion && (actor is not { Kind: ActorKind.State, Status: not ActorStatus.Aggregate } || within.Contains(actor.Code))
            )
                continue;
            if (By(Figures(actor.Code, year)) is not { } was || (!isRegion && was < LeastShare * before[authority]))
                continue;
            double?[] came = [.. years.Select(y => By(Figures(actor.Code, y)))];
            if (came.Any(c => c is not null) && (isRegion || own.Contains("ROW")))
                partners.Add(new(actor.Code, actor.Name, isRegion ? actor.Code : "ROW", was, came));
        }
        return partners.Count == 0
            ? null
            : new(side, before[authority], [.. after.Select(By)], [.. partners.OrderByDescending(p => p.Before)], authority);
    }

    private static string Text(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
