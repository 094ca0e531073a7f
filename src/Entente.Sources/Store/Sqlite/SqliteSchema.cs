using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Entente.Sources.Store.Sqlite;

/// <summary>
/// The tables of the embedded store and how an older store is brought up to them. Each version is a folder of SQL files under `Schema`,
/// run in the order of their names and never changed once it has been out: a change is a new version.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>`ENTE`, by which a file is known as one of ours.</summary>
    private const int ApplicationId = 0x454E5445;

    /// <summary>The version that this program writes.</summary>
    public static int Version { get; } = Scripts().Max(s => s.Version);

    /// <exception cref="StoreException">A store of a newer program, or a database that is not one of ours.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        SqliteStore.Execute(connection, "pragma foreign_keys=on");
        SqliteStore.Execute(connection, "pragma cache_size=-65536");
        SqliteStore.Execute(connection, "pragma temp_store=memory");
        SqliteStore.Execute(connection, "pragma mmap_size=1073741824");
        var version = Recognise(connection, path);
        if (version == Version)
            return;
        // Pages of 8 KB hold wide rows better; only before the first table. The log is what lets readers go on beside a writer.
        if (version == 0)
            SqliteStore.Execute(connection, "pragma page_size=8192");
        SqliteStore.Execute(connection, "pragma journal_mode=wal");
        SqliteStore.Execute(connection, "begin immediate");
        try
        {
            // Another process may have done it while this one waited.
            version = (int)SqliteStore.Scalar(connection, "pragma user_version");
            foreach (var script in Scripts().Where(s => s.Version > version))
                SqliteStore.Execute(connection, script.Sql);
            SqliteStore.Execute(connection, $"pragma application_id={ApplicationId}");
            SqliteStore.Execute(connection, $"pragma user_version={Version}");
            SqliteStore.Execute(connection, "commit");
        }
        catch
        {
            SqliteStore.Execute(connection, "rollback");
            throw;
        }
    }

    /// <summary>The version of a database of ours, 0 for an empty one.</summary>
    /// <exception cref="StoreException">A store of a newer program, or a database that is not one of ours.</exception>
    public static int Recognise(SqliteConnection connection, string path)
    {
        var application = SqliteStore.Scalar(connection, "pragma application_id");
        var version = (int)SqliteStore.Scalar(connection, "pragma user_version");
        if (application != ApplicationId && (application != 0 || SqliteStore.Scalar(connection, "select count(*) from sqlite_master") > 0))
            throw new StoreException(path, "a database of another program", "a store that Entente made; set ENTENTE_HOME elsewhere");
        if (version > Version)
            throw new StoreException(
                path,
                string.Create(CultureInfo.InvariantCulture, $"a store of version {version}, made by a newer Entente"),
                string.Create(CultureInfo.InvariantCulture, $"at most version {Version}; update Entente")
            );
        return version;
    }

    /// <summary>The scripts of all versions, in the order in which they run. Resource names end in `v0001_core.sql`.</summary>
    internal static IReadOnlyList<(int Version, string Name, string Sql)> Scripts()
    {
        var assembly = typeof(SqliteSchema).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
                .Select(n => (Version: VersionOf(n), Name: n, Sql: Text(assembly, n)))
                .OrderBy(s => s.Version)
                .ThenBy(s => s.Name, StringComparer.Ordinal),
        ];
    }

    private static int VersionOf(string resource)
    {
        var at = resource.LastIndexOf(".v", StringComparison.Ordinal);
        return int.Parse(resource.AsSpan(at + 2, 4), CultureInfo.InvariantCulture);
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
