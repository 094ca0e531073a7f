using Entente.Sources.Datasets.Reading;

namespace Entente.Tests.Sources.Datasets;

public sealed class CowNmcTests : IDisposable
{
    private const string Header = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n";
    private readonly ImportBench bench = new();

    [Fact]
    public void Reads_an_index_without_a_leading_zero_and_with_an_exponent()
    {
        var outcome = bench.Import(
            "cow-nmc",
            bench.File(Header + "USA,2,1816,3823,17,80,254,8659,101,.039697491,2021\nBHM,31,1985,-9,1,0,-9,232,154,5.9248596e-05,2021\n")
        );
        (outcome.Import.Vintage, outcome.Import.Published).ShouldBe(("6.0", "2021"));
        bench
            .Numbers("select state, milex, pec, irst, cinc from capabilities order by year")
            .ShouldBe([
                [840, 3823, 254, 80, 0.039697491],
                [44, null, null, 0, 5.9248596e-05],
            ]);
    }

    [Fact]
    public void Both_rows_of_Germany_in_1990_are_kept()
    {
        bench.Import(
            "cow-nmc",
            bench.File(Header + "GMY,255,1990,3,545,1,-9,79402,1,.029,2025\nGFR,260,1990,2,545,1,1,63253,1,.027,2025\n")
        );
        bench
            .Numbers("select state, number, tpop from capabilities order by number")
            .ShouldBe([
                [276, 255, 79402],
                [276, 260, 63253],
            ]);
    }

    [Fact]
    public void Another_table_is_refused() =>
        Should
            .Throw<DataFileException>(() => bench.Import("cow-nmc", bench.File("ccode,year,imports\n2,1990,1\n")))
            .Message.ShouldContain("NMC-70-abridged.csv");

    [SkippableFact]
    public void Capabilities_of_2016_as_published()
    {
        bench.Import("cow-nmc", ImportBench.Public("cow", "nmc_7.0_abridged.csv.gz")).Import.Vintage.ShouldBe("7.0");
        bench.Count("capabilities").ShouldBe(17_121);
        bench
            .Numbers("select number, cinc from capabilities where year = 2016 and number in (2, 365, 710) order by number")
            .ShouldBe([
                [2, 0.13325359],
                [365, 0.036467496],
                [710, 0.23082519],
            ]);
    }

    public void Dispose() => bench.Dispose();
}
