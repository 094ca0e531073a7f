using System.Globalization;
using Entente.Numerics.Similarity;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Similarity;

/// <summary>How a table that a user brings is to be read.</summary>
public sealed record CategoryTableOptions
{
    /// <summary>The scale, from one end to the other; empty where categories are whole numbers, which have their own order.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The column of the year of a case; null where all cases are of one period.</summary>
    public string? Period { get; init; }

    /// <summary>The column of the weight of a case; null where cases have none.</summary>
    public string? Weight { get; init; }
}

/// <summary>
/// Any table of who is in which category in which case: long (`case,unit,category`, a row for each) or wide (a column of cases, then one for
/// each unit). An empty field, `NA` and `.` are missing.
/// </summary>
public static class CategoryTable
{
    private sealed record Reading(SortedSet<string> Units, Dictionary<string, List<Row>> Periods);

    private sealed record Row(string Case, double Weight, Dictionary<string, string> Of);

    /// <param name="path">A CSV file, compressed or not.</param>
    /// <param name="options">The scale and the columns that are no unit; null for a numeric scale and none.</param>
    /// <exception cref="DataFileException">The file cannot be read as such a table; the place is named.</exception>
    public static SimilarityPanel Open(string path, CategoryTableOptions? options = null)
    {
        options ??= new();
        var file = DataFileInput.Of(path)[0];
        using var table = new CsvTable(file);
        var reading = table.Has("unit") && table.Has("category") && table.Has("case") ? Long(table, options) : Wide(table, options);
        var notes = new List<string>();
        var scale = Scale(file.Name, reading, options, notes);
        return new()
        {
            On = Path.GetFileName(path),
            By = options.Period is null ? "" : "year",
            CaseName = "cases",
            Categories = scale,
            WeightName = options.Weight,
            Periods = [.. reading.Periods.Select(p => Period(p.Key, p.Value, reading.Units, scale, options)).OrderBy(p => p.Number)],
            Notes = notes,
        };
    }

    private static Reading Long(CsvTable table, CategoryTableOptions options)
    {
        var (caseAt, unitAt, categoryAt) = (table.Column("case"), table.Column("unit"), table.Column("category"));
        var found = new Reading(new(StringComparer.Ordinal), []);
        var rows = new Dictionary<(string Period, string Case), Row>();
        while (table.Next())
        {
            var (period, key, unit) = (PeriodOf(table, options), table.Required(caseAt), table.Required(unitAt));
            if (!rows.TryGetValue((period, key), out var row))
            {
                rows[(period, key)] = row = new(key, WeightOf(table, options), new(StringComparer.Ordinal));
                Of(found, period).Add(row);
            }
            else if (WeightOf(table, options) is var weight && !weight.Equals(row.Weight))
                throw table.Bad(
                    table.Column(options.Weight!),
                    weight.ToString("R", CultureInfo.InvariantCulture),
                    $"the weight of case '{key}' above"
                );
            found.Units.Add(unit);
            if (table.Text(categoryAt).Trim() is var category && !IsMissing(category) && !row.Of.TryAdd(unit, category))
                throw table.Bad(unitAt, $"'{unit}' a second time in case '{key}'", "one category of each unit in each case");
        }
        return found;
    }

    private static Reading Wide(CsvTable table, CategoryTableOptions options)
    {
        var units = Enumerable
            .Range(1, Math.Max(0, table.Header.Count - 1))
            .Where(c => table.Header[c] != options.Period && table.Header[c] != options.Weight)
            .ToArray();
        if (units.Length < 2)
            throw new DataFileException(
                table.File,
                1,
                "",
                $"the columns {string.Join(", ", table.Header.Take(12))}",
                "case, unit and category, or a column of cases and one for each of at least two units"
            );
        if (units.Select(u => table.Header[u]).GroupBy(u => u).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new DataFileException(table.File, 1, twice.Key, "two columns of this name", "one column for each unit");
        var found = new Reading(new(units.Select(u => table.Header[u]), StringComparer.Ordinal), []);
        while (table.Next())
        {
            var row = new Row(table.Text(0), WeightOf(table, options), new(StringComparer.Ordinal));
            foreach (var unit in units)
                if (table.Text(unit).Trim() is var category && !IsMissing(category))
                    row.Of[table.Header[unit]] = category;
            Of(found, PeriodOf(table, options)).Add(row);
        }
        return found;
    }

    private static List<Row> Of(Reading reading, string period) =>
        reading.Periods.TryGetValue(period, out var rows) ? rows : reading.Periods[period] = [];

    private static string PeriodOf(CsvTable table, CategoryTableOptions options) =>
        options.Period is { } column ? table.Year(table.Column(column)).ToString(CultureInfo.InvariantCulture) : "0";

    private static double WeightOf(CsvTable table, CategoryTableOptions options)
    {
        if (options.Weight is not { } column)
            return double.NaN;
        var at = table.Column(column);
        var weight = table.RealOrMissing(at, "NA", ".") ?? double.NaN;
        return weight < 0 ? throw table.Bad(at, CsvTable.Shown(table.Text(at)), "a weight of at least 0") : weight;
    }

    private static bool IsMissing(string text) => text is "" or "NA" or ".";

    /// <summary>As named, or the whole numbers from the least to the greatest: a number that nobody used is still on the scale.</summary>
    private static List<string> Scale(string file, Reading reading, CategoryTableOptions options, List<string> notes)
    {
        var seen = reading.Periods.Values.SelectMany(p => p).SelectMany(r => r.Of.Values).ToHashSet(StringComparer.Ordinal);
        if (options.Categories.Count > 0)
        {
            if (seen.FirstOrDefault(s => !options.Categories.Contains(s, StringComparer.Ordinal)) is { } other)
                throw new DataFileException(
                    file,
                    0,
                    "",
                    $"the category {CsvTable.Shown(other)}",
                    $"one of {string.Join(", ", options.Categories)}"
                );
            return [.. options.Categories];
        }
        var numbers = new SortedSet<int>();
        foreach (var text in seen)
            numbers.Add(
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new DataFileException(
                        file,
                        0,
                        "",
                        $"the category {CsvTable.Shown(text)}",
                        "whole numbers, or the scale named",
                        "--categories low,middle,high"
                    )
            );
        var (least, most) = numbers.Count == 0 ? (0, 1) : (numbers.Min, Math.Max(numbers.Max, numbers.Min + 1));
        if (most - (long)least >= Ballots.MostCategories)
            throw new DataFileException(file, 0, "", $"categories from {least} to {most}", $"at most {Ballots.MostCategories} steps");
        notes.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"scale {least} to {most}, as far as seen; --categories names one that goes further"
            )
        );
        return [.. Enumerable.Range(least, most - least + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))];
    }

    private static SimilarityPeriod Period(
        string name,
        List<Row> rows,
        SortedSet<string> all,
        List<string> scale,
        CategoryTableOptions options
    )
    {
        string[] units = [.. all.Where(u => rows.Exists(r => r.Of.ContainsKey(u)))];
        var choices = new byte[units.Length * rows.Count];
        for (var u = 0; u < units.Length; u++)
        for (var i = 0; i < rows.Count; i++)
            choices[(u * rows.Count) + i] = rows[i].Of.TryGetValue(units[u], out var category) ? Place(scale, category) : Ballots.Missing;
        var number = int.Parse(name, CultureInfo.InvariantCulture);
        return new()
        {
            Number = number,
            Year = number,
            Units = [.. units.Select(u => new SimilarityUnit(u, u))],
            Ballots = new Ballots(
                units.Length,
                rows.Count,
                scale.Count,
                choices,
                options.Weight is null ? null : [.. rows.Select(r => r.Weight)]
            ),
        };
    }

    private static byte Place(List<string> scale, string category)
    {
        var at = scale.IndexOf(category);
        // 03 and 3 are one number.
        if (at < 0)
            at = scale.IndexOf(
                int.Parse(category, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            );
        return (byte)at;
    }
}
