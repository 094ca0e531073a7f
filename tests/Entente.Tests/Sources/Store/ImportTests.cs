using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.Store;

/// <summary>An import is whole or not there at all, happens once, says what it could not place, and can be undone.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Header = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n";
    private readonly ImportBench bench = new();

    private static string Rows(int from, int count)
    {
        var text = new System.Text.StringBuilder(Header);
        for (var i = 0; i < count; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2,20,{from + i},A,B,{i},-9,{i}.5,-9,4\n");
        return text.ToString();
    }

    [Fact]
    public void A_row_keeps_its_values_its_place_and_why_one_is_missing()
    {
        var outcome = bench.Import("cow-trade", bench.File(Rows(1990, 3)));
        outcome.Already.ShouldBeFalse();
        outcome.Import.Vintage.ShouldBe("4.0");
        bench
            .Numbers("select state1, state2, year, flow1, flow2, smooth1, absent, line from dyadic_trade where year = 1992")
            .ShouldHaveSingleItem()
            .ShouldBe([840, 124, 1992, 2, null, 2.5, ((long)Absence.Unreported << 16) | ((long)Absence.Unreported << 24), 4]);
    }

    [Fact]
    public void A_zero_is_a_value()
    {
        bench.Import("cow-trade", bench.File(Rows(1990, 1)));
        bench.Numbers("select flow1, flow2 from dyadic_trade").ShouldHaveSingleItem().ShouldBe([0, null]);
    }

    [Fact]
    public void The_same_files_come_in_once_whatever_they_are_called()
    {
        var first = bench.Import("cow-trade", bench.File(Rows(1990, 3)));
        var second = bench.Import("cow-trade", bench.File(Rows(1990, 3), "renamed.csv"));
        second.Already.ShouldBeTrue();
        second.Import.Id.ShouldBe(first.Import.Id);
        bench.Count("dyadic_trade").ShouldBe(3);
    }

    [Fact]
    public void A_second_release_stands_beside_the_first()
    {
        bench.Import("cow-trade", bench.File(Rows(1990, 3)));
        bench.Import("cow-trade", bench.File(Rows(1990, 3).Replace(",4\n", ",5\n", StringComparison.Ordinal)));
        bench.Store.Imports().Select(i => i.Vintage).ShouldBe(["4.0", "5.0"]);
        bench.Count("dyadic_trade").ShouldBe(6);
    }

    [Theory]
    [InlineData("2,20,1993,A,B,x,1,1,1,4\n", "flow1", "'x'")]
    [InlineData("2,20,93,A,B,1,1,1,1,4\n", "year", "'93'")]
    [InlineData("2,20,1993,A,B,1\n", "", "6 fields")]
    [InlineData("2,20,1990,A,B,1,1,1,1,4\n", "", "a second row")]
    [InlineData("2,999,1993,A,B,1,1,1,1,4\n", "ccode2", "'999'")]
    [InlineData("2,265,1949,A,B,1,1,1,1,4\n2,265,2001,A,B,1,1,1,1,4\n", "ccode2", "'265'")]
    public void One_bad_row_refuses_the_whole_and_names_its_place(string bad, string column, string found)
    {
        var path = bench.File(Rows(1990, 3) + bad);
        var problem = Should.Throw<Exception>(() => bench.Import("cow-trade", path));
        if (problem is DataFileException located)
        {
            located.Line.ShouldBe(4 + bad.Count(c => c == '\n'));
            located.Column.ShouldBe(column);
        }
        problem.Message.ShouldContain(found);
        bench.Store.Imports().ShouldBeEmpty();
        bench.Count("dyadic_trade").ShouldBe(0);
    }

    [Fact]
    public void A_code_of_other_years_is_told_with_the_years_that_it_is_of()
    {
        var path = bench.File(Header + "2,265,2001,A,B,1,1,1,1,4\n");
        var problem = Should.Throw<DataFileException>(() => bench.Import("cow-trade", path));
        problem.Expected.ShouldContain("German Democratic Republic (265, 1949 to 1990)");
        problem.Hint!.ShouldContain("--accept-unplaced");
    }

    [Fact]
    public void What_cannot_be_placed_is_kept_on_a_list_where_that_is_wanted()
    {
        var path = bench.File(Rows(1990, 3) + "2,999,1993,A,B,1,1,1,1,4\n");
        var import = bench
            .Import(
                "cow-trade",
                new ImportOptions
                {
                    Now = ImportBench.Now,
                    Program = "test",
                    AcceptUnplaced = true,
                },
                path
            )
            .Import;
        import.Rows.ShouldBe(3);
        import.Unplaced.ShouldBe(1);
        bench.Store.Unplaced(import.Id).ShouldHaveSingleItem().Line.ShouldBe(5);
    }

    [Fact]
    public void A_torn_compressed_file_leaves_nothing()
    {
        var path = bench.Zipped(Rows(1100, 900), "torn.csv.gz");
        using (var stream = File.OpenWrite(path))
            stream.SetLength(stream.Length / 2);
        Should.Throw<DataFileException>(() => bench.Import("cow-trade", path)).Message.ShouldContain("torn.csv.gz");
        bench.Store.Imports().ShouldBeEmpty();
        bench.Count("dyadic_trade").ShouldBe(0);
    }

    [Fact]
    public void Undoing_takes_the_rows_out_and_no_others()
    {
        var first = bench.Import("cow-trade", bench.File(Rows(1990, 3))).Import;
        var second = bench.Import("cow-trade", bench.File(Rows(1970, 5))).Import;
        bench.Store.Undo(first.Id, CancellationToken.None).ShouldBeTrue();
        bench.Store.Undo(first.Id, CancellationToken.None).ShouldBeFalse();
        bench.Count("dyadic_trade").ShouldBe(5);
        bench.Store.Imports().ShouldHaveSingleItem().Id.ShouldBe(second.Id);
        // A number is never given twice.
        bench.Import("cow-trade", bench.File(Rows(1990, 3))).Import.Id.ShouldBeGreaterThan(second.Id);
    }

    [Fact]
    public void A_cancelled_import_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        var run = new ImportRunner(bench.Store, ImportBench.States);
        var path = bench.File(Rows(1000, 1999));
        var options = new ImportOptions
        {
            Now = ImportBench.Now,
            Program = "test",
            Progress = new Cancelling(source),
        };
        Should.Throw<OperationCanceledException>(() =>
            run.Run(Entente.Sources.Datasets.DatasetCatalogue.Find("cow-trade")!, [path], options, source.Token)
        );
        bench.Store.Imports().ShouldBeEmpty();
        bench.Count("dyadic_trade").ShouldBe(0);
        bench.Import("cow-trade", path).Import.Rows.ShouldBe(1999);
    }

    [Fact]
    public void A_full_disk_leaves_nothing_and_says_so()
    {
        bench.Import("cow-trade", bench.File(Rows(1990, 3)));
        var pages = SqliteStore.Scalar(bench.Store.Connection, "pragma page_count");
        SqliteStore.Execute(bench.Store.Connection, $"pragma max_page_count={pages + 2}");
        var path = bench.File(Rows(1000, 1999));
        Should.Throw<StoreException>(() => bench.Import("cow-trade", path)).Message.ShouldContain("no room left");
        bench.Count("dyadic_trade").ShouldBe(3);
        SqliteStore.Execute(bench.Store.Connection, "pragma max_page_count=1000000");
        bench.Import("cow-trade", path).Import.Rows.ShouldBe(1999);
        new StoreCheck(bench.Store).Run(CancellationToken.None).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_at_once_both_get_their_rows_in()
    {
        var paths = Enumerable.Range(0, 6).Select(i => bench.File(Rows(1000 + (100 * i), 90))).ToArray();
        var ids = await Task.WhenAll(
            paths.Select(p =>
                Task.Run(() =>
                {
                    // A connection of its own is what another process has.
                    using var store = SqliteStore.Open(bench.StorePath);
                    return new ImportRunner(store, ImportBench.States)
                        .Run(
                            Entente.Sources.Datasets.DatasetCatalogue.Find("cow-trade")!,
                            [p],
                            new() { Now = ImportBench.Now, Program = "test" },
                            CancellationToken.None
                        )
                        .Import.Id;
                })
            )
        );
        ids.Distinct().Count().ShouldBe(6);
        bench.Count("dyadic_trade").ShouldBe(540);
        new StoreCheck(bench.Store).Run(CancellationToken.None).ShouldBeEmpty();
    }

    public void Dispose() => bench.Dispose();

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Share > 0.3)
                source.Cancel();
        }
    }
}
