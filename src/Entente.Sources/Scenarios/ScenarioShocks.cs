using Entente.Catalogue;
using Entente.Models;
using Entente.Models.Equilibrium;

namespace Entente.Sources.Scenarios;

/// <summary>The `shocks:` of a scenario, each with its parties, its number and where that is from.</summary>
/// <param name="groups">What a name stands for that is no region.</param>
/// <param name="places">Takes the node of each, for errors found later.</param>
/// <param name="table">Reads a table of tariffs, named as in the file, laid out like the base's.</param>
internal sealed class ScenarioShocks(
    IReadOnlyDictionary<string, IReadOnlyList<string>> groups,
    Dictionary<string, LocatedNode> places,
    Func<LocatedNode, double[]> table
)
{
    private const string Table = "tariff_table";

    private static readonly (string Key, ShockKind Kind, string Size)[] Kinds =
    [
        ("tariff", ShockKind.Tariff, "rate"),
        ("added_tariff", ShockKind.AddedTariff, "rate"),
        ("iceberg", ShockKind.Iceberg, "factor"),
        ("embargo", ShockKind.Embargo, ""),
        ("export_control", ShockKind.ExportControl, "share"),
        ("transfer", ShockKind.Transfer, "share"),
        (Table, ShockKind.TariffTable, ""),
    ];

    public TradeShock Read(LocatedNode node, int index)
    {
        foreach (var (key, kind, size) in Kinds)
            if (node[key] is { } body)
            {
                string[] keys = ["from", "to", "between", "sectors", "source", "assumed"];
                ScenarioYaml.Only(node, key);
                ScenarioYaml.Only(
                    body,
                    size.Length > 0 ? [.. keys, size]
                        : key == Table ? [.. keys, "file"]
                        : keys
                );
                var where = FormattableString.Invariant($"shock {index + 1}");
                places[where] = body;
                var pair = body["between"];
                if ((pair is null) == (body["from"] is null && body["to"] is null))
                    throw ScenarioYaml.Wrong(body, body.File, "no parties, or both ways of naming them", "from and to, or between: [A, B]");
                if (pair is not null && pair.Items?.Count != 2)
                    throw ScenarioYaml.Wrong(pair, body.File, "not two parties", "between: [A, B], each a region or a group");
                return new()
                {
                    Kind = kind,
                    From = pair is null ? ScenarioYaml.Codes(Sided(body, "from"), "from", groups) : Side(pair, 0),
                    To = pair is null ? ScenarioYaml.Codes(Sided(body, "to"), "to", groups) : Side(pair, 1),
                    BothWays = pair is not null,
                    Sectors = ScenarioYaml.Codes(body, "sectors", groups).Where(s => s != "all").ToList(),
                    Size = size.Length > 0 ? ScenarioYaml.Spread(body[size], body, size) : Spread.Exactly(0),
                    Table = key == Table ? table(ScenarioYaml.Required(body, "file")) : null,
                    Source = ScenarioYaml.Source(body).Text,
                    Where = where,
                };
            }
        if (node["price_cap"] is { } cap)
            throw ScenarioYaml.Wrong(
                cap,
                node.File,
                "a price cap among measures of trade",
                "a file of its own with the key oil:",
                "this model has no price that a cap could hold below the market's: samples/scenarios/oil-price-cap.yml"
            );
        throw ScenarioYaml.Wrong(node, node.File, "no measure", $"one of {string.Join(", ", Kinds.Select(k => k.Key))}");
    }

    private static LocatedNode Sided(LocatedNode body, string key)
    {
        ScenarioYaml.Required(body, key);
        return body;
    }

    private IReadOnlyList<string> Side(LocatedNode pair, int side) =>
        pair.Items![side].Scalar is { Length: > 0 } name
            ? groups.GetValueOrDefault(name, [name])
            : throw ScenarioYaml.Wrong(pair.Items[side], pair.File, "no code", "a region or a group");
}
