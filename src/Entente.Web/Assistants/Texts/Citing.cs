using Entente.Checking;
using Entente.Record;
using Entente.Reports;

namespace Entente.Web.Assistants.Texts;

/// <summary>
/// Figures with where they come from, in the words that an assistant should pass on: authority, date, nearness to the authority, basis, address, row.
/// </summary>
internal static class Citing
{
    /// <summary>`GACC: 46.9 % — published 2024-01-12, agency report, goods; https://… [trade/china-russia.csv:206]`.</summary>
    public static string Line(Evidence evidence)
    {
        var value = evidence.Value is { } number ? HumanNumber.Format(number, evidence.Unit) : evidence.Text ?? "no figure";
        var parts = new List<string>
        {
            evidence.Published is { } day ? $"published {day}" : "publication date unknown",
            Tier(evidence.Tier),
        };
        if (!string.IsNullOrEmpty(evidence.Basis))
            parts.Add(evidence.Basis);
        if (!string.IsNullOrEmpty(evidence.Note))
            parts.Add(evidence.Note);
        var rows = Rows(evidence.Derivation).Distinct(StringComparer.Ordinal).Take(3).ToList();
        return $"{evidence.Source}: {value} — {string.Join(", ", parts)}; {evidence.Url ?? "no address on record"}"
            + (rows.Count == 0 ? "" : $" [{string.Join(", ", rows)}]");
    }

    /// <summary>Who is cited at the leaves of a computation, each once, but for rows that were named already.</summary>
    public static IEnumerable<string> Leaves(Derivation? derivation, IReadOnlySet<string> named) =>
        Sources(derivation).Where(s => !named.Contains(s.Row)).Select(Line).Distinct(StringComparer.Ordinal);

    public static string Line(SourceCitation source) =>
        string.Join(
            ", ",
            new[]
            {
                source.Via is null ? source.Source : $"{source.Source} via {source.Via}",
                source.Published is { } day ? $"published {day}" : "publication date unknown",
                Tier(source.Tier),
                source.Url ?? "no address on record",
            }
        ) + $" [{source.Row}]";

    public static string Tier(Tier tier) =>
        tier switch
        {
            Entente.Record.Tier.Primary => "the authority itself",
            Entente.Record.Tier.Agency => "agency report",
            _ => "repost",
        };

    /// <summary>The state of the record that was consulted: its beginning is enough to tell two apart.</summary>
    public static string Vintage(string hash, LocalDate asOf) =>
        $"record {(hash.Length > 12 ? hash[..12] : hash)}, with what was published up to {Period.OfDay(asOf).Text}";

    /// <summary>The rows at the leaves of a computation.</summary>
    public static IEnumerable<string> Rows(Derivation? derivation) => Sources(derivation).Select(s => s.Row).Where(r => r.Length > 0);

    private static IEnumerable<SourceCitation> Sources(Derivation? derivation)
    {
        if (derivation is null)
            yield break;
        if (derivation.Source is { } source)
            yield return source;
        foreach (var arg in derivation.Args)
        foreach (var inner in Sources(arg))
            yield return inner;
    }
}
