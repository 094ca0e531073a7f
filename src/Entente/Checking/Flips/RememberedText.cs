using Entente.Reading;

namespace Entente.Checking.Flips;

/// <summary>
/// What a run made of one text, as it is kept: enough to say later which verdicts newer data turn, and to find the text again. The text itself is not
/// kept.
/// </summary>
public sealed record RememberedText
{
    /// <summary>Most headings kept of a text; more make it no easier to find.</summary>
    private const int MostHeadings = 40;

    /// <summary>Most characters kept of a heading or of a claim's words.</summary>
    private const int MostCharacters = 400;

    /// <summary>Where the text lies, in full; `#2` after it for the second text of one file.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When the text appeared, as the run took it; null where unknown.</summary>
    public string? Published { get; init; }

    public string? Site { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The publication date that the user gave for texts without one; null where none was given.</summary>
    public string? PublishedGiven { get; init; }

    /// <summary>The day of the run.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Hash of the record that the verdicts rest on; null where the text was read and not checked.</summary>
    public string? Record { get; init; }

    /// <summary>Which build of the program it was.</summary>
    public string Program { get; init; } = "";

    public IReadOnlyList<RememberedVerdict> Claims { get; init; } = [];

    /// <summary>What is kept of a text that was checked.</summary>
    /// <param name="path">The text's full path.</param>
    /// <param name="publishedGiven">As the user gave it; null where not.</param>
    /// <param name="program">Which build it is.</param>
    public static RememberedText Of(CheckReport report, string path, string? publishedGiven, string program)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Of(report.Document, path, report.AsOf) with
        {
            PublishedGiven = publishedGiven,
            Record = report.RecordHash,
            Program = program,
            Claims = [.. report.Claims.Select(RememberedVerdict.Of)],
        };
    }

    /// <summary>What is kept of a text that was only read.</summary>
    /// <param name="path">The text's full path.</param>
    /// <param name="day">The day of the run.</param>
    /// <param name="quotes">The words of its claims.</param>
    public static RememberedText Of(Document document, string path, LocalDate day, IEnumerable<Claims.Claim>? quotes = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new()
        {
            Path = path,
            Sha256 = document.Sha256,
            Title = document.Title,
            Authors = document.Authors,
            Published = document.Published?.Text,
            Site = document.Site,
            Url = document.Url,
            Headings = [.. document.Statements.Where(s => s.IsHeading).Take(MostHeadings).Select(s => Short(s.Text))],
            Day = day,
            Claims = [.. (quotes ?? []).Select(RememberedVerdict.Unchecked)],
        };
    }

    internal static string Short(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];
}

/// <summary>A claim's verdict on the day of the run, and the figure that decided it.</summary>
public sealed record RememberedVerdict
{
    /// <summary>Where its words begin in the text.</summary>
    public required int Start { get; init; }

    public required string Quote { get; init; }

    /// <summary>Null where the claim could not be put into the language.</summary>
    public string? Assertion { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The lead authority's figure; null where the record held none.</summary>
    public RememberedFigure? Figure { get; init; }

    public static RememberedVerdict Of(CheckedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Unchecked(claim.Claim) with { Verdict = claim.Verdict, Figure = RememberedFigure.Of(claim) };
    }

    internal static RememberedVerdict Unchecked(Claims.Claim claim) =>
        new()
        {
            Start = claim.Start,
            Quote = RememberedText.Short(claim.Quote),
            Assertion = claim.Assertion,
            Verdict = Verdict.CannotTell,
        };
}

/// <summary>A figure with where it comes from.</summary>
public sealed record RememberedFigure
{
    public double? Value { get; init; }

    /// <summary>The value where it is no number.</summary>
    public string? Text { get; init; }

    public string? Unit { get; init; }

    public required string Source { get; init; }

    public string? Published { get; init; }

    /// <summary>File and line of the (first) row that it rests on.</summary>
    public string? Row { get; init; }

    /// <summary>What is said of the figure: for imported ones dataset, release and import.</summary>
    public string? Note { get; init; }

    /// <summary>The figure that a verdict rests on; null without one.</summary>
    public static RememberedFigure? Of(CheckedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Evidence.FirstOrDefault(e => e.Lead) is not { } lead
            ? null
            : new()
            {
                Value = lead.Value,
                Text = lead.Text,
                Unit = lead.Unit,
                Source = lead.Source,
                Published = lead.Published,
                Row = FirstRow(lead.Derivation) ?? FirstRow(claim.Derivation),
                Note = lead.Note,
            };
    }

    private static string? FirstRow(Derivation? tree)
    {
        if (tree is null || tree.Source is { })
            return tree?.Source!.Row;
        foreach (var arg in tree.Args)
            if (FirstRow(arg) is { } row)
                return row;
        return null;
    }
}
