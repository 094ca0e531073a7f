using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>How a number was written.</summary>
internal enum NumberForm
{
    Digits,
    Words,

    /// <summary>Begins with an article: "a dozen", "a hundred".</summary>
    Article,

    /// <summary>A plural that only bounds from below: "dozens", "hundreds of thousands", "several hundred".</summary>
    Vague,
}

/// <summary>A number read from tokens, its scale words included, before anything is known of its unit.</summary>
internal readonly record struct NumberCore(int Start, int End, WrittenNumber Number, NumberForm Form, double Scale)
{
    public bool HasScale => Scale != 1;
}

/// <summary>Reads the number that starts at a token: digits with scale words or letters, number words, dozens, halves of scales.</summary>
internal static class NumberReader
{
    /// <summary>"half a million" is rounded to a tenth of the million, not to the half.</summary>
    private const double HalfPrecision = 0.1;

    /// <param name="view">The tokens.</param>
    /// <param name="i">Where the number would start.</param>
    /// <param name="afterCurrency">A currency sign or code stands before it: single scale letters need no more proof.</param>
    /// <param name="core">The number.</param>
    public static bool TryRead(TokenView view, int i, bool afterCurrency, out NumberCore core)
    {
        core = default;
        if (view.IsNumber(i))
            return TryReadDigits(view, i, afterCurrency, out core);
        return view.IsWord(i) && TryReadWords(view, i, out core);
    }

    private static bool TryReadDigits(TokenView view, int i, bool afterCurrency, out NumberCore core)
    {
        core = default;
        if (!NumberText.TryParse(view.Text(i), out var number))
            return false;
        var end = JoinSpacedGroups(view, i, afterCurrency, ref number);
        if (
            view.Touches(end - 1)
            && view.IsNumber(end)
            && view[end].Length == 1
            && NumberText.TryParse(view.Text(end), out var half)
            && half.Value < 1
        )
        {
            number = new(number.Value + half.Value, 0.5);
            end++;
        }
        end = AndAHalf(view, end, ref number);
        var scale = 1.0;
        while (TryScale(view, end, afterCurrency, out var next, out var factor))
        {
            scale *= factor;
            end = next;
        }
        if (scale != 1 && TryMore(view, end, number, scale, out var whole, out var past, out var last))
        {
            core = new(i, past, whole, NumberForm.Digits, last);
            return true;
        }
        core = new(i, end, number.Times(scale), NumberForm.Digits, scale);
        return true;
    }

    /// <summary>"29 thousand 58 million", "4 trillion 887 billion": a second number with a scale word of its own goes on with the first.</summary>
    private static bool TryMore(
        TokenView view,
        int at,
        WrittenNumber first,
        double scale,
        out WrittenNumber whole,
        out int end,
        out double last
    )
    {
        (whole, end, last) = (first, at, scale);
        if (
            first.LastDigit != 1
            || !view.IsNumber(at)
            || view.GapAfter(at - 1) != 1
            || !NumberWords.Scales.ContainsKey(view.Lower(at - 1))
            || !NumberText.TryParse(view.Text(at), out var second)
            || second is not { LastDigit: 1, Value: > 0 and < 1000 }
            || !NumberWords.Scales.TryGetValue(view.Lower(at + 1), out last)
            || last is not (1e6 or 1e9)
            || !(scale == 1000 || scale == 1000 * last)
        )
            return false;
        whole = new WrittenNumber((first.Value * 1000) + second.Value, 1).Times(last);
        end = at + 2;
        return true;
    }

    /// <summary>"1 234 567" with plain spaces: only where two groups follow, one that begins with 0, or a currency stands before: "article 5 300 people" is no number.</summary>
    private static int JoinSpacedGroups(TokenView view, int i, bool afterCurrency, ref WrittenNumber number)
    {
        var end = i + 1;
        if (view[i].Length > 3 || view.Text(i)[0] == '0')
            return end;
        var value = number.Value;
        var zeroLed = false;
        while (
            view.IsNumber(end)
            && view.GapAfter(end - 1) == 1
            && view[end].Length == 3
            && NumberText.TryParse(view.Text(end), out var group)
            && group.LastDigit == 1
            && end - i < 5
        )
        {
            value = (value * 1000) + group.Value;
            zeroLed |= view.Text(end)[0] == '0';
            end++;
        }
        if (end - i < (afterCurrency || zeroLed ? 2 : 3) || number.LastDigit != 1)
            return i + 1;
        number = new(value, 1);
        return end;
    }

    private static bool TryScale(TokenView view, int at, bool afterCurrency, out int end, out double factor)
    {
        var word = view.PastHyphen(at);
        var lower = view.Lower(word);
        end = word + 1;
        if (NumberWords.Scales.TryGetValue(lower, out factor))
            return true;
        if (lower is "millions" or "billions" or "trillions" or "lakhs" or "crores" && word == at && view.GapAfter(at - 1) == 1)
        {
            factor = NumberWords.VagueScales[lower];
            return true;
        }
        if (lower is "dozen")
        {
            factor = 12;
            return true;
        }
        if (word != at || !NumberWords.ScaleLetters.TryGetValue(lower, out factor) || view.GapAfter(at - 1) > 1)
            return false;
        var touches = view.Touches(at - 1);
        return lower switch
        {
            "bn" or "mn" or "mln" or "bln" or "tn" or "trn" or "tln" or "mrd" => true,
            "k" or "b" => touches || (afterCurrency && view.Text(at) is "K" or "B"),
            "m" => afterCurrency || (touches && !view.IsHyphen(at + 1) && !IsMetreContext(view.Lower(at + 1))),
            _ => afterCurrency,
        };
    }

    private static bool IsMetreContext(string next) =>
        next
            is "wide"
                or "deep"
                or "high"
                or "long"
                or "tall"
                or "away"
                or "above"
                or "below"
                or "thick"
                or "wall"
                or "sprint"
                or "dash"
                or "race"
                or "²"
                or "2"
                or "³";

    /// <summary>"two and a half", "2 and a half billion", "one and three quarters".</summary>
    private static int AndAHalf(TokenView view, int at, ref WrittenNumber number)
    {
        if (!view.Is(at, "and") || number.LastDigit != 1)
            return at;
        var (part, length) = (view.Lower(at + 1), view.Lower(at + 2), view.Lower(at + 3)) switch
        {
            ("a", "half", _) => (0.5, 3),
            ("a", "quarter", _) => (0.25, 3),
            ("a", "third", _) => (1 / 3.0, 3),
            ("three", "quarters", _) => (0.75, 3),
            ("one", "half", _) => (0.5, 3),
            _ => (0, 0),
        };
        if (length == 0)
            return at;
        number = new(number.Value + part, 0.5);
        return at + length;
    }

    private static bool TryReadWords(TokenView view, int i, out NumberCore core)
    {
        core = default;
        var lower = view.Lower(i);
        if (NumberWords.Cardinals.ContainsKey(lower))
            return TryReadCardinal(view, i, i, NumberForm.Words, out core);
        if (lower is "a" or "an")
        {
            var next = i + 1;
            if (view.Is(next, "half") && IsScaleOrDozen(view.Lower(view.PastHyphen(next + 1))))
                return Scaled(view, i, view.PastHyphen(next + 1), 0.5, NumberForm.Article, out core);
            if (view.Is(next, "few") && IsScaleOrDozen(view.Lower(next + 1)))
                return Scaled(view, i, next + 1, 2, NumberForm.Vague, out core);
            if (view.Is(next, "couple"))
            {
                var scale = view.Is(next + 1, "of") ? next + 2 : next + 1;
                if (IsScaleOrDozen(view.Lower(scale)))
                    return Scaled(view, i, scale, 2, NumberForm.Article, out core);
                // "a couple of summits": two, more or less; the reader of amounts knows it by its words.
                core = new(i, scale, new(2, 1), NumberForm.Article, 1);
                return scale == next + 2 && view.IsWord(scale) && !NounWords.IsStop(view.Lower(scale));
            }
            if (!IsScaleOrDozen(view.Lower(next)) || view.IsHyphen(next + 1))
                return false;
            return view.Is(next, "dozen")
                ? Scaled(view, i, next, 1, NumberForm.Article, out core)
                : TryReadCardinal(view, i, next, NumberForm.Article, out core);
        }
        if (lower == "half")
        {
            var next =
                view.IsHyphen(i + 1) ? i + 2
                : view.Lower(i + 1) is "a" or "an" ? i + 2
                : -1;
            return next > 0 && IsScaleOrDozen(view.Lower(next)) && Scaled(view, i, next, 0.5, NumberForm.Words, out core);
        }
        if (lower is "several" or "many" or "few" && IsScaleOrDozen(view.Lower(i + 1)))
            return Scaled(view, i, i + 1, 2, NumberForm.Vague, out core);
        return NumberWords.VagueScales.ContainsKey(lower) && TryReadVague(view, i, out core);
    }

    private static bool IsScaleOrDozen(string lower) => lower == "dozen" || NumberWords.Scales.ContainsKey(lower);

    /// <summary>A multiple of a scale word, with further scale words after it ("a few hundred million").</summary>
    private static bool Scaled(TokenView view, int start, int at, double times, NumberForm form, out NumberCore core)
    {
        var scale = 1.0;
        while (IsScaleOrDozen(view.Lower(at)))
        {
            scale *= view.Is(at, "dozen") ? 12 : NumberWords.Scales[view.Lower(at)];
            at++;
        }
        var value = times * scale;
        // What is vague is a bound, and a bound has no rounding of its own.
        var lastDigit =
            form == NumberForm.Vague ? 0
            : times < 1 ? HalfPrecision * scale
            : Math.Min(scale, value);
        core = new(start, at, new(value, lastDigit), form, scale);
        return true;
    }

    /// <summary>"dozens", "tens of thousands", "hundreds of millions": at least two of the product.</summary>
    private static bool TryReadVague(TokenView view, int i, out NumberCore core)
    {
        core = default;
        var lower = view.Lower(i);
        if (lower is "tens" or "scores" && !view.Is(i + 1, "of"))
            return false;
        var product = NumberWords.VagueScales[lower];
        var end = i + 1;
        while (view.Is(end, "of") && NumberWords.VagueScales.TryGetValue(view.Lower(end + 1), out var next))
        {
            product *= next;
            end += 2;
        }
        if (lower == "tens" && end == i + 1)
            return false;
        core = new(i, end, new(2 * product, 0), NumberForm.Vague, product);
        return true;
    }

    /// <summary>
    /// Number words by place: "one hundred and twenty-three", "two hundred thousand", "three and a half billion". Written-out numbers commit to their
    /// last unit, or to the scale that they end in.
    /// </summary>
    private static bool TryReadCardinal(TokenView view, int start, int at, NumberForm form, out NumberCore core)
    {
        double total = 0;
        double current = 0;
        var end = at;
        var lastDigit = 1.0;
        var scale = 1.0;
        var used = false;
        var lowestScale = double.PositiveInfinity;
        while (true)
        {
            var next = used ? view.PastHyphen(end) : end;
            var lower = view.Lower(next);
            if (used && lower == "and" && (scale != 1 || current >= 100) && current % 100 == 0 && IsSmallTail(view, end + 1))
            {
                next = end + 1;
                lower = view.Lower(next);
            }
            if (NumberWords.Cardinals.TryGetValue(lower, out var small))
            {
                var fits =
                    current == 0
                    || (current % 100 == 0 && small < 100)
                    || (current % 10 == 0 && current % 100 >= 20 && small is > 0 and < 10);
                if (!fits || (used && current == 0 && total == 0) || (next != end && next == end + 1 && view.IsHyphen(end) && small >= 10))
                    break;
                current += small;
                lastDigit = 1;
            }
            else if (lower == "hundred" && current < 100)
            {
                current = (current == 0 ? 1 : current) * 100;
                lastDigit = 1;
            }
            else if (lower != "hundred" && NumberWords.Scales.TryGetValue(lower, out var power))
            {
                if (current == 0 && used)
                    total *= power;
                else if (power < lowestScale)
                    total += (current == 0 ? 1 : current) * power;
                else
                    break;
                (lowestScale, lastDigit, scale, current) = (power, power, power, 0);
            }
            else if (lower == "dozen" && used)
            {
                (current, lastDigit, scale, end) = (current * 12, Math.Min(12, current * 12), 12, next + 1);
                break;
            }
            else
                break;
            used = true;
            end = next + 1;
        }
        core = default;
        if (!used)
            return false;
        var number = new WrittenNumber(total + current, lastDigit);
        var past = AndAHalf(view, end, ref number);
        if (past != end)
        {
            end = past;
            if (NumberWords.Scales.TryGetValue(view.Lower(end), out var power))
            {
                number = number.Times(power);
                scale = power;
                end++;
            }
        }
        core = new(start, end, number, form, scale);
        return true;
    }

    /// <summary>The small number after "one hundred and"; not the second number of "between one hundred and two hundred".</summary>
    private static bool IsSmallTail(TokenView view, int at) =>
        NumberWords.Cardinals.ContainsKey(view.Lower(at)) && !NumberWords.Scales.ContainsKey(view.Lower(at + 1)) && !view.IsHyphen(at + 1)
        || (
            NumberWords.Cardinals.TryGetValue(view.Lower(at), out var tens)
            && tens >= 20
            && view.IsHyphen(at + 1)
            && !NumberWords.Scales.ContainsKey(view.Lower(at + 3))
        );
}
