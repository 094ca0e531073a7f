using Entente.Numerics.Games;

namespace Entente.Models.Declared;

/// <summary>A move as declared: who chooses between what, and where each option leads.</summary>
public sealed record DeclaredMove
{
    /// <summary>As predicates name it ("us.hostility").</summary>
    public required string Name { get; init; }

    /// <summary>The actor by its place; -1 where chance moves.</summary>
    public required int Actor { get; init; }

    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>For each option the name of the move or the end that it leads to.</summary>
    public required IReadOnlyList<string> Next { get; init; }

    /// <summary>Earlier moves that whoever moves here does not know.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>Where the file has it, from 1.</summary>
    public int Line { get; init; }

    public bool IsChance => Actor < 0;
}

/// <summary>An end as declared.</summary>
public sealed record DeclaredEnd(string Name, int Line);

/// <summary>Moves that make no game: where, what was found, what was expected.</summary>
public sealed class DeclaredGameException(int line, string found, string expected) : Exception($"found {found}, expected {expected}")
{
    public int Line { get; } = line;

    public string Found { get; } = found;

    public string Expected { get; } = expected;
}

/// <summary>One move of a path: by place among <see cref="DeclaredGame.Moves"/> and among the move's options.</summary>
public readonly record struct PathStep(int Move, int Option);

/// <summary>
/// A game declared by moves that lead to moves. Several may lead to the same one; in the tree each way of coming there is a node of its own, and ways that
/// differ only in what the mover does not know are one information set.
/// </summary>
public sealed class DeclaredGame
{
    /// <summary>Nodes beyond which moves are not unrolled.</summary>
    public const int MostNodes = 20_000;

    private readonly IReadOnlyDictionary<string, int> places;
    private readonly List<TreeNode> nodes = [];
    private readonly List<PathStep[]> paths = [];
    private readonly List<int> moveOf = [];
    private readonly List<int> endOf = [];
    private readonly List<InformationSet> sets = [];
    private readonly Dictionary<(int Move, string Seen), int> setOf = [];

    /// <param name="actors">Their codes.</param>
    /// <param name="moves">The first is where play begins.</param>
    /// <param name="ends">The ends, at least one.</param>
    /// <exception cref="DeclaredGameException">They make no game.</exception>
    public DeclaredGame(IReadOnlyList<string> actors, IReadOnlyList<DeclaredMove> moves, IReadOnlyList<DeclaredEnd> ends)
    {
        (Actors, Moves, Ends) = (actors, moves, ends);
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, line, place) in moves.Select((m, i) => (m.Name, m.Line, i)).Concat(ends.Select((e, i) => (e.Name, e.Line, ~i))))
            if (!all.TryAdd(name, place))
                throw new DeclaredGameException(line, $"'{name}' a second time", "a name of its own for each move and end");
        places = all;
        Unroll(0, []);
        Tree = new(actors.Count, nodes, sets);
        foreach (var move in moves.Where((_, i) => !moveOf.Contains(i)))
            throw new DeclaredGameException(move.Line, $"'{move.Name}', which nothing leads to", "a move that play can come to");
        foreach (var end in ends.Where((_, i) => !endOf.Contains(i)))
            throw new DeclaredGameException(end.Line, $"'{end.Name}', which nothing leads to", "an end that play can come to");
    }

    public IReadOnlyList<string> Actors { get; }

    public IReadOnlyList<DeclaredMove> Moves { get; }

    public IReadOnlyList<DeclaredEnd> Ends { get; }

    /// <summary>Its payoffs are none and its chances even: the figures are drawn.</summary>
    public GameTree Tree { get; }

    /// <summary>The move made at a node; -1 at an end.</summary>
    public int MoveAt(int node) => moveOf[node];

    /// <summary>The end at a node; -1 at a move.</summary>
    public int EndAt(int node) => endOf[node];

    /// <summary>How play comes to a node.</summary>
    public IReadOnlyList<PathStep> Path(int node) => paths[node];

    /// <summary>A move by its name; -1 where there is none.</summary>
    public int MoveOf(string name) => places.TryGetValue(name, out var place) && place >= 0 ? place : -1;

    private int Unroll(int move, PathStep[] path)
    {
        var node = nodes.Count;
        var at = Moves[move];
        if (node >= MostNodes)
            throw new DeclaredGameException(at.Line, $"more than {MostNodes} nodes", "a smaller game");
        nodes.Add(null!);
        paths.Add(path);
        moveOf.Add(move);
        endOf.Add(-1);
        var children = new int[at.Options.Count];
        for (var o = 0; o < children.Length; o++)
            children[o] = Follow(at, o, [.. path, new(move, o)]);
        nodes[node] = at.IsChance
            ? new()
            {
                Kind = NodeKind.Chance,
                Children = children,
                Probabilities = [.. children.Select(_ => new Rational(1, children.Length))],
            }
            : new()
            {
                Kind = NodeKind.Decision,
                Children = children,
                InformationSet = SetOf(move, path),
            };
        return node;
    }

    private int Follow(DeclaredMove from, int option, PathStep[] path)
    {
        var name = from.Next[option];
        if (!places.TryGetValue(name, out var place))
            throw new DeclaredGameException(
                from.Line,
                $"'{name}' after '{from.Name}'",
                $"a move or an end of this file: {string.Join(", ", places.Keys)}"
            );
        if (place >= 0)
            return path.Any(s => s.Move == place)
                ? throw new DeclaredGameException(
                    from.Line,
                    $"a way from '{from.Name}' back to '{name}': a cycle",
                    "moves that lead on to an end"
                )
                : Unroll(place, path);
        nodes.Add(new() { Kind = NodeKind.End });
        paths.Add(path);
        moveOf.Add(-1);
        endOf.Add(~place);
        return nodes.Count - 1;
    }

    private int SetOf(int move, PathStep[] path)
    {
        var at = Moves[move];
        // What an actor did itself it knows.
        var seen = path.Where(s => Moves[s.Move].Actor == at.Actor || !at.Unseen.Contains(Moves[s.Move].Name, StringComparer.Ordinal));
        var key = (move, string.Join(';', seen.Select(s => FormattableString.Invariant($"{s.Move},{s.Option}"))));
        if (!setOf.TryGetValue(key, out var set))
        {
            setOf.Add(key, set = sets.Count);
            sets.Add(new(at.Actor, at.Options.Count));
        }
        return set;
    }
}
