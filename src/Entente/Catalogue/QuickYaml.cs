using System.Text;

namespace Entente.Catalogue;

/// <summary>
/// Reads the plain part of YAML that catalogue files are written in (block maps and lists, flow maps and lists, plain and quoted scalars
/// on one line, comments) several times faster than a full parser, because every run reads the catalogue before it does anything else.
/// Whatever it is not sure of, valid or not, it leaves to the full parser: it returns null and never an error, and where it returns a
/// node the full parser returns the same.
/// </summary>
internal sealed class QuickYaml
{
    private readonly string text;
    private readonly string file;
    private int at;
    private int line = 1;
    private int lineStart;

    private QuickYaml(string text, string file) => (this.text, this.file) = (text, file);

    public static LocatedNode? TryRead(string text, string file)
    {
        // Other line ends, tabs and marks are the full parser's business. A plain loop: the vectorised search would be compiled at start-up.
        foreach (var c in text)
            if (c is '\r' or '\t' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF')
                return null;
        var reader = new QuickYaml(text, file);
        if (!reader.SkipToContent() || reader.at >= text.Length || reader.Column != 1)
            return null;
        var root = reader.Block(1, 0);
        return root is not null && reader.at >= text.Length ? root : null;
    }

    private int Column => at - lineStart + 1;

    // A block map or list whose entries all begin in the given column.
    private LocatedNode? Block(int column, int depth)
    {
        if (depth > 16 || at >= text.Length)
            return null;
        return text[at] == '-' ? BlockList(column) : BlockMap(column, depth);
    }

    private LocatedNode? BlockMap(int column, int depth)
    {
        var (startLine, startColumn) = (line, Column);
        var entries = new List<(string, LocatedNode)>();
        while (at < text.Length && Column == column)
        {
            if (text[at] == '-' || Key() is not { } key)
                return null;
            Spaces();
            LocatedNode? value;
            if (AtLineEnd())
            {
                if (!SkipToContent() || at >= text.Length || Column <= column)
                    return null;
                value = Block(Column, depth + 1);
            }
            else
            {
                value = Value();
                if (value is null || !SkipToContent())
                    return null;
            }
            if (value is null)
                return null;
            entries.Add((key, value));
        }
        // Deeper than the map's own column is no form that this reader knows; shallower belongs to the map around it.
        return at < text.Length && Column > column
            ? null
            : new()
            {
                File = file,
                Line = startLine,
                Column = startColumn,
                Entries = entries,
            };
    }

    private LocatedNode? BlockList(int column)
    {
        var (startLine, startColumn) = (line, Column);
        var items = new List<LocatedNode>();
        while (at < text.Length && Column == column)
        {
            if (text[at] != '-' || at + 1 >= text.Length || text[at + 1] != ' ')
                return null;
            at++;
            Spaces();
            if (AtLineEnd() || text[at] == '-' || Value() is not { } item || !SkipToContent())
                return null;
            items.Add(item);
        }
        return at < text.Length && Column > column
            ? null
            : new()
            {
                File = file,
                Line = startLine,
                Column = startColumn,
                Items = items,
            };
    }

    // A value that begins on this line and ends its line, but for a comment.
    private LocatedNode? Value()
    {
        var node = text[at] switch
        {
            '{' => FlowMap(0),
            '[' => FlowList(0),
            '"' or '\'' => Quoted(),
            _ => Plain(flow: false),
        };
        if (node is null)
            return null;
        var end = at;
        Spaces();
        return at >= text.Length || text[at] is '\n' || (text[at] == '#' && at > end) ? node : null;
    }

    private LocatedNode? FlowMap(int depth)
    {
        var (startLine, startColumn) = (line, Column);
        var entries = new List<(string, LocatedNode)>();
        at++;
        while (true)
        {
            if (depth > 16 || !FlowSpace())
                return null;
            if (text[at] == '}')
                break;
            if (Key() is not { } key || !FlowSpace() || FlowValue(depth) is not { } value || !FlowSpace())
                return null;
            entries.Add((key, value));
            if (text[at] == ',')
                at++;
            else if (text[at] != '}')
                return null;
        }
        at++;
        return new()
        {
            File = file,
            Line = startLine,
            Column = startColumn,
            Entries = entries,
        };
    }

    private LocatedNode? FlowList(int depth)
    {
        var (startLine, startColumn) = (line, Column);
        var items = new List<LocatedNode>();
        at++;
        while (true)
        {
            if (depth > 16 || !FlowSpace())
                return null;
            if (text[at] == ']')
                break;
            if (FlowValue(depth) is not { } value || !FlowSpace())
                return null;
            items.Add(value);
            if (text[at] == ',')
                at++;
            else if (text[at] != ']')
                return null;
        }
        at++;
        return new()
        {
            File = file,
            Line = startLine,
            Column = startColumn,
            Items = items,
        };
    }

    private LocatedNode? FlowValue(int depth) =>
        text[at] switch
        {
            '{' => FlowMap(depth + 1),
            '[' => FlowList(depth + 1),
            '"' or '\'' => Quoted(),
            _ => Plain(flow: true),
        };

    // A key and its colon; the colon must be followed by white space.
    private string? Key()
    {
        string? key;
        if (text[at] is '"' or '\'')
        {
            key = Quoted()?.Scalar;
        }
        else
        {
            var start = at;
            while (
                at < text.Length
                && (
                    char.IsAsciiLetterOrDigit(text[at]) || text[at] > '\u007F' || text[at] is ' ' or '_' or '-' or '+' or '.' or '&' or '\''
                )
            )
                at++;
            key = at == start || text[start] is ' ' or '-' or '+' or '.' or '&' or '\'' || text[at - 1] == ' ' ? null : text[start..at];
        }
        if (key is null || at + 1 >= text.Length || text[at] != ':' || text[at + 1] is not (' ' or '\n'))
            return null;
        at++;
        return key;
    }

    private LocatedNode? Plain(bool flow)
    {
        var start = at;
        var (startLine, startColumn) = (line, Column);
        // Signs that begin something else, or might.
        if (
            text[at]
            is '-'
                or '?'
                or ':'
                or ','
                or '['
                or ']'
                or '{'
                or '}'
                or '#'
                or '&'
                or '*'
                or '!'
                or '|'
                or '>'
                or '%'
                or '@'
                or '`'
                or '='
                or '<'
                or '~'
        )
            return null;
        while (at < text.Length && text[at] != '\n')
        {
            var c = text[at];
            if (flow && c is ',' or ']' or '}')
                break;
            if (!flow && c == '#' && text[at - 1] == ' ')
                break;
            // "a: b" is a map, brackets in a scalar are an error or not: the full parser knows exactly.
            if (c is ':' or '#' or '[' or '{' or ']' or '}' || c < ' ')
                return null;
            at++;
        }
        if (flow && (at >= text.Length || text[at] == '\n'))
            return null;
        var end = at;
        while (end > start && text[end - 1] == ' ')
            end--;
        return end == start
            ? null
            : new()
            {
                File = file,
                Line = startLine,
                Column = startColumn,
                Scalar = text[start..end],
            };
    }

    private LocatedNode? Quoted()
    {
        var (startLine, startColumn) = (line, Column);
        var quote = text[at++];
        var start = at;
        StringBuilder? unescaped = null;
        while (at < text.Length && text[at] != '\n')
        {
            if (text[at] == '\\' && quote == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] is not ('"' or '\\'))
                    return null;
                (unescaped ??= new StringBuilder()).Append(text, start, at - start).Append(text[at + 1]);
                at += 2;
                start = at;
            }
            else if (text[at] == quote)
            {
                if (quote == '\'' && at + 1 < text.Length && text[at + 1] == '\'')
                    return null;
                var scalar = unescaped is null ? text[start..at] : unescaped.Append(text, start, at - start).ToString();
                at++;
                return new()
                {
                    File = file,
                    Line = startLine,
                    Column = startColumn,
                    Scalar = scalar,
                };
            }
            else
            {
                at++;
            }
        }
        return null;
    }

    private void Spaces()
    {
        while (at < text.Length && text[at] == ' ')
            at++;
    }

    private bool AtLineEnd() => at >= text.Length || text[at] is '\n' or '#';

    // White space inside brackets, line ends included. False at the end of the text and at a comment.
    private bool FlowSpace()
    {
        while (at < text.Length)
        {
            if (text[at] == '\n')
                NextLine();
            else if (text[at] != ' ')
                return text[at] != '#';
            else
                at++;
        }
        return false;
    }

    // Moves past the rest of the line, blank lines and comments to the next content. False at a form that this reader leaves alone.
    private bool SkipToContent()
    {
        while (at < text.Length)
        {
            switch (text[at])
            {
                case ' ':
                    at++;
                    break;
                case '\n':
                    NextLine();
                    break;
                case '#':
                    at = text.IndexOf('\n', at) is var end && end < 0 ? text.Length : end;
                    break;
                case '%':
                    return false;
                case '-' or '.' when Column == 1:
                    return at + 1 < text.Length && text[at + 1] == ' ' && text[at] == '-';
                default:
                    return true;
            }
        }
        return true;
    }

    private void NextLine()
    {
        at++;
        line++;
        lineStart = at;
    }
}
