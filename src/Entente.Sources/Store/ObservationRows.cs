using System.Globalization;
using System.Text;
using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store;

/// <summary>The rows of the general table as observations: what has been brought in with a mapping.</summary>
internal sealed class ObservationRows
{
    private const string Columns =
        "measure, of, subject, object, item, period, value, upper, unit, bound, source, via, tier, published, url, reporter, basis, derived, note, import_id, line";

    private readonly IRecordStore store;
    private readonly Dictionary<int, StoredImport> imports;
    private readonly string ids;

    public ObservationRows(IRecordStore store, IEnumerable<StoredImport> all)
    {
        this.store = store;
        // The shipped facts are read from their files; what the store holds of them is a copy.
        imports = all.Where(i =>
                i.Dataset != ShippedFacts.Dataset && i.Tables.Any(t => t.Name == ObservationTable.Table.Name && t.Rows > 0)
            )
            .ToDictionary(i => i.Id);
        ids = string.Join(", ", imports.Keys.Order());
    }

    public bool Any => imports.Count > 0;

    public void Find(RecordQuery query, List<Observation> found)
    {
        var sql = new StringBuilder("select ").Append(Columns).Append(" from observation where import_id in (").Append(ids).Append(')');
        var values = new List<object>();
        Where("measure", query.Measure);
        Where("of", query.Of);
        Where("subject", query.Subject);
        Where("object", query.Object);
        Where("item", query.Item);
        sql.Append(" and value is not null order by import_id, number");
        store.Read(new StoreQuery(sql.ToString(), [.. values]), row => Add(row, found));

        void Where(string column, string? value)
        {
            if (value is null)
                return;
            values.Add(value);
            sql.Append(CultureInfo.InvariantCulture, $" and {column} = @{values.Count}");
        }
    }

    private void Add(IStoreRow row, List<Observation> found)
    {
        var unit = Units.TryFind(row.Text(8), out var known) ? known : Units.Number;
        if (
            !RecordTableReader.TryDigits(row.Text(6), unit, out var value) || !RecordTableReader.TryDigits(row.Text(7), unit, out var upper)
        )
            return;
        var import = imports[(int)row.Integer(19)];
        var place = row.Integer(20);
        var file = SourceLine.File(place);
        var title = string.Create(CultureInfo.InvariantCulture, $"{import.Dataset} {import.Vintage} (import {import.Id})");
        found.Add(
            new Observation
            {
                Measure = row.Text(0),
                Of = Given(1),
                Subject = row.Text(2),
                Object = Given(3),
                Item = row.Text(4),
                Period = PeriodIn(5),
                Value = value,
                Upper = upper,
                Unit = unit,
                Bound = BoundOf(row.Text(9)),
                Source = row.Text(10),
                Via = Given(11),
                Tier = row.Text(12) switch
                {
                    "agency" => Tier.Agency,
                    "repost" => Tier.Repost,
                    _ => Tier.Primary,
                },
                Published = PeriodIn(13),
                Url = Given(14),
                Reporter = Given(15),
                Basis = row.Text(16),
                Derived = row.Integer(17) != 0,
                Note = Given(18) is { } note ? $"{note}; {title}" : title,
                Row = new RowRef(file < import.Files.Count ? import.Files[file].Name : import.Dataset, SourceLine.Line(place)),
            }
        );

        string? Given(int column) => row.Text(column) is { Length: > 0 } text ? text : null;

        Period? PeriodIn(int column) => Period.TryParse(row.Text(column), out var period) ? period : null;
    }

    private static Bound BoundOf(string sign)
    {
        foreach (var bound in Enum.GetValues<Bound>())
            if (RecordTableReader.Sign(bound) == sign)
                return bound;
        return Bound.Exact;
    }
}
