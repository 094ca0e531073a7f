using System.Globalization;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store;

/// <summary>
/// A copy of the shipped facts in the store, so that whoever asks the store by itself (a query, the cluster, another machine's copy) finds all
/// that is known in one place. Checking reads them from the shipped files, which a new version of the program replaces; the copy follows.
/// </summary>
public static class ShippedFacts
{
    /// <summary>The name under which the copy stands in the ledger.</summary>
    public const string Dataset = "shipped";

    /// <summary>Brings the copy up to the shipped tables; nothing is done where it is.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public static void Ensure(IRecordStore store, RecordTables tables, string now, string program, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(tables);
        var vintage = tables.Hash[..12];
        var standing = store.Imports().Where(i => i.Dataset == Dataset).ToArray();
        if (standing is [{ } only] && only.Vintage == vintage)
            return;
        foreach (var old in standing)
            store.Undo(old.Id, cancellation);
        // The user's own facts stay the user's.
        var shipped = tables.Observations.Where(o => !o.Own).ToArray();
        var files = shipped.Select(o => o.Row.File).Distinct(StringComparer.Ordinal).ToArray();
        var numbers = files.Select((f, i) => (f, i)).ToDictionary(f => f.f, f => f.i, StringComparer.Ordinal);
        using var import = store.Begin(
            new ImportPlan
            {
                Dataset = Dataset,
                Vintage = vintage,
                Files = [.. files.Select(f => new ImportedFile($"record/{f}", tables.Hash, 0))],
                Tables = [ObservationTable.Table],
                ImportedAt = now,
                Program = program,
            },
            cancellation
        );
        using var pipe = new BatchPipe(import, cancellation);
        var rows = pipe.Table(ObservationTable.Table);
        var number = 0;
        foreach (var row in shipped)
            Write(rows.Row(SourceLine.Of(numbers[row.Row.File], row.Row.Line)), row, ++number);
        pipe.Complete();
        import.Complete();
    }

    private static void Write(TableWriter rows, Observation row, int number) =>
        rows.Int(number)
            .Text(row.Measure)
            .Text(row.Of ?? "")
            .Text(row.Subject)
            .Text(row.Object ?? "")
            .Text(row.Item)
            .Int(row.Period?.Start.Year ?? 0)
            .Text(row.Period?.Text ?? "")
            .Text(Digits(row.Value.Value))
            .Text(Digits(row.Upper.Value))
            .Text(row.Unit.Symbol)
            .Text(RecordTableReader.Sign(row.Bound))
            .Text(row.Source)
            .Text(row.Via ?? "")
            .Text(row.Tier.ToString().ToLowerInvariant())
            .Text(row.Published?.Text ?? "")
            .Text(row.Url ?? "")
            .Text(row.Reporter ?? "")
            .Text(row.Basis)
            .Int(row.Derived ? 1 : 0)
            .Text(row.Note ?? "");

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
