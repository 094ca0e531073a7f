namespace Entente.Models.Gravity;

/// <summary>A word, a number or a sign of a formula, and where it stands (from 1). The end is an empty text.</summary>
internal sealed record FormulaToken(string Text, int At, bool IsName, bool IsNumber);

/// <summary>Cuts a formula into words, numbers and signs. `backticks` hold names with other signs in them.</summary>
internal static class FormulaScanner
{
    private const string Signs = "~+-*/^:|(),=[]";

    /// <exception cref="FormulaException">A sign that formulas do not have.</exception>
    public static List<FormulaToken> Scan(string text)
    {
        var found = new List<FormulaToken>();
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            if (char.IsWhiteSpace(text[i]))
                i++;
            else if (text[i] is '`' or '"' or '\'')
            {
                var end = text.IndexOf(text[i], i + 1);
                if (end < 0)
                    throw new FormulaException(start + 1, $"{text[i]} that does not close", $"a second {text[i]}");
                found.Add(new(text[(i + 1)..end], start + 1, IsName: true, IsNumber: false));
                i = end + 1;
            }
            else if (char.IsLetter(text[i]) || text[i] is '_' or '.' && !(i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '.'))
                    i++;
                found.Add(new(text[start..i], start + 1, IsName: true, IsNumber: false));
            }
            else if (char.IsAsciiDigit(text[i]) || text[i] == '.')
            {
                while (
                    i < text.Length
                    && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '.' || (text[i] is '-' or '+' && text[i - 1] is 'e' or 'E'))
                )
                    i++;
                found.Add(new(text[start..i], start + 1, IsName: false, IsNumber: true));
            }
            else if (Signs.Contains(text[i], StringComparison.Ordinal))
                found.Add(new(text[i++].ToString(), start + 1, IsName: false, IsNumber: false));
            else
                throw new FormulaException(start + 1, $"'{text[i]}'", "a column, a number or one of ~ + - * / ^ : | ( )");
        }
        found.Add(new("", text.Length + 1, IsName: false, IsNumber: false));
        return found;
    }
}

/// <summary>Ends the reading of a formula; caught where it began.</summary>
internal sealed class FormulaException(int at, string found, string expected, string? hint = null)
    : Exception($"column {at}: {found}; expected {expected}")
{
    public int At => at;

    public string Found => found;

    public string Expected => expected;

    public string? Hint => hint;
}
