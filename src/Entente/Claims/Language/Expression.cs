using Entente.Quantities;

namespace Entente.Claims.Language;

/// <summary>Where a piece of an expression stands in its text: first character and length, in UTF-16 code units.</summary>
public readonly record struct Span(int Start, int Length);

/// <summary>A node of the claim language. Equality ignores <see cref="Span"/>: two expressions are equal when they print the same.</summary>
public abstract record Expression
{
    public Span Span { get; init; }

    // The compiler would compare spans too, and the same expression read from two places would differ.
    public virtual bool Equals(Expression? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The expression in the claim language, as <see cref="ClaimPrinter"/> prints it.</summary>
    public sealed override string ToString() => ClaimPrinter.Print(this);
}

/// <summary>A number with its unit: `36%` is 0.36 in shares with a last digit of 0.01, `190e9 USD` has a last digit of 1e9. The digits print back as written.</summary>
public sealed record QuantityLiteral(string Digits, WrittenNumber Number, Unit Unit) : Expression
{
    /// <summary>
    /// The literal of plain digits (`190e9`, `2.50`) and a unit: shares are divided by a hundred, percentage points are not. A leading
    /// minus becomes a <see cref="Negate"/>, since the language has no negative literals. A count, a rank or a year takes no unit in print.
    /// </summary>
    /// <exception cref="FormatException">The digits are not a number as the language writes it.</exception>
    public static Expression Of(string digits, Unit unit)
    {
        if (digits.StartsWith('-'))
            return new Negate(Of(digits[1..], unit));
        if (!NumberSyntax.TryRead(digits, out var number))
            throw new FormatException($"'{digits}' is not a number of the claim language (expected digits, e.g. 36, 2.50, 190e9)");
        return NumberSyntax.Literal(digits, number, unit);
    }

    // Two numbers that print the same are the same, whichever way the floating-point value was come by.
    public bool Equals(QuantityLiteral? other) => other is not null && Digits == other.Digits && Unit.Symbol == other.Unit.Symbol;

    public override int GetHashCode() => HashCode.Combine(Digits, Unit.Symbol);
}

/// <summary>`2022-03`, `2013..2022-06`, `2022-Q1`. A bare four-digit number where a period is due is a <see cref="QuantityLiteral"/> that the type checker turns into one.</summary>
public sealed record PeriodLiteral(Period Period) : Expression;

/// <summary>An actor code, item, event id, measure or option: `CHN`, `energy`, `war.outcome`.</summary>
public sealed record NameReference(string Name) : Expression;

/// <summary>`"Xi Jinping"`.</summary>
public sealed record StringLiteral(string Value) : Expression;

/// <summary>`CHN -&gt; RUS`: from exporter (sender) to importer (receiver).</summary>
public sealed record FlowLiteral(Expression From, Expression To) : Expression;

/// <summary>`{RUS, IND, PAK}`.</summary>
public sealed record SetLiteral(IReadOnlyList<Expression> Members) : Expression
{
    public bool Equals(SetLiteral? other) => other is not null && Members.SequenceEqual(other.Members);

    public override int GetHashCode() => Members.Aggregate(17, (hash, m) => HashCode.Combine(hash, m));
}

/// <summary>One argument, with its name where it has one (`of: exports(CHN)`).</summary>
public sealed record Argument(string? Name, Expression Value);

/// <summary>`growth(trade(CHN, RUS), 2022)`.</summary>
public sealed record Call(string Function, IReadOnlyList<Argument> Arguments) : Expression
{
    public bool Equals(Call? other) => other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(Function.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}

public enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

public sealed record Arithmetic(ArithmeticOperator Operator, Expression Left, Expression Right) : Expression;

public sealed record Negate(Expression Operand) : Expression;

public enum Relation
{
    Equal,
    About,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
}

/// <summary>`a = b`, `a ~ b`, `a &lt; b` …</summary>
public sealed record Comparison(Relation Relation, Expression Left, Expression Right) : Expression;

/// <summary>`x within [low, high]`.</summary>
public sealed record Within(Expression Value, Expression Low, Expression High) : Expression;

/// <summary>`members(SCO, 2022) includes {RUS, IND}`.</summary>
public sealed record Includes(Expression Whole, SetLiteral Part) : Expression;

/// <summary>`choice(CHN, in: triangle) invariant to war.outcome`.</summary>
public sealed record Invariant(Expression Value, string Factor) : Expression;

public sealed record Not(Expression Operand) : Expression;

public sealed record And(Expression Left, Expression Right) : Expression;

public sealed record Or(Expression Left, Expression Right) : Expression;

/// <summary>`if vote(RUS) = no then not passes(UNSC)`: a deduction under a premise.</summary>
public sealed record IfThen(Expression Premise, Expression Conclusion) : Expression;

/// <summary>`… given us.hostility = high`: a condition under which the rest is asserted.</summary>
public sealed record Given(Expression Body, Expression Condition) : Expression;
