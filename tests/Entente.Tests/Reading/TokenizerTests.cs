using Entente.Reading.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Reading;

public sealed class TokenizerTests
{
    private static string Show(string text) =>
        string.Join(
            ' ',
            Tokenizer.Tokenize(text).Select(t => $"{"WNC%pq"[(int)t.Kind]}:{t.Text.Replace(' ', '_').Replace('\u00A0', '_')}")
        );

    [Theory]
    [InlineData("", "")]
    [InlineData("The U.S. said", "W:The W:U.S. W:said")]
    [InlineData("a U.S.-led bloc", "W:a W:U.S. p:- W:led W:bloc")]
    [InlineData("Washington, D.C.", "W:Washington p:, W:D.C.")]
    [InlineData("Mr. Li left.", "W:Mr p:. W:Li W:left p:.")]
    [InlineData("190bn", "N:190 W:bn")]
    [InlineData("$190bn", "C:$ N:190 W:bn")]
    [InlineData("US$5 and €3.2m", "W:US C:$ N:5 W:and C:€ N:3.2 W:m")]
    [InlineData("36%, up", "N:36 %:% p:, W:up")]
    [InlineData("1,200.5 tonnes", "N:1,200.5 W:tonnes")]
    [InlineData("2,615-mile", "N:2,615 p:- W:mile")]
    [InlineData("China’s and China's", "W:China W:’s W:and W:China W:'s")]
    [InlineData("don’t they've O’Brien", "W:don’t W:they've W:O’Brien")]
    [InlineData("allies’ votes", "W:allies q:’ W:votes")]
    [InlineData("S-400s, Su-35", "W:S p:- N:400 W:s p:, W:Su p:- N:35")]
    [InlineData("G7 and 5G", "W:G7 W:and N:5 W:G")]
    [InlineData("the 20th, the 1990s", "W:the N:20 W:th p:, W:the N:1990 W:s")]
    [InlineData("2012–13", "N:2012 p:– N:13")]
    [InlineData("one—two", "W:one p:— W:two")]
    [InlineData("“no limits”", "q:“ W:no W:limits q:”")]
    [InlineData("in 2021,2022", "W:in N:2021 p:, N:2022")]
    [InlineData("1,2,3", "N:1 p:, N:2 p:, N:3")]
    [InlineData("2,5 percent", "N:2,5 W:percent")]
    [InlineData("1,00,000 rupees", "N:1,00,000 W:rupees")]
    [InlineData("190\u00A0000", "N:190_000")]
    [InlineData("in 2022\u00A0300", "W:in N:2022 N:300")]
    [InlineData("1'200", "N:1'200")]
    [InlineData("see https://a.org/x?(y)=1.", "W:see W:https://a.org/x?(y)=1 p:.")]
    [InlineData("(www.a.org/x)", "p:( W:www.a.org/x p:)")]
    [InlineData("wait... more…", "W:wait p:... W:more p:…")]
    [InlineData("R&D 2½", "W:R&D N:2 N:½")]
    [InlineData("é 中国 😀", "W:é W:中国 p:😀")]
    [InlineData("141–5", "N:141 p:– N:5")]
    [InlineData("The year 2022.", "W:The W:year N:2022 p:.")]
    public void Cuts(string text, string expected) => Show(text).ShouldBe(expected);

    [Fact]
    public void Lower_case_makes_the_apostrophe_straight_and_drops_soft_hyphens()
    {
        var tokens = Tokenizer.Tokenize("RUSSIA’S agree\u00ADment ÉTAT");
        tokens.Select(t => t.Lower).ShouldBe(["russia", "'s", "agreement", "état"]);
        tokens[2].Text.ShouldBe("agree\u00ADment");
    }

    [Fact]
    public void Tokens_are_in_order_apart_and_leave_out_nothing_but_space()
    {
        var pieces = new[]
        {
            "a",
            "Z",
            "é",
            "3",
            ",",
            ".",
            "'",
            "’",
            " ",
            "\u00A0",
            "\u00AD",
            "-",
            "—",
            "$",
            "%",
            "“",
            "”",
            "&",
            "www.",
            "https://",
            "s",
            "\uD83D",
            "😀",
            "½",
            "\n",
        };
        var texts = Gen.Elements(pieces).ArrayOf().Select(string.Concat);
        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var at = 0;
                    foreach (var token in Tokenizer.Tokenize(text))
                    {
                        token.Start.ShouldBeGreaterThanOrEqualTo(at);
                        token.End.ShouldBeGreaterThan(token.Start);
                        token.Text.ShouldBe(text[token.Start..token.End]);
                        text[at..token.Start].All(c => char.IsWhiteSpace(c) || c == '\u00AD').ShouldBeTrue();
                        at = token.End;
                    }
                    text[at..].All(c => char.IsWhiteSpace(c) || c == '\u00AD').ShouldBeTrue();
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
