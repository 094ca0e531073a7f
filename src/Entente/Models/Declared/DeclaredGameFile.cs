using System.Globalization;
using Entente.Models.Games;
using Entente.Numerics.Games;

namespace Entente.Models.Declared;

/// <summary>A declared game at given numbers as a game of the solvers.</summary>
public static class DeclaredGameFile
{
    // Doubles of formulas have seventeen digits; fractions of that length make exact solvers slow and say nothing more.
    private const string Digits = "G12";

    /// <param name="title">Of the game.</param>
    /// <param name="scenario">Its moves and what they pay.</param>
    /// <param name="inputs">The numbers, in order.</param>
    /// <returns>Null where the scenario has no game, or no solution at these numbers.</returns>
    public static SequentialGame? Of(string title, DeclaredScenario scenario, IReadOnlyList<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(inputs);
        if (scenario.Game is not { } game)
            return null;
        var at = new Situation(scenario, inputs.Count);
        for (var i = 0; i < inputs.Count; i++)
            at.Inputs[i] = inputs[i];
        var moves = new List<GameMove>();
        var placeOf = new Dictionary<(bool Chance, int Number), int>();
        var outcomes = new Dictionary<int, GameOutcome>();
        var nodes = new List<GameNode>();
        for (var node = 0; node < game.Tree.Nodes.Count; node++)
        {
            var from = game.Tree.Nodes[node];
            var move = game.MoveAt(node);
            if (from.Kind == NodeKind.End)
                outcomes.Add(
                    outcomes.Count + 1,
                    new(
                        game.Ends[game.EndAt(node)].Name,
                        [
                            .. Enumerable
                                .Range(0, game.Actors.Count)
                                .Select(p => Of(scenario.Payoffs[(node * game.Actors.Count) + p]!.Of(at))),
                        ]
                    )
                );
            else
            {
                var key = from.Kind == NodeKind.Chance ? (true, move) : (false, from.InformationSet);
                if (placeOf.TryAdd(key, moves.Count))
                    moves.Add(Move(game, scenario, at, node, moves.Count(m => m.Player == game.Moves[move].Actor + 1) + 1));
            }
            nodes.Add(
                new()
                {
                    Kind = from.Kind,
                    Name = move < 0 ? "" : game.Moves[move].Name,
                    Move =
                        from.Kind == NodeKind.End ? -1
                        : from.Kind == NodeKind.Chance ? placeOf[(true, move)]
                        : placeOf[(false, from.InformationSet)],
                    Outcome = from.Kind == NodeKind.End ? outcomes.Count : 0,
                    Line = move < 0 ? game.Ends[game.EndAt(node)].Line : game.Moves[move].Line,
                }
            );
        }
        return new()
        {
            Title = title,
            Players = game.Actors,
            Nodes = nodes,
            Moves = moves,
            Outcomes = outcomes,
        };
    }

    private static GameMove Move(DeclaredGame game, DeclaredScenario scenario, Situation at, int node, int number)
    {
        var move = game.Moves[game.MoveAt(node)];
        // Which of the ways to it, where there are several: "side, after win, high".
        var way = string.Join(", ", game.Path(node).Select(s => game.Moves[s.Move].Options[s.Option]));
        return new()
        {
            Number = number,
            Player = move.Actor + 1,
            Name = way.Length == 0 || move.Unseen.Count > 0 ? move.Name : $"{move.Name} after {way}",
            Actions = move.Options,
            Probabilities = move.IsChance ? Shares([.. scenario.Chances[game.MoveAt(node)].Select(w => w.Of(at))]) : [],
        };
    }

    // Weights to fractions that sum to exactly one: the last takes what rounding leaves.
    private static Numeral[] Shares(double[] weights)
    {
        var exact = weights.Select(w => Of(w).Value).ToArray();
        var sum = exact.Aggregate(Rational.Zero, (s, w) => s + w);
        return [.. exact.Select(w => w / sum).Select(p => new Numeral(p.ToString(), p))];
    }

    private static Numeral Of(double value)
    {
        var text = value.ToString(Digits, CultureInfo.InvariantCulture);
        return Rational.TryParse(text, out var exact)
            ? new(text, exact)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "a finite number");
    }
}
