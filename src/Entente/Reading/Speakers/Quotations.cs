using System.Buffers;
using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Words between quotation marks: from the opening mark to past the closing one, and what is between.</summary>
/// <param name="Start">The opening mark.</param>
/// <param name="InnerStart">The first character after it.</param>
/// <param name="InnerEnd">One past the last character before the closing mark.</param>
/// <param name="End">One past the closing mark.</param>
/// <param name="Closed">False where the paragraph ends first, as in a quotation of several paragraphs.</param>
internal readonly record struct Quotation(int Start, int InnerStart, int InnerEnd, int End, bool Closed);

/// <summary>Finds the outer quotations of a paragraph; quotations inside quotations stay inside.</summary>
internal static class Quotations
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“„«‘'");

    public static bool MayHold(ReadOnlySpan<char> text) => text.ContainsAny(Marks);

    public static List<Quotation> Find(string text)
    {
        var found = new List<Quotation>();
        var hasDouble = text.AsSpan().IndexOfAny('"', '“', '«') >= 0 || text.Contains('„', StringComparison.Ordinal);
        var at = 0;
        var noSingleAfter = false;
        var lastClosing = text.LastIndexOf('”');
        // Marks that did not pair up once are taken without nesting from there on: looking for partners again would cost the square.
        var flat = false;
        while (at < text.Length)
        {
            var step = text.AsSpan(at).IndexOfAny(Marks);
            if (step < 0)
                break;
            at += step;
            var isSingle = text[at] is '‘' or '\'';
            if ((isSingle && (hasDouble || noSingleAfter)) || !Opens(text, at))
            {
                at++;
                continue;
            }
            var close = isSingle ? CloseSingle(text, at) : CloseDouble(text, at, lastClosing, ref flat);
            if (close < 0 && isSingle)
            {
                noSingleAfter = true;
                at++;
                continue;
            }
            var innerEnd = close < 0 ? text.Length : close;
            found.Add(new(at, at + 1, innerEnd, Math.Min(text.Length, innerEnd + 1), close >= 0));
            at = innerEnd + 1;
        }
        return found;
    }

    private static bool Opens(string text, int at)
    {
        if (text[at] is '“' or '„' or '«')
            return true;
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-' or '“' or '/' or ':') && !char.IsWhiteSpace(after);
    }

    private static int CloseDouble(string text, int open, int lastClosing, ref bool flat)
    {
        if (flat)
            return FirstClosing(text, open);
        var depth = 1;
        for (var i = open + 1; i < text.Length; i++)
        {
            switch (text[open], text[i])
            {
                case ('"', '"') when !Opens(text, i) || i + 1 == text.Length:
                case ('„', '“' or '”' or '"'):
                    return i;
                case ('“', '“') when text[i - 1] is ' ' or '(' or '—':
                case ('«', '«'):
                    depth++;
                    break;
                case ('“', '”') or ('«', '»'):
                    if (--depth == 0)
                        return i;
                    break;
                case ('“', '"') when depth == 1 && !Opens(text, i) && lastClosing < i:
                    return i;
            }
        }
        flat = depth > 1;
        return flat ? FirstClosing(text, open) : -1;
    }

    private static int FirstClosing(string text, int open)
    {
        var first = text[open] == '"' ? text.AsSpan(open + 1).IndexOf('"') : text.AsSpan(open + 1).IndexOfAny('”', '»');
        return first < 0 ? -1 : open + 1 + first;
    }

    /// <summary>The closing single mark: no apostrophe inside a word; after a sign rather than after a plural's s where both are there.</summary>
    private static int CloseSingle(string text, int open)
    {
        var fallback = -1;
        var expected = text[open] == '‘' ? '’' : '\'';
        for (var i = open + 2; i < text.Length && i < open + 4000; i++)
        {
            if (text[i] == '‘')
                break;
            if (text[i] != expected || (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
                continue;
            if (text[i - 1] is ',' or '.' or '?' or '!' or '…')
                return i;
            if (fallback < 0)
                fallback = i;
        }
        return fallback;
    }

    /// <summary>How many words stand between the marks, counted up to a limit.</summary>
    public static int Words(string text, Quotation quotation, int limit)
    {
        var words = 0;
        var inWord = false;
        for (var i = quotation.InnerStart; i < quotation.InnerEnd && words < limit; i++)
        {
            var letter = char.IsLetterOrDigit(text[i]) || (inWord && Tokenizer.IsApostrophe(text[i]));
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        return words;
    }
}
