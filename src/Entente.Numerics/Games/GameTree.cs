namespace Entente.Numerics.Games;

/// <summary>What happens at a node.</summary>
public enum NodeKind
{
    End,
    Chance,
    Decision,
}

/// <summary>A node of a tree, its children by their place in the list of nodes.</summary>
public sealed record TreeNode
{
    public required NodeKind Kind { get; init; }

    /// <summary>The information set of a decision, by its place in the list of sets.</summary>
    public int InformationSet { get; init; } = -1;

    public IReadOnlyList<int> Children { get; init; } = [];

    /// <summary>Of a chance node, one for each child.</summary>
    public IReadOnlyList<Rational> Probabilities { get; init; } = [];

    /// <summary>What each player gets for coming here, beside what the path has brought; none where null.</summary>
    public IReadOnlyList<Rational>? Payoffs { get; init; }
}

/// <summary>Nodes between which a player cannot tell.</summary>
/// <param name="Player">Who decides, from 0.</param>
/// <param name="Actions">Between how many actions.</param>
public readonly record struct InformationSet(int Player, int Actions);

/// <summary>A tree that is none, or lacks something.</summary>
public sealed class GameTreeException(int node, string found, string expected)
    : Exception($"node {node}: found {found}, expected {expected}")
{
    /// <summary>The node, by its place in the list.</summary>
    public int Node { get; } = node;

    public string Found { get; } = found;

    public string Expected { get; } = expected;
}

/// <summary>A game in extensive form: moves one after the other, chance, and what each knows when it moves.</summary>
public sealed class GameTree
{
    private readonly int[] order;
    private readonly int[] parents;
    private readonly int[] branches;

    /// <param name="players">How many players.</param>
    /// <param name="nodes">The nodes, the root first.</param>
    /// <param name="sets">The information sets.</param>
    /// <exception cref="GameTreeException">The nodes make no tree, or one that says too little.</exception>
    public GameTree(int players, IReadOnlyList<TreeNode> nodes, IReadOnlyList<InformationSet> sets)
    {
        (Players, Nodes, Sets) = (players, nodes, sets);
        if (nodes.Count == 0)
            throw new GameTreeException(0, "no node", "a root");
        (order, parents, branches) = Walk();
        var offsets = new int[sets.Count + 1];
        for (var h = 0; h < sets.Count; h++)
            offsets[h + 1] = offsets[h] + sets[h].Actions;
        Offsets = offsets;
        var members = new List<int>[sets.Count];
        for (var h = 0; h < sets.Count; h++)
            members[h] = [];
        foreach (var node in order)
        {
            Check(node);
            if (nodes[node].Kind == NodeKind.Decision)
                members[nodes[node].InformationSet].Add(node);
        }
        Members = members;
        IsPerfectInformation = members.All(m => m.Count <= 1);
        HasPerfectRecall = IsPerfectInformation || Recalls();
    }

    public int Players { get; }

    public IReadOnlyList<TreeNode> Nodes { get; }

    public IReadOnlyList<InformationSet> Sets { get; }

    /// <summary>Every node after its parent, the root first.</summary>
    public IReadOnlyList<int> Order => order;

    /// <summary>The first action of each information set among the actions of all; at the end how many there are.</summary>
    public IReadOnlyList<int> Offsets { get; }

    public int Actions => Offsets[^1];

    /// <summary>The nodes of each information set.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Members { get; }

    /// <summary>Whoever moves knows all moves before.</summary>
    public bool IsPerfectInformation { get; }

    /// <summary>Nobody forgets what it knew or did. Without this, mixing over plans and mixing at each move are not the same.</summary>
    public bool HasPerfectRecall { get; }

    /// <summary>The parent of a node; -1 for the root.</summary>
    public int Parent(int node) => parents[node];

    /// <summary>Which child of its parent a node is.</summary>
    public int Branch(int node) => branches[node];

    /// <summary>The information sets and actions by which a player itself led to a node, the first first.</summary>
    public IReadOnlyList<(int Set, int Action)> OwnPath(int node, int player)
    {
        var path = new List<(int, int)>();
        for (var at = node; parents[at] >= 0; at = parents[at])
            if (Nodes[parents[at]] is { Kind: NodeKind.Decision } from && Sets[from.InformationSet].Player == player)
                path.Add((from.InformationSet, branches[at]));
        path.Reverse();
        return path;
    }

    /// <summary>The chance of each node, and what each player gets at the end on the average, for choices at every information set.</summary>
    /// <param name="choices">The probability of each action, by <see cref="Offsets"/>.</param>
    public Rational[] Value(IReadOnlyList<Rational> choices)
    {
        var reach = new Rational[Nodes.Count];
        reach[0] = 1;
        var value = new Rational[Players];
        foreach (var node in order)
        {
            var at = Nodes[node];
            if (at.Payoffs is { } payoffs)
                for (var p = 0; p < Players; p++)
                    value[p] += reach[node] * payoffs[p];
            for (var c = 0; c < at.Children.Count; c++)
                reach[at.Children[c]] =
                    reach[node] * (at.Kind == NodeKind.Chance ? at.Probabilities[c] : choices[Offsets[at.InformationSet] + c]);
        }
        return value;
    }

    private (int[] Order, int[] Parents, int[] Branches) Walk()
    {
        var (up, branch) = (new int[Nodes.Count], new int[Nodes.Count]);
        Array.Fill(up, -2);
        up[0] = -1;
        var visited = new List<int>(Nodes.Count);
        var open = new Stack<int>([0]);
        while (open.TryPop(out var node))
        {
            visited.Add(node);
            for (var c = Nodes[node].Children.Count - 1; c >= 0; c--)
            {
                var child = Nodes[node].Children[c];
                if (child < 0 || child >= Nodes.Count)
                    throw new GameTreeException(node, $"a child {child}", $"a node from 0 to {Nodes.Count - 1}");
                if (up[child] != -2)
                    throw new GameTreeException(
                        node,
                        Above(up, node, child) ? "a move back to a node above it: a cycle" : "a move to a node that another move leads to",
                        "a tree, in which one path leads to each node"
                    );
                (up[child], branch[child]) = (node, c);
                open.Push(child);
            }
        }
        var lost = Array.IndexOf(up, -2);
        return lost < 0 ? ([.. visited], up, branch) : throw new GameTreeException(lost, "a node that no move leads to", "a tree");
    }

    private static bool Above(int[] up, int node, int other)
    {
        for (var at = node; at >= 0; at = up[at])
            if (at == other)
                return true;
        return false;
    }

    private void Check(int node)
    {
        var at = Nodes[node];
        if (at.Payoffs is { } payoffs && payoffs.Count != Players)
            throw new GameTreeException(node, $"{payoffs.Count} payoffs", $"{Players}, one for each player");
        if (at.Kind == NodeKind.End)
        {
            if (at.Children.Count > 0)
                throw new GameTreeException(node, "moves after the end", "none");
            return;
        }
        if (at.Children.Count == 0)
            throw new GameTreeException(node, "no move", "one or more");
        if (at.Kind == NodeKind.Decision)
        {
            var set = Sets[at.InformationSet];
            if (set.Actions != at.Children.Count)
                throw new GameTreeException(node, $"{at.Children.Count} moves", $"{set.Actions}, as elsewhere in its information set");
            return;
        }
        if (at.Probabilities.Count != at.Children.Count)
            throw new GameTreeException(node, $"{at.Probabilities.Count} probabilities", $"{at.Children.Count}, one for each move");
        if (at.Probabilities.Any(p => p.Sign < 0))
            throw new GameTreeException(node, "a probability below zero", "probabilities from 0 to 1");
        var sum = at.Probabilities.Aggregate(Rational.Zero, (s, p) => s + p);
        if (sum != 1)
            throw new GameTreeException(node, $"chance that sums to {sum}", "chance that sums to 1");
    }

    private bool Recalls()
    {
        for (var h = 0; h < Sets.Count; h++)
        {
            if (Members[h].Count < 2)
                continue;
            var first = OwnPath(Members[h][0], Sets[h].Player);
            for (var m = 1; m < Members[h].Count; m++)
                if (!OwnPath(Members[h][m], Sets[h].Player).SequenceEqual(first))
                    return false;
        }
        return true;
    }
}
