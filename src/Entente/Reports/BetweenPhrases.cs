using Entente.Checking.Between;
using Entente.Checking.Quotations;
using Entente.Reading;
using Entente.Record;

namespace Entente.Reports;

/// <summary>What several texts say together, in the words that every report for people shares.</summary>
internal static class BetweenPhrases
{
    /// <summary>More figures of one kind than this are counted and left to the JSON.</summary>
    public const int MostShown = 40;

    /// <summary>Repetitions of one figure that are listed by name.</summary>
    public const int MostMentions = 6;

    public static readonly (string Title, string Sign, Func<BetweenTexts, IEnumerable<SharedFigure>> Of)[] Sections =
    [
        ("The texts disagree in fact", "✗", b => b.Contradictions),
        ("The texts differ only in definition or rounding", "±", b => b.Differences),
        ("The texts agree", "✓", b => b.Agreements),
    ];

    /// <summary>`trade between China and Russia, 2022`.</summary>
    public static string Heading(SharedFigure figure) =>
        figure.Period is null || figure.Subject.Contains(figure.Period.Text, StringComparison.Ordinal)
            ? figure.Subject
            : $"{figure.Subject}, {figure.Period.Text}";

    /// <summary>`2023-02-01 Alpha: “Trade … $190 billion” (Chinese customs; goods; 2 copies)`.</summary>
    public static string Mention(Mention mention)
    {
        var about = new List<string>(3);
        if (mention.Speaker is not null)
            about.Add(mention.Speaker);
        if (mention.Definition is not null && mention.Definition != mention.Speaker)
            about.Add(mention.Definition);
        if (mention.Copies.Count > 0)
            about.Add(Phrases.Count(mention.Copies.Count, "copy", "copies"));
        var aside = about.Count == 0 ? "" : $" ({string.Join("; ", about)})";
        return $"{Date(mention.Published, mention.PublishedBasis)} {Name(mention.Title, mention.Path)} {mention.Claim}: “{mention.Quote}”{aside}";
    }

    /// <summary>`$190bn, first in Alpha (2023-02-01), then 3 more`, for a figure told again and again.</summary>
    public static string Position(Position position)
    {
        var more = position.Mentions.Count - 1;
        if (more == 0)
            return position.Text;
        return position.Earliest is { } first
            ? $"{position.Text}, as far back as {Name(first.Title, first.Path)} ({first.Published!.Text})"
            : $"{position.Text}, in no dated text";
    }

    public static string Wording(QuotedIn wording) =>
        $"{Date(wording.Published, wording.PublishedBasis)} {Name(wording.Title, wording.Path)}: “{wording.Quote}”"
        + (wording.Speaker is null ? "" : $" ({wording.Speaker})")
        + (wording.Repetitions > 0 ? $", {Phrases.Count(wording.Repetitions, "more text", "more texts")}" : "");

    public static string Recorded(RecordedQuotation recorded)
    {
        var who = recorded.Speakers.Count > 0 ? string.Join(" and ", recorded.Speakers) : string.Join(" and ", recorded.Parties);
        return $"{recorded.Date.Text} {recorded.Document}: “{recorded.Wording}” ({who})";
    }

    /// <summary>What keeps the words apart: `other wording, another speaker`.</summary>
    public static string Apart(QuotationDifference difference)
    {
        var parts = new List<string>(3);
        if (difference.HasFlag(QuotationDifference.Wording))
            parts.Add("other wording");
        if (difference.HasFlag(QuotationDifference.Speaker))
            parts.Add("another speaker");
        if (difference.HasFlag(QuotationDifference.Date))
            parts.Add("another date");
        return parts.Count == 0 ? "as in the source" : string.Join(", ", parts);
    }

    public static string Said(QuotationNote note)
    {
        var about = new List<string>(2);
        if (note.Speaker is not null)
            about.Add(note.Speaker);
        if (note.Date is not null)
            about.Add(note.Date.Text);
        return $"“{note.Quote}”{(about.Count == 0 ? "" : $" ({string.Join(", ", about)})")}";
    }

    private static string Date(Period? published, PublishedBasis basis) =>
        published is null ? "undated"
        : basis == PublishedBasis.Inferred ? $"undated, {published.Text} or later"
        : published.Text;

    private static string Name(string? title, string path) => title is { Length: > 0 } ? title : path;
}
