using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Tests.Claims.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("trade(CHN, RUS, 2022) = 190e9 USD")]
    [InlineData("growth(trade(CHN, RUS), 2022) = 36%")]
    [InlineData("share(exports(RUS -> CHN, energy), of: exports(RUS -> CHN), 2023) = 73%")]
    [InlineData("exports(CHN -> RUS, laptops, 2022-03) / exports(CHN -> RUS, laptops, 2022-02) - 1 = -40%")]
    [InlineData("rank(CHN, among: partners(RUS), by: trade, 2023) = 1")]
    [InlineData("count(meetings(\"Xi Jinping\", \"Vladimir Putin\"), 2013..2022-06) > 36")]
    [InlineData("days(event(joint_statement_2022), event(ukraine_invasion_2022)) = 20")]
    [InlineData("members(SCO, 2022) includes {RUS, IND, PAK}")]
    [InlineData("dependence(RUS, on: CHN, 2023) > dependence(CHN, on: RUS, 2023)")]
    [InlineData("agreement(CHN, RUS, in: UNGA, 2022) > agreement(CHN, USA, in: UNGA, 2022)")]
    [InlineData("highest(alignment(CHN, RUS), at: 2023, since: 1960)")]
    [InlineData("if vote(RUS) = no and vote(CHN) = no then not passes(UNSC)")]
    [InlineData("choice(CHN, in: triangle) invariant to war.outcome given us.hostility = high")]
    [InlineData("if a() then b() given c.d = e")]
    [InlineData("price(brent, 2022) within [90 USD/bbl, 110.50 USD/bbl]")]
    [InlineData("change(share(x(A), of: x(B)), 2022-H1) ~ 2.5 pp")]
    [InlineData("x(2022-Q1) < 1 and x(2022-02-04) > 2 or x(2022) != 3 and x() <= 4 or x() >= 5")]
    [InlineData("(a() or b()) and not (c() and d())")]
    [InlineData("a() or (b() or c())")]
    [InlineData("1 - (2 - 3) - 4 * (5 + 6) / 7")]
    [InlineData("1 / (2 / 3) * -4")]
    [InlineData("-(-1)")]
    [InlineData("-(1 + 2)")]
    [InlineData("not (not a())")]
    [InlineData("f(a() and b(), x: (c() = d()) = e())")]
    [InlineData("\"Xi Jinping\"")]
    [InlineData("meetings(\"a \\\"b\\\" \\\\ \\u0000 \\ud800 é 習 😀\")")]
    [InlineData("exports(\"European Union\" -> CHN)")]
    [InlineData("{CHN, \"Hong Kong\"}")]
    [InlineData("007.50e+3 USD")]
    [InlineData("2.50")]
    [InlineData("2022")]
    public void Canonical_text_prints_back_to_itself(string text)
    {
        var outcome = ClaimParser.Parse(text);
        outcome.Succeeded.ShouldBeTrue(outcome.Error?.Render(text));
        ClaimPrinter.Print(outcome.Expression!).ShouldBe(text);
    }

    [Theory]
    [InlineData("  trade( CHN ,RUS,2022 )=190e9   USD\n", "trade(CHN, RUS, 2022) = 190e9 USD")]
    [InlineData("((a()))", "a()")]
    [InlineData("(a() and b()) and c()", "a() and b() and c()")]
    [InlineData("(1 * 2) + 3", "1 * 2 + 3")]
    [InlineData("(1 + 2) = (3)", "1 + 2 = 3")]
    [InlineData("36 %", "36%")]
    [InlineData("2.5pp", "2.5 pp")]
    [InlineData("- 40%", "-40%")]
    [InlineData("x(CHN->RUS)", "x(CHN -> RUS)")]
    [InlineData("1\u00A0\u202FUSD", "1 USD")]
    [InlineData("\"\\u0041\"", "\"A\"")]
    public void Other_ways_of_writing_print_canonically(string text, string canonical) => Parse(text).ToString().ShouldBe(canonical);

    [Fact]
    public void Precedence_is_that_of_the_grammar()
    {
        var number = (string digits) => QuantityLiteral.Of(digits, Units.Number);
        Parse("1 - 2 - 3 * 4 = 5")
            .ShouldBe(
                new Comparison(
                    Relation.Equal,
                    new Arithmetic(
                        ArithmeticOperator.Subtract,
                        new Arithmetic(ArithmeticOperator.Subtract, number("1"), number("2")),
                        new Arithmetic(ArithmeticOperator.Multiply, number("3"), number("4"))
                    ),
                    number("5")
                )
            );
        var call = (string name) => new Call(name, []);
        Parse("a() or b() and not c()").ShouldBe(new Or(call("a"), new And(call("b"), new Not(call("c")))));
        Parse("if a() then b() given c()").ShouldBe(new Given(new IfThen(call("a"), call("b")), call("c")));
    }

    [Fact]
    public void A_quantity_keeps_its_digits_and_knows_its_precision()
    {
        var share = Parse("36%").ShouldBeOfType<QuantityLiteral>();
        (share.Digits, share.Unit, share.Number.Value, share.Number.LastDigit).ShouldBe(("36", Units.Share, 0.36, 0.01));
        var money = Parse("190e9 USD").ShouldBeOfType<QuantityLiteral>();
        (money.Digits, money.Unit, money.Number.Value, money.Number.LastDigit).ShouldBe(("190e9", Units.UsDollar, 190e9, 1e9));
        var points = Parse("2.50 pp").ShouldBeOfType<QuantityLiteral>();
        (points.Unit, points.Number.Value, points.Number.LastDigit).ShouldBe((Units.PercentagePoints, 2.5, 0.01));
    }

    [Fact]
    public void A_literal_made_by_hand_is_the_one_that_is_parsed()
    {
        QuantityLiteral.Of("-40", Units.Share).ShouldBe(Parse("-40%"));
        QuantityLiteral.Of("3", Units.Rank).ShouldBe(Parse("3"));
        Should.Throw<FormatException>(() => QuantityLiteral.Of("1,000", Units.Number)).Message.ShouldContain("1,000");
    }

    [Fact]
    public void Spans_count_code_units_of_the_text()
    {
        var comparison = Parse("x(\"😀\") = (36% + 1)").ShouldBeOfType<Comparison>();
        comparison.Span.ShouldBe(new Span(0, 19));
        comparison.Left.Span.ShouldBe(new Span(0, 7));
        comparison.Right.Span.ShouldBe(new Span(11, 7));
        comparison.Right.ShouldBeOfType<Arithmetic>().Right.Span.ShouldBe(new Span(17, 1));
    }

    [Fact]
    public void Equality_does_not_look_at_the_place()
    {
        Parse("f(A)").ShouldBe(Parse("  f( A )"));
        Parse("f(A)").GetHashCode().ShouldBe(Parse("  f( A )").GetHashCode());
        Parse("f(A)").ShouldNotBe(Parse("f(B)"));
        Parse("1").ShouldNotBe(Parse("1.0"));
    }

    internal static Expression Parse(string text)
    {
        var outcome = ClaimParser.Parse(text);
        outcome.Succeeded.ShouldBeTrue(outcome.Error?.Render(text));
        return outcome.Expression!;
    }
}
