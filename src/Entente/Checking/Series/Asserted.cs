using Entente.Checking.Evaluating;
using Entente.Claims.Language;

namespace Entente.Checking.Series;

/// <summary>What of an assertion has a course: a value with the quantity it is said to be, or two values set against each other.</summary>
internal sealed record Asserted(Expression Value, Claimed? Claimed, Expression? Other)
{
    /// <summary>True where the quantity is a target's, laid over the course of what it is a target for.</summary>
    public bool Target { get; init; }

    public static Asserted? Of(Expression expression) =>
        expression switch
        {
            Comparison c => Of(c),
            Within w when Claimed.Between(w.Low, w.High) is { } between => new(w.Value, between, null),
            And a => Of(a.Left) ?? Of(a.Right),
            _ => null,
        };

    private static Asserted? Of(Comparison comparison)
    {
        var (relation, left, right) = (comparison.Relation, comparison.Left, comparison.Right);
        if (Claimed.Of(relation, left) is not null && right is Call or Arithmetic or Negate { Operand: Call })
            (relation, left, right) = (Tester.Mirrored(relation), right, left);
        if (left is not (Call or Arithmetic or Negate))
            return null;
        if (left is Call { Function: "target" } target)
            return Aimed(target, relation, right);
        if (Claimed.Of(relation, right) is { } claimed)
            return new(left, claimed, null);
        return right is Call or Arithmetic ? new(left, null, right) : null;
    }

    /// <summary>"The target for 2027 is that much", and "that much is the target for 2027".</summary>
    private static Asserted? Aimed(Call target, Relation relation, Expression right)
    {
        if (Arguments.First(target) is not Call aim)
            return null;
        if (
            target.Arguments.Select(a => a.Value).OfType<QuantityLiteral>().FirstOrDefault(q => Arguments.AsPeriod(q) is null) is { } amount
        )
            return Arguments.AsPeriod(right) is { } due && Claimed.Of(Relation.Equal, amount) is { } much
                ? new(SeriesPeriods.With(aim, due), much, null) { Target = true }
                : null;
        return Arguments.PeriodOf(target) is { } year && Claimed.Of(relation, right) is { } claimed
            ? new(SeriesPeriods.With(aim, year), claimed, null) { Target = true }
            : null;
    }
}
