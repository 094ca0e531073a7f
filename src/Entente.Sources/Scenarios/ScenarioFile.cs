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
    ) => Read(path, store, states, ScenarioSettings.None, cancellation);

    /// <summary>The same, with what the user sets.</summary>
    /// <param name="path">The scenario's file.</param>
    /// <param name="store">The imports, asked for only by bases that are imported; null where there are none.</param>
    /// <param name="states">Who the states of an imported base are.</param>
    /// <param name="settings">Values of its parameters, another base.</param>
    /// <exception cref="DataFileException">Something is wrong: the place, what was found, what was expected.</exception>
    public static (TradeWorld World, TradeScenario Scenario) Read(
        string path,
        Func<IRecordStore?> store,
        Func<StateCodes> states,
        ScenarioSettings settings,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(settings);
        var (left, set) = (new Dictionary<string, double>(settings.Numbers, StringComparer.Ordinal), new List<FixedNumber>());
        var file = ScenarioYaml.Open(path, settings.Text);
        var root = ScenarioRanges.Set(file, settings, left, set);
        string[] keys =
        [
            "scenario",
            "question",
            "stands_for",
            "base",
            "deficits",
            "parameters",
            "groups",
            "elasticities",
            "supply",
            "runs",
            "shocks",
            "rerouting",
        ];
        ScenarioYaml.Only(root, [.. keys, "report", "bloc"]);
        var (groups, parameters) = Groups(root, settings);
        var bases = new ScenarioBases(path, store, states, settings, cancellation);
        var world = bases.Read(root, left, set);
        ScenarioRanges.Known(settings, left, path, Ranges(file, path, settings).Select(r => r.Name));
        foreach (var problem in WorldCheck.Problems(world))
            throw new DataFileException(world.Name, 0, "", $"{problem.Cell}: {problem.Found}", problem.Expected);
        foreach (var code in settings.Parameters.Keys.SelectMany(name => parameters[name]).Where(code => world.RegionOf(code) < 0))
            throw new DataFileException(
                settings.Where,
                0,
                "",
                $"the region '{code}'",
                $"one of the base: {string.Join(", ", world.Regions.Select(r => r.Code))}",
                "an imported base has more: --base wiod:2011"
            );
        var places = new Dictionary<string, LocatedNode>(StringComparer.Ordinal);
        foreach (var key in new[] { "report", "elasticities", "supply", "bloc" })
            places[key] = root[key] ?? root;
        var shocks = new ScenarioShocks(groups, places, file => Tariffs(file, bases.Folder, path));
        var scenario = new TradeScenario
        {
            Name = Filled(ScenarioYaml.Text(root, "scenario"), parameters, world),
            Question = Filled(ScenarioYaml.Text(root, "question", ""), parameters, world),
            Deficits = Deficits(root) ?? DeficitTreatment.Held,
            Elasticities =
                settings.Base is not null && world.Sectors.Any(s => s.Elasticity is null) && root["elasticities"] is null
                    ? Assumed
                    : Elasticities(root),
            Supply = Supply(root, groups),
            Shocks = [.. ScenarioYaml.List(root, "shocks").Select(shocks.Read)],
            Rerouting = ReroutingYaml.Read(root, groups, places),
            Report = ScenarioYaml.Codes(root, "report", groups),
            Bloc = ScenarioYaml.Codes(root, "bloc", groups),
            Fixed = set,
            Variants = [.. (root["runs"]?.Entries ?? []).Select(r => Variant(r.Key, r.Value, groups, places))],
        };
        if (root["runs"] is { } runs && scenario.Variants.Count < 2)
            throw ScenarioYaml.Wrong(runs, path, "fewer than two runs", "a map such as short: {…} and long: {…}");
        foreach (var problem in ScenarioCheck.Problems(world, scenario))
            throw places.TryGetValue(problem.Cell, out var node)
                ? ScenarioYaml.Wrong(node, path, problem.Found, problem.Expected)
                : ScenarioYaml.Wrong(root["shocks"], path, $"{problem.Cell}: {problem.Found}", problem.Expected);
        return (world, scenario);
    }

    /// <summary>
    /// The numbers that a scenario, and its base where that is a file, declare as ranges; of the base those alone that the scenario does not replace.
    /// </summary>
    /// <exception cref="DataFileException">A file is no YAML.</exception>
    public static IReadOnlyList<DeclaredRange> Ranges(string path, ScenarioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Ranges(ScenarioYaml.Open(path, settings.Text), path, settings);
    }

    /// <summary>The file of a scenario's base; null where it is an import or a folder.</summary>
    /// <exception cref="DataFileException">The file is no YAML.</exception>
    public static string? BaseFile(string path, ScenarioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ScenarioBases.FileOf(ScenarioYaml.Open(path, settings.Text), path, settings);
    }

    /// <summary>Whether a scenario's base is an import, so that what was imported decides.</summary>
    /// <exception cref="DataFileException">The file is no YAML.</exception>
    public static bool IsImported(string path, ScenarioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return BaseFile(path, settings) is null
            && (settings.Base is not null || ScenarioYaml.Open(path, settings.Text)["base"]?["dataset"] is not null);
    }

    /// <summary>The states that a scenario's regions stand for, where its base says so, by the regions' codes.</summary>
    /// <exception cref="DataFileException">The file is no YAML.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Members(string path, ScenarioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var members = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var region in ScenarioYaml.Open(path, settings.Text)["base"]?["regions"]?.Items ?? [])
            if (region["code"]?.Scalar is { Length: > 0 } code && region["of"] is { } of)
                members[code] = [.. of.Strings()];
        return members;
    }

    private static IReadOnlyList<DeclaredRange> Ranges(LocatedNode root, string path, ScenarioSettings settings)
    {
        if (ScenarioBases.FileOf(root, path, settings) is not { } file || !File.Exists(file))
            return ScenarioRanges.Of(root);
        var replaced = Replaced(root);
        return
        [
            .. ScenarioRanges.Of(root),
            .. ScenarioRanges
                .Of(ScenarioYaml.Open(file), ScenarioBases.Prefix, "base")
                .Where(r => !replaced.Contains("") && !replaced.Any(code => r.Name == $"{ScenarioBases.Prefix}sectors.{code}.elasticity")),
        ];
    }

    // Sectors whose elasticity every run gives anew; "" for all of them.
    private static HashSet<string> Replaced(LocatedNode root)
    {
        static HashSet<string> Of(LocatedNode map) =>
            [.. (map["elasticities"]?.Items ?? []).SelectMany(e => e["sectors"]?.Strings().Select(s => s == "all" ? "" : s) ?? [""])];
        var every = Of(root);
        if (root["runs"]?.Entries is { Count: > 0 } runs)
            every.UnionWith(runs.Select(r => Of(r.Value)).Aggregate((a, b) => [.. a.Intersect(b)]));
        return every;
    }

    // A base that the user puts in the place of the file's own may give no elasticities.
    private static readonly SectorElasticity[] Assumed =
    [
        new([], new Spread(3, 5, 8), "assumed: one elasticity for all industries, about the median of Head and Mayer (2014)"),
    ];

    private static double[] Tariffs(LocatedNode file, string? folder, string path) =>
        folder is null
            ? throw ScenarioYaml.Wrong(file, path, "a table of tariffs", "a base with layout: caliendo-parro, whose folder has it")
            : CaliendoParroBase.Tariffs(
                folder,
                file.Scalar is { Length: > 0 } name ? name : throw ScenarioYaml.Wrong(file, path, "no name", "tariffs2005")
            );

    // Parameters are groups of one name each, whose members the user may set.
    private static (Dictionary<string, IReadOnlyList<string>> Groups, Dictionary<string, IReadOnlyList<string>> Parameters) Groups(
        LocatedNode root,
        ScenarioSettings settings
    )
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, members) in root["groups"]?.Entries ?? [])
            groups[name] = [.. members.Strings()];
        var parameters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, own) in root["parameters"]?.Entries ?? [])
        {
            if (groups.ContainsKey(name))
                throw ScenarioYaml.Wrong(own, root.File, $"the parameter '{name}', which is a group too", "each name once");
            string[] codes = settings.Parameters.TryGetValue(name, out var given)
                ? given.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : [.. own.Strings()];
            if (codes.Length == 0)
                throw ScenarioYaml.Wrong(own, root.File, $"no code for '{name}'", "a code or a list of codes");
            parameters[name] = [.. codes.SelectMany(c => groups.GetValueOrDefault(c, [c])).Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        foreach (var (name, value) in settings.Parameters)
            if (!parameters.ContainsKey(name))
                throw new DataFileException(
                    settings.Where,
                    0,
                    "",
                    $"{name}={value}",
                    parameters.Count == 0
                        ? $"nothing to set: {Path.GetFileName(root.File)} has no parameters"
                        : $"a parameter of {Path.GetFileName(root.File)}: {string.Join(", ", parameters.Keys)}"
                );
        foreach (var (name, codes) in parameters)
            groups[name] = codes;
        return (groups, parameters);
    }

    // {A} in a text is the region's name.
    private static string Filled(string text, Dictionary<string, IReadOnlyList<string>> parameters, TradeWorld world)
    {
        foreach (var (name, codes) in parameters)
            text = text.Replace(
                $"{{{name}}}",
                string.Join(", ", codes.Select(c => world.RegionOf(c) is >= 0 and var at ? world.Regions[at].Name : c)),
                StringComparison.Ordinal
            );
        return text;
    }

    private static DeficitTreatment? Deficits(LocatedNode map) =>
        map["deficits"] is not { } node
            ? null
            : node.Scalar switch
            {
                "held" => DeficitTreatment.Held,
                "scaled" => DeficitTreatment.Scaled,
                "zeroed" => DeficitTreatment.Zeroed,
                var other => throw ScenarioYaml.Wrong(node, map.File, $"'{other}'", "held, scaled or zeroed"),
            };

    private static ScenarioVariant Variant(
        string name,
        LocatedNode node,
        IReadOnlyDictionary<string, IReadOnlyList<string>> groups,
        Dictionary<string, LocatedNode> places
    )
    {
        ScenarioYaml.Only(node, "deficits", "elasticities", "supply");
        places[$"run {name}"] = node;
        return new()
        {
            Name = name,
            Deficits = Deficits(node),
            Elasticities = Elasticities(node),
            Supply = Supply(node, groups),
        };
    }

    private static IReadOnlyList<SectorElasticity> Elasticities(LocatedNode map) =>
        [.. ScenarioYaml.List(map, "elasticities").Select(Elasticity)];

    private static SectorElasticity Elasticity(LocatedNode node)
    {
        ScenarioYaml.Only(node, "sectors", "value", "source", "assumed");
        return new(Sectors(node), ScenarioYaml.Spread(node["value"], node, "value"), ScenarioYaml.Source(node).Text);
    }

    private static IReadOnlyList<SupplyElasticity> Supply(LocatedNode map, IReadOnlyDictionary<string, IReadOnlyList<string>> groups) =>
        [
            .. ScenarioYaml
                .List(map, "supply")
                .Select(node =>
                {
                    ScenarioYaml.Only(node, "sectors", "regions", "value", "source", "assumed");
                    var value = node["value"]?.Scalar is "infinite" or ".inf"
                        ? Spread.Exactly(double.PositiveInfinity)
                        : ScenarioYaml.Spread(node["value"], node, "value");
                    return new SupplyElasticity(
                        Sectors(node),
                        [.. ScenarioYaml.Codes(node, "regions", groups).Where(r => r != "all")],
                        value,
                        ScenarioYaml.Source(node).Text
                    );
                }),
        ];

    private static List<string> Sectors(LocatedNode node) => [.. (node["sectors"]?.Strings() ?? []).Where(s => s != "all")];
}
