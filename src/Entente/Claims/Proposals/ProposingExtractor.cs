using System.Globalization;
using Entente.Reading;

namespace Entente.Claims.Proposals;

/// <summary>
/// The grammar's claims with a model's beside them. What the grammar found and what was written by hand stays as it is; a proposal that repeats it, or
/// says something else of the same words, gives way.
/// </summary>
public sealed class ProposingExtractor(IClaimExtractor grammar, ClaimProposer proposer) : IClaimExtractor
{
    private const int MostWarnings = 20;

    /// <summary>Blocks the calling thread until the model has answered; documents are read on threads of their own.</summary>
    public ExtractionResult Extract(Document document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = grammar.Extract(document, cancellationToken);
        var proposed = Task.Run(() => proposer.ProposeAsync(document, cancellationToken), cancellationToken).GetAwaiter().GetResult();
        var added = proposed
            .Claims.Where(p => !found.Claims.Any(c => c.Start < p.End && p.Start < c.End && c.Assertion is not null))
            .ToList();
        var warnings = proposed
            .Refused.Take(MostWarnings)
            .Select(r => $"proposed and refused{(r.Quote is null ? "" : $" (“{Short(r.Quote)}”)")}: {r.Reason}")
            .ToList();
        if (proposed.Refused.Count > MostWarnings)
            warnings.Add($"{proposed.Refused.Count - MostWarnings} more proposals refused");
        if (proposed.NotShown > 0)
            warnings.Add($"{proposed.NotShown} statements were not shown to the language model: the text is too long");
        var claims = found
            .Claims.Where(c => c.Assertion is not null || !added.Exists(a => a.Start <= c.Start && c.End <= a.End))
            .Concat(added);
        return found with
        {
            Claims =
            [
                .. claims
                    .OrderBy(c => c.Start)
                    .ThenBy(c => c.End)
                    .Select((c, i) => c with { Id = "c" + (i + 1).ToString(CultureInfo.InvariantCulture) }),
            ],
            // A number that a proposal carries is checked now.
            Unchecked = [.. found.Unchecked.Where(u => !added.Exists(a => a.Start <= u.Start && u.End <= a.End))],
            Warnings = [.. found.Warnings, .. warnings],
        };
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60].TrimEnd() + "…";
}
