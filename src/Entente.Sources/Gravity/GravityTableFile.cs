using System.Globalization;
using System.Runtime.InteropServices;
using Entente.Models.Gravity;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Gravity;

/// <summary>
/// A CSV file of flows as a user brings it, compressed or not: the columns that a formula names and no others. Separated by commas, semicolons
/// or tabs, as its header shows. An empty field, `NA`, `NaN` and `.` are missing.
/// </summary>
public static class GravityTableFile
{
    private sealed record Numbers(int At, List<double> Values);

    private sealed record Names(int At, List<int> Codes, Dictionary<string, int> Known, List<string> InOrder);

    /// <exception cref="DataFileException">The file cannot be read, has no such column, or holds text where a number is wanted.</exception>
    public static GravityTable Read(string path, GravityRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var file = DataFileInput.Of(path)[0];
        using var table = new CsvTable(file, Separator(file));
        // A state of the ISO code NA is a name; in a column of names only the empty field is missing.
        var numbers = request.NumberColumns.ToDictionary(c => c, c => new Numbers(Column(table, c), []), StringComparer.Ordinal);
        var names = request.NameColumns.ToDictionary(
            c => c,
            c => new Names(Column(table, c), [], new(StringComparer.Ordinal), []),
            StringComparer.Ordinal
        );
        var lines = new List<int>();
        while (table.Next())
        {
            if (lines.Count % 65536 == 0)
                cancellation.ThrowIfCancellationRequested();
            lines.Add(table.Line);
            foreach (var column in numbers.Values)
                column.Values.Add(Number(table, column.At));
            foreach (var column in names.Values)
                column.Codes.Add(Code(table.Text(column.At), column));
        }
        return new()
        {
            File = file.Name,
            Lines = [.. lines],
            Numbers = numbers.ToDictionary(c => c.Key, c => c.Value.Values.ToArray(), StringComparer.Ordinal),
            Names = names.ToDictionary(c => c.Key, c => new NameColumn([.. c.Value.Codes], c.Value.InOrder), StringComparer.Ordinal),
        };
    }

    private static char Separator(DataFileInput file)
    {
        using var reader = file.OpenText();
        var header = reader.ReadLine() ?? "";
        return ((char[])[',', ';', '\t']).MaxBy(c => header.Count(h => h == c));
    }

    private static int Column(CsvTable table, string name) =>
        table.Has(name)
            ? table.Column(name)
            : throw new DataFileException(
                table.File,
                1,
                "",
                $"no column '{name}'",
                $"one of {string.Join(", ", table.Header.Take(20))}{(table.Header.Count > 20 ? ", …" : "")}"
            );

    private static double Number(CsvTable table, int column)
    {
        var text = table.Text(column).AsSpan().Trim();
        if (text.Length == 0 || text is "NA" or "NaN" or ".")
            return double.NaN;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw table.Bad(
                column,
                CsvTable.Shown(table.Text(column)),
                "a number",
                $"i({table.Header[column]}) makes regressors of names"
            );
    }

    private static int Code(string text, Names column)
    {
        if (text.Length == 0)
            return -1;
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(column.Known, text, out var known);
        if (!known)
        {
            code = column.InOrder.Count;
            column.InOrder.Add(text);
        }
        return code;
    }
}
