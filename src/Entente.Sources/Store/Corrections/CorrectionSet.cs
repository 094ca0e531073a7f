using System.Globalization;
using System.Text;
using Entente.Actors.Identity;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store.Corrections;

/// <summary>
/// The corrections that concern what has been imported, each looked up in the raw rows once. One whose raw row is no longer what the entry
/// says is stale: it is reported and not applied, and figures of that row say so.
/// </summary>
public sealed class CorrectionSet
{
    // Publishers' digits survive the way through binary numbers; anything farther apart is another number.
    private const double Tolerance = 1e-12;

    private readonly Dictionary<(string Table, string Column), List<Applied>> applied = [];
    private readonly Dictionary<(string Table, int Import, long Line), string> marks = [];
    private readonly List<string> findings = [];

    /// <param name="corrections">Shipped ones and the user's own.</param>
    /// <param name="store">Where the raw rows are.</param>
    /// <param name="states">Who the codes of keys mean.</param>
    public CorrectionSet(IEnumerable<Correction> corrections, IRecordStore store, StateCodes states)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(store);
        var imports = store.Imports();
        foreach (var correction in corrections)
        {
            if (Misfit(correction) is { } misfit)
                findings.Add($"{correction.Row}: {misfit}");
            else
                LookUp(correction, store, states, [.. imports.Where(i => Concerns(correction, i))]);
        }
    }

    /// <summary>One line for each correction that is not as its raw row, located; empty where all apply.</summary>
    public IReadOnlyList<string> Findings => findings;

    /// <summary>SQL that gives a reading's value with the corrections of its columns in it; the same text where none concerns it.</summary>
    /// <param name="table">The table that is read.</param>
    /// <param name="sql">An expression over its columns.</param>
    public string Apply(string table, string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        if (applied.Count == 0)
            return sql;
        var result = new StringBuilder(sql.Length);
        for (var i = 0; i < sql.Length; )
        {
            var end = i;
            while (end < sql.Length && (char.IsAsciiLetterOrDigit(sql[end]) || sql[end] == '_'))
                end++;
            if (end == i)
                result.Append(sql[i++]);
            else
            {
                var word = sql[i..end];
                if (applied.TryGetValue((table, word), out var rows))
                    Case(result, word, rows);
                else
                    result.Append(word);
                i = end;
            }
        }
        return result.ToString();
    }

    /// <summary>What a figure of a row says of corrections; null where there is nothing to say.</summary>
    public string? Mark(string table, int import, long line) => marks.Count == 0 ? null : marks.GetValueOrDefault((table, import, line));

    private static bool Concerns(Correction correction, StoredImport import) =>
        import.Dataset == correction.Dataset && correction.Key.All(k => k.Column != "vintage" || k.Value == import.Vintage);

    private static string? Misfit(Correction correction)
    {
        if (DatasetCatalogue.Find(correction.Dataset) is not { } dataset)
            return $"found the dataset '{correction.Dataset}', expected one of {string.Join(", ", DatasetCatalogue.All.Select(d => d.Name))}";
        if (dataset.Tables.FirstOrDefault(t => t.Name == correction.Table) is not { } table)
            return $"found the table '{correction.Table}', expected one of {string.Join(", ", dataset.Tables.Select(t => t.Name))}";
        foreach (var (column, _) in correction.Key.Append((correction.Column, "")))
            if (column != "vintage" && table.Columns.All(c => c.Name != column))
                return $"found the column '{column}', expected one of {string.Join(", ", table.Columns.Select(c => c.Name))}";
        if (table.Columns[table.IndexOf(correction.Column)].Kind == CellKind.Text)
            return $"found '{correction.Column}', which holds words, expected a column of numbers";
        return null;
    }

    private void LookUp(Correction correction, IRecordStore store, StateCodes states, IReadOnlyList<StoredImport> imports)
    {
        if (imports.Count == 0)
            return;
        var table = DatasetCatalogue.Find(correction.Dataset)!.Tables.First(t => t.Name == correction.Table);
        var sql = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"select import_id, line, {correction.Column} from {correction.Table} where import_id in ("
            )
            .Append(string.Join(", ", imports.Select(i => i.Id)))
            .Append(')');
        var values = new List<object>();
        foreach (var (column, value) in correction.Key)
        {
            if (column == "vintage")
                continue;
            if (Value(table.Columns[table.IndexOf(column)], value, states) is not { } bound)
            {
                findings.Add($"{correction.Row}: found '{value}' for {column}, expected a number or the code of a state");
                return;
            }
            values.Add(bound);
            sql.Append(CultureInfo.InvariantCulture, $" and {column} = @{values.Count}");
        }
        var rows = new List<(int Import, long Line, double? Value)>();
        store.Read(
            new StoreQuery(sql.ToString(), [.. values]),
            r => rows.Add(((int)r.Integer(0), r.Integer(1), r.IsNull(2) ? null : r.Real(2)))
        );
        foreach (var import in imports)
        {
            var own = rows.Where(r => r.Import == import.Id).ToList();
            if (own.Count == 1)
                Judge(correction, import, own[0].Line, own[0].Value);
            else
                Stale(correction, import, own.Count == 0 ? "no such row" : $"{own.Count} rows", "one row");
        }
    }

    private void Judge(Correction correction, StoredImport import, long line, double? value)
    {
        var place = (correction.Table, import.Id, line);
        if (Same(value, correction.Raw))
        {
            if (!applied.TryGetValue((correction.Table, correction.Column), out var list))
                applied[(correction.Table, correction.Column)] = list = [];
            list.Add(new(import.Id, line, correction.Corrected));
            Add(
                place,
                $"corrected: {correction.Column} {Shown(correction.Raw)} as published, {Shown(correction.Corrected)} here; {correction.Reason} ({correction.Source}, {correction.Date.Text}) [{correction.Row}]"
            );
            return;
        }
        var fixedSince = Same(value, correction.Corrected);
        Stale(
            correction,
            import,
            Shown(value) + (fixedSince ? ", which the publisher now prints itself" : ""),
            $"{Shown(correction.Raw)}; {(fixedSince ? "take the correction out, or bind it with vintage=… in its key" : "look at the row again")}"
        );
        Add(place, $"a correction of {correction.Column} is stale and not applied [{correction.Row}]");
    }

    private void Add((string, int, long) place, string mark) =>
        marks[place] = marks.TryGetValue(place, out var before) ? $"{before}; {mark}" : mark;

    private void Stale(Correction correction, StoredImport import, string found, string expected) =>
        findings.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{correction.Row}: the correction of {correction.Column} is stale: found {found} in import {import.Id} ({import.Dataset} {import.Vintage}), expected {expected}"
            )
        );

    private static object? Value(Column column, string value, StateCodes states)
    {
        if (column.Kind == CellKind.Text)
            return value;
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (column.Kind == CellKind.Real && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var real))
            return real;
        return (states.ByCode(value) ?? states.Find(CodeSystem.Iso3, value))?.Id;
    }

    private static void Case(StringBuilder sql, string column, List<Applied> rows)
    {
        sql.Append("(case");
        foreach (var row in rows)
            sql.Append(CultureInfo.InvariantCulture, $" when import_id = {row.Import} and line = {row.Line} then ")
                .Append(row.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "null");
        sql.Append(" else ").Append(column).Append(" end)");
    }

    private static bool Same(double? a, double? b) =>
        a is null || b is null ? a is null && b is null : Math.Abs(a.Value - b.Value) <= Tolerance * Math.Abs(b.Value);

    private static string Shown(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "nothing";

    private sealed record Applied(int Import, long Line, double? Value);
}
