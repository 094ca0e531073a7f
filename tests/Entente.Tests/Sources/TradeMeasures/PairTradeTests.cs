using Entente.Measures.Trade;
using Entente.Sources.TradeMeasures;

namespace Entente.Tests.Sources.TradeMeasures;

/// <summary>A pair's trade from imported tables: published values, and what each view may say.</summary>
public sealed class PairTradeTests : IDisposable
{
    private const string ComtradeHead = "reporterCode,partnerCode,refYear,refMonth,freqCode,flowCode,cmdCode,primaryValue\n";
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    /// <summary>China's share of Russia's trade as the IMF has it (IMTS, release 1.0.0): 17.96, 21.6, 31.4 and 33.4 per cent.</summary>
    [SkippableFact]
    public void The_IMF_has_Chinas_share_of_Russias_trade_grow_from_18_to_33_per_cent()
    {
        bench.Import("imf-imts", ImportBench.Public("imf", "imts_russia_2016_2024.csv"));
        var trade = Pair("RUS", "CHN");
        Percent(trade, 2021, 2).ShouldBe(17.96);
        Percent(trade, 2022, 1).ShouldBe(21.6);
        Percent(trade, 2023, 1).ShouldBe(31.4);
        Percent(trade, 2024, 1).ShouldBe(33.4);
        // China does not report here: no share of its trade, and no measure that needs both.
        var own = trade.At(2023).Readings.Single(r => r.View == TradeView.Own);
        own.Second.TradeShare.Reason.ShouldBe(NoFigure.Missing);
        own.Barbieri.Salience.Code.ShouldBe("missing");
        own.Sources.ShouldHaveSingleItem().Dataset.ShouldBe("imf-imts");
    }

    [Fact]
    public void A_pairs_trade_is_read_once_until_others_have_been_asked_for()
    {
        var memory = new PairTradeMemory();
        PairTrade Read(string first, string second) => memory.Of(bench.Store, ImportBench.States, first, second, CancellationToken.None);
        var trade = Read("CHN", "RUS");
        foreach (var other in new[] { "DEU", "FRA", "IND" })
            Read("CHN", other);
        Read("CHN", "RUS").ShouldBeSameAs(trade);
        Read("RUS", "CHN").ShouldNotBeSameAs(trade, "turned round, sides are others");
        foreach (var other in new[] { "USA", "MEX", "TUR" })
            Read("CHN", other);
        Read("CHN", "RUS").ShouldNotBeSameAs(trade, "kept are four");
    }

    /// <summary>Totals of 2014 in US$ million: imports and exports of China 2,519,304.5 and 2,818,426.8, of Russia 285,843.5 and 497,614.9.</summary>
    [SkippableFact]
    public void The_Correlates_of_War_totals_of_2014_are_those_published()
    {
        bench.Import("cow-trade", ImportBench.Public("cow", "dyadic_trade_4.0.csv.gz"));
        bench.Import("cow-national-trade", ImportBench.Public("cow", "national_trade_4.0.csv.gz"));
        var reading = Pair("CHN", "RUS").At(2014).Readings.ShouldHaveSingleItem();
        reading.View.ShouldBe(TradeView.Cow);
        Millions(reading.First.TotalImports).ShouldBe(2_519_304.5);
        Millions(reading.First.TotalExports).ShouldBe(2_818_426.8);
        Millions(reading.Second.TotalImports).ShouldBe(285_843.5);
        Millions(reading.Second.TotalExports).ShouldBe(497_614.9);
        // Row 424973 of the dyadic file: 51,135 and 42,807.
        Millions(reading.First.Exports).ShouldBe(51_135);
        Millions(reading.First.Imports).ShouldBe(42_807);
        reading.First.TradeShare.Value!.Value.ShouldBe((51_135 + 42_807) / (2_519_304.5 + 2_818_426.75), 1e-6);
        reading.Second.TradeShare.Value!.Value.ShouldBeGreaterThan(6 * reading.First.TradeShare.Value!.Value);
        // Partners' shares are of what was reported of them: four fifths of the total.
        reading.First.ExportPartners!.Coverage.Value!.Value.ShouldBeInRange(0.75, 0.85);
    }

    /// <summary>
    /// Chinese customs (Wind, 30 December 2022): crude oil from Russia, 83.57 million tonnes for US$ 27.29 billion in 2020, 79.65 for 40.29 in 2021.
    /// More was paid for less: price is more than all of the rise.
    /// </summary>
    [SkippableFact]
    public void The_oil_bill_of_2021_rose_by_price_alone()
    {
        bench.Import("china-fuel-imports", ImportBench.Public("energy", "china_imports_wind_2022-12.csv.gz"));
        var (china, russia) = (ImportBench.States.ByCode("CHN")!, ImportBench.States.ByCode("RUS")!);
        var reading = TradePrices.Of(bench.Store, china, russia, 2020, 2021, ["crude_oil"]).ShouldNotBeNull();
        var item = reading.Items.ShouldHaveSingleItem();
        (item.Months, item.Value0, item.Value1).ShouldBe((12, 27_286_028_670, 40_294_667_855));
        item.Tonnes0!.Value.ShouldBe(83_572_550.366, 0.01);
        item.Tonnes1!.Value.ShouldBe(79_646_445.821, 0.01);
        var change = reading.Change.Measures.ShouldNotBeNull();
        Math.Round(change.Growth.Value!.Value, 3).ShouldBe(0.477);
        (change.Lmdi.Price + change.Lmdi.Quantity).ShouldBe(change.Change, 1);
        change.Lmdi.PriceShare.Value!.Value.ShouldBe(Math.Log(505.92 / 326.49) / Math.Log(40.294667855 / 27.28602867), 1e-4);
        change.Lmdi.Quantity.ShouldBeLessThan(0);
        // 2022 ends in November: the same eleven months of 2021.
        TradePrices.Of(bench.Store, china, russia, 2021, 2022, ["crude_oil"])!.Items[0].Months.ShouldBe(11);
        TradePrices.Of(bench.Store, russia, china, 2020, 2021, ["crude_oil"]).ShouldBeNull();
    }

    [Fact]
    public void Transposing_a_pair_changes_the_sides_and_nothing_else()
    {
        Reports();
        var (there, back) = (Pair("CHN", "RUS").At(2020), Pair("RUS", "CHN").At(2020));
        back.Readings.Count.ShouldBe(there.Readings.Count);
        foreach (var (a, b) in there.Readings.Zip(back.Readings))
        {
            b.View.ShouldBe(a.View);
            b.Second.TradeShare.ShouldBe(a.First.TradeShare);
            b.First.ExportShare.ShouldBe(a.Second.ExportShare);
            b.Second.Intensity.ShouldBe(a.First.Intensity);
            b.Barbieri.Symmetry.ShouldBe(a.Barbieri.Symmetry);
            b.OnealRussett.Lower.ShouldBe(a.OnealRussett.Lower);
        }
        back.Mirror[1].ShouldBe(there.Mirror[0]);
        back.FirstShare.ShouldBe(there.SecondShare);
    }

    [Fact]
    public void Each_view_keeps_to_its_own_reports()
    {
        Reports();
        var year = Pair("CHN", "RUS").At(2020);
        TradeReading View(TradeView view) => year.Readings.Single(r => r.View == view);
        // China says it sold 50 and bought 60; Russia that it bought 48 and sold 55.
        (View(TradeView.Own).First.Exports, View(TradeView.Own).First.Imports).ShouldBe((50, 60));
        (View(TradeView.Mirror).First.Exports, View(TradeView.Mirror).First.Imports).ShouldBe((48, 55));
        (View(TradeView.Seller).First.Exports, View(TradeView.Seller).First.Imports).ShouldBe((50, 55));
        (View(TradeView.Buyer).First.Exports, View(TradeView.Buyer).First.Imports).ShouldBe((48, 60));
        // Own totals are China's 500 and 400; the mirror adds up what Russia and Germany report.
        View(TradeView.Own).First.TradeShare.Value!.Value.ShouldBe(110 / 900.0, 1e-12);
        var mirror = View(TradeView.Mirror).First;
        (mirror.TotalExports, mirror.ExportReports, mirror.TotalImports, mirror.ImportReports).ShouldBe(
            (48 + 200 + 28, 30, 55 + 150 + 56, 30)
        );
        year.Mirror[0].Gap.Value!.Value.ShouldBe(Math.Log(48 / 50.0), 1e-12);
        year.Mirror[1].Gap.Value!.Value.ShouldBe(Math.Log(60 / 55.0), 1e-12);
        // What the choice of reports alone does to a share.
        year.FirstShare.Views.ShouldBe(4);
        year.FirstShare.Low!.Value.ShouldBeLessThan(year.FirstShare.High!.Value);
    }

    [Fact]
    public void A_flow_that_nobody_reports_is_missing_and_one_of_nothing_is_nothing()
    {
        bench.Import(
            "comtrade",
            bench.File(ComtradeHead + "156,643,2020,52,A,X,TOTAL,0\n156,0,2020,52,A,X,TOTAL,500\n156,0,2020,52,A,M,TOTAL,400\n")
        );
        var own = Pair("CHN", "RUS").At(2020).Readings.First(r => r.View == TradeView.Own);
        own.First.ExportShare.Value.ShouldBe(0);
        own.First.Imports.ShouldBeNull();
        own.First.ImportShare.Reason.ShouldBe(NoFigure.Missing);
        own.First.TradeShare.Reason.ShouldBe(NoFigure.Missing);
        own.Trade.Reason.ShouldBe(NoFigure.Missing);
        own.OnealRussett.Lower.Reason.ShouldBe(NoFigure.Missing);
    }

    [Fact]
    public void Months_are_not_added_to_their_year()
    {
        bench.Import(
            "comtrade",
            bench.File(ComtradeHead + "156,643,2020,52,A,X,TOTAL,50\n156,643,2020,1,M,X,TOTAL,4\n156,643,2021,1,M,X,TOTAL,5\n")
        );
        var trade = Pair("CHN", "RUS");
        trade.Years.ShouldBe([2020]);
        trade.At(2020).Readings[0].First.Exports.ShouldBe(50);
    }

    /// <summary>By item: intensity is complementarity times bias on imported rows too, and a dependency is found where it is.</summary>
    [Fact]
    public void Headings_give_complementarity_bias_advantage_and_dependency()
    {
        bench.Import(
            "baci",
            bench.File(
                "t,i,j,k,v,q\n"
                    + "2020,156,643,851713,40,1\n2020,156,276,851713,160,1\n2020,156,276,620342,50,1\n"
                    + "2020,643,156,270900,70,1\n2020,643,276,270900,30,1\n2020,643,156,440710,20,1\n"
                    + "2020,276,156,870323,90,1\n2020,276,643,870323,25,1\n2020,276,643,851713,5,1\n2020,276,156,270900,2,1\n",
                "BACI_HS17_Y2020_V202401.csv"
            )
        );
        var items = Pair("CHN", "RUS").At(2020).Items.ShouldNotBeNull();
        (items.Digits, items.BySellers, items.Source.Dataset).ShouldBe((6, true, "baci"));
        foreach (var measures in new[] { items.FirstToSecond, items.SecondToFirst })
            measures.Intensity.Value!.Value.ShouldBe(measures.Complementarity.Value!.Value * measures.Bias.Value!.Value, 1e-9);
        // Russia sells crude oil and wood, and Germany sells only a little of the one: RCA by hand (100/120)/(102/492).
        items.SecondAdvantages.First(a => a.Item == "270900").Advantage.ShouldBe(100 / 120.0 / (102 / 492.0), 1e-9);
        // All of Russia's telephones but an eighth come from China, and it sells none.
        items.SecondDependsOnFirst.Select(d => d.Item).ShouldBe(["851713"]);
        items.FirstDependsOnSecond.Select(d => d.Item).ShouldBe(["270900", "440710"]);
        items.FirstDependsOnSecond[0].Test.FirstShare.Value!.Value.ShouldBe(70 / 72.0, 1e-12);
        // The sum over items that the dataset adds is the pair's trade.
        var reading = Pair("CHN", "RUS").At(2020).Readings.Single(r => r.View == TradeView.Baci);
        (reading.First.Exports, reading.First.Imports, reading.Trade.Value).ShouldBe((40_000, 90_000, 130_000));
    }

    [Fact]
    public void Breaks_use_the_longest_run_of_years_and_fill_nothing_in()
    {
        var rows = new System.Text.StringBuilder(ComtradeHead);
        foreach (var year in Enumerable.Range(1980, 40).Where(y => y != 1985))
            rows.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"156,643,{year},52,A,X,TOTAL,{(year < 2001 ? 100 : 300) + (year % 3)}\n"
            );
        bench.Import("comtrade", bench.File(rows.ToString()));
        DatedEvent[] events = [new("accession", 2001, 2001, "accession"), new("long ago", 1990, 1990, "")];
        var reading = TradeBreaks
            .Of(
                Pair("CHN", "RUS"),
                TradeSeries.Exports,
                SeriesForm.Level,
                null,
                null,
                null,
                new() { Selection = Entente.Numerics.Breaks.BreakSelection.Lwz },
                events
            )
            .ShouldNotBeNull();
        (reading.Values[0].Year, reading.Values.Count, reading.LeftOut).ShouldBe((1986, 34, 5));
        reading.Outcome.Analysis!.Count.ShouldBe(1);
        reading.Breaks[0].Year.ShouldBe(2000);
        reading.Breaks[0].Events.Select(e => e.Id).ShouldBe(["accession"]);
        TradeBreaks.Of(Pair("CHN", "RUS"), TradeSeries.Exports, null, TradeView.Cow, null, null, new(), []).ShouldBeNull();
    }

    private void Reports()
    {
        var text = new System.Text.StringBuilder(ComtradeHead);
        void Row(string reporter, string partner, string flow, int value) =>
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{reporter},{partner},2020,52,A,{flow},TOTAL,{value}\n");
        foreach (
            var (reporter, partner, sold, bought) in new[]
            {
                ("156", "643", 50, 60),
                ("156", "0", 500, 400),
                ("643", "156", 55, 48),
                ("643", "0", 120, 100),
                ("276", "156", 150, 200),
                ("276", "643", 30, 40),
                ("276", "0", 900, 800),
            }
        )
        {
            Row(reporter, partner, "X", sold);
            Row(reporter, partner, "M", bought);
        }
        // Twenty-eight small ones, so that sums over others' reports are totals.
        var small = ImportBench
            .States.All.Where(s => s.Kind == Entente.Actors.Identity.IdentityKind.State && s.Id is < 900 and not (156 or 643 or 276))
            .Where(s => ImportBench.States.Find(Entente.Actors.Identity.CodeSystem.M49, $"{s.Id}", 2020)?.Id == s.Id)
            .Take(28);
        foreach (var state in small)
        foreach (var partner in new[] { "156", "643" })
        {
            Row($"{state.Id}", partner, "X", 2);
            Row($"{state.Id}", partner, "M", 1);
        }
        bench.Import("comtrade", bench.File(text.ToString()));
    }

    private PairTrade Pair(string first, string second) => PairTrade.Of(bench.Store, ImportBench.States, first, second);

    private static double Percent(PairTrade trade, int year, int digits) =>
        Math.Round(100 * trade.At(year).Readings.Single(r => r.View == TradeView.Own).First.TradeShare.Value!.Value, digits);

    private static double Millions(double? value) => Math.Round(value.ShouldNotBeNull() / 1e6, 1);
}
