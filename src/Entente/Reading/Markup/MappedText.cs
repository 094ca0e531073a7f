using System.Text;

namespace Entente.Reading.Markup;

/// <summary>A link and the stretch of the reading text that it stands on.</summary>
internal readonly record struct PlacedLink(int Start, int End, Link Link);

/// <summary>A reading text and the way back from each of its characters to the document.</summary>
internal sealed class MappedText
{
    private readonly List<(int Reading, int Document)> runs;

    internal MappedText(string text, List<(int Reading, int Document)> runs, IReadOnlyList<PlacedLink> links)
    {
        Text = text;
        this.runs = runs;
        Links = links;
    }

    public string Text { get; }

    /// <summary>Links in reading order.</summary>
    public IReadOnlyList<PlacedLink> Links { get; }

    /// <summary>A stretch of the document as it stands there.</summary>
    public static MappedText Verbatim(string document, int start, int end) => new(document[start..end], [(0, start)], []);

    /// <summary>The same text with these links.</summary>
    public MappedText With(IReadOnlyList<PlacedLink> links) => new(Text, runs, links);

    public int ToDocument(int reading)
    {
        var (at, document) = runs[RunAt(reading)];
        return document + (reading - at);
    }

    /// <summary>The part from start to end as a text of its own; links that touch it go along.</summary>
    public MappedText Slice(int start, int end)
    {
        if (start == 0 && end == Text.Length)
            return this;
        List<(int, int)> sliced = [];
        AddRuns(sliced, start, end, 0);
        var links = new List<PlacedLink>();
        foreach (var link in Links)
        {
            if (link.End > start && link.Start < end)
                links.Add(new(Math.Max(link.Start, start) - start, Math.Min(link.End, end) - start, link.Link));
        }
        return new(Text[start..end], sliced, links);
    }

    /// <summary>Several stretches of this text, one after the other, as one reading text with its map.</summary>
    public (string Text, TextMap Map) Join(IReadOnlyList<(int Start, int End)> pieces)
    {
        List<(int, int)> joined = [];
        if (pieces.Count == 1)
        {
            var (start, end) = pieces[0];
            AddRuns(joined, start, end, 0);
            return (Text[start..end], new TextMap(joined));
        }
        var text = new StringBuilder();
        foreach (var (start, end) in pieces)
        {
            AddRuns(joined, start, end, text.Length);
            text.Append(Text, start, end - start);
        }
        return (text.ToString(), new TextMap(joined));
    }

    private void AddRuns(List<(int, int)> to, int start, int end, int at)
    {
        for (var i = RunAt(start); i < runs.Count && (runs[i].Reading < end || i == 0); i++)
        {
            var from = Math.Max(start, runs[i].Reading);
            to.Add((at + from - start, runs[i].Document + (from - runs[i].Reading)));
        }
    }

    private int RunAt(int reading)
    {
        int low = 0,
            high = runs.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].Reading <= reading)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}

/// <summary>Collects the characters of a reading text with their places; white space collapses to one blank.</summary>
internal sealed class MappedTextBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<(int Reading, int Document)> runs = [];
    private int next = -1;

    public int Length => text.Length;

    /// <summary>Adds one character that stands for the document's character at an offset.</summary>
    public void Append(char c, int document)
    {
        if (c is ' ' or '\n' or '\r' or '\t' or '\f' or '\v')
        {
            if (text.Length == 0 || text[^1] == ' ')
                return;
            c = ' ';
        }
        if (document != next)
            runs.Add((text.Length, document));
        text.Append(c);
        next = document + 1;
    }

    /// <summary>The text without blanks at its end; null where nothing is left.</summary>
    public MappedText? Build()
    {
        var length = text.Length;
        while (length > 0 && text[length - 1] == ' ')
            length--;
        if (length == 0)
            return null;
        while (runs.Count > 1 && runs[^1].Reading >= length)
            runs.RemoveAt(runs.Count - 1);
        return new(text.ToString(0, length), runs, []);
    }
}
