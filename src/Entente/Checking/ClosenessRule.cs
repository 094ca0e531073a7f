using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures.Alignment;
using Entente.Measures.Comparing;

namespace Entente.Checking;

/// <summary>
/// "A is closer to B than to C", `alignment(A, B) &gt; alignment(A, C)`: a judgement, tested on every family of evidence in each of its codings that both pairs
/// have.
/// </summary>
internal static class ClosenessRule
{
    /// <summary>The outcome; null where the expression is not of this kind or nothing reads alignment series.</summary>
    public static Outcome? Test(Comparison comparison, Evaluator evaluator, Names names)
    {
        if (
            comparison.Relation is not (Relation.Greater or Relation.Less)
            || evaluator.Context.Alignment is not { } read
            || Pair(comparison.Left) is not var (left, at)
            || Pair(comparison.Right) is not var (right, rightAt)
            || left.Intersect(right, StringComparer.Ordinal).ToList() is not [var one]
        )
            return null;
        var (near, far) = (Other(left, one), Other(right, one));
        if (comparison.Relation == Relation.Less)
            (near, far) = (far, near);
        var year = at ?? rightAt ?? evaluator.Context.AsOf.Year - 1;
        var result = ComparisonMultiverse.Test(
            Paired(read(one, near, evaluator.Context.AsOf), read(one, far, evaluator.Context.AsOf)),
            Math.Min(year, evaluator.Context.AsOf.Year)
        );
        var (a, b, c) = (names.Actor(one), names.Actor(near), names.Actor(far));
        return new()
        {
            Verdict = Verdict.Judgement,
            Explanation =
                result.Definitions == 0
                    ? Wording.Fitting(
                        $"A judgement; no family of evidence has both {a} with {b} and {a} with {c} near {year}{(result.NotReaching.Count == 0 ? "" : ": too old are " + string.Join(", ", result.NotReaching))}",
                        $"A judgement; no family of evidence has both {a} with {b} and {a} with {c} near {year}"
                    )
                    : Wording.Fitting(ComparedJudgement.Told(result, $"{a} is closer to {b} than to {c}")),
            Derivation = ComparedJudgement.Tree(ClaimPrinter.Print(comparison), result, b, c),
        };
    }

    /// <summary>The same coding of the same family for either pair, in the years that both have.</summary>
    private static List<PairedSeries> Paired(IReadOnlyList<AlignmentSeries> near, IReadOnlyList<AlignmentSeries> far)
    {
        var paired = new List<PairedSeries>();
        foreach (var one in near)
            if (
                far.FirstOrDefault(s => s.Family == one.Family && s.Coding == one.Coding) is { } other
                && one.Values.Keys.Intersect(other.Values.Keys).ToList() is { Count: > 0 } years
            )
                paired.Add(
                    new()
                    {
                        Measure = one.Family,
                        Coding = one.Coding,
                        Values = years.ToDictionary(y => y, y => (one.Values[y], other.Values[y])),
                        Source = one.Source,
                    }
                );
        return paired;
    }

    private static string Other(string[] pair, string one) => pair[0] == one ? pair[1] : pair[0];

    private static (string[] Parties, int? Year)? Pair(Expression side) =>
        side is Call { Function: "alignment" } call
        && Arguments.Positional(call).Select(Arguments.NameOf).OfType<string>().Take(2).ToArray() is { Length: 2 } parties
        && parties[0] != parties[1]
            ? (parties, Arguments.PeriodOf(call)?.Start.Year)
            : null;
}
