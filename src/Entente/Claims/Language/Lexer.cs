namespace Entente.Claims.Language;

internal enum TokenKind
{
    End,
    Bad,
    Name,
    Keyword,
    Text,
    Number,
    Period,
    Percent,
    Relation,
    Plus,
    Minus,
    Star,
    Slash,
    Arrow,
    Comma,
    Colon,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
}

internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Cuts an expression into tokens, one at a time; a copy of it looks ahead. What is wrong comes as a bad token with its error.</summary>
internal ref struct Lexer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;

    /// <summary>What the last bad token should have been, and what to do.</summary>
    public string? Expected { get; private set; }

    public string? Hint { get; private set; }

    public static bool IsKeyword(ReadOnlySpan<char> name) =>
        name is "if" or "then" or "given" or "or" or "and" or "not" or "within" or "includes" or "invariant" or "to";

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c);

    public static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    public Token Next()
    {
        while (_position < _text.Length && IsSpace(_text[_position]))
            _position++;
        if (_position == _text.Length)
            return new Token(TokenKind.End, _position, 0);
        var c = _text[_position];
        if (IsNameStart(c))
            return Name();
        if (char.IsAsciiDigit(c))
            return NumberOrPeriod();
        if (c == '"')
            return Text();
        var next = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        return c switch
        {
            '=' when next is '=' => Bad(2, "a relation", "write '='"),
            '=' when next is '>' or '<' => Bad(2, "a relation", "write '>=' or '<='"),
            '<' when next is '>' => Bad(2, "a relation", "write '!='"),
            '<' or '>' or '!' when next == '=' => Take(TokenKind.Relation, 2),
            '=' or '~' or '<' or '>' => Take(TokenKind.Relation, 1),
            '-' when next == '>' => Take(TokenKind.Arrow, 2),
            '-' => Take(TokenKind.Minus, 1),
            '+' => Take(TokenKind.Plus, 1),
            '*' => Take(TokenKind.Star, 1),
            '/' => Take(TokenKind.Slash, 1),
            '%' => Take(TokenKind.Percent, 1),
            ',' => Take(TokenKind.Comma, 1),
            ':' => Take(TokenKind.Colon, 1),
            '(' => Take(TokenKind.OpenParenthesis, 1),
            ')' => Take(TokenKind.CloseParenthesis, 1),
            '[' => Take(TokenKind.OpenBracket, 1),
            ']' => Take(TokenKind.CloseBracket, 1),
            '{' => Take(TokenKind.OpenBrace, 1),
            '}' => Take(TokenKind.CloseBrace, 1),
            _ => Stray(c, next),
        };
    }

    // The no-break spaces are what word processors put between a number and its unit; nobody sees them.
    internal static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\u00A0' or '\u2009' or '\u202F';

    private Token Name()
    {
        var end = _position + 1;
        while (end < _text.Length)
        {
            if (IsNamePart(_text[end]) || (_text[end] == '.' && end + 1 < _text.Length && IsNamePart(_text[end + 1])))
                end++;
            else
                break;
        }
        return Take(IsKeyword(_text[_position..end]) ? TokenKind.Keyword : TokenKind.Name, end - _position);
    }

    private Token Text()
    {
        var i = _position + 1;
        while (i < _text.Length && _text[i] is not ('"' or '\n' or '\r'))
        {
            var c = _text[i];
            if (c == '\\')
            {
                var length = EscapeLength(_text[i..]);
                if (length == 0)
                    return BadAt(
                        i,
                        Math.Min(2, _text.Length - i),
                        "an escape",
                        "inside quotes write \\\" for a quote, \\\\ for a backslash, \\u and four hexadecimal digits for any character"
                    );
                i += length;
            }
            else if (char.IsControl(c))
                return BadAt(i, 1, "a character that can be seen", "remove it");
            else if (char.IsHighSurrogate(c) && i + 1 < _text.Length && char.IsLowSurrogate(_text[i + 1]))
                i += 2;
            else if (char.IsSurrogate(c))
                return BadAt(i, 1, "a whole character", "half a surrogate pair stands here: remove it");
            else
                i++;
        }
        return i < _text.Length && _text[i] == '"'
            ? Take(TokenKind.Text, i + 1 - _position)
            : Bad(i - _position, "a closing quote", "text in quotes ends on the line that it starts on");
    }

    /// <summary>Length of the escape that a backslash starts; 0 where it is none.</summary>
    internal static int EscapeLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return 0;
        if (text[1] is '"' or '\\')
            return 2;
        if (text[1] != 'u' || text.Length < 6)
            return 0;
        for (var i = 2; i < 6; i++)
            if (!char.IsAsciiHexDigit(text[i]))
                return 0;
        return 6;
    }

    private Token NumberOrPeriod()
    {
        var end = TimeEnd(_position);
        if (end == 0)
        {
            end = _position + NumberSyntax.ScanLength(_text[_position..]);
            // `1.` and `2013.` are neither numbers nor the start of a range.
            if (end < _text.Length && _text[end] == '.' && !StartsRange(end))
                return Bad(end + 1 - _position, "digits after the decimal point", null);
            if (!StartsRange(end))
                return Take(TokenKind.Number, end - _position);
        }
        if (StartsRange(end))
        {
            var second = end + 2;
            var secondEnd = TimeEnd(second);
            if (secondEnd == 0)
                secondEnd = second + NumberSyntax.ScanLength(_text[second..]);
            end = secondEnd;
        }
        var written = _text[_position..end];
        if (Period.TryParse(written.Length <= 23 ? written.ToString() : null, out _))
            return Take(TokenKind.Period, end - _position);
        return Bad(
            end - _position,
            "a period (2022, 2022-03, 2022-03-15, 2022-Q1, 2022-H1, 2022-01..2022-11)",
            written.Contains("..", StringComparison.Ordinal) ? "both ends must be periods of the calendar, the earlier one first"
                : written.Length == 9 ? "a subtraction needs a space on both sides of '-', and a range two dots: 2021..2022"
                : "months run from 01 to 12, quarters from Q1 to Q4, halves are H1 and H2"
        );
    }

    private readonly bool StartsRange(int at) => at + 1 < _text.Length && _text[at] == '.' && _text[at + 1] == '.';

    /// <summary>Where a YYYY-… that starts here ends, whether or not it is a period of the calendar; 0 where none starts.</summary>
    private readonly int TimeEnd(int from)
    {
        if (from + 5 >= _text.Length || _text[from + 4] != '-' || _text[from + 5] is not ((>= '0' and <= '9') or 'Q' or 'H'))
            return 0;
        for (var i = from; i < from + 4; i++)
            if (!char.IsAsciiDigit(_text[i]))
                return 0;
        var end = from + 5;
        while (
            end < _text.Length && (IsNamePart(_text[end]) || (_text[end] == '-' && end + 1 < _text.Length && IsNamePart(_text[end + 1])))
        )
            end++;
        return end;
    }

    private Token Stray(char c, char next) =>
        c switch
        {
            '\u2212' or '\u2013' or '\u2014' => Bad(
                1,
                "an operator of the language",
                "write '-' (hyphen-minus), or '..' between two periods"
            ),
            '\u2192' => Bad(1, "an operator of the language", "write '->'"),
            '\u2264' => Bad(1, "a relation", "write '<='"),
            '\u2265' => Bad(1, "a relation", "write '>='"),
            '\u2260' => Bad(1, "a relation", "write '!='"),
            '\u2248' => Bad(1, "a relation", "write '~'"),
            '\u00D7' => Bad(1, "an operator of the language", "write '*'"),
            '\u00F7' => Bad(1, "an operator of the language", "write '/'"),
            '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '\'' or '\u2018' or '\u2019' => Bad(
                1,
                "a name or text",
                "write straight double quotes: \"…\""
            ),
            '$' => Bad(1, "an amount of money", "write the currency after the number: 190e9 USD"),
            '\u20AC' => Bad(1, "an amount of money", "write the currency after the number: 190e9 EUR"),
            '&' => Bad(1, "an operator of the language", "write 'and'"),
            '|' => Bad(1, "an operator of the language", "write 'or'"),
            '!' => Bad(1, "an operator of the language", "write 'not', or '!=' for unequal"),
            _ when char.IsHighSurrogate(c) && char.IsLowSurrogate(next) => Bad(
                2,
                "a name, a number or an operator",
                "names outside the Latin alphabet go in double quotes"
            ),
            _ when char.IsSurrogate(c) => Bad(1, "a whole character", "half a surrogate pair stands here: remove it"),
            _ when char.IsLetter(c) => Bad(1, "a name, a number or an operator", "names outside the Latin alphabet go in double quotes"),
            _ when char.IsControl(c) => Bad(1, "a character that can be seen", "remove it"),
            _ => Bad(1, "a name, a number or an operator", null),
        };

    private Token Take(TokenKind kind, int length)
    {
        var token = new Token(kind, _position, length);
        _position += length;
        return token;
    }

    private Token Bad(int length, string expected, string? hint) => BadAt(_position, length, expected, hint);

    private Token BadAt(int start, int length, string expected, string? hint)
    {
        (Expected, Hint) = (expected, hint);
        return new Token(TokenKind.Bad, start, length);
    }
}
