using System.Globalization;
using Entente.Reading.Articles;
using Entente.Reading.Bytes;
using Entente.Reading.Exports;
using Entente.Reading.FrontMatter;
using Entente.Reading.Interviews;
using Entente.Reading.Json;
using Entente.Reading.Markup;
using Entente.Reading.Notes;
using Entente.Reading.Pages;
using Entente.Reading.Speakers;
using Entente.Reading.Transcripts;
using Entente.Reading.Word;

namespace Entente.Reading;

/// <summary>
/// A file's text with the layouts of what is in it, whatever its format: one, or several where an export holds several texts. The format is
/// told by what is there; a file's name only helps where that leaves it open.
/// </summary>
/// <param name="Text">What offsets count in.</param>
/// <param name="Format">In what form the text stands there.</param>
/// <param name="Layouts">The texts in it, each with the names of persons in it.</param>
internal sealed record Opened(string Text, DocumentFormat Format, IReadOnlyList<(Layout Layout, PersonIndex Persons)> Layouts)
{
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IReadOnlyList<WrittenClaim> Claims { get; init; } = [];

    /// <summary>Opens a file; null with the reason where it is no text.</summary>
    public static Opened? Read(byte[] bytes, string path, out ReadError? error)
    {
        if (WordPackage.Fits(bytes))
            return WordDocument.Read(bytes, path, out error) is { } word
                ? OfBlocks(word.Text, DocumentFormat.Word, word.Blocks, word.Metadata)
                : null;
        var decoded = TextDecoder.Decode(bytes, path);
        error = decoded.Error;
        if (decoded.Text is not { } text)
            return null;
        var opened = Read(text, path, out error);
        return opened is null || decoded.Warning is not { } warning ? opened : opened with { Warnings = [warning, .. opened.Warnings] };
    }

    private static Opened? Read(string text, string path, out ReadError? error)
    {
        error = null;
        var first = FirstSign(text);
        if (first is '{' or '[' && (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || MayBeJson(text)))
        {
            if (Json(text, path, out error) is { } export)
                return export;
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                return null;
            error = null; // a note that begins with a bracket
        }
        if (first == '<' && Page.Fits(text, path))
        {
            var (page, said) = Page.Read(text);
            return OfBlocks(text, DocumentFormat.Page, page, said);
        }
        if ((first == 'W' || char.IsAsciiDigit(first)) && SubtitleReader.Fits(text))
            return OfVoices(text, DocumentFormat.Subtitles, SubtitleReader.Read(text), Metadata.None);
        var (metadata, bodyStart) = FrontMatterReader.Read(text);
        if (StampedTranscript.TryRead(text, bodyStart) is { } transcript)
            return OfVoices(text, DocumentFormat.Prose, transcript, metadata);
        var blocks = BlockReader.Read(text, bodyStart);
        if (blocks.Fields.Count > 0)
            metadata = metadata.Or(Metadata.From(blocks.Fields));
        var persons = new PersonIndex(text);
        return new(text, DocumentFormat.Prose, [(LayOut(blocks.Blocks, metadata, persons, mayBeNote: true), persons)])
        {
            Claims = blocks.Claims,
        };
    }

    private static Opened OfBlocks(string text, DocumentFormat format, List<Block> blocks, Metadata metadata)
    {
        var persons = new PersonIndex(string.Join('\n', blocks.Select(b => b.Text.Text)));
        return new(text, format, [(LayOut(blocks, metadata, persons, mayBeNote: format == DocumentFormat.Word), persons)]);
    }

    private static Opened OfVoices(string text, DocumentFormat format, CueBlocks voices, Metadata metadata)
    {
        var labelled = voices.Labelled;
        var persons = new PersonIndex(string.Join('\n', voices.Head.Concat(labelled).Select(b => b.Text.Text)));
        var frame = ArticleFrame.Find(voices.Head, metadata);
        var head = Article.Read(frame);
        var spoken = voices.Passages(Authorship.Of(frame.Metadata, frame.AuthorsVia), InterviewLabels.Find(labelled, persons));
        var kind = spoken.Exists(p => p.Default.Role == SpeakerRole.Interviewee) ? DocumentKind.Interview : DocumentKind.Article;
        // With so little before the first voice a line by itself is the title.
        var title = head.Metadata.Title ?? head.Passages.FirstOrDefault(p => p.IsHeading)?.Text.Text;
        return new(text, format, [(new(kind, head.Metadata with { Title = title }, [.. head.Passages, .. spoken]), persons)]);
    }

    private static Opened? Json(string text, string path, out ReadError? error)
    {
        error = null;
        if (JsonReader.Read(text, 0, text.Length, out var fault) is not { } root)
        {
            error = new(path, JsonReader.Place(text, fault!.At), fault.Found, fault.Expected, "export it again");
            return null;
        }
        if (ExportReader.Read(text, root) is not { } layouts)
        {
            error = new(
                path,
                "",
                "JSON of a shape that is not known",
                "an export of highlights (Readwise: results with highlights; Reader: results with parent_id and category)",
                "give the text itself, saved as plain text or Markdown"
            );
            return null;
        }
        return new(
            text,
            DocumentFormat.Json,
            [.. layouts.Select(l => (l, new PersonIndex(string.Join('\n', l.Passages.Select(p => p.Text.Text)))))]
        );
    }

    private static Layout LayOut(List<Block> blocks, Metadata metadata, PersonIndex persons, bool mayBeNote)
    {
        if (mayBeNote && HighlightNote.Fits(blocks))
            return HighlightNote.Read(blocks, metadata);
        var frame = ArticleFrame.Find(blocks, metadata);
        if (InterviewLabels.Find(frame.Body, persons) is { } labels)
            return Interview.Read(frame, labels);
        if (QuestionTurns.Find(frame.Body, frame.Metadata) is { } turns)
            return Interview.Read(frame, turns);
        return mayBeNote && (HighlightNote.IsList(blocks) || metadata.Kind is "note" or "notes")
            ? HighlightNote.Read(blocks, metadata)
            : Article.Read(frame);
    }

    /// <summary>The first sign that is no white space.</summary>
    private static char FirstSign(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c != '\uFEFF')
                return c;
        }
        return '\0';
    }

    /// <summary>A cheap look before the whole is read: a brace or bracket, then a name in quotation marks or another of them.</summary>
    private static bool MayBeJson(string text)
    {
        var seen = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                continue;
            if (seen > 0 && c == '"')
                return true;
            if (c is not ('{' or '[') || ++seen > 3)
                return false;
        }
        return false;
    }

    /// <summary>The name of one of several texts in a file: "export.json#2".</summary>
    public string PathOf(string path, int index) =>
        Layouts.Count == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}#{index + 1}");
}
