using System.Globalization;
using Entente.Sources.Datasets;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store;

/// <summary>
/// Whether a store still is what was put into it: the file itself, every import's rows counted and summed again, and whether datasets
/// that speak of the same flow speak of the same size.
/// </summary>
public sealed class StoreCheck(IRecordStore store)
{
    /// <summary>
    /// Half of all figures that two datasets share must agree within this factor. Publishers differ by freight, timing and coverage; by a
    /// half, only where a unit or a direction was mistaken.
    /// </summary>
    private const double Factor = 1.5;

    /// <summary>Fewer shared figures than this say nothing.</summary>
    private const int Enough = 50;

    /// <summary>What was found, one line each; empty where all is sound.</summary>
    public IReadOnlyList<string> Run(CancellationToken cancellation)
    {
        var findings = new List<string>();
        if (store is IStoreHealth health)
            findings.AddRange(health.Damage().Select(d => $"{store.Place}: {d}"));
        if (findings.Count > 0)
            return findings;
        var imports = store.Imports();
        foreach (var import in imports)
            findings.AddRange(Recounted(import, cancellation));
        findings.AddRange(Compared(imports, cancellation));
        return findings;
    }

    private IEnumerable<string> Recounted(StoredImport import, CancellationToken cancellation)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"import {import.Id} ({import.Dataset} {import.Vintage})");
        foreach (var written in import.Tables)
        {
            var shape = DatasetCatalogue.Tables.FirstOrDefault(t => t.Name == written.Name);
            if (shape is null)
            {
                yield return $"{where}: found the table {written.Name}, expected one that this program knows (a store of another version?)";
                continue;
            }
            var now = store.Recount(import.Id, shape, cancellation);
            if (now.Rows != written.Rows)
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{where}, {written.Name}: found {now.Rows} rows, expected the {written.Rows} that were imported"
                );
            else if (now.Sum != written.Sum)
                yield return $"{where}, {written.Name}: found rows that were altered, expected what was imported; undo it and import the files again";
        }
    }

    private IEnumerable<string> Compared(IReadOnlyList<StoredImport> imports, CancellationToken cancellation)
    {
        var readings = DatasetCatalogue
            .All.Select(d => (Dataset: d, Import: imports.LastOrDefault(i => i.Dataset == d.Name)))
            .Where(d => d.Import is not null)
            .SelectMany(d => d.Dataset.Readings.Where(r => r.Object is not null).Select(r => (d.Dataset, Import: d.Import!, Reading: r)))
            .ToArray();
        for (var i = 0; i < readings.Length; i++)
        for (var j = i + 1; j < readings.Length; j++)
        {
            var (a, b) = (readings[i], readings[j]);
            if (a.Dataset.Name == b.Dataset.Name || a.Reading.Measure != b.Reading.Measure || a.Reading.Unit != b.Reading.Unit)
                continue;
            if (a.Reading.ItemColumn is not null || b.Reading.ItemColumn is not null || a.Reading.Item != b.Reading.Item)
                continue;
            var ratios = Ratios(a.Reading, a.Import, b.Reading, b.Import, cancellation);
            if (ratios.Count < Enough)
                continue;
            var median = ratios[ratios.Count / 2];
            if (median is < 1 / Factor or > Factor)
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{a.Reading.Measure}: {a.Dataset.Name} (import {a.Import.Id}) is {median:0.###} times {b.Dataset.Name} (import {b.Import.Id}) over {ratios.Count} shared figures, expected about 1: a unit or a direction is mistaken"
                );
        }
    }

    /// <summary>Quotients of the figures that two readings share, sorted; years only, the larger flows only, for small ones are mostly rounding.</summary>
    private List<double> Ratios(
        MeasureReading a,
        StoredImport importA,
        MeasureReading b,
        StoredImport importB,
        CancellationToken cancellation
    )
    {
        var ratios = new List<double>();
        // Remainders, for a quotient of whole numbers is whole in SQLite and broken in ClickHouse.
        string Year(MeasureReading r, string alias) => r.Period == "year" ? $"{alias}.p * 10000" : $"{alias}.p - {alias}.p % 10000";
        string Whole(MeasureReading r, string alias) => r.Period == "year" ? "" : $" and {alias}.p % 10000 = 0";
        string From(MeasureReading r, int import) =>
            $"(select {r.Subject} as s, {r.Object} as o, {r.Period} as p, {r.Value} as v from {r.Table.Name} where import_id = {import}{(r.Where is null ? "" : $" and {r.Where}")})";
        var (scaleA, scaleB) = (a.Scale, b.Scale);
        store.Read(
            new StoreQuery(
                $"select x.v, y.v from {From(a, importA.Id)} x join {From(b, importB.Id)} y on x.s = y.s and x.o = y.o and {Year(a, "x")} = {Year(b, "y")} where x.v * {Number(scaleA)} > 100000000 and y.v > 0{Whole(a, "x")}{Whole(b, "y")} limit 20000"
            ),
            row => ratios.Add(row.Real(0) * scaleA / (row.Real(1) * scaleB)),
            cancellation
        );
        ratios.Sort();
        return ratios;
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
