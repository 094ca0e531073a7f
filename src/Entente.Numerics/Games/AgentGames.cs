namespace Entente.Numerics.Games;

/// <summary>
/// A game as its agents see it: each chooses between a few actions, and what an action is worth depends on what all others do. The
/// agents of a matrix game are its players, those of a tree its information sets.
/// </summary>
public interface IAgentGame
{
    /// <summary>The first action of each agent among the actions of all; at the end how many there are.</summary>
    IReadOnlyList<int> Offsets { get; }

    /// <summary>For each agent the player that it acts for.</summary>
    IReadOnlyList<int> Owners { get; }

    /// <summary>The highest payoff less the lowest, of the player for which that is most.</summary>
    double Spread { get; }

    /// <summary>What each action is worth.</summary>
    /// <param name="choices">The probability of each action.</param>
    /// <param name="worth">Takes the expected payoff of each action, given that its agent is called upon.</param>
    /// <param name="slope">Takes, row by row, by how much the worth of an action rises with the probability of another; null where not asked.</param>
    void Worth(ReadOnlySpan<double> choices, Span<double> worth, double[]? slope);
}

/// <summary>A matrix game as its players see it.</summary>
public sealed class MatrixAgents : IAgentGame
{
    private readonly MatrixGame game;
    private readonly double[][] payoffs;
    private readonly int[] offsets;

    public MatrixAgents(MatrixGame game)
    {
        this.game = game;
        payoffs = [.. game.Payoffs.Select(p => p.Select(v => v.ToDouble()).ToArray())];
        offsets = new int[game.Players + 1];
        for (var i = 0; i < game.Players; i++)
            offsets[i + 1] = offsets[i] + game.Strategies[i];
        Owners = [.. Enumerable.Range(0, game.Players)];
        Spread = payoffs.Max(p => p.Max() - p.Min());
    }

    public IReadOnlyList<int> Offsets => offsets;

    public IReadOnlyList<int> Owners { get; }

    public double Spread { get; }

    /// <summary>What a player gets in a profile.</summary>
    public double Payoff(int player, int profile) => payoffs[player][profile];

    /// <summary>What each player gets on the average.</summary>
    /// <param name="choices">The probability of each strategy.</param>
    public double[] Value(IReadOnlyList<double> choices)
    {
        var value = new double[game.Players];
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            var weight = 1.0;
            for (var p = 0; p < value.Length; p++)
                weight *= choices[offsets[p] + game.Choice(profile, p)];
            for (var p = 0; p < value.Length; p++)
                value[p] += weight * payoffs[p][profile];
        }
        return value;
    }

    public void Worth(ReadOnlySpan<double> choices, Span<double> worth, double[]? slope)
    {
        worth.Clear();
        if (slope is not null)
            Array.Clear(slope);
        var (players, all) = (game.Players, offsets[^1]);
        Span<int> at = stackalloc int[players];
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            for (var i = 0; i < players; i++)
                at[i] = offsets[i] + game.Choice(profile, i);
            for (var i = 0; i < players; i++)
            {
                worth[at[i]] += payoffs[i][profile] * Others(choices, at, i, -1);
                for (var j = 0; slope is not null && j < players; j++)
                    if (j != i)
                        slope[(at[i] * all) + at[j]] += payoffs[i][profile] * Others(choices, at, i, j);
            }
        }
    }

    private static double Others(ReadOnlySpan<double> choices, ReadOnlySpan<int> at, int one, int two)
    {
        var product = 1.0;
        for (var k = 0; k < at.Length; k++)
            if (k != one && k != two)
                product *= choices[at[k]];
        return product;
    }
}

/// <summary>A tree as its information sets see it; slopes are carried along forwards.</summary>
public sealed class TreeAgents : IAgentGame
{
    private readonly GameTree tree;
    private readonly double[][] chance;
    private readonly double[]?[] payoffs;

    public TreeAgents(GameTree tree)
        : this(
            tree,
            [.. tree.Nodes.Select(n => n.Probabilities.Select(p => p.ToDouble()).ToArray())],
            [.. tree.Nodes.Select(n => n.Payoffs?.Select(v => v.ToDouble()).ToArray())]
        ) { }

    /// <summary>The same with other figures than the tree's own.</summary>
    /// <param name="chance">For each node of chance one for each move.</param>
    /// <param name="payoffs">For each node what each player gets for coming there; null for nothing.</param>
    internal TreeAgents(GameTree tree, double[][] chance, double[]?[] payoffs)
    {
        (this.tree, this.chance, this.payoffs) = (tree, chance, payoffs);
        Owners = [.. tree.Sets.Select(s => s.Player)];
        Spread = Enumerable.Range(0, tree.Players).Max(SpreadOf);
    }

    public IReadOnlyList<int> Offsets => tree.Offsets;

    public IReadOnlyList<int> Owners { get; }

    public double Spread { get; }

    public void Worth(ReadOnlySpan<double> choices, Span<double> worth, double[]? slope)
    {
        var (nodes, all) = (tree.Nodes.Count, tree.Actions);
        var reach = new double[nodes];
        var reachSlope = slope is null ? null : new double[nodes * all];
        Down(choices, reach, reachSlope);
        worth.Clear();
        if (slope is not null)
            Array.Clear(slope);
        var value = new double[nodes];
        var valueSlope = slope is null ? null : new double[nodes * all];
        for (var player = 0; player < tree.Players; player++)
        {
            Up(player, choices, value, valueSlope);
            for (var h = 0; h < tree.Sets.Count; h++)
                if (tree.Sets[h].Player == player)
                    Set(h, reach, reachSlope, value, valueSlope, worth, slope);
        }
    }

    private void Down(ReadOnlySpan<double> choices, double[] reach, double[]? slope)
    {
        var all = tree.Actions;
        reach[0] = 1;
        foreach (var node in tree.Order)
        {
            var at = tree.Nodes[node];
            for (var c = 0; c < at.Children.Count; c++)
            {
                var child = at.Children[c];
                var action = at.Kind == NodeKind.Decision ? tree.Offsets[at.InformationSet] + c : -1;
                var probability = action < 0 ? chance[node][c] : choices[action];
                reach[child] = reach[node] * probability;
                if (slope is null)
                    continue;
                for (var b = 0; b < all; b++)
                    slope[(child * all) + b] = slope[(node * all) + b] * probability;
                if (action >= 0)
                    slope[(child * all) + action] += reach[node];
            }
        }
    }

    private void Up(int player, ReadOnlySpan<double> choices, double[] value, double[]? slope)
    {
        var all = tree.Actions;
        for (var i = tree.Order.Count - 1; i >= 0; i--)
        {
            var node = tree.Order[i];
            var at = tree.Nodes[node];
            var sum = payoffs[node]?[player] ?? 0;
            slope?.AsSpan(node * all, all).Clear();
            for (var c = 0; c < at.Children.Count; c++)
            {
                var child = at.Children[c];
                var action = at.Kind == NodeKind.Decision ? tree.Offsets[at.InformationSet] + c : -1;
                var probability = action < 0 ? chance[node][c] : choices[action];
                sum += probability * value[child];
                if (slope is null)
                    continue;
                for (var b = 0; b < all; b++)
                    slope[(node * all) + b] += probability * slope[(child * all) + b];
                if (action >= 0)
                    slope[(node * all) + action] += value[child];
            }
            value[node] = sum;
        }
    }

    private void Set(
        int set,
        double[] reach,
        double[]? reachSlope,
        double[] value,
        double[]? valueSlope,
        Span<double> worth,
        double[]? slope
    )
    {
        var all = tree.Actions;
        var members = tree.Members[set];
        var weight = 0.0;
        foreach (var node in members)
            weight += reach[node];
        // Nobody comes here, and no action is worth more than another.
        if (weight <= 0)
            return;
        for (var a = 0; a < tree.Sets[set].Actions; a++)
        {
            var action = tree.Offsets[set] + a;
            foreach (var node in members)
                worth[action] += reach[node] / weight * value[tree.Nodes[node].Children[a]];
            for (var b = 0; slope is not null && b < all; b++)
            {
                var (rise, spread) = (0.0, 0.0);
                foreach (var node in members)
                {
                    var child = tree.Nodes[node].Children[a];
                    rise += (reachSlope![(node * all) + b] * value[child]) + (reach[node] * valueSlope![(child * all) + b]);
                    spread += reachSlope[(node * all) + b];
                }
                slope[(action * all) + b] = (rise - (worth[action] * spread)) / weight;
            }
        }
    }

    private double SpreadOf(int player)
    {
        var sum = new double[tree.Nodes.Count];
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var node in tree.Order)
        {
            sum[node] = (tree.Parent(node) < 0 ? 0 : sum[tree.Parent(node)]) + (payoffs[node]?[player] ?? 0);
            if (tree.Nodes[node].Kind == NodeKind.End)
                (low, high) = (Math.Min(low, sum[node]), Math.Max(high, sum[node]));
        }
        return high - low;
    }
}
