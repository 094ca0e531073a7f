using Entente.Sources.Datasets.Reading;

namespace Entente.Tests.Sources.Datasets;

public sealed class CshapesDistanceTests : IDisposable
{
    private readonly ImportBench bench = new();

    [Fact]
    public void A_distance_of_nothing_is_a_border_and_no_gap()
    {
        bench.Import("cshapes-distance", bench.File("ccode1,ccode2,year,mindist\n2,20,1921,0\n2,31,1990,\n"));
        bench
            .Numbers("select state2, minimum, capitals from yearly_distance order by year")
            .ShouldBe([
                [124, 0, null],
                [44, null, null],
            ]);
    }

    [Fact]
    public void Reads_Gleditsch_and_Wards_numbers_and_other_distances()
    {
        bench.Import("cshapes-distance", bench.File("gwcode1,gwcode2,year,capdist,centdist\n260,340,2010,1000.5,1100\n"));
        bench
            .Numbers("select state1, state2, minimum, capitals, centroids from yearly_distance")
            .ShouldBe([
                [276, 688, null, 1000.5, 1100],
            ]);
    }

    [Fact]
    public void Another_table_is_refused() =>
        Should
            .Throw<DataFileException>(() => bench.Import("cshapes-distance", bench.File("ccode1,ccode2,year,flow1\n2,20,1990,1\n")))
            .Message.ShouldContain("mindist");

    [SkippableFact]
    public void All_dyad_years_can_be_placed()
    {
        bench.Import("cshapes-distance", ImportBench.Public("cow", "cshapes_mindist.csv.gz")).Import.Unplaced.ShouldBe(0);
        bench.Count("yearly_distance").ShouldBe(952_244);
    }

    public void Dispose() => bench.Dispose();
}
