using Entente.Numerics.Games;
using Entente.Numerics.Random;

namespace Entente.Tests.Numerics.Games;

/// <summary>Trees that are played again and again: the same answers as those of the solvers that start anew each time.</summary>
public sealed class TreePlayTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Quantal_response_from_the_end_is_the_end_of_the_path(int seed)
    {
        var tree = Made(seed, depth: 4);
        var play = Played(tree);
        foreach (var lambda in new[] { 0, 0.3, 1, 4 })
        {
            play.Solve(lambda).ShouldBeTrue();
            var path = LogitEquilibrium.Of(new TreeAgents(tree), lambda);
            path.Converged.ShouldBeTrue(path.Stopped);
            for (var a = 0; a < tree.Actions; a++)
                play.Choices[a].ShouldBe(path.Choices[a], 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_bound_it_is_backward_induction(int seed)
    {
        // Payoffs that are hardly ever equal: among equals, thirds of doubles choose otherwise than exact ones.
        var tree = Made(seed, depth: 5, most: 1_000_003);
        var play = Played(tree);
        play.Solve(double.PositiveInfinity).ShouldBeTrue();
        var exact = BackwardInduction.Of(tree);
        for (var h = 0; h < tree.Sets.Count; h++)
            play.Choices[tree.Offsets[h] + exact.Choice[h]].ShouldBe(1);
        for (var p = 0; p < tree.Players; p++)
            play.Values[p].ShouldBe(exact.Value[p].ToDouble(), 1e-6);
    }

    /// <summary>Bluffing at stripped-down poker: information sets, so that the path is followed.</summary>
    [Fact]
    public void With_information_sets_it_is_the_end_of_the_path_too()
    {
        var tree = Examples.Poker;
        var play = Played(tree);
        play.Solve(2).ShouldBeTrue();
        var path = LogitEquilibrium.Of(new TreeAgents(tree), 2);
        play.Choices.ShouldBe([.. path.Choices], 1e-9);
        Should.Throw<ArgumentException>(() => play.Solve(double.PositiveInfinity));
        // Once the caller must call, the others reply to that: betting a queen loses 2 and folding it 1.
        play.Forced[2] = 0;
        play.Solve(2).ShouldBeTrue();
        play.Choices[tree.Offsets[2]].ShouldBe(1);
        play.Choices[tree.Offsets[1]].ShouldBe(1 / (1 + Math.Exp(2)), 1e-9);
        for (var h = 0; h < 3; h++)
            play.Forced[h] = 0;
        play.Solve(2).ShouldBeTrue();
        play.Values[0].ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_constant_changes_no_choice_and_a_forced_one_is_made(int seed)
    {
        var tree = Made(seed, depth: 4);
        var payoffs = Payoffs(tree);
        var plain = new TreePlay(tree, payoffs);
        var raised = new TreePlay(tree, [.. payoffs.Select((v, i) => v + (i % tree.Players == 1 ? 7 : 0))]);
        Chances(tree, plain);
        Chances(tree, raised);
        plain.Solve(1.5);
        raised.Solve(1.5);
        raised.Choices.ShouldBe(plain.Choices, 1e-12);
        plain.Forced[0] = 1;
        plain.Solve(1.5);
        plain.Choices[tree.Offsets[0] + 1].ShouldBe(1);
        plain.Reach.Where((_, n) => tree.Nodes[n].Kind == NodeKind.End).Sum().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_play_allocates_nothing()
    {
        var tree = Made(3, depth: 6);
        var play = Played(tree);
        play.Solve(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            play.Solve(1 + (0.01 * i));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static TreePlay Played(GameTree tree)
    {
        var play = new TreePlay(tree, Payoffs(tree));
        Chances(tree, play);
        return play;
    }

    private static double[] Payoffs(GameTree tree) =>
        [
            .. tree.Nodes.SelectMany(n =>
                Enumerable.Range(0, tree.Players).Select(p => n.Kind == NodeKind.End ? n.Payoffs![p].ToDouble() : 0)
            ),
        ];

    private static void Chances(GameTree tree, TreePlay play)
    {
        for (var n = 0; n < tree.Nodes.Count; n++)
        for (var c = 0; tree.Nodes[n].Kind == NodeKind.Chance && c < tree.Nodes[n].Children.Count; c++)
            play.Chances[play.EdgeOf(n, c)] = tree.Nodes[n].Probabilities[c].ToDouble();
    }

    /// <summary>A tree of three players and chance in which all moves are known.</summary>
    internal static GameTree Made(int seed, int depth, int most = 11)
    {
        var random = new RandomStream((ulong)seed, 0);
        var (nodes, sets) = (new List<TreeNode>(), new List<InformationSet>());
        int Grow(int left, ref RandomStream stream)
        {
            var node = nodes.Count;
            nodes.Add(null!);
            if (left == 0)
            {
                int[] payoffs = [stream.Below(most), stream.Below(most), stream.Below(most)];
                nodes[node] = Examples.End(payoffs);
                return node;
            }
            var chance = left != depth && stream.Below(4) == 0;
            var children = new int[2 + stream.Below(2)];
            var set = chance ? -1 : sets.Count;
            if (!chance)
                sets.Add(new(stream.Below(3), children.Length));
            for (var c = 0; c < children.Length; c++)
                children[c] = Grow(left - 1, ref stream);
            nodes[node] = chance
                ? new()
                {
                    Kind = NodeKind.Chance,
                    Children = children,
                    Probabilities = [.. children.Select(_ => new Rational(1, children.Length))],
                }
                : Examples.Decision(set, children);
            return node;
        }
        Grow(depth, ref random);
        return new(3, nodes, sets);
    }
}
