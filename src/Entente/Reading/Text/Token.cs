namespace Entente.Reading.Text;

public enum TokenKind
{
    Word,
    Number,
    Currency,
    Percent,
    Punctuation,
    Quote,
}

/// <summary>
/// A word, number or sign of a statement's reading text. Numbers keep their separators ("4,209.3"); "$190bn" is currency, number, word;
/// hyphenated words are split at the hyphen ("second-largest" is three tokens, "Su-35" too: their adjacency shows in the offsets);
/// "'s" after a word is a token of its own.
/// </summary>
public readonly record struct Token(TokenKind Kind, int Start, int End, string Text, string Lower)
{
    public int Length => End - Start;
}
