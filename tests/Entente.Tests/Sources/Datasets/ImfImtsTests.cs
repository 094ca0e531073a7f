using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.Datasets;

/// <summary>The IMF's trade by partner: its export with years as columns, the one with a row for each figure, and the older bulk file.</summary>
public sealed class ImfImtsTests : IDisposable
{
    private const string Wide =
        "\uFEFF\"DATASET\",\"SERIES_CODE\",\"OBS_MEASURE\",\"COUNTRY.ID\",\"COUNTRY\",\"INDICATOR.ID\",\"INDICATOR\",\"COUNTERPART_COUNTRY.ID\",\"COUNTERPART_COUNTRY\",\"FREQUENCY.ID\",\"SCALE.ID\",\"SCALE\",\"2018\",\"2019\",\"2020\",\"2021\"\r\n";

    private readonly ImportBench bench = new();

    private static string Row(string series, string values, string scale = "6") =>
        series.Split('.') is var p
            ? $"\"IMF.STA:IMTS(1.0.0)\",\"{series}\",\"OBS_VALUE\",\"{p[0]}\",\"x\",\"{p[1]}\",\"x\",\"{p[2]}\",\"x\",\"A\",\"{scale}\",\"Millions\",{values}\r\n"
            : "";

    [Fact]
    public void Years_stand_over_columns_and_values_are_in_millions()
    {
        var path = bench.File(
            Wide
                + Row("KEN.XG_FOB_USD.UGA.A", "\"1.5\",\"\",\"0\",\"\"")
                + Row("KEN.MG_CIF_USD.G001.A", "\"\",\"72685.740904\",\"\",\"\"")
                + Row("KEN.MG_FOB_USD.UGA.A", "2,,,")
        );
        var import = bench.Import("imf-imts", path).Import;
        import.Vintage.ShouldBe("1.0.0");
        bench
            .Numbers("select reporter, partner, period, direction, value, line from goods_flow order by line, period")
            .ShouldBe([
                [404, 800, 20180000, GoodsFlow.Export, 1.5e6, 2],
                [404, 800, 20190000, GoodsFlow.Export, null, 2],
                [404, 800, 20200000, GoodsFlow.Export, 0, 2],
                [404, 1, 20190000, GoodsFlow.Import, 72685740904, 3],
                [404, 800, 20180000, GoodsFlow.ImportFob, 2e6, 4],
            ]);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
        // An empty year between two figures was not reported, and no weight is ever given.
        var absent = ((long)Absence.Unreported << 20) | ((long)Absence.OutOfCoverage << 24);
        bench
            .Numbers("select absent, line from goods_flow where period = 20190000 and value is null")
            .ShouldBe([
                [absent, 2],
            ]);
    }

    [Fact]
    public void A_state_that_is_no_more_may_stand_there_with_nothing_in_its_row()
    {
        bench.Import(
            "imf-imts",
            bench.File(Wide + Row("KEN.XG_FOB_USD.YUG.A", "\"\",\"\",\"\",\"\"") + Row("KEN.XG_FOB_USD.UGA.A", "1,1,1,1"))
        );
        bench.Count("goods_flow").ShouldBe(4);
        var problem = Should.Throw<DataFileException>(() =>
            bench.Import("imf-imts", bench.File(Wide + Row("KEN.XG_FOB_USD.YUG.A", "\"\",3,\"\",\"\"")))
        );
        problem.Column.ShouldBe("COUNTERPART_COUNTRY.ID");
        problem.Found.ShouldContain("YUG");
    }

    [Fact]
    public void A_row_for_each_figure_monthly_and_in_units()
    {
        var path = bench.File(
            "COUNTRY.ID,INDICATOR.ID,COUNTERPART_COUNTRY.ID,FREQUENCY.ID,TIME_PERIOD,OBS_VALUE,SCALE.ID\n"
                + "KEN,XG_FOB_USD,UGA,M,2021-M03,1500000,0\nKEN,XG_FOB_USD,UGA,Q,2021-Q1,4.5,6\nKEN,TBG_USD,UGA,A,2021,9,6\nKEN,XG_FOB_USD,TZA,A,,,6\n"
        );
        bench.Import("imf-imts", path);
        bench
            .Numbers("select period, value from goods_flow order by period")
            .ShouldBe([
                [20210300, 1.5e6],
                [20219100, 4.5e6],
            ]);
    }

    [Fact]
    public void The_older_bulk_file_has_numbers_of_the_IMF_and_plain_dollars()
    {
        var path = bench.File(
            "Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country Name,Counterpart Country Code,Attribute,2016,2016Q1,2016M1,\n"
                + "Kenya,664,\"Goods, Value of Exports\",TXG_FOB_USD,Uganda,746,Value,120000000.5,30,10,\n"
                + "Kenya,664,\"Goods, Value of Exports\",TXG_FOB_USD,Uganda,746,Status,A,A,A,\n"
                + "Kenya,664,\"Goods, Value of Imports\",TMG_CIF_USD,World,001,Value,7,,,\n"
                + "Kenya,664,\"Goods, Value of Trade Balance\",TBG_USD,World,001,Value,7,,,\n"
        );
        bench.Import("imf-imts", path);
        bench
            .Numbers("select partner, period, direction, value from goods_flow order by partner, period")
            .ShouldBe([
                [1, 20160000, GoodsFlow.Import, 7],
                [800, 20160000, GoodsFlow.Export, 120000000.5],
                [800, 20160100, GoodsFlow.Export, 10],
                [800, 20169100, GoodsFlow.Export, 30],
            ]);
    }

    [Theory]
    [InlineData("KEN.XG_XDC.UGA.A", "1,1,1,1", "INDICATOR.ID", "'XG_XDC'")]
    [InlineData("KEN.XG_FOB_USD.UGA.A", "1,x,1,1", "2019", "'x'")]
    [InlineData("KEN.XG_FOB_USD.QQQ.A", "1,1,1,1", "COUNTERPART_COUNTRY.ID", "'QQQ'")]
    public void What_cannot_be_read_is_refused_with_its_place(string series, string values, string column, string found)
    {
        var problem = Should.Throw<DataFileException>(() => bench.Import("imf-imts", bench.File(Wide + Row(series, values))));
        problem.Line.ShouldBe(2);
        problem.Column.ShouldBe(column);
        problem.Found.ShouldContain(found);
        bench.Count("goods_flow").ShouldBe(0);
    }

    [Fact]
    public void Another_table_is_refused_saying_what_was_expected() =>
        Should.Throw<DataFileException>(() => bench.Import("imf-imts", bench.File("a,b\n1,2\n"))).Expected.ShouldContain("COUNTRY.ID");

    [SkippableFact]
    public void The_published_table_of_Russia_gives_its_known_sums()
    {
        bench.Import("imf-imts", ImportBench.Public("imf", "imts_russia_2016_2024.csv"));
        var china = bench.Numbers(
            "select sum(value), count(*) from goods_flow where reporter = 643 and partner = 156 and period = 20210000"
        )[0];
        china[0]!.Value.ShouldBe(141.1e9, 0.05e9);
        var world = bench.Numbers("select sum(value), count(*) from goods_flow where partner = 1 and period = 20210000")[0][0]!.Value;
        (china[0]!.Value / world).ShouldBe(0.1796, 0.00005);
        bench.Numbers("select count(distinct partner * 4 + direction), count(*) from goods_flow")[0].ShouldBe([455, 3760]);
    }

    public void Dispose() => bench.Dispose();
}
