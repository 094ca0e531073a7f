using System.Text;
using Entente.Sources.Datasets;
using Entente.Sources.Store;
using Entente.Sources.Store.ClickHouse;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.ClickHouse;

/// <summary>What needs no server: the cluster's line, its SQL, its rows.</summary>
public sealed class ClickHouseSqlTests
{
    [Theory]
    [InlineData("clickhouse://a:1,b:2/record?user=u&password=p%26w", "http://a:1/ http://b:2/", "record", "u", "p&w", "entente")]
    [InlineData("clickhouse://a", "http://a:8123/", "entente", "default", "", null)]
    [InlineData("clickhouses://a,b:9/?cluster=two", "https://a:8443/ https://b:9/", "entente", "default", "", "two")]
    public void A_line_says_where_the_cluster_is(string line, string hosts, string database, string user, string password, string? cluster)
    {
        var address = ClickHouseAddress.Parse(line);
        string.Join(' ', address.Hosts).ShouldBe(hosts);
        (address.Database, address.User, address.Password, address.Cluster).ShouldBe((database, user, password, cluster));
        address.ToString().ShouldNotContain("p&w");
    }

    [Theory]
    [InlineData("clickhouse://", "the host ''")]
    [InlineData("clickhouse://a:x/db", "the host 'a:x'")]
    [InlineData("clickhouse://a/d-b?password=secret", "the database 'd-b'")]
    [InlineData("clickhouse://a/db?color=red", "the option 'color=red'")]
    public void A_line_of_another_form_is_refused(string line, string found)
    {
        var problem = Should.Throw<StoreException>(() => ClickHouseAddress.Parse(line));
        problem.Found.ShouldBe(found);
        problem.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("select 1", "select 1")]
    [InlineData("select v from vote where rcid = @1", "select v from vote prewhere import_id in (1, 2) where rcid = 7")]
    [InlineData(
        "select x.v from vote x where x.t = @2",
        "select x.v from vote x prewhere import_id in (1, 2) where x.t = 'it\\'s \\\\ @1'"
    )]
    [InlineData("select 1 from (select 2 from vote as v)", "select 1 from (select 2 from vote as v prewhere import_id in (1, 2))")]
    [InlineData("select '@1 from vote' from vote group by v", "select '@1 from vote' from vote prewhere import_id in (1, 2) group by v")]
    [InlineData("select 1 from vote_other", "select 1 from vote_other")]
    public void Bulk_tables_show_standing_imports_and_values_are_escaped(string sql, string expected) =>
        ClickHouseSql.Of(new StoreQuery(sql, 7, "it's \\ @1"), "1, 2").ShouldBe(expected);

    [Fact]
    public void Where_nothing_stands_nothing_is_shown() =>
        ClickHouseSql.Of(new StoreQuery("select 1 from vote"), "").ShouldBe("select 1 from vote prewhere import_id in (0)");

    [Theory]
    [InlineData(156, 3325381943u)]
    [InlineData(840, 3919985363u)]
    public void Parties_fall_to_the_shard_that_a_server_reckons(ulong party, uint hash) => ClickHouseSql.IntHash32(party).ShouldBe(hash);

    [Fact]
    public void Parties_spread_evenly()
    {
        var parties = ImportBench.States.All.Select(p => p.Id).Where(i => i < 1000).ToArray();
        foreach (var shards in new[] { 2, 3, 8 })
        {
            var counts = new int[shards];
            foreach (var party in parties)
                counts[ClickHouseSql.ShardOf(party, shards)]++;
            counts.Min().ShouldBeGreaterThan(parties.Length / shards / 2);
        }
    }

    [Fact]
    public void Rows_of_an_answer_are_read_where_they_lie()
    {
        var text = "1\t-2.5\t\\N\ta\\tb\\\\N\\n\\'\n" + new string('x', 200_000) + "\t\t0\t\\\\N\n";
        var rows = new TabSeparatedRows(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        rows.Next().ShouldBeTrue();
        (rows.Integer(0), rows.Real(1), rows.Integer(1), rows.IsNull(2), rows.Integer(2), rows.Text(3)).ShouldBe(
            (1L, -2.5, -2L, true, 0L, "a\tb\\N\n'")
        );
        rows.Next().ShouldBeTrue();
        (rows.Text(0).Length, rows.Text(1), rows.IsNull(3), rows.Text(3)).ShouldBe((200_000, "", false, "\\N"));
        rows.Next().ShouldBeFalse();
        rows = new TabSeparatedRows(new MemoryStream("1\t2\n1"u8.ToArray()));
        rows.Next().ShouldBeTrue();
        Should.Throw<IOException>(() => rows.Next());
    }

    [Fact]
    public void Every_table_has_a_subject_that_rows_can_be_spread_by()
    {
        foreach (var table in DatasetCatalogue.Tables)
        {
            table.SubjectColumn.ShouldBeInRange(0, Math.Max(0, table.Key - 1), table.Name);
            ClickHouseSql.Columns(table).Select(c => c.Name).ShouldBe([.. table.AllColumns.Select(c => c.Name), "block"]);
        }
    }

    [Fact]
    public void Rows_lie_by_party_and_time()
    {
        ClickHouseSql
            .CreateLocal(GoodsFlow.Table)
            .ShouldEndWith("partition by import_id order by (reporter, period, partner, item, direction)");
        ClickHouseSql.CreateLocal(DatasetCatalogue.Tables.Single(t => t.Name == "vote")).ShouldEndWith("order by (rcid, state)");
    }

    [Fact]
    public void The_same_rows_make_the_same_blocks()
    {
        var shape = DatasetCatalogue.Tables.Single(t => t.Name == "vote");
        IReadOnlyList<(LedgerBlock, int)> Cut(int batch)
        {
            var sealedBlocks = new List<(LedgerBlock, int)>();
            var builder = new BlockBuilder(
                shape,
                3,
                3,
                100,
                b =>
                {
                    sealedBlocks.Add((b.Entry, b.Length));
                    return new Block(b.Shape, b.Shard);
                }
            );
            var writer = new TableWriter(
                shape,
                b =>
                {
                    builder.Add(b);
                    b.Clear();
                    return b;
                }
            );
            for (var i = 0; i < 5000; i++)
            {
                writer.Row(i).Int(i / 190).Int(i % 190).Int(1);
                // Batches of another size make no other blocks.
                if (i % batch == 0)
                    writer.Flush();
            }
            writer.Flush();
            builder.Flush();
            builder.Written.Rows.ShouldBe(5000);
            return sealedBlocks;
        }
        Cut(7).ShouldBe(Cut(1000));
        Cut(7).Select(b => b.Item1.Shard).Distinct().Count().ShouldBe(3);
    }
}
