using System.Security.Cryptography;
using System.Text;
using Entente.Reading;
using Entente.Reading.Anchors;
using NodaTime;

namespace Entente.Checking.Overrides;

/// <summary>The editors' words, and how they find their claims again in a text that may have been edited. Immutable; safe for many threads.</summary>
public sealed class OverrideBook
{
    public static OverrideBook Empty { get; } = new([]);

    public OverrideBook(IReadOnlyList<EditorsWord> words) => Words = words;

    public IReadOnlyList<EditorsWord> Words { get; }

    /// <summary>The word of an editor on a checked claim.</summary>
    /// <exception cref="ArgumentException">The claim has no words in the document.</exception>
    public static EditorsWord Say(Document document, CheckedClaim claim, Verdict verdict, string by, string reason, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Claim.Start >= claim.Claim.End)
            throw new ArgumentException("a claim without words cannot be found again", nameof(claim));
        var anchor = TextAnchor.Distinct(document.Text, claim.Claim.Start, claim.Claim.End);
        var key = string.Join('\n', document.Path, anchor.Prefix, anchor.Exact, anchor.Suffix, claim.Claim.Assertion);
        return new()
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8],
            Document = document.Path,
            Sha256 = document.Sha256,
            Anchor = anchor,
            Assertion = claim.Claim.Assertion,
            Verdict = verdict,
            By = by,
            Reason = reason,
            Date = date,
            Computed = claim.Verdict,
        };
    }

    /// <summary>
    /// The report with every word on its claim, and a warning for each that has lost its claim: a number in the words changed, the words are gone, or
    /// they no longer say what was judged.
    /// </summary>
    public CheckReport Apply(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (Words.Count == 0)
            return report;
        CheckedClaim[]? claims = null;
        var warnings = new List<string>();
        foreach (var word in Words)
        {
            if (!word.IsAbout(report.Document))
                continue;
            claims ??= [.. report.Claims];
            var (index, lost) = Find(report.Document, claims, word);
            if (index >= 0)
                claims[index] = claims[index] with { Override = word };
            else
                warnings.Add(
                    $"the word of {word.By} of {Quantities.Period.OfDay(word.Date).Text} on “{Short(word.Anchor.Exact)}” ({Name(word.Verdict)}) is not applied: {lost}; say it again or take it back: entente verdict remove {word.Id}"
                );
        }
        if (claims is null)
            return report;
        return report with
        {
            Claims = claims,
            Document =
                warnings.Count == 0 ? report.Document : report.Document with { Warnings = [.. report.Document.Warnings, .. warnings] },
        };
    }

    /// <summary>The index of the claim that a word is about; −1 with the reason where there is none.</summary>
    private static (int Index, string? Lost) Find(Document document, CheckedClaim[] claims, EditorsWord word)
    {
        var outcome = AnchorFinder.Find(document.Text, word.Anchor);
        if (outcome.Place is not var (start, end))
            return (
                -1,
                outcome.Orphan switch
                {
                    OrphanReason.NumberChanged => $"a number in these words has changed (now “{Short(outcome.Now ?? "")}”)",
                    OrphanReason.Ambiguous => "several places of the text fit",
                    _ => "these words are not in the text any more",
                }
            );
        var best = -1;
        var reached = 0;
        for (var i = 0; i < claims.Length; i++)
        {
            var claim = claims[i].Claim;
            var shared = Math.Min(claim.End, end) - Math.Max(claim.Start, start);
            if (shared <= 0)
                continue;
            // Several claims may share their words: what they assert tells them apart, then how well the words fit.
            var same = claim.Assertion == word.Assertion;
            var fits = claim.Start == start && claim.End == end;
            var rank = (same ? 4 : 0) + (fits ? 2 : 0) + (shared * 2 > claim.End - claim.Start ? 1 : 0);
            // Where the words were edited, what they say must be what it was; where they were not, the reading of them may have become better.
            if (!same && !(fits && outcome.Match != AnchorMatch.Edited))
                continue;
            if (rank > reached)
                (best, reached) = (i, rank);
        }
        return best >= 0 ? (best, null) : (-1, "the words no longer say what was judged");
    }

    private static string Name(Verdict verdict) => verdict == Verdict.CannotTell ? "cannot tell" : verdict.ToString().ToLowerInvariant();

    private static string Short(string text)
    {
        const int Most = 80;
        text = text.ReplaceLineEndings(" ");
        return text.Length <= Most ? text : text[..Most].TrimEnd() + "…";
    }
}
