using System.Globalization;
using System.Text;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Entente.Sources.Search;

/// <summary>Something that can be found by words: a text of the reading list, or a name that the record uses.</summary>
/// <param name="Kind">`text`, `measure`, `dataset`, `event`, `source`, `item`.</param>
/// <param name="Ref">What names it among its kind: a path, an id.</param>
/// <param name="Title">What a reader calls it; weighs most.</param>
/// <param name="Detail">Authors, site and date, or what else is said of it in a line.</param>
/// <param name="Body">What else it is found by, and shown with.</param>
/// <param name="Place">Where it lies, found by as well and not shown as words of the text.</param>
public sealed record SearchEntry(string Kind, string Ref, string Title, string Detail, string Body, string Place = "");

/// <summary>An entry that was found.</summary>
/// <param name="Snippet">The words found with some before and after.</param>
/// <param name="Score">Larger is better; to be compared within one answer only.</param>
public sealed record SearchHit(SearchEntry Entry, string Snippet, double Score);

/// <summary>
/// The full-text index (FTS5) in a file of its own. Everything in it is made of something else, so a file that is damaged is thrown away and
/// made again. Not for several threads at once; two processes take turns.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Changes when the tables do; another form is made anew.</summary>
    private const int Form = 2;

    private const int MostWords = 16;
    private const int LongestWord = 64;
    private const int PatienceSeconds = 20;

    private readonly SqliteConnection connection;
    private readonly string path;

    private SearchIndex(SqliteConnection connection, string path) => (this.connection, this.path) = (connection, path);

    /// <summary>Opens the index of a path, or begins it.</summary>
    /// <exception cref="StoreException">The place cannot be written.</exception>
    public static SearchIndex Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            try
            {
                return Begin(path);
            }
            catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
            {
                foreach (var ending in (string[])["", "-wal", "-shm"])
                    File.Delete(path + ending);
                return Begin(path);
            }
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "a folder that cannot be written", "a writable place (set ENTENTE_HOME to one)", e);
        }
    }

    /// <summary>What was kept under a name; null where nothing was.</summary>
    public string? Note(string name)
    {
        using var command = Command("select value from note where name = @1", name);
        return command.ExecuteScalar() as string;
    }

    /// <summary>Changes the index, whole or not at all, and keeps notes of how far it has come.</summary>
    /// <param name="forget">Kinds of which everything goes first; null for none.</param>
    /// <param name="entries">What comes; an entry of the same kind and ref gives way.</param>
    /// <param name="notes">Names and values to keep.</param>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public void Change(Func<string, bool>? forget, IEnumerable<SearchEntry> entries, params IEnumerable<(string Name, string Value)> notes)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(notes);
        try
        {
            using var transaction = connection.BeginTransaction();
            if (forget is not null)
                Forget(forget, transaction);
            using var find = Prepared("select id from entry where kind = @1 and ref = @2", transaction);
            using var drop = Prepared("delete from words where rowid = @1", transaction);
            using var add = Prepared("insert into entry (kind, ref) values (@1, @2) returning id", transaction);
            using var index = Prepared("insert into words (rowid, title, detail, body, place) values (@1, @2, @3, @4, @5)", transaction);
            foreach (var entry in entries)
            {
                var id = Run(find, entry.Kind, entry.Ref);
                if (id is not null)
                    Run(drop, id);
                id ??= Run(add, entry.Kind, entry.Ref);
                Run(index, id!, entry.Title, entry.Detail, entry.Body, entry.Place);
            }
            using var note = Prepared(
                "insert into note (name, value) values (@1, @2) on conflict (name) do update set value = @2",
                transaction
            );
            foreach (var (name, value) in notes)
                Run(note, name, value);
            transaction.Commit();
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, path);
        }
    }

    /// <summary>
    /// The entries that hold all words, best first by bm25 (titles weigh most); where none holds all, those that hold some. Any text is a
    /// question: what FTS5 would take as syntax is taken as words. The last word may be a beginning.
    /// </summary>
    /// <param name="words">What is looked for.</param>
    /// <param name="kinds">Only these; empty for all.</param>
    /// <param name="limit">Most hits.</param>
    /// <exception cref="StoreException">The index cannot be read.</exception>
    public IReadOnlyList<SearchHit> Find(string words, IReadOnlyCollection<string> kinds, int limit)
    {
        ArgumentNullException.ThrowIfNull(words);
        var quoted = Quoted(words);
        if (quoted.Count == 0)
            return [];
        var hits = Match(string.Join(' ', quoted), kinds, limit);
        return hits.Count > 0 || quoted.Count == 1 ? hits : Match(string.Join(" OR ", quoted), kinds, limit);
    }

    public void Dispose() => connection.Dispose();

    private static List<string> Quoted(string words)
    {
        var quoted = new List<string>();
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (quoted.Count < MostWords && word.Any(char.IsLetterOrDigit))
            {
                var bounded = word.Length <= LongestWord ? word : word[..LongestWord];
                quoted.Add($"\"{bounded.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)}\"");
            }
        if (quoted.Count > 0)
            quoted[^1] += "*";
        return quoted;
    }

    private List<SearchHit> Match(string match, IReadOnlyCollection<string> kinds, int limit)
    {
        var sql = new StringBuilder(
            "select e.kind, e.ref, w.title, w.detail, w.body, snippet(words, -1, '', '', ' … ', 14), bm25(words, 8.0, 3.0, 1.0, 1.0) as rank "
                + "from words w join entry e on e.id = w.rowid where words match @1"
        );
        if (kinds.Count > 0)
            sql.Append(" and e.kind in (")
                .AppendJoin(", ", kinds.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@{i + 3}")))
                .Append(')');
        sql.Append(" order by rank, e.kind, e.ref limit @2");
        try
        {
            using var command = Command(sql.ToString(), [match, limit, .. kinds]);
            using var reader = command.ExecuteReader();
            var hits = new List<SearchHit>();
            while (reader.Read())
                hits.Add(
                    new(
                        new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)),
                        reader.GetString(5),
                        -reader.GetDouble(6)
                    )
                );
            return hits;
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, path);
        }
    }

    private static SearchIndex Begin(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                DefaultTimeout = PatienceSeconds,
            }.ToString()
        );
        try
        {
            connection.Open();
            SqliteStore.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"pragma busy_timeout={PatienceSeconds * 1000}"));
            if (SqliteStore.Scalar(connection, "pragma user_version") != Form)
            {
                SqliteStore.Execute(connection, "pragma journal_mode=wal");
                SqliteStore.Execute(
                    connection,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""
                        begin immediate;
                        drop table if exists note;
                        drop table if exists entry;
                        drop table if exists words;
                        create table note (name text primary key, value text not null) without rowid;
                        create table entry (id integer primary key, kind text not null, ref text not null, unique (kind, ref));
                        create virtual table words using fts5(title, detail, body, place, tokenize = 'unicode61 remove_diacritics 2');
                        pragma user_version={Form};
                        commit;
                        """
                    )
                );
            }
            return new(connection, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Forget(Func<string, bool> forget, SqliteTransaction transaction)
    {
        var kinds = new List<string>();
        using (var all = Command("select distinct kind from entry"))
        {
            all.Transaction = transaction;
            using var reader = all.ExecuteReader();
            while (reader.Read())
                kinds.Add(reader.GetString(0));
        }
        using var words = Prepared("delete from words where rowid in (select id from entry where kind = @1)", transaction);
        using var entries = Prepared("delete from entry where kind = @1", transaction);
        foreach (var kind in kinds.Where(forget))
        {
            Run(words, kind);
            Run(entries, kind);
        }
    }

    private SqliteCommand Prepared(string sql, SqliteTransaction transaction)
    {
        var command = Command(sql);
        command.Transaction = transaction;
        return command;
    }

    private static object? Run(SqliteCommand command, params object[] values)
    {
        command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"@{i + 1}"), values[i]);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, params object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of our own; what is looked for is bound
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"@{i + 1}"), values[i]);
        return command;
    }
}
