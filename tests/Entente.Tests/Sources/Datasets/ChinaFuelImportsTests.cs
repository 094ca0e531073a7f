using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Datasets;

/// <summary>Series in columns under rows of metadata, in two layouts that write what is missing differently.</summary>
public sealed class ChinaFuelImportsTests : IDisposable
{
    private const string Blanks =
        "Name,Volume of Imports: Crude Oil: Columbia,Volume of Imports: Crude Oil,Value of Imports: Crude Oil: Columbia,Volume of Imports: Crude Oil: Columbia,Volume of Imports: Coal: Indonesia\n"
        + "Frequency,Month,Month,Month,Month,Month\n"
        + "Unit,kg,10000 tons,USD,kg,ton\n"
        + "ID,S1,S2,S3,S1,S4\n"
        + "Time Period,2022-01:2022-03,2022-01:2022-03,2022-02:2022-03,2022-01:2022-03,2022-01:2022-03\n"
        + "Source,China Customs,China Customs,China Customs,China Customs,China Customs\n"
        + "Update,'2022-12-30,'2022-12-30,'2022-07-22,'2022-12-30,'2022-12-30\n"
        + "2022-01,1000.00 ,4.00 ,,1000.00 ,5\n"
        + "2022-02,,5.00 ,70.00 ,,0\n"
        + "2022-03,\"2,000.00 \",6.00 ,80.00 ,\"2,000.00 \",7\n"
        + ",,,,,\n"
        + "数据来源：Wind,,,,,\n";

    private const string Zeros =
        "\uFEFFWind,,\r\n"
        + "Name,Volume of Imports: Crude Oil: Colombia,China: Value of Imports: Natural Gas(271121)\r\n"
        + "Frequency,Month,Month\r\nUnit,kg,USD\r\nID,S1,R5\r\nTime Period,2022-01:2022-02,2022-01:2022-02\r\n"
        + "Source,China Customs,China Customs\r\nUpdate,2023-03-22,2023-03-22\r\n"
        + "2022-01-31,1500,0\r\n2022-02-28,0,9\r\n2022-03-31,7,7\r\n";

    private readonly ImportBench bench = new();

    [Fact]
    public void Each_series_is_read_once_in_its_unit_and_within_its_span()
    {
        bench.Import("china-fuel-imports", bench.File(Blanks)).Import.Vintage.ShouldBe("2022-12-30");
        Amounts()
            .ShouldBe([
                "coal_without_lignite 360 2 20220100 5",
                // In this layout a nought is a nought.
                "coal_without_lignite 360 2 20220200 0",
                "coal_without_lignite 360 2 20220300 7",
                "crude_oil 1 3 20220100 4",
                "crude_oil 1 3 20220200 5",
                "crude_oil 1 3 20220300 6",
                "crude_oil 170 1 20220100 1000",
                "crude_oil 170 1 20220200 ",
                "crude_oil 170 1 20220300 2000",
                "crude_oil 170 4 20220200 70",
                "crude_oil 170 4 20220300 80",
            ]);
    }

    [Fact]
    public void A_nought_of_the_later_layout_is_missing()
    {
        bench.Import("china-fuel-imports", bench.File(Zeros)).Import.Published.ShouldBe("2023-03-22");
        Amounts()
            .ShouldBe([
                "crude_oil 170 1 20220100 1500",
                "crude_oil 170 1 20220200 ",
                "pipeline_gas 1 4 20220100 ",
                "pipeline_gas 1 4 20220200 9",
            ]);
    }

    [Fact]
    public void Rows_answer_for_imports_and_volumes_of_the_buyer()
    {
        bench.Import("china-fuel-imports", bench.File(Blanks));
        var record = new StoreRecord(new MemoryRecord([]), bench.Store, ImportBench.States);
        record
            .Find(
                new()
                {
                    Measure = "imports",
                    Subject = "CHN",
                    Object = "COL",
                    Item = "crude_oil",
                }
            )
            .Select(o => $"{o.Period!.Text} {o.Value.Value} {o.Unit.Symbol} {o.Source} {o.Reporter}")
            .ShouldBe(["2022-02 70 USD GACC CHN", "2022-03 80 USD GACC CHN"]);
        record
            .Find(
                new()
                {
                    Measure = "volume",
                    Of = "imports",
                    Subject = "CHN",
                    Object = "WLD",
                    Item = "crude_oil",
                }
            )
            .Select(o => $"{o.Period!.Text} {o.Value.Value} {o.Unit.Symbol}")
            .ShouldBe(["2022-01 40000 tonne", "2022-02 50000 tonne", "2022-03 60000 tonne"]);
        record
            .Find(
                new()
                {
                    Measure = "volume",
                    Of = "exports",
                    Subject = "CHN",
                    Object = "COL",
                }
            )
            .ShouldBeEmpty();
        record
            .Find(
                new()
                {
                    Measure = "imports",
                    Subject = "RUS",
                    Object = "COL",
                }
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_releases_the_last_imported_comes_first()
    {
        bench.Import("china-fuel-imports", bench.File(Blanks));
        bench.Import("china-fuel-imports", bench.File(Zeros));
        new StoreRecord(new MemoryRecord([]), bench.Store, ImportBench.States)
            .Find(
                new()
                {
                    Measure = "volume",
                    Of = "imports",
                    Subject = "CHN",
                    Object = "COL",
                }
            )
            .Where(o => o.Period!.Text == "2022-01")
            .Select(o => o.Value.Value)
            .ShouldBe([1.5, 1]);
    }

    [Theory]
    [InlineData("Name,", "Month,", "expected Wind's export")]
    [InlineData("Unit,", "Units,", "no row 'Unit' above the first month")]
    [InlineData("10000 tons", "barrels", "'barrels'; expected kg, ton")]
    [InlineData("Coal: Indonesia", "Peat: Indonesia", "Peat: Indonesia")]
    [InlineData("Crude Oil: Columbia", "Crude Oil: Colunbia", "'Colunbia'")]
    [InlineData("2022-02,,", "2022-13,,", "'2022-13'; expected a month")]
    [InlineData("5.00 ", "five", "'five'; expected an amount")]
    [InlineData("2022-02:2022-03", "2022-02", "expected a span of months")]
    public void What_is_not_as_published_is_refused_with_its_place(string from, string to, string said) =>
        Should
            .Throw<DataFileException>(() =>
                bench.Import("china-fuel-imports", bench.File(Blanks.Replace(from, to, StringComparison.Ordinal)))
            )
            .Message.ShouldContain(said);

    [SkippableFact]
    public void The_published_exports_are_read_whole()
    {
        var early = bench.Import("china-fuel-imports", ImportBench.Public("energy", "china_imports_wind_2022-12.csv.gz")).Import;
        (early.Vintage, early.Rows, early.Unplaced).ShouldBe(("2022-12-30", 37220L, 0L));
        bench.Numbers("select count(distinct series) from fuel_import")[0][0].ShouldBe(190);
        var late = bench.Import("china-fuel-imports", ImportBench.Public("energy", "china_imports_wind_2023-03.csv")).Import;
        (late.Vintage, late.Rows).ShouldBe(("2023-03-22", 2239L));
        // General Administration of Customs: 86.25 million tonnes of crude from Russia in 2022, for 58.4 billion US$.
        var year = "series = @1 and period / 10000 = 2022";
        bench.Numbers($"select sum(amount) / 1e9 from fuel_import where import_id = {late.Id} and {year}", "S5429087")[0][
            0
        ]!.Value.ShouldBe(86.25, 0.005);
        bench.Numbers($"select sum(amount) / 1e9 from fuel_import where import_id = {late.Id} and {year}", "S5429119")[0][
            0
        ]!.Value.ShouldBe(58.4, 0.05);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
    }

    private List<string> Amounts() =>
        [
            .. Enumerable
                .Zip(Items(), bench.Numbers("select partner, unit, period, amount from fuel_import order by item, partner, unit, period"))
                .Select(p => $"{p.First} {string.Join(' ', p.Second)}"),
        ];

    private List<string> Items()
    {
        var items = new List<string>();
        bench.Store.Read(new StoreQuery("select item from fuel_import order by item, partner, unit, period"), r => items.Add(r.Text(0)));
        return items;
    }

    public void Dispose() => bench.Dispose();
}
