using Entente.Quantities;

namespace Entente.Reading;

public enum DocumentKind
{
    Note,
    Article,
    Interview,
}

/// <summary>In what form a document's words stand in its <see cref="Document.Text"/>.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text or Markdown: the text can be shown as it is.</summary>
    Prose,

    /// <summary>The source of a web page, tags and all.</summary>
    Page,

    /// <summary>An export as JSON, with escapes, in which other texts may stand beside this one.</summary>
    Json,

    /// <summary>Subtitles (SubRip, WebVTT), with times between the words.</summary>
    Subtitles,

    /// <summary>What was taken out of a Word document: plain paragraphs, which are not in the file as such.</summary>
    Word,
}

public enum PublishedBasis
{
    Stated,
    Given,
    Inferred,
    Unknown,
}

public enum SpeakerRole
{
    Author,
    Interviewee,
    Quoted,
    Unattributed,
}

/// <summary>Who says a statement, and by which rule that was found.</summary>
public sealed record Speaker
{
    /// <summary>Full name where the text gives one; else a description ("a senior official"); null for the unnamed author.</summary>
    public string? Name { get; init; }

    public required SpeakerRole Role { get; init; }

    /// <summary>The rule: `label`, `quote-verb`, `according-to`, `front-matter`, `byline`, `default` …</summary>
    public required string Via { get; init; }

    /// <summary>Who passes the words on: the author where a quotation is reported by the author; null where the speaker speaks directly.</summary>
    public string? ReportedBy { get; init; }
}

/// <summary>A link inside or after a statement: the words it stands on, and where it leads.</summary>
public sealed record Link(string Text, string Url);

/// <summary>
/// A text as Entente reads it: decoded, hashed, never changed. All offsets are UTF-16 code units of <see cref="Text"/>
/// (byte-order mark dropped, line ends kept).
/// </summary>
public sealed record Document
{
    public required string Path { get; init; }

    public required string Text { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Publication date as precisely as known; null when unknown.</summary>
    public Period? Published { get; init; }

    public PublishedBasis PublishedBasis { get; init; } = PublishedBasis.Unknown;

    public required DocumentKind Kind { get; init; }

    public DocumentFormat Format { get; init; }

    public string? Url { get; init; }

    /// <summary>The paper, agency or site that published it, where it says so.</summary>
    public string? Site { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>True where the text visibly breaks off (a paywall's dots, an ellipsis at the end).</summary>
    public bool Truncated { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Claims written by hand in fenced `claim` blocks: expression text and offset of its first character.</summary>
    public IReadOnlyList<WrittenClaim> WrittenClaims { get; init; } = [];

    /// <summary>
    /// The words of a part of a statement, as a reader may see them: character for character as they stand in a prose text, without tags,
    /// references and escapes where <see cref="Text"/> is a source of another form.
    /// </summary>
    /// <param name="statement">One of the document's statements.</param>
    /// <param name="start">First position in the statement's reading text.</param>
    /// <param name="end">One past the last.</param>
    public string Quote(Statement statement, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (Format != DocumentFormat.Prose)
            return statement.Text[start..end];
        var (from, to) = statement.Map.ToDocument(start, end);
        return Text[from..to];
    }
}

/// <summary>An expression that an analyst wrote in a fenced `claim` block.</summary>
public sealed record WrittenClaim(string Expression, int Start, int End)
{
    /// <summary>The words of the text above that the expression puts into the language, as the block gives them; null where it gives none.</summary>
    public string? Quote { get; init; }

    /// <summary>Where the block gives them, for messages.</summary>
    public int? QuoteStart { get; init; }

    /// <summary>Who says it, where the block says so.</summary>
    public string? Speaker { get; init; }

    /// <summary>The name of the argument's file that it is a claim of, where the block says so.</summary>
    public string? Argument { get; init; }
}

/// <summary>
/// One sentence (or quotation inside a sentence) of one speaker. <see cref="Text"/> is the reading text: mark-up removed, links reduced
/// to their words, no-break spaces and typographic quotes kept; <see cref="Map"/> leads every character back to the document.
/// </summary>
public sealed record Statement
{
    /// <summary>`s1`, `s2` … in document order.</summary>
    public required string Id { get; init; }

    public required Speaker Speaker { get; init; }

    public required string Text { get; init; }

    /// <summary>First and one-past-last offset in the document.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    public required TextMap Map { get; init; }

    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Index of the paragraph (or highlight, or interview turn) it stands in; context is carried within and then across them.</summary>
    public required int Paragraph { get; init; }

    /// <summary>Offsets of further copies of the same words (a highlight that is there twice).</summary>
    public IReadOnlyList<int> Copies { get; init; } = [];

    /// <summary>True for an interviewer's question: context, not assertion.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>True for titles, headings, captions and other text that repeats rather than asserts.</summary>
    public bool IsHeading { get; init; }

    /// <summary>True where this statement ends because the document breaks off.</summary>
    public bool CutOff { get; init; }
}

/// <summary>Leads from positions of a reading text to positions of the document: ascending runs, each valid until the next one starts.</summary>
public sealed class TextMap
{
    private readonly int[] readingStarts;
    private readonly int[] documentStarts;

    /// <param name="runs">(position in the reading text, position in the document), ascending; the first starts at 0.</param>
    public TextMap(IReadOnlyList<(int Reading, int Document)> runs)
    {
        ArgumentOutOfRangeException.ThrowIfZero(runs.Count);
        readingStarts = [.. runs.Select(r => r.Reading)];
        documentStarts = [.. runs.Select(r => r.Document)];
    }

    /// <summary>The document offset of a character of the reading text.</summary>
    public int ToDocument(int reading)
    {
        var i = Array.BinarySearch(readingStarts, reading);
        if (i < 0)
            i = Math.Max(0, ~i - 1);
        return documentStarts[i] + (reading - readingStarts[i]);
    }

    /// <summary>The document span of reading positions start (included) to end (excluded).</summary>
    public (int Start, int End) ToDocument(int start, int end) =>
        end <= start ? (ToDocument(start), ToDocument(start)) : (ToDocument(start), ToDocument(end - 1) + 1);

    /// <summary>
    /// The part of a reading text that stands in a stretch of the document; null where none does. The map leads one way only, and ascends.
    /// </summary>
    /// <param name="text">The reading text that this map is of.</param>
    /// <param name="start">First offset in the document.</param>
    /// <param name="end">One past the last.</param>
    public string? Reading(string text, int start, int end) => ToReading(text, start, end) is var (from, to) ? text[from..to] : null;

    /// <summary>The positions of that part in the reading text.</summary>
    public (int Start, int End)? ToReading(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = FirstAt(text, start);
        var to = FirstAt(text, end);
        return from < to ? (from, to) : null;
    }

    private int FirstAt(string text, int offset)
    {
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ToDocument(middle) < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
