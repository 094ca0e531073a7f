using Entente.Reading.Interviews;
using Entente.Reading.Markup;

namespace Entente.Reading.Transcripts;

/// <summary>
/// Joins the short lines of subtitles and stamped transcripts into paragraphs, one voice each: a sentence goes over several of them. Names
/// of voices are kept beside the words.
/// </summary>
internal sealed class CueBlocks(string text)
{
    /// <summary>One voice for longer than this is cut at the end of its next sentence.</summary>
    private const int LongestParagraph = 700;

    private MappedTextBuilder builder = new();
    private (int Start, int End) last;
    private int written; // one past the character added last
    private string? voice;
    private bool begins;
    private readonly List<(string? Voice, bool Begins, MappedText Words)> turns = [];

    /// <summary>What stands before the first voice.</summary>
    public List<Block> Head { get; } = [];

    /// <summary>The paragraphs with their labels before them, as a transcript writes them: to find out who is behind a label.</summary>
    public List<Block> Labelled =>
        [
            .. turns.Select(t => new Block(
                BlockKind.Paragraph,
                t is { Begins: true, Voice: { } name }
                    ? new MappedText($"{name}: {t.Words.Text}", [(0, t.Words.ToDocument(0))], [])
                    : t.Words
            )),
        ];

    /// <summary>The paragraphs as passages of those who speak them.</summary>
    /// <param name="author">Whose the words of no voice are.</param>
    /// <param name="labels">Who is behind the labels; null where there are too few turns to tell.</param>
    public List<Passage> Passages(Speaker author, InterviewLabels? labels)
    {
        var passages = new List<Passage>(turns.Count);
        foreach (var (voice, isBegin, words) in turns)
        {
            var name = voice is null ? null : labels?.NameOf(voice) ?? voice;
            var asks = name is not null && name == labels?.Interviewer;
            passages.Add(
                new(
                    words,
                    name is null
                        ? author
                        : new()
                        {
                            Name = name,
                            Role = asks ? SpeakerRole.Author : SpeakerRole.Interviewee,
                            Via = "label",
                        }
                )
                {
                    IsInterviewer = asks,
                    Continues = !isBegin && passages.Count > 0,
                }
            );
        }
        return passages;
    }

    /// <summary>A voice begins to speak.</summary>
    /// <param name="start">Where its name begins in the document.</param>
    /// <param name="end">Where its name ends; the same for one without a name.</param>
    public void Voice(int start, int end)
    {
        var name = text[start..end];
        if (name.Length > 0 && name == voice)
            return;
        Flush();
        voice = name.Length > 0 ? name : null;
        begins = true;
    }

    /// <summary>Words of the voice that speaks.</summary>
    public void Words(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end <= start)
            return;
        // Subtitles made while someone speaks show a line again above the next one.
        var words = text.AsSpan(start, end - start);
        if (words.SequenceEqual(text.AsSpan(last.Start, last.End - last.Start)))
            return;
        if (builder.Length > 0)
            builder.Append(' ', Math.Min(written, start - 1));
        Append(start, end);
        last = (start, end);
        if (builder.Length > LongestParagraph && text[end - 1] is '.' or '?' or '!' or '”' or '"')
            Flush();
    }

    /// <summary>The paragraph ends; the voice stays.</summary>
    public void Flush()
    {
        if (builder.Build() is { } mapped && InlineReader.Read(mapped, []) is { } reading)
        {
            turns.Add((voice, begins, reading));
            begins = false;
        }
        builder = new();
    }

    private void Append(int start, int end)
    {
        written = end;
        for (var at = start; at < end; at++)
        {
            // "<i>", "<c.yellow>", "<00:00:01.000>": how it is shown, not what is said.
            if (text[at] == '<' && text.AsSpan(at, Math.Min(end - at, 64)).IndexOf('>') is > 0 and var close)
                at += close;
            else
                builder.Append(text[at], at);
        }
    }
}
