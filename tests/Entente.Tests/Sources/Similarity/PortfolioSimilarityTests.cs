using System.Text;
using Entente.Application.Stores;
using Entente.Numerics.Similarity;
using Entente.Sources.Similarity;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Similarity;

/// <summary>Alliance portfolios: how pledges are valued, whom they are over, and what was published of them.</summary>
public sealed class PortfolioSimilarityTests : IDisposable
{
    private const string States =
        "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
        + "USA,2,United States of America,1816,1,1,2016,12,31,2016\n"
        + "CAN,20,Canada,1920,1,10,2016,12,31,2016\n"
        + "MEX,70,Mexico,1831,1,1,2016,12,31,2016\n"
        + "RUS,365,Russia,1816,1,1,2016,12,31,2016\n"
        + "CHN,710,China,1860,8,25,2016,12,31,2016\n";

    private const string Atop =
        "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n"
        + "2,20,2015,1,0,0,1,1\n20,2,2015,1,0,0,1,1\n"
        + "2,70,2015,0,1,0,0,0\n"
        + "365,710,2015,0,0,0,1,1\n710,365,2015,0,0,0,1,1\n"
        + "365,70,2015,0,0,0,1,0\n"
        // Not reported whether more than non-aggression: not known.
        + "365,2,2015,,0,0,1,0\n"
        + "2,20,2018,1,0,0,0,0\n";

    private const string Capabilities =
        "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"
        + "USA,2,2015,1,1,1,1,1,1,.14,2025\nCAN,20,2015,1,1,1,1,1,1,.01,2025\nMEX,70,2015,1,1,1,1,1,1,-9,2025\n"
        + "RUS,365,2015,1,1,1,1,1,1,.04,2025\nCHN,710,2015,1,1,1,1,1,1,.22,2025\n";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private SimilarityPanel Small(bool weights = true)
    {
        bench.Import("cow-states", bench.File(States));
        bench.Import("atop", bench.File(Atop));
        if (weights)
            bench.Import("cow-nmc", bench.File(Capabilities));
        return PortfolioSimilarity.Open(bench.Store, ImportBench.States, "atop");
    }

    [Fact]
    public void Pledges_are_valued_and_a_state_is_its_own_ally()
    {
        var panel = Small();
        panel.Periods.Select(p => p.Year).ShouldBe([2015, 2016, 2017, 2018]);
        var period = panel.Periods[0];
        byte[] Of(string code) => [.. Enumerable.Range(0, 5).Select(i => period.Ballots.Choice(period.IndexOf(code), i))];
        // USA, CAN, MEX, RUS, CHN.
        Of("USA").ShouldBe([3, 3, 3, 0, 0]);
        Of("CAN").ShouldBe([3, 3, 0, 0, 0]);
        Of("MEX").ShouldBe([0, 0, 3, 0, 0], "a promise to Mexico is not one by Mexico");
        Of("RUS").ShouldBe([Ballots.Missing, 0, 1, 3, 2]);
        Of("CHN").ShouldBe([0, 0, 0, 2, 3]);
        panel.Notes.ShouldBe(["members after 2016, where the list ends, are those of 2016"]);
    }

    [Fact]
    public void What_is_missing_is_left_out_of_cases_and_of_weights()
    {
        var year = Small().Of("RUS", "CHN")[0];
        (year.Cases, year.Unweighed).ShouldBe((4, 1));
        // MEX 1, RUS 1, CHN 1 of 4 cases, range 3.
        year[Coefficient.SAbsolute]!.Value.ShouldBe(1 - (2 * 3.0 / (3 * 4)), 1e-12);
        year.Weighted!.Total.ShouldBe(.01 + .04 + .22, 1e-12);
        year.Weighted[Coefficient.SAbsolute]!.Value.ShouldBe(1 - (2 * (.04 + .22) / (3 * .27)), 1e-12);
        // No capabilities of 2016: there is no weight, which is not a weight of nought.
        var later = PortfolioSimilarity.Open(bench.Store, ImportBench.States, "atop").Of("RUS", "CHN")[1];
        (later.Unweighed, later.Weighted!.Why(Coefficient.SAbsolute)).ShouldBe((5, Undefined.NoCases));
    }

    [Fact]
    public void Without_capabilities_nothing_is_weighted()
    {
        var panel = Small(weights: false);
        panel.WeightName.ShouldBeNull();
        panel.Of("USA", "CAN")[0].Weighted.ShouldBeNull();
        panel.Notes.ShouldContain("not weighted: no imported cow-nmc");
    }

    [Fact]
    public void Correlates_of_War_have_their_own_order()
    {
        bench.Import("cow-states", bench.File(States));
        bench.Import(
            "cow-alliances",
            bench.File(
                "ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n"
                    + "2,20,2012,1,0,0,0\n2,70,2012,0,0,0,1\n2,365,2012,0,1,0,0\n2,710,2012,0,0,1,1\n"
            )
        );
        var period = PortfolioSimilarity.Open(bench.Store, ImportBench.States, "cow").Periods.Single();
        Enumerable.Range(0, 5).Select(i => period.Ballots.Choice(0, i)).ShouldBe([3, 3, 1, 2, 2]);
        Should.Throw<ArgumentException>(() => PortfolioSimilarity.Open(bench.Store, ImportBench.States, "nato"));
        Should
            .Throw<StoreException>(() => PortfolioSimilarity.Open(bench.Store, ImportBench.States, "atop"))
            .Message.ShouldContain("record import atop FILE");
    }

    [Fact]
    public void Every_pair_is_written_as_it_is_asked()
    {
        var panel = Small();
        using var stream = new MemoryStream();
        var shares = new List<double>();
        var rows = SimilarityCsv.Write(panel, stream, shares.Add);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe((int)rows + 1);
        rows.ShouldBe(4 * 10);
        shares[^1].ShouldBe(1);
        var columns = lines[0].Split(',').ToList();
        columns.ShouldBe([.. SimilarityCsv.Columns(panel)]);
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',');
            cells.Length.ShouldBe(columns.Count);
            var own = panel.Of(cells[1], cells[2], new() { From = int.Parse(cells[0]), To = int.Parse(cells[0]) }).Single();
            cells[3].ShouldBe($"{own.Cases}");
            foreach (var c in Enum.GetValues<Coefficient>())
            {
                Read(cells[4 + (int)c]).ShouldBe(own[c]);
                Read(cells[4 + SimilarityCoefficients.Count + (int)c]).ShouldBe(own.Weighted![c]);
            }
        }
        static double? Read(string cell) => cell.Length == 0 ? null : double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Recomputed from ATOP 5.1 (Leeds et al. 2002) over the members of Correlates of War's list (v2016), weighted by CINC 7.0.
    /// </summary>
    [SkippableFact]
    public void The_published_portfolios()
    {
        bench.Import("cow-states", ImportBench.Public("cow", "states2016.csv"));
        bench.Import("atop", ImportBench.Public("atop", "atop_5.1_directed_dyad_year.csv.gz"));
        bench.Import("cow-nmc", ImportBench.Public("cow", "nmc_7.0_abridged.csv.gz"));
        var panel = PortfolioSimilarity.Open(bench.Store, ImportBench.States, "atop");
        foreach (
            var (year, n, absolute, square, weighted) in ((int, int, double, double, double)[])
                [(1955, 84, .7222222, .7275132, .733905), (2000, 191, .5846422, .7638162, .223885)]
        )
        {
            var own = panel.Of("RUS", "CHN", new() { From = year, To = year }).Single();
            own.Cases.ShouldBe(n);
            own[Coefficient.SAbsolute]!.Value.ShouldBe(absolute, 5e-8);
            own[Coefficient.SSquared]!.Value.ShouldBe(square, 5e-8);
            own.Weighted![Coefficient.SAbsolute]!.Value.ShouldBe(weighted, 5e-7);
            own.Unweighed.ShouldBe(0);
        }
        (panel.Periods[0].Year, panel.Periods[^1].Year).ShouldBe((1816, 2018));
        // Of the two Germanies that were members in 1990 the united one is the country.
        var united = panel.Periods.Single(p => p.Year == 1990);
        united.Units[united.IndexOf("DEU")].Number.ShouldBe(255);
        Whole(panel);
    }

    /// <summary>Every pair of a year: S, κ and π of a state with itself are 1, and no value lies beyond its bounds.</summary>
    private static void Whole(SimilarityPanel panel)
    {
        foreach (var period in panel.Periods.Where(p => p.Year % 20 == 0))
        {
            foreach (var unit in period.Units.DistinctBy(u => u.Code))
            {
                var own = panel.Of(unit.Code, unit.Code, new() { From = period.Year, To = period.Year }).Single();
                (own[Coefficient.SAbsolute], own[Coefficient.KappaQuadratic], own[Coefficient.PiNominal]).ShouldBe((1, 1, 1));
            }
            var block = SimilarityBlock.Of(period.Ballots);
            for (var pair = 0; pair < block.Pairs; pair++)
                foreach (var value in (double[])[.. block.Values(pair), .. block.WeightedValues(pair)])
                    (double.IsNaN(value) || Math.Abs(value) <= 1 + 1e-9).ShouldBeTrue();
        }
    }
}
