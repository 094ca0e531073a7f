using System.Globalization;
using Entente.Numerics.Rerouting;

namespace Entente.Models.Equilibrium;

/// <summary>How a hub comes by its choice.</summary>
public enum HubChoice
{
    /// <summary>It evades where that pays, given what the others do.</summary>
    BestResponse,

    /// <summary>It re-exports whatever comes of it.</summary>
    Evades,

    /// <summary>It lets nothing through.</summary>
    Complies,
}

/// <summary>A region through which what may not be sold straight can go.</summary>
public sealed record ReroutingHub
{
    /// <summary>Region code.</summary>
    public required string Region { get; init; }

    /// <summary>Its part of all ways, relative to the other hubs'; null takes what the base's trade with senders and target says.</summary>
    public Spread? Weight { get; init; }

    /// <summary>What the detour costs in freight, papers and delay, as a factor: 1.1 melts a tenth away.</summary>
    public required Spread Cost { get; init; }

    /// <summary>What the hub's traders take on top, as a fraction of what they pay; income of the hub.</summary>
    public required Spread Margin { get; init; }

    /// <summary>How likely a shipment is found.</summary>
    public required Spread Detection { get; init; }

    /// <summary>What is lost with a shipment that is found, in values of it.</summary>
    public required Spread Penalty { get; init; }

    public HubChoice Choice { get; init; }

    /// <summary>Where its numbers come from, or why they are assumed.</summary>
    public required string Source { get; init; }
}

/// <summary>What senders threaten hubs with that evade.</summary>
public sealed record SecondarySanctions
{
    /// <summary>How likely a hub that evades is sanctioned.</summary>
    public required Spread Probability { get; init; }

    /// <summary>The share of its trade with the senders that the hub then loses, both ways, of varieties; 1 is all of it.</summary>
    public required Spread Cut { get; init; }

    /// <summary>What that costs it, as a fraction of real income; null takes the model's own answer for that hub.</summary>
    public Spread? Loss { get; init; }

    public required string Source { get; init; }
}

/// <summary>How embargoes and controls are evaded.</summary>
public sealed record Rerouting
{
    /// <summary>Which measures, counted from 0; none is all embargoes and export controls.</summary>
    public IReadOnlyList<int> OfMeasures { get; init; } = [];

    /// <summary>ν: how alike the ways are to traders. The larger, the more go the cheapest way.</summary>
    public required Spread Dispersion { get; init; }

    /// <summary>The share of what is controlled that can go another way at all, with every hub open.</summary>
    public required Spread Reach { get; init; }

    public required IReadOnlyList<ReroutingHub> Hubs { get; init; }

    /// <summary>Null where nobody threatens the hubs.</summary>
    public SecondarySanctions? Secondary { get; init; }

    public required string Source { get; init; }

    /// <summary>Whether a measure of the scenario is one that is evaded.</summary>
    public bool Concerns(TradeScenario scenario, int measure)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Shocks[measure].Kind is ShockKind.Embargo or ShockKind.ExportControl
            && (OfMeasures.Count == 0 || OfMeasures.Contains(measure));
    }
}

/// <summary>Whether a way of evading can be put to a scenario.</summary>
internal static class ReroutingCheck
{
    /// <summary>Where the problems stand, for errors; a hub is "hub 1".</summary>
    public const string Where = "rerouting";

    public static IEnumerable<TradeProblem> Problems(TradeWorld world, TradeScenario scenario)
    {
        if (scenario.Rerouting is not { } rerouting)
            yield break;
        foreach (var measure in rerouting.OfMeasures)
            if (measure < 0 || measure >= scenario.Shocks.Count || !rerouting.Concerns(scenario, measure))
                yield return new(
                    Where,
                    string.Create(CultureInfo.InvariantCulture, $"measure {measure + 1}"),
                    "the number of an embargo or an export control under shocks, counted from 1"
                );
        if (!Enumerable.Range(0, scenario.Shocks.Count).Any(s => rerouting.Concerns(scenario, s)))
            yield return new(Where, "nothing to evade", "an embargo or an export control under shocks");
        if (!(rerouting.Dispersion.Low > 0))
            yield return new(Where, $"a dispersion of {Text(rerouting.Dispersion.Low)}", "above 0");
        if (!Within(rerouting.Reach, 0, 1))
            yield return new(Where, $"a reach of {Text(rerouting.Reach)}", "a share from 0 to 1");
        if (rerouting.Hubs.Count > YesNoGame.MostPlayers)
            yield return new(
                Where,
                $"{rerouting.Hubs.Count} hubs",
                $"at most {YesNoGame.MostPlayers}: every profile of compliance is solved"
            );
        for (var h = 0; h < rerouting.Hubs.Count; h++)
            foreach (var (found, expected) in Hub(world, rerouting, h))
                yield return new(string.Create(CultureInfo.InvariantCulture, $"hub {h + 1}"), found, expected);
        if (rerouting.Secondary is not { } secondary)
            yield break;
        if (!Within(secondary.Probability, 0, 1))
            yield return new("secondary", $"a probability of {Text(secondary.Probability)}", "0 to 1");
        if (!Within(secondary.Cut, 0, 1))
            yield return new("secondary", $"a cut of {Text(secondary.Cut)}", "a share from 0 to 1");
        if (secondary.Loss is { } loss && !Within(loss, 0, 1))
            yield return new("secondary", $"a loss of {Text(loss)}", "a fraction of real income from 0 to 1");
    }

    private static IEnumerable<(string Found, string Expected)> Hub(TradeWorld world, Rerouting rerouting, int h)
    {
        var hub = rerouting.Hubs[h];
        if (world.RegionOf(hub.Region) < 0)
            yield return ($"the region '{hub.Region}'", $"one of the base: {string.Join(", ", world.Regions.Select(r => r.Code))}");
        if (rerouting.Hubs.Take(h).Any(o => o.Region.Equals(hub.Region, StringComparison.OrdinalIgnoreCase)))
            yield return ($"the hub '{hub.Region}' twice", "each hub once");
        if (hub.Weight is { } weight && !Within(weight, 0, 1e9))
            yield return ($"a weight of {Text(weight)}", "0 or more");
        if (!Within(hub.Cost, 1, 1e9))
            yield return ($"a cost of {Text(hub.Cost)}", "a factor such as 1.1, 1 or more");
        if (!Within(hub.Margin, 0, 100))
            yield return ($"a margin of {Text(hub.Margin)}", "a fraction of the price such as 0.15, 0 or more");
        if (!Within(hub.Detection, 0, 1))
            yield return ($"a detection of {Text(hub.Detection)}", "a probability from 0 to 1");
        if (!Within(hub.Penalty, 0, 1e6))
            yield return ($"a penalty of {Text(hub.Penalty)}", "a multiple of the shipment's value, 0 or more");
        if (rerouting.Hubs.Any(o => o.Weight is null) && rerouting.Hubs.Any(o => o.Weight is not null))
            yield return ("weights for some hubs alone", "a weight for every hub, or for none");
    }

    private static bool Within(Spread spread, double least, double most) => spread.Low >= least && spread.High <= most;

    private static string Text(Spread spread) => spread.IsExact ? Text(spread.Mode) : $"{Text(spread.Low)} to {Text(spread.High)}";

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
