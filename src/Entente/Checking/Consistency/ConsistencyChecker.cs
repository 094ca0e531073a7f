using Entente.Claims;
using Entente.Claims.Language;
using Entente.Numerics.Feasibility;

namespace Entente.Checking.Consistency;

/// <summary>
/// Lays the claims of a text against each other through identities of accounting, order and the calendar, and names smallest sets that
/// cannot all hold. Only what one speaker asserts, plainly or hedged, is held against them; a contradiction between two speakers is a
/// dispute, not an inconsistency of the text.
/// </summary>
public sealed class ConsistencyChecker(ConsistencyVocabulary? vocabulary = null) : IConsistencyChecker
{
    /// <summary>Sets reported of one text. More than this is a text about which one sentence says enough.</summary>
    public const int MaxSets = 16;

    private readonly ConsistencyVocabulary vocabulary = vocabulary ?? new();

    public IReadOnlyList<Inconsistency> Find(IReadOnlyList<(Claim Claim, Expression Expression, string SpeakerKey)> claims)
    {
        var found = new List<(int[] Set, Inconsistency Inconsistency)>();
        var candidates = claims
            .Select((c, index) => (Index: index, c.Claim, c.Expression, c.SpeakerKey))
            .Where(c => c.Claim.Modality is Modality.Asserted or Modality.Hedged && c.Claim.Alternatives.Count == 0)
            .Where(c => c.Claim.Kind is not (ClaimKind.Forecast or ClaimKind.Target or ClaimKind.Judgement or ClaimKind.Argument));
        foreach (var speaker in candidates.GroupBy(c => c.SpeakerKey, StringComparer.Ordinal))
        {
            var own = speaker.Select(c => (c.Index, c.Claim, c.Expression)).ToList();
            var currencies = own.SelectMany(c => Currencies(c.Expression)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var currency in currencies.Count == 0 ? [null] : currencies.Cast<string?>())
            {
                var system = AssertionCompiler.Compile(own, vocabulary, currency, currencies.Count <= 1);
                foreach (var (set, inconsistency) in Sets(system, claims, currency))
                    if (found.Count < MaxSets && !found.Any(f => f.Set.AsSpan().SequenceEqual(set)))
                        found.Add((set, inconsistency));
            }
        }
        return [.. found.OrderBy(f => f.Set[0]).ThenBy(f => f.Set.Length).Select(f => f.Inconsistency)];
    }

    private IEnumerable<(int[] Set, Inconsistency Inconsistency)> Sets(
        ClaimSystem system,
        IReadOnlyList<(Claim Claim, Expression Expression, string SpeakerKey)> claims,
        string? currency
    )
    {
        foreach (var (assertions, identities) in Components.Of(system))
        {
            if (!Refuted(system, assertions.SelectMany(a => a.Constraints), identities))
                continue;
            // A claim that is impossible by itself is a matter for reading it again, and would be in every set.
            var possible = assertions
                .GroupBy(a => a.Claim)
                .Where(g => !Refuted(system, g.SelectMany(a => a.Constraints), identities))
                .ToList();
            var result = MinimalSubsets.Find(
                possible.Count,
                active =>
                    Refuted(system, possible.Where((_, i) => active[i]).SelectMany(g => g).SelectMany(a => a.Constraints), identities),
                MaxSets
            );
            foreach (var set in result.Sets)
            {
                int[] indices = [.. set.Select(i => possible[i].Key).Order()];
                if (!Stands(indices, claims))
                    continue;
                List<Assertion> own = [.. set.SelectMany(i => possible[i])];
                var needed = MinimalSubsets.Find(
                    identities.Count,
                    active => Refuted(system, own.SelectMany(a => a.Constraints), identities.Where((_, i) => active[i])),
                    maxSets: 1
                );
                List<Identity> used = needed.Sets.Count > 0 ? [.. needed.Sets[0].Select(i => identities[i])] : [];
                // Two values of one figure in one sentence are mostly a from and a to that we did not tell apart.
                if (
                    used.Count == 0
                    && indices.Length == 2
                    && (
                        claims[indices[0]].Claim.Statement == claims[indices[1]].Claim.Statement
                        || indices.Any(i => claims[i].Claim.Inferred.Count > 0)
                        || OfGoods(claims[indices[0]].Claim.Quote) != OfGoods(claims[indices[1]].Claim.Quote)
                    )
                )
                    continue;
                var explanation = new Explanation(system, own, used, vocabulary, currency);
                yield return (
                    indices,
                    new()
                    {
                        Claims = [.. indices.Select(i => claims[i].Claim.Id)],
                        Identity = explanation.Identities,
                        Explanation = explanation.Text(i => claims[i].Claim.Quote),
                    }
                );
            }
        }
    }

    // "Exports" beside "exports of goods" are mostly those of goods and services.
    private static bool OfGoods(string quote) =>
        quote.Contains("goods", StringComparison.OrdinalIgnoreCase) || quote.Contains("merchandise", StringComparison.OrdinalIgnoreCase);

    private static bool Refuted(ClaimSystem system, IEnumerable<Constraint> asserted, IEnumerable<Identity> identities)
    {
        var constraints = asserted.ToList();
        foreach (var identity in identities)
            constraints.Add(identity.Constraint);
        return Propagation.Narrow(system.Scratch(constraints), constraints).Stopped == PropagationEnd.Refuted;
    }

    /// <summary>
    /// Two claims of which one got its period or parties from the context contradict each other sooner by our reading than by the text's
    /// writing, unless one sentence holds both.
    /// </summary>
    private static bool Stands(int[] set, IReadOnlyList<(Claim Claim, Expression Expression, string SpeakerKey)> claims) =>
        (set.Length > 2 && !set.Any(i => claims[i].Claim.Inferred.Any(f => f is { Slot: "period", IsFallback: true })))
        || set.All(i => claims[i].Claim.Inferred.Count == 0)
        || set.Select(i => claims[i].Claim.Statement).Distinct(StringComparer.Ordinal).Count() == 1;

    private static IEnumerable<string> Currencies(Expression expression) =>
        expression switch
        {
            QuantityLiteral { Unit.IsMoney: true } literal => [literal.Unit.Symbol],
            Negate node => Currencies(node.Operand),
            Comparison node => Currencies(node.Left).Concat(Currencies(node.Right)),
            Within node => Currencies(node.Low).Concat(Currencies(node.High)),
            And node => Currencies(node.Left).Concat(Currencies(node.Right)),
            _ => [],
        };
}
