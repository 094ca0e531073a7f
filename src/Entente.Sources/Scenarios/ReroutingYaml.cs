using System.Globalization;
using Entente.Catalogue;
using Entente.Models;
using Entente.Models.Equilibrium;

namespace Entente.Sources.Scenarios;

/// <summary>The part `rerouting:` of a scenario: hubs, what a way round costs, what hubs are threatened with.</summary>
internal static class ReroutingYaml
{
    private static readonly string[] Numbers = ["cost", "margin", "detection", "penalty"];

    /// <param name="root">The scenario.</param>
    /// <param name="groups">Groups that may be named as hubs.</param>
    /// <param name="places">Takes the place of each part, for errors that come later.</param>
    public static Rerouting? Read(
        LocatedNode root,
        IReadOnlyDictionary<string, IReadOnlyList<string>> groups,
        Dictionary<string, LocatedNode> places
    )
    {
        if (root["rerouting"] is not { } node)
            return null;
        ScenarioYaml.Only(node, "measures", "dispersion", "reach", "route", "hubs", "secondary", "source", "assumed");
        places["rerouting"] = node;
        var route = node["route"];
        if (route is not null)
            ScenarioYaml.Only(route, [.. Numbers, "source", "assumed"]);
        var shared = Numbers.ToDictionary(
            k => k,
            k => route?[k] is { } n ? ScenarioYaml.Spread(n, route, k) : null,
            StringComparer.Ordinal
        );
        var source = route is null ? "" : ScenarioYaml.Source(route).Text;
        var hubs = new List<ReroutingHub>();
        foreach (var item in ScenarioYaml.List(node, "hubs"))
        foreach (var code in Named(item, groups))
        {
            places[string.Create(CultureInfo.InvariantCulture, $"hub {hubs.Count + 1}")] = item;
            hubs.Add(Hub(item, code, shared, source));
        }
        return new()
        {
            OfMeasures = [.. ScenarioYaml.List(node, "measures").Select(m => (int)ScenarioYaml.Number(m, node, "a measure's number") - 1)],
            Dispersion = ScenarioYaml.Spread(ScenarioYaml.Required(node, "dispersion"), node, "dispersion"),
            Reach = node["reach"] is { } reach ? ScenarioYaml.Spread(reach, node, "reach") : Spread.Exactly(1),
            Hubs = hubs,
            Secondary = Secondary(node, places),
            Source = ScenarioYaml.Source(node).Text,
        };
    }

    private static IReadOnlyList<string> Named(LocatedNode item, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        var code =
            item.Scalar
            ?? (
                item.Entries is not null
                    ? ScenarioYaml.Text(item, "hub")
                    : throw ScenarioYaml.Wrong(item, item.File, "a list", "a region or a map with hub:")
            );
        return groups.GetValueOrDefault(code, [code]);
    }

    private static ReroutingHub Hub(LocatedNode item, string code, Dictionary<string, Spread?> shared, string source)
    {
        var own = item.Entries is null ? null : item;
        if (own is not null)
            ScenarioYaml.Only(own, ["hub", "weight", .. Numbers, "choice", "source", "assumed"]);
        var numbers = own is not null && own.Entries!.Any(e => e.Key == "weight" || Numbers.Contains(e.Key));
        Spread Number(string key, double? otherwise) =>
            own?[key] is { } given ? ScenarioYaml.Spread(given, own, key)
            : shared[key] is { } all ? all
            : otherwise is { } value ? Spread.Exactly(value)
            : throw ScenarioYaml.Wrong(item, item.File, $"no {key} for {code}", $"{key}: for the hub, or under route: for all");
        return new()
        {
            Region = code,
            Weight = own?["weight"] is { } weight ? ScenarioYaml.Spread(weight, own, "weight") : null,
            Cost = Number("cost", null),
            Margin = Number("margin", 0),
            Detection = Number("detection", 0),
            Penalty = Number("penalty", 0),
            Choice = Choice(own),
            Source = numbers ? ScenarioYaml.Source(own!).Text : source,
        };
    }

    private static HubChoice Choice(LocatedNode? hub) =>
        hub?["choice"] is not { } node
            ? HubChoice.BestResponse
            : node.Scalar switch
            {
                "best_response" => HubChoice.BestResponse,
                "evades" => HubChoice.Evades,
                "complies" => HubChoice.Complies,
                _ => throw ScenarioYaml.Wrong(node, node.File, $"'{node.Scalar}'", "best_response, evades or complies"),
            };

    private static SecondarySanctions? Secondary(LocatedNode node, Dictionary<string, LocatedNode> places)
    {
        if (node["secondary"] is not { } secondary)
            return null;
        ScenarioYaml.Only(secondary, "probability", "cut", "loss", "source", "assumed");
        places["secondary"] = secondary;
        if ((secondary["cut"] is null) == (secondary["loss"] is null))
            throw ScenarioYaml.Wrong(
                secondary,
                secondary.File,
                secondary["cut"] is null ? "neither cut nor loss" : "both cut and loss",
                "cut: the share of trade that is lost, for the model's own loss; or loss: a fraction of real income"
            );
        return new()
        {
            Probability = ScenarioYaml.Spread(ScenarioYaml.Required(secondary, "probability"), secondary, "probability"),
            Cut = secondary["cut"] is { } cut ? ScenarioYaml.Spread(cut, secondary, "cut") : Spread.Exactly(0),
            Loss = secondary["loss"] is { } loss ? ScenarioYaml.Spread(loss, secondary, "loss") : null,
            Source = ScenarioYaml.Source(secondary).Text,
        };
    }
}
