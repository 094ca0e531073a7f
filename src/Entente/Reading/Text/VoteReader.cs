using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>Reads vote results: "141–5 with 35 abstentions", "93 votes to 18", "voted 13-2", "120 in favour, 5 against".</summary>
internal static class VoteReader
{
    private const int Window = 10;

    /// <summary>Cheap test before anything that would take the number for a date or a telephone number.</summary>
    public static bool MayBeVote(TokenView view, int i) =>
        view.IsNumber(i) && view.IsDash(i + 1) && view.IsNumber(i + 2) && CalendarWords.YearAt(view, i) == 0 && HasContext(view, i);

    public static QuantityReader.Draft? TryRead(TokenView view, int i)
    {
        if (Whole(view, i) is not { } yes || CalendarWords.YearAt(view, i) > 0)
            return null;
        if (
            view.IsDash(i + 1)
            && view.Touches(i) == view.Touches(i + 1)
            && Whole(view, i + 2) is { } dashed
            && view.IsNumber(i)
            && view.Text(i + 1)[0] != '—'
        )
        {
            if (
                !HasContext(view, i)
                || view.IsKind(i + 3, TokenKind.Percent)
                || UnitWords.Durations.ContainsKey(view.Lower(view.PastHyphen(i + 3)))
                || view.Is(i + 3, "percent")
                || view.IsKind(i - 1, TokenKind.Currency)
            )
                return null;
            if (view.IsDash(i + 3) && Whole(view, i + 4) is { } third)
                return Make(i, i + 5, yes, dashed, third);
            // A rising pair is a range unless a verb of voting stands right before it.
            if (dashed > yes && !VotesBefore(view, i))
                return null;
            var abstain = Abstentions(view, i + 3, out var end);
            return Make(i, end, yes, dashed, abstain);
        }
        var at = i + 1;
        var named = false;
        if (view.Lower(at) is "votes" or "vote" or "voted" or "members" or "countries" or "states" or "nations")
        {
            named = view.Lower(at) is "votes" or "vote" or "voted";
            at++;
            if (view.Lower(at) is "voted" or "voting")
                (named, at) = (true, at + 1);
        }
        if (
            view.Is(at, "to")
            && Whole(view, at + 1) is { } against
            && (named || VotesBefore(view, i))
            && !view.IsKind(at + 2, TokenKind.Percent)
            && view.Lower(at + 2) is not "percent"
            && CalendarWords.YearAt(view, at + 1) == 0
        )
        {
            var past = view.Lower(at + 2) is "votes" ? at + 3 : at + 2;
            var abstain = Abstentions(view, past, out var end);
            return Make(i, end, yes, against, abstain);
        }
        var favour =
            view.Is(at, "in") && view.Lower(at + 1) is "favour" or "favor" ? at + 2
            : named && view.Lower(at) is "for" or "yes" ? at + 1
            : -1;
        if (favour < 0)
            return null;
        for (var j = favour; j < Math.Min(view.Count, favour + 4); j++)
            if (
                Whole(view, j) is { } no
                && (view.Lower(j + 1) is "against" or "opposed" or "no" || view.Lower(j + 2) is "against" or "opposed")
            )
            {
                var past = view.Lower(j + 1) is "against" or "opposed" or "no" ? j + 2 : j + 3;
                var abstain = Abstentions(view, past, out var end);
                return Make(i, end, yes, no, abstain);
            }
        return null;
    }

    private static int? Whole(TokenView view, int i)
    {
        if (
            view.IsNumber(i)
            && view[i].Length <= 3
            && NumberText.TryParse(view.Text(i), out var number)
            && number.LastDigit == 1
            && !CalendarWords.IsOrdinalSuffix(view, i + 1)
        )
            return (int)number.Value;
        return
            view.IsWord(i)
            && view.Lower(i) != "zero"
            && NumberWords.Cardinals.TryGetValue(view.Lower(i), out var small)
            && !view.IsHyphen(i + 1)
            ? small
            : null;
    }

    /// <summary>The abstentions in the same clause: "with 35 abstentions", "and 35 countries abstaining", "35 abstained".</summary>
    private static int? Abstentions(TokenView view, int at, out int end)
    {
        end = at;
        for (var i = at; i < Math.Min(view.Count, at + 7); i++)
        {
            if (view.Lower(i) is "." or ";")
                return null;
            if (Whole(view, i) is not { } count)
                continue;
            for (var j = i + 1; j <= i + 2; j++)
                if (view.Lower(j).StartsWith("abst", StringComparison.Ordinal))
                {
                    end = j + 1;
                    return count;
                }
            return null;
        }
        return null;
    }

    private static bool VotesBefore(TokenView view, int i)
    {
        for (var j = i - 1; j >= Math.Max(0, i - 3); j--)
            if (
                view.Lower(j)
                is "voted"
                    or "vote"
                    or "votes"
                    or "tally"
                    or "passed"
                    or "adopted"
                    or "approved"
                    or "rejected"
                    or "margin"
                    or "voting"
                    or "count"
            )
                return true;
        return false;
    }

    private static bool HasContext(TokenView view, int i)
    {
        for (var j = Math.Max(0, i - Window); j < Math.Min(view.Count, i + Window); j++)
        {
            var lower = view.Lower(j);
            if (
                lower.StartsWith("vote", StringComparison.Ordinal)
                || lower.StartsWith("voting", StringComparison.Ordinal)
                || lower.StartsWith("abst", StringComparison.Ordinal)
                || lower is "tally" or "passed" or "adopted" or "approved" or "rejected" or "resolution" or "favour" or "favor"
            )
                return true;
        }
        return false;
    }

    private static QuantityReader.Draft Make(int start, int end, int yes, int no, int? abstain) =>
        new()
        {
            Start = start,
            Core = start,
            End = end,
            Kind = QuantityKind.VoteResult,
            Number = new(yes, 1),
            Unit = Units.Find("votes"),
            Vote = new(yes, no, abstain),
        };
}
