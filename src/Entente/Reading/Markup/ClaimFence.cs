namespace Entente.Reading.Markup;

/// <summary>
/// What stands in a fenced `claim` block: expressions, one a line unless the next is indented; `#` begins a remark; `quote:` names the words of
/// the text that the expressions put into the language, `speaker:` who says them, `argument:` the file of the argument that they are claims of. All hold for
/// the expressions beside them: a second one after an expression begins anew.
/// </summary>
internal sealed class ClaimFence
{
    private readonly string text;
    private readonly List<WrittenClaim> claims = [];
    private readonly List<(int Start, int End)> expressions = [];
    private (int Start, int End)? quote;
    private (int Start, int End)? speaker;
    private (int Start, int End)? argument;

    private ClaimFence(string text) => this.text = text;

    /// <param name="text">The document.</param>
    /// <param name="lines">The lines between the fences, without their line breaks.</param>
    public static List<WrittenClaim> Read(string text, List<(int Start, int End)> lines)
    {
        var fence = new ClaimFence(text);
        // What the next indented line goes on with: 'e'xpression, 'q'uote or nothing.
        var open = ' ';
        foreach (var (start, end) in lines)
        {
            var first = start;
            while (first < end && (char.IsWhiteSpace(text[first]) || text[first] == '>'))
                first++;
            var last = end;
            while (last > first && char.IsWhiteSpace(text[last - 1]))
                last--;
            if (first == last || text[first] == '#')
                continue;
            var isIndented = char.IsWhiteSpace(text[first == start ? start : first - 1]) && text[start] != '>';
            if (isIndented && open == 'e')
                fence.expressions[^1] = (fence.expressions[^1].Start, last);
            else if (isIndented && open == 'q')
                fence.quote = (fence.quote!.Value.Start, last);
            else
                open = fence.Take(first, last);
        }
        fence.Flush();
        return fence.claims;
    }

    private char Take(int first, int last)
    {
        if (Field(first, last, "quote:") is { } words)
        {
            if (quote is not null)
                Flush();
            quote = words;
            return 'q';
        }
        if (Field(first, last, "speaker:") is { } name)
        {
            if (speaker is not null)
                Flush();
            speaker = name;
            return ' ';
        }
        if (Field(first, last, "argument:") is { } file)
        {
            if (argument is not null)
                Flush();
            argument = file;
            return ' ';
        }
        // A quotation that comes after its expressions is theirs; what follows is said of nothing in particular.
        if (expressions.Count > 0 && quote is { } placed && placed.Start > expressions[^1].End)
            Flush();
        expressions.Add((first, last));
        return 'e';
    }

    private (int Start, int End)? Field(int first, int last, string name)
    {
        if (!text.AsSpan(first, last - first).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            return null;
        first += name.Length;
        while (first < last && char.IsWhiteSpace(text[first]))
            first++;
        return (first, last);
    }

    private void Flush()
    {
        foreach (var (start, end) in expressions)
            claims.Add(
                new WrittenClaim(text[start..end], start, end)
                {
                    Quote = quote is var (q, to) ? Unquoted(text[q..to]) : null,
                    QuoteStart = quote?.Start,
                    Speaker = speaker is var (s, stop) && Unquoted(text[s..stop]) is { Length: > 0 } name ? name : null,
                    Argument = argument is var (a, last) && last > a ? text[a..last] : null,
                }
            );
        expressions.Clear();
        (quote, speaker, argument) = (null, null, null);
    }

    // Quotation marks around the whole are the block's, not the text's.
    private static string Unquoted(string words) =>
        words.Length > 1 && (words[0], words[^1]) is ('"', '"') or ('“', '”') or ('\'', '\'') or ('‘', '’') or ('«', '»')
            ? words[1..^1].Trim()
            : words;
}
