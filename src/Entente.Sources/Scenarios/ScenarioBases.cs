using System.Globalization;
using Entente.Actors.Identity;
using Entente.Catalogue;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.Scenarios;

/// <summary>The `base:` of a scenario: a file beside it, an imported dataset, or a folder of the user's.</summary>
internal sealed class ScenarioBases(
    string path,
    Func<IRecordStore?> store,
    Func<StateCodes> states,
    ScenarioSettings settings,
    CancellationToken cancellation
)
{
    /// <summary>Before the names of a base's ranges.</summary>
    public const string Prefix = "base.";

    private static readonly string[] Datasets = [.. InputOutputBase.Datasets.Keys, GoodsBase.Dataset];

    /// <summary>The folder that the base was read from; null where it is none.</summary>
    public string? Folder { get; private set; }

    /// <param name="root">The scenario.</param>
    /// <param name="left">Numbers that are still to be set; those of the base are taken out.</param>
    /// <param name="set">Takes those that were.</param>
    public TradeWorld Read(LocatedNode root, Dictionary<string, double> left, List<FixedNumber> set)
    {
        if (FileOf(root, path, settings) is { } file)
            return RegionalBase.Read(file, own => ScenarioRanges.Set(own, settings, left, set, Prefix));
        if (settings.Base is { } instead)
            return Instead(instead);
        var at = ScenarioYaml.Required(root, "base");
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

    /// <summary>The base where it is a file; null where it is an import or a folder.</summary>
    public static string? FileOf(LocatedNode root, string path, ScenarioSettings settings) =>
        settings.Base is { } given
            ? given.Split(':') is { Length: 2 } parts && Datasets.Contains(parts[0])
                ? null
                : given
            : root["base"]?.Scalar is { Length: > 0 } file
                ? settings.Beside(Path.GetDirectoryName(path) ?? "", file)
                : null;

    private TradeWorld Instead(string given)
    {
        var parts = given.Split(':');
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

    private string Beside(string file) => settings.Beside(Path.GetDirectoryName(path) ?? "", file);
}
