using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>The part that knows which two numbers are the ends of one range.</summary>
internal static partial class AmountReader
{
    /// <summary>From this factor on two amounts, each with its own unit, are no range ("$35 billion to $3.05 trillion").</summary>
    private const double Apart = 10;

    /// <summary>The other end of a range: "20-25", "20 to 25", "between 20 and 25", "two or three".</summary>
    /// <param name="view">The tokens.</param>
    /// <param name="low">The number before.</param>
    /// <param name="high">The number after.</param>
    /// <param name="open">The first token of the range, "between" and the hedge after it included.</param>
    private static bool TryReadUpper(TokenView view, Amount low, out Amount high, out int open)
    {
        high = default;
        open = low.Start;
        if (low.Core.Form is NumberForm.Vague or NumberForm.Article || low.Hedge != Hedge.None)
            return false;
        // The word that decides stands before the hedge: "between about 20 and 30", "from nearly $20bn to $30bn".
        var hedged = Unhedged(view, low.Start);
        var before = view.Lower(hedged - 1);
        var between = before == "between";
        var at = low.End;
        if (between)
            (open, at) = (hedged - 1, PastBracket(view, at));
        var connector = view.Lower(at);
        // "0-to-60 mph", "a two-to-three-year delay"
        if (view.IsHyphen(at) && view.Is(at + 1, "to") && view.IsHyphen(at + 2))
            (connector, at) = ("-", at + 2);
        else if (view.IsDash(at) && (view.Touches(at - 1) == view.Touches(at)) && (view.Text(at)[0] != '—'))
            connector = "-";
        else if (
            connector == "to" ? IsFrom(view, hedged)
            : connector == "and" ? !between
            : connector != "or"
        )
            return false;
        if (connector == "to" && view.Lower(at + 1) is "about" or "almost" or "nearly" or "some" or "around")
            return false;
        if (
            view.IsNumber(at + 1)
            && NumberExclusions.TryFind(view, at + 1, out var from, out _, out var reason)
            && reason != "word-part"
            && from > at
        )
            return false;
        if (!TryReadOne(view, at + 1, rangeEnd: true, out high) || high.Start != at + 1)
            return false;
        if (high.Unit is not null && low.Unit is not null && high.Unit.Unit != low.Unit.Unit && !IsPriceOf(low.Unit, high.Unit))
            return false;
        var (a, b) = Share(low, high);
        if (connector == "or")
            return low.Unit is null
                && a.Value.Value < b.Value.Value
                && a.Core.Number.Value <= 20
                && b.Core.Number.Value - a.Core.Number.Value <= 2;
        if (connector == "to" && AddsAndReaches(view, low, high, hedged))
            return false;
        if (connector == "to" && low.Unit is null && high.Unit is { Kind: QuantityKind.Money } && !high.Core.HasScale)
            return false;
        // "fell 0.4 percent to 13,176": the second is in another unit, which the words leave out. A currency's sign serves both.
        if (connector == "to" && high.Unit is null && low.Unit is { Kind: not QuantityKind.Money })
            return false;
        return a.Value.Value < b.Value.Value;
    }

    /// <summary>"between $70 and $75 a barrel": what the money is paid for stands once.</summary>
    private static bool IsPriceOf(UnitMeaning money, UnitMeaning price) =>
        money.Kind == QuantityKind.Money
        && price.Kind == QuantityKind.Price
        && price.Unit.Symbol.StartsWith(money.Unit.Symbol, StringComparison.Ordinal);

    /// <summary>"rose $10 billion to $200 billion", "fell by $121 billion to $1.06 trillion" add and reach; "rose 10 to 15 percent" is a range.</summary>
    private static bool AddsAndReaches(TokenView view, Amount low, Amount high, int hedged)
    {
        if (low.Unit is null && high.Unit is null)
            return (view.Is(hedged - 1, "by") || HedgeWords.Direction(view.Lower(hedged - 1)) != Change.None)
                && high.Value.Value > 3 * low.Value.Value;
        if (low.Unit is null || high.Unit is null)
            return false;
        if (view.Is(hedged - 1, "by") || (low.Core.HasScale && high.Core.HasScale && high.Value.Value > Apart * low.Value.Value))
            return true;
        // "up a further $35 billion to $300 billion"
        for (
            var i = hedged - 1;
            i >= Math.Max(0, hedged - 4)
                && view.IsWord(i)
                && !view.IsCapitalised(i)
                && view.Lower(i) is not ("of" or "to" or "at" or "in" or "for" or "from");
            i--
        )
            if (HedgeWords.Direction(view.Lower(i)) != Change.None)
                return true;
        return false;
    }

    /// <summary>True after "from", also over a few words ("from a low of $20bn to $30bn"): two figures, unless "ranging from" says otherwise.</summary>
    private static bool IsFrom(TokenView view, int hedged)
    {
        // "down from the $89 to $93 billion it had expected"
        if (view.Lower(hedged - 1) is "the" or "its" or "their")
            return false;
        for (var i = hedged - 1; i >= Math.Max(0, hedged - 4) && view.IsWord(i) && !view.IsCapitalised(i); i--)
            if (view.Is(i, "from"))
                return view.Lower(i - 1) is not ("ranging" or "ranges" or "ranged" or "range" or "anywhere" or "somewhere");
        return false;
    }

    private static int Unhedged(TokenView view, int start)
    {
        HedgeWords.ReadBefore(view, start, Math.Max(0, start - 5), out var hedged);
        return hedged;
    }

    /// <summary>"A$1.5 billion ($1.01 billion) and": past a short bracket that says the amount again.</summary>
    private static int PastBracket(TokenView view, int at)
    {
        if (!view.Is(at, "("))
            return at;
        for (var i = at + 1; i < at + 8; i++)
            if (view.Is(i, ")"))
                return i + 1;
        return at;
    }

    /// <summary>Gives the first number the scale and unit that the range writes only once.</summary>
    private static (Amount Low, Amount High) Share(Amount low, Amount high)
    {
        var unit = high.Unit ?? low.Unit;
        var core = low.Core;
        if (
            !core.HasScale
            && high.Core.HasScale
            && low.Core.Number.Value < high.Core.Number.Value / high.Core.Scale
            && low.Unit?.Kind is null or QuantityKind.Money
        )
            core = core with { Number = core.Number.Times(high.Core.Scale), Scale = high.Core.Scale };
        return (low with { Core = core, Unit = unit }, high with { Unit = unit });
    }

    /// <summary>"from 10 to 18 percent": the first takes the unit and scale of the second, though they are no range.</summary>
    private static Amount Inherit(TokenView view, Amount amount)
    {
        if (
            !view.Is(Unhedged(view, amount.Start) - 1, "from")
            || !view.Is(amount.End, "to")
            || !TryReadOne(view, amount.End + 1, rangeEnd: true, out var next)
            || next.Unit is null
            || (amount.Unit is not null && amount.Unit.Unit != next.Unit.Unit)
            // "from $800,000 to $1.3 million" needs no scale, "from $10 to $15 billion" does.
            || (amount.Unit is not null && amount.Core.Number.Value >= 1000)
        )
            return amount;
        if (view.IsNumber(amount.End + 1) && NumberExclusions.TryFind(view, amount.End + 1, out _, out _, out _))
            return amount;
        return Share(amount, next).Low;
    }
}
