using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Entente.Sources.Datasets.Reading;

/// <summary>
/// A table of a publisher, row by row: columns by name, values with located errors. Rows shorter or longer than the header are errors,
/// unless a layout allows them.
/// </summary>
public sealed class CsvTable : IDisposable
{
    private readonly CsvParser parser;
    private readonly TextReader reader;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly string[] header;
    private readonly int skipped;
    private readonly bool ragged;
    private int lastRaw;

    /// <param name="skipLines">Lines before the header (a publisher's preamble).</param>
    /// <param name="ragged">True where a layout leaves trailing empty fields out.</param>
    /// <exception cref="DataFileException">The file is empty or has no header.</exception>
    public CsvTable(DataFileInput file, char separator = ',', int skipLines = 0, bool ragged = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        File = file.Name;
        FileNumber = file.Number;
        this.ragged = ragged;
        skipped = skipLines;
        reader = file.OpenText();
        for (var i = 0; i < skipLines; i++)
            if (reader.ReadLine() is null)
                throw new DataFileException(File, i + 1, "", "the end of the file", $"{skipLines} lines before the header");
        parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator.ToString(),
                BufferSize = 1 << 16,
                ProcessFieldBufferSize = 1 << 12,
                MaxFieldSize = 1 << 20,
                Mode = CsvMode.RFC4180,
                BadDataFound = null,
            },
            leaveOpen: false
        );
        if (!Advance())
            throw new DataFileException(File, skipped + 1, "", "an empty file", "a header and rows");
        header = new string[parser.Count];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = parser[i].Trim();
            columns.TryAdd(header[i], i);
        }
    }

    public string File { get; }

    /// <summary>The file's number in its import, from 0.</summary>
    public int FileNumber { get; }

    /// <summary>The line of the file on which the present row begins, from 1.</summary>
    public int Line { get; private set; }

    public IReadOnlyList<string> Header => header;

    public int Count => parser.Count;

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>The place of a column.</summary>
    /// <exception cref="DataFileException">The file has no such column.</exception>
    public int Column(string name) =>
        columns.TryGetValue(name, out var at)
            ? at
            : throw new DataFileException(
                File,
                skipped + 1,
                "",
                $"the columns {string.Join(", ", header.Take(30))}{(header.Length > 30 ? " …" : "")}",
                $"a column '{name}' as published"
            );

    /// <summary>Goes to the next row; false at the end. Empty lines are passed over.</summary>
    /// <exception cref="DataFileException">A row with more or fewer fields than the header, or quotes that do not close.</exception>
    public bool Next()
    {
        while (Advance())
        {
            if (parser.Count == 1 && header.Length > 1 && parser[0].Length == 0)
                continue;
            if (parser.Count != header.Length && !(ragged && parser.Count < header.Length))
                throw new DataFileException(
                    File,
                    Line,
                    "",
                    $"{parser.Count} fields",
                    $"{header.Length} as in the header",
                    "a torn file? fetch it again"
                );
            return true;
        }
        return false;
    }

    public string Text(int column) => column < parser.Count ? parser[column] : "";

    /// <summary>A text that must be there.</summary>
    public string Required(int column)
    {
        var text = Text(column);
        return text.Length > 0 ? text : throw Bad(column, "nothing", "a value");
    }

    public long Integer(int column)
    {
        var text = Text(column);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Bad(column, Shown(text), "a whole number");
    }

    public int Year(int column)
    {
        var year = Integer(column);
        return year is >= 1000 and <= 2999 ? (int)year : throw Bad(column, Shown(Text(column)), "a year");
    }

    public double Real(int column)
    {
        var text = Text(column);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Bad(column, Shown(text), "a number");
    }

    /// <summary>A number, or null where the field is empty or one of the publisher's marks for "missing".</summary>
    /// <param name="missing">Marks such as `-9` or `.`; compared as written.</param>
    public double? RealOrMissing(int column, params ReadOnlySpan<string> missing)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        foreach (var mark in missing)
            if (text == mark)
                return null;
        return Real(column);
    }

    public long? IntegerOrMissing(int column, params ReadOnlySpan<string> missing)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        foreach (var mark in missing)
            if (text == mark)
                return null;
        return Integer(column);
    }

    /// <summary>An error at a column of the present row.</summary>
    public DataFileException Bad(int column, string found, string expected, string? hint = null) =>
        new(File, Line, column < header.Length ? header[column] : "", found, expected, hint);

    public static string Shown(string text) => text.Length == 0 ? "nothing" : $"'{(text.Length > 60 ? text[..60] + "…" : text)}'";

    public void Dispose()
    {
        parser.Dispose();
        reader.Dispose();
    }

    private bool Advance()
    {
        try
        {
            if (!parser.Read())
                return false;
        }
        catch (CsvHelperException e) when (e.InnerException is DataFileException torn)
        {
            throw torn;
        }
        catch (MaxFieldSizeException)
        {
            throw new DataFileException(File, lastRaw + skipped + 1, "", "a field of more than a million characters", "rows of a table");
        }
        catch (CsvHelperException e)
        {
            throw new DataFileException(File, lastRaw + skipped + 1, "", e.Message.Split('\n')[0].Trim(), "rows of a table");
        }
        Line = lastRaw + 1 + skipped;
        lastRaw = parser.RawRow;
        return true;
    }
}
