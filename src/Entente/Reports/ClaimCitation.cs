using System.Text;
using Entente.Checking;
using Entente.Reading;

namespace Entente.Reports;

/// <summary>A checked claim to be quoted elsewhere: who said it where, what the record says, and whose figure decides.</summary>
internal static class ClaimCitation
{
    /// <summary>One paragraph of plain text.</summary>
    public static string Text(CheckReport report, CheckedClaim claim) => Of(report, claim, static (text, _) => text);

    /// <summary>The same with the addresses as links.</summary>
    public static string Markdown(CheckReport report, CheckedClaim claim) =>
        Of(
            report,
            claim,
            static (text, url) => Links.Safe(url) is { } safe ? $"[{text}]({safe.Replace(")", "%29", StringComparison.Ordinal)})" : text
        );

    /// <summary>The `claim` block that says the same in a note; null where the claim could not be put into the language.</summary>
    public static string? Block(CheckedClaim claim)
    {
        if (claim.Claim.Assertion is not { } assertion)
            return null;
        var quote = OneLine(claim.Claim.Quote);
        return claim.Claim.WrittenByHand ? $"```claim\n{assertion}\n```\n" : $"```claim\nquote: {quote}\n{assertion}\n```\n";
    }

    private static string Of(CheckReport report, CheckedClaim claim, Func<string, string?, string> link)
    {
        var document = report.Document;
        var text = new StringBuilder();
        text.Append('“').Append(OneLine(claim.Claim.Quote)).Append('”');
        var where = new List<string>();
        var speaker = claim.Claim.Speaker ?? document.Statements.FirstOrDefault(s => s.Id == claim.Claim.Statement)?.Speaker;
        if (speaker is not null && Phrases.Speaker(speaker) is { } name)
            where.Add(name + (document.Authors.Count > 0 ? ", in" : ""));
        if (document.Authors.Count > 0)
            where.Add(string.Join(", ", document.Authors));
        where.Add(link(document.Title ?? document.Path, document.Url));
        if (document.Published is { } published)
            where.Add(published.Text);
        text.Append(" (").Append(string.Join(", ", where).Replace(", in,", ", in", StringComparison.Ordinal)).Append("). ");
        text.Append(Capital(claim.Verdict.Word())).Append(": ").Append(claim.Explanation.TrimEnd('.')).Append('.');
        var lead = claim.Evidence.FirstOrDefault(e => e.Lead);
        if (lead is not null)
        {
            text.Append(" Source: ").Append(link(lead.Source, lead.Url));
            if (lead.Published is { } day)
                text.Append(", published ").Append(day);
            if (Links.Safe(lead.Url) is { } address && link("", address).Length == 0)
                text.Append(", ").Append(address);
            text.Append('.');
        }
        if (claim.Override is { } word)
            text.Append(" Editor's word: ")
                .Append(word.Verdict.Word())
                .Append(" (")
                .Append(word.By)
                .Append("): ")
                .Append(word.Reason.TrimEnd('.'))
                .Append('.');
        return text.Append(" Checked with Entente against the record as known on ")
            .Append(Period.OfDay(report.AsOf).Text)
            .Append('.')
            .ToString();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
