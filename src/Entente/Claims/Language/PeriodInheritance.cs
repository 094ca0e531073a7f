namespace Entente.Claims.Language;

/// <summary>
/// Inner calls inherit the period of the call around them: in `growth(trade(CHN, RUS), 2022)` the trade is that of 2022. These rewritings
/// serve evaluation; what was written stays in the original expression. They take elaborated expressions (<see cref="TypeOutcome.Expression"/>),
/// in which every year is a period.
/// </summary>
public static class PeriodInheritance
{
    /// <summary>The expression in which every call that takes a period and has one around it carries its own.</summary>
    /// <param name="expression">An elaborated expression.</param>
    /// <param name="period">The period around the whole, where there is one.</param>
    public static Expression Resolve(Expression expression, Period? period = null) =>
        expression switch
        {
            Call call => Resolve(call, period),
            _ => ExpressionRewriter.Children(expression, inner => Resolve(inner, period)),
        };

    /// <summary>The period that a call carries: its unnamed period, or `at:`; null where it has none of its own.</summary>
    public static Period? OwnPeriod(Call call)
    {
        if (!TakesPeriod(call))
            return null;
        foreach (var argument in call.Arguments)
            if (argument is { Name: null or "at", Value: PeriodLiteral { Period: var period } })
                return period;
        return null;
    }

    /// <summary>The one period of all calls inside, inherited ones included; null where they have none or differ.</summary>
    public static Period? CommonPeriod(Expression expression)
    {
        Period? common = null;
        return Gather(Resolve(expression), ref common) ? common : null;
    }

    /// <summary>The same expression at another time: every call whose own period is <paramref name="from"/> gets <paramref name="to"/>.</summary>
    public static Expression Move(Expression expression, Period from, Period to) =>
        expression switch
        {
            Call call when TakesPeriod(call) => ExpressionRewriter.Arguments(
                call,
                argument =>
                    argument is { Name: null or "at", Value: PeriodLiteral literal }
                        ? literal.Period == from
                            ? literal with
                            {
                                Period = to,
                            }
                            : literal
                        : Move(argument.Value, from, to)
            ),
            _ => ExpressionRewriter.Children(expression, inner => Move(inner, from, to)),
        };

    private static Call Resolve(Call call, Period? outer)
    {
        var own = OwnPeriod(call);
        var inner = own ?? outer;
        // What `since:` names is another time, and not for the calls inside.
        var resolved = ExpressionRewriter.Arguments(
            call,
            argument => argument.Value is PeriodLiteral ? argument.Value : Resolve(argument.Value, inner)
        );
        return own is null && outer is not null && TakesUnnamedPeriod(call)
            ? resolved with
            {
                Arguments = [.. resolved.Arguments, new Argument(null, new PeriodLiteral(outer))],
            }
            : resolved;
    }

    // A name that is no function of the language is a measure's, and every measure may have a period.
    private static bool TakesUnnamedPeriod(Call call) =>
        LanguageFunctions.Find(call.Function) is { } function
            ? function.TakesPeriod && !(call.Function == "target" && call.Arguments.Count > 1)
            : true;

    private static bool TakesPeriod(Call call) =>
        call.Function is "highest" or "lowest" || TakesUnnamedPeriod(call) || call.Function == "target";

    /// <summary>False once two calls differ.</summary>
    private static bool Gather(Expression expression, ref Period? common)
    {
        if (expression is Call call && OwnPeriod(call) is { } own)
        {
            if (common is not null && common != own)
                return false;
            common = own;
        }
        foreach (var child in ExpressionRewriter.ChildrenOf(expression))
            if (!Gather(child, ref common))
                return false;
        return true;
    }
}
