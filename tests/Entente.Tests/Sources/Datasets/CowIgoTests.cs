using Entente.Sources.Datasets.Reading;

namespace Entente.Tests.Sources.Datasets;

public sealed class CowIgoTests : IDisposable
{
    private readonly ImportBench bench = new();

    [Fact]
    public void Counts_the_organisations_of_the_published_layouts()
    {
        bench
            .Import(
                "cow-igo",
                bench.File(
                    "ccode\tyear\tstate\tAAAID\tAALCO\tACP\tBIS\n2\t1990\tusa\t1\t2\t3\t-9\n2\t1991\tusa\t1\t1\t0\t-1\n",
                    "state_year_formatv3.csv"
                ),
                bench.File("ccode1,country1,ccode2,country2,year,AALCO,ACP,BIS\n2,usa,20,canada,1990,1,0,-9\n", "dyadic_formatv3.csv")
            )
            .Import.Vintage.ShouldBe("3.0");
        bench
            .Numbers("select year, full_member, associate, observer, total from igo_state order by year")
            .ShouldBe([
                [1990, 1, 1, 1, 3],
                [1991, 2, 0, 0, 2],
            ]);
        bench
            .Numbers("select state1, state2, year, shared from igo_dyad")
            .ShouldBe([
                [840, 124, 1990, 1],
            ]);
    }

    [Fact]
    public void Takes_what_is_counted_already()
    {
        bench.Import("cow-igo", bench.File("ccode1,ccode2,year,dyadigos\n2,20,1920,7\n"));
        bench
            .Numbers("select shared from igo_dyad")
            .ShouldBe([
                [7],
            ]);
    }

    [Theory]
    [InlineData("ccode1,ccode2,year,dyadigos\n2,20,1920,-9\n", "dyadigos")]
    [InlineData("ccode,year,state,AALCO\n2,1990,usa,7\n", "AALCO")]
    [InlineData("ccode,year,state\n2,1990,usa\n", "no organisations")]
    public void What_is_no_membership_is_refused(string text, string said) =>
        Should.Throw<DataFileException>(() => bench.Import("cow-igo", bench.File(text))).Message.ShouldContain(said);

    [SkippableFact]
    public void Both_tables_can_be_placed_whole()
    {
        bench
            .Import("cow-igo", ImportBench.Public("cow", "igo_3_dyad_year.csv.gz"), ImportBench.Public("cow", "igo_3_state_year.csv"))
            .Import.Unplaced.ShouldBe(0);
        (bench.Count("igo_dyad"), bench.Count("igo_state")).ShouldBe((917_695, 15_557));
    }

    public void Dispose() => bench.Dispose();
}
