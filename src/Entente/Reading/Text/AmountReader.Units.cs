using Entente.Quantities;

namespace Entente.Reading.Text;

/// <content>The unit of an amount by the words after it.</content>
internal static partial class AmountReader
{
    private static string? PriceBasis(TokenView view, int at, NumberCore core, out int end)
    {
        end = at;
        if (view.Lower(at) is not ("a" or "an" or "per" or "/" or "each") || core.Scale >= 1e9)
            return null;
        return UnitWords.PriceBases.TryMatch(view, at + 1, out end, out var basis) && (basis != "unit" || view.Lower(at) != "/")
            ? basis
            : null;
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
        if (
            view.IsWord(at)
            && UnitWords.CurrencyCodes.TryGetValue(view.Lower(at), out code)
            && view.IsCapitalised(at)
            && !view.Is(at, "ps")
            && (view[at].Length >= 3 || view.Text(at) != "Rs")
        )
        {
            end = at + 1;
            return Money(code);
        }
        if (
            view.IsKind(at, TokenKind.Currency)
            && at == from
            && view.GapAfter(from - 1) <= 1
            && !view.IsNumber(at + 1)
            && UnitWords.CurrencySigns.TryGetValue(view.Text(at), out code)
        )
        {
            end = at + 1;
            return Money(code);
        }
        if (UnitWords.Physical.TryMatch(view, at, out var physicalEnd, out var physical) && IsPhysical(view, at, core))
        {
            end = physicalEnd;
            // "3.4 million tons a year earlier": the year is when, not how often.
            if (
                view.Is(end - 1, "year")
                && view.Is(end - 2, "a")
                && view.Lower(end) is "earlier" or "ago" or "before" or "later" or "previously"
                && physical.Unit.Symbol.EndsWith("/year", StringComparison.Ordinal)
                && Units.TryFind(physical.Unit.Symbol[..^5], out var plain)
            )
            {
                end -= 2;
                return physical with { Unit = plain };
            }
            if (RateAfter(view, physicalEnd, physical.Unit.Symbol, out var rated) is { } rate)
            {
                end = rated;
                physical = physical with { Unit = rate };
            }
            // "Mt" is a million tonnes, "MT" and "mt" metric tons.
            return view.Text(at) == "Mt" ? physical with { Factor = 1e6 } : physical;
        }
        // "a 10-second delay": without the hyphen "two second homes" counts homes.
        if (view.Is(at, "second") && (at != from || core.Number.Value == 1) && !view.IsHyphen(at + 1))
        {
            end = at + 1;
            return UnitWords.Durations["seconds"];
        }
        // What the number reader did not take for "million" is metres.
        if (view.Is(at, "m") && view.Touches(at - 1) && at == from && core.Form == NumberForm.Digits)
        {
            end = at + 1;
            return new(QuantityKind.Physical, Units.Find("m"), 1);
        }
        var time = at;
        for (
            var skip = 0;
            skip < 2
                && view.Lower(view.PastHyphen(time))
                    is "consecutive"
                        or "straight"
                        or "full"
                        or "whole"
                        or "long"
                        or "calendar"
                        or "successive"
                        or "more"
                        or "further"
                        or "additional"
                        or "short"
                        or "working"
                        or "other"
                        or "business";
            skip++
        )
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
        var of =
            view.Is(at, "of") ? at
            : view.Is(at - 2, "of") ? at - 2
            : view.Is(at - 3, "of") ? at - 3
            : -1;
        if (of < 0 || !Units.TryFind(symbol == "barrel" ? "barrel/day" : symbol + "/year", out var rate))
            return null;
        for (var i = of + 1; i <= of + 1 + LongestOf && view.IsWord(i); i++)
        {
            var lower = view.Lower(i);
            if (i > of + 1 && i >= at)
            {
                var word = symbol == "barrel" ? "day" : "year";
                end =
                    lower is "a" or "per" or "each" or "every" && view.Is(i + 1, word) ? i + 2
                    : lower == (symbol == "barrel" ? "daily" : "annually") ? i + 1
                    : lower == "per" && word == "year" && view.Is(i + 1, "annum") ? i + 2
                    : at;
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
        (
            view.Lower(at) is not ("ha" or "kt" or "ft" or "mt" or "mw" or "gw" or "kw" or "cu" or "knot" or "cent")
            || core.Form == NumberForm.Digits
        ) && UnitWords.IsWritten(view.Text(at), view.Lower(at));

    private static UnitMeaning? Percent(TokenView view, int at, out int end)
    {
        end = at + 1;
        var percent =
            view.IsKind(at, TokenKind.Percent) || view.Lower(at) is "percent" or "pct" || (view.Is(at, "pc") && view.Touches(at - 1));
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
}
