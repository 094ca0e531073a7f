using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Actors.Identity;
using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Corrections;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store;

/// <summary>
/// The record as checking sees it where datasets have been imported: the shipped rows, and behind them the imported ones, each with its
/// publisher, release, file and line. Any number of threads may ask; questions to the store are asked once and remembered.
/// </summary>
public sealed partial class StoreRecord : IRecord
{
    private readonly IRecord shipped;
    private readonly IRecordStore store;
    private readonly StateCodes states;
    private readonly CorrectionSet corrections;
    private readonly Dictionary<string, List<Source>> sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<RecordQuery, IReadOnlyList<Observation>> answers = new();
    private readonly ObservationRows observations;
    private readonly Lock gate = new();

    private sealed record Source(MeasureReading Reading, Dataset Dataset, string Imports, Dictionary<int, StoredImport> ById);

    /// <param name="shipped">The rows that come with the program, and the user's own.</param>
    /// <param name="store">What was imported.</param>
    /// <param name="states">Who the parties of imported rows are.</param>
    /// <param name="corrections">What is known to be wrong in it.</param>
    public StoreRecord(IRecord shipped, IRecordStore store, StateCodes states, IReadOnlyList<Correction>? corrections = null)
    {
        (this.shipped, this.store, this.states) = (shipped, store, states);
        this.corrections = new(corrections ?? [], store, states);
        var imports = store.Imports();
        foreach (var dataset in DatasetCatalogue.All)
        {
            var own = imports.Where(i => i.Dataset == dataset.Name).ToDictionary(i => i.Id);
            if (own.Count == 0)
                continue;
            var ids = string.Join(", ", own.Keys.Order());
            foreach (var reading in dataset.Readings)
            {
                if (!sources.TryGetValue(reading.Measure, out var list))
                    sources[reading.Measure] = list = [];
                list.Add(new(reading, dataset, ids, own));
            }
            // Of several releases of a list of events or votes, the last imported speaks: two would tell everything twice.
            var rows = new ImportedRows(dataset, own[own.Keys.Max()], store, states, gate);
            latest.Add((dataset, rows));
            foreach (var measure in dataset.Answers)
            {
                if (!computed.TryGetValue(measure, out var list))
                    computed[measure] = list = [];
                list.Add((dataset, rows));
            }
        }
        observations = new ObservationRows(store, imports);
        Hash = HashOf(shipped.Hash, imports);
        told = new(Tell);
    }

    public IReadOnlyList<string> Bodies => shipped.Bodies;

    public IReadOnlyList<RecordedQuotation> Quotations => shipped.Quotations;

    /// <summary>Over the shipped tables and the hashes of everything imported.</summary>
    public string Hash { get; }

    public IReadOnlyList<Membership> Memberships(string body) => shipped.Memberships(body);

    public IReadOnlyList<Observation> Find(RecordQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var list = sources.GetValueOrDefault(query.Measure);
        var sums = computed.GetValueOrDefault(query.Measure);
        if (list is null && sums is null && !observations.Any)
            return shipped.Find(query);
        return answers.GetOrAdd(
            query,
            q => [.. shipped.Find(q), .. Imported(q, list ?? []), .. sums is null ? [] : sums.SelectMany(c => c.Dataset.Answer(q, c.Rows))]
        );
    }

    /// <summary>The rows of the newest import of a dataset; null where it was not imported.</summary>
    public ImportedRows? Imported(string dataset)
    {
        foreach (var (known, rows) in latest)
            if (known.Name == dataset)
                return rows;
        return null;
    }

    /// <summary>A hash that changes with the shipped tables and with every import and undoing.</summary>
    public static string HashOf(string shipped, IReadOnlyList<StoredImport> imports)
    {
        ArgumentNullException.ThrowIfNull(imports);
        if (imports.Count == 0)
            return shipped;
        var text = new StringBuilder(shipped);
        foreach (var import in imports)
        {
            text.Append('\n').Append(import.Dataset).Append(' ').Append(import.Vintage);
            foreach (var file in import.Files)
                text.Append(' ').Append(file.Sha256);
            foreach (var table in import.Tables)
                text.Append(' ').Append(table.Sum.ToString("x16", CultureInfo.InvariantCulture));
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private List<Observation> Imported(RecordQuery query, List<Source> list)
    {
        var found = new List<Observation>();
        foreach (var source in list)
            if (Ask(query, source) is { } question)
                lock (gate)
                    store.Read(question, row => found.Add(Observe(row, source)));
        if (observations.Any)
            lock (gate)
                observations.Find(query, found);
        return found;
    }

    private StoreQuery? Ask(RecordQuery query, Source source)
    {
        var reading = source.Reading;
        // All pairs of all states is nobody's question; every state of one measure is a ranking's.
        if (query.Of is not null && query.Of != reading.Of)
            return null;
        if (reading.Object is not null && query.Subject is null && query.Object is null)
            return null;
        if (reading.Object is null && query.Object is not null)
            return null;
        if (query.Item is not null && reading.ItemColumn is null && query.Item != reading.Item)
            return null;
        var value = corrections.Apply(reading.Table.Name, reading.Value);
        var sql = new StringBuilder("select ").Append(reading.Subject).Append(", ").Append(reading.Object ?? "0").Append(", ");
        sql.Append(reading.Period).Append(", ").Append(value).Append(", import_id, line, ").Append(reading.ItemColumn ?? "''");
        if (reading is { Lower: { } lower, Upper: { } upper })
            sql.Append(", ").Append(lower).Append(", ").Append(upper);
        sql.Append(" from ").Append(reading.Table.Name).Append(" where import_id in (").Append(source.Imports).Append(')');
        var values = new List<object>();
        if (!Party(query.Subject, reading.Subject, sql, values) || !Party(query.Object, reading.Object, sql, values))
            return null;
        if (query.Item is not null && reading.ItemColumn is not null)
        {
            values.Add(query.Item);
            sql.Append(CultureInfo.InvariantCulture, $" and {reading.ItemColumn} = @{values.Count}");
        }
        sql.Append(" and ").Append(value).Append(" is not null");
        if (reading.Where is not null)
            sql.Append(" and ").Append(reading.Where);
        // Of several releases the last imported comes first: of equal figures, it is the one that counts.
        sql.Append(" order by ").Append(reading.Period).Append(", import_id desc, line");
        return new StoreQuery(sql.ToString(), [.. values]);
    }

    private bool Party(string? code, string? column, StringBuilder sql, List<object> values)
    {
        if (code is null || column is null)
            return true;
        if ((states.ByCode(code) ?? states.Find(CodeSystem.Iso3, code)) is not { } party)
            return false;
        values.Add(party.Id);
        sql.Append(CultureInfo.InvariantCulture, $" and {column} = @{values.Count}");
        return true;
    }

    private Observation Observe(IStoreRow row, Source source)
    {
        var reading = source.Reading;
        var import = source.ById[(int)row.Integer(4)];
        var subject = states.ById((int)row.Integer(0))?.Code ?? "";
        var partner = reading.Object is null ? null : states.ById((int)row.Integer(1))?.Code;
        var when = (int)row.Integer(2);
        var period = reading.Period == "year" ? Period.OfYear(when) : PeriodOf(when);
        var written = Written(row.Real(3)).Times(reading.Scale);
        // An interval stands in the place of the digits: its middle is the figure, its half width the last digit.
        var bounded = reading is { Lower: not null, Upper: not null };
        var upper = bounded ? new WrittenNumber(row.Real(8) * reading.Scale, 0) : written;
        if (bounded)
            written = new(row.Real(7) * reading.Scale, 0);
        var place = row.Integer(5);
        var file = SourceLine.File(place);
        var mark = corrections.Mark(reading.Table.Name, import.Id, place);
        return new Observation
        {
            Measure = reading.Measure,
            Of = reading.Of,
            Subject = subject,
            Object = partner,
            Item = reading.ItemColumn is null ? reading.Item : row.Text(6),
            Period = period,
            Value = written,
            Upper = upper,
            Unit = reading.UnitOf,
            Source = source.Dataset.Authority,
            Tier = reading.Tier,
            Published = import.Published.Length > 0 && Period.TryParse(import.Published, out var published) ? published : null,
            Url = source.Dataset.Publication.Address,
            Reporter = reading.ReportedBy switch
            {
                ReportedBy.Subject => subject,
                ReportedBy.Object => partner,
                _ => null,
            },
            Basis = reading.Basis,
            Derived = reading.Derived,
            Note = $"{source.Dataset.Publication.Title}, {import.Vintage} (import {import.Id}){(mark is null ? "" : $"; {mark}")}",
            Row = new RowRef(file < import.Files.Count ? import.Files[file].Name : source.Dataset.Name, SourceLine.Line(place)),
        };
    }

    private static Period? PeriodOf(int code) => Period.TryParse(PeriodCode.Text(code), out var period) ? period : null;

    // The shortest digits that name the number are those that were published, but for zeros at the end of a fraction.
    private static WrittenNumber Written(double value) =>
        WrittenNumber.TryParse(value.ToString("R", CultureInfo.InvariantCulture), out var written) ? written : new(value, 0);
}
