using System.Globalization;
using Entente.Sources.Datasets;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>
/// The store on a ClickHouse cluster: every bulk table is cut by the party whose figures its rows are and spread over the shards; questions
/// go to the first shard's node, which asks the others, and are answered whole or not at all. See docs/scale.md.
/// </summary>
internal sealed class ClickHouseStore : IRecordStore, IStoreHealth
{
    private readonly ClickHouseAddress address;
    private readonly IReadOnlyList<ClickHouseNode> nodes;

    private ClickHouseStore(ClickHouseAddress address, IReadOnlyList<ClickHouseNode> nodes, ClickHouseLimits limits)
    {
        (this.address, this.nodes, Limits) = (address, nodes, limits);
        Shards = [.. nodes.OrderBy(n => n.Shard).DistinctBy(n => n.Shard)];
        Ledger = new ClickHouseLedger(First);
    }

    public string Place => address.ToString();

    public ClickHouseLimits Limits { get; }

    /// <summary>The node of each shard that is written to, by the shard's number.</summary>
    public IReadOnlyList<ClickHouseNode> Shards { get; }

    /// <summary>The node that keeps the ledger and is asked.</summary>
    public ClickHouseNode First => Shards[0];

    public ClickHouseLedger Ledger { get; }

    public static IEnumerable<string> TableNames => DatasetCatalogue.Tables.Select(t => t.Name);

    /// <summary>Opens the store and makes its database and tables where they are missing.</summary>
    /// <exception cref="StoreException">A node does not answer, the cluster is not configured, or its tables are of another layout.</exception>
    public static ClickHouseStore Open(ClickHouseAddress address, ClickHouseLimits? limits = null) =>
        Open(address, create: true, limits ?? ClickHouseLimits.Default)!;

    /// <summary>Opens the store to read; null where nothing was ever put there.</summary>
    /// <exception cref="StoreException">A node does not answer, the cluster is not configured, or its tables are of another layout.</exception>
    public static ClickHouseStore? OpenExisting(ClickHouseAddress address) => Open(address, create: false, ClickHouseLimits.Default);

    private static ClickHouseStore? Open(ClickHouseAddress address, bool create, ClickHouseLimits limits)
    {
        var nodes = address.Hosts.Select(h => new ClickHouseNode(h, address)).ToArray();
        ClickHouseStore? store = null;
        try
        {
            foreach (var node in nodes)
            {
                if (create)
                    node.CreateDatabase();
                else if (!ClickHouseSchema.Has(node, ClickHouseLedger.Table) && node == nodes[0])
                    return null;
                node.Shard = ClickHouseSchema.ShardOf(node, address);
            }
            ClickHouseSchema.CheckShards(nodes, address);
            var opened = new ClickHouseStore(address, nodes, limits);
            foreach (var node in nodes)
                ClickHouseSchema.Prepare(node, address, holdsLedger: node.Shard == 1);
            store = opened;
            return store;
        }
        catch (NodeFault e)
        {
            throw e.ToStore();
        }
        finally
        {
            if (store is null)
                foreach (var node in nodes)
                    node.Dispose();
        }
    }

    public IReadOnlyList<StoredImport> Imports() => Guard(Ledger.Imports);

    public IReadOnlyList<UnplacedRow> Unplaced(int import) => Guard(() => Ledger.Unplaced(import));

    public IStoreImport Begin(ImportPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Guard(() => new ClickHouseImport(this, plan, cancellation));
    }

    public bool Undo(int import, CancellationToken cancellation) =>
        Guard(() =>
        {
            using var lease = WriterLease.Take(First, Place, Limits, cancellation);
            if (Ledger.Imports().FirstOrDefault(i => i.Id == import) is { } standing)
            {
                // Nobody sees it from here on; if the rest is broken off, the next writer completes it.
                Ledger.Mark(import, ImportState.Undone);
                Discard(import, standing.Tables.Select(t => t.Name));
                return true;
            }
            if (Ledger.Open().All(o => o.Id != import))
                return false;
            Discard(import, TableNames);
            return true;
        });

    /// <summary>Takes all rows of an import that does not stand out of all shards. Only under the lease.</summary>
    /// <exception cref="NodeFault">A node does not answer; what is left is taken out another time.</exception>
    public void Discard(int import, IEnumerable<string> tables)
    {
        foreach (var table in tables)
        foreach (var node in nodes)
            ShardTables.Drop(node, table, import);
        Ledger.ForgetBlocks(import);
        Ledger.Mark(import, ImportState.Gone);
    }

    public void Read(StoreQuery query, Action<IStoreRow> row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(row);
        try
        {
            var standing = Ledger.Standing(cancellation);
            First.Read(ClickHouseSql.Of(query, standing), row, cancellation);
            // An import undone while its rows were read was perhaps read in part.
            var now = Ledger.Standing(cancellation);
            if (now != standing && !Includes(now, standing))
                throw new StoreException(Place, "an import that was undone while it was read", "to be asked again");
        }
        catch (NodeFault e)
        {
            throw e.ToStore();
        }
    }

    public ImportedTable Recount(int import, TableShape table, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Guard(() =>
        {
            var total = new ImportedTable(table.Name, 0, 0, 0, 0);
            foreach (var node in Shards)
            {
                var (rows, sum, from, to) = ShardTables.Sum(node, table, import, cancellation);
                if (rows == 0)
                    continue;
                total = new ImportedTable(
                    table.Name,
                    total.Rows + rows,
                    unchecked(total.Sum + sum),
                    total.From == 0 ? from : Math.Min(total.From, from),
                    Math.Max(total.To, to)
                );
            }
            return total;
        });
    }

    public IReadOnlyList<string> Damage()
    {
        var findings = new List<string>();
        try
        {
            var open = Ledger.Open();
            var imports = Ledger.Imports();
            var known = open.Select(o => o.Id).Concat(imports.Select(i => i.Id)).ToHashSet();
            var writing = ClickHouseSchema.Has(First, WriterLease.Lock);
            foreach (var left in open)
                if (!writing)
                    findings.Add(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"import {left.Id} ({left.Dataset}) was {(left.State == ImportState.Begun ? "begun and not finished; import the same files again to go on with it, or" : "undone and not taken out;")} run 'entente record undo {left.Id}'"
                        )
                    );
            foreach (var node in Shards)
            {
                foreach (var (table, import) in ClickHouseSchema.Parts(node).Where(p => !known.Contains(p.Import)))
                    findings.Add(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{node.Name}: {table} holds rows of import {import}, which the ledger does not know"
                        )
                    );
                foreach (var import in imports)
                    findings.AddRange(Blocks(node, import));
            }
        }
        catch (NodeFault e)
        {
            findings.Add(e.ToStore().Message);
        }
        return findings;
    }

    public void Dispose()
    {
        foreach (var node in nodes)
            node.Dispose();
    }

    /// <summary>Blocks of which a shard holds more or less than was sent.</summary>
    private IEnumerable<string> Blocks(ClickHouseNode node, StoredImport import)
    {
        var noted = new Dictionary<(string, long), long>();
        foreach (var block in Ledger.Blocks(import.Id).Where(b => b.Shard == node.Shard))
            noted[(block.Table, block.Number)] = block.Rows;
        foreach (var table in import.Tables)
        {
            var counts = ShardTables.Count(node, table.Name, import.Id);
            foreach (var ((name, number), rows) in noted)
                if (name == table.Name && counts.GetValueOrDefault(number) is var there && there != rows)
                    yield return string.Create(
                        CultureInfo.InvariantCulture,
                        $"import {import.Id} ({import.Dataset} {import.Vintage}), {name} on {node.Name}: found {there} rows of block {number}, expected {rows}"
                    );
        }
    }

    private static bool Includes(string now, string before)
    {
        var standing = now.Split(", ").ToHashSet(StringComparer.Ordinal);
        return before.Length == 0 || before.Split(", ").All(standing.Contains);
    }

    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (NodeFault e)
        {
            throw e.ToStore();
        }
    }
}
