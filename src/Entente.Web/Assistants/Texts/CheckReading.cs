using System.Globalization;
using System.Text;
using Entente.Checking;
using Entente.Reading;
using Entente.Reports;

namespace Entente.Web.Assistants.Texts;

/// <summary>A checked text in few words: what stands, what does not and by whose figure, what was not looked at.</summary>
internal static class CheckReading
{
    /// <summary>Claims told in full; the others are counted, and stand in the structured result.</summary>
    private const int MostClaims = 40;
    private const int MostOthers = 2;
    private const int MostInforming = 1;
    private const int MostLeaves = 3;
    private const int MostUnchecked = 8;

    public static string Of(CheckReport report)
    {
        var text = new StringBuilder();
        Heading(text, report);
        var told = report
            .Claims.Select((claim, place) => (claim, place))
            .OrderByDescending(c => c.claim.Standing)
            .ThenBy(c => c.place)
            .ToList();
        foreach (var (claim, _) in told.Take(MostClaims))
            Claim(text, claim, report);
        if (told.Count > MostClaims)
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n… and {told.Count - MostClaims} more claims, milder than these, in the structured result.\n"
            );
        foreach (var inconsistency in report.Inconsistencies)
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n≠ The text contradicts itself ({string.Join(", ", inconsistency.Claims)}): {inconsistency.Explanation} ({inconsistency.Identity})\n"
            );
        Limits(text, report);
        return text.ToString();
    }

    private static void Heading(StringBuilder text, CheckReport report)
    {
        var document = report.Document;
        var date = document.Published is { } published
            ? $"published {published.Text}{document.PublishedBasis switch { PublishedBasis.Given => " (as given)", PublishedBasis.Inferred => " (inferred from the text)", _ => "" }}"
            : "undated";
        text.Append(
            CultureInfo.InvariantCulture,
            $"{document.Title ?? document.Path}, {date}. Checked against {Citing.Vintage(report.RecordHash, report.AsOf)}.\n"
        );
        var counts = VerdictCounts.Of(report);
        var parts = VerdictNames.ForSummary.Where(v => counts[v] > 0).Select(v => $"{counts[v]} {v.Word()}");
        text.Append(
            report.Claims.Count == 0
                ? "No checkable claim was found. That says nothing about whether the text is right.\n"
                : $"{report.Claims.Count} claims: {string.Join(", ", parts)}.\n"
        );
        foreach (var warning in document.Warnings)
            text.Append("! ").Append(warning).Append('\n');
    }

    private static void Claim(StringBuilder text, CheckedClaim checkedClaim, CheckReport report)
    {
        var claim = checkedClaim.Claim;
        var speaker = claim.Speaker ?? report.Document.Statements.FirstOrDefault(s => s.Id == claim.Statement)?.Speaker;
        var who = speaker is null or { Role: SpeakerRole.Author } ? "" : $", said by {speaker.Name ?? "somebody quoted"}";
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{checkedClaim.Verdict.Sign()} {claim.Id} {checkedClaim.Verdict.Word()}: “{claim.Quote}”{who}\n"
        );
        if (claim.Assertion is { } assertion)
            text.Append(CultureInfo.InvariantCulture, $"  as {assertion}\n");
        if (claim.Inferred.Count > 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  inferred, not written: {string.Join("; ", claim.Inferred.Select(i => $"{i.Slot} {i.Value}"))}\n"
            );
        var code = checkedClaim.Reason is { } reason ? $" ({reason.Code})" : "";
        text.Append(CultureInfo.InvariantCulture, $"  {checkedClaim.Explanation}{code}\n");
        if (checkedClaim.WouldBeTrue is { } truth && !checkedClaim.Explanation.Contains(truth, StringComparison.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  would be true: {truth}\n");
        if (checkedClaim.Premise is { } premise)
            text.Append(CultureInfo.InvariantCulture, $"  only under the premise: {premise}\n");
        if (checkedClaim.AsOf is { } then && then.Verdict != checkedClaim.Verdict)
            text.Append(CultureInfo.InvariantCulture, $"  by what was known on {Period.OfDay(then.Date).Text}: {then.Verdict.Word()}\n");
        Sources(text, checkedClaim);
        if (checkedClaim.Override is { } word)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  the editor's word is {word.Verdict.Word()} ({word.By}, {Period.OfDay(word.Date).Text}): {word.Reason}\n"
            );
    }

    private static void Sources(StringBuilder text, CheckedClaim claim)
    {
        // Where nothing was decided, a figure beside it is all that there is to say, and must not look like more.
        var decided = claim.Verdict.IsWrong() || claim.Verdict is Verdict.Supported or Verdict.Close or Verdict.Disputed;
        var most = decided ? MostOthers : MostInforming;
        var others = 0;
        var cited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var evidence in claim.Evidence.OrderByDescending(e => e.Lead).DistinctBy(e => (e.Source, e.Value, e.Text, e.Url)))
        {
            var leads = evidence.Lead && decided;
            if (!leads && ++others > most)
                continue;
            var role =
                leads ? "decides"
                : decided ? "beside it"
                : "informs, does not decide";
            text.Append(CultureInfo.InvariantCulture, $"  {role}: {Citing.Line(evidence)}\n");
            cited.UnionWith(Citing.Rows(evidence.Derivation));
        }
        if (others > most)
            text.Append(CultureInfo.InvariantCulture, $"  and {others - most} more in the structured result\n");
        if (!decided)
            return;
        // What was computed stands on rows that no evidence by itself names.
        foreach (var leaf in Citing.Leaves(claim.Derivation, cited).Take(MostLeaves))
            text.Append(CultureInfo.InvariantCulture, $"  row: {leaf}\n");
    }

    private static void Limits(StringBuilder text, CheckReport report)
    {
        if (report.Unchecked.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nSeen and not checked ({report.Unchecked.Count}):");
            foreach (var one in report.Unchecked.Take(MostUnchecked))
                text.Append(CultureInfo.InvariantCulture, $" “{one.Text}” ({one.Reason});");
            text.Append(report.Unchecked.Count > MostUnchecked ? " …\n" : "\n");
        }
        text.Append(
            "\nWhat this cannot say: sentences in which no claim was found are not judged; “contradicted” means not what the lead authority says, not a lie; "
                + "“cannot tell” means that this record does not decide it.\n"
        );
    }
}
