using Entente.Reading.Markup;

namespace Entente.Reading.Transcripts;

/// <summary>
/// Joins the short lines of subtitles and stamped transcripts into paragraphs, one voice each: a sentence goes over several of them. A voice
/// that is named is written "Name: …" before its words, as in any other transcript.
/// </summary>
internal sealed class CueBlocks(string text)
{
    /// <summary>One voice for longer than this is cut at the end of its next sentence.</summary>
    private const int LongestParagraph = 700;

    private MappedTextBuilder builder = new();
    private (int Start, int End) last;
    private string? voice;
    private readonly List<string?> voices = [];

    /// <summary>What stands before the first voice.</summary>
    public List<Block> Head { get; } = [];

    /// <summary>The paragraphs in order; those that begin a named voice begin with its label.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>The paragraphs as passages of the voices that the labels name: for a text with too few turns to be read as an interview.</summary>
    /// <param name="author">Whose the words of no voice are.</param>
    public List<Passage> Passages(Speaker author)
    {
        var passages = new List<Passage>();
        for (var i = 0; i < Blocks.Count; i++)
        {
            var (text, name) = (Blocks[i].Text, voices[i]);
            var start = name is not null && text.Text.StartsWith(name + ": ", StringComparison.Ordinal) ? name.Length + 2 : 0;
            if (start < text.Text.Length)
                passages.Add(
                    new(
                        text.Slice(start, text.Text.Length),
                        name is null
                            ? author
                            : new()
                            {
                                Name = name,
                                Role = SpeakerRole.Interviewee,
                                Via = "label",
                            }
                    )
                    {
                        Continues = start == 0 && i > 0 && voices[i - 1] == name,
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
        if (name.Length == 0)
            return;
        Append(start, end);
        builder.Append(':', end);
        builder.Append(' ', end + 1 < text.Length ? end + 1 : end);
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
            builder.Append(' ', Math.Max(start - 1, 0));
        Append(start, end);
        last = (start, end);
        if (builder.Length > LongestParagraph && text[end - 1] is '.' or '?' or '!' or '”' or '"')
            Flush();
    }

    /// <summary>The paragraph ends; the voice stays.</summary>
    public void Flush()
    {
        // A name without words is no turn.
        if (builder.Build() is { } mapped && !mapped.Text.EndsWith(':') && InlineReader.Read(mapped, []) is { } reading)
        {
            Blocks.Add(new(BlockKind.Paragraph, reading));
            voices.Add(voice);
        }
        builder = new();
    }

    private void Append(int start, int end)
    {
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
