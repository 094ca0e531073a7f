using System.Globalization;

namespace Entente.Reading.Json;

/// <summary>Why a text is no JSON that is read, and where.</summary>
/// <param name="At">Offset in the document.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
internal sealed record JsonFault(int At, string Found, string Expected);

/// <summary>
/// Reads JSON into values that know where they stand, which the platform's own reader does not tell for what is inside a text. Depth and
/// number of values are bounded, so that hostile input costs neither stack nor memory beyond its own size.
/// </summary>
internal sealed class JsonReader
{
    private const int Deepest = 64;
    private const int MostValues = 1_000_000;

    private readonly string text;
    private readonly int end;
    private int at;
    private int values;
    private JsonFault? fault;

    private JsonReader(string text, int start, int end) => (this.text, at, this.end) = (text, start, end);

    /// <summary>Reads the value that fills a stretch of the document, white space around it aside.</summary>
    public static JsonNode? Read(string text, int start, int end, out JsonFault? fault)
    {
        var reader = new JsonReader(text, start, end);
        var node = reader.Value(0);
        if (node is not null)
        {
            reader.Blanks();
            if (reader.at < end)
                node = reader.Fail("more after the end of the value", "one JSON value");
        }
        fault = reader.fault;
        return node;
    }

    /// <summary>Line and column of an offset, both from 1.</summary>
    public static string Place(string text, int at)
    {
        var before = text.AsSpan(0, Math.Min(at, text.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}");
    }

    private JsonNode? Value(int depth)
    {
        Blanks();
        if (at >= end)
            return Fail("the end of the text", "a value: the file may have been cut off");
        if (depth > Deepest)
            return Fail($"values nested deeper than {Deepest}", "an export as the service writes it");
        if (++values > MostValues)
            return Fail($"more than {MostValues} values", "a smaller export");
        return text[at] switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => Text(),
            '-' or (>= '0' and <= '9') => Bare(JsonKind.Number),
            't' or 'f' or 'n' => Bare(JsonKind.Literal),
            _ => Fail($"'{Shown(text[at])}'", "a value"),
        };
    }

    private JsonNode? Object(int depth)
    {
        var node = new JsonNode(JsonKind.Object, at++);
        while (true)
        {
            Blanks();
            if (Take('}'))
                break;
            if (node.Members.Count > 0)
            {
                if (!Take(','))
                    return Fail("the next member without a comma", "',' or '}'");
                Blanks();
            }
            if (at >= end || text[at] != '"')
                return Fail(at >= end ? "the end of the text" : $"'{Shown(text[at])}'", "a name in quotation marks");
            if (Text() is not { } name)
                return null;
            Blanks();
            if (!Take(':'))
                return Fail("a name without a value", "':'");
            if (Value(depth + 1) is not { } value)
                return null;
            node.Members.Add((name.Words(text) ?? "", value));
        }
        node.End = at;
        return node;
    }

    private JsonNode? Array(int depth)
    {
        var node = new JsonNode(JsonKind.Array, at++);
        while (true)
        {
            Blanks();
            if (Take(']'))
                break;
            if (node.Items.Count > 0 && !Take(','))
                return Fail("the next value without a comma", "',' or ']'");
            if (Value(depth + 1) is not { } value)
                return null;
            node.Items.Add(value);
        }
        node.End = at;
        return node;
    }

    private JsonNode? Text()
    {
        var node = new JsonNode(JsonKind.Text, at + 1);
        at++;
        while (at < end)
        {
            var length = text.AsSpan(at, end - at).IndexOfAny('"', '\\');
            if (length < 0)
                break;
            at += length;
            if (text[at] == '"')
            {
                node.End = at++;
                return node;
            }
            at += 2;
        }
        at = end;
        return Fail("a text without its closing quotation mark", "'\"': the file may have been cut off");
    }

    private JsonNode? Bare(JsonKind kind)
    {
        var node = new JsonNode(kind, at);
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '+' or '.'))
            at++;
        node.End = at;
        var word = text.AsSpan(node.Start, at - node.Start);
        if (kind == JsonKind.Literal && word is not ("true" or "false" or "null"))
        {
            at = node.Start;
            return Fail($"'{Shown(text[at])}'", "a value");
        }
        return node;
    }

    private bool Take(char sign)
    {
        if (at >= end || text[at] != sign)
            return false;
        at++;
        return true;
    }

    private void Blanks()
    {
        while (at < end && text[at] is ' ' or '\n' or '\r' or '\t')
            at++;
    }

    private JsonNode? Fail(string found, string expected)
    {
        fault ??= new JsonFault(at, found, expected);
        return null;
    }

    private static string Shown(char c) => char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}") : c.ToString();
}
