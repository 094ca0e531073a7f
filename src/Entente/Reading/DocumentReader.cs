using System.Globalization;
using System.Security.Cryptography;
using Entente.Quantities;
using Entente.Reading.FrontMatter;
using Entente.Reading.Speakers;

namespace Entente.Reading;

/// <summary>Reads a file's bytes as a document: what it says of itself, and its statements with their speakers. No input or output.</summary>
public static class DocumentReader
{
    /// <summary>The largest file that is read, in bytes; a caller looks at the size before it loads a file.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The error for a file that is too large, for callers that know the size without the bytes.</summary>
    public static ReadError TooLarge(string path, long bytes) =>
        new(
            path,
            "",
            string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB"),
            $"at most {MaxBytes / (1024 * 1024)} MB",
            "split it into its texts"
        );

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">The file's name as the document and messages show it.</param>
    /// <param name="options">What is known beyond the bytes.</param>
    /// <returns>The document, or a located error where the bytes are no text; what is merely odd is a warning of the document.</returns>
    public static ReadOutcome Read(byte[] bytes, string path, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        options ??= ReadOptions.Default;
        if (bytes.Length > MaxBytes)
            return ReadOutcome.Of(TooLarge(path, bytes.Length));
        if (Opened.Read(bytes, path, out var error) is not { } opened)
            return ReadOutcome.Of(error!);
        if (opened.Layouts.Count == 0)
            return ReadOutcome.Of(NoText(path));
        var document = Document(opened, 0, Convert.ToHexStringLower(SHA256.HashData(bytes)), path, options);
        return ReadOutcome.Of(
            opened.Layouts.Count == 1
                ? document
                : document with
                {
                    Warnings =
                    [
                        .. document.Warnings,
                        string.Create(CultureInfo.InvariantCulture, $"found {opened.Layouts.Count} texts in it, and read the first"),
                    ],
                }
        );
    }

    /// <summary>Reads every document of a file: one, but for exports that hold several texts; those are named "export.json#1" and so on.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">The file's name as the documents and messages show it.</param>
    /// <param name="options">What is known beyond the bytes.</param>
    /// <returns>The documents in the order of the file, texts without a sentence left out where there are several; or one located error.</returns>
    public static IReadOnlyList<ReadOutcome> ReadAll(byte[] bytes, string path, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        options ??= ReadOptions.Default;
        if (bytes.Length > MaxBytes)
            return [ReadOutcome.Of(TooLarge(path, bytes.Length))];
        if (Opened.Read(bytes, path, out var error) is not { } opened)
            return [ReadOutcome.Of(error!)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var documents = new List<ReadOutcome>();
        for (var i = 0; i < opened.Layouts.Count; i++)
        {
            if (opened.Layouts.Count == 1 || opened.Layouts[i].Layout.Passages.Count > 0)
                documents.Add(ReadOutcome.Of(Document(opened, i, hash, path, options)));
        }
        return documents.Count > 0 ? documents : [ReadOutcome.Of(NoText(path))];
    }

    private static ReadError NoText(string path) =>
        new(path, "", "an export without a highlight", "texts with their highlights", "export them with their highlights");

    private static Document Document(Opened opened, int index, string hash, string path, ReadOptions options)
    {
        var (layout, persons) = opened.Layouts[index];
        var metadata = layout.Metadata;
        var warnings = new List<string>(opened.Warnings);
        warnings.AddRange(metadata.Warnings);
        var statements = StatementWriter.Write(layout.Passages, persons, excerpts: layout.Kind == DocumentKind.Note);
        if (layout.Truncated && statements.Count > 0)
            warnings.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"character {statements[^1].End}: the text breaks off here; what follows is not checked"
                )
            );
        if (statements.Count == 0 && opened.Claims.Count == 0)
            warnings.Add("found no sentence in it, expected prose, highlights or an interview");
        var document = new Document
        {
            Path = opened.PathOf(path, index),
            Text = opened.Text,
            Format = opened.Format,
            Title = metadata.Title,
            Authors = metadata.Authors,
            Kind = layout.Kind,
            Url = metadata.Url,
            Site = metadata.Site,
            Sha256 = hash,
            Truncated = layout.Truncated,
            Warnings = warnings,
            Statements = statements,
            WrittenClaims = opened.Claims,
        };
        return Date(document, metadata, options);
    }

    /// <summary>A stated date wins over a given one, a given one over what can be inferred.</summary>
    private static Document Date(Document document, Metadata metadata, ReadOptions options)
    {
        // When a note was made dates its own words, not those that it quotes from elsewhere.
        var stated = metadata.Published ?? (metadata.Url is null ? metadata.Created : null);
        if (stated is not null)
            return document with { Published = stated, PublishedBasis = PublishedBasis.Stated };
        if (options.PublishedGiven is { } given)
            return document with { Published = given, PublishedBasis = PublishedBasis.Given };
        var inferred = (metadata.Url is { } url ? DateText.FromUrl(url) : null) ?? options.InferPublished?.Invoke(document);
        return inferred is null
            ? document
            : document with
            {
                Published = metadata.PublishedDay is var (month, day) ? OnDay(month, day, inferred) : inferred,
                PublishedBasis = PublishedBasis.Inferred,
            };
    }

    /// <summary>A day without its year, in the year of what was inferred; the next year's where that speaks of later days.</summary>
    private static Period OnDay(int month, int day, Period inferred)
    {
        var year = inferred.End.Year;
        if (
            inferred.Kind == PeriodKind.Day
            && inferred.End.Year == year
            && (inferred.End.Month, inferred.End.Day).CompareTo((month, day)) > 0
        )
            year++;
        return day <= DateTime.DaysInMonth(year, month) ? Period.OfDay(new LocalDate(year, month, day)) : inferred;
    }
}
