using System.Globalization;
using Entente.Actors.Identity;
using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store;

/// <summary>The rows of one import, for a dataset that makes events, votes or computed figures of them. Any number of threads may ask.</summary>
public sealed class ImportedRows
{
    private readonly Dataset dataset;
    private readonly StoredImport import;
    private readonly IRecordStore store;
    private readonly StateCodes states;
    private readonly Lock gate;

    internal ImportedRows(Dataset dataset, StoredImport import, IRecordStore store, StateCodes states, Lock gate) =>
        (this.dataset, this.import, this.store, this.states, this.gate) = (dataset, import, store, states, gate);

    /// <summary>The condition that every question needs: `import_id = 7`.</summary>
    public string Own => string.Create(CultureInfo.InvariantCulture, $"import_id = {import.Id}");

    /// <summary>The dataset and its release, for notes.</summary>
    public string Release => $"{dataset.Publication.Title}, {import.Vintage} (import {import.Id.ToString(CultureInfo.InvariantCulture)})";

    /// <summary>When the release appeared; null where not known.</summary>
    public Period? Published => Period.TryParse(import.Published, out var published) ? published : null;

    public string Authority => dataset.Authority;

    public string Address => dataset.Publication.Address;

    /// <summary>Asks in the SQL that stores share, with `@1`, `@2` … for values.</summary>
    /// <exception cref="StoreException">The store cannot answer whole.</exception>
    public void Read(string sql, object[] values, Action<IStoreRow> row)
    {
        lock (gate)
            store.Read(new StoreQuery(sql, values), row);
    }

    /// <summary>The claim language's code of a party's number.</summary>
    public string? CodeOf(int party) => states.ById(party)?.Code;

    public string? NameOf(int party) => states.ById(party)?.Name;

    /// <summary>The number of a party of the claim language; null where it is none of the identities.</summary>
    public int? PartyOf(string code) => (states.ByCode(code) ?? states.Find(CodeSystem.Iso3, code))?.Id;

    /// <summary>The row's file and line.</summary>
    public RowRef RowAt(long line)
    {
        var file = SourceLine.File(line);
        return new RowRef(file < import.Files.Count ? import.Files[file].Name : dataset.Name, SourceLine.Line(line));
    }

    /// <summary>An observation with everything but its measure, parties, period and value filled in.</summary>
    public Observation Observation(long line) =>
        new()
        {
            Measure = "",
            Subject = "",
            Item = "",
            Value = default,
            Upper = default,
            Unit = Units.Number,
            Source = dataset.Authority,
            Tier = Tier.Primary,
            Published = Published,
            Url = Address,
            Note = Release,
            Row = RowAt(line),
        };
}
