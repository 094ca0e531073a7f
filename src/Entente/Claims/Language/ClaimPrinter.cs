using System.Globalization;
using System.Text;
using Entente.Quantities;

namespace Entente.Claims.Language;

/// <summary>
/// Prints an expression in the one canonical way: one space around operators, after commas and after the colon of a named argument,
/// no parentheses that the grammar does not need, numbers with the digits they were written with. Parsing the text gives the expression back;
/// a year that the type checker made a period prints as the bare number it was.
/// </summary>
public static class ClaimPrinter
{
    public static string Print(Expression expression)
    {
        var text = new StringBuilder();
        Write(text, expression, Level.Claim);
        return text.ToString();
    }

    /// <summary>How tightly a construct binds: a place that wants a tighter one puts it in parentheses.</summary>
    private enum Level
    {
        Claim,
        Premised,
        Or,
        And,
        Not,
        Test,
        Sum,
        Term,
        Unary,
        Atom,
    }

    private static Level LevelOf(Expression expression) =>
        expression switch
        {
            Given => Level.Claim,
            IfThen => Level.Premised,
            Or => Level.Or,
            And => Level.And,
            Not => Level.Not,
            Comparison or Within or Includes or Invariant => Level.Test,
            Arithmetic { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => Level.Sum,
            Arithmetic => Level.Term,
            Negate => Level.Unary,
            _ => Level.Atom,
        };

    private static void Write(StringBuilder text, Expression expression, Level wanted)
    {
        var parentheses = LevelOf(expression) < wanted;
        if (parentheses)
            text.Append('(');
        WriteBare(text, expression);
        if (parentheses)
            text.Append(')');
    }

    private static void WriteBare(StringBuilder text, Expression expression)
    {
        switch (expression)
        {
            case Given given:
                WriteBinary(text, given.Body, Level.Premised, " given ", given.Condition, Level.Or);
                break;
            case IfThen deduction:
                text.Append("if ");
                WriteBinary(text, deduction.Premise, Level.Or, " then ", deduction.Conclusion, Level.Or);
                break;
            case Or or:
                WriteBinary(text, or.Left, Level.Or, " or ", or.Right, Level.And);
                break;
            case And and:
                WriteBinary(text, and.Left, Level.And, " and ", and.Right, Level.Not);
                break;
            case Not not:
                text.Append("not ");
                Write(text, not.Operand, Level.Test);
                break;
            case Comparison comparison:
                WriteBinary(text, comparison.Left, Level.Sum, Symbol(comparison.Relation), comparison.Right, Level.Sum);
                break;
            case Within within:
                WriteBinary(text, within.Value, Level.Sum, " within [", within.Low, Level.Sum);
                text.Append(", ");
                Write(text, within.High, Level.Sum);
                text.Append(']');
                break;
            case Includes includes:
                WriteBinary(text, includes.Whole, Level.Sum, " includes ", includes.Part, Level.Atom);
                break;
            case Invariant invariant:
                Write(text, invariant.Value, Level.Sum);
                text.Append(" invariant to ").Append(invariant.Factor);
                break;
            case Arithmetic sum:
                WriteArithmetic(text, sum);
                break;
            case Negate negate:
                text.Append('-');
                Write(text, negate.Operand, Level.Atom);
                break;
            case QuantityLiteral quantity:
                WriteQuantity(text, quantity);
                break;
            case PeriodLiteral period:
                text.Append(period.Period.Text);
                break;
            case NameReference name:
                text.Append(name.Name);
                break;
            case StringLiteral literal:
                WriteText(text, literal.Value);
                break;
            case FlowLiteral flow:
                WriteBinary(text, flow.From, Level.Atom, " -> ", flow.To, Level.Atom);
                break;
            case SetLiteral set:
                WriteSet(text, set);
                break;
            case Call call:
                WriteCall(text, call);
                break;
            default:
                throw new ArgumentException($"the claim language has no construct {expression.GetType().Name}", nameof(expression));
        }
    }

    private static void WriteBinary(
        StringBuilder text,
        Expression left,
        Level leftLevel,
        string between,
        Expression right,
        Level rightLevel
    )
    {
        Write(text, left, leftLevel);
        text.Append(between);
        Write(text, right, rightLevel);
    }

    private static void WriteArithmetic(StringBuilder text, Arithmetic sum)
    {
        var (symbol, level) = sum.Operator switch
        {
            ArithmeticOperator.Add => (" + ", Level.Sum),
            ArithmeticOperator.Subtract => (" - ", Level.Sum),
            ArithmeticOperator.Multiply => (" * ", Level.Term),
            _ => (" / ", Level.Term),
        };
        WriteBinary(text, sum.Left, level, symbol, sum.Right, level + 1);
    }

    private static void WriteQuantity(StringBuilder text, QuantityLiteral quantity)
    {
        text.Append(quantity.Digits);
        if (quantity.Unit.Dimension == Dimension.Share)
            text.Append('%');
        else if (NumberSyntax.IsWritten(quantity.Unit) || quantity.Unit.Dimension == Dimension.PercentagePoints)
            text.Append(' ').Append(quantity.Unit.Symbol);
    }

    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (pair)
                text.Append(c).Append(value[++i]);
            else if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (char.IsControl(c) || char.IsSurrogate(c))
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }
        text.Append('"');
    }

    private static void WriteSet(StringBuilder text, SetLiteral set)
    {
        text.Append('{');
        for (var i = 0; i < set.Members.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(text, set.Members[i], Level.Atom);
        }
        text.Append('}');
    }

    private static void WriteCall(StringBuilder text, Call call)
    {
        text.Append(call.Function).Append('(');
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            var argument = call.Arguments[i];
            if (argument.Name is not null)
                text.Append(argument.Name).Append(": ");
            Write(text, argument.Value, Level.Or);
        }
        text.Append(')');
    }

    private static string Symbol(Relation relation) =>
        relation switch
        {
            Relation.Equal => " = ",
            Relation.About => " ~ ",
            Relation.NotEqual => " != ",
            Relation.Less => " < ",
            Relation.Greater => " > ",
            Relation.LessOrEqual => " <= ",
            _ => " >= ",
        };
}
