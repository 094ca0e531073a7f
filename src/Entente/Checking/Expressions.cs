using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>Rewrites of expressions: other periods, other directions, the whole for the part.</summary>
internal static class Expressions
{
    public static Expression Shift(Expression expression, Func<Period, Period> shift) =>
        expression switch
        {
            Call call => call with
            {
                Arguments =
                [
                    .. call.Arguments.Select(a =>
                        a with
                        {
                            Value = Arguments.AsPeriod(a.Value) is { } period ? new PeriodLiteral(shift(period)) : Shift(a.Value, shift),
                        }
                    ),
                ],
            },
            Arithmetic a => a with { Left = Shift(a.Left, shift), Right = Shift(a.Right, shift) },
            Negate n => n with { Operand = Shift(n.Operand, shift) },
            _ => expression,
        };

    /// <summary>The latest period that the expression speaks of; target years are excepted, they lie ahead by nature.</summary>
    public static Period? Latest(Expression expression) =>
        expression switch
        {
            PeriodLiteral p => p.Period,
            Call { Function: "target" or "event" or "date" } => null,
            Call call => Later([.. call.Arguments.Select(a => Arguments.AsPeriod(a.Value) ?? Latest(a.Value))]),
            Comparison c => Later(Latest(c.Left), c.Right is Call or Arithmetic ? Latest(c.Right) : null),
            Within w => Latest(w.Value),
            Includes i => Latest(i.Whole),
            Arithmetic a => Later(Latest(a.Left), Latest(a.Right)),
            Negate n => Latest(n.Operand),
            Not n => Latest(n.Operand),
            And a => Later(Latest(a.Left), Latest(a.Right)),
            Or o => Later(Latest(o.Left), Latest(o.Right)),
            _ => null,
        };

    private static Period? Later(params ReadOnlySpan<Period?> periods)
    {
        Period? latest = null;
        foreach (var period in periods)
            if (period is not null && (latest is null || period.End > latest.End))
                latest = period;
        return latest;
    }

    public static Call WithoutItem(Call call) =>
        call with
        {
            Arguments = [.. call.Arguments.Where(a => a.Name != "item" && !(a.Value is NameReference name && char.IsLower(name.Name[0])))],
        };

    /// <summary>exports(A -> B) as B's imports, and back: the same goods in the other side's statistics.</summary>
    public static Call Mirrored(Call call) =>
        call.Function switch
        {
            "exports" => call with { Function = "imports" },
            "imports" => call with { Function = "exports" },
            _ => call,
        };

    public static IEnumerable<Expression> Variants(Expression expression, Measures.MeasureCatalogue measures)
    {
        if (expression is not Call call)
            yield break;
        if (call.Function is "growth")
        {
            foreach (var inner in Variants(call.Arguments[0].Value, measures))
                yield return call with
                {
                    Arguments = [call.Arguments[0] with { Value = inner }, .. call.Arguments.Skip(1)],
                };
            yield break;
        }
        if (call.Function is "share" && Arguments.Named(call, "of") is Call whole && Arguments.First(call) is Call part)
        {
            // The same flow as a share of the other side's total.
            if (Parties(part) is [var a, var b] && Parties(whole) is [var owner])
            {
                var other = owner == a ? b : a;
                if (whole.Function == "trade")
                    yield return Replaced(
                        call,
                        whole,
                        new Call("trade", [new(null, new NameReference(other)), .. whole.Arguments.Skip(1)])
                    );
            }
            foreach (var function in new[] { "exports", "imports", "trade" })
                if (
                    function != whole.Function
                    && part.Function == whole.Function
                    && Parties(part) is [var from, var to]
                    && Parties(whole) is [var total]
                )
                {
                    var partner = total == from ? to : from;
                    Expression flow = function switch
                    {
                        "exports" => new FlowLiteral(new NameReference(total), new NameReference(partner)),
                        "imports" => new FlowLiteral(new NameReference(partner), new NameReference(total)),
                        _ => new NameReference(total),
                    };
                    Argument[] parties = function == "trade" ? [new(null, flow), new(null, new NameReference(partner))] : [new(null, flow)];
                    yield return new Call(
                        "share",
                        [
                            new(null, new Call(function, parties)),
                            new("of", new Call(function, [new(null, new NameReference(total))])),
                            .. call.Arguments.Where(x => Arguments.AsPeriod(x.Value) is not null),
                        ]
                    );
                }
            yield break;
        }
        if (
            MeasureCall.Of(call, measures, null) is not { Second: { } second, First: { } first }
            || first == MeasureCall.World
            || second == MeasureCall.World
            || call.Function is not ("exports" or "imports" or "trade")
        )
            yield break;
        var rest = call
            .Arguments.Where(a => a.Value is not FlowLiteral && !(a.Name is null && a.Value is NameReference n && char.IsUpper(n.Name[0])))
            .ToArray();
        foreach (
            var (function, from, to) in new[]
            {
                ("imports", second, first),
                ("exports", second, first),
                ("imports", first, second),
                ("exports", first, second),
            }
        )
            if (function != call.Function || from != first || call.Function == "trade")
                yield return new Call(function, [new(null, new FlowLiteral(new NameReference(from), new NameReference(to))), .. rest]);
        if (call.Function != "trade")
            yield return new Call("trade", [new(null, new NameReference(first)), new(null, new NameReference(second)), .. rest]);
    }

    private static Call Replaced(Call call, Expression old, Expression replacement) =>
        call with
        {
            Arguments = [.. call.Arguments.Select(a => ReferenceEquals(a.Value, old) ? a with { Value = replacement } : a)],
        };

    private static string[] Parties(Call call) =>
        [
            .. call
                .Arguments.SelectMany(a =>
                    a.Value is FlowLiteral f ? new[] { Arguments.NameOf(f.From), Arguments.NameOf(f.To) }
                    : a.Name is null && a.Value is NameReference n && char.IsUpper(n.Name[0]) ? [n.Name]
                    : []
                )
                .Where(n => n is not null)
                .Select(n => n!),
        ];
}
