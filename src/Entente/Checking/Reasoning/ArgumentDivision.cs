using Entente.Models.Declared;
using Entente.Numerics.Random;

namespace Entente.Checking.Reasoning;

/// <summary>How much of two arguments' difference one assumption makes.</summary>
/// <param name="First">As the first declares it.</param>
/// <param name="Second">As the second does.</param>
/// <param name="Share">Its part of the difference of P between the two: the mean over all orders in which assumptions could be exchanged (Shapley 1953). They sum to it.</param>
/// <param name="Alone">P of the first with this assumption as the second has it.</param>
/// <param name="Turns">Whether that exchange alone turns the claim at the modes.</param>
public sealed record AssumptionShare(DeclaredInput First, DeclaredInput Second, double Share, double? Alone, bool Turns);

/// <summary>What two arguments make of one claim.</summary>
public sealed record DividedClaim
{
    public required string Text { get; init; }

    public required string Says { get; init; }

    /// <summary>Whether the first, and whether the second claims it.</summary>
    public required (bool First, bool Second) ClaimedBy { get; init; }

    public required (double? First, double? Second) P { get; init; }

    public required (bool? First, bool? Second) AtModes { get; init; }

    /// <summary>The one that makes most of the difference first; empty where there is none.</summary>
    public required IReadOnlyList<AssumptionShare> Shares { get; init; }
}

/// <summary>Two arguments about one game: which assumption divides them.</summary>
public sealed record ArgumentDivision
{
    private const int MostExact = 7;
    private const int Orders = 60;

    public required DeclaredArgument First { get; init; }

    public required DeclaredArgument Second { get; init; }

    public required int Draws { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Assumptions of which the two declare different ranges.</summary>
    public required int Differing { get; init; }

    public required IReadOnlyList<DividedClaim> Claims { get; init; }

    /// <summary>What keeps two arguments from being about the same game; null where nothing does.</summary>
    public static string? Apart(DeclaredArgument first, DeclaredArgument second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (one, two) = (
            first.Inputs.Select(i => i.Name).Order(StringComparer.Ordinal),
            second.Inputs.Select(i => i.Name).Order(StringComparer.Ordinal)
        );
        return first.Solution != second.Solution ? $"one is solved by {first.Solution}, the other by {second.Solution}"
            : !one.SequenceEqual(two) ? "they do not name the same assumptions"
            : first.GameText != second.GameText ? "actors, moves or payoffs differ"
            : null;
    }

    /// <param name="first">One argument.</param>
    /// <param name="second">The other, about the same game.</param>
    /// <param name="draws">For each exchange.</param>
    /// <param name="seed">All exchanges are drawn from the same numbers.</param>
    /// <param name="threads">At most so many.</param>
    /// <exception cref="ArgumentException">They are not about the same game; see <see cref="Apart"/>.</exception>
    public static ArgumentDivision Between(
        DeclaredArgument first,
        DeclaredArgument second,
        int draws,
        ulong seed,
        int threads,
        CancellationToken cancellation = default
    )
    {
        if (Apart(first, second) is { } apart)
            throw new ArgumentException(apart, nameof(second));
        // The second's numbers in the order of the first's.
        var other = first.Inputs.Select(i => second.Inputs.First(o => o.Name == i.Name)).ToArray();
        int[] differing = [.. Enumerable.Range(0, other.Length).Where(i => first.Inputs[i].Range != other[i].Range)];
        var claims = new List<DividedClaim>();
        foreach (var host in new[] { first, second })
        foreach (var claim in host.Claims)
        {
            if (claims.Any(c => c.Text == claim.Text))
                continue;
            var exchange = new Exchange(host, claim, first.Inputs, other, differing, draws, seed, threads, cancellation);
            claims.Add(exchange.Divided(first.Claims.Any(c => c.Text == claim.Text), second.Claims.Any(c => c.Text == claim.Text)));
        }
        return new()
        {
            First = first,
            Second = second,
            Draws = draws,
            Seed = seed,
            Differing = differing.Length,
            Claims = claims,
        };
    }

    /// <summary>One claim under mixtures of the two arguments' assumptions.</summary>
    private sealed class Exchange(
        DeclaredArgument host,
        ArgumentClaim claim,
        IReadOnlyList<DeclaredInput> first,
        DeclaredInput[] second,
        int[] differing,
        int draws,
        ulong seed,
        int threads,
        CancellationToken cancellation
    )
    {
        private readonly Dictionary<string, (double? P, bool? AtModes)> known = new(StringComparer.Ordinal);

        public DividedClaim Divided(bool byFirst, bool bySecond)
        {
            var none = new bool[differing.Length];
            var all = differing.Select(_ => true).ToArray();
            var (from, to) = (Under(none), Under(all));
            var shares = from.P is null || to.P is null ? [] : Shares(from.AtModes);
            return new()
            {
                Text = claim.Text,
                Says = claim.Says,
                ClaimedBy = (byFirst, bySecond),
                P = (from.P, to.P),
                AtModes = (from.AtModes, to.AtModes),
                Shares = shares,
            };
        }

        private AssumptionShare[] Shares(bool? atModes)
        {
            var m = differing.Length;
            var sums = new double[m];
            var orders = 0;
            foreach (var order in m <= MostExact ? Permutations(m) : Sampled(m))
            {
                var taken = new bool[m];
                var before = Under(taken).P ?? 0;
                foreach (var d in order)
                {
                    taken[d] = true;
                    var after = Under(taken).P ?? before;
                    sums[d] += after - before;
                    before = after;
                }
                orders++;
            }
            return
            [
                .. Enumerable
                    .Range(0, m)
                    .Select(d =>
                    {
                        var alone = new bool[m];
                        alone[d] = true;
                        var only = Under(alone);
                        return new AssumptionShare(
                            first[differing[d]],
                            second[differing[d]],
                            sums[d] / orders,
                            only.P,
                            only.AtModes is { } now && atModes is { } then && now != then
                        );
                    })
                    .OrderByDescending(s => Math.Abs(s.Share)),
            ];
        }

        private (double? P, bool? AtModes) Under(bool[] taken)
        {
            var key = string.Concat(taken.Select(t => t ? '1' : '0'));
            if (known.TryGetValue(key, out var found))
                return found;
            cancellation.ThrowIfCancellationRequested();
            var mixed = first.Select((input, i) => Array.IndexOf(differing, i) is >= 0 and var d && taken[d] ? second[i] : input).ToArray();
            // The host may have its numbers in another order: its terms know them by place.
            var inputs = host.Inputs.Select(h => mixed.First(x => x.Name == h.Name)).ToArray();
            var runs = new ArgumentDraws(host with { Inputs = inputs, Claims = [claim] });
            var truths = runs.Run(draws, seed, threads, cancellation: cancellation);
            var truth = new double[1];
            runs.Hold([.. inputs.Select(i => i.Range.Mode)], truth);
            var defined = truths.Count(t => !double.IsNaN(t));
            found = (defined == 0 ? null : (double)truths.Count(t => t == 1) / defined, double.IsNaN(truth[0]) ? null : truth[0] == 1);
            known.Add(key, found);
            return found;
        }

        private static IEnumerable<int[]> Permutations(int m)
        {
            if (m == 0)
            {
                yield return [];
                yield break;
            }
            foreach (var rest in Permutations(m - 1))
                for (var at = 0; at <= rest.Length; at++)
                    yield return [.. rest[..at], m - 1, .. rest[at..]];
        }

        private IEnumerable<int[]> Sampled(int m)
        {
            for (var o = 0; o < Orders; o++)
            {
                var random = new RandomStream(seed, RandomStream.Task(0x5368, o));
                var order = Enumerable.Range(0, m).ToArray();
                for (var i = m - 1; i > 0; i--)
                {
                    var j = random.Below(i + 1);
                    (order[i], order[j]) = (order[j], order[i]);
                }
                yield return order;
            }
        }
    }
}
