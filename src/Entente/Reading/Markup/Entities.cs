using System.Globalization;

namespace Entente.Reading.Markup;

/// <summary>The character references that turn up in notes and copied pages.</summary>
internal static class Entities
{
    private const int Longest = 10;

    private static readonly Dictionary<string, char> Named = new(StringComparer.Ordinal)
    {
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
        ["nbsp"] = '\u00A0',
        ["thinsp"] = '\u2009',
        ["mdash"] = '—',
        ["ndash"] = '–',
        ["hellip"] = '…',
        ["lsquo"] = '‘',
        ["rsquo"] = '’',
        ["ldquo"] = '“',
        ["rdquo"] = '”',
        ["laquo"] = '«',
        ["raquo"] = '»',
        ["euro"] = '€',
        ["pound"] = '£',
        ["yen"] = '¥',
        ["copy"] = '©',
        ["deg"] = '°',
        ["shy"] = '\u00AD',
        ["eacute"] = 'é',
        ["egrave"] = 'è',
        ["uuml"] = 'ü',
        ["ouml"] = 'ö',
        ["auml"] = 'ä',
        ["ccedil"] = 'ç',
        ["times"] = '×',
        ["minus"] = '−',
    };

    /// <summary>Reads "&amp;name;" or "&amp;#8217;" at an ampersand; only characters of one UTF-16 unit, everything else stays as written.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out char character, out int length)
    {
        character = '\0';
        length = 0;
        var close = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (close < 2)
            return false;
        length = close + 1;
        var name = text[1..close];
        if (name[0] != '#')
            return Named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out character);
        var hex = name.Length > 1 && name[1] is 'x' or 'X';
        if (
            !int.TryParse(
                hex ? name[2..] : name[1..],
                hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
            return false;
        if (code is < 32 or > 0xFFFF or (>= 0xD800 and < 0xE000))
            return false;
        character = (char)code;
        return true;
    }
}
