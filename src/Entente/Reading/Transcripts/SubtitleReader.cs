using Entente.Reading.Markup;

namespace Entente.Reading.Transcripts;

/// <summary>Reads subtitles, SubRip (.srt) and WebVTT (.vtt): cues of a time and a line or two, in which sentences go over several.</summary>
internal static class SubtitleReader
{
    private const string Arrow = "-->";

    /// <summary>A pause longer than this, in seconds, begins a paragraph.</summary>
    private const int LongestPause = 4;

    /// <summary>True for a text that begins with "WEBVTT" or with a cue.</summary>
    public static bool Fits(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("WEBVTT"))
            return true;
        var line = Line(ref start);
        if (line.Length is > 0 and <= 7 && !line.ContainsAnyExceptInRange('0', '9'))
            line = Line(ref start);
        return IsTime(line, out _, out _);
    }

    public static CueBlocks Read(string text)
    {
        var blocks = new CueBlocks(text);
        var inCue = false;
        var last = 0;
        foreach (var (start, end) in TextLines.Of(text, 0))
        {
            if (start == end)
                inCue = false;
            else if (IsTime(text.AsSpan(start, end - start), out var from, out var to))
            {
                if (from - last > LongestPause)
                    blocks.Flush();
                (inCue, last) = (true, to);
            }
            else if (inCue)
                Words(blocks, text, start, end);
        }
        blocks.Flush();
        return blocks;
    }

    /// <summary>"&lt;v Jane Doe&gt;…", "JANE DOE: …", "&gt;&gt; …" and "- …" begin a voice.</summary>
    private static void Words(CueBlocks blocks, string text, int start, int end)
    {
        if (text.AsSpan(start, end - start).StartsWith("<v") && text.AsSpan(start, end - start).IndexOf('>') is > 2 and var close)
        {
            var name = text.AsSpan(start, close).IndexOf(' ');
            if (name > 0)
                blocks.Voice(start + name + 1, start + close);
            start += close + 1;
        }
        else
        {
            var chevrons = start;
            while (chevrons < end && text[chevrons] is '>' or '-' or '–' && chevrons - start < 3)
                chevrons++;
            if (chevrons > start && (text[start] == '>' || (chevrons < end && text[chevrons] == ' ')))
            {
                start = chevrons;
                while (start < end && text[start] == ' ')
                    start++;
                if (Name(text.AsSpan(start, end - start)) == 0)
                    blocks.Voice(start, start);
            }
            if (Name(text.AsSpan(start, end - start)) is > 0 and var length)
            {
                blocks.Voice(start, start + length);
                start += length + 1;
            }
        }
        // "[applause]", "♪": heard, not said.
        var rest = text.AsSpan(start, end - start).Trim();
        if (rest.Length > 0 && !(rest[0] is '[' or '(' && rest[^1] is ']' or ')') && rest[0] != '♪')
            blocks.Words(start, end);
    }

    /// <summary>The length of the name in "Jane Doe: …"; 0 where there is none.</summary>
    private static int Name(ReadOnlySpan<char> line) =>
        LineWrap.StartsLabel(line) && IsName(line[..line.IndexOf(':')]) ? line.IndexOf(':') : 0;

    private static bool IsName(ReadOnlySpan<char> label)
    {
        var words = 0;
        foreach (var range in label.Split(' '))
        {
            var word = label[range];
            words += word.IsEmpty ? 0 : 1;
            if (
                !word.IsEmpty
                && !char.IsUpper(word[0])
                && word[0] is not ('(' or '[')
                && word is not ("de" or "van" or "von" or "al" or "bin")
            )
                return false;
        }
        return words <= 4;
    }

    private static bool IsTime(ReadOnlySpan<char> line, out int from, out int to)
    {
        (from, to) = (0, 0);
        line = line.Trim();
        if (!TimeStamp.TryRead(line, out from, out var length))
            return false;
        line = line[length..].TrimStart();
        return line.StartsWith(Arrow) && TimeStamp.TryRead(line[Arrow.Length..].TrimStart(), out to, out _);
    }

    private static ReadOnlySpan<char> Line(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny('\n', '\r');
        var line = length < 0 ? text : text[..length];
        text = length < 0 ? [] : text[length..].TrimStart();
        return line.Trim();
    }
}
