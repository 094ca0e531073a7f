using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures;

namespace Entente.Checking.Series;

/// <summary>What an expression counts, in words, without its period.</summary>
internal static class SeriesWords
{
    public static string Of(Expression expression, Names names, MeasureCatalogue measures) =>
        expression switch
        {
            Call { Function: "rank" } rank => Rank(rank, names),
            Call { Function: "change" } change when Arguments.First(change) is { } of => $"change of {Of(of, names, measures)}",
            Call { Function: "ratio" } ratio when Arguments.Positional(ratio) is [var over, var under] =>
                $"{Of(over, names, measures)} ÷ {Of(under, names, measures)}",
            Call { Function: "share" } share when Arguments.Named(share, "of") is null => ClaimPrinter.Print(Bare(share)),
            Call { Function: "count" or "highest" or "lowest" } call => ClaimPrinter.Print(Bare(call)),
            Call { Function: "dependence" } call when Arguments.Positional(call).Select(Arguments.NameOf).ToArray() is [{ } one, { } on] =>
                $"{names.Actor(on)}'s part in the trade of {names.Actor(one)}",
            Call call => names.Phrase(Bare(call), measures),
            Arithmetic a =>
                $"{Of(a.Left, names, measures)} {Sign(a.Operator)} {(a.Right is QuantityLiteral q ? ClaimPrinter.Print(q) : Of(a.Right, names, measures))}",
            Negate n => Of(n.Operand, names, measures),
            _ => ClaimPrinter.Print(expression),
        };

    private static string Rank(Call rank, Names names)
    {
        var who = Arguments.Positional(rank).Select(Arguments.NameOf).FirstOrDefault();
        var by = Arguments.Named(rank, "by");
        var among = Arguments.Named(rank, "among");
        return $"place of {names.Actor(who)}"
            + (by is null ? "" : $" by {(Arguments.NameOf(by) ?? ClaimPrinter.Print(by)).Replace('_', ' ')}")
            + (among is null ? "" : $" among {ClaimPrinter.Print(among).Replace('_', ' ')}");
    }

    private static Call Bare(Call call) =>
        call with
        {
            Arguments =
            [
                .. call
                    .Arguments.Where(a => a.Name == "since" || Arguments.AsPeriod(a.Value) is null)
                    .Select(a => a.Value is Call inner ? a with { Value = Bare(inner) } : a),
            ],
        };

    private static string Sign(ArithmeticOperator of) =>
        of switch
        {
            ArithmeticOperator.Add => "+",
            ArithmeticOperator.Subtract => "−",
            ArithmeticOperator.Multiply => "×",
            _ => "÷",
        };
}
