using Entente.Quantities;
using Entente.Reading.FrontMatter;

namespace Entente.Reading.Articles;

/// <summary>Place, date and agency before a text's first words: "NEW DELHI, March 5 (Reuters) - ", "MOSCOW, December 7. /TASS/. ", "(AP) — ".</summary>
/// <param name="End">Where the text itself starts.</param>
/// <param name="Date">The date where its year is written too.</param>
/// <param name="Day">Month and day where the year is not.</param>
internal readonly record struct Dateline(int End, Period? Date, (int Month, int Day)? Day)
{
    private const int Longest = 90;

    /// <summary>Reads the head of a paragraph; null where none of this stands there.</summary>
    public static Dateline? Read(string text)
    {
        var at = 0;
        var limit = Math.Min(text.Length, Longest);
        var isCapital = Place(text, limit, ref at);
        if (at > 0 && at < limit && text[at] == ',')
            at++;
        Skip(text, limit, ref at);
        var (date, day) = Dated(text, limit, ref at);
        var isDated = date is not null || day is not null;
        if (at < limit && text[at] is ',' or '.')
            at++;
        Skip(text, limit, ref at);
        var isAgency = Agency(text, limit, ref at);
        if (isAgency && at < limit && text[at] == '.')
            at++;
        Skip(text, limit, ref at);
        var isCut = Cut(text, limit, ref at);
        if (!(isCut ? isDated || isAgency || isCapital : isDated && isAgency))
            return null;
        Skip(text, limit, ref at);
        // What follows is the beginning of a sentence.
        return at < text.Length && (char.IsUpper(text[at]) || char.IsDigit(text[at]) || text[at] is '“' or '"' or '‘' or '$' or '€' or '£')
            ? new(at, date, day)
            : null;
    }

    /// <summary>One to four capitalised words, a second place after a comma; true where the first is four letters or more, all capitals.</summary>
    private static bool Place(string text, int limit, ref int at)
    {
        var words = 0;
        var capital = true;
        var end = 0;
        for (var i = 0; i < limit && words < 5; )
        {
            var start = i;
            while (i < limit && (char.IsLetter(text[i]) || text[i] is '.' or '-' or '’' or '\''))
                i++;
            var word = text.AsSpan(start, i - start);
            if (word.IsEmpty || !char.IsUpper(word[0]) || IsMonth(word) || (word.Length == 1 && words == 0))
                break;
            words++;
            // "PORT SAID, Egypt": the first place counts.
            capital &= end > 0 && text[end] == ',' || !word.ContainsAnyInRange('a', 'z');
            end = i;
            if (i < limit && text[i] is ' ' or '/')
                i++;
            else if (i + 1 < limit && text[i] == ',' && text[i + 1] == ' ')
                i += 2;
            else
                break;
        }
        if (words is 0 or 5)
            return false;
        at = end;
        return capital && end >= 4;
    }

    private static bool IsMonth(ReadOnlySpan<char> word) => DateText.Month(word.TrimEnd('.')) > 0;

    /// <summary>"March 5", "5 March", "Jan. 18, 2025", from the longest stretch that is a date on.</summary>
    private static (Period? Date, (int Month, int Day)? Day) Dated(string text, int limit, ref int at)
    {
        // At most "Wednesday, March 5, 2023": five words.
        Span<int> ends = stackalloc int[5];
        var count = 0;
        for (var i = at; i < limit && count < ends.Length; i++)
        {
            if (i > at && !char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i - 1]))
                ends[count++] = i;
            if (text[i] is '(' or '/' or '—' or '–')
                break;
        }
        for (var i = count - 1; i >= 0; i--)
        {
            var words = text.AsSpan(at, ends[i] - at);
            if (DateText.TryParse(words, out var period) && period.Kind == PeriodKind.Day)
            {
                at = ends[i];
                return (period, null);
            }
            // Any leap year serves to see whether it is a day.
            if (
                words.Length <= 24
                && !words.Contains(':')
                && DateText.TryParse($"{words} 2000", out period)
                && period.Kind == PeriodKind.Day
            )
            {
                at = ends[i];
                return (null, (period.Start.Month, period.Start.Day));
            }
        }
        return (null, null);
    }

    /// <summary>"(Reuters)", "/TASS/", "(CNA)": up to four capitalised words between brackets or strokes.</summary>
    private static bool Agency(string text, int limit, ref int at)
    {
        if (at >= limit || text[at] is not ('(' or '/' or '['))
            return false;
        var close = text.AsSpan(at + 1, limit - at - 1).IndexOfAny(")/]");
        if (close is < 2 or > 40 || !char.IsUpper(text[at + 1]) || text.AsSpan(at + 1, close).ContainsAnyInRange('0', '9'))
            return false;
        at += close + 2;
        return true;
    }

    private static bool Cut(string text, int limit, ref int at)
    {
        var start = at;
        while (at < limit && text[at] is '-' or '–' or '—' or '>' or '|')
            at++;
        return at > start;
    }

    private static void Skip(string text, int limit, ref int at)
    {
        while (at < limit && text[at] is ' ' or '\u00A0')
            at++;
    }
}
