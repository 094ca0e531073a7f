using System.Globalization;
using System.Text;

namespace Entente.Claims.Language;

/// <summary>What is wrong with an expression: where, what was found, what was expected, and what to do about it.</summary>
public sealed record LanguageError
{
    /// <summary>First character, in UTF-16 code units from the start of the text.</summary>
    public required int Position { get; init; }

    /// <summary>Code units that are wrong; 0 where something is missing.</summary>
    public required int Length { get; init; }

    public required string Found { get; init; }

    public required string Expected { get; init; }

    /// <summary>What to write instead, where there is a good guess.</summary>
    public string? Hint { get; init; }

    /// <summary>One line without the text: `found 'USX', expected a unit; did you mean USD?`.</summary>
    public string Message => Hint is null ? $"found {Found}, expected {Expected}" : $"found {Found}, expected {Expected}; {Hint}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"character {Position + 1}: {Message}");

    /// <summary>
    /// The error for a terminal: the line of the text that it is in, carets under the place, and the message. A long line is cut to
    /// its neighbourhood, and characters that a terminal would act on are shown as the replacement character.
    /// </summary>
    public string Render(string text)
    {
        const int Before = 60;
        const int After = 40;
        var at = Math.Clamp(Position, 0, text.Length);
        var lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var lineEnd = text.IndexOf('\n', at);
        if (lineEnd < 0)
            lineEnd = text.Length;
        var from = Math.Max(lineStart, at - Before);
        var to = Math.Min(lineEnd, at + Math.Clamp(Length, 0, After) + After);

        var rendered = new StringBuilder();
        if (from > lineStart)
            rendered.Append('…');
        AppendShown(rendered, text.AsSpan(from, to - from));
        if (to < lineEnd)
            rendered.Append('…');
        rendered.Append('\n').Append(' ', at - from + (from > lineStart ? 1 : 0));
        rendered.Append('^', Math.Max(1, Math.Min(Length, to - at)));
        return rendered.Append('\n').Append(Message).ToString();
    }

    /// <summary>A piece of the text as a message quotes it: short, and without characters that a terminal would act on.</summary>
    internal static string Quote(ReadOnlySpan<char> piece)
    {
        const int Most = 40;
        var quoted = new StringBuilder("'");
        AppendShown(quoted, piece.Length > Most ? piece[..Most] : piece);
        return quoted.Append(piece.Length > Most ? "…'" : "'").ToString();
    }

    // One character in gives one character out, so that the carets stay under their place.
    private static void AppendShown(StringBuilder to, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pairStart = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var pairEnd = char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]);
            if (char.IsSurrogate(c))
                to.Append(pairStart || pairEnd ? c : '\uFFFD');
            else if (c is '\t' or '\r' or '\n')
                to.Append(' ');
            else
                to.Append(char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c);
        }
    }
}
