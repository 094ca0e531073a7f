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
            : Unit.Factor < 1 && Math.Abs((1 / Unit.Factor) - Math.Round(1 / Unit.Factor)) < 1e-6 ? new(Core.Number.Value / Math.Round(1 / Unit.Factor), Core.Number.LastDigit / Math.Round(1 / Unit.Factor))
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
        if (amount.Unit is null)
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
                Change = sign > 0 && amount.Unit.Kind is QuantityKind.Percent or QuantityKind.PercentagePoints ? Change.Up : sign < 0 ? Change.Down : Change.None,
            };
        // "a 27-member bloc" counts members; what the hyphen does not join is a plural somewhere in the words after.
        var strong = view.IsHyphen(amount.End) && view.Is(amount.End + 1, "strong");
        var counted = strong ? "people" : view.IsHyphen(amount.End) && view.IsWord(amount.End + 1)
            ? view.Lower(amount.End + 1)
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
        var half = view.Is(i, "half") ? i + 1 : view.Lower(i) is "a" or "an" && view.Is(i + 1, "half") ? i + 2 : -1;
        var word = half > 0 ? (view.Lower(half) is "a" or "an" || view.IsHyphen(half) ? half + 1 : half) : view.Lower(i) is "a" or "an" ? i + 1 : -1;
        if (word < 0 || !UnitWords.Durations.TryGetValue(view.Lower(word), out var meaning) || view.Lower(word)[^1] == 's' || view.IsHyphen(word + 1))
            return null;
        if (half > 0 && word == half && !view.Is(i, "a"))
            return null;
        var before = view.Lower(i - 1);
        if (half < 0 && (NumberText.TryParse(before, out _) || view.IsKind(i - 1, TokenKind.Percent) || before is "times" or "twice" or "once" or "percent" || IsRated(view, i)))
            return null;
        // "a day" as a unit of the calendar ("a day after") is a length; after a plural noun it is a rate.
        var value = half > 0 ? 0.5 : 1.0;
        var end = word + 1;
        if (half < 0 && view.Is(end, "and") && view.Is(end + 1, "a") && view.Is(end + 2, "half"))
            (value, end) = (1.5, end + 3);
        var number = new WrittenNumber(value, value switch { 1 => 1, 1.5 => 0.5, _ => 0.1 }).Times(meaning.Factor);
        return new() { Start = i, Core = i, End = end, Kind = QuantityKind.Duration, Number = number, Unit = meaning.Unit };
    }

    private static bool IsRated(TokenView view, int i)
    {
        var before = view.Lower(i - 1);
        return NumberWords.Scales.ContainsKey(before) || NumberWords.ScaleLetters.ContainsKey(before) || UnitWords.CurrencyNames.TryMatchBefore(view, i, out _, out _)
            || UnitWords.Physical.TryMatchBefore(view, i, out _, out _)
            || (NounWords.IsPlural(before) && (view.IsNumber(i - 2) || view.IsNumber(i - 3) || NumberWords.Cardinals.ContainsKey(view.Lower(i - 2)) || NumberWords.Scales.ContainsKey(view.Lower(i - 2))));
    }

    private static bool TryReadOne(TokenView view, int i, bool rangeEnd, out Amount amount)
    {
        amount = default;
        var currency = CurrencyBefore(view, i, out var at);
        if (!NumberReader.TryRead(view, at, currency is not null, out var core))
            return false;
        if (core.Form == NumberForm.Article && rangeEnd)
            return false;
        var hedge = core.Form == NumberForm.Vague ? Hedge.AtLeast : view.Lower(i) is "a" && view.Is(i + 1, "couple") ? Hedge.About : Hedge.None;
        var end = core.End;
        // "20-odd countries", "200+ sanctions", "ten or more ships": the bound stands between the number and what it counts.
        var after = HedgeWords.ReadAfter(view, end, out var past);
        if (after != Hedge.None && hedge == Hedge.None)
            (hedge, end) = (after, past);
        UnitMeaning? unit = currency is null ? null : Money(currency);
        if (currency is null)
            unit = UnitAfter(view, end, core, out end);
        // "$20 USD", "US$5bn dollars" repeat themselves.
        else if (UnitWords.CurrencyCodes.TryGetValue(view.Lower(end), out var code) && code == currency)
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
        if (view.IsWord(i) && view.IsKind(i + 1, TokenKind.Currency) && view.Touches(i) && UnitWords.SignPrefixes.TryGetValue(view.Lower(i), out prefix))
            at++;
        if (view.IsKind(at, TokenKind.Currency))
        {
            at++;
            return prefix ?? (UnitWords.CurrencySigns.TryGetValue(view.Text(at - 1), out var sign) ? sign : null);
        }
        if (view.IsWord(i) && view.IsCapitalised(i) && UnitWords.CurrencyCodes.TryGetValue(view.Lower(i), out var code))
        {
            at = view.Is(i + 1, ".") && view.Touches(i) ? i + 2 : view.PastHyphen(i + 1);
            return code;
        }
        return null;
    }

    private static string? PriceBasis(TokenView view, int at, NumberCore core, out int end)
    {
        end = at;
        if (view.Lower(at) is not ("a" or "an" or "per" or "/" or "each") || core.Scale >= 1e9)
            return null;
        return UnitWords.PriceBases.TryMatch(view, at + 1, out end, out var basis) && (basis != "unit" || view.Lower(at) != "/") ? basis : null;
    }

    /// <summary>The unit that the words right after a number name.</summary>
    private static UnitMeaning? UnitAfter(TokenView view, int from, NumberCore core, out int end)
    {
        end = from;
        var at = view.PastHyphen(from);
        if (Percent(view, at, out var percentEnd) is { } percent)
        {
            end = percentEnd;
            return percent;
        }
        // "hundreds of millions of dollars", "millions of tonnes"
        if (core.Form is NumberForm.Vague or NumberForm.Article && view.Is(at, "of"))
            at++;
        if (UnitWords.CurrencyNames.TryMatch(view, at, out var nameEnd, out var code) && IsCurrency(view, at, nameEnd, core))
        {
            end = nameEnd;
            return Money(code);
        }
        if (view.IsWord(at) && UnitWords.CurrencyCodes.TryGetValue(view.Lower(at), out code) && view.IsCapitalised(at) && (view[at].Length >= 3 || view.Text(at) != "Rs"))
        {
            end = at + 1;
            return Money(code);
        }
        if (view.IsKind(at, TokenKind.Currency) && at == from && view.GapAfter(from - 1) <= 1 && !view.IsNumber(at + 1) && UnitWords.CurrencySigns.TryGetValue(view.Text(at), out code))
        {
            end = at + 1;
            return Money(code);
        }
        if (UnitWords.Physical.TryMatch(view, at, out var physicalEnd, out var physical) && IsPhysical(view, at, core))
        {
            end = physicalEnd;
            if (RateAfter(view, physicalEnd, physical.Unit.Symbol, out var rated) is { } rate)
            {
                end = rated;
                physical = physical with { Unit = rate };
            }
            // "Mt" is a million tonnes, "MT" and "mt" metric tons.
            return view.Text(at) == "Mt" ? physical with { Factor = 1e6 } : physical;
        }
        // What the number reader did not take for "million" is metres.
        if (view.Is(at, "m") && view.Touches(at - 1) && at == from && core.Form == NumberForm.Digits)
        {
            end = at + 1;
            return new(QuantityKind.Physical, Units.Find("m"), 1);
        }
        var time = at;
        for (var skip = 0; skip < 2 && view.Lower(view.PastHyphen(time)) is "consecutive" or "straight" or "full" or "whole" or "long" or "calendar" or "successive" or "more" or "further" or "additional" or "short" or "working" or "other" or "business"; skip++)
            time = view.PastHyphen(time) + 1;
        if (UnitWords.Durations.TryGetValue(view.Lower(time), out var duration) && (time == at || view.Lower(time)[^1] == 's'))
        {
            end = time + 1;
            if (view.Is(end, "and") && view.Is(end + 1, "a") && view.Is(end + 2, "half") && core.Number.Value == 1)
                end = time + 1;
            return duration;
        }
        return null;
    }

    /// <summary>"barrels of Russian oil per day": the words that make an amount a rate, after what it is an amount of.</summary>
    private static Unit? RateAfter(TokenView view, int at, string symbol, out int end)
    {
        end = at;
        // "barrels of crude" may be the unit's own words.
        var of = view.Is(at, "of") ? at : view.Is(at - 2, "of") ? at - 2 : view.Is(at - 3, "of") ? at - 3 : -1;
        if (of < 0 || !Units.TryFind(symbol == "barrel" ? "barrel/day" : symbol + "/year", out var rate))
            return null;
        for (var i = of + 1; i <= of + 1 + LongestOf && view.IsWord(i); i++)
        {
            var lower = view.Lower(i);
            if (i > of + 1 && i >= at)
            {
                var word = symbol == "barrel" ? "day" : "year";
                end = lower is "a" or "per" or "each" or "every" && view.Is(i + 1, word) ? i + 2 : lower == (symbol == "barrel" ? "daily" : "annually") ? i + 1 : lower == "per" && word == "year" && view.Is(i + 1, "annum") ? i + 2 : at;
                if (end > at)
                    return rate;
            }
            if (NounWords.IsStop(lower) && lower is not ("'s" or "its" or "their" or "and" or "or"))
                return null;
        }
        return null;
    }

    private static bool IsCurrency(TokenView view, int at, int end, NumberCore core) =>
        view.Lower(end - 1) switch
        {
            "won" => core.HasScale || core.Number.Value >= 100 || end - at > 1,
            "euro" => view.Lower(view.PastHyphen(end)) is not ("area" or "zone" or "countries" or "members"),
            "yen" or "rand" or "dong" or "tenge" or "baht" => view.Lower(at) == view.Text(at) || view.IsName(at),
            _ => true,
        };

    private static bool IsPhysical(TokenView view, int at, NumberCore core) =>
        view.Lower(at) is not ("ha" or "kt" or "ft" or "mt" or "mw" or "gw" or "kw" or "cu") || core.Form == NumberForm.Digits;

    private static UnitMeaning? Percent(TokenView view, int at, out int end)
    {
        end = at + 1;
        var percent = view.IsKind(at, TokenKind.Percent) || view.Lower(at) is "percent" or "pct" || (view.Is(at, "pc") && view.Touches(at - 1));
        if (view.Is(at, "per") && view.Is(at + 1, "cent"))
            (percent, end) = (true, at + 2);
        if (percent)
        {
            var point = view.PastHyphen(end);
            if (view.Lower(point) is "point" or "points")
            {
                end = point + 1;
                return new(QuantityKind.PercentagePoints, Units.PercentagePoints, 0.01);
            }
            return new(QuantityKind.Percent, Units.Share, view.Is(at, "‰") ? 0.001 : 0.01);
        }
        var second = view.PastHyphen(at + 1);
        if (view.Is(at, "percentage") && view.Lower(second) is "point" or "points")
        {
            end = second + 1;
            return new(QuantityKind.PercentagePoints, Units.PercentagePoints, 0.01);
        }
        if (view.Lower(at) is "pp" or "pps" or "ppt" or "ppts" or "p.p.")
            return new(QuantityKind.PercentagePoints, Units.PercentagePoints, 0.01);
        if (view.Is(at, "basis") && view.Lower(second) is "point" or "points")
        {
            end = second + 1;
            return new(QuantityKind.PercentagePoints, Units.PercentagePoints, 0.0001);
        }
        return view.Lower(at) is "bp" or "bps" ? new(QuantityKind.PercentagePoints, Units.PercentagePoints, 0.0001) : null;
    }

    /// <summary>A minus or plus that touches the number and nothing before it, or the word "minus".</summary>
    private static int Sign(TokenView view, Amount amount, out int start)
    {
        start = amount.Start;
        var before = amount.Start - 1;
        if (view.Is(before, "minus"))
        {
            start = before;
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
