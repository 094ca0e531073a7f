using Entente.Checking.Evaluating;
using Entente.Claims.Language;

namespace Entente.Checking.Modelled;

/// <summary>A side of a comparison as a number of the losses of some cases; null where those losses leave it without meaning.</summary>
internal sealed record ModelTerm(string What, Func<double[], double?> Value, bool IsConstant = false);

/// <summary>The cases that an expression needs, collected once each, and its sides as functions of their losses.</summary>
internal sealed class ModelTerms(IScenarioBook book, Names names)
{
    private readonly List<LossCase> cases = [];
    private readonly List<ModelTerm> figures = [];

    public IReadOnlyList<LossCase> Cases => cases;

    /// <summary>The parts that are worth telling by themselves: each loss, each share replaced.</summary>
    public IReadOnlyList<ModelTerm> Figures => figures;

    /// <summary>The first name that stands for nothing in the model; null while all do.</summary>
    public string? Unknown { get; private set; }

    public ModelTerm? Of(Expression expression) =>
        expression switch
        {
            QuantityLiteral { Number: var number } => new(ClaimPrinter.Print(expression), _ => number.Value, IsConstant: true),
            Negate negate => Of(negate.Operand) is { } inner ? inner with { Value = l => -inner.Value(l) } : null,
            Arithmetic arithmetic => Joined(arithmetic),
            Call { Function: "loss" } call => Loss(call),
            Call { Function: "replaced" } call => Replaced(call),
            _ => null,
        };

    /// <summary>The loss of a party without each it can trade with: of the one asked, and the greatest of the others.</summary>
    public (ModelTerm Asked, ModelTerm Greatest)? Partners(Call call)
    {
        if (Arguments.First(call) is not { } first || Name(Arguments.Named(call, "for")) is not { } named)
            return null;
        if (Regions(first) is not { } asked || Single(named) is not { } actor)
            return null;
        var under = Name(Arguments.Named(call, "under"));
        var partners = book.Partners(actor, under, null);
        if (partners.Count == 0)
        {
            Unknown = actor;
            return null;
        }
        var own = Case(new(actor, asked, under));
        var others = partners
            .Where(p => p != actor && !asked.Contains(p, StringComparer.Ordinal))
            .Select(p => Case(new(actor, [p], under)))
            .ToArray();
        if (others.Length == 0)
            return null;
        var term = new ModelTerm(Wording(actor, asked, under), l => l[own]);
        var best = new ModelTerm(
            $"{names.Actor(actor)}'s greatest loss of another partner",
            l =>
            {
                var most = double.NegativeInfinity;
                foreach (var at in others)
                    most = Math.Max(most, l[at]);
                return most;
            }
        );
        figures.Add(term);
        figures.Add(best);
        return (term, best);
    }

    private ModelTerm? Joined(Arithmetic arithmetic)
    {
        if (Of(arithmetic.Left) is not { } left || Of(arithmetic.Right) is not { } right)
            return null;
        return new(
            ClaimPrinter.Print(arithmetic),
            l =>
                (left.Value(l), right.Value(l)) is not ({ } a, { } b)
                    ? null
                    : arithmetic.Operator switch
                    {
                        ArithmeticOperator.Add => a + b,
                        ArithmeticOperator.Subtract => a - b,
                        ArithmeticOperator.Multiply => a * b,
                        _ => b == 0 ? null : a / b,
                    },
            left.IsConstant && right.IsConstant
        );
    }

    private ModelTerm? Loss(Call call)
    {
        if (Name(Arguments.First(call)) is not { } actor)
            return null;
        var (under, on) = (Name(Arguments.Named(call, "under")), Name(Arguments.Named(call, "on")));
        var without = Arguments.Named(call, "without") is { } gone ? Regions(gone) : [];
        if (without is null || Single(actor) is not { } region || without.Contains(region))
            return null;
        var at = Case(new(region, without, under, on is null ? null : Single(on) ?? on));
        var term = new ModelTerm(Wording(region, without, under), l => l[at]);
        figures.Add(term);
        return term;
    }

    /// <summary>
    /// What the trade with C spares A of the loss of B: 1 − L(B) / (L(B and C) − L(C)). The loss of B where C is there, against what losing B would add
    /// where C is not.
    /// </summary>
    private ModelTerm? Replaced(Call call)
    {
        if (
            Parts(call) is not { } parts
            || Single(parts.Actor) is not { } actor
            || Single(parts.By) is not { } by
            || Regions(parts.Lost) is not { } lost
            || lost.Contains(actor)
            || lost.Contains(by)
            || actor == by
        )
            return null;
        var (b, c, both) = (Case(new(actor, lost)), Case(new(actor, [by])), Case(new(actor, [.. lost, by])));
        figures.Add(new(Wording(actor, lost, null), l => l[b]));
        figures.Add(new(Wording(actor, [.. lost, by], null), l => l[both]));
        var term = new ModelTerm(
            $"part of {names.Actor(actor)}'s loss of {ModelWords.Few([.. lost.Select(names.Actor)])} that {names.Actor(by)} spares it",
            l => l[both] - l[c] is var alone && alone > 0 ? 1 - (l[b] / alone) : null
        );
        figures.Insert(0, term);
        return term;
    }

    internal static (string Actor, Expression Lost, string By)? Parts(Call call) =>
        Name(Arguments.First(call)) is { } actor && Arguments.Named(call, "lost") is { } lost && Name(Arguments.Named(call, "by")) is { } by
            ? (actor, lost, by)
            : null;

    /// <summary>The regions that an actor or a set stands for; null where one of them is none.</summary>
    internal IReadOnlyList<string>? Regions(Expression value)
    {
        IEnumerable<string?> asked = value is SetLiteral set ? set.Members.Select(Name) : [Name(value)];
        var regions = new List<string>();
        foreach (var name in asked)
        {
            if (name is null || book.Regions(name) is not { Count: > 0 } found)
            {
                Unknown ??= name ?? "?";
                return null;
            }
            regions.AddRange(found.Where(r => !regions.Contains(r, StringComparer.Ordinal)));
        }
        return regions;
    }

    private string? Single(string code)
    {
        if (book.Regions(code) is [var one])
            return one;
        Unknown ??= code;
        return null;
    }

    private int Case(LossCase asked)
    {
        var at = cases.FindIndex(c =>
            c.Actor == asked.Actor && c.Under == asked.Under && c.On == asked.On && c.Without.SequenceEqual(asked.Without)
        );
        if (at >= 0)
            return at;
        cases.Add(asked);
        return cases.Count - 1;
    }

    private string Wording(string actor, IReadOnlyList<string> without, string? under)
    {
        var measures = under is null ? "" : $" under {under.Replace('_', ' ')}";
        return without.Count == 0
            ? $"loss of {names.Actor(actor)}{measures}"
            : $"loss of {names.Actor(actor)} without {ModelWords.Few([.. without.Select(names.Actor)])}{measures}";
    }

    private static string? Name(Expression? value) => value is null ? null : Arguments.NameOf(value);
}
