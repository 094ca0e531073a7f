using Entente.Application.Stores;
using Entente.Sources.Datasets.Reading;

namespace Entente.Tests.Sources.Datasets;

public sealed class AtopTests : IDisposable
{
    private readonly ImportBench bench = new();

    [Fact]
    public void Reads_the_published_layout()
    {
        bench
            .Import(
                "atop",
                bench.File(
                    "ddyad,year,stateA,stateB,atopally,defense,offense,neutral,nonagg,consul,shareob,version\n"
                        + "2000020,1942,2,20,1,1,1,0,0,0,1,5.1\n2000020,1943,2,20,1,0,.,0,0,1,1,5.1\n"
                )
            )
            .Import.Vintage.ShouldBe("5.1");
        bench
            .Numbers("select state1, year, defense, offense, entente, consultation from alliance_pledge order by year")
            .ShouldBe([
                [840, 1942, 1, 1, null, 0],
                [840, 1943, 0, null, null, 1],
            ]);
    }

    [Fact]
    public void The_release_is_in_the_name_where_the_table_does_not_say()
    {
        const string text = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n2,20,1942,1,1,0,0,0\n";
        bench.Import("atop", bench.File(text, "atop5_1ddyr.csv")).Import.Vintage.ShouldBe("5.1");
    }

    /// <summary>The treaty with Syria is in the list for 1993, the year after Czechoslovakia.</summary>
    [Fact]
    public void A_state_keeps_its_number_for_a_year_after_its_end()
    {
        const string header = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n";
        bench.Import("atop", bench.File(header + "315,652,1993,0,0,0,1,1\n"));
        bench
            .Numbers("select state1, number1 from alliance_pledge")
            .ShouldBe([
                [200, 315],
            ]);
        Should.Throw<DataFileException>(() => bench.Import("atop", bench.File(header + "315,652,1994,0,0,0,1,1\n")));
    }

    [SkippableFact]
    public void The_directed_dyad_years_can_be_placed_whole()
    {
        bench.Import("atop", ImportBench.Public("atop", "atop_5.1_directed_dyad_year.csv.gz")).Import.Unplaced.ShouldBe(0);
        bench.Count("alliance_pledge").ShouldBe(273_296);
    }

    public void Dispose() => bench.Dispose();
}
