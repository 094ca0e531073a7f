namespace Entente.Record;

/// <summary>One field of a CSV row with the place it begins.</summary>
internal readonly record struct CsvField(string Text, int Line, int Column);

/// <summary>A syntax error in a CSV text.</summary>
internal readonly record struct CsvFault(int Line, int Column, string Found, string Expected);

/// <summary>
/// Reads RFC 4180 rows one after another: fields between commas, quoted where they hold a comma, a quote or a line end, quotes doubled
/// inside. Hand-written because every field must know its line and column, and because the record is read at every start.
/// </summary>
internal ref struct CsvRows
{
    private readonly ReadOnlySpan<char> _text;
    private readonly StringPool _pool;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    public CsvRows(ReadOnlySpan<char> text, StringPool pool)
    {
        _text = text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        _pool = pool;
    }

    /// <summary>The line on which the row read last began, from 1.</summary>
    public int RowLine { get; private set; }

    public CsvFault? Fault { get; private set; }

    /// <summary>Fills <paramref name="fields"/> with the next row. False at the end of the text or after a fault, which is then set.</summary>
    public bool Next(List<CsvField> fields)
    {
        fields.Clear();
        if (Fault is not null || _at >= _text.Length)
            return false;
        RowLine = _line;
        while (true)
        {
            if (!Field(fields))
                return false;
            if (_at >= _text.Length)
                return true;
            if (_text[_at] == ',')
            {
                _at++;
                if (_at < _text.Length)
                    continue;
                fields.Add(new("", _line, Column));
                return true;
            }
            LineEnd();
            return true;
        }
    }

    private readonly int Column => _at - _lineStart + 1;

    private bool Field(List<CsvField> fields)
    {
        var (line, column) = (_line, Column);
        if (_at < _text.Length && _text[_at] == '"')
            return Quoted(fields, line, column);
        var length = _text[_at..].IndexOfAny(",\r\n\"");
        var end = length < 0 ? _text.Length : _at + length;
        if (end < _text.Length && _text[end] == '"')
        {
            _at = end;
            return Fail("a quote inside an unquoted field", "the field in quotes, with quotes inside it doubled");
        }
        fields.Add(new(_pool.Get(_text[_at..end]), line, column));
        _at = end;
        return true;
    }

    private bool Quoted(List<CsvField> fields, int line, int column)
    {
        _at++;
        var start = _at;
        var doubled = false;
        while (true)
        {
            var next = _text[_at..].IndexOfAny('"', '\n');
            if (next < 0)
            {
                Fault = new(line, column, "a quoted field without an end", "a closing quote");
                return false;
            }
            _at += next;
            if (_text[_at] == '\n')
            {
                _at++;
                _line++;
                _lineStart = _at;
                continue;
            }
            if (_at + 1 < _text.Length && _text[_at + 1] == '"')
            {
                doubled = true;
                _at += 2;
                continue;
            }
            break;
        }
        var inner = _text[start.._at];
        fields.Add(new(doubled ? inner.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : _pool.Get(inner), line, column));
        _at++;
        if (_at < _text.Length && _text[_at] is not (',' or '\r' or '\n'))
            return Fail($"'{_text[_at]}' after a closing quote", "a comma or the end of the line");
        return true;
    }

    private void LineEnd()
    {
        if (_text[_at] == '\r')
            _at++;
        if (_at < _text.Length && _text[_at] == '\n')
            _at++;
        _line++;
        _lineStart = _at;
    }

    private bool Fail(string found, string expected)
    {
        Fault = new(_line, Column, found, expected);
        return false;
    }
}

/// <summary>Keeps one string for each text: of the record's hundred thousand fields a few thousand differ.</summary>
internal sealed class StringPool
{
    private readonly HashSet<string> _strings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public StringPool() => _bySpan = _strings.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        if (_bySpan.TryGetValue(text, out var known))
            return known;
        var made = text.ToString();
        _strings.Add(made);
        return made;
    }
}
