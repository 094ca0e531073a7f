using System.Collections.Frozen;

namespace Entente.Reading.Text;

/// <summary>Tells the numbers that are names, dates, ages, sections, clock times and the like from those that measure something.</summary>
internal static partial class NumberExclusions
{
    private static readonly FrozenDictionary<string, string> Labels = new (string Reason, string Words)[]
    {
        (
            "section-number",
            "section sections article articles chapter chapters paragraph paragraphs clause clauses annex annexes appendix § title schedule amendment sec art"
        ),
        ("page", "page pages pp"),
        (
            "document-number",
            "resolution resolutions directive regulation decree protocol bill statute convention proposition memorandum executive pub"
        ),
        (
            "list-number",
            "figure fig table footnote fn note item appendix box chart exhibit point step question option scenario rule phase stage tier level category grade principle pillar episode season"
                + " volume vol issue edition lesson reason number nos № # no day week part basket track round"
        ),
        ("route", "route highway flight gate runway motorway interstate road room suite pier channel line platform terminal"),
        ("version", "version windows release"),
        ("model-name", "boeing airbus type mark block mk antonov tupolev ilyushin sukhoi mig model class unit reactor brigade project"),
        ("page", "p"),
    }
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Reason)))
        .GroupBy(p => p.word, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.First().Reason, StringComparer.Ordinal);

    /// <summary>Labels that are also ordinary words: they name only where no counted noun follows.</summary>
    private static readonly FrozenSet<string> WeakLabels =
        "title note item box point step question option rule stage level reason day week part line round class unit type no road release issue table mark block model channel platform room project figure number bill executive pub season schedule"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> YearPrefixes = "mid pre post early late".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WordParts =
        "state states way ways sided side china party headed faced tier pronged time stop man star off on person child size sum term covid track front speed to by wheel dimensional stage step click liner half system systems tone"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is named by its calibre: "155mm shells" are a kind of shell.</summary>
    private static readonly FrozenSet<string> Calibred = (
        "shells shell artillery howitzer howitzers rounds round gun guns cannon cannons ammunition mortar mortars rocket rockets projectiles calibre caliber munitions machine"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AfterPronounOne =
        "of another ' 's day hand thing way more such is was that who which another's can could might would must should may cannot has had side or and"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the number at a token is no quantity; <paramref name="start"/> and <paramref name="end"/> give all of what is passed over.</summary>
    public static bool TryFind(TokenView view, int i, out int start, out int end, out string reason)
    {
        start = i;
        end = i + 1;
        reason = "";
        return view.IsNumber(i)
            ? IsName(view, i, ref start, ref end, ref reason)
                || IsClockOrPhone(view, i, ref start, ref end, ref reason)
                || IsDate(view, i, ref start, ref end, ref reason)
                || IsAge(view, i, ref end, ref reason)
                || IsYear(view, i, ref end, ref reason)
                || IsLabelled(view, i, ref end, ref reason)
                || IsScore(view, i, ref end, ref reason)
                || IsIdentifier(view, i, ref end, ref reason)
            : IsWordName(view, i, ref start, ref end, ref reason)
                || IsAge(view, i, ref end, ref reason)
                || IsLabelled(view, i, ref end, ref reason);
    }

    /// <summary>A word with digits in it ("G7", "MH17", "Q1"): never a quantity.</summary>
    public static bool TryFindInWord(TokenView view, int i, out int end, out string reason)
    {
        end = i + 1;
        reason = "";
        var lower = view.Lower(i);
        if (
            lower.Length < 2
            || !char.IsAsciiDigit(lower[^1])
            || lower.StartsWith("http", StringComparison.Ordinal)
            || lower.StartsWith("www.", StringComparison.Ordinal)
        )
            return false;
        // "P5+1", "EU3+3", "E3/EU".
        while (view.Is(end, "+") && view.Touches(end - 1) && view.Touches(end) && view.IsNumber(end + 1))
            end += 2;
        var letters = lower.AsSpan().TrimEnd("0123456789");
        reason = letters switch
        {
            "q" or "h" or "fy" => "date",
            "g" or "e" or "p" or "eu" or "cop" or "visegrad" or "n" or "v" => "group-name",
            "no" => "list-number",
            _ => "model-name",
        };
        return true;
    }

    /// <summary>True for a hyphen proper: a dash between words separates, it does not join a model's name.</summary>
    private static bool IsNameHyphen(TokenView view, int i) => view.IsHyphen(i) && view.Text(i)[0] is '-' or '‐' or '‑';

    private static bool IsName(TokenView view, int i, ref int start, ref int end, ref string reason)
    {
        if (IsNameHyphen(view, i - 1) && view.IsWord(i - 2))
        {
            var prefix = view.Lower(i - 2);
            if (YearPrefixes.Contains(prefix) || prefix is "top" or "sub" or "plus" or "non" || NumberWords.Cardinals.ContainsKey(prefix))
                return false;
            if (view.HasUpper(i - 2) || prefix is "covid" or "catch" or "sars" or "cov" or "last")
            {
                start = i - 2;
                while (end - i < 9 && view.IsHyphen(end) && (view.IsNumber(end + 1) || view[end + 1].Length <= 3))
                    end += 2;
                reason = prefix is "g" or "e" or "p" or "c" && view.Text(i - 2).Length == 1 && prefix != "c" ? "group-name" : "model-name";
                return true;
            }
        }
        // Formats of talks and groups: "2+2", "17+1".
        if (view.Is(end, "+") && view.Touches(i) && view.Touches(end) && view.IsNumber(end + 1))
        {
            end += 2;
            reason = "group-name";
            return true;
        }
        if (view.Is(i - 1, "of") && view.Is(i - 2, "group") && view.IsCapitalised(i - 2))
        {
            reason = "group-name";
            return true;
        }
        // Letters right behind the digits that are no unit, scale or ending: "5G", "737s", "4x4".
        if (view.Touches(i) && view.IsWord(i + 1))
        {
            var suffix = view.Lower(i + 1);
            if (suffix is "am" or "pm" or "a.m." or "p.m.")
            {
                end = i + 2;
                reason = "clock";
                return true;
            }
            if (suffix == "s" && CalendarWords.YearAt(view, i) == 0 && !(view[i].Length == 2 && view.Text(i)[1] == '0'))
            {
                end = i + 2;
                reason = "model-name";
                return true;
            }
            if (!IsKnownSuffix(view, i + 1, suffix))
            {
                end = i + 2;
                reason = "model-name";
                return true;
            }
        }
        return false;
    }

    private static bool IsKnownSuffix(TokenView view, int at, string suffix) =>
        (suffix != "mm" || !Calibred.Contains(view.Lower(at + 1)))
        && UnitWords.IsWritten(view.Text(at), suffix)
        && (
            suffix is "s" or "'s" or "st" or "nd" or "rd" or "th" or "x" or "pc" or "pct" or "pp" or "ppt" or "ppts" or "bp" or "bps" or "h"
            || NumberWords.ScaleLetters.ContainsKey(suffix)
            || NumberWords.Scales.ContainsKey(suffix)
            || UnitWords.CurrencyCodes.ContainsKey(suffix)
            || UnitWords.Durations.ContainsKey(suffix)
            || UnitWords.Physical.TryMatch(view, at, out _, out _)
        );

    private static bool IsClockOrPhone(TokenView view, int i, ref int start, ref int end, ref string reason)
    {
        if (view.Is(i + 1, ":") && view.Touches(i) && view.Touches(i + 1) && view.IsNumber(i + 2) && IsSixtieths(view.Text(i + 2)))
        {
            end = i + 3;
            while (view.Is(end, ":") && view.Touches(end - 1) && view.Touches(end) && view.IsNumber(end + 1))
                end += 2;
            if (view.Lower(end) is "am" or "pm" or "a.m." or "p.m." or "gmt" or "utc")
                end++;
            reason = "clock";
            return true;
        }
        if (
            view.Lower(i + 1) is "a.m." or "p.m." or "am" or "pm" or "o'clock"
            || (view[i].Length == 4 && view.Lower(i + 1) is "gmt" or "utc")
        )
        {
            if (view.Is(i + 1, "am") && view.GapAfter(i) > 0 && CalendarWords.SmallAt(view, i) is < 1 or > 12)
                return false;
            end = i + 2;
            reason = "clock";
            return true;
        }
        if (
            view.Is(i - 1, "+")
            && view.Touches(i - 1)
            && !view.Touches(i - 2)
            && view.IsNumber(i + 1)
            && view.IsNumber(i + 2)
            && view.GapAfter(i) == 1
        )
        {
            start = i - 1;
            while (view.IsNumber(end) && view.GapAfter(end - 1) == 1)
                end++;
            reason = "phone";
            return true;
        }
        var digits = view[i].Length;
        var past = i + 1;
        // Bounded: what is longer is no telephone number, and reading it again from each of its numbers would be quadratic.
        while (past - i < 11 && IsNameHyphen(view, past) && view.IsNumber(past + 1))
        {
            digits += view[past + 1].Length;
            past += 2;
        }
        if (past > i + 1 && digits >= 7 && past - i <= 9 && (past - i >= 5 || view.Text(i + 2)[0] == '0') && !IsIsoDate(view, i))
        {
            end = past;
            reason = "phone";
            return true;
        }
        if (past == i + 3 && view.Text(i) == view.Text(i + 2) && view.Text(i) is "50" or "20" && !view.IsKind(past, TokenKind.Percent))
        {
            end = past;
            reason = "idiom";
            return true;
        }
        return false;
    }

    /// <summary>Minutes or seconds of a clock: two digits, with parts after a point in a race's time.</summary>
    private static bool IsSixtieths(string text) => text.Length == 2 || (text.Length > 3 && text[2] == '.');

    private static bool IsIsoDate(TokenView view, int i) =>
        CalendarWords.YearAt(view, i) > 0 && view.IsHyphen(i + 1) && CalendarWords.SmallAt(view, i + 2) is >= 1 and <= 12;

    private static bool IsAge(TokenView view, int i, ref int end, ref string reason)
    {
        var past = i + 1;
        if (!view.IsNumber(i))
        {
            if (!NumberReader.TryRead(view, i, false, out var core))
                return false;
            past = core.End;
        }
        var named = view.Lower(i - 1) is "aged" or "age" or "ages" || (view.Is(i - 1, "of") && view.Is(i - 2, "age"));
        var year = view.PastHyphen(past);
        var old =
            view.Lower(year) is "year" or "years"
            && (view.Is(view.PastHyphen(year + 1), "old") || (view.Is(year + 1, "of") && view.Is(year + 2, "age")));
        // "Smith, 67, said": a name, commas on both sides, a number that an adult can be.
        var apposed =
            view.IsNumber(i)
            && view.Is(i - 1, ",")
            && view.Is(i + 1, ",")
            && view.IsCapitalised(i - 2)
            && CalendarWords.MonthAt(view, i - 2) == 0
            && CalendarWords.SmallAt(view, i) is >= 16 and <= 99;
        // "in her 30s"
        var decade =
            view.IsNumber(i)
            && view.Is(i + 1, "s")
            && view.Lower(i - 1) is "her" or "his" or "their" or "early" or "late" or "mid"
            && CalendarWords.SmallAt(view, i) > 0;
        if (!named && !old && !apposed && !decade)
            return false;
        if (named && (UnitWords.Durations.ContainsKey(view.Lower(past)) || view.IsKind(past, TokenKind.Percent)))
            return false;
        // "aged 25 to 54"
        if (named && (view.IsDash(past) || view.Lower(past) is "to" or "and" or "or") && CalendarWords.SmallAt(view, past + 1) > 0)
            past += 2;
        end =
            old ? Math.Min(view.Count, view.Is(year + 1, "of") ? year + 3 : view.PastHyphen(year + 1) + 1)
            : decade ? past + 1
            : past;
        reason = "age";
        return true;
    }

    private static bool IsLabelled(TokenView view, int i, ref int end, ref string reason)
    {
        var label = view.Is(i - 1, ".") && view.Touches(i - 2) ? i - 2 : i - 1;
        // "No. 2" is a place in a ranking where a noun in small letters follows; the reader has looked for that before.
        if (!Labels.TryGetValue(view.Lower(label), out var found) || (view.Is(label, "no") && !view.IsCapitalised(label) && label == i - 1))
            return false;
        if (view.Is(label, "p") && label == i - 1 && !view.Touches(label))
            return false;
        if (
            !view.IsNumber(i)
            && view.Lower(i) is not ("one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten")
        )
            return false;
        var after = i + 1;
        var counts =
            NounWords.Find(view, after, plural: true, out _) is not null
            || view.IsKind(after, TokenKind.Percent)
            || view.Is(after, "percent")
            || view.Is(after, "per")
            || NumberWords.Scales.ContainsKey(view.Lower(after))
            || UnitWords.CurrencyNames.TryMatch(view, after, out _, out _);
        if (counts && (WeakLabels.Contains(view.Lower(label)) || !view.IsNumber(i)))
            return false;
        if (
            WeakLabels.Contains(view.Lower(label))
            && view.IsNumber(i)
            && (view[i].Length > 3 || !view.IsCapitalised(label))
            && view.Lower(label) is not ("number" or "figure" or "table" or "day" or "step" or "phase" or "level" or "no")
        )
            return false;
        // "Articles 5 and 6", "pages 12–15".
        while (
            (view.IsDash(end) || view.Lower(end) is "and" or "or" or "," or "to")
            && view.IsNumber(end + 1)
            && view[end + 1].Length <= 4
            && view.Lower(label).EndsWith('s')
            && NounWords.Find(view, end + 2, true, out _) is null
        )
            end += 2;
        if (view.IsHyphen(end) && view.IsNumber(end + 1))
            end += 2;
        // "Directive 2014/65/EU"
        if (view.Is(end, "/") && view.Touches(end - 1) && view.IsNumber(end + 1))
            end += 2;
        // "Section 232(b)", "Article 5(1)".
        if (view.Is(end, "(") && view.Touches(end - 1) && view.Is(end + 2, ")"))
            end += 3;
        reason = found;
        return true;
    }
}
