namespace Entente.Reading.Transcripts;

/// <summary>A place in a recording: "00:01:02", "1:02", "00:01:02,500", in brackets or not.</summary>
internal static class TimeStamp
{
    /// <summary>Reads a stamp at a place.</summary>
    /// <param name="text">A line.</param>
    /// <param name="seconds">Its time in whole seconds.</param>
    /// <param name="length">How many characters it takes, brackets included.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out int seconds, out int length)
    {
        (seconds, length) = (0, 0);
        var at = 0;
        var close = '\0';
        if (text.Length > 0 && text[0] is '[' or '(')
        {
            close = text[0] == '[' ? ']' : ')';
            at = 1;
        }
        var parts = 0;
        while (parts < 3)
        {
            var digits = at;
            while (at < text.Length && at - digits < 3 && char.IsAsciiDigit(text[at]))
                at++;
            if (at == digits || (parts > 0 && at - digits != 2))
                return false;
            var value = int.Parse(text[digits..at], System.Globalization.CultureInfo.InvariantCulture);
            if (parts > 0 && value > 59)
                return false;
            seconds = seconds * 60 + value;
            parts++;
            if (at < text.Length && text[at] == ':')
                at++;
            else
                break;
        }
        if (parts < 2 || text[at - 1] == ':')
            return false;
        // Thousandths, after a point or comma.
        if (at + 1 < text.Length && text[at] is '.' or ',' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
        }
        if (close != '\0')
        {
            if (at >= text.Length || text[at] != close)
                return false;
            at++;
        }
        if (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == ':' && close == '\0'))
            return false;
        length = at;
        return true;
    }
}
