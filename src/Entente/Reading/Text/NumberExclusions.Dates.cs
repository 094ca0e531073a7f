namespace Entente.Reading.Text;

/// <summary>The part that knows dates, years, numbers in names and idioms.</summary>
internal static partial class NumberExclusions
{
    private static bool IsDate(TokenView view, int i, ref int start, ref int end, ref string reason)
    {
        reason = "date";
        if (IsIsoDate(view, i))
        {
            end = i + 3;
            if (view.IsHyphen(end) && CalendarWords.SmallAt(view, end + 1) > 0)
                end += 2;
            return true;
        }
        var small = CalendarWords.SmallAt(view, i);
        // "9/11", "04/02/2022", "24/7"; "1/3 of" is a fraction.
        if (view.Is(i + 1, "/") && view.Touches(i) && view.Touches(i + 1) && view.IsNumber(i + 2))
        {
            var triple = view.Is(i + 3, "/") && view.IsNumber(i + 4);
            if (triple || (small == 9 && view.Is(i + 2, "11")) || (small is 24 && view.Is(i + 2, "7")))
            {
                end = triple ? i + 5 : i + 3;
                reason = small == 24 ? "idiom" : "date";
                return true;
            }
        }
        // "4.2.2022"
        if (view.Text(i).Count(c => c == '.') == 2 && view[i].Length is >= 6 and <= 10 && !NumberText.TryParse(view.Text(i), out _))
        {
            var last = view.Text(i).LastIndexOf('.');
            reason = view[i].Length - last - 1 is 4 or 2 ? "date" : "version";
            return true;
        }
        if (small is < 1 or > 31)
        {
            reason = "";
            return false;
        }
        var past = i + 1;
        if (CalendarWords.IsOrdinalSuffix(view, past))
            past++;
        if (
            CalendarWords.MonthBefore(view, i, out _) > 0
            && !view.IsKind(past, TokenKind.Percent)
            && !view.Is(past, "percent")
            && !view.Is(past, "per")
            && !IsScale(view, past)
        )
        {
            end = past;
            if (view.IsDash(end) && CalendarWords.SmallAt(view, end + 1) is >= 1 and <= 31)
                end += 2;
            return true;
        }
        var monthAt = view.Is(past, "of") ? past + 1 : past;
        if (CalendarWords.MonthAt(view, monthAt) > 0)
        {
            end = past;
            return true;
        }
        // "4–20 February", "4 and 5 February".
        if (
            (view.IsDash(past) || view.Lower(past) is "and" or "to")
            && CalendarWords.SmallAt(view, past + 1) is >= 1 and <= 31
            && CalendarWords.MonthAt(view, past + 2) > 0
        )
        {
            end = past + 2;
            return true;
        }
        // "the 15th", with nothing it could be the fifteenth of.
        reason = "";
        return false;
    }

    private static bool IsScale(TokenView view, int i) =>
        NumberWords.Scales.ContainsKey(view.Lower(i)) || view.Lower(i) is "bn" or "mn" or "tn";

    private static bool IsYear(TokenView view, int i, ref int end, ref string reason)
    {
        // "the 30s", "’90s"
        if (
            view.IsNumber(i)
            && view.Is(i + 1, "s")
            && view.Touches(i)
            && (CalendarWords.SmallAt(view, i) is >= 10 or 0 || CalendarWords.YearAt(view, i) > 0)
        )
        {
            end = i + 2;
            reason = "year";
            return true;
        }
        if (CalendarWords.YearAt(view, i) == 0)
            return false;
        // "Resolution 1973" and "Vision 2030" are names, "page 1990" a page.
        if (Labels.TryGetValue(view.Lower(i - 1), out _) && !WeakLabels.Contains(view.Lower(i - 1)))
            return false;
        if (
            view.IsCapitalised(i - 1) && view.Lower(i - 1) is "vision" or "agenda" or "expo" or "horizon"
            || (view.Is(i - 1, "china") && view.Is(i - 2, "in") && view.Is(i - 3, "made"))
        )
        {
            reason = "name-number";
            return true;
        }
        var past = i + 1;
        if (
            view.IsKind(i - 1, TokenKind.Currency)
            || view.IsKind(past, TokenKind.Percent)
            || view.Lower(past) is "percent" or "per" or "pct"
            || IsScale(view, past)
            || UnitWords.CurrencyCodes.ContainsKey(view.Lower(i - 1))
            || UnitWords.CurrencyCodes.ContainsKey(view.Lower(past))
        )
            return false;
        var unit = view.PastHyphen(past);
        if (UnitWords.Physical.TryMatch(view, unit, out _, out _) || (UnitWords.Durations.ContainsKey(view.Lower(unit)) && unit == past))
            return false;
        // "in 2022 dollars" is a year, "2000 dollars" an amount.
        if (UnitWords.CurrencyNames.TryMatch(view, past, out _, out _) && view.Lower(i - 1) is not ("in" or "constant"))
            return false;
        if (
            UnitWords.CountedNouns.TryGetValue(view.Lower(past), out var counted)
            && counted.Symbol == "persons"
            && view.Lower(i - 1) is not ("in" or "since" or "the" or "by")
        )
            return false;
        if (
            view.Lower(i - 1) is "than" or "least" or "nearly" or "almost" or "some" or "exceeding" or "to"
            && view.Lower(i - 2) is not ("from" or "rather" or "earlier" or "later")
            && NounWords.Find(view, past, true, out var noun) is not null
            && noun == past
            && view.Lower(i - 1) != "to"
        )
            return false;
        if (view.IsDash(past) && view.Touches(i) && view.IsNumber(past + 1) && view[past + 1].Length is 2 or 4)
            end = past + 2;
        else if (view.Is(past, "/") && view.Touches(i) && view.IsNumber(past + 1) && view[past + 1].Length is 2 or 4)
            end = past + 2;
        reason = "year";
        return true;
    }

    /// <summary>"3–1" outside a vote: the second number smaller, and no unit after.</summary>
    private static bool IsScore(TokenView view, int i, ref int end, ref string reason)
    {
        if (!view.IsDash(i + 1) || !view.Touches(i) || !view.Touches(i + 1) || CalendarWords.SmallAt(view, i) is var first && first < 0)
            return false;
        var second = CalendarWords.SmallAt(view, i + 2);
        if (
            second < 0
            || second > first
            || view.IsKind(i + 3, TokenKind.Percent)
            || view.Is(i + 3, "percent")
            || view.IsWord(i + 3) && view.Touches(i + 2)
            || IsScale(view, i + 3)
        )
            return false;
        end = i + 3;
        reason = "score";
        return true;
    }

    private static bool IsIdentifier(TokenView view, int i, ref int end, ref string reason)
    {
        var text = view.Text(i);
        if (!NumberText.TryParse(text, out var number))
        {
            reason = text.Contains('.', StringComparison.Ordinal) ? "version" : "not-a-number";
            return true;
        }
        if (text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]))
        {
            reason = "identifier";
            return true;
        }
        var first = i == 0 || (view.Is(i - 1, "(") && view.Is(i + 1, ")")) || (view.Is(i - 1, "[") && view.Is(i + 1, "]"));
        if (first && text.Length <= 3 && view.Lower(i + 1) is "." or ")" or "]" && view.Touches(i))
        {
            reason = "list-number";
            return true;
        }
        return IsIndexName(view, i, number.Value, ref reason) || IsNameNumber(view, i, number.Value, ref reason);
    }

    /// <summary>"the S&amp;P 500", "sp 500", "Fortune 100": a list of companies by its length.</summary>
    private static bool IsIndexName(TokenView view, int i, double value, ref string reason)
    {
        if (
            value is < 30 or > 5000
            || value % 1 != 0
            || view.Lower(i - 1)
                is not (
                    "s&p"
                    or "sp"
                    or "p"
                    or "fortune"
                    or "ftse"
                    or "nasdaq"
                    or "russell"
                    or "stoxx"
                    or "csi"
                    or "cac"
                    or "nikkei"
                    or "asx"
                    or "topix"
                    or "kospi"
                    or "tsx"
                )
            || (view.Is(i - 1, "p") && view.Lower(i - 2) is not ("s" or "&"))
            || view.IsKind(i + 1, TokenKind.Percent)
            || view.Lower(i + 1) is "percent" or "per" or "points" or "companies"
        )
            return false;
        reason = "name-number";
        return true;
    }

    /// <summary>"Nord Stream 2", "Vision 2030", "Area 51": after a name, small, and counting nothing.</summary>
    private static bool IsNameNumber(TokenView view, int i, double value, ref string reason)
    {
        if (
            !(view.IsName(i - 1) || (view.IsWord(i - 1) && view.HasUpper(i - 1) && !view.IsCapitalised(i - 1)))
            || value > 3000
            || view.Text(i).Contains('.', StringComparison.Ordinal)
            || view.HasUpper(i - 1) && view[i - 1].Length == 1
        )
            return false;
        if (IsGappedCount(view, i, value))
            return false;
        if (UnitWords.CurrencyCodes.ContainsKey(view.Lower(i - 1)) || UnitWords.SignPrefixes.ContainsKey(view.Lower(i - 1)))
            return false;
        var past = i + 1;
        if (
            view.IsKind(past, TokenKind.Percent)
            || view.Lower(past) is "percent" or "per" or "pct"
            || view.IsDash(past)
            || IsScale(view, past)
            || view.Is(past, "%")
            || view.IsKind(past, TokenKind.Currency)
            || NumberWords.ScaleLetters.ContainsKey(view.Lower(past))
            || (view.Is(past, "to") && view.IsNumber(past + 1))
            || view.Is(past, "votes")
            // "iPhone 11 Pro cameras": inside a product's name no noun is counted.
            || (!(view.HasUpper(i - 1) && !view.IsCapitalised(i - 1)) && NounWords.Find(view, past, true, out _) is not null)
            || UnitWords.CurrencyNames.TryMatch(view, past, out _, out _)
            || UnitWords.Durations.ContainsKey(view.Lower(view.PastHyphen(past)))
            || UnitWords.Physical.TryMatch(view, view.PastHyphen(past), out _, out _)
        )
            return false;
        reason = "name-number";
        return true;
    }

    /// <summary>"164 nuclear weapons and Pakistan 170": a number that leans on the noun of the one before, behind a name of its own.</summary>
    private static bool IsGappedCount(TokenView view, int i, double value)
    {
        if (value < 10 || !(view.Lower(i - 2) is "and" or "," or "while" or ";" or "the") || !view.IsCapitalised(i - 1))
            return false;
        if (view.Has(i + 1) && !(view.Lower(i + 1) is "." or "," or ";" or "and" or ")"))
            return false;
        for (var k = i - 3; k >= Math.Max(0, i - 14) && !view.Is(k, "."); k--)
            if (view.IsNumber(k))
                return !view.IsName(k - 1)
                    && view.IsWord(k + 1)
                    && !view.HasUpper(k + 1)
                    && NounWords.Find(view, k + 1, true, out _) is not null;
        return false;
    }

    private static bool IsWordName(TokenView view, int i, ref int start, ref int end, ref string reason)
    {
        var lower = view.Lower(i);
        // "Group of Seven", "Five Eyes", "Thirty Years' War", "Six-Day War".
        if (view.Is(i - 1, "of") && view.IsCapitalised(i - 2) && view.Lower(i - 2) is "group" or "gang" && view.IsCapitalised(i))
        {
            start = i - 2;
            reason = "group-name";
            return true;
        }
        if (
            view.IsName(i)
            && NumberWords.Cardinals.ContainsKey(lower)
            && view.IsCapitalised(view.PastHyphen(i + 1))
            && !IsAllCapitalised(view, i)
        )
        {
            end = view.PastHyphen(i + 1) + 1;
            reason = "name-number";
            return true;
        }
        if (
            view.IsHyphen(i + 1)
            && NumberWords.Cardinals.TryGetValue(lower, out var small)
            && small <= 5
            && WordParts.Contains(view.Lower(i + 2))
        )
        {
            end = i + 3;
            reason = "word-part";
            return true;
        }
        // "another-one" and "some-ones" aside, a number that ends a compound is a part of it.
        if (
            IsNameHyphen(view, i - 1)
            && view.IsWord(i - 2)
            && !NumberWords.Cardinals.ContainsKey(view.Lower(i - 2))
            && view.Lower(i - 2) is not ("top" or "number" or "hundred" or "thousand")
            && NumberWords.Cardinals.ContainsKey(lower)
        )
        {
            reason = "word-part";
            return true;
        }
        if (lower != "one" || view.IsHyphen(i + 1) || NumberWords.Scales.ContainsKey(view.Lower(i + 1)))
            return false;
        var next = view.Lower(i + 1);
        var before = view.Lower(i - 1);
        if (
            next == "in" && (view.Is(i + 2, "every") || NumberReader.TryRead(view, i + 2, false, out _))
            || (next == "out" && view.Is(i + 2, "of"))
        )
            return false;
        if (
            next is "percent" or "per" or "half" or "third" or "quarter" or "fifth" or "tenth"
            || view.IsKind(i + 1, TokenKind.Percent)
            || (next == "and" && view.Is(i + 2, "a"))
            || (next == "or" && view.Is(i + 2, "two"))
            || (next == "to" && NumberWords.Cardinals.TryGetValue(view.Lower(i + 2), out var to) && to > 1)
        )
            return false;
        if (
            before is "no" or "any" or "each" or "every" or "the" or "this" or "that" or "which" or "another" or "only" && before != "only"
            || AfterPronounOne.Contains(next)
            || NounWords.IsStop(next)
            || !view.IsWord(i + 1)
        )
        {
            reason = "pronoun";
            return true;
        }
        return false;
    }

    /// <summary>A headline in title case says nothing by its capitals.</summary>
    private static bool IsAllCapitalised(TokenView view, int i)
    {
        var (words, capitals) = (0, 0);
        for (var j = Math.Max(0, i - 4); j < Math.Min(view.Count, i + 6); j++)
            if (view.IsWord(j) && view[j].Length > 3)
            {
                words++;
                capitals += view.IsCapitalised(j) ? 1 : 0;
            }
        return words >= 5 && capitals == words;
    }
}
