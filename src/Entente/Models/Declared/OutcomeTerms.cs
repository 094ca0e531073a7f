using Entente.Numerics.Games;

namespace Entente.Models.Declared;

/// <summary>Terms that ask what the solved game says, under one of the argument's suppositions.</summary>
public static class OutcomeTerms
{
    /// <summary>What is most likely chosen at some nodes, by the number of the option's name.</summary>
    /// <param name="supposition">Which play.</param>
    /// <param name="game">The game.</param>
    /// <param name="nodes">The nodes, weighed by how likely play comes to each; where it comes to none, alike.</param>
    /// <param name="number">Numbers names of options.</param>
    public static Term Choice(int supposition, DeclaredGame game, IReadOnlyList<int> nodes, Func<string, int> number)
    {
        var actions = Actions(game, nodes);
        var options = nodes.Select(n => game.Moves[game.MoveAt(n)].Options.Select(number).ToArray()).ToArray();
        return new ChoiceTerm(supposition, [.. nodes], actions, options, options.Max(o => o.Max()) + 1);
    }

    /// <summary>How likely play ends at one of some ends, given that it ends at one of others.</summary>
    public static Term Chance(int supposition, IReadOnlyList<int> ends, IReadOnlyList<int>? given) =>
        new ChanceTerm(supposition, [.. ends], given is null ? null : [.. given]);

    /// <summary>What an actor expects at some nodes, or of taking one of their options.</summary>
    /// <param name="branches">For each node the option's place; -1 for the node itself.</param>
    public static Term Utility(int supposition, DeclaredGame game, int actor, IReadOnlyList<int> nodes, IReadOnlyList<int> branches) =>
        new UtilityTerm(
            supposition,
            [.. nodes],
            [.. nodes.Select((n, i) => ((branches[i] < 0 ? n : game.Tree.Nodes[n].Children[branches[i]]) * game.Actors.Count) + actor)]
        );

    private static int[] Actions(DeclaredGame game, IReadOnlyList<int> nodes) =>
        [
            .. nodes.Select(n =>
                game.Tree.Nodes[n] is { Kind: NodeKind.Decision } node
                    ? game.Tree.Offsets[node.InformationSet]
                    : ~game.Tree.Nodes[n].Children[0]
            ),
        ];

    private sealed class ChoiceTerm(int supposition, int[] nodes, int[] actions, int[][] options, int names) : Term
    {
        public override double Of(Situation at)
        {
            var play = at.Plays[supposition];
            Span<double> weights = names <= 64 ? stackalloc double[names] : new double[names];
            Fill(play, weights, reached: true);
            var best = Largest(weights);
            if (weights[best] <= 0)
            {
                Fill(play, weights, reached: false);
                best = Largest(weights);
            }
            return weights[best] > 0 ? best : double.NaN;
        }

        private void Fill(TreePlay play, Span<double> weights, bool reached)
        {
            weights.Clear();
            for (var i = 0; i < nodes.Length; i++)
            {
                var weight = reached ? play.Reach[nodes[i]] : 1;
                for (var o = 0; o < options[i].Length; o++)
                    weights[options[i][o]] +=
                        weight * (actions[i] >= 0 ? play.Choices[actions[i] + o] : play.Chances[play.EdgeOf(nodes[i], o)]);
            }
        }

        private static int Largest(ReadOnlySpan<double> weights)
        {
            var best = 0;
            for (var i = 1; i < weights.Length; i++)
                if (weights[i] > weights[best])
                    best = i;
            return best;
        }
    }

    private sealed class ChanceTerm(int supposition, int[] ends, int[]? given) : Term
    {
        public override double Of(Situation at)
        {
            var reach = at.Plays[supposition].Reach;
            var sum = Sum(reach, ends);
            return given is null ? sum
                : Sum(reach, given) is > 0 and var all ? sum / all
                : double.NaN;
        }

        private static double Sum(double[] reach, int[] among)
        {
            var sum = 0.0;
            foreach (var end in among)
                sum += reach[end];
            return sum;
        }
    }

    private sealed class UtilityTerm(int supposition, int[] nodes, int[] values) : Term
    {
        public override double Of(Situation at)
        {
            var play = at.Plays[supposition];
            var (sum, weight, plain) = (0.0, 0.0, 0.0);
            for (var i = 0; i < nodes.Length; i++)
            {
                sum += play.Reach[nodes[i]] * play.Values[values[i]];
                weight += play.Reach[nodes[i]];
                plain += play.Values[values[i]];
            }
            return weight > 0 ? sum / weight : plain / nodes.Length;
        }
    }
}
