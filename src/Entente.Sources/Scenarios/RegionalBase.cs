using System.Globalization;
using Entente.Catalogue;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;

namespace Entente.Sources.Scenarios;

/// <summary>
/// A base of a few regions written by hand in YAML: GDP, how it is spread over sectors, and flows between regions, each number with its source or marked
/// as assumed. What a region makes and does not sell abroad it sells at home.
/// </summary>
public static class RegionalBase
{
    /// <exception cref="Datasets.Reading.DataFileException">The file, the line and the cell that are wrong.</exception>
    public static TradeWorld Read(string path) => Read(path, root => root);

    /// <param name="path">The file.</param>
    /// <param name="set">Puts values in place of its ranges.</param>
    internal static TradeWorld Read(string path, Func<LocatedNode, LocatedNode> set)
    {
        var root = set(ScenarioYaml.Open(path));
        ScenarioYaml.Only(root, "base", "year", "unit", "notes", "sectors", "regions", "flows", "tariffs");
        var count = new Counter();
        var sectors = ScenarioYaml.List(root, "sectors").Select(s => Sector(s, count)).ToList();
        var regions = ScenarioYaml.List(root, "regions");
        var (j, n) = (sectors.Count, regions.Count);
        if (j == 0 || n < 2)
            throw ScenarioYaml.Wrong(root, path, $"{n} regions and {j} sectors", "two regions or more, and a sector");
        var codes = regions.Select(r => ScenarioYaml.Text(r, "code")).ToList();
        if (codes.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw ScenarioYaml.Wrong(regions[codes.LastIndexOf(twice.Key)], path, $"the region '{twice.Key}' twice", "each region once");
        var output = new double[j * n];
        for (var m = 0; m < n; m++)
            Outputs(regions[m], m, n, sectors, output, count);
        var flows = new double[j * n * n];
        var given = new LocatedNode?[flows.Length];
        foreach (var node in ScenarioYaml.List(root, "flows"))
            Flow(node, sectors, codes, flows, given, count);
        AtHome(path, root, sectors, codes, output, flows, given);
        var tariffs = new double[flows.Length];
        Array.Fill(tariffs, 1);
        foreach (var node in ScenarioYaml.List(root, "tariffs"))
            Tariff(node, sectors, codes, tariffs, count);
        return new()
        {
            Name = ScenarioYaml.Text(root, "base"),
            Year = root["year"] is { } year ? ScenarioYaml.Year(year, root) : null,
            Unit = ScenarioYaml.Text(root, "unit", "US$"),
            Regions = [.. regions.Select((r, i) => new TradeRegion(codes[i], ScenarioYaml.Text(r, "name", codes[i])))],
            Sectors = [.. sectors.Select(s => new TradeSector(s.Code, s.Name, s.Elasticity))],
            Accounts = new FlowAccounts
            {
                Countries = n,
                Sectors = j,
                Flows = flows,
                Tariffs = tariffs,
                ValueAddedShares = [.. sectors.SelectMany(s => Enumerable.Repeat(s.ValueAdded, n))],
                InputMix = [.. sectors.SelectMany(s => sectors.SelectMany(k => Enumerable.Repeat(s.Inputs.GetValueOrDefault(k.Code), n)))],
                Elasticities = new double[j],
            },
            Notes = [.. ScenarioYaml.List(root, "notes").SelectMany(s => s.Strings())],
            Figures = (count.Cited, count.Assumed),
        };
    }

    private sealed record Shape(string Code, string Name, Spread? Elasticity, double ValueAdded, Dictionary<string, double> Inputs);

    private sealed class Counter
    {
        public int Cited { get; private set; }

        public int Assumed { get; private set; }

        public void Take(LocatedNode node)
        {
            if (ScenarioYaml.Source(node).Assumed)
                Assumed++;
            else
                Cited++;
        }
    }

    private static Shape Sector(LocatedNode node, Counter count)
    {
        ScenarioYaml.Only(node, "code", "name", "elasticity", "value_added", "inputs", "source", "assumed");
        count.Take(node);
        var code = ScenarioYaml.Text(node, "code");
        var inputs = (node["inputs"]?.Entries ?? []).ToDictionary(
            e => e.Key,
            e => ScenarioYaml.Number(e.Value, node, e.Key),
            StringComparer.Ordinal
        );
        return new(
            code,
            ScenarioYaml.Text(node, "name", code),
            node["elasticity"] is { } e ? ScenarioYaml.Spread(e, node, "elasticity") : null,
            ScenarioYaml.Number(node["value_added"], node, "value_added"),
            inputs
        );
    }

    private static void Outputs(LocatedNode node, int region, int regions, List<Shape> sectors, double[] output, Counter count)
    {
        ScenarioYaml.Only(node, "code", "name", "gdp", "source", "assumed", "made_of");
        count.Take(node);
        var gdp = ScenarioYaml.Number(node["gdp"], node, "gdp");
        var parts = ScenarioYaml.Required(node, "made_of");
        ScenarioYaml.Only(parts, [.. sectors.Select(s => s.Code), "source", "assumed"]);
        count.Take(parts);
        var sum = 0.0;
        for (var s = 0; s < sectors.Count; s++)
        {
            var share = ScenarioYaml.Number(parts[sectors[s].Code], parts, sectors[s].Code);
            if (!(share >= 0))
                throw ScenarioYaml.Wrong(parts[sectors[s].Code], node.File, Text(share), "a share of GDP, 0 or more");
            sum += share;
            output[(s * regions) + region] = gdp * share / sectors[s].ValueAdded;
        }
        if (!(Math.Abs(sum - 1) < 1e-6))
            throw ScenarioYaml.Wrong(parts, node.File, $"shares of GDP that sum to {Text(sum)}", "shares that sum to 1");
    }

    private static int Place(LocatedNode node, string key, IEnumerable<string> codes)
    {
        var (code, all) = (ScenarioYaml.Text(node, key), codes.ToList());
        var at = all.FindIndex(c => c.Equals(code, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at : throw ScenarioYaml.Wrong(node[key], node.File, $"'{code}'", $"one of {string.Join(", ", all)}");
    }

    private static int Cell(LocatedNode node, List<Shape> sectors, List<string> codes) =>
        (((Place(node, "sector", sectors.Select(s => s.Code)) * codes.Count) + Place(node, "to", codes)) * codes.Count)
        + Place(node, "from", codes);

    private static void Flow(LocatedNode node, List<Shape> sectors, List<string> codes, double[] flows, LocatedNode?[] given, Counter count)
    {
        ScenarioYaml.Only(node, "sector", "from", "to", "value", "source", "assumed");
        count.Take(node);
        var cell = Cell(node, sectors, codes);
        if (given[cell] is { } first)
            throw ScenarioYaml.Wrong(
                node,
                node.File,
                string.Create(CultureInfo.InvariantCulture, $"a flow that line {first.Line} gives too"),
                "each flow once"
            );
        var value = ScenarioYaml.Number(node["value"], node, "value");
        if (value < 0)
            throw ScenarioYaml.Wrong(node["value"], node.File, Text(value), "0 or more");
        (flows[cell], given[cell]) = (value, node);
    }

    private static void AtHome(
        string path,
        LocatedNode root,
        List<Shape> sectors,
        List<string> codes,
        double[] output,
        double[] flows,
        LocatedNode?[] given
    )
    {
        var n = codes.Count;
        for (var s = 0; s < sectors.Count; s++)
        {
            var traded = Enumerable.Range(s * n * n, n * n).Any(c => given[c] is not null);
            for (var i = 0; i < n; i++)
            {
                var exports = 0.0;
                for (var m = 0; m < n; m++)
                {
                    var cell = (((s * n) + m) * n) + i;
                    if (m == i && given[cell] is { } own)
                        throw ScenarioYaml.Wrong(
                            own,
                            path,
                            $"{sectors[s].Code} from {codes[i]} to itself",
                            "flows between regions; the rest stays at home"
                        );
                    if (m != i && traded && given[cell] is null)
                        throw ScenarioYaml.Wrong(
                            root["flows"],
                            path,
                            $"no flow of {sectors[s].Code} from {codes[i]} to {codes[m]}",
                            "a flow for every pair of a sector that is traded; 0 where nothing is"
                        );
                    exports += flows[cell];
                }
                var home = output[(s * n) + i] - exports;
                if (home < 0)
                    throw ScenarioYaml.Wrong(
                        root["regions"]!.Items![i],
                        path,
                        $"{sectors[s].Code} of {codes[i]}: exports of {Text(exports)} above an output of {Text(output[(s * n) + i])}",
                        "output that covers exports: a larger share of GDP in made_of"
                    );
                flows[(((s * n) + i) * n) + i] = home;
            }
        }
    }

    private static void Tariff(LocatedNode node, List<Shape> sectors, List<string> codes, double[] tariffs, Counter count)
    {
        ScenarioYaml.Only(node, "sector", "from", "to", "rate", "source", "assumed");
        count.Take(node);
        tariffs[Cell(node, sectors, codes)] = 1 + ScenarioYaml.Number(node["rate"], node, "rate");
    }

    private static string Text(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
