using System.Globalization;
using Entente.Sources.Datasets;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>The tables of a node, and where it stands in the cluster.</summary>
internal static class ClickHouseSchema
{
    public static bool Has(ClickHouseNode node, string table)
    {
        try
        {
            return node.Number($"select count() from system.tables where database = currentDatabase() and name = '{table}'") > 0;
        }
        catch (NodeFault fault) when (fault.Code == NodeFault.UnknownDatabase)
        {
            return false;
        }
    }

    /// <summary>The number of the shard that a node is itself a part of, as its own configuration says.</summary>
    /// <exception cref="StoreException">The node's configuration has no such cluster, or the node is no part of it.</exception>
    public static int ShardOf(ClickHouseNode node, ClickHouseAddress address)
    {
        if (address.Cluster is not { } cluster)
            return 1;
        var (shard, shards) = (0, 0);
        node.Read(
            $"select maxIf(shard_num, is_local = 1), max(shard_num) from system.clusters where cluster = '{cluster}'",
            r => (shard, shards) = ((int)r.Integer(0), (int)r.Integer(1))
        );
        return shard > 0
            ? shard
            : throw new StoreException(
                node.Name,
                shards == 0
                    ? $"no cluster '{cluster}' in the server's configuration"
                    : $"a server that is no part of its cluster '{cluster}'",
                $"remote_servers with <{cluster}> and all its shards, this server among them (docs/scale.md)"
            );
    }

    /// <exception cref="StoreException">A shard of the cluster has no host in the line.</exception>
    public static void CheckShards(IReadOnlyList<ClickHouseNode> nodes, ClickHouseAddress address)
    {
        if (address.Cluster is not { } cluster)
            return;
        var shards = nodes[0].Number($"select max(shard_num) from system.clusters where cluster = '{cluster}'");
        for (var shard = 1; shard <= shards; shard++)
            if (nodes.All(n => n.Shard != shard))
                throw new StoreException(
                    address.ToString(),
                    string.Create(CultureInfo.InvariantCulture, $"no host for shard {shard} of {shards} of '{cluster}'"),
                    "one host of every shard in ENTENTE_STORE"
                );
    }

    /// <summary>Makes what is missing and refuses what is different.</summary>
    /// <exception cref="StoreException">A table of another layout.</exception>
    public static void Prepare(ClickHouseNode node, ClickHouseAddress address, bool holdsLedger)
    {
        var tables = new Dictionary<string, List<(string Name, string Type)>>(StringComparer.Ordinal);
        node.Read(
            "select table, name, type from system.columns where database = currentDatabase()",
            r =>
            {
                if (!tables.TryGetValue(r.Text(0), out var columns))
                    tables[r.Text(0)] = columns = [];
                columns.Add((r.Text(1), r.Text(2)));
            }
        );
        foreach (var shape in DatasetCatalogue.Tables)
        {
            var expected = ClickHouseSql.Columns(shape);
            foreach (
                var (name, sql) in new[]
                {
                    (ClickHouseSql.Local(shape.Name), ClickHouseSql.CreateLocal(shape)),
                    (shape.Name, ClickHouseSql.CreateWhole(shape, address)),
                }
            )
                if (!tables.TryGetValue(name, out var columns))
                    node.Execute(sql);
                else if (!columns.SequenceEqual(expected))
                    throw new StoreException(
                        node.Name,
                        $"{address.Database}.{name} with the columns {string.Join(", ", columns.Select(c => $"{c.Name} {c.Type}"))}",
                        $"{string.Join(", ", expected.Select(c => $"{c.Name} {c.Type}"))}; another database in ENTENTE_STORE, and import again"
                    );
        }
        if (holdsLedger && !tables.ContainsKey(ClickHouseLedger.Table))
            foreach (var sql in ClickHouseLedger.Create)
                node.Execute(sql);
    }

    /// <summary>Which imports a node holds rows of.</summary>
    public static IReadOnlyList<(string Table, int Import)> Parts(ClickHouseNode node)
    {
        var parts = new List<(string, int)>();
        node.Read(
            "select table, partition from system.parts where database = currentDatabase() and active and rows > 0 and table like '%\\\\_local' group by table, partition order by table, partition",
            r =>
            {
                if (int.TryParse(r.Text(1), NumberStyles.None, CultureInfo.InvariantCulture, out var import))
                    parts.Add((r.Text(0), import));
            }
        );
        return parts;
    }
}
