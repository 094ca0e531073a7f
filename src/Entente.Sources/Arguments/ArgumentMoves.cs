using System.Globalization;
using Entente.Catalogue;
using Entente.Checking.Reasoning;
using Entente.Claims.Language;
using Entente.Models.Declared;
using Entente.Numerics.Games;
using Entente.Sources.Scenarios;

namespace Entente.Sources.Arguments;

/// <summary>The game of an argument's file: moves that lead to moves, ends, and what they pay.</summary>
internal static class ArgumentMoves
{
    /// <summary>Actors: a map of codes to names, or a list of codes.</summary>
    public static IReadOnlyList<(string Code, string Name)> Actors(LocatedNode root)
    {
        var node = ScenarioYaml.Required(root, "actors");
        var actors = node.Entries is { } entries
            ? entries.Select(e => (ArgumentYaml.Name(e.Key, e.Value, "an actor"), e.Value.Scalar ?? e.Key)).ToList()
            : [.. node.Strings().Select(c => (ArgumentYaml.Name(c, node, "an actor"), c))];
        if (actors.Count == 0)
            throw ScenarioYaml.Wrong(node, root.File, "no actor", "one or more: {CHN: China, USA: United States}");
        return actors.GroupBy(a => a.Item1).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw ScenarioYaml.Wrong(node, root.File, $"the actor '{twice.Key}' a second time", "each actor once")
            : actors;
    }

    /// <summary>Moves and ends.</summary>
    public static DeclaredGame Game(LocatedNode root, IReadOnlyList<(string Code, string Name)> actors)
    {
        var codes = actors.Select(a => a.Code).ToList();
        var nodes = ScenarioYaml.Required(root, "moves");
        if (nodes.Entries is not { Count: > 0 } entries)
            throw ScenarioYaml.Wrong(nodes, root.File, "no moves", "a map of moves, the first of which begins");
        var ends = ScenarioYaml.Required(root, "ends");
        try
        {
            var game = new DeclaredGame(
                codes,
                [.. entries.Select(e => Move(e.Key, e.Value, codes))],
                [.. (ends.Entries ?? []).Select(e => new DeclaredEnd(ArgumentYaml.Name(e.Key, e.Value, "an end"), e.Value.Line))]
            );
            foreach (var (name, node) in entries)
            foreach (var unseen in node["unseen"]?.Strings() ?? [])
                if (game.MoveOf(unseen) < 0)
                    throw ScenarioYaml.Wrong(node["unseen"], root.File, $"'{unseen}', which is no move", $"a move before {name}");
            return game;
        }
        catch (DeclaredGameException e)
        {
            throw ScenarioYaml.Wrong(nodes with { Line = e.Line, Column = 0 }, root.File, e.Found, e.Expected);
        }
    }

    private static DeclaredMove Move(string name, LocatedNode node, List<string> actors)
    {
        ArgumentYaml.Name(name, node, "a move");
        ScenarioYaml.Only(node, "actor", "chance", "options", "then", "unseen");
        var (actor, chance) = (node["actor"], node["chance"]);
        if ((actor is null) == (chance is null))
            throw ScenarioYaml.Wrong(
                node,
                node.File,
                $"a move '{name}' of nobody, or of an actor and of chance",
                "actor: CODE, or chance: {option: probability}"
            );
        var place = actor is null ? -1 : actors.IndexOf(actor.Scalar ?? "");
        if (actor is not null && place < 0)
            throw ScenarioYaml.Wrong(actor, node.File, $"the actor '{actor.Scalar}'", $"one of {string.Join(", ", actors)}");
        var listed = chance ?? ScenarioYaml.Required(node, "options");
        IReadOnlyList<string> options = listed.Entries is { } pairs ? [.. pairs.Select(p => p.Key)] : [.. listed.Strings()];
        if (options.Count == 0 || (chance is not null && chance.Entries is null))
            throw ScenarioYaml.Wrong(listed, node.File, "no options", chance is null ? "options: [a, b]" : "chance: {a: 0.4, b: 0.6}");
        foreach (var option in options)
            ArgumentYaml.Name(option, listed, "an option");
        if (options.Distinct(StringComparer.Ordinal).Count() < options.Count)
            throw ScenarioYaml.Wrong(listed, node.File, "an option a second time", "each option once");
        return new()
        {
            Name = name,
            Actor = place,
            Options = options,
            Next = Next(name, node, options, chance is null ? listed : null),
            Unseen = [.. node["unseen"]?.Strings() ?? []],
            Line = node.Line,
        };
    }

    private static string[] Next(string name, LocatedNode node, IReadOnlyList<string> options, LocatedNode? listed)
    {
        if (node["then"] is not { } then)
            return listed?.Entries is { } pairs
                ? [.. pairs.Select(p => p.Value.Scalar ?? "")]
                : throw ScenarioYaml.Wrong(
                    node,
                    node.File,
                    $"no 'then' after '{name}'",
                    "then: NAME of the next move or end, or one for each option"
                );
        if (then.Scalar is { } all)
            return [.. options.Select(_ => all)];
        foreach (var (option, place) in then.Entries ?? [])
            if (!options.Contains(option, StringComparer.Ordinal))
                throw ScenarioYaml.Wrong(
                    place,
                    node.File,
                    $"'{option}', which is no option of '{name}'",
                    $"one of {string.Join(", ", options)}"
                );
        return
        [
            .. options.Select(o =>
                then[o]?.Scalar ?? throw ScenarioYaml.Wrong(then, node.File, $"nothing after '{o}'", $"then: {{{o}: NAME}} for each option")
            ),
        ];
    }

    /// <summary>What each gets at each end, as a term along each path that comes to it.</summary>
    public static IReadOnlyList<Term?> Payoffs(LocatedNode root, DeclaredGame game, PredicateCompiler compiler)
    {
        var ends = root["ends"]!.Entries!;
        var parsed = new Dictionary<(int End, int Actor), (Expression Expression, LocatedNode Node)>();
        for (var e = 0; e < game.Ends.Count; e++)
        {
            var at = ends[e].Value;
            foreach (var (actor, node) in at.Entries ?? [])
            {
                var place = game.Actors.ToList().IndexOf(actor);
                if (place < 0)
                    throw ScenarioYaml.Wrong(
                        node,
                        root.File,
                        $"a payoff of the actor '{actor}'",
                        $"one of {string.Join(", ", game.Actors)}"
                    );
                parsed[(e, place)] = (
                    ArgumentYaml.Expression(node, "a payoff: numbers and tests of moves, such as gain * (side = align)"),
                    node
                );
            }
            for (var p = 0; p < game.Actors.Count; p++)
                if (!parsed.ContainsKey((e, p)))
                    throw ScenarioYaml.Wrong(
                        at,
                        root.File,
                        $"no payoff of {game.Actors[p]} at '{game.Ends[e].Name}'",
                        "one for each actor; 0 where it gets nothing"
                    );
        }
        var payoffs = new Term?[game.Tree.Nodes.Count * game.Actors.Count];
        for (var node = 0; node < game.Tree.Nodes.Count; node++)
        for (var p = 0; p < game.Actors.Count && game.EndAt(node) >= 0; p++)
        {
            var (expression, at) = parsed[(game.EndAt(node), p)];
            var (term, error) = compiler.Number(expression, game.Path(node));
            payoffs[(node * game.Actors.Count) + p] = term ?? throw ArgumentYaml.Wrong(at, error!);
        }
        return payoffs;
    }

    /// <summary>Weights of the options of chance, which sum to one at the modes.</summary>
    public static IReadOnlyList<IReadOnlyList<Term>> Chances(
        LocatedNode root,
        DeclaredGame game,
        PredicateCompiler compiler,
        IReadOnlyList<double> modes
    )
    {
        var chances = new List<IReadOnlyList<Term>>();
        var situation = new Situation(new(), modes.Count);
        for (var i = 0; i < modes.Count; i++)
            situation.Inputs[i] = modes[i];
        foreach (var (name, move) in root["moves"]!.Entries!)
        {
            if (move["chance"] is not { Entries: { } weights } chance)
            {
                chances.Add([]);
                continue;
            }
            var terms = new List<Term>();
            foreach (var (option, node) in weights)
            {
                var (term, error) = compiler.Number(ArgumentYaml.Expression(node, $"the chance of {option}"), []);
                terms.Add(term ?? throw ArgumentYaml.Wrong(node, error!));
                if (term.Of(situation) is var weight && !(weight >= 0 && weight <= 1))
                    throw ScenarioYaml.Wrong(node, root.File, FormattableString.Invariant($"a chance of {weight:G6}"), "0 to 1");
            }
            if (Sum(weights, terms, situation) is { } sum)
                throw ScenarioYaml.Wrong(chance, root.File, $"chance that sums to {sum} at '{name}'", "chance that sums to 1");
            chances.Add(terms);
        }
        return chances;
    }

    // Written numbers are summed as they are written: three times 0.33 is not 1, however it is rounded.
    private static string? Sum(IReadOnlyList<(string Key, LocatedNode Value)> weights, List<Term> terms, Situation situation)
    {
        var exact = Rational.Zero;
        if (weights.All(w => Rational.TryParse(w.Value.Scalar, out var written) && (exact += written) is var _))
            return exact == 1 ? null : exact.ToString();
        var sum = terms.Sum(t => t.Of(situation));
        return Math.Abs(sum - 1) <= 1e-9 ? null : sum.ToString("G6", CultureInfo.InvariantCulture);
    }
}
