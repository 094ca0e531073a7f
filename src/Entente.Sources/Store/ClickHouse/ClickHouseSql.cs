using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Entente.Sources.Datasets;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>
/// The cluster's side of the shared SQL: values in the place of `@1`, only imports that stand, and tables made of the same shapes as the
/// embedded store's. Understood by 18.16 and by today's releases.
/// </summary>
internal static class ClickHouseSql
{
    /// <summary>The number of the block that brought a row; a column of the cluster's own, by which arrived blocks are counted.</summary>
    public const string BlockColumn = "block";

    private const string LocalSuffix = "_local";

    private static readonly FrozenSet<string> Bulk = DatasetCatalogue.Tables.Select(t => t.Name).ToFrozenSet(StringComparer.Ordinal);

    // What may follow a table's name and is no alias.
    private static readonly FrozenSet<string> AfterTable = FrozenSet.ToFrozenSet(
        [
            "where",
            "group",
            "order",
            "limit",
            "having",
            "join",
            "inner",
            "left",
            "right",
            "full",
            "cross",
            "any",
            "all",
            "on",
            "using",
            "union",
            "prewhere",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The table that holds a shard's part of the rows.</summary>
    public static string Local(string table) => table + LocalSuffix;

    /// <summary>
    /// A question in the cluster's words. Bulk tables show the rows of standing imports only; that goes into `prewhere`, which the shared SQL
    /// never uses, so that the question's own conditions stay as they are.
    /// </summary>
    /// <param name="standing">`1, 2, 5`; empty where nothing stands.</param>
    public static string Of(StoreQuery query, string standing)
    {
        var sql = query.Sql;
        var text = new StringBuilder(sql.Length + 64);
        var i = 0;
        while (i < sql.Length)
        {
            var c = sql[i];
            if (c == '\'')
            {
                var end = sql.IndexOf('\'', i + 1);
                end = end < 0 ? sql.Length : end + 1;
                text.Append(sql, i, end - i);
                i = end;
            }
            else if (c == '@')
            {
                var end = i + 1;
                while (end < sql.Length && char.IsAsciiDigit(sql[end]))
                    end++;
                var number = int.Parse(sql.AsSpan(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture);
                AppendLiteral(text, query.Values[number - 1]);
                i = end;
            }
            else if (IsWord(c))
            {
                var end = WordEnd(sql, i);
                text.Append(sql, i, end - i);
                i = sql.AsSpan(i, end - i).Equals("from", StringComparison.OrdinalIgnoreCase) ? Table(sql, end, text, standing) : end;
            }
            else
            {
                text.Append(c);
                i++;
            }
        }
        return text.ToString();
    }

    /// <summary>A value as ClickHouse reads it.</summary>
    /// <exception cref="ArgumentException">A value of another type.</exception>
    public static void AppendLiteral(StringBuilder text, object? value)
    {
        switch (value)
        {
            case int n:
                text.Append(CultureInfo.InvariantCulture, $"{n}");
                break;
            case long n:
                text.Append(CultureInfo.InvariantCulture, $"{n}");
                break;
            case ulong n:
                text.Append(CultureInfo.InvariantCulture, $"{n}");
                break;
            case double x when double.IsFinite(x):
                // A whole number must not become a type that is too narrow for it.
                text.Append(CultureInfo.InvariantCulture, $"toFloat64({x:R})");
                break;
            case string s:
                AppendText(text, s);
                break;
            default:
                throw new ArgumentException($"{value ?? "null"} ({value?.GetType().Name}) is no value of a query", nameof(value));
        }
    }

    /// <summary>`(1, 'a', 2)`, for `insert … values`.</summary>
    public static string Values(params ReadOnlySpan<object> values)
    {
        var text = new StringBuilder("(");
        foreach (var value in values)
        {
            if (text.Length > 1)
                text.Append(", ");
            AppendLiteral(text, value);
        }
        return text.Append(')').ToString();
    }

    /// <summary>The columns of a bulk table with their types, in the order in which rows are sent.</summary>
    public static IReadOnlyList<(string Name, string Type)> Columns(TableShape shape)
    {
        var columns = new List<(string, string)>(shape.Columns.Count + 4) { ("import_id", "Int32") };
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            var column = shape.Columns[i];
            var type = column.Kind switch
            {
                CellKind.Integer => IsNarrow(shape, i) ? "Int32" : "Int64",
                CellKind.Real => "Float64",
                _ => "String",
            };
            columns.Add((column.Name, column.Nullable ? $"Nullable({type})" : type));
        }
        if (shape.HasAbsent)
            columns.Add(("absent", "Int64"));
        columns.Add(("line", "Int64"));
        columns.Add((BlockColumn, "UInt32"));
        return columns;
    }

    /// <summary>Keys are parties, years, periods, codes and row numbers: four bytes hold them, and a year's scan reads half as much.</summary>
    public static bool IsNarrow(TableShape shape, int column) =>
        column < shape.Key && shape.Columns[column] is { Kind: CellKind.Integer, Nullable: false };

    /// <summary>A part per import, so that an import is taken out by dropping its parts; sorted by the key, which is also the index.</summary>
    public static string CreateLocal(TableShape shape)
    {
        var key = SortingKey(shape);
        return $"create table if not exists {Local(shape.Name)} ({Definitions(shape)}) engine = MergeTree() partition by import_id "
            + $"order by {(key.Length == 0 ? "tuple()" : $"({key})")}";
    }

    /// <summary>
    /// The key with its time moved up behind its first column: a year of all parties reads that year, a year of one party a piece of it, and
    /// a series of one pair still only that party's rows.
    /// </summary>
    private static string SortingKey(TableShape shape)
    {
        var time = shape.TimeColumn;
        var columns = Enumerable.Range(0, shape.Key);
        if (time > 1 && time < shape.Key)
            columns = columns.OrderBy(c =>
                c == 0 ? 0
                : c == time ? 1
                : 2
            );
        return string.Join(", ", columns.Select(c => shape.Columns[c].Name));
    }

    /// <summary>The table that questions are asked of: all shards' parts together.</summary>
    public static string CreateWhole(TableShape shape, ClickHouseAddress address)
    {
        var subject = shape.Columns[shape.SubjectColumn];
        // Rows are placed by the importer; what the table knows of it lets a server leave shards out that cannot hold a subject.
        var sharding = subject.Kind == CellKind.Integer ? $"intHash32({subject.Name})" : "rand()";
        return $"create table if not exists {shape.Name} ({Definitions(shape)}) engine = "
            + (
                address.Cluster is { } cluster
                    ? $"Distributed({cluster}, {address.Database}, {Local(shape.Name)}, {sharding})"
                    : $"Merge({address.Database}, '^{Local(shape.Name)}$')"
            );
    }

    /// <summary>`insert into … format RowBinary`, with all columns named.</summary>
    public static string InsertLocal(TableShape shape) =>
        $"insert into {Local(shape.Name)} ({string.Join(", ", Columns(shape).Select(c => c.Name))}) format RowBinary";

    /// <summary>The shard of a party, from 0: what `intHash32(subject) % shards` is on a server.</summary>
    public static int ShardOf(long subject, int shards) => (int)(IntHash32(unchecked((ulong)subject)) % (uint)shards);

    /// <summary>ClickHouse's intHash32 (src/Functions/FunctionsHashing.h, after Thomas Wang).</summary>
    public static uint IntHash32(ulong key)
    {
        unchecked
        {
            key ^= 0x75D9543DE018BF45UL;
            key = ~key + (key << 18);
            key ^= ulong.RotateRight(key, 31);
            key *= 21;
            key ^= ulong.RotateRight(key, 11);
            key += key << 6;
            key ^= ulong.RotateRight(key, 22);
            return (uint)key;
        }
    }

    private static string Definitions(TableShape shape) => string.Join(", ", Columns(shape).Select(c => $"{c.Name} {c.Type}"));

    /// <summary>Copies a table's name after `from`, with its alias, and adds what keeps unfinished imports out.</summary>
    private static int Table(string sql, int at, StringBuilder text, string standing)
    {
        var start = at;
        while (start < sql.Length && char.IsWhiteSpace(sql[start]))
            start++;
        var end = WordEnd(sql, start);
        if (end == start || !Bulk.Contains(sql[start..end]))
            return at;
        // An alias, with or without `as`, stands before prewhere.
        var alias = end;
        while (alias < sql.Length && char.IsWhiteSpace(sql[alias]))
            alias++;
        var aliasEnd = WordEnd(sql, alias);
        if (aliasEnd > alias && sql.AsSpan(alias, aliasEnd - alias).Equals("as", StringComparison.OrdinalIgnoreCase))
        {
            while (aliasEnd < sql.Length && char.IsWhiteSpace(sql[aliasEnd]))
                aliasEnd++;
            aliasEnd = WordEnd(sql, aliasEnd);
        }
        else if (aliasEnd > alias && AfterTable.Contains(sql[alias..aliasEnd]))
            aliasEnd = end;
        end = aliasEnd > alias ? aliasEnd : end;
        // No import has the number 0.
        text.Append(sql, at, end - at).Append(" prewhere import_id in (").Append(standing.Length == 0 ? "0" : standing).Append(')');
        return end;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static int WordEnd(string sql, int at)
    {
        while (at < sql.Length && IsWord(sql[at]))
            at++;
        return at;
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('\'');
        foreach (var c in value)
        {
            if (c is '\'' or '\\')
                text.Append('\\');
            text.Append(c);
        }
        text.Append('\'');
    }
}
