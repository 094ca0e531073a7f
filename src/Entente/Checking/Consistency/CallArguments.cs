using System.Globalization;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking.Consistency;

/// <summary>The arguments of a call sorted by what they are: parties, item, period, named ones.</summary>
internal sealed class CallArguments
{
    /// <param name="call">The call.</param>
    /// <param name="inherited">The period of the call around it, taken where this one names none.</param>
    public CallArguments(Call call, Period? inherited)
    {
        Period = inherited;
        foreach (var argument in call.Arguments)
        {
            if (argument.Name is "period" or null && PeriodOf(argument.Value) is { } period)
                Period = period;
            else if (argument.Name is { } name)
                Named[name] = argument.Value;
            else
                Positional.Add(argument.Value);
        }
    }

    public Period? Period { get; }

    /// <summary>Without the period.</summary>
    public List<Expression> Positional { get; } = [];

    public Dictionary<string, Expression> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>The period that an expression is where one may stand: a literal, or a bare four-digit year.</summary>
    public static Period? PeriodOf(Expression expression) =>
        expression switch
        {
            PeriodLiteral literal => literal.Period,
            QuantityLiteral { Unit.Dimension: Dimension.Number, Digits.Length: 4 } year
                when int.TryParse(year.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 1000 and <= 2999 =>
                Period.OfYear(y),
            _ => null,
        };

    /// <summary>The code or name an expression refers to; null for anything else.</summary>
    public static string? NameOf(Expression expression) =>
        expression switch
        {
            NameReference reference => reference.Name,
            StringLiteral literal => literal.Value,
            _ => null,
        };

    /// <summary>
    /// Parties and item of a measure's call. Parties begin with a capital (`CHN`, `"Xi Jinping"`), items do not (`crude_oil`).
    /// False for anything that is neither: then nothing may be assumed of the call.
    /// </summary>
    public bool TrySplit(out List<string> parties, out bool directed, out string item)
    {
        (parties, directed, item) = ([], false, Figure.Total);
        foreach (var argument in Positional)
        {
            if (argument is FlowLiteral flow)
            {
                if (parties.Count > 0 || NameOf(flow.From) is not { } from || NameOf(flow.To) is not { } to)
                    return false;
                parties.AddRange([from, to]);
                directed = true;
            }
            else if (NameOf(argument) is { Length: > 0 } name)
            {
                if (char.IsUpper(name[0]))
                    parties.Add(name);
                else if (item == Figure.Total)
                    item = name;
                else
                    return false;
            }
            else
            {
                return false;
            }
        }
        if (Named.TryGetValue("item", out var named) && NameOf(named) is { } itemName)
            item = itemName;
        return true;
    }

    /// <summary>A text that is the same for the same expression, for names of variables.</summary>
    public static string Text(Expression expression) =>
        expression switch
        {
            Call call => $"{call.Function}({string.Join(',', call.Arguments.Select(a => $"{a.Name}:{Text(a.Value)}"))})",
            FlowLiteral flow => $"{Text(flow.From)}>{Text(flow.To)}",
            SetLiteral set => $"{{{string.Join(',', set.Members.Select(Text).Order(StringComparer.Ordinal))}}}",
            QuantityLiteral quantity => quantity.Digits + quantity.Unit.Symbol,
            PeriodLiteral period => period.Period.Text,
            _ => NameOf(expression) ?? expression.GetType().Name,
        };
}
