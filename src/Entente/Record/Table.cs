using Entente.Catalogue;
using Entente.Quantities;

namespace Entente.Record;

/// <summary>What a table of the record held: its good rows, and an error for each bad one. A table with errors is not to be used.</summary>
public sealed record TableOutcome<T>
{
    public required IReadOnlyList<T> Rows { get; init; }

    public required IReadOnlyList<CatalogueError> Errors { get; init; }
}

/// <summary>What the tables of one load share: one string for each text, one period for each way of writing one.</summary>
internal sealed class TablePools
{
    private readonly Dictionary<string, Period?> _periods = new(StringComparer.Ordinal);

    public StringPool Strings { get; } = new();

    public bool TryPeriod(string text, out Period period)
    {
        if (!_periods.TryGetValue(text, out var known))
            _periods[text] = known = Period.TryParse(text, out var parsed) ? parsed : null;
        period = known!;
        return known is not null;
    }
}

/// <summary>
/// A CSV table with a fixed header. The readers ask for fields by the number of their column; whatever a field should have been and
/// is not becomes an error at the field's own line and column.
/// </summary>
internal sealed class Table(string file, string[] columns, TablePools pools)
{
    private readonly List<CsvField> _fields = new(columns.Length);
    private readonly List<CatalogueError> _errors = [];
    private int _line;
    private bool _bad;

    public IReadOnlyList<CatalogueError> Errors => _errors;

    public RowRef Row => new(file, _line);

    /// <summary>Calls <paramref name="read"/> for each row; a row that reported an error is left out.</summary>
    public TableOutcome<T> Read<T>(string csv, Func<Table, T> read)
    {
        var rows = new List<T>(csv.Length / 160);
        var csvRows = new CsvRows(csv, pools.Strings);
        if (csvRows.Next(_fields) && Header())
            while (csvRows.Next(_fields))
            {
                if (_fields.Count == 1 && _fields[0].Text.Length == 0)
                    continue;
                (_line, _bad) = (csvRows.RowLine, false);
                if (_fields.Count != columns.Length)
                {
                    Fail(
                        new("", _line, 1),
                        $"{_fields.Count} fields",
                        $"{columns.Length} fields: {string.Join(',', columns)}",
                        "quote a field that holds a comma"
                    );
                    continue;
                }
                var row = read(this);
                if (!_bad)
                    rows.Add(row);
            }
        if (csvRows.Fault is { } fault)
            Fail(new("", fault.Line, fault.Column), fault.Found, fault.Expected);
        else if (_errors.Count == 0 && csv.AsSpan().Trim('\uFEFF').IsWhiteSpace())
            Fail(new("", 1, 1), "an empty table", $"the header {string.Join(',', columns)}");
        return new() { Rows = rows, Errors = _errors };
    }

    public CsvField this[int column] => _fields[column];

    public string Text(int column) => _fields[column].Text;

    public string? Optional(int column) => _fields[column].Text is { Length: > 0 } text ? text : null;

    public string Required(int column)
    {
        var field = _fields[column];
        if (field.Text.Length == 0)
            Fail(field, "nothing", $"a {columns[column]}");
        return field.Text;
    }

    public Period? OptionalPeriod(int column)
    {
        var field = _fields[column];
        if (field.Text.Length == 0)
            return null;
        if (pools.TryPeriod(field.Text, out var period))
            return period;
        Fail(field, $"'{field.Text}'", $"a {columns[column]} such as 2022, 2022-03, 2022-01..2022-11 or 2022-02-04");
        return null;
    }

    public Period RequiredPeriod(int column)
    {
        if (_fields[column].Text.Length == 0)
            Fail(_fields[column], "nothing", $"a {columns[column]} such as 2022-02-04");
        return OptionalPeriod(column)!;
    }

    /// <summary>One of a few words; <paramref name="words"/> and <paramref name="values"/> run side by side.</summary>
    public TValue Word<TValue>(int column, string[] words, TValue[] values)
    {
        var field = _fields[column];
        var at = Array.IndexOf(words, field.Text);
        if (at >= 0)
            return values[at];
        Fail(field, $"'{field.Text}'", $"for {columns[column]} one of {string.Join(" ", words.Where(w => w.Length > 0))}");
        return values[0];
    }

    private static readonly string[] TierWords = ["primary", "agency", "repost"];
    private static readonly Tier[] Tiers = [Tier.Primary, Tier.Agency, Tier.Repost];

    public Tier RequiredTier(int column) => Word(column, TierWords, Tiers);

    public void Fail(CsvField at, string found, string expected, string? hint = null)
    {
        _bad = true;
        _errors.Add(
            new()
            {
                File = file,
                Line = at.Line,
                Column = at.Column,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );
    }

    private bool Header()
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (i < _fields.Count && _fields[i].Text == columns[i])
                continue;
            var at = i < _fields.Count ? _fields[i] : new CsvField("", _fields[^1].Line, _fields[^1].Column);
            Fail(
                at,
                i < _fields.Count ? $"column '{at.Text}'" : "no more columns",
                $"column '{columns[i]}'",
                $"the header is {string.Join(',', columns)}"
            );
            return false;
        }
        if (_fields.Count == columns.Length)
            return true;
        Fail(
            _fields[columns.Length],
            $"column '{_fields[columns.Length].Text}'",
            "no further column",
            $"the header is {string.Join(',', columns)}"
        );
        return false;
    }
}
