using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Entente.Sources.Store.Sqlite;

/// <summary>What the store knows of its imports: the tables `import`, `import_file`, `import_table` and `unplaced`.</summary>
internal static class SqliteLedger
{
    public static int Add(SqliteConnection connection, ImportPlan plan)
    {
        var id = (int)SqliteStore.Scalar(connection, "select coalesce(max(id), 0) + 1 from import_number");
        using (var number = Command(connection, "insert into import_number (id) values (@id)", ("@id", id)))
            number.ExecuteNonQuery();
        using (
            var insert = Command(
                connection,
                "insert into import (id, dataset, vintage, published, imported_at, program, unplaced) values (@id, @dataset, @vintage, @published, @at, @program, 0)",
                ("@id", id),
                ("@dataset", plan.Dataset),
                ("@vintage", plan.Vintage),
                ("@published", plan.Published),
                ("@at", plan.ImportedAt),
                ("@program", plan.Program)
            )
        )
            insert.ExecuteNonQuery();
        for (var i = 0; i < plan.Files.Count; i++)
        {
            using var file = Command(
                connection,
                "insert into import_file (import_id, number, name, sha256, bytes) values (@id, @number, @name, @sha, @bytes)",
                ("@id", id),
                ("@number", i),
                ("@name", plan.Files[i].Name),
                ("@sha", plan.Files[i].Sha256),
                ("@bytes", plan.Files[i].Bytes)
            );
            file.ExecuteNonQuery();
        }
        return id;
    }

    public static void AddUnplaced(SqliteConnection connection, int import, IReadOnlyList<UnplacedRow> rows)
    {
        foreach (var row in rows)
        {
            using var insert = Command(
                connection,
                "insert into unplaced (import_id, file, line, column_name, found, expected) values (@id, @file, @line, @column, @found, @expected)",
                ("@id", import),
                ("@file", row.File),
                ("@line", row.Line),
                ("@column", row.Column),
                ("@found", row.Found),
                ("@expected", row.Expected)
            );
            insert.ExecuteNonQuery();
        }
    }

    public static void Close(SqliteConnection connection, int import, IReadOnlyList<ImportedTable> tables, long unplaced)
    {
        foreach (var table in tables)
        {
            using var insert = Command(
                connection,
                "insert into import_table (import_id, name, rows, sum, first_year, last_year) values (@id, @name, @rows, @sum, @from, @to)",
                ("@id", import),
                ("@name", table.Name),
                ("@rows", table.Rows),
                ("@sum", table.Sum.ToString("x16", CultureInfo.InvariantCulture)),
                ("@from", table.From),
                ("@to", table.To)
            );
            insert.ExecuteNonQuery();
        }
        using var update = Command(
            connection,
            "update import set unplaced = @unplaced where id = @id",
            ("@unplaced", unplaced),
            ("@id", import)
        );
        update.ExecuteNonQuery();
    }

    public static void Remove(SqliteConnection connection, int import)
    {
        foreach (var table in new[] { "unplaced", "import_table", "import_file" })
            SqliteStore.Execute(connection, $"delete from {table} where import_id = {import}");
        SqliteStore.Execute(connection, $"delete from import where id = {import}");
    }

    public static IReadOnlyList<StoredImport> Imports(SqliteConnection connection)
    {
        var files = new Dictionary<int, List<ImportedFile>>();
        var tables = new Dictionary<int, List<ImportedTable>>();
        Each(
            connection,
            "select import_id, name, sha256, bytes from import_file order by import_id, number",
            r => ListOf(files, r.GetInt32(0)).Add(new(r.GetString(1), r.GetString(2), r.GetInt64(3)))
        );
        Each(
            connection,
            "select import_id, name, rows, sum, first_year, last_year from import_table order by import_id, name",
            r =>
                ListOf(tables, r.GetInt32(0))
                    .Add(
                        new(
                            r.GetString(1),
                            r.GetInt64(2),
                            ulong.Parse(r.GetString(3), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                            r.GetInt32(4),
                            r.GetInt32(5)
                        )
                    )
        );
        var imports = new List<StoredImport>();
        Each(
            connection,
            "select id, dataset, vintage, published, imported_at, unplaced from import order by id",
            r =>
                imports.Add(
                    new StoredImport
                    {
                        Id = r.GetInt32(0),
                        Dataset = r.GetString(1),
                        Vintage = r.GetString(2),
                        Published = r.GetString(3),
                        ImportedAt = r.GetString(4),
                        Unplaced = r.GetInt64(5),
                        Files = ListOf(files, r.GetInt32(0)),
                        Tables = ListOf(tables, r.GetInt32(0)),
                    }
                )
        );
        return imports;
    }

    private static List<T> ListOf<T>(Dictionary<int, List<T>> lists, int import)
    {
        if (!lists.TryGetValue(import, out var list))
            lists[import] = list = [];
        return list;
    }

    private static void Each(SqliteConnection connection, string sql, Action<SqliteDataReader> row)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            row(reader);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of our own; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
