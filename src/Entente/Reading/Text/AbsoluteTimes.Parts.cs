using Entente.Quantities;

namespace Entente.Reading.Text;

/// <content>Parts of a year: quarters, halves, months counted from either end, seasons, beginnings and ends.</content>
internal static partial class AbsoluteTimes
{
    /// <summary>Parts of a written year: "Q1 2022", "first quarter of 2022", "H1 2022", "first eleven months of 2023", "early 2024", "end of 2023", "summer of 2022".</summary>
    internal static ReadTime? TryPart(TokenView view, int i)
    {
        var lower = view.Lower(i);
        if (view.Is(i, "the"))
            return
                view.Lower(i + 1)
                    is "first"
                        or "second"
                        or "third"
                        or "fourth"
                        or "last"
                        or "final"
                        or "early"
                        or "late"
                        or "mid"
                        or "end"
                        or "beginning"
                        or "start"
                        or "middle"
                        or "close"
                        or "turn"
                        or "spring"
                        or "summer"
                        or "autumn"
                        or "fall"
                        or "winter"
                        or "opening"
                        or "closing"
                        or "latter"
                || DecadeAt(view, i + 1) is not null
                || view.IsNumber(i + 1)
                ? TryPart(view, i + 1) ?? TryDecade(view, i + 1)
                : null;
        if (PartAt(view, i) is { } part)
        {
            var at = view.Lower(part.End) is "of" or "," ? part.End + 1 : part.End;
            var year = CalendarWords.YearAt(view, at);
            return year > 0 && part.In(year) is { } period ? new(at + 1, TimeKind.Absolute, period) : null;
        }
        // "2Q23", "1H23"
        if (
            view.IsNumber(i)
            && view.Touches(i)
            && view[i].Length == 1
            && view.Lower(i + 1) is { Length: 3 } label
            && label[0] is 'q' or 'h'
            && int.TryParse(label.AsSpan(1), out var two)
        )
            return Numbered(i + 2, label[0], view.Text(i)[0] - '0') is { } numbered
                ? new(numbered.End, TimeKind.Absolute, numbered.In(2000 + two))
                : null;
        // "the final months of 2022" are not the year.
        if (
            lower is "first" or "early" or "opening" or "last" or "final" or "closing"
            && view.Lower(i + 1) is "months" or "weeks" or "days"
            && view.Is(i + 2, "of")
        )
            return TryOne(view, i + 3) is { Period: not null } some ? some with { Kind = TimeKind.Vague } : null;
        if (lower is "early" or "late" or "mid" or "spring" or "summer" or "autumn" or "fall" or "winter")
        {
            var at = view.PastHyphen(i + 1);
            if (view.Lower(at) is "in" or "of")
                at++;
            if (view.Is(at, "the"))
                at++;
            if (lower == "fall" && view.IsWord(at - 1) && !view.Is(at - 1, "of") && at - 1 != i)
                return null;
            return TryOne(view, at) is { Period: not null } one && one.Period.Kind is not PeriodKind.Day
                ? one with
                {
                    Kind = TimeKind.Vague,
                }
                : null;
        }
        if (lower is "end" or "beginning" or "start" or "middle" or "close" or "outset" && view.Is(i + 1, "of"))
        {
            var at = view.Is(i + 2, "the") ? i + 3 : i + 2;
            return TryOne(view, at) is { Period: not null } one ? one with { Kind = TimeKind.Vague } : null;
        }
        return null;
    }

    /// <summary>A part of a year without the year: where it ends, and the period it makes of one.</summary>
    public sealed record YearPart(int End, Func<int, Period?> In);

    public static YearPart? PartAt(TokenView view, int i)
    {
        var lower = view.Lower(i);
        if (lower.Length == 2 && lower[0] is 'q' or 'h' && lower[1] is >= '1' and <= '4' && view.HasUpper(i))
        {
            return Numbered(i + 1, lower[0], lower[1] - '0');
        }
        // "1H 2023", "3Q"
        if (view.IsNumber(i) && view.Touches(i) && view[i].Length == 1 && view.Text(i + 1) is "Q" or "H")
            return Numbered(i + 2, view.Lower(i + 1)[0], lower[0] - '0');
        var ordinal = lower switch
        {
            "first" or "opening" => 1,
            "second" or "latter" => 2,
            "third" => 3,
            "fourth" or "last" or "final" => 4,
            _ => 0,
        };
        if (ordinal == 0)
            return null;
        switch (view.Lower(i + 1))
        {
            case "quarter":
                return QuarterOf(i + 2, ordinal);
            case "half" when lower is not ("third" or "fourth" or "final" or "last"):
                return HalfOf(i + 2, ordinal);
        }
        // "in the eight months of 2019": those it began with.
        if (
            NumberWords.Cardinals.TryGetValue(lower, out var some)
            && some is >= 2 and <= 11
            && view.Is(i + 1, "months")
            && view.Is(i + 2, "of")
            && view.Is(i - 1, "the")
        )
            return MonthsOf(i + 2, 1, (int)some);
        if (
            lower is not ("first" or "last" or "final" or "opening")
            || !NumberReader.TryRead(view, i + 1, false, out var count)
            || count.Number.Value is < 2 or > 11
            || view.Lower(count.End) is not ("months" or "quarters")
        )
            return null;
        var quarters = view.Is(count.End, "quarters");
        var months = (int)count.Number.Value * (quarters ? 3 : 1);
        if (months > 11 || count.Number.Value % 1 != 0)
            return null;
        return lower is "first" or "opening" ? MonthsOf(count.End + 1, 1, months) : MonthsOf(count.End + 1, 13 - months, 12);
    }

    private static YearPart? Numbered(int end, char letter, int number) =>
        letter == 'q' && number is >= 1 and <= 4 ? QuarterOf(end, number)
        : letter == 'h' && number is 1 or 2 ? HalfOf(end, number)
        : null;

    // Methods of their own, so that what a word which is no part of a year costs is no closure.
    private static YearPart QuarterOf(int end, int quarter) => new(end, year => Period.OfQuarter(year, quarter));

    private static YearPart HalfOf(int end, int half) => new(end, year => Period.OfHalf(year, half));

    private static YearPart MonthsOf(int end, int from, int to) =>
        new(end, year => Period.OfRange(Period.OfMonth(year, from), Period.OfMonth(year, to)));
}
