using System.Globalization;

namespace Entente.Claims.Language;

/// <summary>
/// Parses the claim language by recursive descent; the grammar is in docs/claim-language.md. Input is bounded, so that no text, however
/// hostile, costs more than its length or overflows the stack.
/// </summary>
public static partial class ClaimParser
{
    /// <summary>Code units that an expression may have.</summary>
    public const int LongestText = 20_000;

    /// <summary>Levels that an expression may have, counting parentheses, calls and the links of a chain of operators.</summary>
    public const int DeepestNesting = 100;

    public static ParseOutcome Parse(string text)
    {
        if (text.Length > LongestText)
            return ParseOutcome.Of(
                new LanguageError
                {
                    Position = LongestText,
                    Length = 0,
                    Found = string.Create(CultureInfo.InvariantCulture, $"{text.Length:N0} characters"),
                    Expected = string.Create(CultureInfo.InvariantCulture, $"at most {LongestText:N0}"),
                    Hint = "write one claim per expression",
                }
            );
        var run = new Run(text);
        return run.Claim() is { } expression ? ParseOutcome.Of(expression) : ParseOutcome.Of(run.Error!);
    }

    // Longer texts are rare and would fill the memo.
    private const int LongestRemembered = 400;

    private static readonly BoundedMemo<string, ParseOutcome> Parsed = new(8_000, StringComparer.Ordinal);

    /// <summary>
    /// As <see cref="Parse"/>, for assertions that are read more than once on their way from a text to its report. Outcomes are immutable and
    /// depend on the text alone.
    /// </summary>
    internal static ParseOutcome Remembered(string text)
    {
        if (text.Length > LongestRemembered)
            return Parse(text);
        if (!Parsed.TryGet(text, out var outcome))
            Parsed.Add(text, outcome = Parse(text));
        return outcome;
    }

    /// <summary>
    /// One pass over one text. A production returns null once an error is recorded, and leaves the height of the tree it returned in
    /// <see cref="_height"/>: later passes recurse over the tree, so a chain of a thousand `+` must be refused like a thousand parentheses.
    /// </summary>
    private ref partial struct Run
    {
        private readonly string _text;
        private Lexer _lexer;
        private Token _current;
        private int _lastEnd;
        private int _nesting;
        private int _height;

        public Run(string text)
        {
            _text = text;
            _lexer = new Lexer(text);
            _current = _lexer.Next();
        }

        public LanguageError? Error { get; private set; }

        // claim = [ "if" bool "then" ] bool [ "given" bool ] ;
        public Expression? Claim()
        {
            var start = _current.Start;
            Expression? premise = null;
            if (IsKeyword("if"))
            {
                Advance();
                premise = Bool();
                if (premise is null || !ExpectKeyword("then", "'then' after the premise"))
                    return null;
            }
            var claim = Bool();
            if (claim is null)
                return null;
            if (premise is not null)
                claim = new IfThen(premise, claim) { Span = From(start) };
            if (IsKeyword("given"))
            {
                Advance();
                var condition = Bool();
                if (condition is null)
                    return null;
                claim = new Given(claim, condition) { Span = From(start) };
            }
            return _current.Kind == TokenKind.End ? claim : Fail("the end of the expression, or an operator", TrailingHint());
        }

        // bool = conj { "or" conj } ;
        private Expression? Bool()
        {
            if (++_nesting > DeepestNesting)
                return TooDeep(_current);
            var start = _current.Start;
            var left = Conjunction();
            while (left is not null && IsKeyword("or"))
            {
                var (link, height) = (_current, _height);
                Advance();
                var right = Conjunction();
                left = right is null ? null : Over(link, height, new Or(left, right) { Span = From(start) });
            }
            _nesting--;
            return left;
        }

        // conj = neg { "and" neg } ;
        private Expression? Conjunction()
        {
            var start = _current.Start;
            var left = Negation();
            while (left is not null && IsKeyword("and"))
            {
                var (link, height) = (_current, _height);
                Advance();
                var right = Negation();
                left = right is null ? null : Over(link, height, new And(left, right) { Span = From(start) });
            }
            return left;
        }

        // neg = [ "not" ] test ;
        private Expression? Negation()
        {
            if (!IsKeyword("not"))
                return Test();
            var not = _current;
            Advance();
            if (IsKeyword("not"))
                return Fail("what is denied", "a double denial needs parentheses: not (not …)");
            var operand = Test();
            return operand is null ? null : Over(not, 0, new Not(operand) { Span = From(not.Start) });
        }

        // test = sum [ REL sum | "within" "[" sum "," sum "]" | "includes" set | "invariant" "to" NAME ] ;
        private Expression? Test()
        {
            var start = _current.Start;
            var value = Sum();
            if (value is null)
                return null;
            var (link, height) = (_current, _height);
            Expression? test;
            if (link.Kind == TokenKind.Relation)
            {
                Advance();
                var right = Sum();
                test = right is null ? null : Over(link, height, new Comparison(RelationOf(link), value, right) { Span = From(start) });
            }
            else if (IsKeyword("within"))
                test = WithinBounds(value, start);
            else if (IsKeyword("includes"))
            {
                Advance();
                if (_current.Kind != TokenKind.OpenBrace)
                    return Fail("a set in braces: {RUS, IND}", null);
                test = Set() is SetLiteral set ? Over(link, height, new Includes(value, set) { Span = From(start) }) : null;
            }
            else if (IsKeyword("invariant"))
            {
                Advance();
                if (!ExpectKeyword("to", "'to' after 'invariant'"))
                    return null;
                if (_current.Kind != TokenKind.Name)
                    return Fail("the name of a factor of the scenario", null);
                var factor = Take(_current).ToString();
                test = Over(link, height, new Invariant(value, factor) { Span = From(start) });
            }
            else
                return value;
            return
                test is not null
                && (_current.Kind == TokenKind.Relation || IsKeyword("within") || IsKeyword("includes") || IsKeyword("invariant"))
                ? Fail("the end of the comparison", "comparisons do not chain: join two of them by 'and'")
                : test;
        }

        private Within? WithinBounds(Expression value, int start)
        {
            var (link, height) = (_current, _height);
            Advance();
            if (!Expect(TokenKind.OpenBracket, "'[' before the two bounds"))
                return null;
            var low = Sum();
            if (low is null || !Expect(TokenKind.Comma, "',' between the two bounds"))
                return null;
            height = Math.Max(height, _height);
            var high = Sum();
            return high is null || !Expect(TokenKind.CloseBracket, "']' after the two bounds")
                ? null
                : Over(link, height, new Within(value, low, high) { Span = From(start) });
        }

        // sum = term { ADD term } ;
        private Expression? Sum()
        {
            var start = _current.Start;
            var left = Term();
            while (left is not null && _current.Kind is TokenKind.Plus or TokenKind.Minus)
            {
                var (link, height) = (_current, _height);
                if (!AdvancePastSpacedOperator())
                    return null;
                var right = Term();
                var op = link.Kind == TokenKind.Plus ? ArithmeticOperator.Add : ArithmeticOperator.Subtract;
                left = right is null ? null : Over(link, height, new Arithmetic(op, left, right) { Span = From(start) });
            }
            return left;
        }

        // term = unary { MUL unary } ;
        private Expression? Term()
        {
            var start = _current.Start;
            var left = Unary();
            while (left is not null && _current.Kind is TokenKind.Star or TokenKind.Slash)
            {
                var (link, height) = (_current, _height);
                if (!AdvancePastSpacedOperator())
                    return null;
                var right = Unary();
                var op = link.Kind == TokenKind.Star ? ArithmeticOperator.Multiply : ArithmeticOperator.Divide;
                left = right is null ? null : Over(link, height, new Arithmetic(op, left, right) { Span = From(start) });
            }
            return left;
        }

        // unary = [ "-" ] atom ;
        private Expression? Unary()
        {
            if (_current.Kind != TokenKind.Minus)
                return Atom();
            var minus = _current;
            Advance();
            if (_current.Kind == TokenKind.Minus)
                return Fail("what is negated", "a double minus needs parentheses: -(-1)");
            var operand = Atom();
            return operand is null ? null : Over(minus, 0, new Negate(operand) { Span = From(minus.Start) });
        }

        // atom = quantity | period | set | call | ref | "(" bool ")" ;
        private Expression? Atom()
        {
            _height = 1;
            var token = _current;
            switch (token.Kind)
            {
                case TokenKind.Number:
                    return Quantity();
                case TokenKind.Period:
                    return new PeriodLiteral(Period.Parse(Take(token).ToString())) { Span = From(token.Start) };
                case TokenKind.OpenBrace:
                    return Set();
                case TokenKind.Text:
                    return Text();
                case TokenKind.Name:
                    Advance();
                    return _current.Kind == TokenKind.OpenParenthesis ? Call(token) : Name(token);
                case TokenKind.OpenParenthesis:
                    Advance();
                    var inner = Bool();
                    return inner is null || !Expect(TokenKind.CloseParenthesis, "')' or an operator") ? null : inner;
                case TokenKind.Keyword when IsKeyword("if"):
                    return Fail(Operand, "'if … then …' stands only at the start of a claim");
                case TokenKind.Keyword when IsKeyword("not"):
                    return Fail(Operand, "put the denial in parentheses: (not …)");
                default:
                    return Fail(Operand, null);
            }
        }

        private const string Operand = "a quantity, a period, a set, a call, a name or '('";

        // call = NAME "(" [ arg { "," arg } ] ")" ;
        private Call? Call(Token name)
        {
            Advance();
            var arguments = new List<Argument>(4);
            var height = 0;
            if (_current.Kind != TokenKind.CloseParenthesis)
            {
                while (true)
                {
                    if (Argument() is not { } argument)
                        return null;
                    arguments.Add(argument);
                    height = Math.Max(height, _height);
                    if (_current.Kind != TokenKind.Comma)
                        break;
                    Advance();
                }
            }
            if (!Expect(TokenKind.CloseParenthesis, "',' or ')' in the call"))
                return null;
            return Over(name, height, new Call(Written(name).ToString(), arguments) { Span = From(name.Start) });
        }

        // arg = [ NAME ":" ] ( flow | bool ) ;   flow = ref "->" ref ;
        private Argument? Argument()
        {
            string? name = null;
            if (_current.Kind is TokenKind.Name or TokenKind.Keyword && Ahead() == TokenKind.Colon)
            {
                if (_current.Kind == TokenKind.Keyword)
                {
                    Fail("the name of an argument", "a word of the language cannot name an argument");
                    return null;
                }
                name = Take(_current).ToString();
                Advance();
            }
            Expression? value;
            if (_current.Kind is TokenKind.Name or TokenKind.Text && Ahead() == TokenKind.Arrow)
            {
                var start = _current.Start;
                var from = Reference();
                Advance();
                var to = from is null ? null : Reference();
                value = to is null ? null : new FlowLiteral(from!, to) { Span = From(start) };
                _height = 2;
            }
            else
                value = Bool();
            return value is null ? null : new Argument(name, value);
        }

        // set = "{" ref { "," ref } "}" ;
        private SetLiteral? Set()
        {
            var start = _current.Start;
            Advance();
            var members = new List<Expression>(4);
            while (true)
            {
                if (Reference() is not { } member)
                    return null;
                members.Add(member);
                if (_current.Kind != TokenKind.Comma)
                    break;
                Advance();
            }
            _height = 2;
            return Expect(TokenKind.CloseBrace, "',' or '}' in the set") ? new SetLiteral(members) { Span = From(start) } : null;
        }

        // ref = NAME | STRING ;
        private Expression? Reference()
        {
            var token = _current;
            if (token.Kind == TokenKind.Text)
                return Text();
            if (token.Kind != TokenKind.Name)
                return Fail("a name or text in quotes", null);
            Advance();
            return Name(token);
        }

        private readonly NameReference Name(Token token) => new(Written(token).ToString()) { Span = new Span(token.Start, token.Length) };
    }
}
