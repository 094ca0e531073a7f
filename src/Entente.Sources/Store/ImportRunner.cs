using Entente.Actors.Identity;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Store;

/// <summary>How far an import has come.</summary>
/// <param name="Rows">Rows written or waiting to be.</param>
/// <param name="Share">Of the bytes of all files, how many have been read; 0 to 1.</param>
public readonly record struct ImportProgress(long Rows, double Share);

/// <summary>What came of an import.</summary>
/// <param name="Import">As the store keeps it.</param>
/// <param name="Already">True where the same files had been imported before, and nothing was done.</param>
public sealed record ImportOutcome(StoredImport Import, bool Already);

/// <summary>What is asked of an import besides its files.</summary>
public sealed record ImportOptions
{
    /// <summary>The publisher's release where the files do not say, or say wrongly.</summary>
    public string? Vintage { get; init; }

    public string? Published { get; init; }

    /// <summary>Keep the rest where parties could not be placed; else one such row refuses the import.</summary>
    public bool AcceptUnplaced { get; init; }

    /// <summary>For a dataset that <see cref="Dataset.NeedsMapping"/>: the file that says what the columns are. It is a part of the import.</summary>
    public string? Mapping { get; init; }

    /// <summary>The moment, ISO 8601 in UTC.</summary>
    public required string Now { get; init; }

    public required string Program { get; init; }

    public IProgress<ImportProgress>? Progress { get; init; }
}

/// <summary>Brings a publisher's files into a store: whole or not at all, once, with what could not be placed said.</summary>
public sealed class ImportRunner(IRecordStore store, StateCodes states)
{
    /// <exception cref="DataFileException">A file is not as published, or holds parties that are not known.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was changed.</exception>
    public ImportOutcome Run(Dataset dataset, IReadOnlyList<string> paths, ImportOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        if (dataset.NeedsMapping && options.Mapping is null)
            throw new DataFileException(dataset.Name, 0, "", "no mapping", "--mapping FILE, which says what the columns are");
        var data = paths.SelectMany(DataFileInput.Of).ToArray();
        // Another mapping over the same file is another import.
        var mapping = dataset.NeedsMapping ? DataFileInput.Of(options.Mapping!)[0] : null;
        DataFileInput[] inputs = mapping is null ? data : [.. data, mapping];
        for (var i = 0; i < inputs.Length; i++)
            inputs[i].Number = i;
        var hashes = inputs
            .Select(i => i.Path)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(p => p, DataFileInput.HashOf, StringComparer.Ordinal);
        var files = inputs.Select(i => new ImportedFile(i.Name, hashes[i.Path], i.Bytes)).ToArray();
        var release = dataset.ReleaseOf(data);
        var vintage = options.Vintage ?? release?.Vintage ?? options.Now[..10];
        if (Same(dataset, vintage, files) is { } standing)
            return new(standing, Already: true);
        using var import = store.Begin(
            new ImportPlan
            {
                Dataset = dataset.Name,
                Vintage = vintage,
                Published = options.Published ?? release?.Published ?? "",
                Files = files,
                Tables = dataset.Tables,
                ImportedAt = options.Now,
                Program = options.Program,
            },
            cancellation
        );
        // Another process may have brought the same files in while this one waited.
        if (Same(dataset, vintage, files) is { } meanwhile && meanwhile.Id != import.Id)
            return new(meanwhile, Already: true);
        using var pipe = new BatchPipe(import, cancellation);
        var run = new ImportRun(states, pipe.Table, cancellation) { Mapping = mapping };
        Watch(inputs, pipe, options.Progress);
        dataset.Import(data, run);
        pipe.Complete();
        if (run.UnplacedCount > 0 && !options.AcceptUnplaced)
            throw Refused(run);
        import.Write(run.Unplaced);
        cancellation.ThrowIfCancellationRequested();
        return new(import.Complete(), Already: false);
    }

    private StoredImport? Same(Dataset dataset, string vintage, ImportedFile[] files)
    {
        var hashes = files.Select(f => f.Sha256).Order(StringComparer.Ordinal).ToArray();
        return store
            .Imports()
            .FirstOrDefault(i =>
                i.Dataset == dataset.Name
                && i.Files.Select(f => f.Sha256).Order(StringComparer.Ordinal).SequenceEqual(hashes)
                && (i.Vintage == vintage || i.Vintage == i.ImportedAt[..10])
            );
    }

    private static void Watch(DataFileInput[] inputs, BatchPipe pipe, IProgress<ImportProgress>? progress)
    {
        if (progress is null)
            return;
        var read = new long[inputs.Length];
        var all = Math.Max(1.0, inputs.Sum(i => i.Bytes));
        for (var i = 0; i < inputs.Length; i++)
        {
            var at = i;
            inputs[i].OnRead = n =>
            {
                // A file looked at before it is read counts once.
                read[at] = Math.Max(read[at], n);
                progress.Report(new(pipe.Rows, Math.Min(1, read.Sum() / all)));
            };
        }
    }

    private static DataFileException Refused(ImportRun run)
    {
        var first = run.Unplaced[0];
        var others = run
            .Unplaced.GroupBy(u => u.Found)
            .Skip(1)
            .Take(8)
            .Select(g => FormattableString.Invariant($"{g.Key} (line {g.First().Line})"))
            .ToArray();
        return new DataFileException(
            first.File,
            first.Line,
            first.Column,
            first.Found + (others.Length == 0 ? "" : $" and others: {string.Join(", ", others)}"),
            first.Expected,
            FormattableString.Invariant(
                $"{run.UnplacedCount} rows cannot be placed; --accept-unplaced imports the rest and keeps these listed"
            )
        );
    }
}
