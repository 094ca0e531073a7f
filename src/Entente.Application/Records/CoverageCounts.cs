using System.Collections.Concurrent;
using System.Globalization;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Application.Records;

/// <summary>How many values there are of one state in one year; where there are none, why.</summary>
/// <param name="Reason">Why values are missing that the publisher has a row for; `None` where none is missing.</param>
internal readonly record struct YearCount(long Values, long Missing, Absence Reason);

/// <summary>How much of what one import (or the shipped tables) holds of one measure, by state and year.</summary>
/// <param name="Dataset">The dataset's name; `shipped` for what comes with the program, `own` for the user's.</param>
/// <param name="Name">The measure, or the table where no measure reads it.</param>
/// <param name="IsMeasure">Whether <see cref="Name"/> is a measure.</param>
/// <param name="Pairs">Whether the values are of pairs of states.</param>
internal sealed record CoverageCounts(
    string Dataset,
    string Name,
    bool IsMeasure,
    bool Pairs,
    IReadOnlyDictionary<(string State, int Year), YearCount> Counts
);

/// <summary>Counts what a store holds. An import never changes, so what was counted of one is kept for as long as the program runs.</summary>
internal sealed class CoverageCounter
{
    private readonly ConcurrentDictionary<(string Place, int Import, string Moment), IReadOnlyList<CoverageCounts>> known = new();

    /// <summary>Everything that some imports hold, one list for each dataset and what it holds.</summary>
    /// <param name="codeOf">The code of a party's number.</param>
    public IReadOnlyList<CoverageCounts> Of(IRecordStore store, Func<int, string?> codeOf, CancellationToken cancellation)
    {
        var all = new List<CoverageCounts>();
        foreach (var import in store.Imports())
            if (DatasetCatalogue.Find(import.Dataset) is { } dataset)
                all.AddRange(
                    known.GetOrAdd((store.Place, import.Id, import.ImportedAt), _ => [.. Of(store, dataset, import, codeOf, cancellation)])
                );
        return
        [
            .. all.GroupBy(c => (c.Dataset, c.Name))
                .Select(g =>
                    g.Count() == 1
                        ? g.First()
                        : g.First() with
                        {
                            // Of several releases, whichever has most of a year speaks: a sum would count the same figures twice.
                            Counts = g.SelectMany(c => c.Counts)
                                .GroupBy(c => c.Key)
                                .ToDictionary(c => c.Key, c => c.MaxBy(v => v.Value.Values).Value),
                        }
                ),
        ];
    }

    private static IEnumerable<CoverageCounts> Of(
        IRecordStore store,
        Dataset dataset,
        StoredImport import,
        Func<int, string?> codeOf,
        CancellationToken cancellation
    )
    {
        var tables = import.Tables.Where(t => t.Rows > 0).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var readings = dataset.Readings.Where(r => tables.Contains(r.Table.Name)).ToList();
        foreach (var measure in readings.GroupBy(r => r.Measure, StringComparer.Ordinal))
        {
            var counts = new Dictionary<(string, int), YearCount>();
            foreach (var reading in measure)
            {
                cancellation.ThrowIfCancellationRequested();
                var condition = reading.Where is null ? "" : $" and {reading.Where}";
                var absent = reading.Table.HasAbsent ? "absent" : "0";
                // A table of one party's figures has its number in the place of a column.
                var by = string.Join(", ", new[] { reading.Subject, reading.Period }.Where(c => !char.IsAsciiDigit(c[0])));
                store.Read(
                    new StoreQuery(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"select {reading.Subject}, {reading.Period}, count({reading.Value}), count(*), max({absent}) from {reading.Table.Name} where import_id = {import.Id}{condition} group by {by}"
                        )
                    ),
                    row =>
                    {
                        if (codeOf((int)row.Integer(0)) is not { } state)
                            return;
                        var when = (int)row.Integer(1);
                        var year = reading.Period == "year" ? when : PeriodCode.Year(when);
                        var (values, all) = (row.Integer(2), row.Integer(3));
                        var before = counts.GetValueOrDefault((state, year));
                        counts[(state, year)] = new(
                            before.Values + values,
                            before.Missing + all - values,
                            all > values ? (Absence)row.Integer(4) : before.Reason
                        );
                    },
                    cancellation
                );
            }
            yield return new(dataset.Name, measure.Key, true, measure.Any(r => r.Object is not null), counts);
        }
        var read = readings.Select(r => r.Table.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var table in dataset.Tables.Where(t => tables.Contains(t.Name) && !read.Contains(t.Name) && t.TimeColumn >= 0))
            yield return OfTable(store, dataset, table, import, codeOf, cancellation);
    }

    /// <summary>A table that measures of its own read: its rows, by the party whose they are where they are somebody's.</summary>
    private static CoverageCounts OfTable(
        IRecordStore store,
        Dataset dataset,
        TableShape table,
        StoredImport import,
        Func<int, string?> codeOf,
        CancellationToken cancellation
    )
    {
        var counts = new Dictionary<(string, int), YearCount>();
        var (time, subject) = (table.Columns[table.TimeColumn].Name, table.Columns[table.SubjectColumn]);
        var who =
            subject.Kind == CellKind.Integer
            && subject.Name != time
            && (table.Subject is not null || subject.Name.StartsWith("state", StringComparison.Ordinal))
                ? subject.Name
                : "0";
        store.Read(
            new StoreQuery(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"select {who}, {time}, count(*) from {table.Name} where import_id = {import.Id} group by {(who == "0" ? "" : $"{who}, ")}{time}"
                )
            ),
            row =>
            {
                var key = (who == "0" ? "" : codeOf((int)row.Integer(0)) ?? "", table.YearOf(row.Integer(1)));
                var before = counts.GetValueOrDefault(key);
                counts[key] = new(before.Values + row.Integer(2), 0, Absence.None);
            },
            cancellation
        );
        return new(dataset.Name, table.Name, false, table.Columns.Any(c => c.Name is "state2" or "partner" or "recipient"), counts);
    }

    /// <summary>The rows that come with the program, and the user's own.</summary>
    public static IReadOnlyList<CoverageCounts> Of(Entente.Record.RecordTables tables) =>
        [
            .. tables
                .Observations.Where(o => o.Period is not null)
                .GroupBy(o => (Own: o.Own ? "own" : ShippedFacts.Dataset, o.Measure))
                .OrderBy(g => g.Key.Measure, StringComparer.Ordinal)
                .Select(g => new CoverageCounts(
                    g.Key.Own,
                    g.Key.Measure,
                    true,
                    g.Any(o => o.Object is not null),
                    g.SelectMany(o => Years(o.Period!).Select(y => (o.Subject, Year: y)))
                        .GroupBy(k => k)
                        .ToDictionary(k => (k.Key.Subject ?? "", k.Key.Year), k => new YearCount(k.Count(), 0, Absence.None))
                )),
        ];

    private static IEnumerable<int> Years(Period period) =>
        Enumerable.Range(period.Start.Year, Math.Clamp(period.End.Year - period.Start.Year + 1, 1, 300));
}
