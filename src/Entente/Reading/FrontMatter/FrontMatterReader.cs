using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Entente.Reading.FrontMatter;

/// <summary>
/// Reads the YAML between two lines of dashes at the head of a note. What is no YAML is read line by line as "key: value" (a title with
/// a colon in it is the usual fault), with a warning that names the line; the text after it is read in any case.
/// </summary>
internal static class FrontMatterReader
{
    /// <summary>Longer than any head of a note, short enough for hostile input.</summary>
    private const int Longest = 64 * 1024;

    private const int Deepest = 32;

    /// <summary>The metadata and the offset at which the body starts (0 where there is no front matter).</summary>
    public static (Metadata Metadata, int BodyStart) Read(string text)
    {
        var first = LineEnd(text, 0);
        if (text.AsSpan(0, first).TrimEnd() is not "---")
            return (Metadata.None, 0);
        var start = Next(text, first);
        var limit = Math.Min(text.Length, start + Longest);
        for (var line = start; line < limit; )
        {
            var end = LineEnd(text, line);
            if (text.AsSpan(line, end - line).TrimEnd() is "---" or "...")
                return (Parse(text[start..line], 2), Next(text, end));
            line = Next(text, end);
        }
        return Unclosed(text, start, limit);
    }

    /// <summary>Without a closing line, the head is as far as the lines look like "key: value", a list or their continuation.</summary>
    private static (Metadata Metadata, int BodyStart) Unclosed(string text, int start, int limit)
    {
        var line = start;
        while (line < limit)
        {
            var end = LineEnd(text, line);
            var content = text.AsSpan(line, end - line);
            var colon = content.IndexOf(':');
            var isKey =
                colon is > 0 and < 40
                && !content[..colon].ContainsAny(' ', '"')
                && (colon + 1 == content.Length || content[colon + 1] == ' ');
            var isContinued = content.Length > 0 && content[0] is ' ' or '\t' && line > start;
            if (!isKey && !isContinued)
                break;
            line = Next(text, end);
        }
        if (line == start)
            return (Metadata.None, 0); // a rule at the head of a text, not front matter
        var metadata = Parse(text[start..line], 2);
        return (
            metadata with
            {
                Warnings =
                [
                    .. metadata.Warnings,
                    "line 1: found front matter without an end, expected a second line of three dashes; add it",
                ],
            },
            line
        );
    }

    private static Metadata Parse(string yaml, int firstLine)
    {
        try
        {
            return Metadata.From(PlainFrontMatter.TryRead(yaml) ?? Values(yaml));
        }
        catch (YamlException fault)
        {
            var line = (int)fault.Start.Line + firstLine - 1;
            var what = fault.InnerException?.Message ?? fault.Message;
            var warning = string.Create(
                CultureInfo.InvariantCulture,
                $"line {line}, column {fault.Start.Column}: found front matter that is no YAML ({what.TrimEnd('.')}), expected lines of 'key: value'; read line by line, put the value in quotation marks"
            );
            return Metadata.From(Lines(yaml)) with { Warnings = [warning] };
        }
    }

    /// <summary>The scanner takes some broken flow lists for a mistake of its own caller; the fault is the text's all the same.</summary>
    private static bool NextEvent(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "a list or value that does not end");
        }
    }

    /// <summary>Keys of the outermost mapping with the plain values under them, however deep.</summary>
    internal static Dictionary<string, List<string>> Values(string yaml)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        string? key = null;
        while (NextEvent(parser))
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    if (++depth > Deepest)
                        throw new YamlException(parser.Current.Start, parser.Current.End, $"nested deeper than {Deepest}");
                    break;
                case MappingEnd or SequenceEnd:
                    if (--depth == 1)
                        key = null;
                    break;
                case Scalar scalar when depth == 1 && key is null:
                    key = scalar.Value.Trim();
                    values.TryAdd(key, []);
                    break;
                case Scalar scalar when key is not null:
                    values[key].Add(scalar.Value);
                    if (depth == 1)
                        key = null;
                    break;
                case AnchorAlias when depth == 1:
                    key = null;
                    break;
                case Scalar when depth == 0:
                    throw new YamlException(parser.Current.Start, parser.Current.End, "text without a key");
            }
        }
        return values;
    }

    private static Dictionary<string, List<string>> Lines(string yaml)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        List<string>? current = null;
        foreach (var line in yaml.Split('\n'))
        {
            var content = line.Trim();
            if (content.StartsWith("- ", StringComparison.Ordinal) && current is not null)
                current.Add(content[2..]);
            else if (content.IndexOf(':', StringComparison.Ordinal) is > 0 and < 40 and var colon)
            {
                values[content[..colon].Trim()] = current = [];
                var value = content[(colon + 1)..].Trim();
                if (value.StartsWith('[') && value.EndsWith(']') && !value.StartsWith("[[", StringComparison.Ordinal))
                    current.AddRange(value[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                else if (value.Length > 0)
                    current.Add(value);
            }
        }
        return values;
    }

    private static int LineEnd(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : at + length;
    }

    private static int Next(string text, int end)
    {
        if (end >= text.Length)
            return text.Length;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
