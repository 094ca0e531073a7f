using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Datasets;

/// <summary>BACI and the Gravity database of CEPII, by their documented layouts.</summary>
public sealed class CepiiTests : IDisposable
{
    private const string Gravity =
        "year,country_id_o,country_id_d,iso3_o,iso3_d,iso3num_o,iso3num_d,country_exists_o,country_exists_d,distw_harmonic,dist,distcap,contig,comlang_off,pop_o,pop_d,gdp_o,gdp_d,wto_o,fta_wto,tradeflow_comtrade_o,tradeflow_baci\n";

    private readonly ImportBench bench = new();

    [Fact]
    public void Flows_of_products_are_scaled_and_summed()
    {
        var import = bench
            .Import(
                "baci",
                bench.File(
                    "t,i,j,k,v,q\n2020,404,800,10121,1.234,0.5\n2020,404,800,270900,10,           NA\n2020,842,490,\"010121\",3,1\n",
                    "BACI_HS92_Y2020_V202401b.csv"
                ),
                bench.File("country_code,country_name,country_iso2,country_iso3\n404,Kenya,KE,KEN\n", "country_codes_V202401b.csv")
            )
            .Import;
        (import.Vintage, import.Published).ShouldBe(("202401b", "2024-01"));
        bench
            .Numbers("select reporter, partner, item, period, direction, value, weight from goods_flow order by reporter, item")
            .ShouldBe([
                [404, 800, 0, 20200000, GoodsFlow.Export, 11234, 500],
                [404, 800, 6010121, 20200000, GoodsFlow.Export, 1234, 500],
                [404, 800, 6270900, 20200000, GoodsFlow.Export, 10000, null],
                [840, 158, 0, 20200000, GoodsFlow.Export, 3000, 1000],
                [840, 158, 6010121, 20200000, GoodsFlow.Export, 3000, 1000],
            ]);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
        // One figure answers for both sides, and is nobody's own report.
        var bought = bench.Observations("imports", "UGA", "KEN").ShouldHaveSingleItem();
        (bought.Value.Value, bought.Reporter, bought.Source).ShouldBe((11234, null, "CEPII BACI"));
        bench.Observations("exports", "KEN", "UGA").ShouldHaveSingleItem().Value.Value.ShouldBe(11234);
    }

    [Theory]
    [InlineData("2020,404,800,1012199,1,1\n", "k")]
    [InlineData("2020,404,999,10121,1,1\n", "j")]
    [InlineData("2020,404,800,10121,,1\n", "v")]
    public void A_bad_row_of_products_is_refused_with_its_place(string row, string column)
    {
        var problem = Should.Throw<DataFileException>(() => bench.Import("baci", bench.File("t,i,j,k,v,q\n" + row)));
        (problem.Line, problem.Column).ShouldBe((2, column));
    }

    [Fact]
    public void Pairs_years_and_states_have_their_own_tables()
    {
        bench.Import(
            "cepii-gravity",
            bench.File(
                Gravity
                    + "2019,KEN,UGA,KEN,UGA,404,800,1,1,500,510,520,1,1,52000,44000,1E8,4E7,1,1,600000,610000\n"
                    + "2019,KEN,TZA,KEN,TZA,404,834,1,1,NA,,520,1,0,52000,58000,1E8,6E7,1,NA,NA,NA\n"
                    + "1950,SSD,KEN,SSD,KEN,728,404,0,1,900,900,900,1,1,NA,NA,NA,NA,NA,NA,NA,NA\n",
                "Gravity_V202211.csv"
            )
        );
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
        bench
            .Numbers("select origin, destination, year, dist, distw, contig, fta_wto, comcol from gravity_dyad order by line")
            .ShouldBe([
                [404, 800, 2019, 510, 500, 1, 1, null],
                [404, 834, 2019, null, null, 1, null, null],
            ]);
        bench
            .Numbers("select origin, destination, tradeflow_comtrade_o, tradeflow_comtrade_d, tradeflow_baci from gravity_flow")
            .ShouldBe([
                [404, 800, 600000, null, 610000],
            ]);
        bench
            .Numbers("select state, year, pop, gdp, wto, eu from gravity_state")
            .ShouldBe([
                [404, 2019, 52000, 1e8, 1, null],
            ]);
    }

    [Fact]
    public void Another_table_is_refused() =>
        Should.Throw<DataFileException>(() => bench.Import("cepii-gravity", bench.File("a,b\n1,2\n"))).Message.ShouldContain("year");

    public void Dispose() => bench.Dispose();
}
