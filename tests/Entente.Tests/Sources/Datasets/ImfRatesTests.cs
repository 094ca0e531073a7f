using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Datasets;

/// <summary>Exchange rates: averages and year ends are kept apart, and a flow is never converted with a year's last day.</summary>
public sealed class ImfRatesTests : IDisposable
{
    private const string Header =
        "COUNTRY.ID,COUNTRY,INDICATOR.ID,INDICATOR,TYPE_OF_TRANSFORMATION.ID,TYPE_OF_TRANSFORMATION,FREQUENCY.ID,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE.ID,SCALE\n";

    private const string Rows =
        "KEN,Kenya,XDC_USD,x,PA_RT,Period average,A,Annual,2022,117.87,0,Units\n"
        + "KEN,Kenya,XDC_USD,x,EOP_RT,End-of-period (EoP),A,Annual,2022,123.37,0,Units\n"
        + "KEN,Kenya,XDC_USD,x,PA_RT,Period average,M,Monthly,2022-M03,114.2,0,Units\n"
        + "KEN,Kenya,XDC_USD,x,EOP_RT,End-of-period (EoP),M,Monthly,2022-M03,114.95,0,Units\n"
        + "KEN,Kenya,USD_XDC,x,PA_RT,Period average,A,Annual,2022,0.00848,0,Units\n"
        + "G163,Euro Area (EA),XDC_USD,x,PA_RT,Period average,A,Annual,2022,0.951,0,Units\n"
        + "EST,Estonia,XDC_USD,x,PA_RT,Period average,A,Annual,,,,\n";

    private readonly ImportBench bench = new();

    [Fact]
    public void Kinds_and_series_are_kept_apart()
    {
        bench.Import("imf-rates", bench.File(Header + Rows));
        bench
            .Numbers("select kind, period, rate from exchange_rate where state = 404 and series = 'XDC_USD' order by kind, period")
            .ShouldBe([
                [1, 20220000, 117.87],
                [1, 20220300, 114.2],
                [2, 20220000, 123.37],
                [2, 20220300, 114.95],
            ]);
        bench.Count("exchange_rate").ShouldBe(6);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
    }

    [Fact]
    public void The_year_has_its_average_and_only_its_last_day_the_rate_at_the_end()
    {
        bench.Import("imf-rates", bench.File(Header + Rows));
        var rows = bench.Observations("exchange_rate", "KEN", "USA");
        rows.Select(r => (r.Period!.Text, r.Value.Value, r.Basis))
            .ShouldBe([("2022", 117.87, "mean"), ("2022-03", 114.2, "mean"), ("2022-12-31", 123.37, "end of period")], ignoreOrder: true);
    }

    [Fact]
    public void The_euro_is_the_European_Unions_currency_in_the_claim_language()
    {
        bench.Import("imf-rates", bench.File(Header + Rows));
        bench.Observations("exchange_rate", "EU", "USA").ShouldHaveSingleItem().Value.Value.ShouldBe(0.951);
    }

    [Fact]
    public void A_cut_must_say_which_rates_it_holds()
    {
        const string Cut = "COUNTRY.ID,COUNTRY,TIME_PERIOD,OBS_VALUE\nKEN,Kenya,2022,123.37\n";
        Should
            .Throw<DataFileException>(() => bench.Import("imf-rates", bench.File(Cut, "rates.csv")))
            .Message.ShouldContain("TYPE_OF_TRANSFORMATION");
        bench.Import("imf-rates", bench.File(Cut, "er_eop_kenya.csv"));
        bench
            .Numbers("select kind, rate from exchange_rate")
            .ShouldBe([
                [2, 123.37],
            ]);
    }

    [Fact]
    public void The_bulk_file_of_the_financial_statistics_gives_its_rates_and_leaves_the_rest()
    {
        bench.Import(
            "imf-rates",
            bench.File(
                "Country Name,Country Code,Indicator Name,Indicator Code,Attribute,2001,2002,\n"
                    + "Kenya,664,x,ENDA_XDC_USD_RATE,Value,78.6,78.7,\nKenya,664,x,ENDE_XDC_USD_RATE,Value,78.6,77.1,\nKenya,664,x,PCPI_IX,Value,1,2,\n"
            )
        );
        bench
            .Numbers("select kind, period, rate from exchange_rate where period = 20020000 order by kind")
            .ShouldBe([
                [1, 20020000, 78.7],
                [2, 20020000, 77.1],
            ]);
        bench.Count("exchange_rate").ShouldBe(4);
    }

    [Theory]
    [InlineData("KEN,Kenya,XDC_USD,x,ZZ_RT,x,A,Annual,2022,1,0,Units\n", "TYPE_OF_TRANSFORMATION.ID", "'ZZ_RT'")]
    [InlineData("KEN,Kenya,XDC_USD,x,PA_RT,x,A,Annual,22,1,0,Units\n", "TIME_PERIOD", "'22'")]
    [InlineData("KEN,Kenya,XDC_USD,x,PA_RT,x,A,Annual,2022,1.2.3,0,Units\n", "OBS_VALUE", "'1.2.3'")]
    public void What_cannot_be_read_is_refused_with_its_place(string row, string column, string found)
    {
        var problem = Should.Throw<DataFileException>(() => bench.Import("imf-rates", bench.File(Header + row)));
        (problem.Line, problem.Column).ShouldBe((2, column));
        problem.Found.ShouldContain(found);
    }

    [SkippableFact]
    public void The_published_year_ends_come_in_whole()
    {
        // 1,916 rows, 34 of them series without any figure.
        bench.Import("imf-rates", ImportBench.Public("imf", "er_eop_2015_2024.csv")).Import.Rows.ShouldBe(1882);
        bench
            .Numbers("select rate, kind from exchange_rate where state = 643 and period = 20220000")
            .ShouldBe([
                [70.3375, 2],
            ]);
        bench.Import("imf-rates", ImportBench.Public("imf", "er_eop_2014_2024_slim.csv")).Import.Rows.ShouldBe(2074);
    }

    public void Dispose() => bench.Dispose();
}
