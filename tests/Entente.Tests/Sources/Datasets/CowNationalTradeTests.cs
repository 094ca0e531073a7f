using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.Datasets;

public sealed class CowNationalTradeTests : IDisposable
{
    private const string Header = "ccode,statename,stateabb,year,imports,exports,alt_imports,alt_exports,source1,source2,version\n";
    private readonly ImportBench bench = new();

    [Fact]
    public void Reads_the_published_layout_and_why_a_figure_is_missing()
    {
        var outcome = bench.Import(
            "cow-national-trade",
            bench.File(
                Header + "2,United States of America,USA,1990,12.5,7,-9,-9,1,1,4\n2,United States of America,USA,1991,-9,0,-9,-9,1,1,4\n"
            )
        );
        outcome.Import.Vintage.ShouldBe("4.0");
        bench
            .Numbers("select state, year, number, imports, exports, absent from national_trade order by year")
            .ShouldBe([
                [840, 1990, 2, 12.5, 7, 0],
                [840, 1991, 2, null, 0, (long)Absence.Unreported << 12],
            ]);
    }

    [Fact]
    public void West_Germany_stands_under_both_numbers()
    {
        bench.Import("cow-national-trade", bench.File("year,exports,imports,ccode\n1960,11,10,255\n1960,,,260\n"));
        bench
            .Numbers("select state, number, imports from national_trade order by number")
            .ShouldBe([
                [276, 255, 10],
                [276, 260, null],
            ]);
    }

    [Fact]
    public void Empty_rows_of_a_state_that_is_gone_are_kept_as_not_applicable()
    {
        bench.Import("cow-national-trade", bench.File("ccode,year,imports,exports\n315,2007,,\n"));
        bench
            .Numbers("select state, imports, absent from national_trade")
            .ShouldBe([
                [200, null, ((long)Absence.NotApplicable << 12) | ((long)Absence.NotApplicable << 16)],
            ]);
    }

    [Fact]
    public void Figures_of_a_state_that_is_gone_are_refused() =>
        Should
            .Throw<DataFileException>(() => bench.Import("cow-national-trade", bench.File("ccode,year,imports,exports\n315,2007,1,2\n")))
            .Message.ShouldContain("Czechoslovakia");

    [Theory]
    [InlineData("ccode,year,imports\n2,1990,1\n", "exports")]
    [InlineData("ccode,year,imports,exports\n2,1990,many,1\n", "'many'")]
    [InlineData("ccode,year,imports,exports\n2,1990,1\n", "3 fields")]
    [InlineData("ccode,year,imports,exports\nUSA,1990,1,1\n", "'USA'")]
    [InlineData("ccode,year,imports,exports\n2,1990,1,1\n2,1990,1,1\n", "a second row")]
    public void A_broken_file_is_refused_with_its_place(string text, string said)
    {
        Should.Throw<Exception>(() => bench.Import("cow-national-trade", bench.File(text))).Message.ShouldContain(said);
        bench.Store.Imports().ShouldBeEmpty();
    }

    [SkippableFact]
    public void China_in_2014_as_published()
    {
        bench.Import("cow-national-trade", ImportBench.Public("cow", "national_trade_4.0.csv.gz"));
        bench.Count("national_trade").ShouldBe(14_410);
        bench
            .Numbers("select imports, exports from national_trade where state = 156 and year = 2014")
            .ShouldBe([
                [2_519_304.5, 2_818_426.75],
            ]);
    }

    public void Dispose() => bench.Dispose();
}
