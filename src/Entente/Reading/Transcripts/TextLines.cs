namespace Entente.Reading.Transcripts;

/// <summary>The lines of a text, white space around them left out, line ends of every system known.</summary>
internal static class TextLines
{
    public static IEnumerable<(int Start, int End)> Of(string text, int from)
    {
        var at = from;
        while (at < text.Length)
        {
            var length = text.AsSpan(at).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : at + length;
            var (start, stop) = (at, end);
            while (start < stop && char.IsWhiteSpace(text[start]))
                start++;
            while (stop > start && char.IsWhiteSpace(text[stop - 1]))
                stop--;
            yield return (start, stop);
            at = end + 1;
            if (at < text.Length && text[end] == '\r' && text[at] == '\n')
                at++;
        }
    }
}
