using Entente.Claims.Language;

namespace Entente.Tests.Claims.Language;

public sealed class TypeCheckerTests
{
    [Theory]
    [InlineData("trade(CHN, RUS, 2022) = 190e9 USD", TypeKind.Truth)]
    [InlineData("trade(CHN, RUS, 2022) > 1.2e12 CNY", TypeKind.Truth)]
    [InlineData("trade(CHN, RUS, 2022)", TypeKind.Money)]
    [InlineData("trade(CHN, 2022)", TypeKind.Money)]
    [InlineData("trade(CHN, energy, 2022)", TypeKind.Money)]
    [InlineData("trade(CHN, RUS, energy, 2022-03)", TypeKind.Money)]
    [InlineData("trade(CHN, EU)", TypeKind.Money)]
    [InlineData("exports(CHN -> RUS, laptops, 2022-03)", TypeKind.Money)]
    [InlineData("exports(CHN)", TypeKind.Money)]
    [InlineData("exports(\"Gazprom\" -> CHN)", TypeKind.Money)]
    [InlineData("balance(CHN, RUS, 2022) > 0", TypeKind.Truth)]
    [InlineData("gdp(CHN, 2022) > 10 * gdp(RUS, 2022)", TypeKind.Truth)]
    [InlineData("trade(CHN, RUS, 2022) / gdp(RUS, 2022) = 8%", TypeKind.Truth)]
    [InlineData("population(CHN, 2022) = 1.4e9", TypeKind.Truth)]
    [InlineData("nuclear_warheads(RUS, 2023) = 5889 warheads", TypeKind.Truth)]
    [InlineData("border_length(CHN, RUS) = 2615 miles", TypeKind.Truth)]
    [InlineData("price(brent, 2022) within [90 USD/bbl, 110.50 USD/bbl]", TypeKind.Truth)]
    [InlineData("growth(trade(CHN, RUS), 2022) = 36%", TypeKind.Truth)]
    [InlineData("growth(trade(CHN, RUS), 2023, since: 2013)", TypeKind.Share)]
    [InlineData("growth(trade(CHN, RUS), 2022) > 0", TypeKind.Truth)]
    [InlineData("change(trade(CHN, RUS), 2022)", TypeKind.Money)]
    [InlineData("change(share(trade(CHN, RUS), of: trade(CHN)), 2022) = 0.5 pp", TypeKind.Truth)]
    [InlineData("share(exports(RUS -> CHN, energy), of: exports(RUS -> CHN), 2023) = 73%", TypeKind.Truth)]
    [InlineData("share(trade(CHN, RUS), of: trade(RUS), 2021) - share(trade(CHN, RUS), of: trade(RUS), 2013) = 8 pp", TypeKind.Truth)]
    [InlineData("ratio(gdp(CHN), gdp(RUS), 2022) = 8.1", TypeKind.Truth)]
    [InlineData("exports(CHN -> RUS, laptops, 2022-03) / exports(CHN -> RUS, laptops, 2022-02) - 1 = -40%", TypeKind.Truth)]
    [InlineData("129e9 USD / 73% + 111e9 USD = 240e9 USD", TypeKind.Truth)]
    [InlineData("rank(CHN, among: partners(RUS), by: trade, 2023) = 1", TypeKind.Truth)]
    [InlineData("rank(RUS, among: suppliers(CHN, energy), by: imports, item: energy, order: lowest) = 2", TypeKind.Truth)]
    [InlineData("rank(RUS, among: states, by: nuclear_warheads) = 1", TypeKind.Truth)]
    [InlineData("rank(RUS, among: {RUS, USA}, by: gdp) = 2", TypeKind.Truth)]
    [InlineData("count(meetings(\"Xi Jinping\", \"Vladimir Putin\"), 2013..2022-06) > 36", TypeKind.Truth)]
    [InlineData("count(members(SCO), in: BRICS, 2023)", TypeKind.Count)]
    [InlineData("count(votes(\"ES-11/1\", abstain), in: {CHN, IND}) = 2", TypeKind.Truth)]
    [InlineData("count(events(military_exercise, CHN, RUS), 2022) >= 3", TypeKind.Truth)]
    [InlineData("count(transfers(RUS -> IND, 2022)) = 0", TypeKind.Truth)]
    [InlineData("count(vetoes(RUS), 2011..2022)", TypeKind.Count)]
    [InlineData("days(event(joint_statement_2022), event(ukraine_invasion_2022)) = 20", TypeKind.Truth)]
    [InlineData("weeks(2022-02-04, event(ukraine_invasion_2022)) < 3 weeks", TypeKind.Truth)]
    [InlineData("years(1969, 2022) = 53", TypeKind.Truth)]
    [InlineData("date(event(crimea_annexation_2014)) = 2014", TypeKind.Truth)]
    [InlineData("event(joint_statement_2022) < event(ukraine_invasion_2022)", TypeKind.Truth)]
    [InlineData("date(event(joint_statement_2022)) + 20 days = 2022-02-24", TypeKind.Truth)]
    [InlineData("members(SCO, 2022) includes {RUS, IND, PAK}", TypeKind.Truth)]
    [InlineData("not member(USA, SCO, 2022)", TypeKind.Truth)]
    [InlineData("vote(IND, \"ES-11/1\") = abstain", TypeKind.Truth)]
    [InlineData("if vote(RUS) = no and vote(CHN) = no then not passes(UNSC)", TypeKind.Truth)]
    [InlineData("passes(\"ES-11/1\")", TypeKind.Truth)]
    [InlineData("target(trade(CHN, RUS), 2024) = 200e9 USD", TypeKind.Truth)]
    [InlineData("target(trade(CHN, RUS), 200e9 USD) = 2025", TypeKind.Truth)]
    [InlineData("highest(trade(CHN, RUS), at: 2023, since: 1960)", TypeKind.Truth)]
    [InlineData("dependence(RUS, on: CHN, 2023) > dependence(CHN, on: RUS, 2023)", TypeKind.Truth)]
    [InlineData("agreement(CHN, RUS, in: UNGA, 2022) > agreement(CHN, USA, in: UNGA, 2022)", TypeKind.Truth)]
    [InlineData("highest(alignment(CHN, RUS), at: 2023, since: 1960)", TypeKind.Truth)]
    [InlineData("choice(CHN, in: triangle) invariant to war.outcome given us.hostility = high", TypeKind.Truth)]
    [InlineData("choice(CHN, in: triangle) = side_with_russia", TypeKind.Truth)]
    [InlineData("judgement(junior_partner, RUS, CHN, 2023)", TypeKind.Truth)]
    [InlineData("CHN", TypeKind.Actor)]
    [InlineData("{CHN, RUS}", TypeKind.ActorSet)]
    public void Well_typed(string text, TypeKind kind)
    {
        var outcome = TypeChecker.Check(text, TestNames.Instance);
        outcome.Errors.Select(e => e.Render(text)).ShouldBeEmpty();
        outcome.Type!.Kind.ShouldBe(kind);
        outcome.Expression!.ToString().ShouldBe(text, "elaboration must not change what is printed");
    }

    [Theory]
    [InlineData("trade(CHN, RUS, 2022) = 36%", "36%", "a share", "money", "share(X, of: Y)")]
    [InlineData("36% < trade(CHN, RUS, 2022)", "36%", "a share", "money", null)]
    [InlineData("trade(CHN, RUS, 2022) = 190e9", "190e9", "a number", "money (190e9 USD)", "currency")]
    [InlineData("growth(trade(CHN, RUS), 2022) = 36 pp", "36 pp", "percentage points", "a share (36%)", "difference of two shares")]
    [InlineData("change(share(trade(CHN, RUS), of: trade(CHN)), 2022) = 1%", "1%", "a share", "percentage points", "'pp'")]
    [InlineData("growth(trade(CHN, RUS), 2022) = 0.36", "0.36", "a number", "a share", "36% or 0.36%")]
    [InlineData("growth(trade(CHN, RUS), 2022) = 5e9 USD", "5e9 USD", "money", "a share", "change(X)")]
    [InlineData("trade(CHN, RUS, 2022) + 36% > 0", "36%", "a share", "money", "one kind")]
    [InlineData("trade(CHN, RUS) * gdp(CHN) > 0", "gdp(CHN)", "money", "a number, a share or a count", null)]
    [InlineData("2 / trade(CHN, RUS) > 0", "trade(CHN, RUS)", "money", "a number", null)]
    [InlineData("border_length(CHN, RUS) = 4200", "4200", "a number", "a length in km (100 km)", "unit")]
    [InlineData("border_length(CHN, RUS) = 20 days", "20 days", "a duration in days", "a length", null)]
    [InlineData("nuclear_warheads(RUS) > population(RUS)", "population(RUS)", "a count of persons", "a count of warheads", null)]
    [InlineData("price(brent) > 5 USD", "5 USD", "money", "a price", null)]
    [InlineData("rank(CHN, among: states, by: gdp) = 2%", "2%", "a share", "a rank (a bare number)", null)]
    [InlineData("share(trade(CHN, RUS), of: population(CHN), 2022) = 1%", "population(CHN)", "a count of persons", "money", "one kind")]
    [InlineData("date(event(crimea_annexation_2014)) = 20 days", "20 days", "a duration", "a date or a period", null)]
    [InlineData("date(event(crimea_annexation_2014)) = 14", "14", "a number", "a date or a period", null)]
    [InlineData(
        "event(joint_statement_2022) - event(ukraine_invasion_2022) = 20",
        "event(ukraine_invasion_2022)",
        "an event",
        "a duration",
        "days(A, B)"
    )]
    [InlineData("vote(CHN) = nope", "nope", "an unknown name", "a vote (yes, no, abstain, absent)", null)]
    [InlineData("vote(CHN) = abstian", "abstian", "an unknown name", "a vote", "did you mean 'abstain'?")]
    [InlineData("vote(CHN) > no", "no", "a vote", "'=' or '!='", "no order")]
    [InlineData("passes(UNSC) = yes", "passes(UNSC)", "a test that is true or false", "a vote", "'not'")]
    [InlineData("members(SCO) = {RUS}", "members(SCO)", "a set of actors", "quantities", "includes")]
    [InlineData("CHN = RUS", "CHN", "an actor", "quantities", null)]
    [InlineData("trade(CHN, RUS) includes {CHN}", "trade(CHN, RUS)", "money", "a set of actors", null)]
    [InlineData("trade(CHN, RUS, 2022) and passes(UNSC)", "trade(CHN, RUS, 2022)", "money", "a test", "compare it")]
    [InlineData("not trade(CHN, RUS)", "trade(CHN, RUS)", "money", "a test", null)]
    [InlineData("-passes(UNSC) = 1", "passes(UNSC)", "a test", "a quantity", null)]
    [InlineData("growth(passes(UNSC), 2022) = 1%", "passes(UNSC)", "a test", "a quantity", null)]
    [InlineData("trade(CHN, RUS) within [1e9 USD, 2]", "2", "a number", "money", null)]
    [InlineData("target(trade(CHN, RUS), 36%) = 2025", "36%", "a share", "money", null)]
    [InlineData("count(trade(CHN, RUS)) = 1", "trade(CHN, RUS)", "money", "a set of actors or events", null)]
    [InlineData(
        "days(joint_statement_2022, 2022-02-24) = 20",
        "joint_statement_2022",
        "a name",
        "an event, a date or a period",
        "event(joint_statement_2022)"
    )]
    [InlineData("trade(CHN, RUS, 22) > 0", "22", "a number", "a period", null)]
    [InlineData("rank(CHN, among: states, by: trade(CHN)) = 1", "trade(CHN)", "a call", "the name of a measure", "by: trade")]
    [InlineData("vote(CHN, 2022) = no", "2022", "a number", "a resolution in quotes", null)]
    [InlineData("rank(CHN, among: states, by: trade, order: best) = 1", "best", "a name", "'highest' or 'lowest'", null)]
    [InlineData("transfers(RUS)", "RUS", "a name", "a flow", null)]
    public void Ill_typed(string text, string at, string type, string expected, string? hint)
    {
        var error = TypeChecker.Check(text, TestNames.Instance).Errors.ShouldHaveSingleItem();
        text.Substring(error.Position, error.Length).ShouldBe(at);
        error.Found.ShouldStartWith($"'{at}' ({type}");
        error.Expected.ShouldContain(expected);
        if (hint is not null)
            error.Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Theory]
    [InlineData("trad(CHN, RUS)", "trad", "'trad'", "a measure or a function", "did you mean 'trade'?")]
    [InlineData("grwoth(trade(CHN, RUS))", "grwoth", "'grwoth'", "a measure or a function", "did you mean 'growth'?")]
    [InlineData("happiness(CHN)", "happiness", "'happiness'", "a measure or a function", "docs/claim-language.md")]
    [InlineData("trade(CHN, RSU)", "RSU", "'RSU'", "an actor or an item", "did you mean 'RUS'?")]
    [InlineData("trade(CHN, enrgy)", "enrgy", "'enrgy'", "an actor or an item", "did you mean 'energy'?")]
    [InlineData("trade(CHN, RUS, enrgy)", "enrgy", "'enrgy'", "an item", "did you mean 'energy'?")]
    [InlineData("trade(China, RUS)", "China", "'China'", "an actor", null)]
    [InlineData("exports(CHN -> RSU)", "RSU", "'RSU'", "an actor", "did you mean 'RUS'?")]
    [InlineData("members(SCA)", "SCA", "'SCA'", "a body", "did you mean 'SCO'?")]
    [InlineData("members(SCO) includes {IDN}", "IDN", "'IDN'", "an actor", "did you mean 'IND'?")]
    [InlineData(
        "event(joint_statment_2022)",
        "joint_statment_2022",
        "'joint_statment_2022'",
        "an event of the record",
        "did you mean 'joint_statement_2022'?"
    )]
    [InlineData("rank(CHN, among: states, by: trades)", "trades", "'trades'", "the name of a measure", "did you mean 'trade'?")]
    [InlineData("exports(CHN, RUS)", "RUS", "'RUS'", "an item or a period", "CHN -> RUS")]
    [InlineData("gdp(CHN, RUS)", "RUS", "'RUS'", "a period", null)]
    [InlineData("gdp(CHN, 2022, RUS)", "RUS", "'RUS'", "')'", "write gdp(CHN [, period])")]
    [InlineData("trade(CHN, RUS, 2022, energy)", "energy", "'energy'", "')'", "write trade(")]
    [InlineData("share(trade(CHN, RUS), off: trade(CHN))", "trade(CHN)", "'off:'", "an argument of the call", "did you mean 'of:'?")]
    [InlineData("share(trade(CHN, RUS))", ")", "')'", "the argument 'of:'", "write share(X, of: Y [, period])")]
    [InlineData("days(2022-02-04)", ")", "')'", "an event, a date or a period", "write days(A, B)")]
    [InlineData("highest(trade(CHN, RUS), since: 1960)", ")", "')'", "the argument 'at:'", "write highest(")]
    [InlineData("rank(CHN, among: states, among: states, by: trade)", "states", "a second 'among'", "one of each", null)]
    [InlineData("target(trade(CHN, RUS), 2024, 2e9 USD)", "2e9 USD", "'2e9 USD' (money)", "not both", null)]
    public void Names_and_arguments(string text, string at, string found, string expected, string? hint)
    {
        var error = TypeChecker.Check(text, TestNames.Instance).Errors.ShouldHaveSingleItem();
        text.Substring(error.Position, error.Length).ShouldBe(at);
        error.Found.ShouldStartWith(found);
        error.Expected.ShouldContain(expected);
        if (hint is not null)
            error.Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Fact]
    public void All_errors_of_an_expression_are_reported_in_its_order()
    {
        const string Text = "trade(CHX, RUX, 2022) = 36% and growth(gdp(USX), 2022) = 3 pp";
        var errors = TypeChecker.Check(Text, TestNames.Instance).Errors;
        errors
            .Select(e => Text.Substring(e.Position, e.Length))
            .ShouldBe(["CHX", "RUX", "USX"], "what rests on an error is not reported again");
    }

    [Fact]
    public void A_text_that_does_not_parse_gives_its_parse_error() =>
        TypeChecker.Check("trade(CHN", TestNames.Instance).Errors.ShouldHaveSingleItem().Found.ShouldBe("the end");

    [Theory]
    [InlineData("trade(CHN, RUS, 2022)")]
    [InlineData("date(event(crimea_annexation_2014)) = 2014")]
    [InlineData("date(event(crimea_annexation_2014)) within [2013, 2015]")]
    [InlineData("years(1969, 2022) = 53")]
    public void A_bare_year_becomes_a_period_where_one_is_due(string text)
    {
        var elaborated = TypeChecker.Check(text, TestNames.Instance).Expression!;
        Leaves(elaborated).ShouldContain(e => e is PeriodLiteral);
        Leaves(elaborated).ShouldNotContain(e => e is QuantityLiteral && ((QuantityLiteral)e).Digits.Length == 4);
    }

    [Fact]
    public void A_number_of_four_digits_elsewhere_stays_a_number()
    {
        var outcome = TypeChecker.Check("nuclear_warheads(RUS, 2023) = 5889", TestNames.Instance);
        Leaves(outcome.Expression!).OfType<QuantityLiteral>().ShouldHaveSingleItem().Digits.ShouldBe("5889");
    }

    [Fact]
    public void An_expression_without_bare_years_comes_back_as_it_was()
    {
        var parsed = ParserTests.Parse("trade(CHN, RUS, 2022-03) > 0");
        TypeChecker.Check(parsed, TestNames.Instance).Expression.ShouldBeSameAs(parsed);
    }

    [Fact]
    public void Any_expression_that_parses_is_checked_without_an_exception() =>
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(2000),
            FsCheck.Fluent.Prop.ForAll(
                Expressions.All,
                expression =>
                {
                    var outcome = TypeChecker.Check(expression, TestNames.Instance);
                    return outcome.Succeeded ? outcome.Expression.ToString() == expression.ToString() : outcome.Errors.Count > 0;
                }
            )
        );

    private static IEnumerable<Expression> Leaves(Expression expression)
    {
        var children = ExpressionRewriter.ChildrenOf(expression).ToList();
        return children.Count == 0 ? [expression] : children.SelectMany(Leaves);
    }
}
