using Entente.Quantities;

namespace Entente.Checking.Between;

/// <summary>What a figure is a figure of, as far as texts choose between several: two that differ here may both be right.</summary>
internal sealed record Definition
{
    /// <summary>`goods`, `goods and services`, `services`; null where the words do not say (then it is the measure's ordinary one).</summary>
    public string? Basis { get; init; }

    /// <summary>`in yuan`, `in real terms`, `seasonally adjusted`; null for none.</summary>
    public string? Terms { get; init; }

    /// <summary>The measure, where the catalogue gives it as another reading of the same words (`gdp_ppp` for `gdp`).</summary>
    public string? Reading { get; init; }

    public Period? Period { get; init; }

    /// <summary>The state whose statistics the words mean: the seller's for exports, the buyer's for imports.</summary>
    public string? Side { get; init; }

    /// <summary>The authority that the sentence names.</summary>
    public string? Authority { get; init; }

    /// <summary>The authorities of the record that bear the claim out, with their basis.</summary>
    public IReadOnlyList<string> BorneOutBy { get; init; } = [];

    /// <summary>How far the two sides' statistics, or two independent authorities, normally differ, as a fraction.</summary>
    public double NormalGap { get; init; }

    /// <summary>In words, for a report: `goods and services; fiscal year 2023-04..2024-03`; null where nothing is particular.</summary>
    public string? Text(bool withPeriod)
    {
        var parts = new List<string>(4);
        if (Reading is not null)
            parts.Add(Reading.Replace('_', ' '));
        if (Basis is not null)
            parts.Add(Basis);
        if (Terms is not null)
            parts.Add(Terms);
        if (withPeriod && Period is not null)
            parts.Add(IsOtherYear(Period) ? $"fiscal year {Period.Text}" : Period.Text);
        if (Authority is not null)
            parts.Add(Authority);
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    /// <summary>A stretch of twelve months that is no calendar year.</summary>
    public static bool IsOtherYear(Period period) =>
        period.Kind == PeriodKind.Range
        && period.Start.Day == 1
        && period.Start.Month != 1
        && period.End == period.Start.PlusMonths(12).PlusDays(-1);

    /// <summary>In what the two differ, each as a phrase; empty where nothing of this kind keeps them apart.</summary>
    /// <param name="other">The other text's.</param>
    /// <param name="gap">How far the values lie apart, as a fraction of the greater.</param>
    public List<string> DiffersFrom(Definition other, double gap)
    {
        var reasons = new List<string>();
        if (Reading != other.Reading)
            reasons.Add($"another reading of the words ({Word(Reading)} / {Word(other.Reading)})");
        if ((Basis ?? Usual) != (other.Basis ?? Usual))
            reasons.Add($"{Basis ?? Usual} / {other.Basis ?? Usual}");
        if (Terms != other.Terms)
            reasons.Add($"{Terms ?? "no terms named"} / {other.Terms ?? "no terms named"}");
        if (Period is not null && other.Period is not null && !Period.SameDays(other.Period))
            reasons.Add($"{Year(Period)} / {Year(other.Period)}");
        if (Authority is not null && other.Authority is not null && Authority != other.Authority)
            reasons.Add($"{Authority} / {other.Authority}");
        else if (BorneOutBy.Count > 0 && other.BorneOutBy.Count > 0 && !BorneOutBy.Intersect(other.BorneOutBy).Any())
            reasons.Add($"borne out by {BorneOutBy[0]} / by {other.BorneOutBy[0]}");
        // The two sides of a border count differently, but not without limit.
        if (Side is not null && other.Side is not null && Side != other.Side && gap <= NormalGap)
            reasons.Add($"statistics of {Side} / of {other.Side}");
        return reasons;
    }

    // Customs count goods, and trade without a further word is theirs.
    private const string Usual = "goods";

    private static string Word(string? reading) => reading?.Replace('_', ' ') ?? "the ordinary one";

    private static string Year(Period period) =>
        IsOtherYear(period) ? $"fiscal year {period.Text}"
        : period.Kind == PeriodKind.Year ? $"calendar year {period.Text}"
        : period.Text;
}
