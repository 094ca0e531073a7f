using Entente.Claims.Language;

namespace Entente.Tests.Claims.Language;

public sealed class ParserErrorTests
{
    [Theory]
    [InlineData("", 0, "the end", "a quantity, a period", null)]
    [InlineData("trade(CHN, RUS", 14, "the end", "',' or ')'", null)]
    [InlineData("trade(CHN,, RUS)", 10, "','", "a quantity", null)]
    [InlineData("trade(CHN) = 190e9 USX", 19, "'USX'", "a unit", "did you mean 'USD'?")]
    [InlineData("x() = 190 bn", 10, "'bn'", "a unit", "190e9 USD")]
    [InlineData("x() = 190bn", 9, "'bn'", "a space between", "190e9 USD")]
    [InlineData("x() = 20days", 8, "'days'", "a space between", null)]
    [InlineData("x() = 36 share", 9, "'share'", "a unit", "36%")]
    [InlineData("x() = 190,000 USD", 9, "','", "the end", "without separators")]
    [InlineData("x() = $5", 6, "'$'", "an amount of money", "190e9 USD")]
    [InlineData("a -b", 2, "'-'", "a space on both sides", null)]
    [InlineData("a- b", 1, "'-'", "a space on both sides", null)]
    [InlineData("a() *2", 4, "'*'", "a space on both sides", null)]
    [InlineData("a()/b()", 3, "'/'", "a space on both sides", null)]
    [InlineData("1 = --2", 5, "'-'", "what is negated", "parentheses")]
    [InlineData("a = b = c", 6, "'='", "the end of the comparison", "'and'")]
    [InlineData("a == b", 2, "'=='", "a relation", "write '='")]
    [InlineData("a <> b", 2, "'<>'", "a relation", "write '!='")]
    [InlineData("a => b", 2, "'=>'", "a relation", "'>='")]
    [InlineData("a ≥ b", 2, "'≥'", "a relation", "'>='")]
    [InlineData("a − b", 2, "'−'", "an operator", "'-'")]
    [InlineData("x(CHN → RUS)", 6, "'→'", "an operator", "'->'")]
    [InlineData("“Xi”", 0, "'“'", "a name or text", "straight double quotes")]
    [InlineData("Китай", 0, "'К'", "a name", "double quotes")]
    [InlineData("CHN -> RUS", 4, "'->'", "the end", "only as an argument")]
    [InlineData("x(2022-13)", 2, "'2022-13'", "a period", null)]
    [InlineData("x(2022-02-30)", 2, "'2022-02-30'", "a period", null)]
    [InlineData("x(2022-Q5)", 2, "'2022-Q5'", "a period", null)]
    [InlineData("2022-2021", 0, "'2022-2021'", "a period", "a space on both sides")]
    [InlineData("x(2023..2022)", 2, "'2023..2022'", "a period", "the earlier one first")]
    [InlineData("x(2023..)", 2, "'2023..'", "a period", "both ends")]
    [InlineData("x(20..30)", 2, "'20..30'", "a period", "both ends")]
    [InlineData("1.", 0, "'1.'", "digits after", null)]
    [InlineData("1e400", 0, "'1e400'", "finite", null)]
    [InlineData("0e99999999999", 0, "'0e99999999999'", "finite", null)]
    [InlineData("\"Xi", 0, "'\"Xi'", "a closing quote", null)]
    [InlineData("\"Xi\n\"", 0, "'\"Xi'", "a closing quote", null)]
    [InlineData("\"a\\n\"", 2, "'\\n'", "an escape", "\\u")]
    [InlineData("x within 1, 2", 9, "'1'", "'['", null)]
    [InlineData("x within [1 2]", 12, "'2'", "',' between", null)]
    [InlineData("x within [1, 2", 14, "the end", "']'", null)]
    [InlineData("x includes RUS", 11, "'RUS'", "a set in braces", null)]
    [InlineData("x includes {}", 12, "'}'", "a name or text", null)]
    [InlineData("x includes {RUS, 3}", 17, "'3'", "a name or text", null)]
    [InlineData("x invariant war", 12, "'war'", "'to'", null)]
    [InlineData("x invariant to 3", 15, "'3'", "the name of a factor", null)]
    [InlineData("not not a()", 4, "'not'", "what is denied", "not (not …)")]
    [InlineData("a = not b()", 4, "'not'", "a quantity", "parentheses")]
    [InlineData("if a() b()", 7, "'b'", "'then'", null)]
    [InlineData("f(if a() then b())", 2, "'if'", "a quantity", "only at the start")]
    [InlineData("a() given b() given c()", 14, "'given'", "the end", "only one")]
    [InlineData("(a()", 4, "the end", "')'", null)]
    [InlineData("a())", 3, "')'", "the end", null)]
    [InlineData("f(of 3)", 5, "'3'", "',' or ')'", null)]
    [InlineData("f(to: 3)", 2, "'to'", "the name of an argument", null)]
    [InlineData("f(A -> 3)", 7, "'3'", "a name or text", null)]
    [InlineData("a & b", 2, "'&'", "an operator", "'and'")]
    public void An_error_names_the_place_what_was_found_and_what_was_expected(
        string text,
        int position,
        string found,
        string expected,
        string? hint
    )
    {
        var error = ClaimParser.Parse(text).Error.ShouldNotBeNull();
        error.Position.ShouldBe(position);
        error.Found.ShouldBe(found);
        error.Expected.ShouldContain(expected);
        if (hint is null)
            return;
        error.Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Fact]
    public void The_error_is_shown_under_its_place()
    {
        const string Text = "trade(CHN, RUS, 2022) > 1 and\ntrade(CHN, RUS, 2022) = 190e9 USX";
        ClaimParser
            .Parse(Text)
            .Error!.Render(Text)
            .ShouldBe(
                """
                trade(CHN, RUS, 2022) = 190e9 USX
                                              ^^^
                found 'USX', expected a unit (USD, days, km, USD/bbl …); did you mean 'USD'?
                """.ReplaceLineEndings("\n")
            );
    }

    [Fact]
    public void A_long_line_is_cut_to_the_neighbourhood_of_the_error()
    {
        var text = string.Join(" + ", Enumerable.Repeat("12345", 40)) + " ? " + new string('x', 200);
        var lines = ClaimParser.Parse(text).Error!.Render(text).Split('\n');
        lines[0].ShouldStartWith("…");
        lines[0].ShouldEndWith("…");
        lines[0][lines[1].IndexOf('^', StringComparison.Ordinal)].ShouldBe('?');
    }

    [Fact]
    public void Characters_that_cannot_be_seen_are_errors_and_never_reach_the_terminal()
    {
        // Not data of a theory: half a surrogate pair does not survive the runner's UTF-8.
        (string Text, int Position)[] cases =
        [
            ("x(\0)", 2),
            ("x(\"a\0b\")", 4),
            ("x(\ud800)", 2),
            ("x(\"a\udc00b\")", 4),
            ("x(\u001b[31m)", 2),
            (string.Concat(Enumerable.Repeat("\ud83d", ClaimParser.LongestText)), 0),
        ];
        foreach (var (text, position) in cases)
        {
            var error = ClaimParser.Parse(text).Error.ShouldNotBeNull();
            error.Position.ShouldBe(position);
            error.Render(text).Any(c => c != '\n' && (char.IsControl(c) || char.IsSurrogate(c))).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("f(")]
    [InlineData("not (")]
    [InlineData("-(")]
    [InlineData("1 + ")]
    [InlineData("1 * ")]
    [InlineData("a and ")]
    [InlineData("a or ")]
    [InlineData("(1 + ")]
    [InlineData("x within [")]
    [InlineData("{a, ")]
    [InlineData("\"")]
    [InlineData("9")]
    public void Hostile_repetition_ends_in_a_located_error(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (ClaimParser.LongestText / piece.Length) - 1)) + "1";
        var error = ClaimParser.Parse(text).Error.ShouldNotBeNull();
        error.Position.ShouldBeInRange(0, text.Length);
        error.Render(text).Length.ShouldBeLessThan(500);
    }

    [Fact]
    public void Depth_is_bounded_and_the_bound_is_usable()
    {
        static string Nested(int depth) => new string('(', depth - 1) + "1" + new string(')', depth - 1);
        static string Chain(int links) => string.Join(" + ", Enumerable.Repeat("1", links));
        ClaimParser.Parse(Nested(ClaimParser.DeepestNesting)).Succeeded.ShouldBeTrue();
        ClaimParser.Parse(Nested(ClaimParser.DeepestNesting + 1)).Error!.Position.ShouldBe(ClaimParser.DeepestNesting);
        ClaimParser.Parse(Chain(ClaimParser.DeepestNesting)).Succeeded.ShouldBeTrue();
        ClaimParser.Parse(Chain(ClaimParser.DeepestNesting + 1)).Error!.Expected.ShouldContain("100 levels");
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_unread()
    {
        var error = ClaimParser.Parse(new string(' ', ClaimParser.LongestText + 1)).Error!;
        error.Position.ShouldBe(ClaimParser.LongestText);
        error.Message.ShouldContain("20,001 characters");
    }
}
