using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.Datasets;

/// <summary>Two layouts, one table; release and variant stay in the name.</summary>
public sealed class IdealPointsTests : IDisposable
{
    private const string BySession =
        "Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q10%,Q50%,Q90%,Q95%,Q100%,iso3c,Countryname\n"
        + "1,2,1,42,1.5,0.5,1,1.1,1.4,1.9,2,2.5,USA,United States\n"
        + "2,365,74,90,0.25,-1,-.5,-.4,.2,.8,.9,1.5,RUS,Russia\n";

    private const string ByYear =
        "ccode,iso3c,countryname,year,idealpointfp,idealpointall,idealpointlegacy,nvotesfp,qofp,q5fp,q10fp,q50fp,q90fp,q95fp,q100fp,nvotesall,qoall,q5all,q10all,q50all,q90all,q95all,q100all,nvotesLegacy\n"
        + "255,DEU,Germany,1990,1.8,1.9,,84,1.5,1.6,1.7,1.8,1.9,2,2.1,97,1.6,1.7,1.8,1.9,2,2.1,2.2,\n"
        + "260,,,1990,,,1.7,,,,,,,,,,,,,,,,,84\n";

    private readonly ImportBench bench = new();

    [Fact]
    public void Sessions_are_years()
    {
        bench.Import("unga-ideal-points", bench.File(BySession, "IdealpointestimatesAll_Apr2020.csv")).Import.Vintage.ShouldBe("2020-04");
        bench
            .Numbers("select state, year, value, votes, q0, q100 from ideal_point order by state")
            .Select(r => string.Join(' ', r))
            .ShouldBe(["643 2019 0.25 90 -1 1.5", "840 1946 1.5 42 0.5 2.5"]);
    }

    [Fact]
    public void Estimates_stand_side_by_side_and_none_twice()
    {
        bench.Import("unga-ideal-points", bench.File(ByYear, "IdealpointsJuly2025.csv")).Import.Vintage.ShouldBe("2025-07");
        bench.Numbers("select state, value, votes from ideal_point where variant = 'fp'").ShouldHaveSingleItem().ShouldBe([276, 1.8, 84]);
        bench
            .Numbers("select state, value, q50 from ideal_point where variant = 'legacy'")
            .ShouldHaveSingleItem()
            .ShouldBe([276, 1.7, null]);
        var absent = (long)bench.Numbers("select absent from ideal_point where variant = 'legacy'")[0][0]!;
        ((absent >> (4 * 5)) & 15).ShouldBe((long)Absence.NotApplicable);
    }

    [Fact]
    public void Both_releases_answer_each_by_its_name()
    {
        bench.Import("unga-ideal-points", bench.File(ByYear, "IdealpointsJuly2025.csv"));
        bench.Import("unga-ideal-points", bench.File(BySession, "IdealpointestimatesAll_Apr2020.csv"));
        var record = new StoreRecord(new MemoryRecord([]), bench.Store, ImportBench.States);
        record
            .Find(new() { Measure = "ideal_point", Subject = "DEU" })
            .Select(o => $"{o.Period!.Text} {o.Value.Value:0.0} {o.Basis} {o.Published!.Text}")
            .ShouldBe(["1990 1.8  2025-07", "1990 1.9 all votes 2025-07", "1990 1.7 legacy 2025-07"]);
        record.Find(new() { Measure = "ideal_point", Subject = "RUS" }).ShouldHaveSingleItem().Basis.ShouldBe("all votes");
    }

    [Theory]
    [InlineData("IdealPoint,", "Position,", "expected ideal points by session")]
    [InlineData("Q5%", "Q4%", "expected a column 'Q5%'")]
    [InlineData("2,365,74", "2,365,seventy", "column session: 'seventy'; expected a whole number")]
    [InlineData("2,365,74", "2,365,0", "column session: '0'; expected a session")]
    [InlineData("2,365,74", "2,9999,74", "column ccode: '9999'")]
    public void What_is_not_as_published_is_refused_with_its_place(string from, string to, string said) =>
        Should
            .Throw<DataFileException>(() =>
                bench.Import("unga-ideal-points", bench.File(BySession.Replace(from, to, StringComparison.Ordinal)))
            )
            .Message.ShouldContain(said);

    [SkippableFact]
    public void The_release_of_April_2020_is_read_whole()
    {
        var import = bench.Import("unga-ideal-points", ImportBench.Public("unga", "ideal_points_2020-04.csv.gz")).Import;
        (import.Rows, import.Unplaced, import.Vintage).ShouldBe((10469L, 0L, "2020-04"));
        // Published: Bailey, Strezhnev and Voeten, release of April 2020.
        foreach (
            var (state, year, value) in new[]
            {
                (840, 1946, 1.675486),
                (840, 1989, 3.15064),
                (840, 2019, 2.694793),
                (643, 1946, -2.03781),
                (643, 2019, 0.1418769),
                (156, 1971, -0.9760724),
                (156, 2019, -0.3336454),
                (112, 1955, -2.967974),
            }
        )
            bench
                .Numbers("select value from ideal_point where state = @1 and year = @2", state, year)
                .ShouldHaveSingleItem()[0]
                .ShouldBe(value);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
    }

    [SkippableFact]
    public void The_release_of_July_2025_is_read_whole()
    {
        var import = bench.Import("unga-ideal-points", ImportBench.Public("unga", "ideal_points_2025-07.csv.gz")).Import;
        (import.Unplaced, import.Vintage).ShouldBe((0L, "2025-07"));
        bench.Numbers("select count(*) from ideal_point where variant = 'legacy' and value is not null")[0][0]!.Value.ShouldBeGreaterThan(
            10_000
        );
        bench.Numbers("select value from ideal_point where state = 643 and year = 2022 and variant = 'fp'")[0][0].ShouldBe(-0.8089999);
    }

    public void Dispose() => bench.Dispose();
}
