namespace Entente.Claims.Language;

/// <summary>
/// Checks the names, types and units of an expression, and makes bare years that stand where a period is due into periods. An expression that
/// passes can be evaluated or fails only for want of data.
/// </summary>
public static partial class TypeChecker
{
    /// <summary>Errors that one expression is given; more would repeat the same mistake.</summary>
    private const int MostErrors = 20;

    /// <summary>Parses and checks; a text that does not parse gives its one parse error.</summary>
    public static TypeOutcome Check(string text, ITypeEnvironment environment)
    {
        var parsed = ClaimParser.Parse(text);
        return parsed.Succeeded ? Check(parsed.Expression, environment) : TypeOutcome.Of([parsed.Error]);
    }

    /// <summary>Checks a parsed expression. Errors of an expression built in code point into nothing: print and parse it first where that matters.</summary>
    public static TypeOutcome Check(Expression expression, ITypeEnvironment environment)
    {
        var run = new Run(environment);
        var typed = run.Visit(expression);
        if (run.Errors is { } errors)
            return TypeOutcome.Of([.. errors.OrderBy(e => e.Position).Take(MostErrors)]);
        return TypeOutcome.Of(typed.Expression, typed.Type!);
    }

    /// <summary>An elaborated expression with its type; the type is null where an error has been reported, so that it is not reported again above.</summary>
    private readonly record struct Typed(Expression Expression, ExpressionType? Type);

    private sealed partial class Run(ITypeEnvironment environment)
    {
        public List<LanguageError>? Errors { get; private set; }

        public Typed Visit(Expression expression) =>
            expression switch
            {
                QuantityLiteral quantity => new(quantity, ExpressionType.Of(quantity.Unit)),
                PeriodLiteral => new(expression, ExpressionType.Period),
                NameReference name => new(name, TypeOfName(name.Name)),
                StringLiteral text => new(
                    text,
                    new ExpressionType(environment.Knows(NameKind.Actor, text.Value) ? TypeKind.Actor : TypeKind.Word)
                ),
                SetLiteral set => VisitSet(set),
                Call call => VisitCall(call),
                Arithmetic arithmetic => VisitArithmetic(arithmetic),
                Negate negate => VisitNegate(negate),
                Comparison comparison => VisitComparison(comparison),
                Within within => VisitWithin(within),
                Includes includes => VisitIncludes(includes),
                Invariant invariant => VisitInvariant(invariant),
                Not not => Rebuilt(not, Truth(not.Operand), not.Operand, operand => not with { Operand = operand }),
                And and => Rebuilt(and, Truth(and.Left), and.Left, Truth(and.Right), and.Right, (l, r) => and with { Left = l, Right = r }),
                Or or => Rebuilt(or, Truth(or.Left), or.Left, Truth(or.Right), or.Right, (l, r) => or with { Left = l, Right = r }),
                IfThen i => Rebuilt(
                    i,
                    Truth(i.Premise),
                    i.Premise,
                    Truth(i.Conclusion),
                    i.Conclusion,
                    (l, r) => i with { Premise = l, Conclusion = r }
                ),
                Given g => Rebuilt(g, Truth(g.Body), g.Body, Truth(g.Condition), g.Condition, (l, r) => g with { Body = l, Condition = r }),
                FlowLiteral flow => Fail(flow, "a flow", "a value", "a flow stands only as an argument: exports(CHN -> RUS)"),
                _ => throw new ArgumentException($"the claim language has no construct {expression.GetType().Name}", nameof(expression)),
            };

        private ExpressionType TypeOfName(string name) =>
            name switch
            {
                "states" => ExpressionType.ActorSet,
                "yes" or "no" or "abstain" or "absent" => ExpressionType.Choice,
                _ when name.Contains('.', StringComparison.Ordinal) => new(TypeKind.Factor),
                _ when IsActor(name) => new(TypeKind.Actor),
                _ when environment.Knows(NameKind.Item, name) => new(TypeKind.Item),
                _ => new(TypeKind.Word),
            };

        private Typed VisitSet(SetLiteral set)
        {
            var right = true;
            foreach (var member in set.Members)
                right &= CheckName(member, NameKind.Actor, "an actor");
            return new(set, right ? ExpressionType.ActorSet : null);
        }

        private Typed VisitNegate(Negate negate)
        {
            var operand = Numeric(negate.Operand);
            return new(
                ReferenceEquals(operand.Expression, negate.Operand) ? negate : negate with { Operand = operand.Expression },
                operand.Type
            );
        }

        private Typed VisitArithmetic(Arithmetic arithmetic)
        {
            var (left, right) = (Visit(arithmetic.Left), Visit(arithmetic.Right));
            var rebuilt =
                ReferenceEquals(left.Expression, arithmetic.Left) && ReferenceEquals(right.Expression, arithmetic.Right)
                    ? arithmetic
                    : arithmetic with
                    {
                        Left = left.Expression,
                        Right = right.Expression,
                    };
            if (left.Type is not { } a || right.Type is not { } b)
                return new(rebuilt, null);
            var type = arithmetic.Operator switch
            {
                ArithmeticOperator.Multiply => UnitRules.Product(a, b),
                ArithmeticOperator.Divide => UnitRules.Quotient(a, b),
                var sum => UnitRules.Sum(sum, a, b),
            };
            if (type is not null)
                return new(rebuilt, type);
            if (!a.IsNumeric && !(a.IsMoment && arithmetic.Operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract))
                return Fail(arithmetic.Left, a.Describe(), "a quantity", null);
            var (expected, hint) = arithmetic.Operator switch
            {
                _ when a.IsMoment && b.IsMoment => ("a duration (20 days)", "the time between two dates is days(A, B), months(A, B) …"),
                ArithmeticOperator.Add or ArithmeticOperator.Subtract => (a.DescribeWithExample(), "only quantities of one kind add up"),
                ArithmeticOperator.Multiply => ("a number, a share or a count", null),
                _ => ($"{a.Describe()}, a number, a share or a count", (string?)null),
            };
            return Fail(arithmetic.Right, b.Describe(), expected, hint);
        }

        private Typed VisitIncludes(Includes includes)
        {
            var whole = Visit(includes.Whole);
            var part = VisitSet(includes.Part);
            if (whole.Type is { Kind: not TypeKind.ActorSet } type)
                return Fail(includes.Whole, type.Describe(), "a set of actors before 'includes'", "members(SCO, 2022) includes {RUS, IND}");
            var rebuilt = ReferenceEquals(whole.Expression, includes.Whole) ? includes : includes with { Whole = whole.Expression };
            return new(rebuilt, whole.Type is null || part.Type is null ? null : ExpressionType.Truth);
        }

        private Typed VisitInvariant(Invariant invariant)
        {
            var value = Visit(invariant.Value);
            if (value.Type is { } type && !type.IsNumeric && type.Kind is not (TypeKind.Option or TypeKind.Choice or TypeKind.Truth))
                return Fail(
                    invariant.Value,
                    type.Describe(),
                    "a choice, a quantity or a test before 'invariant'",
                    "choice(CHN, in: SCENARIO) invariant to war.outcome"
                );
            var rebuilt = ReferenceEquals(value.Expression, invariant.Value) ? invariant : invariant with { Value = value.Expression };
            return new(rebuilt, value.Type is null ? null : ExpressionType.Truth);
        }

        private Typed Truth(Expression expression)
        {
            var typed = Visit(expression);
            return typed.Type is { Kind: not TypeKind.Truth } type
                ? Fail(expression, type.Describe(), "a test that is true or false", type.IsNumeric ? "compare it: … = 36%" : null)
                : typed;
        }

        private Typed Numeric(Expression expression)
        {
            var typed = Visit(expression);
            return typed.Type is { IsNumeric: false } type ? Fail(expression, type.Describe(), "a quantity", null) : typed;
        }

        private static Typed Rebuilt(Expression whole, Typed part, Expression was, Func<Expression, Expression> rebuild) =>
            new(ReferenceEquals(part.Expression, was) ? whole : rebuild(part.Expression), part.Type is null ? null : ExpressionType.Truth);

        private static Typed Rebuilt(
            Expression whole,
            Typed left,
            Expression wasLeft,
            Typed right,
            Expression wasRight,
            Func<Expression, Expression, Expression> rebuild
        ) =>
            new(
                ReferenceEquals(left.Expression, wasLeft) && ReferenceEquals(right.Expression, wasRight)
                    ? whole
                    : rebuild(left.Expression, right.Expression),
                left.Type is null || right.Type is null ? null : ExpressionType.Truth
            );

        private bool IsActor(string name) => environment.Knows(NameKind.Actor, name) || environment.Knows(NameKind.Body, name);

        /// <summary>Reports the error at an expression, quoting it with the type it was found to have.</summary>
        private Typed Fail(Expression at, string found, string expected, string? hint)
        {
            Report(at.Span, $"{LanguageError.Quote(ClaimPrinter.Print(at))} ({found})", expected, hint);
            return new(at, null);
        }

        private void Report(Span at, string found, string expected, string? hint) =>
            (Errors ??= []).Add(
                new LanguageError
                {
                    Position = at.Start,
                    Length = at.Length,
                    Found = found,
                    Expected = expected,
                    Hint = hint,
                }
            );
    }
}
