namespace Entente.Numerics.Games;

/// <summary>A subgame-perfect equilibrium in pure strategies.</summary>
public sealed record SubgamePerfect
{
    /// <summary>The action chosen at each information set; of several that are equally good the first.</summary>
    public required IReadOnlyList<int> Choice { get; init; }

    /// <summary>All actions that are as good as that chosen, given what is chosen later.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Best { get; init; }

    /// <summary>What each player gets.</summary>
    public required IReadOnlyList<Rational> Value { get; init; }

    /// <summary>Nobody is indifferent anywhere: there is no other subgame-perfect equilibrium.</summary>
    public bool IsUnique => Best.All(b => b.Count == 1);
}

/// <summary>Choice from the end of the tree to its root (Kuhn 1953), in exact arithmetic.</summary>
public static class BackwardInduction
{
    /// <exception cref="ArgumentException">Someone moves without knowing all moves before.</exception>
    public static SubgamePerfect Of(GameTree tree)
    {
        if (!tree.IsPerfectInformation)
            throw new ArgumentException("expected perfect information", nameof(tree));
        var value = new Rational[tree.Nodes.Count][];
        var choice = new int[tree.Sets.Count];
        var best = new IReadOnlyList<int>[tree.Sets.Count];
        for (var i = tree.Order.Count - 1; i >= 0; i--)
        {
            var node = tree.Order[i];
            var at = tree.Nodes[node];
            var sum = at.Payoffs?.ToArray() ?? new Rational[tree.Players];
            if (at.Kind == NodeKind.Decision)
            {
                var player = tree.Sets[at.InformationSet].Player;
                var top = at.Children.Max(c => value[c][player]);
                var good = Enumerable.Range(0, at.Children.Count).Where(c => value[at.Children[c]][player] == top).ToArray();
                (choice[at.InformationSet], best[at.InformationSet]) = (good[0], good);
                Add(sum, value[at.Children[good[0]]], 1);
            }
            for (var c = 0; at.Kind == NodeKind.Chance && c < at.Children.Count; c++)
                Add(sum, value[at.Children[c]], at.Probabilities[c]);
            value[node] = sum;
        }
        return new()
        {
            Choice = choice,
            Best = best,
            Value = value[0],
        };
    }

    private static void Add(Rational[] sum, Rational[] value, Rational weight)
    {
        for (var p = 0; p < sum.Length; p++)
            sum[p] += weight * value[p];
    }
}
