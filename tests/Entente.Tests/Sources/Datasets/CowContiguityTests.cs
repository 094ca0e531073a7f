using System.IO.Compression;
using Entente.Sources.Datasets.Reading;

namespace Entente.Tests.Sources.Datasets;

public sealed class CowContiguityTests : IDisposable
{
    private const string Header = "dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\n";
    private readonly ImportBench bench = new();

    [Fact]
    public void Keeps_the_kind_and_the_months()
    {
        bench
            .Import("cow-contiguity", bench.File(Header + "2020,2,\"USA\",20,\"CAN\",1,192001,201612,\"\",3.2\n"))
            .Import.Vintage.ShouldBe("3.2");
        bench
            .Numbers("select state1, state2, first_month, kind, last_month, line from contiguity")
            .ShouldBe([
                [840, 124, 19200100, 1, 20161200, 2],
            ]);
    }

    [Fact]
    public void A_number_that_came_to_mean_others_has_a_row_for_each()
    {
        bench.Import("cow-contiguity", bench.File(Header + "310345,310,HUN,345,YUG,1,199004,201612,,3.2\n"));
        bench
            .Numbers("select state2, first_month, last_month from contiguity order by first_month")
            .ShouldBe([
                [890, 19900400, 19911200],
                [891, 19920100, 20051200],
                [688, 20060100, 20161200],
            ]);
    }

    /// <summary>The project packs master records, dyad-years, state-years and a codebook.</summary>
    [Fact]
    public void Finds_the_master_records_in_the_published_zip()
    {
        var path = Path.Combine(bench.Folder, "DirectContiguity320.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
            foreach (
                var (name, text) in new[]
                {
                    ("DirectContiguity320/Codebook.pdf", "%PDF-1.4\0"),
                    (
                        "DirectContiguity320/contdird.csv",
                        "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n2020,2,USA,20,CAN,1920,1,3.2\n"
                    ),
                    ("DirectContiguity320/contdir.csv", Header + "2020,2,USA,20,CAN,1,192001,201612,,3.2\n"),
                }
            )
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        bench.Import("cow-contiguity", path);
        bench.Count("contiguity").ShouldBe(1);
    }

    [Theory]
    [InlineData("2020,2,USA,20,CAN,6,192001,201612,,3.2\n", "conttype")]
    [InlineData("2020,2,USA,20,CAN,1,192013,201612,,3.2\n", "begin")]
    [InlineData("2020,2,USA,20,CAN,1,192001,191912,,3.2\n", "end")]
    public void A_broken_row_is_refused_with_its_place(string row, string said) =>
        Should.Throw<DataFileException>(() => bench.Import("cow-contiguity", bench.File(Header + row))).Message.ShouldContain(said);

    [SkippableFact]
    public void The_master_records_can_be_placed_whole()
    {
        bench.Import("cow-contiguity", ImportBench.Public("cow", "contdir_3.2.csv")).Import.Unplaced.ShouldBe(0);
        bench
            .Numbers("select count(distinct line) from contiguity")
            .ShouldBe([
                [847],
            ]);
    }

    public void Dispose() => bench.Dispose();
}
