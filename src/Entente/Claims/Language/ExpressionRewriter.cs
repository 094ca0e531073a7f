namespace Entente.Claims.Language;

/// <summary>Walks and rewrites the parts of an expression, giving back the same object where nothing changed.</summary>
public static class ExpressionRewriter
{
    /// <summary>The expression with each of its direct parts rewritten. The members of sets and the ends of flows are names, and stay.</summary>
    public static Expression Children(Expression expression, Func<Expression, Expression> rewrite) =>
        expression switch
        {
            Call call => Arguments(call, argument => rewrite(argument.Value)),
            Arithmetic e => Pair(e, e.Left, e.Right, rewrite, (l, r) => e with { Left = l, Right = r }),
            Comparison e => Pair(e, e.Left, e.Right, rewrite, (l, r) => e with { Left = l, Right = r }),
            And e => Pair(e, e.Left, e.Right, rewrite, (l, r) => e with { Left = l, Right = r }),
            Or e => Pair(e, e.Left, e.Right, rewrite, (l, r) => e with { Left = l, Right = r }),
            IfThen e => Pair(e, e.Premise, e.Conclusion, rewrite, (l, r) => e with { Premise = l, Conclusion = r }),
            Given e => Pair(e, e.Body, e.Condition, rewrite, (l, r) => e with { Body = l, Condition = r }),
            Negate e => One(e, e.Operand, rewrite, o => e with { Operand = o }),
            Not e => One(e, e.Operand, rewrite, o => e with { Operand = o }),
            Includes e => One(e, e.Whole, rewrite, w => e with { Whole = w }),
            Invariant e => One(e, e.Value, rewrite, v => e with { Value = v }),
            Within e => Three(e, rewrite),
            _ => expression,
        };

    /// <summary>The call with the value of each argument rewritten; names stay.</summary>
    public static Call Arguments(Call call, Func<Argument, Expression> rewrite)
    {
        Argument[]? changed = null;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var value = rewrite(call.Arguments[i]);
            if (ReferenceEquals(value, call.Arguments[i].Value))
                continue;
            changed ??= [.. call.Arguments];
            changed[i] = changed[i] with { Value = value };
        }
        return changed is null ? call : call with { Arguments = changed };
    }

    /// <summary>The direct parts of an expression, in the order of the text.</summary>
    public static IEnumerable<Expression> ChildrenOf(Expression expression) =>
        expression switch
        {
            Call e => e.Arguments.Select(a => a.Value),
            Arithmetic e => [e.Left, e.Right],
            Comparison e => [e.Left, e.Right],
            And e => [e.Left, e.Right],
            Or e => [e.Left, e.Right],
            IfThen e => [e.Premise, e.Conclusion],
            Given e => [e.Body, e.Condition],
            Within e => [e.Value, e.Low, e.High],
            Includes e => [e.Whole, e.Part],
            Invariant e => [e.Value],
            Negate e => [e.Operand],
            Not e => [e.Operand],
            SetLiteral e => e.Members,
            FlowLiteral e => [e.From, e.To],
            _ => [],
        };

    private static Expression One(
        Expression whole,
        Expression part,
        Func<Expression, Expression> rewrite,
        Func<Expression, Expression> rebuild
    )
    {
        var changed = rewrite(part);
        return ReferenceEquals(changed, part) ? whole : rebuild(changed);
    }

    private static Expression Pair(
        Expression whole,
        Expression left,
        Expression right,
        Func<Expression, Expression> rewrite,
        Func<Expression, Expression, Expression> rebuild
    )
    {
        var (l, r) = (rewrite(left), rewrite(right));
        return ReferenceEquals(l, left) && ReferenceEquals(r, right) ? whole : rebuild(l, r);
    }

    private static Within Three(Within within, Func<Expression, Expression> rewrite)
    {
        var (value, low, high) = (rewrite(within.Value), rewrite(within.Low), rewrite(within.High));
        return ReferenceEquals(value, within.Value) && ReferenceEquals(low, within.Low) && ReferenceEquals(high, within.High)
            ? within
            : within with
            {
                Value = value,
                Low = low,
                High = high,
            };
    }
}
