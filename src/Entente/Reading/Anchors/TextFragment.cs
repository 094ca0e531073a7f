using System.Globalization;
using System.Text;

namespace Entente.Reading.Anchors;

/// <summary>
/// Addresses that make a browser scroll to the words of a claim (WICG, URL Fragment Text Directives: `#:~:text=[prefix-,]start[,end][,-suffix]`).
/// Words are those of the reading text, which is what a page shows: mark-up is no part of them.
/// </summary>
public sealed class TextFragment
{
    // A long quotation is given by its first and last words; a browser finds what lies between.
    private const int LongestWhole = 120;

    private const int EndWords = 5;

    private const int ContextWords = 4;

    // No sentence is as long; what is has no place to scroll to.
    private const int LongestStatement = 20_000;

    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private readonly HashSet<string> once = new(StringComparer.Ordinal);
    private readonly HashSet<string> repeated = new(StringComparer.Ordinal);
    private readonly string address;

    private TextFragment(Document document, string address)
    {
        this.address = address;
        foreach (var statement in document.Statements)
        {
            statements[statement.Id] = statement;
            var words = Words(statement.Text);
            for (var i = 0; i + ContextWords <= words.Count; i++)
            {
                var shingle = statement.Text[words[i].Start..words[i + ContextWords - 1].End];
                if (!once.Add(shingle))
                    repeated.Add(shingle);
            }
        }
    }

    /// <summary>The maker of a document's links; null where the document has no web address.</summary>
    public static TextFragment? Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return
            document.Url is { Length: <= 2000 } url
            && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.Host.Length > 0
            ? new(document, uri.AbsoluteUri)
            : null;
    }

    /// <summary>The link to the words of a statement that stand at these offsets of the document; null where they are no words of it.</summary>
    public string? To(string statementId, int start, int end)
    {
        if (
            !statements.TryGetValue(statementId, out var statement)
            || statement.Text.Length > LongestStatement
            || statement.Map.ToReading(statement.Text, start, end) is not var (from, to)
        )
            return null;
        var text = statement.Text;
        var words = Words(text).FindAll(w => w.Start >= from && w.End <= to);
        if (words.Count == 0)
            return null;
        // A browser matches whole words only, and punctuation at the ends is no part of one.
        (from, to) = (words[0].Start, words[^1].End);
        var quote = text[from..to];
        var fragment = new StringBuilder();
        // Four words that the text has once need no company, which a page might have changed.
        var isTelling = words.Count >= ContextWords && !repeated.Contains(text[from..words[ContextWords - 1].End]);
        var context = isTelling ? default : Context(text, from, to);
        if (context.Before is { } before)
            fragment.Append(Encode(before)).Append("-,");
        if (quote.Length > LongestWhole && words.Count > 2 * EndWords)
            fragment.Append(Encode(text[from..words[EndWords - 1].End])).Append(',').Append(Encode(text[words[^EndWords].Start..to]));
        else
            fragment.Append(Encode(quote));
        if (context.After is { } after)
            fragment.Append(",-").Append(Encode(after));
        return WithDirective(address, fragment.ToString());
    }

    /// <summary>
    /// The words before and after in the same sentence, with all signs between them and the quotation: a browser skips nothing but white space.
    /// Words of the next sentence would do as well but for captions and advertisements, which a page has between paragraphs and a text has not.
    /// </summary>
    private static (string? Before, string? After) Context(string text, int from, int to)
    {
        var all = Words(text);
        var before = all.FindAll(w => w.End <= from);
        var after = all.FindAll(w => w.Start >= to);
        return (
            before.Count == 0 ? null : text[before[Math.Max(0, before.Count - ContextWords)].Start..from].TrimEnd(),
            after.Count == 0 ? null : text[to..after[Math.Min(ContextWords, after.Count) - 1].End].TrimStart()
        );
    }

    // Runs of what is no white space, without punctuation at their ends.
    private static List<(int Start, int End)> Words(string text)
    {
        var words = new List<(int, int)>();
        for (var i = 0; i < text.Length; )
        {
            while (i < text.Length && char.IsWhiteSpace(text[i]))
                i++;
            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
                i++;
            var end = i;
            while (start < end && IsEdge(text[start]))
                start++;
            while (end > start && IsEdge(text[end - 1]))
                end--;
            if (end > start)
                words.Add((start, end));
        }
        return words;
    }

    private static bool IsEdge(char c) => char.IsPunctuation(c) && c is not ('%' or '‰');

    /// <summary>
    /// Percent-encodes a term: besides what an address may not hold also `-`, `,` and `&amp;`, which the directive's own syntax uses.
    /// </summary>
    internal static string Encode(string term)
    {
        var encoded = new StringBuilder(term.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(term))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'_' or (byte)'~')
                encoded.Append((char)b);
            else
                encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
        return encoded.ToString();
    }

    private static string WithDirective(string address, string term)
    {
        var old = address.IndexOf(":~:", StringComparison.Ordinal);
        if (old >= 0)
            address = address[..old];
        return $"{address}{(address.Contains('#', StringComparison.Ordinal) ? "" : "#")}:~:text={term}";
    }
}
