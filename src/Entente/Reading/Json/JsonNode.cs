using System.Globalization;
using Entente.Reading.Markup;

namespace Entente.Reading.Json;

internal enum JsonKind
{
    Object,
    Array,
    Text,
    Number,
    Literal,
}

/// <summary>A value of a JSON text, with the place where it stands: what is read from it leads back to the document.</summary>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Start">Its first character; of a text, the first inside the quotation marks.</param>
internal sealed record JsonNode(JsonKind Kind, int Start)
{
    /// <summary>One past its last character; of a text, the closing quotation mark.</summary>
    public int End { get; set; }

    public List<(string Key, JsonNode Value)> Members { get; } = Kind == JsonKind.Object ? [] : Nothing;

    public List<JsonNode> Items { get; } = Kind == JsonKind.Array ? [] : NoItems;

    private static readonly List<(string, JsonNode)> Nothing = [];
    private static readonly List<JsonNode> NoItems = [];

    /// <summary>The first member of that name; null where there is none, or this is no object.</summary>
    public JsonNode? this[string key]
    {
        get
        {
            foreach (var (name, value) in Members)
            {
                if (name.Equals(key, StringComparison.Ordinal))
                    return value;
            }
            return null;
        }
    }

    /// <summary>A text or number as written, escapes resolved; null for any other value and for an empty text.</summary>
    public string? Words(string document)
    {
        if (Kind == JsonKind.Number)
            return document[Start..End];
        if (Kind != JsonKind.Text || End == Start)
            return null;
        var words = new System.Text.StringBuilder(End - Start);
        for (var at = Start; at < End; )
            words.Append(Character(document, ref at));
        return words.ToString();
    }

    /// <summary>A text's paragraphs (cut at line breaks) as reading texts with the way back; an empty one is left out.</summary>
    public List<MappedText> Paragraphs(string document)
    {
        var paragraphs = new List<MappedText>();
        if (Kind != JsonKind.Text)
            return paragraphs;
        var builder = new MappedTextBuilder();
        for (var at = Start; at < End; )
        {
            var place = at;
            var c = Character(document, ref at);
            if (c is '\n' or '\r')
            {
                Close();
                continue;
            }
            builder.Append(c, place);
        }
        Close();
        return paragraphs;

        void Close()
        {
            if (builder.Build() is { } text)
                paragraphs.Add(text);
            if (builder.Length > 0)
                builder = new();
        }
    }

    /// <summary>The character at a place inside a text; moves on to the next. An escape that is none stands for itself.</summary>
    private char Character(string document, ref int at)
    {
        var c = document[at++];
        if (c != '\\' || at >= End)
            return c;
        c = document[at++];
        switch (c)
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b' or 'f':
                return ' ';
            case 'u'
                when at + 4 <= End
                    && ushort.TryParse(document.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                return c;
        }
    }
}
