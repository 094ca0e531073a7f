using Entente.Claims.Language;
using Entente.Models.Declared;

namespace Entente.Checking.Reasoning;

/// <summary>
/// Makes terms of expressions: predicates over a solved game, and payoffs along a path. Suppositions (`given us.hostility = high`, `invariant to
/// war.outcome`) are made by fixing the move, so that all know it, and solving the game again; each is solved once for all predicates.
/// </summary>
public sealed partial class PredicateCompiler
{
    private const int MostWorlds = 256;

    private readonly DeclaredGame? game;
    private readonly IReadOnlyList<string> inputs;
    private readonly IDeclaredModel? model;
    private readonly List<Supposition> suppositions = [new([])];
    private readonly Dictionary<string, int> supposed = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, int> optionNumbers = new(StringComparer.Ordinal);

    // Of a payoff: the path to its end. Of a predicate null.
    private IReadOnlyList<PathStep>? path;
    private LanguageError? error;

    /// <param name="game">Null where the argument rests on a named model.</param>
    /// <param name="inputs">Names, in order.</param>
    /// <param name="model">Whose outputs may be named.</param>
    public PredicateCompiler(DeclaredGame? game, IReadOnlyList<string> inputs, IDeclaredModel? model)
    {
        (this.game, this.inputs, this.model) = (game, inputs, model);
        foreach (var option in game?.Moves.SelectMany(m => m.Options) ?? [])
            optionNumbers.TryAdd(option, optionNumbers.Count);
    }

    /// <summary>What is supposed by all that was compiled so far; the first is nothing.</summary>
    public IReadOnlyList<Supposition> Suppositions => suppositions;

    /// <summary>A claim about the solved game, true or false.</summary>
    public (Term? Term, LanguageError? Error) Predicate(Expression expression)
    {
        (path, error) = (null, null);
        var term = Truth(expression, []);
        return error is null ? (term, null) : (null, error);
    }

    /// <summary>A number made of inputs, and along a path of what was chosen on it: `gain * (side = align)`.</summary>
    /// <param name="steps">How play came to the end; empty where none did, for a weight of chance or an input of a model.</param>
    public (Term? Term, LanguageError? Error) Number(Expression expression, IReadOnlyList<PathStep> steps)
    {
        (path, error) = (steps, null);
        var term = Numeric(expression, []);
        return error is null ? (term, null) : (null, error);
    }

    private enum Kind
    {
        Number,
        Truth,
        Option,
    }

    /// <summary>A term with its kind; for a choice the options that it may be.</summary>
    private readonly record struct Typed(Term Term, Kind Kind, IReadOnlyList<string> Options);

    private Typed Visit(Expression expression, IReadOnlyList<PathStep> world) =>
        expression switch
        {
            QuantityLiteral q => Number(Term.Exactly(q.Number.Value)),
            NameReference name => Name(name, world),
            Negate n => Number(Term.Of(TermKind.Negate, Numeric(n.Operand, world))),
            Arithmetic a => Number(
                Term.Of(
                    a.Operator switch
                    {
                        ArithmeticOperator.Add => TermKind.Add,
                        ArithmeticOperator.Subtract => TermKind.Subtract,
                        ArithmeticOperator.Multiply => TermKind.Multiply,
                        _ => TermKind.Divide,
                    },
                    Numeric(a.Left, world),
                    Numeric(a.Right, world)
                )
            ),
            Call call => Function(call, world),
            Comparison c => Compared(c, world),
            Within w when Numeric(w.Value, world) is var value => True(
                Term.Of(
                    TermKind.And,
                    Term.Of(TermKind.LessOrEqual, Numeric(w.Low, world), value),
                    Term.Of(TermKind.LessOrEqual, value, Numeric(w.High, world))
                )
            ),
            Not n => True(Term.Of(TermKind.Not, Truth(n.Operand, world))),
            And a => True(Term.Of(TermKind.And, Truth(a.Left, world), Truth(a.Right, world))),
            Or o => True(Term.Of(TermKind.Or, Truth(o.Left, world), Truth(o.Right, world))),
            Invariant i => Unmoved(i, world),
            Given g => Supposing(g.Condition, g.Body, world),
            IfThen i => Supposing(i.Premise, i.Conclusion, world),
            _ => Fail(
                expression,
                "an expression that has no meaning here",
                "choices, probabilities, utilities and declared numbers, compared"
            ),
        };

    private Typed Name(NameReference name, IReadOnlyList<PathStep> world)
    {
        for (var i = 0; i < inputs.Count; i++)
            if (inputs[i] == name.Name)
                return Number(Term.Input(i));
        for (var o = 0; o < (model?.Outputs.Count ?? 0); o++)
            if (model!.Outputs[o].Name == name.Name)
                return new(Term.Output(o), model.Outputs[o].Unit == "truth" ? Kind.Truth : Kind.Number, []);
        if (game?.MoveOf(name.Name) is >= 0 and var move)
            return path is null
                ? Choice([move], world)
                : Fail(name, "a move", "a test of what was chosen", $"({name.Name} = {game.Moves[move].Options[0]})");
        var known = inputs.Concat(model?.Outputs.Select(o => o.Name) ?? []).Concat(game?.Moves.Select(m => m.Name) ?? []).ToList();
        return Fail(
            name,
            "an unknown name",
            $"one of {string.Join(", ", known.Take(12))}{(known.Count > 12 ? " …" : "")}",
            Suggestion.Nearest(name.Name, known) is { } near ? $"did you mean {near}?" : null
        );
    }

    private Typed Compared(Comparison c, IReadOnlyList<PathStep> world)
    {
        if (path is not null && game is not null && Happened(c, path) is { } happened)
            return True(Term.Exactly(happened ? 1 : 0));
        var left = Visit(c.Left, world);
        if (left.Kind == Kind.Option && c.Right is NameReference option)
        {
            if (c.Relation is not (Relation.Equal or Relation.NotEqual))
                return Fail(c.Right, "an option", "= or != before it");
            if (!left.Options.Contains(option.Name, StringComparer.Ordinal))
                return Fail(
                    option,
                    "no option there",
                    $"one of {string.Join(", ", left.Options)}",
                    Suggestion.Nearest(option.Name, left.Options) is { } near ? $"did you mean {near}?" : null
                );
            return True(
                Term.Of(
                    c.Relation == Relation.Equal ? TermKind.Equal : TermKind.NotEqual,
                    left.Term,
                    Term.Exactly(optionNumbers[option.Name])
                )
            );
        }
        var right = Visit(c.Right, world);
        if (error is not null)
            return True(Term.Exactly(0));
        if (left.Kind != right.Kind)
            return Fail(c.Right, Describe(right.Kind), Describe(left.Kind));
        return True(Term.Of(Relate(c.Relation), left.Term, right.Term));
    }

    private static TermKind Relate(Relation relation) =>
        relation switch
        {
            Relation.Equal or Relation.About => TermKind.Equal,
            Relation.NotEqual => TermKind.NotEqual,
            Relation.Less => TermKind.Less,
            Relation.Greater => TermKind.Greater,
            Relation.LessOrEqual => TermKind.LessOrEqual,
            _ => TermKind.GreaterOrEqual,
        };

    private Term Truth(Expression expression, IReadOnlyList<PathStep> world)
    {
        var typed = Visit(expression, world);
        if (error is null && typed.Kind != Kind.Truth)
            Fail(expression, Describe(typed.Kind), "a test that is true or false", "compare it: … > 50%, … = OPTION");
        return typed.Term;
    }

    private Term Numeric(Expression expression, IReadOnlyList<PathStep> world)
    {
        var typed = Visit(expression, world);
        // Along a path a test is 1 or 0: that is how a payoff says when it is had.
        if (error is null && typed.Kind != Kind.Number && !(typed.Kind == Kind.Truth && path is not null))
            Fail(expression, Describe(typed.Kind), "a number");
        return typed.Term;
    }

    private static string Describe(Kind kind) =>
        kind switch
        {
            Kind.Number => "a number",
            Kind.Truth => "a test that is true or false",
            _ => "a choice between options",
        };

    private static Typed Number(Term term) => new(term, Kind.Number, []);

    private static Typed True(Term term) => new(term, Kind.Truth, []);

    private Typed Fail(Expression at, string found, string expected, string? hint = null)
    {
        error ??= new LanguageError
        {
            Position = at.Span.Start,
            Length = at.Span.Length,
            Found = $"{LanguageError.Quote(at.ToString())} ({found})",
            Expected = expected,
            Hint = hint,
        };
        return new(Term.Exactly(double.NaN), Kind.Truth, []);
    }
}
