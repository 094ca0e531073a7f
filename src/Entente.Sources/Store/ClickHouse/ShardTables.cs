using System.Diagnostics;
using System.Globalization;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>What a shard holds of an import: counted, taken out, summed. Always the node's own part of a table.</summary>
internal static class ShardTables
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Rows by block.</summary>
    public static Dictionary<long, long> Count(ClickHouseNode node, string table, int import, CancellationToken cancellation = default)
    {
        var counts = new Dictionary<long, long>();
        node.Read(
            string.Create(
                CultureInfo.InvariantCulture,
                $"select {ClickHouseSql.BlockColumn}, count() from {ClickHouseSql.Local(table)} where import_id = {import} group by {ClickHouseSql.BlockColumn}"
            ),
            r => counts[r.Integer(0)] = r.Integer(1),
            cancellation
        );
        return counts;
    }

    public static long Count(ClickHouseNode node, string table, int import, long block, CancellationToken cancellation) =>
        node.Number(
            string.Create(
                CultureInfo.InvariantCulture,
                $"select count() from {ClickHouseSql.Local(table)} where import_id = {import} and {ClickHouseSql.BlockColumn} = {block}"
            ),
            cancellation
        );

    /// <summary>Takes one block out and waits until it is gone. Rewrites the parts that it lies in: for the rare case.</summary>
    public static void Remove(ClickHouseNode node, string table, int import, long block, CancellationToken cancellation)
    {
        var local = ClickHouseSql.Local(table);
        node.Execute(
            string.Create(
                CultureInfo.InvariantCulture,
                $"alter table {local} delete where import_id = {import} and {ClickHouseSql.BlockColumn} = {block}"
            ),
            cancellation
        );
        var waited = Stopwatch.StartNew();
        while (
            node.Number(
                $"select count() from system.mutations where database = currentDatabase() and table = '{local}' and is_done = 0",
                cancellation
            ) > 0
        )
        {
            if (waited.Elapsed > Longest)
                throw new NodeFault(node.Name, NodeFault.NoAnswer, $"a mutation of {local} does not end (system.mutations)");
            cancellation.WaitHandle.WaitOne(50);
        }
    }

    public static void Drop(ClickHouseNode node, string table, int import, CancellationToken cancellation = default) =>
        node.Execute(
            string.Create(CultureInfo.InvariantCulture, $"alter table {ClickHouseSql.Local(table)} drop partition {import}"),
            cancellation
        );

    /// <summary>
    /// A key that two rows of an import have: its cells as text and the later row's line; null where there is none. Rows of a key lie on one
    /// shard. Goes through the table by ranges of the first key column, so that memory does not grow with the import.
    /// </summary>
    public static (IReadOnlyList<string> Key, long Line)? Doubled(
        ClickHouseNode node,
        TableShape shape,
        int import,
        CancellationToken cancellation
    )
    {
        if (shape.Key == 0)
            return null;
        var local = ClickHouseSql.Local(shape.Name);
        var keys = string.Join(", ", shape.Columns.Take(shape.Key).Select(c => c.Name));
        foreach (var range in Ranges(node, shape, import, cancellation))
        {
            (IReadOnlyList<string>, long)? found = null;
            node.Read(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"select {keys}, max(line) as last_line from {local} where import_id = {import}{range} group by {keys} having count() > 1 order by last_line limit 1"
                ),
                r => found = ([.. Enumerable.Range(0, shape.Key).Select(r.Text)], r.Integer(shape.Key)),
                cancellation
            );
            if (found is not null)
                return found;
        }
        return null;
    }

    /// <summary>Counts and sums what a shard holds of an import: on the server, but for tables with texts, whose characters it cannot mix.</summary>
    public static (long Rows, ulong Sum, int From, int To) Sum(
        ClickHouseNode node,
        TableShape shape,
        int import,
        CancellationToken cancellation
    )
    {
        if (shape.Columns.Count > RowSumSql.MostColumns || shape.Columns.Any(c => c.Kind == CellKind.Text))
            return SumHere(node, shape, import, cancellation);
        var result = (Rows: 0L, Sum: 0UL, From: 0, To: 0);
        node.Read(
            RowSumSql.Of(shape, import),
            r =>
                result = (
                    r.Integer(0),
                    ulong.Parse(r.Text(1), NumberStyles.None, CultureInfo.InvariantCulture),
                    (int)r.Integer(2),
                    (int)r.Integer(3)
                ),
            cancellation
        );
        return result;
    }

    private static (long Rows, ulong Sum, int From, int To) SumHere(
        ClickHouseNode node,
        TableShape shape,
        int import,
        CancellationToken cancellation
    )
    {
        var sum = new RowSum();
        var names = string.Join(", ", shape.AllColumns.Skip(1).Select(c => c.Name));
        node.Read(
            string.Create(
                CultureInfo.InvariantCulture,
                $"select {names} from {ClickHouseSql.Local(shape.Name)} where import_id = {import}"
            ),
            r => sum.Add(shape, r),
            cancellation
        );
        return (sum.Rows, sum.Value, sum.From, sum.To);
    }

    /// <summary>Conditions on the first key column that cut an import into pieces of some million rows.</summary>
    private static List<string> Ranges(ClickHouseNode node, TableShape shape, int import, CancellationToken cancellation)
    {
        const long Piece = 4_000_000;
        var first = shape.Columns[0];
        var local = ClickHouseSql.Local(shape.Name);
        var all = node.Number(
            string.Create(CultureInfo.InvariantCulture, $"select count() from {local} where import_id = {import}"),
            cancellation
        );
        if (all <= Piece || first.Kind != CellKind.Integer)
            return all == 0 ? [] : [""];
        var ranges = new List<string>();
        var (from, last, rows) = (long.MinValue, 0L, 0L);
        void Close()
        {
            if (rows > 0)
                ranges.Add(string.Create(CultureInfo.InvariantCulture, $" and {first.Name} >= {from} and {first.Name} <= {last}"));
            (from, rows) = (long.MinValue, 0);
        }
        node.Read(
            string.Create(
                CultureInfo.InvariantCulture,
                $"select {first.Name}, count() from {local} where import_id = {import} group by {first.Name} order by {first.Name}"
            ),
            r =>
            {
                if (rows > 0 && rows + r.Integer(1) > Piece)
                    Close();
                last = r.Integer(0);
                from = rows == 0 ? last : from;
                rows += r.Integer(1);
            },
            cancellation
        );
        Close();
        return ranges;
    }
}
