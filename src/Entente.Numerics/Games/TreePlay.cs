namespace Entente.Numerics.Games;

/// <summary>
/// A tree that is played again and again with other payoffs and chances. Holds its own work space and allocates nothing where whoever moves knows all
/// moves before; one for each thread. There, quantal response needs no search: what a move is worth hangs only on later choices, so they are reckoned
/// from the end on (McKelvey and Palfrey 1998, Experimental Economics 1:9, section 3), and with λ without bound this is backward induction.
/// </summary>
public sealed class TreePlay
{
    private readonly GameTree tree;
    private readonly int players;
    private readonly int[] order;
    private readonly NodeKind[] kinds;
    private readonly int[] sets;
    private readonly int[] owners;
    private readonly int[] edges;
    private readonly int[] children;
    private readonly int[] offsets;
    private readonly double[] payoffs;

    /// <param name="tree">Its own payoffs and chances are not read.</param>
    /// <param name="payoffs">What each gets at each end: [node · players + player]. Kept, not copied: several plays may share it.</param>
    public TreePlay(GameTree tree, double[] payoffs)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(payoffs);
        if (payoffs.Length != tree.Nodes.Count * tree.Players)
            throw new ArgumentException("expected one payoff for each node and player", nameof(payoffs));
        (this.tree, this.payoffs, players) = (tree, payoffs, tree.Players);
        order = [.. tree.Order];
        kinds = [.. tree.Nodes.Select(n => n.Kind)];
        sets = [.. tree.Nodes.Select(n => n.InformationSet)];
        owners = [.. tree.Sets.Select(s => s.Player)];
        offsets = [.. tree.Offsets];
        edges = new int[tree.Nodes.Count + 1];
        for (var n = 0; n < tree.Nodes.Count; n++)
            edges[n + 1] = edges[n] + tree.Nodes[n].Children.Count;
        children = [.. tree.Nodes.SelectMany(n => n.Children)];
        Chances = new double[children.Length];
        Forced = new int[tree.Sets.Count];
        Array.Fill(Forced, -1);
        Choices = new double[tree.Actions];
        Reach = new double[tree.Nodes.Count];
        Values = new double[payoffs.Length];
    }

    /// <summary>The chance of each move of chance, by <see cref="EdgeOf"/>. What stands at other moves is not read.</summary>
    public double[] Chances { get; }

    /// <summary>For each information set the action that is taken whatever it is worth; -1 where the player chooses.</summary>
    public int[] Forced { get; }

    /// <summary>After <see cref="Solve"/>: the probability of each action, by <see cref="GameTree.Offsets"/>.</summary>
    public double[] Choices { get; }

    /// <summary>After <see cref="Solve"/>: how likely play comes to each node.</summary>
    public double[] Reach { get; }

    /// <summary>After <see cref="Solve"/>: what each player expects from each node on, [node · players + player].</summary>
    public double[] Values { get; }

    /// <summary>The place of a move among <see cref="Chances"/>.</summary>
    public int EdgeOf(int node, int branch) => edges[node] + branch;

    /// <summary>The node that a move leads to.</summary>
    public int Child(int node, int branch) => children[edges[node] + branch];

    /// <summary>Finds what everybody does.</summary>
    /// <param name="lambda">How much payoffs count, per unit; infinite for backward induction, where of equally good actions the first is taken.</param>
    /// <returns>False where the path to λ could not be followed, which happens only where somebody does not know all moves before; then nothing else is valid.</returns>
    /// <exception cref="ArgumentException">Backward induction where somebody does not know all moves before.</exception>
    public bool Solve(double lambda)
    {
        if (tree.IsPerfectInformation)
            Back(lambda, choose: true);
        else if (double.IsPositiveInfinity(lambda))
            throw new ArgumentException("expected a tree in which whoever moves knows all moves before", nameof(lambda));
        else if (Searched(lambda))
            Back(lambda, choose: false);
        else
            return false;
        Forward();
        return true;
    }

    private void Back(double lambda, bool choose)
    {
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var node = order[i];
            var own = node * players;
            if (kinds[node] == NodeKind.End)
            {
                Array.Copy(payoffs, own, Values, own, players);
                continue;
            }
            var decision = kinds[node] == NodeKind.Decision;
            if (decision && choose)
                Choose(node, lambda);
            Array.Clear(Values, own, players);
            var (from, count) = (edges[node], edges[node + 1] - edges[node]);
            var first = decision ? offsets[sets[node]] : 0;
            for (var c = 0; c < count; c++)
            {
                var weight = decision ? Choices[first + c] : Chances[from + c];
                // Nothing times a payoff without bound would be no number.
                if (weight == 0)
                    continue;
                var child = children[from + c] * players;
                for (var p = 0; p < players; p++)
                    Values[own + p] += weight * Values[child + p];
            }
        }
    }

    private void Choose(int node, double lambda)
    {
        var (set, from) = (sets[node], edges[node]);
        var (first, count, player) = (offsets[set], edges[node + 1] - from, owners[set]);
        var best = Forced[set];
        if (best < 0)
        {
            best = 0;
            for (var c = 1; c < count; c++)
                if (Values[(children[from + c] * players) + player] > Values[(children[from + best] * players) + player])
                    best = c;
        }
        if (Forced[set] >= 0 || double.IsPositiveInfinity(lambda))
        {
            for (var c = 0; c < count; c++)
                Choices[first + c] = c == best ? 1 : 0;
            return;
        }
        var top = Values[(children[from + best] * players) + player];
        var sum = 0.0;
        for (var c = 0; c < count; c++)
            sum += Choices[first + c] = Math.Exp(lambda * (Values[(children[from + c] * players) + player] - top));
        for (var c = 0; c < count; c++)
            Choices[first + c] /= sum;
    }

    private void Forward()
    {
        Reach[order[0]] = 1;
        foreach (var node in order)
        {
            var (from, count) = (edges[node], edges[node + 1] - edges[node]);
            var first = kinds[node] == NodeKind.Decision ? offsets[sets[node]] : -1;
            for (var c = 0; c < count; c++)
                Reach[children[from + c]] = Reach[node] * (first >= 0 ? Choices[first + c] : Chances[from + c]);
        }
    }

    // With information sets the principal branch is traced anew each time; that allocates.
    private bool Searched(double lambda)
    {
        var chance = new double[tree.Nodes.Count][];
        var ends = new double[]?[tree.Nodes.Count];
        for (var node = 0; node < chance.Length; node++)
        {
            chance[node] = kinds[node] == NodeKind.Chance ? Chances[edges[node]..edges[node + 1]] : [];
            ends[node] = kinds[node] == NodeKind.End ? payoffs[(node * players)..((node + 1) * players)] : null;
        }
        if (Forced.All(f => f >= 0))
        {
            for (var h = 0; h < Forced.Length; h++)
            for (var a = offsets[h]; a < offsets[h + 1]; a++)
                Choices[a] = a - offsets[h] == Forced[h] ? 1 : 0;
            return true;
        }
        var agents = new FixedAgents(new TreeAgents(tree, chance, ends), Forced);
        var result = LogitEquilibrium.Of(agents, lambda);
        if (!result.Converged)
            return false;
        agents.Spread(result.Choices, Choices);
        return true;
    }
}

/// <summary>A game in which some agents have no choice any more.</summary>
internal sealed class FixedAgents : IAgentGame
{
    private readonly IAgentGame inner;
    private readonly int[] forced;
    private readonly int[] free;
    private readonly int[] offsets;
    private readonly double[] all;
    private readonly double[] worths;
    private readonly double[] slopes;

    public FixedAgents(IAgentGame inner, int[] forced)
    {
        (this.inner, this.forced) = (inner, forced);
        var actions = inner.Offsets[^1];
        var (kept, starts, owners) = (new List<int>(), new List<int> { 0 }, new List<int>());
        for (var h = 0; h < forced.Length; h++)
        {
            if (forced[h] >= 0)
                continue;
            for (var a = inner.Offsets[h]; a < inner.Offsets[h + 1]; a++)
                kept.Add(a);
            starts.Add(kept.Count);
            owners.Add(inner.Owners[h]);
        }
        (free, offsets, Owners) = ([.. kept], [.. starts], owners);
        (all, worths, slopes) = (new double[actions], new double[actions], new double[actions * actions]);
    }

    public IReadOnlyList<int> Offsets => offsets;

    public IReadOnlyList<int> Owners { get; }

    double IAgentGame.Spread => inner.Spread;

    public void Worth(ReadOnlySpan<double> choices, Span<double> worth, double[]? slope)
    {
        Fill(choices, all);
        inner.Worth(all, worths, slope is null ? null : slopes);
        var n = free.Length;
        for (var a = 0; a < n; a++)
        {
            worth[a] = worths[free[a]];
            for (var b = 0; slope is not null && b < n; b++)
                slope[(a * n) + b] = slopes[(free[a] * all.Length) + free[b]];
        }
    }

    /// <summary>Choices of all from those of the free.</summary>
    public void Spread(IReadOnlyList<double> choices, double[] target) => Fill([.. choices], target);

    private void Fill(ReadOnlySpan<double> choices, double[] target)
    {
        Array.Clear(target);
        for (var h = 0; h < forced.Length; h++)
            if (forced[h] >= 0)
                target[inner.Offsets[h] + forced[h]] = 1;
        for (var a = 0; a < free.Length; a++)
            target[free[a]] = choices[a];
    }
}
