using System.Collections;

namespace Entente.Reading.Text;

/// <summary>The tokens of one text. Read millions of times in a run: one array, and its elements are not copied where they are looked at.</summary>
internal sealed class TokenList(Token[] tokens) : IReadOnlyList<Token>
{
    public static TokenList Of(IReadOnlyList<Token> tokens) => tokens as TokenList ?? new TokenList([.. tokens]);

    public int Count => tokens.Length;

    public ref readonly Token this[int i] => ref tokens[i];

    Token IReadOnlyList<Token>.this[int index] => tokens[index];

    /// <summary>The array itself; not to be written to.</summary>
    public Token[] Array => tokens;

    public IEnumerator<Token> GetEnumerator() => ((IEnumerable<Token>)tokens).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => tokens.GetEnumerator();
}
