using Entente.Sources.Datasets;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;
using Entente.Sources.Store.Tables;
using Microsoft.Data.Sqlite;

namespace Entente.Tests.Sources.Store;

/// <summary>The file itself: its schema, what happens to files that are none of ours, copies and damage.</summary>
public sealed class StoreFileTests : IDisposable
{
    private const string Trade =
        "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n2,20,1990,A,B,1,2,3,4,4\n";
    private readonly ImportBench bench = new();

    public static TheoryData<string> Tables => [.. DatasetCatalogue.Tables.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_schema_has_every_table_in_the_shape_that_importers_write(string table)
    {
        var shape = DatasetCatalogue.Tables.Single(t => t.Name == table);
        var columns = new List<(string Name, string Type, bool NotNull, long Key)>();
        bench.Store.Read(
            new StoreQuery($"select name, type, \"notnull\", pk from pragma_table_info('{table}')"),
            r => columns.Add((r.Text(0), r.Text(1), r.Integer(2) != 0, r.Integer(3)))
        );
        var expected = shape.AllColumns;
        columns.Select(c => c.Name).ShouldBe(expected.Select(c => c.Name));
        columns
            .Select(c => c.Type.ToUpperInvariant())
            .ShouldBe(
                expected.Select(c =>
                    c.Kind switch
                    {
                        CellKind.Integer => "INTEGER",
                        CellKind.Real => "REAL",
                        _ => "TEXT",
                    }
                )
            );
        columns.Select(c => !c.NotNull).ShouldBe(expected.Select(c => c.Nullable));
        // The import and the key columns, in their order.
        columns
            .Where(c => c.Key > 0)
            .OrderBy(c => c.Key)
            .Select(c => c.Name)
            .ShouldBe(["import_id", .. shape.Columns.Take(shape.Key).Select(c => c.Name)]);
    }

    [Fact]
    public void Opening_twice_changes_nothing()
    {
        bench.Import("cow-trade", bench.File(Trade));
        bench.Reopen();
        bench.Store.Imports().Count.ShouldBe(1);
        SqliteStore.Scalar(bench.Store.Connection, "pragma user_version").ShouldBe(SqliteSchema.Version);
        SqliteStore.Scalar(bench.Store.Connection, "pragma foreign_keys").ShouldBe(1);
    }

    [Fact]
    public void A_store_of_the_first_version_is_brought_up_with_its_rows()
    {
        var path = Path.Combine(bench.Folder, "old.db");
        bench.Import("cow-trade", bench.File(Trade));
        using (var old = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            old.Open();
            foreach (var script in SqliteSchema.Scripts().Where(s => s.Version == 1))
                SqliteStore.Execute(old, script.Sql);
            // The rows of a store that is whole, as a program of that time would have left them.
            SqliteStore.Execute(old, $"attach '{bench.StorePath}' as new");
            foreach (var table in new[] { "import_number", "import", "import_file", "import_table", "dyadic_trade" })
                SqliteStore.Execute(old, $"insert into main.{table} select * from new.{table}");
            SqliteStore.Execute(old, "detach new");
            SqliteStore.Execute(old, $"pragma application_id={0x454E5445}");
            SqliteStore.Execute(old, "pragma user_version=1");
        }
        using var store = SqliteStore.Open(path);
        SqliteStore.Scalar(store.Connection, "pragma user_version").ShouldBe(SqliteSchema.Version);
        new StoreCheck(store).Run(CancellationToken.None).ShouldBeEmpty();
        store.Imports().ShouldHaveSingleItem().Rows.ShouldBe(1);
        // What is made by steps is what is made at once.
        Schema(store).ShouldBe(Schema(bench.Store));
        store.Undo(1, CancellationToken.None).ShouldBeTrue();

        static List<string> Schema(SqliteStore store)
        {
            var lines = new List<string>();
            store.Read(new StoreQuery("select name, sql from sqlite_master order by name"), r => lines.Add($"{r.Text(0)}: {r.Text(1)}"));
            return lines;
        }
    }

    [Fact]
    public void A_store_of_a_newer_program_is_left_alone()
    {
        SqliteStore.Execute(bench.Store.Connection, "pragma user_version=9999");
        var problem = Should.Throw<StoreException>(() => SqliteStore.Open(bench.StorePath));
        problem.Found.ShouldContain("newer Entente");
        SqliteStore.Scalar(bench.Store.Connection, "pragma user_version").ShouldBe(9999);
    }

    [Fact]
    public void Another_programs_database_is_left_alone()
    {
        var path = Path.Combine(bench.Folder, "other.db");
        using (var other = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            other.Open();
            SqliteStore.Execute(other, "create table recipes (id integer)");
        }
        Should.Throw<StoreException>(() => SqliteStore.Open(path)).Found.ShouldBe("a database of another program");
        Should
            .Throw<StoreException>(() => SqliteStore.Open(bench.File("no database at all, but long enough to be looked at")))
            .Found.ShouldContain("no store");
    }

    [Fact]
    public void A_row_altered_behind_our_back_is_found()
    {
        bench.Import("cow-trade", bench.File(Trade));
        new StoreCheck(bench.Store).Run(CancellationToken.None).ShouldBeEmpty();
        SqliteStore.Execute(bench.Store.Connection, "update dyadic_trade set flow1 = 1.0000001");
        new StoreCheck(bench.Store).Run(CancellationToken.None).ShouldHaveSingleItem().ShouldContain("altered");
        SqliteStore.Execute(bench.Store.Connection, "delete from dyadic_trade");
        new StoreCheck(bench.Store).Run(CancellationToken.None).ShouldHaveSingleItem().ShouldContain("found 0 rows");
    }

    [Fact]
    public void A_copy_is_whole_and_can_be_restored_elsewhere()
    {
        bench.Import("cow-trade", bench.File(Trade));
        var copy = Path.Combine(bench.Folder, "copy.db");
        bench.Store.Backup(copy);
        Should.Throw<StoreException>(() => bench.Store.Backup(copy)).Found.ShouldContain("already");
        using var other = SqliteStore.Open(Path.Combine(bench.Folder, "elsewhere", "record.db"));
        other.Restore(copy);
        other.Imports().ShouldHaveSingleItem().Rows.ShouldBe(1);
        new StoreCheck(other).Run(CancellationToken.None).ShouldBeEmpty();
        // And it goes on being written to.
        other.Undo(1, CancellationToken.None).ShouldBeTrue();
    }

    [Fact]
    public void A_damaged_copy_is_refused_and_the_store_stays()
    {
        bench.Import("cow-trade", bench.File(Trade));
        var copy = Path.Combine(bench.Folder, "copy.db");
        bench.Store.Backup(copy);
        using (var stream = File.OpenWrite(copy))
            stream.SetLength(stream.Length - 5000);
        Should.Throw<StoreException>(() => bench.Store.Restore(copy));
        Should.Throw<StoreException>(() => bench.Store.Restore(Path.Combine(bench.Folder, "none.db"))).Found.ShouldBe("no such file");
        bench.Store.Imports().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_place_that_cannot_be_written_says_so()
    {
        var file = bench.File("in the way");
        Should.Throw<StoreException>(() => SqliteStore.Open(Path.Combine(file, "record.db"))).Expected.ShouldContain("ENTENTE_HOME");
    }

    public void Dispose() => bench.Dispose();
}
