using Entente.Quantities;

namespace Entente.Claims.Language;

/// <summary>What an assertion says of itself: kind, relation, number, unit, period. For claims that come as an expression rather than out of a sentence.</summary>
internal sealed record AssertionForm
{
    public required ClaimKind Kind { get; init; }

    public string? Relation { get; init; }

    public double? Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    public string? Unit { get; init; }

    public Period? Period { get; init; }

    /// <param name="expression">A claim, its bare years elaborated to periods by the type checker.</param>
    public static AssertionForm Of(Expression expression) => Body(expression) with { Period = PeriodOf(expression) };

    private static AssertionForm Body(Expression expression) =>
        expression switch
        {
            IfThen or Invariant => new() { Kind = ClaimKind.Argument },
            Comparison { Left: Call { Function: "loss" or "replaced" }, Right: Call { Function: "loss" or "replaced" } } pair => new()
            {
                Kind = ClaimKind.Argument,
                Relation = Sign(pair.Relation),
            },
            Given given => given.Condition is Comparison ? Body(given.Body) : new() { Kind = ClaimKind.Argument },
            Not not => Body(not.Operand) with { Relation = null, Value = null, Low = null, High = null, Unit = null },
            Includes => new() { Kind = ClaimKind.Membership },
            Within { Low: var low, High: var high } within when Number(low) is { } from && Number(high) is { } to => new()
            {
                Kind = KindOf(within.Value),
                Relation = "between",
                Low = from.Low,
                High = to.High,
                Unit = from.Unit,
            },
            Comparison comparison when Number(comparison.Right) is { } number => new()
            {
                Kind = KindOf(comparison.Left),
                Relation = Sign(comparison.Relation),
                Value = number.Value,
                Low =
                    comparison.Relation is Language.Relation.Less or Language.Relation.LessOrEqual ? null
                    : comparison.Relation == Language.Relation.Equal ? number.Low
                    : number.Value,
                High =
                    comparison.Relation is Language.Relation.Greater or Language.Relation.GreaterOrEqual ? null
                    : comparison.Relation == Language.Relation.Equal ? number.High
                    : number.Value,
                Unit = number.Unit,
            },
            Comparison comparison => new()
            {
                Kind = KindOf(comparison.Left) is ClaimKind.Event or ClaimKind.Interval ? KindOf(comparison.Left) : ClaimKind.Comparison,
                Relation = Sign(comparison.Relation),
            },
            Call call => new() { Kind = KindOf(call) is ClaimKind.Level ? ClaimKind.Event : KindOf(call) },
            _ => new() { Kind = ClaimKind.Level },
        };

    /// <summary>The kind by what is measured: the outermost function.</summary>
    private static ClaimKind KindOf(Expression expression) =>
        expression switch
        {
            Call { Function: "growth" or "change" } => ClaimKind.Change,
            Call { Function: "share" } => ClaimKind.Share,
            Call { Function: "rank" or "highest" or "lowest" } => ClaimKind.Rank,
            Call { Function: "count" } => ClaimKind.Count,
            Call { Function: "days" or "weeks" or "months" or "years" } => ClaimKind.Interval,
            Call { Function: "date" or "event" or "passes" or "vote" } => ClaimKind.Event,
            Call { Function: "members" } => ClaimKind.Membership,
            // What a model tells of is argued, not recorded.
            Call { Function: "loss" or "replaced" or "indispensable" } => ClaimKind.Argument,
            Call { Function: "dependence" or "agreement" or "alignment" or "ratio" } => ClaimKind.Comparison,
            Arithmetic { Operator: ArithmeticOperator.Subtract, Left: Arithmetic { Operator: ArithmeticOperator.Divide } } =>
                ClaimKind.Change,
            _ => ClaimKind.Level,
        };

    private static (double Value, double Low, double High, string Unit)? Number(Expression expression) =>
        expression switch
        {
            QuantityLiteral { Number: var n, Unit: var unit } => (n.Value, n.Low, n.High, unit.Symbol),
            Negate { Operand: QuantityLiteral { Number: var n, Unit: var unit } } => (-n.Value, -n.High, -n.Low, unit.Symbol),
            _ => null,
        };

    private static string Sign(Relation relation) =>
        relation switch
        {
            Language.Relation.Equal => "=",
            Language.Relation.About => "~",
            Language.Relation.NotEqual => "!=",
            Language.Relation.Less => "<",
            Language.Relation.Greater => ">",
            Language.Relation.LessOrEqual => "<=",
            _ => ">=",
        };

    /// <summary>The only period that the assertion names; null where it names none or several.</summary>
    private static Period? PeriodOf(Expression expression)
    {
        var periods = Parts(expression).OfType<PeriodLiteral>().Select(p => p.Period).Distinct().Take(2).ToList();
        return periods.Count == 1 ? periods[0] : null;
    }

    /// <summary>Every node of an expression, itself first.</summary>
    public static IEnumerable<Expression> Parts(Expression expression)
    {
        var waiting = new Stack<Expression>();
        waiting.Push(expression);
        while (waiting.TryPop(out var part))
        {
            yield return part;
            IEnumerable<Expression> below = part switch
            {
                FlowLiteral p => [p.From, p.To],
                SetLiteral p => p.Members,
                Call p => p.Arguments.Select(a => a.Value),
                Arithmetic p => [p.Left, p.Right],
                Negate p => [p.Operand],
                Comparison p => [p.Left, p.Right],
                Within p => [p.Value, p.Low, p.High],
                Includes p => [p.Whole, p.Part],
                Invariant p => [p.Value],
                Not p => [p.Operand],
                And p => [p.Left, p.Right],
                Or p => [p.Left, p.Right],
                IfThen p => [p.Premise, p.Conclusion],
                Given p => [p.Body, p.Condition],
                _ => [],
            };
            foreach (var child in below.Reverse())
                waiting.Push(child);
        }
    }
}
