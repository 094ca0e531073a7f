using System.Globalization;
using System.Text;
using Entente.Numerics.Games;

namespace Entente.Models.Games;

/// <summary>What stands in a Gambit file between blanks.</summary>
internal enum GambitToken
{
    End,
    Open,
    Close,
    Comma,
    Label,
    Number,
    Word,
}

/// <summary>Reads the words of a Gambit file, and knows where each stands.</summary>
internal sealed class GambitScanner
{
    private readonly string text;
    private int at;
    private int line = 1;
    private int lineStart;

    public GambitScanner(string text)
    {
        this.text = text;
        Next();
    }

    public GambitToken Token { get; private set; }

    /// <summary>The token, a label without its quotes.</summary>
    public string Text { get; private set; } = "";

    public int Line { get; private set; }

    public int Column { get; private set; }

    public GameFileException Wrong(string expected) => Wrong(Found(), expected);

    public GameFileException Wrong(string found, string expected) => new(Line, Column, found, expected);

    public bool Accept(GambitToken token)
    {
        if (Token != token)
            return false;
        Next();
        return true;
    }

    public void Expect(GambitToken token, string expected)
    {
        if (!Accept(token))
            throw Wrong(expected);
    }

    public string Label(string expected)
    {
        if (Token != GambitToken.Label)
            throw Wrong(expected);
        var label = Text;
        Next();
        return label;
    }

    public Numeral Number(string expected)
    {
        if (Token != GambitToken.Number)
            throw Wrong(expected);
        if (!Rational.TryParse(Text, out var value))
            throw Wrong($"{expected}, such as 2, -0.5 or 2/3");
        var numeral = new Numeral(Text, value);
        Next();
        return numeral;
    }

    public int Whole(int lowest, string expected)
    {
        if (
            Token != GambitToken.Number
            || !int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            || value < lowest
        )
            throw Wrong(expected);
        Next();
        return value;
    }

    public void Next()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF'))
            Take();
        (Line, Column) = (line, at - lineStart + 1);
        if (at == text.Length)
        {
            (Token, Text) = (GambitToken.End, "");
            return;
        }
        var c = text[at];
        if (c == '"')
        {
            Quoted();
            return;
        }
        var start = at;
        Take();
        Token = c switch
        {
            '{' => GambitToken.Open,
            '}' => GambitToken.Close,
            ',' => GambitToken.Comma,
            (>= '0' and <= '9') or '-' or '+' or '.' => GambitToken.Number,
            _ => GambitToken.Word,
        };
        if (Token is GambitToken.Number or GambitToken.Word)
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('{' or '}' or ',' or '"'))
                at++;
        Text = text[start..at];
    }

    // A backslash is itself, save before a quotation mark, which then does not end the label.
    private void Quoted()
    {
        var label = new StringBuilder();
        for (Take(); at < text.Length; Take())
        {
            if (text[at] == '"')
            {
                Take();
                (Token, Text) = (GambitToken.Label, label.ToString());
                return;
            }
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '"')
                at++;
            label.Append(text[at]);
        }
        throw Wrong("a label without an end", "a closing quotation mark");
    }

    private void Take()
    {
        if (text[at++] == '\n')
            (line, lineStart) = (line + 1, at);
    }

    private string Found() =>
        Token switch
        {
            GambitToken.End => "the end of the file",
            GambitToken.Label => $"the label \"{Short(Text)}\"",
            _ => $"'{Short(Text)}'",
        };

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
