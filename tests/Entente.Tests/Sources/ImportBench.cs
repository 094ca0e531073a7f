using System.IO.Compression;
using Entente.Actors.Identity;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Identity;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;

namespace Entente.Tests.Sources;

/// <summary>A folder of its own with a store and files to import; gone when the test is over.</summary>
internal sealed class ImportBench : IDisposable
{
    public static StateCodes States { get; } = StateCodeFiles.Load(Path.Combine(Clone.Root, "catalogue"));

    private int files;

    public ImportBench()
    {
        Folder = Directory.CreateTempSubdirectory("entente-store-").FullName;
        Store = SqliteStore.Open(StorePath);
    }

    public string Folder { get; }

    public string StorePath => Path.Combine(Folder, "record.db");

    public SqliteStore Store { get; private set; }

    /// <summary>Writes a file as a publisher would name it.</summary>
    public string File(string text, string? name = null)
    {
        var path = Path.Combine(Folder, name ?? $"file{++files}.csv");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public string Zipped(string text, string name)
    {
        var path = Path.Combine(Folder, name);
        using var zip = new GZipStream(System.IO.File.Create(path), CompressionLevel.Fastest);
        zip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return path;
    }

    /// <summary>A file of the public data beside the project; the test is skipped where it is not there.</summary>
    public static string Public(params string[] parts)
    {
        var path = Clone.Shared(["data", .. parts]);
        Skip.IfNot(System.IO.File.Exists(path), $"{string.Join('/', parts)} is not beside the project");
        return path;
    }

    public ImportOutcome Import(string dataset, params string[] paths) => Import(dataset, new() { Now = Now, Program = "test" }, paths);

    public ImportOutcome Import(string dataset, ImportOptions options, params string[] paths) =>
        new ImportRunner(Store, States).Run(DatasetCatalogue.Find(dataset)!, paths, options, CancellationToken.None);

    /// <summary>Numbers of one row of an answer.</summary>
    public IReadOnlyList<double?[]> Numbers(string sql, params object[] values)
    {
        var rows = new List<double?[]>();
        var columns = sql[..sql.IndexOf(" from ", StringComparison.Ordinal)].Count(c => c == ',') + 1;
        Store.Read(
            new StoreQuery(sql, values),
            r => rows.Add([.. Enumerable.Range(0, columns).Select(c => r.IsNull(c) ? (double?)null : r.Real(c))])
        );
        return rows;
    }

    /// <summary>What checking sees of the imports, nothing shipped beside them.</summary>
    public IReadOnlyList<Observation> Observations(string measure, string subject, string? partner) =>
        new StoreRecord(new MemoryRecord([]), Store, States).Find(
            new()
            {
                Measure = measure,
                Subject = subject,
                Object = partner,
            }
        );

    public long Count(string table) => (long)Numbers($"select count(*) from {table}")[0][0]!;

    /// <summary>Closes the store and opens it again, as the next run of the program would.</summary>
    public void Reopen()
    {
        Store.Dispose();
        Store = SqliteStore.Open(StorePath);
    }

    public const string Now = "2026-01-02T03:04:05Z";

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
