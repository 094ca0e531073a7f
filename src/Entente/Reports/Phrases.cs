using Entente.Checking;
using Entente.Reading;
using Entente.Record;

namespace Entente.Reports;

/// <summary>Short phrases that every report for people shares.</summary>
internal static class Phrases
{
    public static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";

    /// <summary>`4 supported, 1 contradicted`; verdicts that no claim has are left out.</summary>
    public static IEnumerable<(Verdict Verdict, string Text)> Counts(VerdictCounts counts) =>
        VerdictNames.ForSummary.Where(v => counts[v] > 0).Select(v => (v, $"{counts[v]} {v.Word()}"));

    /// <summary>`published 2024-04-09 (inferred)`; the basis only where it is not the text's own word.</summary>
    public static string Published(Document document) =>
        document.Published is null
            ? "undated"
            : $"published {document.Published.Text}{document.PublishedBasis switch { PublishedBasis.Given => " (as given)", PublishedBasis.Inferred => " (inferred)", _ => "" }}";

    public static string Kind(Document document) =>
        document.Kind switch
        {
            DocumentKind.Note => "note",
            DocumentKind.Interview => "interview",
            _ => "article",
        };

    public static string Tier(Tier tier) =>
        tier switch
        {
            Record.Tier.Primary => "the authority itself",
            Record.Tier.Agency => "agency report",
            _ => "repost",
        };

    /// <summary>An evidence's value for people.</summary>
    public static string Value(Evidence evidence) =>
        evidence.Value is { } value ? HumanNumber.Format(value, evidence.Unit) : evidence.Text ?? "–";

    public static string Value(Derivation derivation) =>
        derivation.Value is { } value ? HumanNumber.Format(value, derivation.Unit) : derivation.Text ?? "";

    /// <summary>The speaker where it is not the author: `Jane Doe` or `Jane Doe, as quoted`.</summary>
    public static string? Speaker(Speaker speaker) =>
        speaker.Role switch
        {
            SpeakerRole.Author => null,
            SpeakerRole.Unattributed => speaker.Name,
            SpeakerRole.Interviewee => speaker.Name ?? "interviewee",
            _ => speaker.Name is null ? "quoted" : speaker.Name,
        };

    /// <summary>The line `as known on 2022-04-09: supported`, where that day's verdict was another.</summary>
    public static string? AsOf(CheckedClaim claim) =>
        claim.AsOf is { } asOf && asOf.Verdict != claim.Verdict
            ? $"as known on {Period.OfDay(asOf.Date).Text}: {asOf.Verdict.Word()}"
            : null;

    /// <summary>The line `editor's word: supported (Ada Example, 2026-01-31): the reason`; what was computed then, where that was something else.</summary>
    public static string? Override(CheckedClaim claim) =>
        claim.Override is { } word
            ? $"editor's word: {word.Verdict.Word()} ({word.By}, {Period.OfDay(word.Date).Text}{(word.Computed == claim.Verdict ? "" : $"; computed then: {word.Computed.Word()}")}): {word.Reason}"
            : null;

    /// <summary>Said of a claim that a language model proposed; null for all others.</summary>
    public static string? Origin(CheckedClaim claim) =>
        claim.Claim.Proposed ? "proposed by a language model; its words and numbers are the text's" : null;
}
