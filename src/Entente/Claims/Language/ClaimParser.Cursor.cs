using System.Globalization;

namespace Entente.Claims.Language;

/// <content>The place in the text, what may stand there, and the error when something else does.</content>
public static partial class ClaimParser
{
    private ref partial struct Run
    {
        private readonly Relation RelationOf(Token token) =>
            Written(token) switch
            {
                "=" => Relation.Equal,
                "~" => Relation.About,
                "!=" => Relation.NotEqual,
                "<" => Relation.Less,
                ">" => Relation.Greater,
                "<=" => Relation.LessOrEqual,
                _ => Relation.GreaterOrEqual,
            };

        private readonly string? TrailingHint() =>
            _current.Kind switch
            {
                TokenKind.Arrow => "a flow 'CHN -> RUS' stands only as an argument of a call",
                TokenKind.Comma => "numbers are written without separators: 190000 or 190e3",
                TokenKind.Keyword when IsKeyword("given") => "only one 'given' ends a claim: join conditions by 'and'",
                _ => null,
            };

        private readonly ReadOnlySpan<char> Written(Token token) => _text.AsSpan(token.Start, token.Length);

        private readonly bool IsKeyword(string word) => _current.Kind == TokenKind.Keyword && Written(_current).SequenceEqual(word);

        private readonly Span From(int start) => new(start, _lastEnd - start);

        private readonly TokenKind Ahead()
        {
            var ahead = _lexer;
            return ahead.Next().Kind;
        }

        private void Advance()
        {
            _lastEnd = _current.End;
            _current = _lexer.Next();
        }

        private ReadOnlySpan<char> Take(Token token)
        {
            Advance();
            return Written(token);
        }

        private bool AdvancePastSpacedOperator()
        {
            var token = _current;
            var before = token.Start > 0 && Lexer.IsSpace(_text[token.Start - 1]);
            var after = token.End < _text.Length && Lexer.IsSpace(_text[token.End]);
            if (!before || !after)
            {
                Fail("a space on both sides of the operator", null);
                return false;
            }
            Advance();
            return true;
        }

        private bool Expect(TokenKind kind, string expected)
        {
            if (_current.Kind == kind)
            {
                Advance();
                return true;
            }
            Fail(expected, kind == TokenKind.CloseParenthesis ? TrailingHint() : null);
            return false;
        }

        private bool ExpectKeyword(string word, string expected)
        {
            if (IsKeyword(word))
            {
                Advance();
                return true;
            }
            Fail(expected, null);
            return false;
        }

        /// <summary>The node over what was just read and over something of the given height, unless that makes the tree too high.</summary>
        private T? Over<T>(Token at, int otherHeight, T node)
            where T : Expression
        {
            _height = Math.Max(_height, otherHeight) + 1;
            return _height <= DeepestNesting ? node : (T?)TooDeep(at);
        }

        private Expression? TooDeep(Token at)
        {
            Error ??= new LanguageError
            {
                Position = at.Start,
                Length = at.Length,
                Found = "a level beneath them",
                Expected = string.Create(CultureInfo.InvariantCulture, $"an expression of at most {DeepestNesting} levels"),
                Hint = "split it into several claims",
            };
            return null;
        }

        private Expression? Fail(string expected, string? hint)
        {
            if (_current.Kind == TokenKind.Bad)
                (expected, hint) = (_lexer.Expected!, _lexer.Hint);
            return FailAt<Expression>(_current.Start, _current.Length, expected, hint);
        }

        private T? FailAt<T>(int start, int length, string expected, string? hint)
            where T : class
        {
            Error ??= new LanguageError
            {
                Position = start,
                Length = length,
                Found = length == 0 ? "the end" : LanguageError.Quote(_text.AsSpan(start, length)),
                Expected = expected,
                Hint = hint,
            };
            return null;
        }
    }
}
