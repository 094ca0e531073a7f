using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>What has become of an import. The ledger only grows: the greatest state of a number is the present one.</summary>
internal enum ImportState
{
    /// <summary>Rows may have been sent. Nobody sees them.</summary>
    Begun = 1,

    /// <summary>Complete; this one row, written in one piece, is what makes it so.</summary>
    Stands = 2,

    /// <summary>Taken back; nobody sees its rows, some may still lie there.</summary>
    Undone = 3,

    /// <summary>Its rows are gone.</summary>
    Gone = 4,
}

/// <summary>An import that does not stand.</summary>
internal sealed record OpenImport(int Id, ImportState State, string Plan, string Dataset, string Files);

/// <summary>A block as the ledger knows it.</summary>
/// <param name="Sum">The <see cref="RowSum"/> over its rows.</param>
internal readonly record struct LedgerBlock(string Table, int Shard, long Number, long Rows, ulong Sum);

/// <summary>
/// What the cluster knows of its imports, kept on the first shard: `import_ledger`, a row for each change of state, and `import_block`, a
/// row for each block before it is sent. One insertion of one row is whole or not there; nothing else is relied on.
/// </summary>
internal sealed class ClickHouseLedger(ClickHouseNode node)
{
    public const string Table = "import_ledger";

    public static IReadOnlyList<string> Create { get; } =
    [
        $"create table if not exists {Table} (id Int32, state Int8, plan String, dataset String, vintage String, published String, imported_at String, "
            + "program String, files String, tables String, unplaced Int64, unplaced_rows String, at DateTime default now()) "
            + "engine = MergeTree() order by (id, state)",
        "create table if not exists import_block (import_id Int32, table_name String, shard UInt16, number UInt32, row_count UInt64, row_sum UInt64, at DateTime default now()) "
            + "engine = MergeTree() partition by import_id order by (table_name, shard, number)",
    ];

    /// <summary>
    /// The same for the same rows cut into the same blocks: a plan that was broken off is gone on with only where what it has sent is what
    /// would be sent now.
    /// </summary>
    public static string PlanOf(ImportPlan plan, int shards, int blockRows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{plan.Dataset}\n{plan.Vintage}\n{plan.Program}\n{shards}\n{blockRows}");
        foreach (var file in plan.Files)
            text.Append('\n').Append(file.Sha256);
        foreach (var table in plan.Tables)
        foreach (var column in ClickHouseSql.Columns(table))
            text.Append('\n').Append(table.Name).Append(' ').Append(column.Name).Append(' ').Append(column.Type);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static string FilesOf(ImportPlan plan) => string.Join(' ', plan.Files.Select(f => f.Sha256));

    /// <summary>The numbers of all imports that stand, as a list for SQL.</summary>
    public string Standing(CancellationToken cancellation = default)
    {
        var ids = new List<long>();
        node.Read(
            $"select id from {Table} group by id having max(state) = {(int)ImportState.Stands} order by id",
            r => ids.Add(r.Integer(0)),
            cancellation
        );
        return string.Join(", ", ids);
    }

    public IReadOnlyList<StoredImport> Imports()
    {
        var imports = new List<StoredImport>();
        node.Read(
            $"select id, dataset, vintage, published, imported_at, unplaced, files, tables from {Table} where state = {(int)ImportState.Stands} and id not in (select id from {Table} where state > {(int)ImportState.Stands}) order by id",
            r =>
                imports.Add(
                    new StoredImport
                    {
                        Id = (int)r.Integer(0),
                        Dataset = r.Text(1),
                        Vintage = r.Text(2),
                        Published = r.Text(3),
                        ImportedAt = r.Text(4),
                        Unplaced = r.Integer(5),
                        Files = JsonSerializer.Deserialize(r.Text(6), LedgerJson.Default.IReadOnlyListImportedFile)!,
                        Tables = JsonSerializer.Deserialize(r.Text(7), LedgerJson.Default.IReadOnlyListImportedTable)!,
                    }
                )
        );
        return imports;
    }

    /// <summary>Imports begun and not finished, or undone and not yet gone.</summary>
    public IReadOnlyList<OpenImport> Open()
    {
        var open = new List<OpenImport>();
        node.Read(
            $"select id, max(state) as present, any(plan), any(dataset), any(files) from {Table} where id not in (select id from {Table} where state in ({(int)ImportState.Stands}, {(int)ImportState.Gone})) or id in (select id from {Table} group by id having max(state) = {(int)ImportState.Undone}) group by id order by id",
            r => open.Add(new((int)r.Integer(0), (ImportState)r.Integer(1), r.Text(2), r.Text(3), r.Text(4)))
        );
        return open;
    }

    public IReadOnlyList<UnplacedRow> Unplaced(int import)
    {
        IReadOnlyList<UnplacedRow> rows = [];
        node.Read(
            string.Create(
                CultureInfo.InvariantCulture,
                $"select unplaced_rows from {Table} where state = {(int)ImportState.Stands} and id = {import} and id not in (select id from {Table} where state > {(int)ImportState.Stands})"
            ),
            r => rows = JsonSerializer.Deserialize(r.Text(0), LedgerJson.Default.IReadOnlyListUnplacedRow)!
        );
        return rows;
    }

    /// <summary>Gives out the next number. Only under the lease.</summary>
    public int Begin(ImportPlan plan, string fingerprint)
    {
        var id = (int)node.Number($"select max(id) from {Table}") + 1;
        // `files` holds the hashes here, in the standing row the files themselves.
        Add(id, ImportState.Begun, fingerprint, plan, FilesOf(plan), "[]", 0, "[]");
        return id;
    }

    /// <summary>Makes an import stand: one row.</summary>
    public StoredImport Finish(
        int id,
        string fingerprint,
        ImportPlan plan,
        IReadOnlyList<ImportedTable> tables,
        IReadOnlyList<UnplacedRow> unplaced
    )
    {
        Add(
            id,
            ImportState.Stands,
            fingerprint,
            plan,
            JsonSerializer.Serialize(plan.Files, LedgerJson.Default.IReadOnlyListImportedFile),
            JsonSerializer.Serialize(tables, LedgerJson.Default.IReadOnlyListImportedTable),
            unplaced.Count,
            JsonSerializer.Serialize(unplaced, LedgerJson.Default.IReadOnlyListUnplacedRow)
        );
        return new StoredImport
        {
            Id = id,
            Dataset = plan.Dataset,
            Vintage = plan.Vintage,
            Published = plan.Published,
            ImportedAt = plan.ImportedAt,
            Files = plan.Files,
            Tables = tables,
            Unplaced = unplaced.Count,
        };
    }

    public void Mark(int id, ImportState state) =>
        node.Execute($"insert into {Table} (id, state) values {ClickHouseSql.Values(id, (int)state)}");

    /// <summary>Notes a block before it is sent. A second note of the same block, after a retry, says the same.</summary>
    public void Note(int import, LedgerBlock block) =>
        node.Execute(
            "insert into import_block (import_id, table_name, shard, number, row_count, row_sum) values "
                + ClickHouseSql.Values(import, block.Table, block.Shard, block.Number, block.Rows, block.Sum)
        );

    /// <summary>Every block that was ever noted for an import; the last note of a block counts.</summary>
    public IReadOnlyList<LedgerBlock> Blocks(int import)
    {
        var blocks = new List<LedgerBlock>();
        node.Read(
            string.Create(
                CultureInfo.InvariantCulture,
                $"select table_name, shard, number, row_count, toString(row_sum) from import_block where import_id = {import} order by table_name, shard, number, at"
            ),
            r =>
                blocks.Add(
                    new(
                        r.Text(0),
                        (int)r.Integer(1),
                        r.Integer(2),
                        r.Integer(3),
                        ulong.Parse(r.Text(4), NumberStyles.None, CultureInfo.InvariantCulture)
                    )
                )
        );
        return blocks;
    }

    public void ForgetBlocks(int import) =>
        node.Execute(string.Create(CultureInfo.InvariantCulture, $"alter table import_block drop partition {import}"));

    private void Add(
        int id,
        ImportState state,
        string fingerprint,
        ImportPlan plan,
        string files,
        string tables,
        long unplaced,
        string unplacedRows
    ) =>
        node.Execute(
            $"insert into {Table} (id, state, plan, dataset, vintage, published, imported_at, program, files, tables, unplaced, unplaced_rows) values "
                + ClickHouseSql.Values(
                    id,
                    (int)state,
                    fingerprint,
                    plan.Dataset,
                    plan.Vintage,
                    plan.Published,
                    plan.ImportedAt,
                    plan.Program,
                    files,
                    tables,
                    unplaced,
                    unplacedRows
                )
        );
}

[JsonSerializable(typeof(IReadOnlyList<ImportedFile>))]
[JsonSerializable(typeof(IReadOnlyList<ImportedTable>))]
[JsonSerializable(typeof(IReadOnlyList<UnplacedRow>))]
internal sealed partial class LedgerJson : JsonSerializerContext;
