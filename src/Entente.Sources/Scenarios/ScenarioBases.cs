using System.Globalization;
using Entente.Actors.Identity;
using Entente.Catalogue;
using Entente.Models.Equilibrium;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.Scenarios;

/// <summary>The `base:` of a scenario: a file beside it, an imported dataset, or a folder of the user's.</summary>
internal sealed class ScenarioBases(string path, Func<IRecordStore?> store, Func<StateCodes> states, CancellationToken cancellation)
{
    private static readonly string[] Datasets = [.. InputOutputBase.Datasets.Keys, GoodsBase.Dataset];

    /// <summary>The folder that the base was read from; null where it is none.</summary>
    public string? Folder { get; private set; }

    /// <param name="root">The scenario.</param>
    /// <param name="instead">What the user names in place of the scenario's own: `wiod:2011`, or a file; null for nothing.</param>
    public TradeWorld Read(LocatedNode root, string? instead)
    {
        if (instead is not null)
            return Instead(instead);
        var at = ScenarioYaml.Required(root, "base");
        if (at.Scalar is { Length: > 0 } file)
            return RegionalBase.Read(Beside(file));
        ScenarioYaml.Only(at, "dataset", "year", "regions", "folder", "layout");
        if (at["dataset"] is not { } dataset)
            return OfFolder(at);
        var name = dataset.Scalar ?? "";
        if (!Datasets.Contains(name))
            throw ScenarioYaml.Wrong(dataset, path, $"'{name}'", string.Join(", ", Datasets));
        return Imported(
            name,
            ScenarioYaml.Year(at["year"], at),
            [.. ScenarioYaml.List(at, "regions").Select(Region)],
            (found, what) => ScenarioYaml.Wrong(dataset, path, found, "the dataset imported before, with that year", what)
        );
    }

    private TradeWorld Instead(string given)
    {
        var parts = given.Split(':');
        if (parts.Length != 2 || !Datasets.Contains(parts[0]))
            return RegionalBase.Read(given);
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            throw new DataFileException("--base", 0, "", $"'{given}'", $"a dataset with its year, such as {parts[0]}:2011");
        return Imported(
            parts[0],
            year,
            [],
            (found, what) => new DataFileException("--base", 0, "", found, "the dataset imported before, with that year", what)
        );
    }

    private TradeWorld Imported(
        string name,
        int year,
        IReadOnlyList<(string, IReadOnlyList<string>)> regions,
        Func<string, string, DataFileException> wrong
    )
    {
        var import = $"entente record import {name} FILE";
        var from = store() ?? throw wrong("no store", import);
        return name == GoodsBase.Dataset
            ? GoodsBase.Read(from, states(), year, regions, wrong, cancellation)
            : InputOutputBase.Read(name, from, states(), year, found => wrong(found, import), cancellation);
    }

    private (string Code, IReadOnlyList<string> Members) Region(LocatedNode node)
    {
        if (node.Scalar is { Length: > 0 } code)
            return (code, [code]);
        ScenarioYaml.Only(node, "code", "of");
        string[] members = [.. node["of"]?.Strings() ?? []];
        return members.Length > 0
            ? (ScenarioYaml.Text(node, "code"), members)
            : throw ScenarioYaml.Wrong(node, path, "a region without states", "a code, or {code: EU, of: [DEU, FRA]}");
    }

    private TradeWorld OfFolder(LocatedNode at)
    {
        if (ScenarioYaml.Text(at, "layout") is var layout && layout != "caliendo-parro")
            throw ScenarioYaml.Wrong(at["layout"], path, $"'{layout}'", "caliendo-parro");
        Folder = Beside(ScenarioYaml.Text(at, "folder"));
        return CaliendoParroBase.Read(Folder);
    }

    private string Beside(string file) => Path.Combine(Path.GetDirectoryName(path) ?? "", file);
}
