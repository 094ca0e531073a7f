using Entente.Claims;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking.Forecasts;

/// <summary>What must hold for a forecast to have come true, and by when, derived from the claim.</summary>
internal static class Criterion
{
    private static readonly string[] Upwards =
    [
        "reach",
        "hit",
        "exceed",
        "surpass",
        "top ",
        "at least",
        "rise to",
        "grow to",
        "climb to",
        "increase to",
        "raise",
        "lift",
        "bring",
        "double",
        "pass ",
        "cross",
    ];

    private static readonly string[] Downwards = ["fall to", "drop to", "shrink to", "decline to", "down to", "below", "reduce", "cut "];

    /// <summary>Expression and deadline; or why there is none.</summary>
    public static (Expression? Expression, LocalDate? Deadline, string? Why) Of(Claim claim)
    {
        if (claim.Kind is ClaimKind.Judgement or ClaimKind.Argument)
            return (null, null, "a judgement: no figure alone decides it");
        if (claim.Assertion is null || ClaimParser.Remembered(claim.Assertion).Expression is not { } asserted)
            return (null, null, Missing(claim.Reason));
        if (claim.Reason is "no-period")
            return (null, null, Missing(claim.Reason));
        var expression = Achieved(asserted, claim);
        if (expression is null)
            return (null, null, "no deadline is named");
        if (expression is IfThen or Given || claim.Modality == Modality.Conditional)
            return (null, null, "said under a condition");
        var deadline = Expressions.Latest(expression)?.End ?? (IsDate(expression) ? claim.Period?.End : null);
        return deadline is null ? (null, null, "no deadline is named") : (expression, deadline, null);
    }

    private static bool IsDate(Expression expression) => expression is Comparison { Left: Call { Function: "date" or "event" } };

    private static string Missing(string? reason) =>
        reason switch
        {
            "no-period" => "no deadline is named",
            "no-partner" => "one side of the relation is not named",
            "no-measure" => "what is to be measured is not in the catalogue",
            "no-unit" => "the number has no unit",
            _ => "the words could not be put into the claim language",
        };

    /// <summary>A target set is met when the figure reaches it; "will reach" is met by more as well.</summary>
    private static Expression? Achieved(Expression expression, Claim claim)
    {
        if (expression is not Comparison comparison)
            return expression;
        if (comparison.Left is Call { Function: "target" } target)
            return OfTarget(target, comparison.Right);
        if (comparison.Relation is not (Relation.Equal or Relation.About))
            return expression;
        if (Says(claim.Quote, Upwards))
            return comparison with { Relation = IsFall(comparison.Right) ? Relation.LessOrEqual : Relation.GreaterOrEqual };
        return Says(claim.Quote, Downwards) && !IsFall(comparison.Right) ? comparison with { Relation = Relation.LessOrEqual } : expression;
    }

    private static Comparison? OfTarget(Call target, Expression right)
    {
        var inner = target.Arguments.FirstOrDefault(a => a.Value is Call)?.Value as Call;
        var amount = target.Arguments.FirstOrDefault(a => Amount(a.Value))?.Value;
        var period = target.Arguments.Select(a => Evaluating.Arguments.AsPeriod(a.Value)).FirstOrDefault(p => p is not null);
        if (amount is null)
            amount = Amount(right) ? right : null;
        else
            period ??= Evaluating.Arguments.AsPeriod(right);
        if (inner is null || amount is null)
            return null;
        period ??= Expressions.Latest(inner);
        if (period is null)
            return null;
        if (Expressions.Latest(inner) is null)
            inner = inner with { Arguments = [.. inner.Arguments, new(null, new PeriodLiteral(period))] };
        return new(IsFall(amount) ? Relation.LessOrEqual : Relation.GreaterOrEqual, inner, amount);
    }

    private static bool Amount(Expression expression) =>
        expression is Negate { Operand: QuantityLiteral }
        || (expression is QuantityLiteral && Evaluating.Arguments.AsPeriod(expression) is null);

    private static bool IsFall(Expression amount) => amount is Negate;

    private static bool Says(string quote, string[] words) =>
        Array.Exists(words, w => quote.Contains(w, StringComparison.OrdinalIgnoreCase));
}
