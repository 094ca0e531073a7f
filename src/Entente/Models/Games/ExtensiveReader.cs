using Entente.Numerics.Games;

namespace Entente.Models.Games;

/// <summary>Reads the body of an .efg file: the nodes of a tree, each branch to its end before the next.</summary>
internal sealed class ExtensiveReader(GambitScanner scanner, char data)
{
    private const int MostNodes = 200_000;

    private readonly List<GameNode> nodes = [];
    private readonly List<GameMove> moves = [];
    private readonly Dictionary<(int Player, int Number), int> moveOf = [];
    private readonly Dictionary<int, GameOutcome> outcomes = [];
    private List<string> players = [];

    public SequentialGame Read()
    {
        var title = scanner.Label("a title in quotation marks");
        players = GambitReader.Labels(scanner, "the names of the players");
        var comment = scanner.Token == GambitToken.Label ? scanner.Label("") : null;
        // How many branches are still to come: every node is the end of one and begins as many as it has actions.
        var missing = 1L;
        while (missing > 0)
        {
            if (nodes.Count == MostNodes)
                throw scanner.Wrong("more nodes", $"at most {MostNodes}");
            missing += Node() - 1;
        }
        if (scanner.Token != GambitToken.End)
            throw scanner.Wrong("the end of the file: every branch of the tree has come to an end");
        return new()
        {
            Title = title,
            Players = players,
            Comment = comment,
            Data = data,
            Nodes = nodes,
            Moves = moves,
            Outcomes = outcomes,
        };
    }

    /// <summary>Reads a node and says how many branches leave it.</summary>
    private int Node()
    {
        var line = scanner.Line;
        if (scanner.Token != GambitToken.Word || scanner.Text is not ("c" or "p" or "t"))
            throw scanner.Wrong(nodes.Count == 0 ? "the root: c, p or t" : "the next node, c, p or t: a branch of the tree has no end yet");
        var kind = scanner.Text[0] switch
        {
            'c' => NodeKind.Chance,
            'p' => NodeKind.Decision,
            _ => NodeKind.End,
        };
        scanner.Next();
        var name = scanner.Label("the name of the node in quotation marks");
        var move = kind == NodeKind.End ? -1 : Move(kind == NodeKind.Chance);
        nodes.Add(
            new()
            {
                Kind = kind,
                Name = name,
                Move = move,
                Outcome = Outcome(),
                Line = line,
            }
        );
        return move < 0 ? 0 : moves[move].Actions.Count;
    }

    private int Move(bool chance)
    {
        var player = 0;
        if (!chance)
        {
            var (line, column) = (scanner.Line, scanner.Column);
            player = scanner.Whole(1, $"a player from 1 to {players.Count}");
            if (player > players.Count)
                throw new GameFileException(line, column, $"player {player}", $"a player from 1 to {players.Count}");
        }
        var (atLine, atColumn) = (scanner.Line, scanner.Column);
        var number = scanner.Whole(1, chance ? "the number of the event, from 1" : "the number of the information set, from 1");
        var known = moveOf.TryGetValue((player, number), out var index);
        // What a set is called and holds may be left out where it was said before.
        if (scanner.Token is not (GambitToken.Label or GambitToken.Open))
            return known
                ? index
                : throw new GameFileException(atLine, atColumn, $"number {number} for the first time", "its name and actions after it");
        var name =
            scanner.Token == GambitToken.Label ? scanner.Label("")
            : known ? moves[index].Name
            : "";
        if (known && scanner.Token != GambitToken.Open)
            return Same(index, moves[index] with { Name = name }, atLine, atColumn);
        var move = Actions(player, number, name, atLine, atColumn);
        if (known)
            return Same(index, move, atLine, atColumn);
        moves.Add(move);
        moveOf.Add((player, number), moves.Count - 1);
        return moves.Count - 1;
    }

    private GameMove Actions(int player, int number, string name, int line, int column)
    {
        scanner.Expect(GambitToken.Open, "{ before the actions");
        var actions = new List<string>();
        var probabilities = new List<Numeral>();
        while (scanner.Token == GambitToken.Label)
        {
            actions.Add(scanner.Label("an action"));
            if (player != 0)
                continue;
            var at = (scanner.Line, scanner.Column);
            probabilities.Add(scanner.Number($"the probability of \"{actions[^1]}\""));
            if (probabilities[^1].Value.Sign < 0)
                throw new GameFileException(at.Line, at.Column, probabilities[^1].Text, "a probability from 0 to 1");
            scanner.Accept(GambitToken.Comma);
        }
        if (actions.Count == 0)
            throw scanner.Wrong("an action in quotation marks");
        scanner.Expect(GambitToken.Close, "an action, or } after the last");
        var sum = probabilities.Aggregate(Rational.Zero, (s, p) => s + p.Value);
        if (player == 0 && sum != 1)
            throw new GameFileException(
                line,
                column,
                $"chance that sums to {sum}",
                "chance that sums to exactly 1 (fractions such as 1/3 may be written)"
            );
        return new()
        {
            Number = number,
            Player = player,
            Name = name,
            Actions = actions,
            Probabilities = probabilities,
        };
    }

    private int Same(int index, GameMove again, int line, int column)
    {
        var first = moves[index];
        if (
            first.Name != again.Name
            || !first.Actions.SequenceEqual(again.Actions)
            || !first.Probabilities.Select(p => p.Value).SequenceEqual(again.Probabilities.Select(p => p.Value))
        )
            throw new GameFileException(
                line,
                column,
                $"number {again.Number} with another name, other actions or probabilities than where it first stands",
                $"\"{first.Name}\" with {first.Actions.Count} actions as there, or the number alone"
            );
        return index;
    }

    private int Outcome()
    {
        var (line, column) = (scanner.Line, scanner.Column);
        var number = scanner.Whole(0, "the number of an outcome, 0 for none");
        if (scanner.Token is not (GambitToken.Label or GambitToken.Open))
            return number == 0 || outcomes.ContainsKey(number)
                ? number
                : throw new GameFileException(
                    line,
                    column,
                    $"outcome {number} without payoffs",
                    $"{players.Count} payoffs where it first stands"
                );
        if (number == 0)
            throw new GameFileException(line, column, "payoffs for outcome 0", "none: 0 is where nothing is paid");
        var known = outcomes.TryGetValue(number, out var first);
        var name = scanner.Token == GambitToken.Label ? scanner.Label("") : "";
        if (known && scanner.Token != GambitToken.Open)
            return number;
        scanner.Expect(GambitToken.Open, $"{{ before {players.Count} payoffs");
        var payoffs = GambitReader.Payoffs(scanner, players);
        if (known && (first!.Name != name || !first.Payoffs.Select(p => p.Value).SequenceEqual(payoffs.Select(p => p.Value))))
            throw new GameFileException(
                line,
                column,
                $"outcome {number} with another name or other payoffs than where it first stands",
                "the same"
            );
        if (!known)
            outcomes.Add(number, new(name, payoffs));
        return number;
    }
}
