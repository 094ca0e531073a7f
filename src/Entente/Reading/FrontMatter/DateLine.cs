using Entente.Quantities;

namespace Entente.Reading.FrontMatter;

/// <summary>
/// A line before a text that is a date, whatever stands beside it: "Published: May 3, 2023 at 10:15", "By Ana Ruiz | 3 May 2023 | 5 min
/// read", "Brussels, 3 May 2023", "Updated 4 May 2023". A sentence with a date in it is none.
/// </summary>
/// <param name="Published">The date, unless it is an update's; null also where its figures have two readings.</param>
/// <param name="Updated">The date of an update.</param>
/// <param name="Labelled">True where the line says what date it is, or names the authors beside it.</param>
internal readonly record struct DateLine(Period? Published, Period? Updated, bool Labelled)
{
    private const int Longest = 160;

    /// <summary>Longer words before each of their parts.</summary>
    private static readonly string[] Labels =
    [
        "originally published",
        "first published",
        "date published",
        "publication date",
        "published",
        "publicated",
        "last updated",
        "last modified",
        "updated",
        "modified",
        "update",
        "posted",
        "issued",
        "released",
        "created",
        "date",
        "on",
    ];

    /// <summary>Labels that may follow a first date in the same line.</summary>
    private static readonly string[] Further = ["updated", "last updated", "published", "modified"];

    /// <summary>Reads a line; false for one that is no date line.</summary>
    public static bool TryRead(string line, out DateLine found)
    {
        found = default;
        line = line.Trim().Trim('(', ')', '[', ']', '*', '_');
        if (line.Length is < 4 or > Longest)
            return false;
        if (IsAgo(line))
        {
            found = new(null, null, true);
            return true;
        }
        if (!line.AsSpan().ContainsAnyInRange('0', '9'))
            return false;
        var any = false;
        foreach (var part in Parts(line))
        {
            var (rest, label) = Unlabelled(part);
            var isUpdate = label.Contains("updat", StringComparison.Ordinal) || label.Contains("modif", StringComparison.Ordinal);
            var shape = rest.Length == 4 && label.Length == 0 ? DateShape.None : DateText.Scan(rest, out var period);
            period = null;
            if (shape == DateShape.None && label.Length == 0)
                (shape, rest) = AfterPlaceOrNames(part, ref found);
            if (shape == DateShape.Date)
                DateText.Scan(rest, out period);
            if (shape != DateShape.None)
            {
                any = true;
                found = isUpdate
                    ? found with
                    {
                        Updated = found.Updated ?? period,
                        Labelled = true,
                    }
                    : found with
                    {
                        Published = found.Published ?? period,
                        Labelled = found.Labelled || label.Length > 0,
                    };
            }
            else if (rest.Length > 0 && !IsBeside(rest))
                return false;
            found = found with { Labelled = found.Labelled || IsByline(part) };
        }
        return any;
    }

    /// <summary>True for "By Ana Ruiz and Leo Park, Cairo": capitalised words, no sentence.</summary>
    public static bool IsByline(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) || line.Length > 150 || line[^1] is '.' or '?' or '!')
            return false;
        var words = 0;
        foreach (var range in line[3..].Split(' '))
        {
            var word = line[3..][range];
            if (word.IsEmpty)
                continue;
            words++;
            if (
                char.IsLower(word[0])
                && word
                    is not (
                        "and"
                        or "with"
                        or "in"
                        or "for"
                        or "at"
                        or "of"
                        or "the"
                        or "on"
                        or "de"
                        or "van"
                        or "von"
                        or "al"
                        or "el"
                        or "der"
                    )
            )
                return words > 2 && (word is "min" or "minute" or "minutes" || char.IsAsciiDigit(word[0]));
            if (words == 1 && !char.IsUpper(word[0]))
                return false;
        }
        return words is > 0 and <= 20;
    }

    /// <summary>The parts between bars, bullets and dashes, and before each further label ("… Updated …").</summary>
    private static List<string> Parts(string line)
    {
        var parts = new List<string>();
        foreach (
            var piece in line.Split(
                ["|", "•", "·", "—", " - ", " – ", ";", "/ "],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var from = 0;
            for (var at = 1; at < piece.Length; at++)
            {
                if (
                    piece[at - 1] is not (' ' or '(')
                    || !Array.Exists(Further, l => piece.AsSpan(at).StartsWith(l, StringComparison.OrdinalIgnoreCase))
                )
                    continue;
                // "Last updated", "First published" are one label.
                var before = piece[from..at].TrimEnd(' ', ',', '(');
                if (before.Length == 0 || before.ToLowerInvariant() is "last" or "first" or "originally" or "date")
                    continue;
                parts.Add(before);
                from = at;
            }
            var rest = piece[from..].TrimEnd(')');
            parts.Add(rest);
        }
        return parts;
    }

    private static (string Words, string Label) Unlabelled(string part)
    {
        foreach (var label in Labels)
        {
            if (
                part.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                && (part.Length == label.Length || !char.IsLetter(part[label.Length]))
            )
            {
                var rest = part[label.Length..].TrimStart(':', ' ', '\u00A0');
                if (
                    rest.StartsWith("on ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("at ", StringComparison.OrdinalIgnoreCase)
                )
                    rest = rest[3..];
                return (rest, label);
            }
        }
        return (part, "");
    }

    /// <summary>The date in "By Ana Ruiz, May 3, 2023", "By Ana Ruiz on 3 May 2023" or "Brussels, 3 May 2023".</summary>
    private static (DateShape Shape, string Words) AfterPlaceOrNames(string part, ref DateLine found)
    {
        var isByline = IsByline(part);
        var cuts = 0;
        for (var at = 0; at < part.Length && cuts < 4; at++)
        {
            var length =
                part[at] == ',' ? 1
                : isByline && part.AsSpan(at).StartsWith(" on ") ? 4
                : 0;
            if (length == 0)
                continue;
            cuts++;
            var rest = part[(at + length)..].Trim();
            if (!isByline && !IsPlace(part.AsSpan(0, at)))
                break;
            if (rest.Length == 4)
                continue; // a year alone after a comma is part of a name or title
            if (DateText.Scan(rest, out _) is var shape and not DateShape.None)
            {
                found = found with { Labelled = found.Labelled || isByline };
                return (shape, rest);
            }
        }
        return (DateShape.None, part);
    }

    /// <summary>One to three capitalised words without figures.</summary>
    private static bool IsPlace(ReadOnlySpan<char> text)
    {
        var words = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) || ((i == 0 || text[i - 1] == ' ') && !char.IsUpper(text[i])))
                return false;
            words += text[i] == ' ' ? 1 : 0;
        }
        return words <= 3 && DateText.Month(text) == 0;
    }

    /// <summary>What may stand beside a date: a weekday, a time, how long it takes to read, a byline, a name, place or section.</summary>
    private static bool IsBeside(string text)
    {
        if (IsByline(text) || IsAgo(text))
            return true;
        if (text[^1] is '.' or '!' or '?' || text.Length > 60)
            return false;
        var lower = text.ToLowerInvariant();
        if (
            lower.Contains("min read", StringComparison.Ordinal)
            || lower.Contains("minute read", StringComparison.Ordinal)
            || lower.Contains("reading time", StringComparison.Ordinal)
        )
            return true;
        var words = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range].Trim(",.:");
            if (word.IsEmpty)
                continue;
            words++;
            if (
                !DateText.IsAside(word)
                && !char.IsUpper(word[0])
                && word is not ("and" or "in" or "of" or "the" or "views" or "comments" or "min")
                && !char.IsAsciiDigit(word[0])
            )
                return false;
        }
        return words <= 4;
    }

    /// <summary>"3 hours ago", "Updated 2 days ago": a date that only its reader knew.</summary>
    private static bool IsAgo(string text) =>
        text.Length <= 40 && text.EndsWith(" ago", StringComparison.OrdinalIgnoreCase) && text.AsSpan().ContainsAnyInRange('0', '9');
}
