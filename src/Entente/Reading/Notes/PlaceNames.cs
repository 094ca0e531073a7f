namespace Entente.Reading.Notes;

/// <summary>The page or location that a service writes between a highlight and the link to it: "(p. 12)", "(12)", "— location:".</summary>
internal static class PlaceNames
{
    private static readonly string[] Words = ["location", "loc", "page", "pages", "pp", "p"];

    /// <summary>Where the highlight's own words end, given where the link to it (or the bracket before that) begins.</summary>
    public static int EndBefore(string text, int end)
    {
        var open = end > 0 && text[end - 1] == ')' ? text.LastIndexOf('(', end - 1, Math.Min(end, 24)) : -1;
        if (open > 0 && IsPlace(text.AsSpan(open + 1, end - open - 2), bare: true))
            return Trimmed(text, open);
        var dash = text.AsSpan(0, end).LastIndexOfAny('—', '–', '-');
        if (dash > 0 && end - dash < 24 && char.IsWhiteSpace(text[dash - 1]) && IsPlace(text.AsSpan(dash + 1, end - dash - 1), bare: false))
            return Trimmed(text, dash);
        return end;
    }

    /// <summary>"p. 12", "page 12", "location:"; with <paramref name="bare"/> also a number by itself.</summary>
    private static bool IsPlace(ReadOnlySpan<char> text, bool bare)
    {
        text = text.Trim();
        var named = false;
        foreach (var word in Words)
        {
            if (
                !text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                || (text.Length > word.Length && char.IsLetter(text[word.Length]))
            )
                continue;
            text = text[word.Length..].Trim(" .:");
            named = true;
            break;
        }
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not ('-' or '–' or ','))
                return false;
        }
        return named || (bare && text.Length is > 0 and <= 4);
    }

    private static int Trimmed(string text, int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}
