using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <summary>
/// One figure as a multiple or a part of another: "six times Japan's", "57 percent as large as America's", "twice as much from China as it
/// sells there", "eight times the population of Belarus". And differences: "two more warheads than Pakistan".
/// </summary>
internal sealed class RatioFrame(SentenceAnalysis analysis, Discourse discourse, Comparables comparables)
{
    private (MeasureRef One, MeasureRef Other, Period? Period, int End)? sides;

    /// <summary>
    /// The two figures that a ratio is spelled out in: "six times as much from China as it sells there: $101.7 billion against $16.7 billion".
    /// </summary>
    public ClaimDraft? Spelled(QuantityMention quantity)
    {
        if (sides is not { } said || quantity.Kind is not (QuantityKind.Money or QuantityKind.Physical or QuantityKind.Count))
            return null;
        if (
            quantity.FirstToken < said.End
            || (quantity.Kind == QuantityKind.Count && said.One.Measure is not ("population" or "nuclear_warheads"))
        )
            return null;
        var before = quantity.FirstToken - 1;
        var colon = -1;
        for (var i = said.End; i < quantity.FirstToken; i++)
            if (Word(i) is ":" or "(" or "—" or "–")
                colon = i;
        if (colon < 0)
            return null;
        var first = before == colon;
        var second = Word(before) is "against" or "versus" or "to" || (Word(before) is "with" && Word(before - 1) is "compared");
        if (!first && !second)
            return null;
        var reference = first ? said.One : said.Other;
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        if (chosen.Mention is null)
            chosen = new ChosenPeriod(said.Period ?? chosen.Period, null, said.Period is null ? chosen.Inference : null);
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity);
    }

    private Told? told;

    /// <param name="quantity">A multiple, a part or an amount.</param>
    /// <param name="before">The level told before it in the sentence: "$916 billion, three times as much as China".</param>
    public ClaimDraft? Read(QuantityMention quantity, Told? before)
    {
        told = before;
        return quantity.Kind switch
        {
            QuantityKind.Multiple when !Moves(quantity) => Ratio(quantity),
            QuantityKind.Percent or QuantityKind.Fraction => Part(quantity),
            // "three times India's" counts to the reader of numbers, who does not know that India is compared.
            QuantityKind.Count when quantity.Noun is "times" => Ratio(quantity with { Unit = Units.Number }),
            QuantityKind.Money or QuantityKind.Physical or QuantityKind.Count => Difference(quantity),
            _ => null,
        };
    }

    /// <summary>
    /// What is compared: the figure that an apposition explains, else the measure named. A share before ("4 percent of GDP, twice as much as
    /// Germany") is neither.
    /// </summary>
    private (MeasureSpan Span, MeasureRef Reference)? Left(QuantityMention quantity, int at)
    {
        var apposed = Word(quantity.FirstToken - 1) is "," or "—" or "–" or "(";
        if (apposed && told is { Reference.PartnerOpen: false } level)
            return (level.Span ?? new MeasureSpan(0, 0, level.Reference.Measure, false, false), level.Reference);
        if (apposed)
            foreach (var other in analysis.Quantities)
                if (other.EndToken <= quantity.FirstToken && other.Kind is not QuantityKind.Duration)
                    return null;
        return comparables.Left(quantity.FirstToken, at);
    }

    /// <summary>"doubled", "has tripled" move; they compare nothing.</summary>
    private bool Moves(QuantityMention quantity) =>
        Word(quantity.CoreToken).EndsWith("ed", StringComparison.Ordinal)
        || Word(quantity.CoreToken).EndsWith("ing", StringComparison.Ordinal);

    private ClaimDraft? Ratio(QuantityMention quantity) =>
        RightStart(quantity.EndToken) is { } at ? Draft(quantity, quantity, at) : AtOtherTime(quantity);

    /// <summary>"25 times the size of Kazakhstan's in 2010, and 68 times in 2023": the same two at another time.</summary>
    private ClaimDraft? AtOtherTime(QuantityMention quantity)
    {
        if (sides is not { } said || quantity.FirstToken < said.End)
            return null;
        foreach (var time in analysis.Times)
            if (
                time is { Period: { } period, Kind: TimeKind.Absolute }
                && time.FirstToken >= quantity.EndToken
                && time.FirstToken <= quantity.EndToken + 1
                && !period.Equals(said.Period)
            )
            {
                analysis.UsedTimes.Add(time);
                return new ClaimDraft
                {
                    First = quantity.FirstToken,
                    End = time.EndToken,
                    Kind = ClaimKind.Comparison,
                    Assertion = $"{said.One.Text(period.Text)} / {said.Other.Text(period.Text)}{AssertionText.Tail(quantity)}",
                    Period = period,
                    Inferred = said.One.Inferred,
                }.WithQuantity(quantity);
            }
        return null;
    }

    private ClaimDraft? Part(QuantityMention quantity)
    {
        var end = quantity.EndToken;
        // "57 percent of America's" is a comparison only after a measure and a verb of being; else it is a share of something.
        if (Direction(end) is { } sign)
            return More(quantity, sign);
        var at =
            RightStart(end) is { } said ? said
            : Word(end) is "of" && Word(end + 1) is "that" or "those" ? end + 1
            : Word(end) is "of" && Word(quantity.FirstToken - 1) is "is" or "was" or "equals" or "equalled" or "to" ? end + 1
            : -1;
        if (
            at < 0
            || (
                Word(end) is "of"
                && at == end + 1
                && Word(at) is not ("that" or "those")
                && comparables.Left(quantity.FirstToken, quantity.FirstToken) is not { Span.IsVerb: false, Reference.Second: null }
            )
        )
            return null;
        return Draft(quantity, ShareFrame.AsShare(quantity), at);
    }

    /// <summary>"20 percent larger than Italy's" is 120 percent of it. What it was at another time is growth, and not read here.</summary>
    private ClaimDraft? More(QuantityMention quantity, double sign)
    {
        if (
            quantity.Kind is not (QuantityKind.Percent or QuantityKind.Fraction)
            || quantity.Upper is not null
            || RightStart(quantity.EndToken) is not { } at
            || Earlier(at) is not null
        )
            return null;
        if (analysis.ActorStartingAt(at) is null && comparables.ActorAt(at) is null && Word(at) is not ("that" or "those"))
            return null;
        quantity = ShareFrame.AsShare(quantity);
        var hedge =
            sign > 0
                ? quantity.Hedge
                : quantity.Hedge switch
                {
                    Hedge.MoreThan => Hedge.LessThan,
                    Hedge.LessThan => Hedge.MoreThan,
                    Hedge.AtLeast => Hedge.AtMost,
                    Hedge.AtMost => Hedge.AtLeast,
                    _ => quantity.Hedge,
                };
        return Draft(
            quantity,
            quantity with
            {
                Number = new WrittenNumber(1 + (sign * quantity.Number.Value), quantity.Number.LastDigit),
                Hedge = hedge,
            },
            at
        );
    }

    private ClaimDraft? Draft(QuantityMention quantity, QuantityMention written, int at)
    {
        if (Left(quantity, at) is not { } left)
            return null;
        if (Earlier(at) is { } earlier)
        {
            analysis.UsedTimes.Add(earlier);
            return OverTime(quantity, written, left.Reference, FiscalYears.Read(analysis, earlier, left.Reference), earlier.FirstToken);
        }
        if (YearsBefore(at) is { } years && told?.Period is { } from)
            return OverTime(quantity, written, left.Reference, from.PlusYears(-years), at);
        if (comparables.Right(at, left.Reference, left.Span) is not { } right)
            return null;
        var chosen = comparables.Period(quantity.FirstToken, right.End, left.Reference, discourse);
        var period = chosen.Period?.Text;
        discourse.Remember(left.Reference, chosen.Period, analysis.Statement.Paragraph);
        if (right.Terms.Count == 1)
            sides = (left.Reference, right.Terms[0], chosen.Mention is null ? null : chosen.Period, quantity.EndToken);
        var divisor = right.Terms.Count > 1 ? $"({right.Text(period)})" : right.Text(period);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = right.End,
            Kind = ClaimKind.Comparison,
            Assertion = $"{left.Reference.Text(period)} / {divisor}{AssertionText.Tail(written)}",
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(left.Reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(written);
    }

    /// <summary>The time that "as in 2019", "than it was in 2000", "the 2020 level" compare with.</summary>
    private TimeMention? Earlier(int at)
    {
        var i = at;
        while (i < at + 6 && IsOfEarlier(Word(i)))
            i++;
        foreach (var time in analysis.Times)
            if (time.Period is not null && time.FirstToken >= at && time.FirstToken <= i && time.EndToken > i)
                return time;
        return null;
    }

    private static bool IsOfEarlier(string word) =>
        word is "it" or "they" or "was" or "were" or "had" or "been" or "in" or "the" or "that" or "of" or "did"
        || word is "what" or "paid" or "spent" or "bought" or "sold" or "imported" or "exported" or "earned";

    /// <summary>"as five years before", "than ten years earlier".</summary>
    private int? YearsBefore(int at)
    {
        foreach (var other in analysis.Quantities)
            if (
                other.FirstToken == at
                && other.Kind == QuantityKind.Duration
                && other.Unit.Symbol == "years"
                && other.Number.Value % 1 == 0
                && Word(other.EndToken) is "before" or "earlier" or "previously"
            )
                return (int)other.Number.Value;
        return null;
    }

    private ClaimDraft OverTime(QuantityMention quantity, QuantityMention written, MeasureRef reference, Period then, int at)
    {
        Period? now = null;
        var gap = int.MaxValue;
        foreach (var time in analysis.Times)
            if (
                time is { Period: not null, Kind: TimeKind.Absolute or TimeKind.Relative, Role: TimeRole.At or TimeRole.During }
                && time.EndToken <= at
                && analysis.Distance(time.FirstToken, quantity.FirstToken) is var far
                && far < gap
            )
                (now, gap) = (time.Period, far);
        Inference? inference = null;
        if (now is null && told is { Period: { } known } && reference == told.Reference)
            now = known;
        if (now is null && discourse.Published is { } day && then.End.Year < day.Year)
        {
            now = Period.OfYear(day.Year);
            inference = new Inference("period", now.Text, Inference.YearOfWriting);
        }
        var usable = now is not null && !now.Equals(then);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Min(at + 2, analysis.Tokens.Count),
            Kind = ClaimKind.Comparison,
            Assertion = usable ? $"{reference.Text(now!.Text)} / {reference.Text(then.Text)}{AssertionText.Tail(written)}" : null,
            Period = now,
            Inferred = inference is null ? reference.Inferred : [.. reference.Inferred, inference],
            Reason = usable ? null : "no-period",
        }.WithQuantity(written);
    }

    /// <summary>"$40 billion more than Iran", "two more nuclear warheads than Pakistan".</summary>
    private ClaimDraft? Difference(QuantityMention quantity)
    {
        var word = quantity.EndToken;
        if (Direction(word) is not { } sign)
        {
            // "two more" is one quantity to the reader of numbers.
            word = quantity.EndToken - 1;
            if (word <= quantity.CoreToken || Direction(word) is not { } inside)
            {
                word = Inside(quantity);
                if (word < 0 || Direction(word) is not { } noun)
                    return null;
                inside = noun;
            }
            sign = inside;
        }
        var than = -1;
        for (var i = word + 1; i <= word + 8 && than < 0; i++)
            if (Word(i) is "than")
                than = i;
            else if (Word(i) is "," or ";" or "." or "and")
                return null;
        if (
            than < 0
            || Left(quantity, than) is not { } left
            || comparables.Right(than + 1, left.Reference, left.Span) is not { Terms.Count: 1 } right
        )
            return null;
        var chosen = comparables.Period(quantity.FirstToken, right.End, left.Reference, discourse);
        var period = chosen.Period?.Text;
        discourse.Remember(left.Reference, chosen.Period, analysis.Statement.Paragraph);
        var bare = quantity.Kind == QuantityKind.Count ? "count" : null;
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = right.End,
            Kind = ClaimKind.Comparison,
            Assertion = $"{left.Reference.Text(period)} - {right.Text(period)}{AssertionText.Tail(quantity, sign, bare)}",
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(left.Reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity, sign);
    }

    private int Inside(QuantityMention quantity)
    {
        for (var i = quantity.CoreToken + 1; i < quantity.EndToken; i++)
            if (Direction(i) is not null)
                return i;
        return -1;
    }

    private double? Direction(int at) =>
        Word(at) switch
        {
            "more" or "higher" or "larger" or "bigger" or "greater" => 1,
            "less" or "fewer" or "lower" or "smaller" => -1,
            _ => null,
        };

    /// <summary>Where the other side starts after "times", "percent" or "half": past "as large as", "larger than", "the size of", "that of".</summary>
    private int? RightStart(int end)
    {
        if (Word(end) is "as")
        {
            for (var i = end + 2; i <= end + 12; i++)
            {
                if (Word(i) is ";" or "." or ",")
                    return null;
                if (Word(i) is "as")
                    return i + 1;
            }
            return null;
        }
        if (Word(end) is "that" or "those" && Word(end + 1) is "of" or "in")
            return end;
        if (Word(end) is "what")
            return end;
        if (Word(end) is "the")
        {
            if (
                Word(end + 1)
                    is "size"
                        or "level"
                        or "amount"
                        or "volume"
                        or "value"
                        or "figure"
                        or "number"
                        or "total"
                        or "population"
                        or "gdp"
                        or "output"
                        or "scale"
                && Word(end + 2) is "of" or "in"
            )
                return Word(end + 2) is "of" ? end + 3 : end + 2;
            // "five times the 2021 level"
            if (
                Earlier(end + 1) is { } then
                && Word(then.EndToken) is "level" or "levels" or "figure" or "total" or "amount" or "value" or "volume"
            )
                return end + 1;
            return comparables.ActorAt(end) is { IsAdjective: true } or { Possessive: true } ? end : null;
        }
        if (Direction(end) is not null || Word(end) is "over")
            for (var i = end + 1; i <= end + 8; i++)
            {
                if (Word(i) is ";" or "." or ",")
                    return null;
                if (Word(i) is "than")
                    return i + 1;
            }
        return analysis.ActorStartingAt(end) is { Possessive: true } or { IsAdjective: true } ? end : null;
    }

    private string Word(int i) => analysis.Word(i);
}
