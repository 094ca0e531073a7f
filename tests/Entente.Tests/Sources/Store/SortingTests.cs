using Entente.Sources.Datasets;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;
using Entente.Sources.Store.Sqlite.Sorting;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.Store;

/// <summary>Large imports in another order than the table's are sorted on their way; nobody can tell afterwards.</summary>
public sealed class SortingTests : IDisposable
{
    private static readonly TableShape Shape = GoodsFlow.Table;
    private readonly ImportBench bench = new();

    /// <param name="rows">With 12,288 and more a second batch comes before the sorting begins.</param>
    [Theory]
    [InlineData(5_000)]
    [InlineData(50_000)]
    public void Sorted_rows_are_the_rows_that_were_written(int rows)
    {
        var direct = Import(rows, sortFrom: int.MaxValue);
        var sorted = Import(rows, sortFrom: 3_000);
        sorted.Tables.ShouldBe(direct.Tables);
        bench.Store.Recount(sorted.Id, Shape, CancellationToken.None).ShouldBe(direct.Tables[0]);
        new StoreCheck(bench.Store).Run(CancellationToken.None).ShouldBeEmpty();
        // Nothing is left beside the store.
        Directory.GetFiles(bench.Folder, "*-sort-*").ShouldBeEmpty();
        bench.Store.Undo(sorted.Id, CancellationToken.None).ShouldBeTrue();
        bench.Count("goods_flow").ShouldBe(rows);
    }

    [Fact]
    public void Of_two_rows_with_one_key_the_second_is_named()
    {
        var problem = Should.Throw<StoreException>(() => Import(50_000, 3_000, twice: 17));
        problem.Message.ShouldContain("line 50001: a second row for reporter");
        bench.Store.Imports().ShouldBeEmpty();
        bench.Count("goods_flow").ShouldBe(0);
        Directory.GetFiles(bench.Folder, "*-sort-*").ShouldBeEmpty();
    }

    /// <param name="wide">With keys that do not fit into the number by which rows are sorted: that costs order and loses nothing.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_come_back_in_the_order_of_the_key_from_many_runs(bool wide)
    {
        long[][] rows =
        [
            .. Enumerable.Range(0, 5_000).Select(i => (long[])[i % 7, -i % 11, (i * 7919L) % 5_003, i, 1 + (i % 2)]),
            .. wide
                ?
                [
                    [long.MinValue, long.MaxValue, 0, long.MinValue, long.MaxValue],
                    [long.MaxValue, long.MinValue, 0, long.MaxValue, long.MinValue],
                ]
                : Array.Empty<long[]>(),
        ];
        using var runs = new SortedRuns(Shape, Path.Combine(bench.Folder, "runs"), gatherBytes: 32 << 10);
        var n = 0;
        foreach (var row in rows)
        {
            var into = runs.Next();
            row.CopyTo(into);
            (into[5], into[6], into[7], into[8]) = (BitConverter.DoubleToInt64Bits(row[3] / 3.0), 0, (long)Absence.Unreported << 24, ++n);
        }
        runs.Runs.ShouldBeGreaterThan(5);
        var read = new List<long[]>();
        var writer = new TableWriter(
            Shape,
            batch =>
            {
                for (var r = 0; r < batch.Count; r++)
                {
                    read.Add(batch.Cells(r)[..5].ToArray());
                    batch.Real(r, 5).ShouldBe(batch.Integer(r, 3) / 3.0);
                    batch.AbsenceOf(r, 6).ShouldBe(Absence.Unreported);
                    rows[batch.Line(r) - 1].ShouldBe(read[^1]);
                }
                batch.Clear();
                return batch;
            }
        );
        runs.Merge(writer, CancellationToken.None);
        writer.Flush();
        read.Count.ShouldBe(rows.Length);
        if (!wide)
            read.Zip(read.Skip(1)).Count(p => p.First.AsSpan().SequenceCompareTo(p.Second) > 0).ShouldBe(0);
    }

    public void Dispose() => bench.Dispose();

    /// <summary>Rows as a publisher orders them: year, product, reporter, partner.</summary>
    private StoredImport Import(int rows, int sortFrom, int? twice = null)
    {
        bench.Store.Sorting = new(sortFrom, 256 << 10);
        var plan = new ImportPlan
        {
            Dataset = "test",
            Vintage = $"{sortFrom}",
            Files = [new("f", $"{sortFrom}", 1)],
            Tables = [Shape],
            ImportedAt = ImportBench.Now,
            Program = "test",
        };
        using var import = bench.Store.Begin(plan, CancellationToken.None);
        using (var pipe = new BatchPipe(import, CancellationToken.None))
        {
            var table = pipe.Table(Shape);
            for (var i = 0; i < rows; i++)
                Row(table, i, i + 1);
            if (twice is { } again)
                Row(table, again, rows + 1);
            pipe.Complete();
        }
        return import.Complete();

        static void Row(TableWriter table, int i, long line)
        {
            var row = table
                .Row(line)
                .Int(4 + (i / 10 % 20))
                .Int(4 + (i % 10))
                .Int(6_010_000 + (i / 200 % 50))
                .Int(20_200_000 - (i / 10_000 * 10_000))
                .Int(1);
            if (i % 5 == 0)
                row.Missing(Absence.Suppressed).Real(-0.0);
            else
                row.Real(i / 7.0).Missing(Absence.Unreported);
        }
    }
}
