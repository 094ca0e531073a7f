using System.Globalization;
using Entente.Checking.Consistency;
using Entente.Claims.Language;
using static Entente.Tests.Checking.Consistency.Say;

namespace Entente.Tests.Checking.Consistency;

/// <summary>
/// Property: a text that describes one possible world, with every number rounded or cut off as writers do, is never called inconsistent;
/// and one grossly false figure among enough true ones is found.
/// </summary>
public class ConsistentWorldsTests
{
    private static readonly string[] States = ["CHN", "RUS", "IND", "TUR"];
    private static readonly string[] Items = ["energy", "crude_oil", "machinery", "cars"];

    [Fact]
    public void A_true_text_is_never_called_inconsistent()
    {
        var checker = new ConsistencyChecker(
            new()
            {
                ItemWithin = (part, whole) => (part, whole) is ("crude_oil", "energy"),
                ItemsApart = (a, b) => a != b && !IsEnergy(a) || !IsEnergy(b) && a != b,
            }
        );
        for (var seed = 0; seed < 400; seed++)
        {
            var world = new World(new Random(seed));
            var text = Author([.. Enumerable.Range(0, 40).Select(_ => world.Sentence())]);
            var found = checker.Find(text);
            found.ShouldBeEmpty($"seed {seed}: {(found.Count > 0 ? found[0].Explanation : "")}");
        }
    }

    [Fact]
    public void A_total_that_is_half_as_large_again_is_found()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var world = new World(new Random(seed));
            var text = Author(
                Exports("CHN", "RUS", "2022").Is(world.Money(world.Flow("CHN", "RUS", 2022, "total"))),
                Exports("RUS", "CHN", "2022").Is(world.Money(world.Flow("RUS", "CHN", 2022, "total"))),
                Trade("CHN", "RUS", "2022")
                    .Is(world.Money(1.5 * (world.Flow("CHN", "RUS", 2022, "total") + world.Flow("RUS", "CHN", 2022, "total"))))
            );
            new ConsistencyChecker().Find(text).ShouldHaveSingleItem().Claims.Count.ShouldBe(3, $"seed {seed}");
        }
    }

    [Fact]
    public void A_long_text_with_many_false_figures_is_bounded_in_sets_and_time()
    {
        var world = new World(new Random(7));
        var text = Author([
            .. Enumerable.Range(0, 300).Select(_ => world.Sentence()),
            .. Enumerable.Range(0, 10).Select(i => Trade(States[i % 4], States[(i + 1) % 4], "2022").Is(world.Money((i + 1) * 3e11))),
        ]);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var found = new ConsistencyChecker().Find(text);

        found.Count.ShouldBeInRange(1, ConsistencyChecker.MaxSets);
        found.ShouldAllBe(f => f.Claims.Count > 1 && f.Explanation.Length <= 200);
        clock.Elapsed.TotalSeconds.ShouldBeLessThan(120, "a guard against explosion, not a measurement");
    }

    private static bool IsEnergy(string item) => item is "energy" or "crude_oil";

    /// <summary>Flows between four states over three years by item, and true sentences about them.</summary>
    private sealed class World
    {
        private readonly Random random;
        private readonly Dictionary<(string, string, int, string), double> flows = [];

        public World(Random random)
        {
            this.random = random;
            foreach (var from in States)
            foreach (var to in States)
                for (var year = 2021; year <= 2023; year++)
                {
                    var parts = Items
                        .Where(i => i != "crude_oil")
                        .Select(i => (Item: i, Value: Math.Exp(random.NextDouble() * 6) * 1e8))
                        .ToList();
                    foreach (var (item, value) in parts)
                        flows[(from, to, year, item)] = value;
                    flows[(from, to, year, "crude_oil")] = flows[(from, to, year, "energy")] * random.NextDouble();
                    flows[(from, to, year, "total")] = parts.Sum(p => p.Value) + (random.NextDouble() * 1e10);
                }
        }

        public double Flow(string from, string to, int year, string item) => flows[(from, to, year, item)];

        public Expression Sentence()
        {
            var (a, b) = (random.Next(4), random.Next(3));
            var (from, to) = (States[a], States[b >= a ? b + 1 : b]);
            var year = random.Next(2021, 2024);
            var text = year.ToString(CultureInfo.InvariantCulture);
            var item = Items[random.Next(Items.Length)];
            var total = Flow(from, to, year, "total");
            var trade = Both(from, to, year);
            switch (random.Next(9))
            {
                case 0:
                    return Exports(from, to, text).Is(Money(total));
                case 1:
                    return Imports(from, to, text, item).Is(Money(Flow(from, to, year, item)));
                case 2:
                    return Trade(from, to, text).Is(Money(trade));
                case 3:
                    return Share(Exports(from, to, text, item), Exports(from, to, text), text)
                        .Is(Fraction(Flow(from, to, year, item) / total));
                case 4 when year > 2021:
                    return Growth(Trade(from, to, text), text).Is(Fraction((trade / Both(from, to, year - 1)) - 1));
                case 5 when year > 2021:
                    return Growth(Exports(from, to, text, item), text)
                        .Is(Fraction((Flow(from, to, year, item) / Flow(from, to, year - 1, item)) - 1));
                case 6:
                    return Of("balance", text, new NameReference(from), new NameReference(to))
                        .Is(Money(total - Flow(to, from, year, "total")));
                case 7:
                    return Trade(from, to, text).Over(Money(trade * (0.5 + (random.NextDouble() * 0.4))));
                default:
                    return Rank(to, Partners(from), "trade", text)
                        .Is(
                            Number((1 + States.Count(s => s != from && Both(from, s, year) > trade)).ToString(CultureInfo.InvariantCulture))
                        );
            }
        }

        /// <summary>In billions with none or one or two decimals, rounded or cut off.</summary>
        public Expression Money(double value)
        {
            var written = Written(value / 1e9) + "e9";
            return written[0] == '-' ? new Negate(Usd(written[1..])) : Usd(written);
        }

        private Expression Fraction(double value)
        {
            var written = Written(value * 100);
            return written[0] == '-' ? new Negate(Percent(written[1..])) : Percent(written);
        }

        private string Written(double value)
        {
            var decimals = random.Next(3);
            var scale = Math.Pow(10, decimals);
            var kept = (random.Next(2) == 0 ? Math.Round(value * scale) : Math.Truncate(value * scale)) / scale;
            return kept.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        private double Both(string a, string b, int year) => Flow(a, b, year, "total") + Flow(b, a, year, "total");
    }
}
