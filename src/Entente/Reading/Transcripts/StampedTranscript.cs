using Entente.Reading.Markup;

namespace Entente.Reading.Transcripts;

/// <summary>
/// Reads transcripts whose lines carry times: "[00:01:02] Jane Doe: …", "Jane Doe [00:01:02]: …", "Jane Doe  0:12" above her words, "0:12 …".
/// They are told by their times, which do not go back; the times are left out, the names become labels.
/// </summary>
internal static class StampedTranscript
{
    private const int FewestStamps = 3;
    private const int LongestName = 48;

    /// <summary>From so many lines one is stamped in the sparsest of transcripts.</summary>
    private const int MostLinesPerStamp = 12;

    /// <summary>A line's stamp and name: where they are, and where its words begin.</summary>
    private readonly record struct Stamped(int Seconds, int NameStart, int NameEnd, int WordsStart);

    /// <summary>The transcript; null where the text is none.</summary>
    public static CueBlocks? TryRead(string text, int bodyStart)
    {
        if (!IsOne(text, bodyStart))
            return null;
        var blocks = new CueBlocks(text);
        var begun = false;
        var headEnd = bodyStart;
        foreach (var (start, end) in TextLines.Of(text, bodyStart))
        {
            if (Read(text, start, end) is { } stamp)
            {
                if (!begun)
                    headEnd = start;
                begun = true;
                if (stamp.NameEnd > stamp.NameStart)
                    blocks.Voice(stamp.NameStart, stamp.NameEnd);
                blocks.Words(stamp.WordsStart, end);
            }
            else if (begun)
            {
                if (start == end)
                    continue;
                var line = text.AsSpan(start, end - start);
                if (LineWrap.StartsLabel(line) && IsName(line[..line.IndexOf(':')]))
                {
                    blocks.Voice(start, start + line.IndexOf(':'));
                    blocks.Words(start + line.IndexOf(':') + 1, end);
                }
                else
                    blocks.Words(start, end);
            }
        }
        blocks.Flush();
        // What stands before the first time is a head as of any text.
        blocks.Head.AddRange(BlockReader.Read(text[..headEnd], bodyStart).Blocks);
        return blocks;
    }

    private static bool IsOne(string text, int bodyStart)
    {
        int stamps = 0,
            lines = 0,
            back = 0,
            last = -1;
        foreach (var (start, end) in TextLines.Of(text, bodyStart))
        {
            if (start == end)
                continue;
            lines++;
            if (Read(text, start, end) is not { } stamp)
                continue;
            back += stamp.Seconds < last ? 1 : 0;
            last = stamp.Seconds;
            stamps++;
        }
        return stamps >= FewestStamps && back * 10 <= stamps && lines <= stamps * MostLinesPerStamp;
    }

    /// <summary>Reads the time of a line, before or after a name; null for a line without.</summary>
    private static Stamped? Read(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        var at = 0;
        while (at < line.Length && line[at] is '*' or '-' or '>' or ' ' or '#')
            at++;
        if (TimeStamp.TryRead(line[at..], out var seconds, out var length))
        {
            var words = at + length;
            while (words < line.Length && (char.IsWhiteSpace(line[words]) || line[words] is '-' or '–' or '*' or '|'))
                words++;
            var rest = line[words..];
            if (LineWrap.StartsLabel(rest) && IsName(rest[..rest.IndexOf(':')]))
                return new(seconds, start + words, start + words + rest.IndexOf(':'), start + words + rest.IndexOf(':') + 1);
            // "[00:01] Jane Doe" or "[00:01] Jane Doe:" alone: her words stand below.
            var alone = rest.TrimEnd(" :*");
            return alone.Length > 0 && alone.Length < rest.Length && rest.TrimEnd(" *").EndsWith(":") && IsName(alone)
                ? new(seconds, start + words, start + words + alone.Length, end)
                : new(seconds, 0, 0, start + words);
        }
        var name = at;
        while (at < line.Length && at - name < LongestName && line[at] is not ('[' or '(' or ':') && !char.IsAsciiDigit(line[at]))
            at++;
        var stamped = at;
        // "Speaker 1  0:12": the first figure is the name's.
        if (stamped < line.Length && char.IsAsciiDigit(line[stamped]) && !TimeStamp.TryRead(line[stamped..], out _, out _))
        {
            while (stamped < line.Length && char.IsAsciiDigit(line[stamped]))
                stamped++;
            at = stamped;
            while (stamped < line.Length && char.IsWhiteSpace(line[stamped]))
                stamped++;
        }
        var label = line[name..at].TrimEnd(" ,-–|*");
        if (label.Length == 0 || stamped >= line.Length || !IsName(label) || !TimeStamp.TryRead(line[stamped..], out seconds, out length))
            return null;
        var after = stamped + length;
        while (after < line.Length && line[after] is ':' or ' ' or '*' or '\t')
            after++;
        // A clause with a time of day in it ("Trains leave Moscow 10:30 for …") is no turn: only a name and a time, or a colon after them.
        if (after < line.Length && !line[(stamped + length)..after].Contains(':'))
            return null;
        return new(seconds, start + name, start + name + label.Length, start + after);
    }

    private static bool IsName(ReadOnlySpan<char> label)
    {
        var words = 0;
        foreach (var range in label.Split(' '))
        {
            var word = label[range];
            if (word.IsEmpty)
                continue;
            words++;
            if (
                !char.IsUpper(word[0])
                && !char.IsAsciiDigit(word[0])
                && word[0] != '('
                && word is not ("de" or "van" or "von" or "al" or "bin")
            )
                return false;
        }
        return words is > 0 and <= 5;
    }
}
