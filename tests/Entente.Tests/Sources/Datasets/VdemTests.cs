using Entente.Sources.Datasets.Reading;

namespace Entente.Tests.Sources.Datasets;

public sealed class VdemTests : IDisposable
{
    private const string Header = "country_name,country_text_id,country_id,year,historical_date,v2x_polyarchy,v2x_libdem,COWcode\n";
    private readonly ImportBench bench = new();

    [Fact]
    public void Reads_the_published_columns()
    {
        bench
            .Import("vdem", bench.File(Header + "Germany,DEU,77,1990,1990-12-31,.892,,255\n", "V-Dem-CY-Core-v14.csv"))
            .Import.Vintage.ShouldBe("14");
        bench
            .Numbers("select state, year, polyarchy, liberal, polity2 from democracy")
            .ShouldBe([
                [276, 1990, 0.892, null, null],
            ]);
    }

    /// <summary>V-Dem has one code for all of Yugoslavia's time; the number of the year says who it was.</summary>
    [Fact]
    public void The_number_says_who_it_was_in_its_year()
    {
        bench.Import("vdem", bench.File(Header + "Serbia,SRB,198,1980,1980-12-31,.2,.1,345\nSerbia,SRB,198,2010,2010-12-31,.6,.4,345\n"));
        bench
            .Numbers("select state, year from democracy order by year")
            .ShouldBe([
                [890, 1980],
                [688, 2010],
            ]);
    }

    [Fact]
    public void What_is_no_party_of_ours_keeps_its_name()
    {
        bench.Import("vdem", bench.File(Header + "Hamburg,HMB,373,1850,1850-12-31,.1,.1,\nIndia,IND,39,1800,1800-12-31,.1,.1,750\n"));
        bench
            .Numbers("select state, year from democracy order by year")
            .ShouldBe([
                [356, 1800],
                [0, 1850],
            ]);
        bench
            .Numbers("select count(*) from democracy where state = 0 and name = 'Hamburg' and code = 'HMB'")
            .ShouldBe([
                [1],
            ]);
    }

    [Fact]
    public void An_index_that_is_no_number_is_refused() =>
        Should
            .Throw<DataFileException>(() => bench.Import("vdem", bench.File(Header + "Germany,DEU,77,1990,1990-12-31,high,,255\n")))
            .Message.ShouldContain("v2x_polyarchy");

    [SkippableFact]
    public void The_table_by_number_can_be_placed_whole()
    {
        bench.Import("vdem", ImportBench.Public("vdem", "cw_democracy.csv.gz")).Import.Unplaced.ShouldBe(0);
        bench.Count("democracy").ShouldBe(17_706);
        bench
            .Numbers("select year, polyarchy, polity2 from democracy where state = 840 and year = 1816")
            .ShouldBe([
                [1816, 0.355, 6],
            ]);
    }

    public void Dispose() => bench.Dispose();
}
