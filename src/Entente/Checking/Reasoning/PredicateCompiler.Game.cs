using Entente.Claims.Language;
using Entente.Models.Declared;

namespace Entente.Checking.Reasoning;

/// <content>What is asked of the game: choices, chances, utilities, and worlds in which moves are fixed.</content>
public sealed partial class PredicateCompiler
{
    private const string Functions = "choice(A), p(TEST), utility(A), min(X, Y), max(X, Y)";

    private Typed Function(Call call, IReadOnlyList<PathStep> world)
    {
        if (call.Function is "min" or "max" && call.Arguments.Count >= 2 && call.Arguments.All(a => a.Name is null))
            return Number(
                Term.Of(call.Function == "min" ? TermKind.Least : TermKind.Most, [.. call.Arguments.Select(a => Numeric(a.Value, world))])
            );
        if (path is not null || game is null)
            return Fail(
                call,
                "a function",
                path is not null ? "numbers, tests of moves, min and max" : $"outputs of the model, min and max"
            );
        return call.Function switch
        {
            "choice" => Asked(call, ["at", "in"], 1) is { } problem ? problem
            : Moves(call) is { } moves ? Choice(moves, world)
            : Failed,
            "p" or "probability" => Asked(call, ["when"], 1) ?? Likelihood(call, world),
            "utility" => Asked(call, ["at", "of"], 1) ?? Utility(call, world),
            _ => Fail(call, "an unknown function", $"one of {Functions}"),
        };
    }

    private static Typed Failed => new(Term.Exactly(double.NaN), Kind.Truth, []);

    private Typed? Asked(Call call, string[] names, int positional) =>
        call.Arguments.Count(a => a.Name is null) != positional
        || call.Arguments.Any(a => a.Name is not null && !names.Contains(a.Name, StringComparer.Ordinal))
            ? Fail(call, "other arguments", $"one of {Functions}, with {string.Join(": and ", names)}: after them")
            : null;

    private static Expression? Named(Call call, string name) => call.Arguments.FirstOrDefault(a => a.Name == name)?.Value;

    private static Expression First(Call call) => call.Arguments.First(a => a.Name is null).Value;

    private int? Actor(Expression expression)
    {
        var place = expression is NameReference name ? game!.Actors.ToList().IndexOf(name.Name) : -1;
        if (place >= 0)
            return place;
        Fail(expression, "an unknown actor", $"an actor of this argument: {string.Join(", ", game!.Actors)}");
        return null;
    }

    /// <summary>The moves that `choice(A, at: move)` speaks of: one, unless it is not said which.</summary>
    private int[]? Moves(Call call)
    {
        if (Actor(First(call)) is not { } actor)
            return null;
        var own = Enumerable.Range(0, game!.Moves.Count).Where(m => game.Moves[m].Actor == actor).ToArray();
        if (Named(call, "at") is not { } at)
        {
            if (own.Length == 1)
                return own;
            Fail(
                call,
                own.Length == 0 ? "an actor that has no choice" : "a choice of several",
                own.Length == 0
                    ? $"one that moves: {string.Join(", ", game.Moves.Where(m => !m.IsChance).Select(m => game.Actors[m.Actor]).Distinct())}"
                    : $"which: {string.Join(", ", own.Select(m => $"at: {game.Moves[m].Name}"))}"
            );
            return null;
        }
        if (at is NameReference name && game.MoveOf(name.Name) is >= 0 and var move && game.Moves[move].Actor == actor)
            return [move];
        Fail(
            at,
            $"no move of {game.Actors[actor]}",
            own.Length > 0 ? $"one of {string.Join(", ", own.Select(m => game.Moves[m].Name))}" : "an actor that moves"
        );
        return null;
    }

    private Typed Choice(IReadOnlyList<int> moves, IReadOnlyList<PathStep> world)
    {
        var nodes = Nodes(moves, world);
        var options = moves.SelectMany(m => game!.Moves[m].Options).Distinct().ToArray();
        return nodes.Count == 0
            ? new(Term.Exactly(double.NaN), Kind.Option, options)
            : new(OutcomeTerms.Choice(Supposed(world), game!, nodes, o => optionNumbers[o]), Kind.Option, options);
    }

    private List<int> Nodes(IReadOnlyList<int> moves, IReadOnlyList<PathStep> world) =>
        [.. Enumerable.Range(0, game!.Tree.Nodes.Count).Where(n => moves.Contains(game.MoveAt(n)) && Fits(n, world))];

    private bool Fits(int node, IReadOnlyList<PathStep> world) =>
        game!.Path(node).All(step => world.All(w => w.Move != step.Move || w.Option == step.Option));

    private Typed Likelihood(Call call, IReadOnlyList<PathStep> world)
    {
        var ends = EndsOf(First(call), world);
        var when = Named(call, "when") is { } condition ? EndsOf(condition, world) : null;
        return error is null ? Number(OutcomeTerms.Chance(Supposed(world), when is null ? ends : [.. ends.Intersect(when)], when)) : Failed;
    }

    private List<int> EndsOf(Expression test, IReadOnlyList<PathStep> world)
    {
        var ends = new List<int>();
        for (var node = 0; node < game!.Tree.Nodes.Count && error is null; node++)
            if (game.EndAt(node) >= 0 && Fits(node, world))
            {
                var held = Happened(test, game.Path(node));
                if (held is null && error is null)
                    Fail(test, "no test of moves", "choice(A) = OPTION or MOVE = OPTION, joined by and, or, not");
                if (held == true)
                    ends.Add(node);
            }
        return ends;
    }

    private Typed Utility(Call call, IReadOnlyList<PathStep> world)
    {
        if (Actor(First(call)) is not { } actor)
            return Failed;
        var (at, of) = (Named(call, "at"), Named(call, "of"));
        if (at is null && of is null)
            return Number(OutcomeTerms.Utility(Supposed(world), game!, actor, [0], [-1]));
        int[]? moves;
        if (at is NameReference name && game!.MoveOf(name.Name) is >= 0 and var move)
            moves = [move];
        else if (at is not null)
            return Fail(at, "no move", $"one of {string.Join(", ", game!.Moves.Select(m => m.Name))}");
        else
            moves = Moves(call with { Arguments = [call.Arguments.First(a => a.Name is null)] });
        if (moves is null)
            return Failed;
        var options = game!.Moves[moves[0]].Options;
        var branch = of is null ? -1 : options.ToList().IndexOf(of is NameReference option ? option.Name : "");
        if (of is not null && branch < 0)
            return Fail(of, "no option there", $"one of {string.Join(", ", options)}");
        var nodes = Nodes(moves, world);
        return nodes.Count == 0
            ? Number(Term.Exactly(double.NaN))
            : Number(OutcomeTerms.Utility(Supposed(world), game, actor, nodes, [.. nodes.Select(_ => branch)]));
    }

    /// <summary>Whether a test of moves holds of a path: a move that was not come to was not made. Null where it is no such test.</summary>
    private bool? Happened(Expression test, IReadOnlyList<PathStep> steps) =>
        test switch
        {
            Comparison { Relation: Relation.Equal or Relation.NotEqual, Right: NameReference option } c when Moved(c.Left) is { } moves =>
                moves.SelectMany(m => game!.Moves[m].Options).Contains(option.Name, StringComparer.Ordinal)
                    ? steps.Any(s =>
                        moves.Contains(s.Move) && (game!.Moves[s.Move].Options[s.Option] == option.Name) == (c.Relation == Relation.Equal)
                    )
                    : Nothing(option, moves),
            Not n => Happened(n.Operand, steps) is { } held ? !held : null,
            And a => Happened(a.Left, steps) is { } left && Happened(a.Right, steps) is { } right ? left && right : null,
            Or o => Happened(o.Left, steps) is { } left && Happened(o.Right, steps) is { } right ? left || right : null,
            _ => null,
        };

    private bool? Nothing(NameReference option, IReadOnlyList<int> moves)
    {
        var options = moves.SelectMany(m => game!.Moves[m].Options).Distinct().ToList();
        Fail(
            option,
            "no option there",
            $"one of {string.Join(", ", options)}",
            Suggestion.Nearest(option.Name, options) is { } near ? $"did you mean {near}?" : null
        );
        return null;
    }

    private int[]? Moved(Expression left) =>
        left switch
        {
            NameReference name when game!.MoveOf(name.Name) is >= 0 and var move => [move],
            Call { Function: "choice" } call when Asked(call, ["at", "in"], 1) is null => Moves(call),
            _ => null,
        };

    private Typed Unmoved(Invariant invariant, IReadOnlyList<PathStep> world)
    {
        if (path is not null || game?.MoveOf(invariant.Factor) is not (>= 0 and var move))
            return Fail(
                invariant,
                $"'{invariant.Factor}', which is no move",
                game is null ? "a game" : $"one of {string.Join(", ", game.Moves.Select(m => m.Name))}"
            );
        if (world.Any(w => w.Move == move))
            return Fail(invariant, $"'{invariant.Factor}', which is given", "a move that is not fixed already");
        var terms = new List<Term>();
        for (var o = 0; o < game.Moves[move].Options.Count && error is null; o++)
            terms.Add(Visit(invariant.Value, [.. world, new(move, o)]).Term);
        return error is null ? True(Term.Of(TermKind.Same, terms)) : Failed;
    }

    /// <summary>The body holds in every world in which the condition does.</summary>
    private Typed Supposing(Expression condition, Expression body, IReadOnlyList<PathStep> world)
    {
        if (path is not null || game is null)
            return Fail(condition, "a supposition", "a test without one");
        var moves = Mentioned(condition).Distinct().ToArray();
        if (error is not null)
            return Failed;
        if (moves.FirstOrDefault(m => world.Any(w => w.Move == m), -1) is >= 0 and var twice)
            return Fail(condition, $"'{game.Moves[twice].Name}', which is given", "a move that is not fixed already");
        var worlds = moves.Aggregate(
            (IEnumerable<PathStep[]>)
                [
                    [],
                ],
            (some, m) => some.SelectMany(w => Enumerable.Range(0, game.Moves[m].Options.Count).Select(o => (PathStep[])[.. w, new(m, o)]))
        );
        var bodies = new List<Term>();
        foreach (var supposed in worlds.Take(MostWorlds + 1))
        {
            var holds = Happened(condition, supposed);
            if (error is not null)
                return Failed;
            if (holds is null)
                return Fail(condition, "no test of moves", "MOVE = OPTION or choice(A) = OPTION, joined by and, or, not");
            if (holds == true)
                bodies.Add(Truth(body, [.. world, .. supposed]));
        }
        if (bodies.Count > MostWorlds)
            return Fail(condition, "too many cases", $"at most {MostWorlds}");
        return error is not null ? Failed
            : bodies.Count == 0 ? Fail(condition, "a condition that cannot hold", "one that some option meets")
            : True(Term.Of(TermKind.And, bodies));
    }

    private IEnumerable<int> Mentioned(Expression condition) =>
        condition switch
        {
            Comparison c when Moved(c.Left) is { } moves => moves,
            Not n => Mentioned(n.Operand),
            And a => [.. Mentioned(a.Left), .. Mentioned(a.Right)],
            Or o => [.. Mentioned(o.Left), .. Mentioned(o.Right)],
            _ => Refused(condition),
        };

    private IEnumerable<int> Refused(Expression condition)
    {
        Fail(condition, "no test of moves", "MOVE = OPTION or choice(A) = OPTION, joined by and, or, not");
        return [];
    }

    private int Supposed(IReadOnlyList<PathStep> world)
    {
        var ordered = world.OrderBy(w => w.Move).ToArray();
        var key = string.Join(';', ordered.Select(w => FormattableString.Invariant($"{w.Move}={w.Option}")));
        if (!supposed.TryGetValue(key, out var place))
        {
            supposed.Add(key, place = suppositions.Count);
            suppositions.Add(new(ordered));
        }
        return place;
    }
}
