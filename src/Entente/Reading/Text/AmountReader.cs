using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>Reads a number with its currency, unit or counted noun, and ranges of such numbers with a shared scale or unit.</summary>
internal static partial class AmountReader
{
    /// <summary>How many words may stand between "barrels of" and "a day".</summary>
    private const int LongestOf = 4;

    /// <summary>One end of a range, or the whole of an amount.</summary>
    private readonly record struct Amount(NumberCore Core, int Start, int End, UnitMeaning? Unit, Hedge Hedge)
    {
        /// <summary>The number in its unit; divided where the factor is a part, as 12.3 ÷ 100 is 0.123 and 12.3 × 0.01 is not.</summary>
        public WrittenNumber Value =>
            Unit is null || Unit.Factor == 1 ? Core.Number
            : Unit.Factor < 1 && Math.Abs((1 / Unit.Factor) - Math.Round(1 / Unit.Factor)) < 1e-6
                ? new(Core.Number.Value / Math.Round(1 / Unit.Factor), Core.Number.LastDigit / Math.Round(1 / Unit.Factor))
            : Core.Number.Times(Unit.Factor);
    }

    public static QuantityReader.Draft? TryRead(TokenView view, int i)
    {
        if (TryReadArticleDuration(view, i) is { } duration)
            return duration;
        if (!TryReadOne(view, i, rangeEnd: false, out var amount))
            return null;
        var start = amount.Start;
        var sign = Sign(view, amount, out var signed);
        if (TryReadUpper(view, amount, out var upper, out var open))
        {
            var (low, high) = Share(amount, upper);
            var noun = high.Unit is null ? NounWords.Find(view, high.End, true, out _) : null;
            var unit = high.Unit ?? Counting(noun, view, high);
            var (lowValue, highValue) = (low.Value, high.Value);
            return new()
            {
                Start = open,
                Core = start,
                End = high.End,
                Kind = unit.Kind,
                Number = lowValue.Value <= highValue.Value ? lowValue : highValue,
                Upper = lowValue.Value <= highValue.Value ? highValue : lowValue,
                Unit = unit.Unit,
                Noun = noun,
            };
        }
        if (amount.Unit is null || (amount.Unit.Kind == QuantityKind.Money && !amount.Core.HasScale))
            amount = Inherit(view, amount);
        if (amount.Unit is not null)
            return new()
            {
                Start = signed,
                Core = amount.Start,
                End = amount.End,
                Kind = amount.Unit.Kind,
                Number = sign < 0 ? new(-amount.Value.Value, amount.Value.LastDigit) : amount.Value,
                Unit = amount.Unit.Unit,
                Hedge = amount.Hedge,
                Change =
                    sign > 0 && amount.Unit.Kind is QuantityKind.Percent or QuantityKind.PercentagePoints ? Change.Up
                    : sign < 0 ? Change.Down
                    : Change.None,
            };
        // "a 27-member bloc" counts members; what the hyphen does not join is a plural somewhere in the words after.
        var strong = view.IsHyphen(amount.End) && view.Is(amount.End + 1, "strong");
        var counted =
            strong ? "people"
            : view.IsHyphen(amount.End) && view.IsWord(amount.End + 1) ? view.Lower(amount.End + 1)
            : NounWords.Find(view, amount.End, amount.Core.Number.Value != 1, out _);
        return new()
        {
            Start = signed,
            Core = amount.Start,
            End = amount.End,
            Kind = QuantityKind.Count,
            Number = sign < 0 ? new(-amount.Value.Value, amount.Value.LastDigit) : amount.Value,
            Unit = Counting(counted, view, amount).Unit,
            Hedge = amount.Hedge,
            Noun = counted,
        };
    }

    /// <summary>"a decade", "a century and a half": only where the article is no "per".</summary>
    private static QuantityReader.Draft? TryReadArticleDuration(TokenView view, int i)
    {
        var half =
            view.Is(i, "half") ? i + 1
            : view.Lower(i) is "a" or "an" && view.Is(i + 1, "half") ? i + 2
            : -1;
        var word =
            half > 0 ? (view.Lower(half) is "a" or "an" || view.IsHyphen(half) ? half + 1 : half)
            : view.Lower(i) is "a" or "an" ? i + 1
            : -1;
        if (
            word < 0
            || !UnitWords.Durations.TryGetValue(view.Lower(word), out var meaning)
            || view.Lower(word)[^1] == 's'
            || view.IsHyphen(word + 1)
        )
            return null;
        if (half > 0 && word == half && !view.Is(i, "a"))
            return null;
        var before = view.Lower(i - 1);
        if (
            half < 0
            && (
                NumberText.TryParse(before, out _)
                || view.IsKind(i - 1, TokenKind.Percent)
                || before is "times" or "twice" or "once" or "percent"
                || IsRated(view, i)
            )
        )
            return null;
        // "a day" as a unit of the calendar ("a day after") is a length; after a plural noun it is a rate.
        var value = half > 0 ? 0.5 : 1.0;
        var end = word + 1;
        if (half < 0 && view.Is(end, "and") && view.Is(end + 1, "a") && view.Is(end + 2, "half"))
            (value, end) = (1.5, end + 3);
        var number = new WrittenNumber(
            value,
            value switch
            {
                1 => 1,
                1.5 => 0.5,
                _ => 0.1,
            }
        ).Times(meaning.Factor);
        return new()
        {
            Start = i,
            Core = i,
            End = end,
            Kind = QuantityKind.Duration,
            Number = number,
            Unit = meaning.Unit,
        };
    }

    private static bool IsRated(TokenView view, int i)
    {
        var before = view.Lower(i - 1);
        return NumberWords.Scales.ContainsKey(before)
            || NumberWords.ScaleLetters.ContainsKey(before)
            || UnitWords.CurrencyNames.TryMatchBefore(view, i, out _, out _)
            || UnitWords.Physical.TryMatchBefore(view, i, out _, out _)
            || (
                NounWords.IsPlural(before)
                && (
                    view.IsNumber(i - 2)
                    || view.IsNumber(i - 3)
                    || NumberWords.Cardinals.ContainsKey(view.Lower(i - 2))
                    || NumberWords.Scales.ContainsKey(view.Lower(i - 2))
                )
            );
    }

    private static bool TryReadOne(TokenView view, int i, bool rangeEnd, out Amount amount)
    {
        amount = default;
        var currency = CurrencyBefore(view, i, out var at);
        if (!NumberReader.TryRead(view, at, currency is not null, out var core))
            return false;
        if (core.Form == NumberForm.Article && rangeEnd)
            return false;
        var hedge =
            core.Form == NumberForm.Vague ? Hedge.AtLeast
            : view.Lower(i) is "a" && view.Is(i + 1, "couple") ? Hedge.About
            : Hedge.None;
        var end = core.End;
        // "20-odd countries", "200+ sanctions", "ten or more ships": the bound stands between the number and what it counts.
        var after = HedgeWords.ReadAfter(view, end, out var past);
        if (after != Hedge.None && hedge == Hedge.None)
            (hedge, end) = (after, past);
        UnitMeaning? unit = currency is null ? null : Money(currency);
        if (currency is null)
            unit = UnitAfter(view, end, core, out end);
        // "$20 USD", "US$5bn dollars" repeat themselves.
        else if (
            (UnitWords.CurrencyCodes.TryGetValue(view.Lower(end), out var code) && code == currency)
            || (currency == "USD" && view.Lower(end) is "us" or "u.s." && view.HasUpper(end) && !view.IsCapitalised(end + 1))
        )
            end++;
        if (unit is { Kind: QuantityKind.Money } && PriceBasis(view, end, core, out var basisEnd) is { } basis)
        {
            unit = new(QuantityKind.Price, UnitWords.PriceUnit(unit.Unit.Symbol, basis), 1);
            end = basisEnd;
        }
        amount = new(core, i, end, unit, hedge);
        return true;
    }

    private static UnitMeaning Money(string code) => new(QuantityKind.Money, Units.Find(code), 1);

    private static string? CurrencyBefore(TokenView view, int i, out int at)
    {
        at = i;
        string? prefix = null;
        if (view.IsWord(i) && view.IsKind(i + 1, TokenKind.Currency) && UnitWords.SignPrefixes.TryGetValue(view.Lower(i), out prefix))
        {
            // "HK $3.7 billion" too; "a $5bn fund" is no Australian one.
            if (
                view.Touches(i)
                || (view.GapAfter(i) == 1 && (view[i].Length > 1 ? char.IsUpper(view.Text(i)[1]) : view.Text(i) is "C" or "S"))
            )
                at++;
            else
                prefix = null;
        }
        // What becomes of a yen sign where a text was forced into ASCII: "Y=28,030".
        if (view.Is(i, "y") && view.Is(i + 1, "=") && view.Touches(i) && view.Touches(i + 1) && view.HasUpper(i))
        {
            at = i + 2;
            return "JPY";
        }
        if (view.IsKind(at, TokenKind.Currency))
        {
            var sign = view.Text(at++);
            // "$-50.8bn"
            if (view.IsHyphen(at) && view.IsNumber(at + 1))
                at++;
            // "$US113 trillion"
            else if (view.IsWord(at) && view.Touches(at - 1) && UnitWords.SignPrefixes.TryGetValue(view.Lower(at), out var country))
                (prefix, at) = (country, at + 1);
            return prefix ?? (UnitWords.CurrencySigns.TryGetValue(sign, out var own) ? own : null);
        }
        if (
            view.IsWord(i)
            && view.IsCapitalised(i)
            && UnitWords.CurrencyCodes.TryGetValue(view.Lower(i), out var code)
            && (view.Touches(i) || !view.Is(i, "ps"))
        )
        {
            at = view.Is(i + 1, ".") && view.Touches(i) ? i + 2 : view.PastHyphen(i + 1);
            return code;
        }
        return null;
    }

    /// <summary>A minus or plus that touches the number and nothing before it, or the word "minus".</summary>
    private static int Sign(TokenView view, Amount amount, out int start)
    {
        start = amount.Start;
        var before = amount.Start - 1;
        if (view.IsDash(amount.Core.Start - 1) && view.IsKind(amount.Core.Start - 2, TokenKind.Currency))
            return -1;
        if (view.Is(view.BeforeHyphen(before), "minus"))
        {
            start = view.BeforeHyphen(before);
            return -1;
        }
        if (!view.Touches(before) || view.Touches(before - 1) && !view.Is(before - 1, "("))
            return 0;
        if (view.Is(before, "+"))
        {
            start = before;
            return 1;
        }
        if (!view.IsDash(before) || view.Text(before)[0] == '—' || view.IsNumber(before - 1))
            return 0;
        start = before;
        return -1;
    }

    private static UnitMeaning Counting(string? noun, TokenView view, Amount amount)
    {
        if (noun is not null && UnitWords.CountedNouns.TryGetValue(noun, out var unit))
            return new(QuantityKind.Count, unit, 1);
        return new(QuantityKind.Count, Units.Count, 1);
    }
}
