using Entente.Actors.Identity;
using Entente.Catalogue;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.Scenarios;

/// <summary>
/// A scenario of `whatif`: a YAML file that names its base, its measures with their sources, and its elasticities with their ranges. The schema is in
/// docs/models/equilibrium.md.
/// </summary>
public static class ScenarioFile
{
    private static readonly (string Key, ShockKind Kind, string Size)[] Kinds =
    [
        ("tariff", ShockKind.Tariff, "rate"),
        ("added_tariff", ShockKind.AddedTariff, "rate"),
        ("iceberg", ShockKind.Iceberg, "factor"),
        ("embargo", ShockKind.Embargo, ""),
        ("export_control", ShockKind.ExportControl, "share"),
        ("transfer", ShockKind.Transfer, "share"),
    ];

    /// <summary>Reads a scenario and its base, and checks both.</summary>
    /// <param name="path">The scenario's file.</param>
    /// <param name="store">The imports, asked for only by bases that are imported; null where there are none.</param>
    /// <param name="states">Who the states of an imported base are.</param>
    /// <exception cref="DataFileException">Something is wrong: the place, what was found, what was expected.</exception>
    public static (TradeWorld World, TradeScenario Scenario) Read(
        string path,
        Func<IRecordStore?> store,
        Func<StateCodes> states,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        var root = ScenarioYaml.Open(path);
        ScenarioYaml.Only(root, "scenario", "question", "base", "deficits", "groups", "elasticities", "shocks", "report");
        var groups = Groups(root);
        var places = new Dictionary<string, LocatedNode>(StringComparer.Ordinal) { ["report"] = root["report"] ?? root };
        places["elasticities"] = root["elasticities"] ?? root;
        var scenario = new TradeScenario
        {
            Name = ScenarioYaml.Text(root, "scenario"),
            Question = ScenarioYaml.Text(root, "question", ""),
            Deficits = Deficits(root),
            Elasticities = [.. ScenarioYaml.List(root, "elasticities").Select(Elasticity)],
            Shocks = [.. ScenarioYaml.List(root, "shocks").Select((s, i) => Shock(s, i, groups, places))],
            Report = ScenarioYaml.Codes(root, "report", groups),
        };
        var at = ScenarioYaml.Required(root, "base");
        var world = Base(at, path, store, states, cancellation);
        foreach (var problem in WorldCheck.Problems(world))
            throw new DataFileException(world.Name, 0, "", $"{problem.Cell}: {problem.Found}", problem.Expected);
        foreach (var problem in ScenarioCheck.Problems(world, scenario))
            throw places.TryGetValue(problem.Cell, out var node)
                ? ScenarioYaml.Wrong(node, path, problem.Found, problem.Expected)
                : ScenarioYaml.Wrong(root["shocks"], path, $"{problem.Cell}: {problem.Found}", problem.Expected);
        return (world, scenario);
    }

    private static TradeWorld Base(
        LocatedNode at,
        string path,
        Func<IRecordStore?> store,
        Func<StateCodes> states,
        CancellationToken cancellation
    )
    {
        if (at.Scalar is { Length: > 0 } file)
            return RegionalBase.Read(Beside(path, file));
        ScenarioYaml.Only(at, "dataset", "year", "folder", "layout");
        if (at["dataset"] is { } dataset)
        {
            if (dataset.Scalar is not "wiod")
                throw ScenarioYaml.Wrong(dataset, path, $"'{dataset.Scalar}'", "wiod");
            return WiodBase.Read(
                store()
                    ?? throw ScenarioYaml.Wrong(
                        dataset,
                        path,
                        "no store",
                        "the dataset imported before",
                        "entente record import wiod FILE"
                    ),
                states(),
                (int)ScenarioYaml.Number(at["year"], at, "year"),
                s => ScenarioYaml.Wrong(dataset, path, s, "a year that was imported", "entente record import wiod FILE"),
                cancellation
            );
        }
        if (ScenarioYaml.Text(at, "layout") is var layout && layout != "caliendo-parro")
            throw ScenarioYaml.Wrong(at["layout"], path, $"'{layout}'", "caliendo-parro");
        return CaliendoParroBase.Read(Beside(path, ScenarioYaml.Text(at, "folder")));
    }

    private static string Beside(string path, string file) => Path.Combine(Path.GetDirectoryName(path) ?? "", file);

    private static Dictionary<string, IReadOnlyList<string>> Groups(LocatedNode root)
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, members) in root["groups"]?.Entries ?? [])
            groups[name] = [.. members.Strings()];
        return groups;
    }

    private static DeficitTreatment Deficits(LocatedNode root) =>
        ScenarioYaml.Text(root, "deficits", "held") switch
        {
            "held" => DeficitTreatment.Held,
            "scaled" => DeficitTreatment.Scaled,
            "zeroed" => DeficitTreatment.Zeroed,
            var other => throw ScenarioYaml.Wrong(root["deficits"], root.File, $"'{other}'", "held, scaled or zeroed"),
        };

    private static SectorElasticity Elasticity(LocatedNode node)
    {
        ScenarioYaml.Only(node, "sectors", "value", "source", "assumed");
        return new(
            [.. (node["sectors"]?.Strings() ?? []).Where(s => s != "all")],
            ScenarioYaml.Spread(node["value"], node, "value"),
            ScenarioYaml.Source(node).Text
        );
    }

    private static TradeShock Shock(
        LocatedNode node,
        int index,
        Dictionary<string, IReadOnlyList<string>> groups,
        Dictionary<string, LocatedNode> places
    )
    {
        foreach (var (key, kind, size) in Kinds)
            if (node[key] is { } body)
            {
                string[] keys = ["from", "to", "between", "sectors", "source", "assumed"];
                ScenarioYaml.Only(node, key);
                ScenarioYaml.Only(body, size.Length > 0 ? [.. keys, size] : keys);
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
                    From = pair is null ? ScenarioYaml.Codes(Sided(body, "from"), "from", groups) : Side(pair, 0, groups),
                    To = pair is null ? ScenarioYaml.Codes(Sided(body, "to"), "to", groups) : Side(pair, 1, groups),
                    BothWays = pair is not null,
                    Sectors = ScenarioYaml.Codes(body, "sectors", groups).Where(s => s != "all").ToList(),
                    Size = size.Length > 0 ? ScenarioYaml.Spread(body[size], body, size) : Spread.Exactly(0),
                    Source = ScenarioYaml.Source(body).Text,
                    Where = where,
                };
            }
        throw ScenarioYaml.Wrong(node, node.File, "no measure", $"one of {string.Join(", ", Kinds.Select(k => k.Key))}");
    }

    private static LocatedNode Sided(LocatedNode body, string key)
    {
        ScenarioYaml.Required(body, key);
        return body;
    }

    private static IReadOnlyList<string> Side(LocatedNode pair, int side, Dictionary<string, IReadOnlyList<string>> groups) =>
        pair.Items![side].Scalar is { Length: > 0 } name
            ? groups.GetValueOrDefault(name, [name])
            : throw ScenarioYaml.Wrong(pair.Items[side], pair.File, "no code", "a region or a group");
}
