using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>Reads shares written as fractions: "two-thirds", "a quarter of", "half", "one in five", "nine out of ten", "1/3 of".</summary>
internal static class FractionReader
{
    public static QuantityReader.Draft? TryRead(TokenView view, int i) =>
        TryHalf(view, i) ?? TryParts(view, i) ?? TryOneIn(view, i) ?? TrySlash(view, i);

    private static QuantityReader.Draft? TryHalf(TokenView view, int i)
    {
        var half =
            view.Is(i, "half") ? i
            : view.Lower(i) is "a" or "one" && view.Is(i + 1, "half") ? i + 1
            : -1;
        if (
            half < 0
            || view.IsHyphen(half + 1)
            || view.Lower(i - 1)
                is "first"
                    or "second"
                    or "latter"
                    or "other"
                    or "last"
                    or "and"
                    or "better"
                    or "the"
                    or "this"
                    or "next"
                    or "previous"
            || (view.IsHyphen(i - 1) && !view.Is(i, "half"))
        )
            return null;
        if (view.IsHyphen(i - 1) && view.Lower(i - 2) is "first" or "second")
            return null;
        var next = view.Lower(half + 1);
        // "half an hour", "half a century" are durations and "half a million" a number; their readers have seen them.
        if (next is "a" or "an" or "year" or "way" or "past" or "hour" or "time" or "brother" or "life")
            return
                next is "a" or "an"
                && !UnitWords.Durations.ContainsKey(view.Lower(half + 2))
                && !NumberWords.Scales.ContainsKey(view.Lower(half + 2))
                && !view.Is(half + 2, "dozen")
                ? Make(i, half + 1, 1, 2)
                : null;
        return Make(i, half + 1, 1, 2);
    }

    private static QuantityReader.Draft? TryParts(TokenView view, int i)
    {
        int parts;
        var article = false;
        if (view.Lower(i) is "a" or "an")
            (parts, article) = (1, true);
        else if (!NumberWords.Cardinals.TryGetValue(view.Lower(i), out parts) || parts is 0 or > 19)
            return null;
        var at = view.PastHyphen(i + 1);
        var word = view.Lower(at);
        if (word == "half" || !NumberWords.Denominators.TryGetValue(word, out var whole) || whole <= parts)
            return null;
        var plural = word[^1] == 's';
        if (plural != (parts > 1))
            return null;
        // "three quarters of growth" counts quarters of a year, "three quarters of the votes" a share: undecided, the share is far commoner.
        if (parts == 1 && !StandsAsShare(view, at + 1, article, word))
            return null;
        if (word is "quarters" && view.Lower(i - 1) is "past" or "last" or "next" or "first" or "consecutive" or "over")
            return null;
        return Make(i, at + 1, parts, whole);
    }

    /// <summary>"a third of" and "by a third," are shares; "a third term" and "a quarter later" are not.</summary>
    private static bool StandsAsShare(TokenView view, int next, bool article, string word)
    {
        if (view.IsHyphen(next))
            return false;
        var lower = view.Lower(next);
        if (lower is "of" or "more" or "less" or "higher" or "lower" or "larger" or "smaller" or "fewer" or "as" or "the")
            return true;
        if (!article)
            return !view.IsWord(next) || NounWords.IsStop(lower);
        if (word == "quarter" && lower is "later" or "earlier" or "ago" or "before" or "after")
            return false;
        return !view.IsWord(next)
            || lower
                is "in"
                    or "to"
                    or "from"
                    or "since"
                    or "and"
                    or "or"
                    or "by"
                    or "between"
                    or "over"
                    or "on"
                    or "last"
                    or "this"
                    or "when"
                    or "after"
                    or "compared"
                    or "within"
                    or "with"
                    or "at"
                    or "during"
                    or "while"
                    or "but"
                    or "than";
    }

    private static QuantityReader.Draft? TryOneIn(TokenView view, int i)
    {
        if (
            !NumberReader.TryRead(view, i, false, out var part)
            || part.HasScale
            || part.Form is NumberForm.Vague or NumberForm.Article
            || part.Number.Value is < 1 or > 99
        )
            return null;
        var at =
            view.Is(part.End, "in") ? part.End + 1
            : view.Is(part.End, "out") && view.Is(part.End + 1, "of") ? part.End + 2
            : -1;
        if (at > 0 && view.Is(at, "every"))
            at++;
        if (at < 0 || !NumberReader.TryRead(view, at, false, out var whole) || CalendarWords.YearAt(view, at) > 0)
            return null;
        // "two in 10 days" is a count and a duration.
        if (
            whole.Number.Value <= part.Number.Value
            || whole.Number.Value > 1000
            || UnitWords.Durations.ContainsKey(view.Lower(whole.End))
            || (part.Number.Value > 1 && view.Is(part.End, "in") && part.Form != whole.Form)
        )
            return null;
        return Make(i, whole.End, part.Number.Value, whole.Number.Value);
    }

    private static QuantityReader.Draft? TrySlash(TokenView view, int i)
    {
        if (!view.Is(i + 1, "/") || !view.Touches(i) || !view.Touches(i + 1))
            return null;
        var (part, whole) = (CalendarWords.SmallAt(view, i), CalendarWords.SmallAt(view, i + 2));
        var rest = view.Lower(i + 3);
        return part > 0 && whole > part && whole <= 20 && rest is "of" or "rd" or "th" or "rds"
            ? Make(i, rest == "of" ? i + 3 : i + 4, part, whole)
            : null;
    }

    /// <summary>Fractions in words are rounded by their nature: to a twentieth, or to half a part where the parts are finer.</summary>
    private static QuantityReader.Draft Make(int start, int end, double part, double whole) =>
        new()
        {
            Start = start,
            Core = start,
            End = end,
            Kind = QuantityKind.Fraction,
            Number = new(part / whole, Math.Min(0.05, 0.5 / whole)),
            Unit = Units.Share,
        };
}
