namespace Entente.Numerics.Games;

/// <summary>
/// The reduced strategic form of a tree: each player's plans, which say what it does wherever it may come by that plan itself. What it
/// would do where it does not let itself come makes no difference and is left out.
/// </summary>
public sealed class TreePlans
{
    /// <summary>Plans of a player beyond which a tree is not unfolded.</summary>
    public const int MostPlans = 4096;

    private const int MostProfiles = 1 << 20;

    private TreePlans(GameTree tree, IReadOnlyList<IReadOnlyList<int[]>> plans, MatrixGame game) =>
        (Tree, Plans, Game) = (tree, plans, game);

    public GameTree Tree { get; }

    /// <summary>For each player its plans: the action at each information set, -1 where it is another's or not reached.</summary>
    public IReadOnlyList<IReadOnlyList<int[]>> Plans { get; }

    public MatrixGame Game { get; }

    /// <summary>Unfolds a tree; null where it has too many plans.</summary>
    public static TreePlans? Of(GameTree tree, CancellationToken cancellation = default)
    {
        var plans = new List<int[]>[tree.Players];
        var profiles = 1L;
        for (var p = 0; p < tree.Players; p++)
        {
            if (PlansOf(tree, p) is not { } own)
                return null;
            plans[p] = own;
            if ((profiles *= own.Count) > MostProfiles)
                return null;
        }
        var payoffs = new Rational[tree.Players][];
        for (var p = 0; p < tree.Players; p++)
            payoffs[p] = new Rational[profiles];
        var choices = new Rational[tree.Actions];
        for (var profile = 0; profile < profiles; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(choices);
            var rest = profile;
            foreach (var own in plans)
            {
                Play(tree, own[rest % own.Count], 1, choices);
                rest /= own.Count;
            }
            var value = tree.Value(choices);
            for (var p = 0; p < tree.Players; p++)
                payoffs[p][profile] = value[p];
        }
        return new(tree, plans, new([.. plans.Select(p => p.Count)], payoffs));
    }

    /// <summary>
    /// What a mix over plans comes to at each information set of a player (Kuhn 1953): the weight of plans that come there and take the
    /// action, among those that come there. Null where no plan of the mix comes there.
    /// </summary>
    public Rational?[] Behaviour(int player, IReadOnlyList<Rational> mix)
    {
        var result = new Rational?[Tree.Actions];
        for (var h = 0; h < Tree.Sets.Count; h++)
        {
            if (Tree.Sets[h].Player != player)
                continue;
            var weights = new Rational[Tree.Sets[h].Actions];
            for (var s = 0; s < mix.Count; s++)
                if (Plans[player][s][h] is >= 0 and var action)
                    weights[action] += mix[s];
            var all = weights.Aggregate(Rational.Zero, (sum, w) => sum + w);
            for (var a = 0; a < weights.Length && !all.IsZero; a++)
                result[Tree.Offsets[h] + a] = weights[a] / all;
        }
        return result;
    }

    private static void Play(GameTree tree, int[] plan, Rational weight, Rational[] choices)
    {
        for (var h = 0; h < plan.Length; h++)
            if (plan[h] >= 0)
                choices[tree.Offsets[h] + plan[h]] = weight;
    }

    private static List<int[]>? PlansOf(GameTree tree, int player)
    {
        // In the order of the walk, so that what a player did before stands in the plan when a set is come to.
        var own = tree
            .Order.Where(n => tree.Nodes[n].Kind == NodeKind.Decision && tree.Sets[tree.Nodes[n].InformationSet].Player == player)
            .Select(n => tree.Nodes[n].InformationSet)
            .Distinct()
            .Select(h => (Set: h, Paths: tree.Members[h].Select(n => tree.OwnPath(n, player)).ToArray()))
            .ToArray();
        var blank = new int[tree.Sets.Count];
        Array.Fill(blank, -1);
        var plans = new List<int[]> { blank };
        foreach (var (set, paths) in own)
        {
            var next = new List<int[]>();
            foreach (var plan in plans)
            {
                if (!paths.Any(path => path.All(step => plan[step.Set] == step.Action)))
                {
                    next.Add(plan);
                    continue;
                }
                for (var a = 0; a < tree.Sets[set].Actions; a++)
                {
                    var extended = (int[])plan.Clone();
                    extended[set] = a;
                    next.Add(extended);
                }
                if (next.Count > MostPlans)
                    return null;
            }
            plans = next;
        }
        return plans;
    }
}
