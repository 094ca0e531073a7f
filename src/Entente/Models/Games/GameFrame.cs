using Entente.Numerics.Games;

namespace Entente.Models.Games;

/// <summary>A file's game beside the names of what is chosen, so that figures can be given back to them.</summary>
internal sealed class GameFrame
{
    private readonly IReadOnlyList<(string Player, string Where, IReadOnlyList<string> Actions)> places;

    private GameFrame(
        GameFile file,
        MatrixGame? matrix,
        GameTree? tree,
        IReadOnlyList<(string Player, string Where, IReadOnlyList<string> Actions)> places
    ) => (Source, Matrix, Tree, this.places) = (file, matrix, tree, places);

    public GameFile Source { get; }

    public MatrixGame? Matrix { get; }

    public GameTree? Tree { get; }

    public IAgentGame Agents => Tree is { } tree ? new TreeAgents(tree) : new MatrixAgents(Matrix!);

    public static GameFrame Of(GameFile file) =>
        file switch
        {
            StrategicGame game => new(
                file,
                game.ToMatrix(),
                null,
                [.. game.Players.Select((player, i) => (player, "", game.Strategies[i]))]
            ),
            SequentialGame game => new(
                file,
                null,
                game.ToTree(),
                [.. game.InformationSets.Select(set => (game.Players[set.Player - 1], NameOf(set), set.Actions))]
            ),
            _ => throw new ArgumentException("expected a game that is known here", nameof(file)),
        };

    /// <summary>The information set as the file calls it.</summary>
    public string NameOf(int set) => places[set].Where;

    /// <summary>Puts figures to names.</summary>
    /// <param name="likelihoods">For each action; null where nothing is said of it.</param>
    public GameChoice[] Choices(IReadOnlyList<Likelihood?> likelihoods)
    {
        var at = 0;
        return
        [
            .. places.Select(place =>
            {
                var own = Enumerable.Range(at, place.Actions.Count).Select(a => likelihoods[a]).ToArray();
                at += own.Length;
                return new GameChoice
                {
                    Player = place.Player,
                    Where = place.Where,
                    Actions = place.Actions,
                    Likelihoods = own.Any(l => l is null) ? [] : [.. own.Select(l => l!.Value)],
                };
            }),
        ];
    }

    /// <summary>Choices with what they bring.</summary>
    public GameProfile Profile(IReadOnlyList<double> choices) =>
        new()
        {
            Choices = Choices([.. choices.Select(c => (Likelihood?)Likelihood.Of(c))]),
            Payoffs = [.. Value(choices).Select(Likelihood.Of)],
        };

    private double[] Value(IReadOnlyList<double> choices)
    {
        if (Matrix is { } matrix)
            return new MatrixAgents(matrix).Value(choices);
        var value = new double[Source.Players.Count];
        var tree = Tree!;
        var reach = new double[tree.Nodes.Count];
        reach[0] = 1;
        foreach (var node in tree.Order)
        {
            var at = tree.Nodes[node];
            for (var p = 0; at.Payoffs is not null && p < value.Length; p++)
                value[p] += reach[node] * at.Payoffs[p].ToDouble();
            for (var c = 0; c < at.Children.Count; c++)
                reach[at.Children[c]] =
                    reach[node]
                    * (at.Kind == NodeKind.Chance ? at.Probabilities[c].ToDouble() : choices[tree.Offsets[at.InformationSet] + c]);
        }
        return value;
    }

    private static string NameOf(GameMove set) => set.Name.Length > 0 ? set.Name : $"{set.Number}";
}
