using System.Globalization;
using System.Text.Json;
using Entente.Application.Stores;

namespace Entente.Tests.Docs.Findings;

/// <summary>docs/measures/russia-china-arms.md, russia-china-vetoes.md and china-russia-trade.md: what they print is what their commands give.</summary>
public sealed class PairFindingTests(FindingDesk desk) : IClassFixture<FindingDesk>
{
    private const int Russia = 643;
    private const int China = 156;

    /// <summary>The years that the page on vetoes speaks of.</summary>
    private const string Span = "day >= 20140101 and day <= 20220731";

    [SkippableFact]
    public void Arms()
    {
        var page = new FindingPage("russia-china-arms");
        desk.Import(page.Imports);
        var commands = page.Commands.ToList();
        var years = Series(desk.Json(commands[0]), "arms", "Russia to China");
        var means = new List<double>();
        var shares = new List<(double OfImports, double OfExports)>();
        foreach (var row in page.Tables.ShouldHaveSingleItem().Rows)
        {
            var (from, to) = Years(row["years"]);
            means.Add(years.Where(y => y.Key >= from && y.Key <= to).Sum(y => y.Value) / (to - from + 1));
            page.Cell(row, "Russia to China, mean a year", means[^1]);
            double Sum(string which, params object[] parties) =>
                desk.Sum($"select sum(tiv) from arms_transfer where year >= @1 and year <= @2 and {which}", [from, to, .. parties]);
            var between = Sum("supplier = @3 and recipient = @4", Russia, China);
            between.ShouldBe(means[^1] * (to - from + 1), 1e-6);
            shares.Add((between / Sum("recipient = @3", China), between / Sum("supplier = @3", Russia)));
            page.Cell(row, "share in China's arms imports", shares[^1].OfImports);
            page.Cell(row, "share in Russia's arms exports", shares[^1].OfExports);
        }
        page.Complete();
        // The page's `ask` gives the share of one of the years in the third row.
        desk.Json(commands[1]).GetProperty("value").GetDouble().ShouldBeInRange(0.5, 1);
        page.Says($"deliveries fell by three fifths after 2019");
        (1 - (means[3] / means[2])).ShouldBe(0.6, 0.05);
        page.Says($"first supplier with three quarters of what it bought abroad");
        shares[3].OfImports.ShouldBe(0.75, 0.02);
        page.Says($"China's weight among Russia's buyers did not fall");
        shares[3].OfExports.ShouldBeGreaterThanOrEqualTo(shares[2].OfExports);
    }

    [SkippableFact]
    public void Vetoes()
    {
        var page = new FindingPage("russia-china-vetoes");
        desk.Import(page.Imports);
        var rows = page.Tables.ShouldHaveSingleItem().Rows;
        (double Cast, double Joined) Count(string topic) =>
            (
                desk.Sum($"select count(*) from veto where {topic} and {Span} and state = 643"),
                desk.Sum(
                    $"select count(*) from veto where {topic} and {Span} and state = 156 and number in (select number from veto where state = 643)"
                )
            );
        foreach (
            var (row, topic) in rows.Zip([
                "topic <> ''",
                "topic = 'Syria'",
                "topic = 'Ukraine'",
                "topic in ('Bosnia', 'Yemen', 'Venezuela', 'Climate and Security', 'North Korea')",
            ])
        )
        {
            var (cast, joined) = Count(topic);
            page.Cell(row, "vetoes of Russia", cast);
            page.Cell(row, "joined by China", joined);
        }
        page.Complete();
        var (all, with) = Count("topic <> ''");
        page.Says($"Russia cast {all:0} vetoes in the Security Council from January 2014 to July 2022");
        page.Says($"China joined nine of them: seven on Syria, one on Venezuela, one on North Korea");
        with.ShouldBe(9);
        (Count("topic = 'Syria'").Joined, Count("topic = 'Venezuela'").Joined, Count("topic = 'North Korea'").Joined).ShouldBe((7, 1, 1));
        page.Says($"Of the three on Ukraine (March 2014, July 2015, February 2022) it joined none");

        // The page's command, over all of 2022: one more by Russia alone, in September, of the record's own list.
        var figures = Figures(desk.Json(page.Commands.ShouldHaveSingleItem()), "council");
        figures["vetoes of both together"].ShouldBe(with);
        figures["vetoes of Russia without China"].ShouldBe(all - with + 1);
        page.Says($"one more by Russia alone, of 30 September 2022");
    }

    [SkippableFact]
    public void Trade()
    {
        var page = new FindingPage("china-russia-trade");
        desk.Import(["cow-trade", "cow-national-trade", "imf-imts", "comtrade", "wdi"]);
        var commands = page.Commands.ToList();
        var years = desk.Lines(commands[0]).ToDictionary(y => y.GetProperty("year").GetInt32());
        // What the Chinese customs say, with the total by its ministry where that is whose it is.
        double[] Customs(string expression, int year) =>
            [
                .. desk.Json(string.Create(CultureInfo.InvariantCulture, $"ask '{expression}, {year})'"))
                    .GetProperty("alternatives")
                    .EnumerateArray()
                    .Where(a =>
                        a.GetProperty("source").GetString()!.Contains("GACC", StringComparison.Ordinal)
                        && a.GetProperty("value").GetDouble() < 1e12
                    )
                    .Select(a => a.GetProperty("value").GetDouble())
                    .Order(),
            ];
        double View(int year, string from, string side) =>
            years[year]
                .GetProperty("readings")
                .EnumerateArray()
                .Single(r => r.GetProperty("name").GetString() == from)
                .GetProperty(side)
                .GetProperty("trade_share")
                .GetDouble();
        var seen = new Dictionary<(int, string), double>();
        const string Share = "share(trade(CHN, RUS), of: trade(CHN)";
        var table = page.Tables[0];
        foreach (var row in table.Rows)
        {
            var year = row.Int("year");
            foreach (var (column, side) in new[] { ("China in Russia's trade, %", "first"), ("Russia in China's trade, %", "second") })
            {
                var source = row.Cells[table.Heads.ToList().IndexOf(column) + 1].Split(';')[0];
                double[] values = source switch
                {
                    "COW" => [View(year, "cow", side)],
                    "IMF" => [View(year, "own imf-imts", side)],
                    "sellers' reports" => [View(year, "seller", side)],
                    "customs" => Customs(Share, year),
                    _ => throw new InvalidDataException($"{source} in {year}"),
                };
                seen[(year, side)] = values[^1];
                page.Cell(
                    row,
                    column,
                    row[column].Contains('–', StringComparison.Ordinal) ? [100 * values[0], 100 * values[^1]] : [100 * values[^1]]
                );
            }
        }
        seen[(2021, "second")].ShouldBe(View(2021, "own comtrade", "second"), 0.0005);
        foreach (
            var (row, russia, china) in page.Tables[1]
                .Rows.Zip(
                    [seen[(2013, "first")], View(2021, "own comtrade", "first"), seen[(2023, "first")]],
                    [seen[(2013, "second")], View(2021, "own comtrade", "second"), seen[(2023, "second")]]
                )
        )
        {
            var (salience, symmetry) = (Math.Sqrt(russia * china), 1 - Math.Abs(russia - china));
            page.Cell(row, "TS_RUS", russia);
            page.Cell(row, "TS_CHN", china);
            page.Cell(row, "salience", salience);
            page.Cell(row, "symmetry", symmetry);
            page.Cell(row, "interdependence", salience * symmetry);
        }
        page.Complete();

        const string Level = "trade(CHN, RUS";
        page.Says(
            $"from US$ {Customs(Level, 2013)[0] / 1e9:0} billion in 2013 to {Customs(Level, 2024)[^1] / 1e9:0} billion in 2024 (Chinese customs)"
        );
        double Gap(int year) => 100 * (seen[(year, "first")] - seen[(year, "second")]);
        page.Says($"from {Gap(2013):0} percentage points in 2013 to {Gap(2023):0} in 2023 and {Gap(2024):0} in 2024");
        var year2021 = desk.Json(commands[1]);
        JsonElement Own(string name) =>
            year2021.GetProperty("readings").EnumerateArray().Single(r => r.GetProperty("name").GetString() == name);
        var own = Own("own comtrade");
        page.Says(
            $"in 2021 the trade was {100 * own.GetProperty("second_trade_by_gdp").GetDouble():0.0} per cent of China's GDP and about {100 * own.GetProperty("first_trade_by_gdp").GetDouble():0} per cent of Russia's"
        );
        double Pct(string view, string side) => 100 * Own(view).GetProperty(side).GetProperty("trade_share").GetDouble();
        page.Says(
            $"China's share of Russia's trade is {Pct("own comtrade", "first"):0.0} per cent by both states' own reports and {Pct("mirror", "first"):0.0} by what others report of Russia; Russia's share of China's is {Pct("own comtrade", "second"):0.0} or {Pct("mirror", "second"):0.0}"
        );
        double Reports(int year) =>
            years[year]
                .GetProperty("readings")
                .EnumerateArray()
                .Single(r => r.GetProperty("name").GetString() == "seller")
                .GetProperty("second")
                .GetProperty("total_imports_reports")
                .GetDouble();
        page.Says($"({Reports(2019):0} sellers to China in 2019, {Reports(2022):0} in 2022)");
        page.Says($"where the sum would give {100 * View(2022, "seller", "second"):0.0}");
        page.Says(
            $"the one complete view for both, sellers' reports, gives {100 * View(2015, "seller", "first"):0.0} and {100 * View(2015, "seller", "second"):0.0}"
        );
        var breaks = desk.Json(commands[2]);
        var (found, regimes) = (breaks.GetProperty("breaks")[0], breaks.GetProperty("regimes").EnumerateArray().ToList());
        breaks.GetProperty("breaks").GetArrayLength().ShouldBe(1);
        (breaks.GetProperty("by_bic").GetInt32(), breaks.GetProperty("by_lwz").GetInt32()).ShouldBe((1, 1));
        page.Says(
            $"one break of China's share, after {found.GetProperty("year").GetInt32()} (nine years, the mean of the values, chosen by LWZ and BIC alike)"
        );
        page.Says(
            $"{100 * regimes[0].GetProperty("level").GetDouble():0.0} per cent on the mean of 2016 to 2021, {100 * regimes[1].GetProperty("level").GetDouble():0.0} of 2022 to 2024"
        );
        page.Says($"date it poorly, {found.GetProperty("from").GetInt32()} to {found.GetProperty("to").GetInt32()}, and allow no test");
    }

    private static Dictionary<int, double> Series(JsonElement profile, string section, string line) =>
        Section(profile, section)
            .GetProperty("series")
            .EnumerateArray()
            .SelectMany(s => s.GetProperty("lines").EnumerateArray())
            .Single(l => l.GetProperty("name").GetString() == line)
            .GetProperty("points")
            .EnumerateArray()
            .ToDictionary(
                p => int.Parse(p.GetProperty("period").GetString()!, CultureInfo.InvariantCulture),
                p => p.GetProperty("value").GetDouble()
            );

    private static Dictionary<string, double> Figures(JsonElement profile, string section) =>
        Section(profile, section)
            .GetProperty("figures")
            .EnumerateArray()
            .ToDictionary(f => f.GetProperty("label").GetString()!, f => f.GetProperty("value").GetDouble());

    private static JsonElement Section(JsonElement profile, string id) =>
        profile.GetProperty("results").GetProperty("sections").EnumerateArray().Single(s => s.GetProperty("id").GetString() == id);

    private static (int From, int To) Years(string span)
    {
        var parts = span.Split('–');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[^1], CultureInfo.InvariantCulture));
    }
}
