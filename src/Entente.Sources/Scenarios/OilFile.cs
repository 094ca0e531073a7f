using System.Globalization;
using Entente.Catalogue;
using Entente.Models;
using Entente.Models.Oil;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Scenarios;

/// <summary>
/// A question about oil and a price cap: a YAML file with the key `oil:`. What stands at the top holds for every case that says nothing else. The schema is
/// in docs/models/oil.md.
/// </summary>
public static class OilFile
{
    private static readonly string[] SellerKeys = ["first_cost", "last_cost", "capacity"];
    private static readonly string[] BuyerKeys = ["power", "limit", "transport", "grade", "slope", "voyage", "pipeline"];
    private static readonly string[] WorldKeys = ["price", "response"];
    private static readonly string[] ShipKeys = ["fleet", "extra"];

    /// <summary>Whether a file is one of these.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">A text in place of its own; null for its own.</param>
    public static bool Is(string path, string? text = null) => ScenarioYaml.Open(path, text)["oil"] is not null;

    /// <exception cref="DataFileException">Something is wrong: the place, what was found, what was expected.</exception>
    public static OilQuestion Read(string path) => Read(path, ScenarioSettings.None);

    /// <summary>The numbers that it declares as ranges.</summary>
    /// <exception cref="DataFileException">The file is no YAML.</exception>
    public static IReadOnlyList<DeclaredRange> Ranges(string path, ScenarioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ScenarioRanges.Of(ScenarioYaml.Open(path, settings.Text));
    }

    /// <summary>The same with what the user sets.</summary>
    /// <exception cref="DataFileException">Something is wrong: the place, what was found, what was expected.</exception>
    public static OilQuestion Read(string path, ScenarioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (left, set) = (new Dictionary<string, double>(settings.Numbers, StringComparer.Ordinal), new List<FixedNumber>());
        var file = ScenarioYaml.Open(path, settings.Text);
        var root = ScenarioRanges.Set(file, settings, left, set);
        ScenarioRanges.Known(settings, left, path, ScenarioRanges.Of(file).Select(r => r.Name));
        ScenarioYaml.Only(root, "oil", "question", "notes", "seller", "world", "ships", "cap", "buyers", "caps", "cases");
        var count = new Counter();
        var top = new Layer(root, count, ["name"]);
        var cases = ScenarioYaml.List(root, "cases");
        var buyers = ScenarioYaml.List(root, "buyers").Select(b => ScenarioYaml.Text(b, "buyer")).ToList();
        if (buyers.GroupBy(b => b).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw ScenarioYaml.Wrong(root["buyers"], path, $"the buyer '{twice.Key}' twice", "each buyer once");
        var markets = new List<OilCase>();
        foreach (var node in cases.DefaultIfEmpty(root))
        {
            var own = ReferenceEquals(node, root) ? top : new Layer(node, count, []);
            if (!ReferenceEquals(node, root))
                ScenarioYaml.Only(node, "case", "seller", "world", "ships", "cap", "buyers", "observed");
            foreach (var stranger in own.Buyers.Keys.Except(buyers))
                throw ScenarioYaml.Wrong(own.Buyers[stranger], path, $"the buyer '{stranger}'", $"one of {string.Join(", ", buyers)}");
            var market = Case(
                ReferenceEquals(node, root) ? ScenarioYaml.Text(root, "oil") : ScenarioYaml.Text(node, "case"),
                node,
                own,
                top,
                buyers,
                count
            );
            foreach (var (found, expected) in OilCheck.Problems(market))
                throw ScenarioYaml.Wrong(node, path, found, expected);
            markets.Add(market);
        }
        return new()
        {
            Name = ScenarioYaml.Text(root, "oil"),
            Question = ScenarioYaml.Text(root, "question", ""),
            Seller = ScenarioYaml.Text(ScenarioYaml.Required(root, "seller"), "name"),
            Cases = markets,
            Caps = [.. ScenarioYaml.List(root, "caps").Select(c => Cap(c, root))],
            Notes = [.. ScenarioYaml.List(root, "notes").SelectMany(s => s.Strings())],
            Figures = (count.Cited, count.Assumed),
            Fixed = set,
        };
    }

    private static OilCase Case(string name, LocatedNode node, Layer own, Layer top, List<string> buyers, Counter count)
    {
        Spread Of(string part, string key, double? otherwise = null) =>
            own.Find(part, key) ?? top.Find(part, key) ?? Otherwise(node, part, key, otherwise);
        Spread Buyer(string code, string key, double? otherwise = null) => Of("buyer " + code, key, otherwise);
        return new()
        {
            Name = name,
            FirstCost = Of("seller", "first_cost"),
            LastCost = Of("seller", "last_cost"),
            Capacity = Of("seller", "capacity"),
            WorldPrice = Of("world", "price"),
            Response = Of("world", "response", 0),
            Fleet = Of("ships", "fleet", 0),
            Extra = Of("ships", "extra", 0),
            Cap = (node["cap"] ?? top.Root["cap"]) is { } cap ? Cap(cap, node) : double.PositiveInfinity,
            Buyers =
            [
                .. buyers.Select(code => new OilBuyer
                {
                    Code = code,
                    Power = Buyer(code, "power"),
                    Limit = Buyer(code, "limit"),
                    Transport = Buyer(code, "transport"),
                    Grade = Buyer(code, "grade", 0),
                    Slope = Buyer(code, "slope", 0),
                    Voyage = Buyer(code, "voyage", 1),
                    Pipeline = Buyer(code, "pipeline", 0),
                }),
            ],
            Observed = [.. ScenarioYaml.List(node, "observed").Select(o => Observation(o, count))],
        };
    }

    private static Spread Otherwise(LocatedNode node, string part, string key, double? otherwise) =>
        otherwise is { } value
            ? Spread.Exactly(value)
            : throw ScenarioYaml.Wrong(node, node.File, $"no {key} of {part}", $"{key}: in the case, or at the top for all");

    private static double Cap(LocatedNode node, LocatedNode within) =>
        node.Scalar == "none" ? double.PositiveInfinity
        : node.Entries is null ? ScenarioYaml.Number(node, within, "cap")
        : Cited(node);

    private static double Cited(LocatedNode node)
    {
        ScenarioYaml.Only(node, "price", "source", "assumed");
        ScenarioYaml.Source(node);
        return ScenarioYaml.Number(node["price"], node, "price");
    }

    private static OilObservation Observation(LocatedNode node, Counter count)
    {
        ScenarioYaml.Only(node, "what", "buyers", "value", "source", "assumed");
        count.Take(node);
        var what = ScenarioYaml.Text(node, "what");
        OilMeasure measure = what switch
        {
            "price" => OilMeasure.Price,
            "discount" => OilMeasure.Discount,
            "volume" => OilMeasure.Volume,
            "transport" => OilMeasure.Transport,
            "bargaining" => OilMeasure.Bargaining,
            "cap" => OilMeasure.Cap,
            _ => throw ScenarioYaml.Wrong(node["what"], node.File, $"'{what}'", "price, discount, volume, transport, bargaining or cap"),
        };
        return new(
            measure,
            [.. node["buyers"]?.Strings() ?? []],
            ScenarioYaml.Number(node["value"], node, "value"),
            ScenarioYaml.Source(node).Text
        );
    }

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

    /// <summary>The numbers that the top or a case gives, by part and key. A number is one <see cref="Spread"/>, whoever asks for it.</summary>
    private sealed class Layer
    {
        private readonly Dictionary<(string Part, string Key), Spread> numbers = [];

        public Layer(LocatedNode root, Counter count, string[] sellerExtras)
        {
            Root = root;
            Take(root["seller"], "seller", [.. SellerKeys, .. sellerExtras], SellerKeys, count);
            Take(root["world"], "world", WorldKeys, WorldKeys, count);
            Take(root["ships"], "ships", ShipKeys, ShipKeys, count);
            foreach (var buyer in ScenarioYaml.List(root, "buyers"))
            {
                var code = ScenarioYaml.Text(buyer, "buyer");
                Buyers[code] = buyer;
                Take(buyer, "buyer " + code, ["buyer", .. BuyerKeys], BuyerKeys, count);
            }
        }

        public LocatedNode Root { get; }

        public Dictionary<string, LocatedNode> Buyers { get; } = new(StringComparer.Ordinal);

        public Spread? Find(string part, string key) => numbers.GetValueOrDefault((part, key));

        private void Take(LocatedNode? node, string part, string[] keys, string[] wanted, Counter count)
        {
            if (node is null)
                return;
            ScenarioYaml.Only(node, [.. keys, "source", "assumed"]);
            if (!wanted.Any(k => node[k] is not null))
                return;
            count.Take(node);
            foreach (var key in wanted)
                if (node[key] is { } number)
                    numbers[(part, key)] = ScenarioYaml.Spread(
                        number,
                        node,
                        string.Create(CultureInfo.InvariantCulture, $"{key} of {part}")
                    );
        }
    }
}
