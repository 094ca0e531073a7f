using System.Globalization;
using AngleSharp.Html;
using Entente.Reading.Bytes;
using Entente.Reading.Markup;

namespace Entente.Reading.Pages;

/// <summary>Text of a page with its character references read, each character leading back to its place in the source.</summary>
internal static class PageText
{
    private const int LongestReference = 34;

    /// <summary>Adds a stretch of the source to a reading text.</summary>
    public static void Append(MappedTextBuilder to, string source, int start, int end)
    {
        for (var at = start; at < end; )
        {
            var c = source[at];
            if (c == '&' && Reference(source.AsSpan(at, end - at), out var characters, out var length))
            {
                // A character beyond the first plane is two; the reference it stands for is longer than that.
                for (var i = 0; i < characters.Length && i < length; i++)
                    Add(to, characters[i], at + i);
                at += length;
                continue;
            }
            Add(to, c, at++);
        }
    }

    /// <summary>A text without a place: an attribute's value.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return text;
        var decoded = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '&' && Reference(text.AsSpan(at), out var characters, out var length))
            {
                decoded.Append(characters);
                at += length;
            }
            else
                decoded.Append(text[at++]);
        }
        return decoded.ToString();
    }

    private static void Add(MappedTextBuilder to, char c, int at)
    {
        // Where a word may be broken is no part of it.
        if (c is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u2060'))
            to.Append(c, at);
    }

    /// <summary>Reads "&amp;name;" or "&amp;#8217;" at an ampersand; what is none stays as written.</summary>
    internal static bool Reference(ReadOnlySpan<char> text, out string characters, out int length)
    {
        (characters, length) = ("", 0);
        var close = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        if (close < 2)
        {
            // The two that old pages write without their end.
            (characters, length) =
                text.StartsWith("&nbsp") ? ("\u00A0", 5)
                : text.StartsWith("&amp") ? ("&", 4)
                : ("", 0);
            return length > 0;
        }
        length = close + 1;
        var name = text[1..close];
        if (name[0] != '#')
        {
            characters = HtmlEntityProvider.Resolver.GetSymbol(text[1..(close + 1)].ToString()) ?? "";
            return characters.Length > 0;
        }
        var hex = name.Length > 1 && name[1] is 'x' or 'X';
        if (
            !int.TryParse(
                hex ? name[2..] : name[1..],
                hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            ) || code is < 32 or > 0x10FFFF or (>= 0xD800 and < 0xE000)
        )
            return false;
        characters = code is >= 0x80 and < 0xA0 ? TextDecoder.HighControl(code).ToString() : char.ConvertFromUtf32(code);
        return characters[0] != '\0';
    }
}
