using Entente.Numerics.Games;

namespace Entente.Models.Games;

/// <summary>A number as a file writes it and as it is meant, so that it is written back as it was.</summary>
public sealed record Numeral(string Text, Rational Value);

/// <summary>A game as a file holds it.</summary>
public abstract record GameFile
{
    public required string Title { get; init; }

    public required IReadOnlyList<string> Players { get; init; }

    /// <summary>The file's note on the game; null where it has none.</summary>
    public string? Comment { get; init; }

    /// <summary>R for rational data, D for decimal ones: a distinction that files still carry and that means nothing any more.</summary>
    public char Data { get; init; } = 'R';
}

/// <summary>What comes of a play: payoffs under a name.</summary>
public sealed record GameOutcome(string Name, IReadOnlyList<Numeral> Payoffs);

/// <summary>A game in strategic form.</summary>
public sealed record StrategicGame : GameFile
{
    /// <summary>The names of each player's strategies; numbers where the file gives only how many there are.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Strategies { get; init; }

    /// <summary>Whether the file names the strategies.</summary>
    public required bool Named { get; init; }

    /// <summary>The outcomes of which <see cref="Cells"/> speaks; null where the file lists payoffs.</summary>
    public IReadOnlyList<GameOutcome>? Outcomes { get; init; }

    /// <summary>For each profile, the first player's strategy varying fastest, its outcome from 1; 0 where every payoff is zero.</summary>
    public IReadOnlyList<int> Cells { get; init; } = [];

    /// <summary>Payoffs of all players profile by profile, where the file lists them.</summary>
    public IReadOnlyList<Numeral> Payoffs { get; init; } = [];

    public MatrixGame ToMatrix()
    {
        var counts = Strategies.Select(s => s.Count).ToArray();
        var profiles = counts.Aggregate(1, (product, s) => product * s);
        return new(
            counts,
            [.. Enumerable.Range(0, Players.Count).Select(p => Enumerable.Range(0, profiles).Select(i => At(i, p)).ToArray())]
        );
    }

    private Rational At(int profile, int player) =>
        Outcomes is null ? Payoffs[(profile * Players.Count) + player].Value
        : Cells[profile] == 0 ? Rational.Zero
        : Outcomes[Cells[profile] - 1].Payoffs[player].Value;
}

/// <summary>An information set, or a move of chance.</summary>
public sealed record GameMove
{
    /// <summary>The file's number, its own for each player and for chance.</summary>
    public required int Number { get; init; }

    /// <summary>From 1; 0 for chance.</summary>
    public required int Player { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Of chance, for each action.</summary>
    public IReadOnlyList<Numeral> Probabilities { get; init; } = [];
}

/// <summary>A node as a file lists it, after its parent.</summary>
public sealed record GameNode
{
    public required NodeKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>What is decided here, among <see cref="SequentialGame.Moves"/>; -1 at an end.</summary>
    public int Move { get; init; } = -1;

    /// <summary>0 where coming here brings nothing.</summary>
    public required int Outcome { get; init; }

    /// <summary>Where the file has it, from 1.</summary>
    public required int Line { get; init; }
}

/// <summary>A game in extensive form.</summary>
public sealed record SequentialGame : GameFile
{
    public required IReadOnlyList<GameNode> Nodes { get; init; }

    /// <summary>Information sets and moves of chance, as they first appear.</summary>
    public required IReadOnlyList<GameMove> Moves { get; init; }

    /// <summary>By the file's numbers.</summary>
    public required IReadOnlyDictionary<int, GameOutcome> Outcomes { get; init; }

    /// <summary>The information sets of the tree, in its order.</summary>
    public IReadOnlyList<GameMove> InformationSets => [.. Moves.Where(m => m.Player > 0)];

    /// <exception cref="GameFileException">The nodes make no game.</exception>
    public GameTree ToTree()
    {
        var sets = new Dictionary<int, int>();
        for (var m = 0; m < Moves.Count; m++)
            if (Moves[m].Player > 0)
                sets.Add(m, sets.Count);
        var children = Children();
        var nodes = Nodes.Select(
            (node, i) =>
                new TreeNode
                {
                    Kind = node.Kind,
                    InformationSet = node.Kind == NodeKind.Decision ? sets[node.Move] : -1,
                    Children = children[i],
                    Probabilities = node.Kind == NodeKind.Chance ? [.. Moves[node.Move].Probabilities.Select(p => p.Value)] : [],
                    Payoffs = node.Outcome == 0 ? null : [.. Outcomes[node.Outcome].Payoffs.Select(p => p.Value)],
                }
        );
        try
        {
            return new(
                Players.Count,
                [.. nodes],
                [.. Moves.Where(m => m.Player > 0).Select(m => new InformationSet(m.Player - 1, m.Actions.Count))]
            );
        }
        catch (GameTreeException e)
        {
            throw new GameFileException(Nodes[e.Node].Line, 1, e.Found, e.Expected);
        }
    }

    /// <summary>Nodes are listed parent first, each branch to its end before the next.</summary>
    private List<int>[] Children()
    {
        var children = new List<int>[Nodes.Count];
        var open = new Stack<int>();
        for (var i = 0; i < Nodes.Count; i++)
        {
            children[i] = [];
            if (open.TryPeek(out var parent))
            {
                children[parent].Add(i);
                if (children[parent].Count == Moves[Nodes[parent].Move].Actions.Count)
                    open.Pop();
            }
            if (Nodes[i].Kind != NodeKind.End)
                open.Push(i);
        }
        return children;
    }
}
