using Entente.Claims.Language;
using Entente.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Claims.Language;

/// <summary>Random well-formed expressions, every construct among them; they need not make sense.</summary>
internal static class Expressions
{
    private static readonly string[] SampleNames =
    [
        "CHN",
        "RUS",
        "energy",
        "trade",
        "war.outcome",
        "a_1",
        "x.y.2",
        "iff",
        "pp",
        "Q1",
        "e9",
        "no",
    ];

    private static readonly string[] SampleNumbers = ["0", "36", "2.50", "190e9", "1e-3", "2022", "0012", "1.5E+3", "9".PadRight(30, '9')];

    private static readonly string[] SamplePeriods =
    [
        "2022-03",
        "2022-Q1",
        "1999-H2",
        "2022-02-04",
        "2013..2022-06",
        "2022-01..2022-11",
        "2014-03-18..2022",
        "0001-01",
    ];

    // After the samples, which it draws from.
    public static Arbitrary<Expression> All { get; } = Arb.From(Claim(20), Shrink);

    private static Gen<T> Of<T>(Func<Gen<T>> make) => Gen.Constant(0).SelectMany(_ => make());

    private static Gen<string> Names => Gen.Elements(SampleNames);

    private static Gen<Expression> References =>
        Gen.OneOf(Names.Select(n => (Expression)new NameReference(n)), Strings.Select(s => (Expression)new StringLiteral(s)));

    private static Gen<string> Strings =>
        Gen.Elements('a', ' ', '"', '\\', 'é', '習', '\ud83d', '\ude00', '\0', '\n', 'u', '{').ArrayOf().Select(c => new string(c));

    private static Gen<Expression> Quantities =>
        from digits in Gen.Elements(SampleNumbers)
        from unit in Gen.OneOf(
            Gen.Elements(Units.Number, Units.Share, Units.PercentagePoints, Units.UsDollar),
            Gen.Elements(Units.Symbols.Where(s => NumberSyntax.IsWritten(Units.Find(s))).Select(Units.Find))
        )
        select QuantityLiteral.Of(digits, unit);

    private static Gen<SetLiteral> Sets =>
        from first in References
        from rest in References.ListOf()
        select new SetLiteral([first, .. rest.Take(3)]);

    private static Gen<Expression> Leaves =>
        Gen.OneOf(
            Quantities,
            References,
            Gen.Elements(SamplePeriods).Select(p => (Expression)new PeriodLiteral(Period.Parse(p))),
            Sets.Select(s => (Expression)s)
        );

    private static Gen<Argument> Arguments(int size) =>
        from name in Gen.Elements(null, null, "of", "among", "since")
        from value in Gen.OneOf(Inner(size), from a in References from b in References select (Expression)new FlowLiteral(a, b))
        select new Argument(name, value);

    private static Gen<Expression> Calls(int size) =>
        from name in Names
        from count in Gen.Choose(0, 3)
        from arguments in Arguments(size / 2).ListOf(count)
        select (Expression)new Call(name, [.. arguments]);

    private static Gen<Expression> Inner(int size)
    {
        if (size <= 1)
            return Leaves;
        var part = Of(() => Inner(size / 2));
        Gen<Expression> Pair(Func<Expression, Expression, Expression> make) => from a in part from b in part select make(a, b);
        return Gen.OneOf(
            Leaves,
            Of(() => Calls(size)),
            from op in Gen.Elements(Enum.GetValues<ArithmeticOperator>())
            from e in Pair((a, b) => new Arithmetic(op, a, b))
            select e,
            from r in Gen.Elements(Enum.GetValues<Relation>())
            from e in Pair((a, b) => new Comparison(r, a, b))
            select e,
            from low in part
            from e in Pair((a, b) => new Within(a, low, b))
            select e,
            from whole in part
            from set in Sets
            select (Expression)new Includes(whole, set),
            from value in part
            from factor in Names
            select (Expression)new Invariant(value, factor),
            part.Select(e => (Expression)new Negate(e)),
            part.Select(e => (Expression)new Not(e)),
            Pair((a, b) => new And(a, b)),
            Pair((a, b) => new Or(a, b))
        );
    }

    private static Gen<Expression> Claim(int size)
    {
        var inner = Inner(size);
        var deduction = from premise in inner from conclusion in inner select (Expression)new IfThen(premise, conclusion);
        return Gen.Frequency(
            (6, inner),
            (1, deduction),
            (1, from body in Gen.OneOf(inner, deduction) from condition in inner select (Expression)new Given(body, condition))
        );
    }

    // A failing example shrinks to the smallest part that still fails.
    private static IEnumerable<Expression> Shrink(Expression e) =>
        e switch
        {
            Given g => [g.Body, g.Condition],
            IfThen i => [i.Premise, i.Conclusion],
            Or o => [o.Left, o.Right],
            And a => [a.Left, a.Right],
            Not n => [n.Operand],
            Comparison c => [c.Left, c.Right],
            Within w => [w.Value, w.Low, w.High],
            Includes i => [i.Whole, i.Part],
            Invariant i => [i.Value],
            Arithmetic a => [a.Left, a.Right],
            Negate n => [n.Operand],
            Call c => c.Arguments.Select(a => a.Value).Where(v => v is not FlowLiteral),
            _ => [],
        };
}
