using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>Reads multiples: "doubled", "threefold", "20-fold", "twice the", "four times as much", "2.5x", "by a factor of three".</summary>
internal static class MultipleReader
{
    public static QuantityReader.Draft? TryRead(TokenView view, int i) =>
        TryVerb(view, i) ?? TryFold(view, i) ?? TryTimes(view, i) ?? TryFactor(view, i);

    private static QuantityReader.Draft? TryVerb(TokenView view, int i)
    {
        var lower = view.Lower(i);
        if (!NumberWords.MultiplyingVerbs.TryGetValue(lower, out var factor) || view.IsHyphen(i + 1) || view.IsName(i))
            return null;
        if (lower is "double" or "triple" or "treble")
        {
            // "double standards", "a triple alliance": as adjectives they multiply nothing.
            var next = view.Lower(i + 1);
            var comparing = next is "the" or "its" or "their" or "that" or "what" or "those" or "his" or "her" or "of";
            var verb =
                view.Lower(i - 1)
                is "to"
                    or "will"
                    or "would"
                    or "could"
                    or "may"
                    or "might"
                    or "than"
                    or "nearly"
                    or "almost"
                    or "should"
                    or "not"
                    or "must"
                    or "can"
                    or "roughly"
                    or "about"
                    or "soon";
            if ((!comparing && !verb) || view.Is(i + 1, "down"))
                return null;
        }
        if (lower is "halves" && view.Lower(i - 1) is "two" or "both" or "the")
            return null;
        // "double the amount" compares, "doubled" moves.
        var moves = lower is not ("double" or "triple" or "treble") || view.Lower(i + 1) is not ("the" or "that" or "what" or "those");
        return Make(
            i,
            i + 1,
            new(factor, factor < 1 ? 0.1 : 0.5),
            !moves ? Change.None
                : factor > 1 ? Change.Up
                : Change.Down
        );
    }

    private static QuantityReader.Draft? TryFold(TokenView view, int i)
    {
        var lower = view.Lower(i);
        if (
            view.IsWord(i)
            && lower.Length > 5
            && lower.EndsWith("fold", StringComparison.Ordinal)
            && NumberWords.Cardinals.TryGetValue(lower[..^4], out var factor)
        )
            return Make(i, i + 1, new(factor, 1), Change.None);
        if (NumberReader.TryRead(view, i, false, out var core) && view.Is(view.PastHyphen(core.End), "fold"))
            return Make(i, view.PastHyphen(core.End) + 1, core.Number, Change.None);
        return null;
    }

    private static QuantityReader.Draft? TryTimes(TokenView view, int i)
    {
        if (view.Lower(i) is "twice" or "thrice")
        {
            var times = view.Is(i, "twice") ? 2 : 3;
            if (Compares(view, i + 1))
                return Make(i, i + 1, new(times, 0.5), Change.None);
            return view.IsHyphen(i + 1) || view.IsHyphen(i - 1) ? null : Count(i, i + 1, new(times, 1));
        }
        if (!NumberReader.TryRead(view, i, false, out var core))
            return null;
        if (view.Is(core.End, "x") && view.Touches(core.End - 1) && core.Form == NumberForm.Digits)
            return Make(i, core.End + 1, core.Number, Change.None);
        if (!view.Is(view.PastHyphen(core.End), "times"))
            return null;
        var end = view.PastHyphen(core.End) + 1;
        if (Compares(view, end) || (core.Form != NumberForm.Vague && Grows(view, i)))
            return Make(i, end, core.Number, Change.None);
        return core.Form == NumberForm.Vague ? Count(i, end, core.Number) with { Hedge = Hedge.AtLeast } : Count(i, end, core.Number);
    }

    /// <summary>"three times larger than", "twice as much as", "four times the": times that compare; "met three times" counts.</summary>
    private static bool Compares(TokenView view, int at)
    {
        var next = view.Lower(at);
        if (
            next
            is "as"
                or "the"
                or "its"
                or "their"
                or "that"
                or "what"
                or "more"
                or "over"
                or "greater"
                or "those"
                or "his"
                or "her"
                or "our"
                or "or"
        )
            return true;
        // "ten times Russia's population"
        if (view.IsCapitalised(at) && view.Is(at + 1, "'s"))
            return true;
        return next.Length > 4
            && next.EndsWith("er", StringComparison.Ordinal)
            && view.Lower(at + 1) is "than" or "in" or "," or "." or "the" or "";
    }

    /// <summary>"increased by more than ten times", "grew five times": what grows so many times is multiplied.</summary>
    private static bool Grows(TokenView view, int i)
    {
        HedgeWords.ReadBefore(view, i, Math.Max(0, i - 5), out var hedged);
        var verb = view.Is(hedged - 1, "by") ? hedged - 2 : hedged - 1;
        return HedgeWords.Direction(view.Lower(verb)) == Change.Up
            && view.Lower(verb) is not ("up" or "raised" or "raise" or "raises" or "more" or "hike" or "hiked");
    }

    private static QuantityReader.Draft? TryFactor(TokenView view, int i)
    {
        if (
            !view.Is(i, "a")
            || !view.Is(i + 1, "factor")
            || !view.Is(i + 2, "of")
            || !NumberReader.TryRead(view, i + 3, false, out var core)
        )
            return null;
        return Make(i, core.End, core.Number, Change.None) with { Core = i + 3 };
    }

    private static QuantityReader.Draft Make(int start, int end, WrittenNumber number, Change change) =>
        new()
        {
            Start = start,
            Core = start,
            End = end,
            Kind = QuantityKind.Multiple,
            Number = number,
            Unit = Units.Number,
            Change = change,
        };

    private static QuantityReader.Draft Count(int start, int end, WrittenNumber number) =>
        new()
        {
            Start = start,
            Core = start,
            End = end,
            Kind = QuantityKind.Count,
            Number = number,
            Unit = Units.Count,
            Noun = "times",
        };
}
