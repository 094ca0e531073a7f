using System.Collections.Frozen;
using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>Reads places in an order: "second-largest", "third biggest", "No. 1 supplier", "top 10", "the 11th package"; knows ordinals that are names.</summary>
internal static class OrdinalReader
{
    private static readonly FrozenSet<string> Idioms = (
        "term terms lady party parties world person hand class rate floor reading deputy cousin glance minister name names aid half vice language degree strike secretary responder principles thing things"
        + " quarter generation-gap nature thought thoughts estate sight foremost and of,"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> RankNouns = "place position rank spot".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"No. 1 supplier", "number one partner", "top 10": read before labels are excluded.</summary>
    public static QuantityReader.Draft? TryReadRank(TokenView view, int i)
    {
        var lower = view.Lower(i);
        if (lower == "top" && view.Lower(i - 1) is not ("of" or "on" or "to"))
        {
            var at = view.PastHyphen(i + 1);
            if (
                !NumberReader.TryRead(view, at, false, out var top)
                || top.HasScale
                || top.Number.Value is < 2 or > 500
                || top.Number.Value % 1 != 0
                || view.IsKind(top.End, TokenKind.Percent)
                || view.Is(top.End, "percent")
            )
                return null;
            return Make(view, i, at, top.End, top.Number.Value, plural: true) with { Hedge = Hedge.AtMost };
        }
        if (lower is not ("no" or "number"))
            return null;
        var number = lower == "no" && view.Is(i + 1, ".") && view.Touches(i) ? i + 2 : i + 1;
        if (lower == "no" && (!view.HasUpper(i) || !view.IsNumber(number)))
            return null;
        if (
            !NumberReader.TryRead(view, number, false, out var core)
            || core.HasScale
            || core.Number.Value is < 1 or > 300
            || core.Number.Value % 1 != 0
        )
            return null;
        var next = view.PastHyphen(core.End);
        var noun = NounWords.Find(view, next, plural: false, out var index);
        // A rank is somebody's place: a noun in small letters follows; "Order No. 5" and "number 10" have none.
        if (
            noun is null
            || view.IsCapitalised(next)
            || (lower == "number" && view.IsNumber(number) && !view.IsHyphen(i + 1))
            || view.IsName(i - 1) && lower == "no" && view.Is(i - 1, "order")
        )
            return null;
        return Make(view, i, number, core.End, core.Number.Value, plural: false);
    }

    /// <summary>True where an ordinal begins: its first word may be a cardinal ("twenty-fifth").</summary>
    public static bool Starts(TokenView view, int i) => TryOrdinal(view, i, out _, out _);

    public static QuantityReader.Draft? TryRead(TokenView view, int i)
    {
        if (!TryOrdinal(view, i, out var end, out var value) || IsExcluded(view, i, out _, out _))
            return null;
        return Make(view, i, i, end, value, plural: false);
    }

    /// <summary>Ordinals in names ("20th Party Congress"), in parts of a period ("first quarter", "21st century") and in idioms ("third party").</summary>
    public static bool IsExcluded(TokenView view, int i, out int end, out string reason)
    {
        reason = "";
        if (!TryOrdinal(view, i, out end, out var value))
            return false;
        var at = view.PastHyphen(end);
        var next = view.Lower(at);
        if (IsSuperlative(view, at))
            return false;
        if (
            next is "century" or "centuries" or "quarter" or "quarters" or "half" or "trimester"
            || (
                view.IsWord(i)
                && next is "month" or "months" or "week" or "weeks" or "day" or "days" or "year" or "years" or "decade"
                && view.Lower(at + 1) is "of" or "in"
            )
        )
        {
            // "the first quarter" and "the first months of 2023" are times; "its second year of war" is one too, for who reads times.
            reason = "period-part";
            return true;
        }
        if (NumberWords.Cardinals.ContainsKey(next) || view.IsNumber(at))
        {
            reason = "period-part";
            return true;
        }
        if (view.IsCapitalised(at) && (view.IsName(i) || view.IsNumber(i)) && CalendarWords.MonthAt(view, at) == 0)
        {
            reason = "named-ordinal";
            return true;
        }
        if (CalendarWords.MonthAt(view, view.Is(end, "of") ? end + 1 : end) > 0 || CalendarWords.MonthBefore(view, i, out _) > 0)
        {
            reason = "date";
            return true;
        }
        var before = view.Lower(i - 1);
        var placed =
            before
            is "ranked"
                or "ranks"
                or "came"
                or "comes"
                or "placed"
                or "finished"
                or "stands"
                or "stood"
                or "in"
                or "is"
                or "was"
                or "to";
        if (view.IsWord(i) && view.Is(end, ",") && !placed && !IsDeterminer(view, i - 1))
        {
            reason = "idiom";
            return true;
        }
        // "when the war first broke out": without a word that makes it a noun's, "first" is an adverb.
        if (value == 1 && view.IsWord(i) && !IsDeterminer(view, i - 1) && !placed && !view.IsSentenceStart(i))
        {
            reason = "idiom";
            return true;
        }
        if (
            Idioms.Contains(next)
            || before is "at" or "every"
            || (view.IsWord(i) && view.Is(end, ",") && view.IsSentenceStart(i))
            || (value == 1 && next is "" or "," or "." && before is not ("ranked" or "the" or "came" or "ranks"))
        )
        {
            reason = next is "term" or "terms" ? "named-ordinal" : "idiom";
            return true;
        }
        return false;
    }

    private static bool IsDeterminer(TokenView view, int i) =>
        view.Lower(i)
            is "the"
                or "its"
                or "his"
                or "her"
                or "their"
                or "our"
                or "my"
                or "a"
                or "an"
                or "'s"
                or "'"
                or "’"
                or "this"
                or "that"
                or "very"
                or "whose"
                or "any"
                or "and"
                or "or"
        || (view.IsKind(i, TokenKind.Quote) && view.IsWord(i - 1));

    private static bool TryOrdinal(TokenView view, int i, out int end, out double value)
    {
        (end, value) = (i + 1, 0);
        if (
            view.IsNumber(i)
            && CalendarWords.IsOrdinalSuffix(view, i + 1)
            && NumberText.TryParse(view.Text(i), out var digits)
            && digits.LastDigit == 1
            && digits.Value is >= 1 and < 1000
        )
        {
            (end, value) = (i + 2, digits.Value);
            return true;
        }
        if (!view.IsWord(i))
            return false;
        if (NumberWords.Ordinals.TryGetValue(view.Lower(i), out var ordinal))
        {
            value = ordinal;
            // "hundredth", "two-hundredth" and the tail of "twenty-fifth" are read from their first word.
            return !(view.IsHyphen(i - 1) && NumberWords.Cardinals.ContainsKey(view.Lower(i - 2)));
        }
        if (
            NumberWords.Cardinals.TryGetValue(view.Lower(i), out var tens)
            && tens >= 20
            && NumberWords.Ordinals.TryGetValue(view.Lower(view.PastHyphen(i + 1)), out ordinal)
            && ordinal < 10
        )
        {
            (end, value) = (view.PastHyphen(i + 1) + 1, tens + ordinal);
            return true;
        }
        return false;
    }

    private static bool IsSuperlative(TokenView view, int i)
    {
        var lower = view.Lower(i);
        return lower is "most" or "best" or "worst" or "least" or "leading" or "only"
            || (
                lower.Length > 5
                && lower.EndsWith("est", StringComparison.Ordinal)
                && lower is not ("interest" or "request" or "protest" or "invest" or "harvest" or "contest" or "conquest" or "forest")
            );
    }

    private static QuantityReader.Draft Make(TokenView view, int start, int core, int end, double value, bool plural)
    {
        var at = view.PastHyphen(end);
        if (IsSuperlative(view, at))
            at = view.PastHyphen(at + 1);
        var noun = RankNouns.Contains(view.Lower(at)) ? view.Lower(at) : NounWords.Find(view, at, plural, out _);
        return new()
        {
            Start = start,
            Core = core,
            End = end,
            Kind = QuantityKind.Ordinal,
            Number = new(value, 1),
            Unit = Units.Rank,
            Noun = noun,
        };
    }
}
