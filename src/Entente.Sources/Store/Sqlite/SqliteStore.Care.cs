using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Sources.Store.Sqlite;

public sealed partial class SqliteStore : IStoreCare
{
    public void Backup(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (File.Exists(path))
            throw new StoreException(path, "a file that is there already", "a name that is free");
        var half = path + ".half";
        try
        {
            File.Delete(half);
            using (var command = connection.CreateCommand())
            {
                command.CommandText = "vacuum into @path";
                command.Parameters.AddWithValue("@path", half);
                command.ExecuteNonQuery();
            }
            // The name appears when the copy is whole.
            File.Move(half, path);
        }
        catch (SqliteException e)
        {
            File.Delete(half);
            throw SqliteFault.Of(e, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "a place that cannot be written", "a folder with room that can be written", e);
        }
    }

    /// <summary>
    /// Opens the store at a place with the content of a copy. A store that is too damaged to be written over is moved aside, never deleted.
    /// </summary>
    /// <param name="aside">Where the damaged store is now; null where it was sound enough.</param>
    /// <exception cref="StoreException">The copy is no store, is damaged, or is of a newer program; the store is what it was.</exception>
    public static SqliteStore Restored(string place, string path, out string? aside)
    {
        aside = null;
        using var copy = OpenCopy(path);
        try
        {
            return Restored(place, copy);
        }
        catch (StoreException e) when (e.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB })
        {
            aside = MoveAside(place);
            return Restored(place, copy);
        }
    }

    public void Restore(string path)
    {
        using var copy = OpenCopy(path);
        Take(copy);
    }

    private static SqliteStore Restored(string place, SqliteConnection copy)
    {
        var store = Open(place);
        try
        {
            store.Take(copy);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private void Take(SqliteConnection copy)
    {
        wrote = true;
        try
        {
            copy.BackupDatabase(connection);
            // The copy was made without a log of changes; this store keeps one. An older copy is brought up to date.
            Execute(connection, "pragma journal_mode=wal");
            SqliteSchema.Prepare(connection, Place);
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, Place);
        }
    }

    /// <summary>A copy that is whole, of ours, and not of a newer program.</summary>
    private static SqliteConnection OpenCopy(string path)
    {
        SqliteConnection? copy = null;
        try
        {
            if (!File.Exists(path))
                throw new StoreException(path, "no such file", "a copy that 'entente record backup' made");
            if (IsTorn(path))
                throw new StoreException(path, "a copy that is cut off", "a whole one");
            copy = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = path,
                    Mode = SqliteOpenMode.ReadOnly,
                    Pooling = false,
                }.ToString()
            );
            copy.Open();
            if (Findings(copy, "pragma integrity_check") is [var first, ..])
                throw new StoreException(path, $"a damaged copy ({first})", "a whole one");
            SqliteSchema.Recognise(copy, path);
            var whole = copy;
            copy = null;
            return whole;
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "a file that cannot be read", "a copy that 'entente record backup' made", e);
        }
        finally
        {
            copy?.Dispose();
        }
    }

    private static string MoveAside(string place)
    {
        var name = place + ".damaged";
        for (var n = 2; File.Exists(name); n++)
            name = string.Create(CultureInfo.InvariantCulture, $"{place}.damaged{n}");
        try
        {
            foreach (var part in new[] { "", "-wal", "-shm" })
                if (File.Exists(place + part))
                    File.Move(place + part, name + part);
            return name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(place, "a damaged store that cannot be moved aside", "a folder that can be written", e);
        }
    }

    public IReadOnlyList<string> Damage()
    {
        try
        {
            return [.. Findings(connection, "pragma integrity_check"), .. Findings(connection, "pragma foreign_key_check")];
        }
        catch (SqliteException e)
        {
            return [SqliteFault.Of(e, Place).Message];
        }
    }

    /// <summary>True where the file is shorter than its own header says (bytes 16: page size, 28: pages); SQLite itself would read zeros there.</summary>
    private static bool IsTorn(string path)
    {
        Span<byte> header = stackalloc byte[100];
        using var stream = File.OpenRead(path);
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return true;
        var size = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is 1 ? 65536L : BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        return stream.Length < size * BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
    }

    private static List<string> Findings(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of our own
        command.CommandText = pragma;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var findings = new List<string>();
        while (reader.Read() && findings.Count < 100)
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            if (values is not ["ok"])
                findings.Add(string.Join(' ', values));
        }
        return findings;
    }
}
