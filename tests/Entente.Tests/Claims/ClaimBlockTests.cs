using Entente.Claims;

namespace Entente.Tests.Claims;

/// <summary>What an analyst writes in a fenced `claim` block of a note, and what becomes of what the grammar found.</summary>
public sealed class ClaimBlockTests
{
    private const string Paragraph = "In 2022 trade between China and Russia reached $190 billion, and it grew by 36 percent that year.";

    [Fact]
    public void A_block_with_a_quote_stands_for_the_words_and_takes_the_place_of_what_was_found_there()
    {
        Find(Paragraph).ShouldContain(c => c.Assertion == "trade(CHN, RUS, 2022) = 190e9 USD");
        var claims = Find(
            $"{Paragraph}\n\n```claim\nquote: trade between China and Russia reached $190 billion\ntrade(CHN, RUS, 2022) > 189e9 USD\n```\n"
        );
        var written = claims.Where(c => c.WrittenByHand).ShouldHaveSingleItem();
        written.Quote.ShouldBe("trade between China and Russia reached $190 billion");
        written.Start.ShouldBe(8);
        written.Assertion.ShouldBe("trade(CHN, RUS, 2022) > 189e9 USD");
        (written.Kind, written.Relation, written.Value, written.Unit).ShouldBe((ClaimKind.Level, ">", 189e9, "USD"));
        written.Period.ShouldBe(Period.Parse("2022"));
        claims.ShouldNotContain(c => c.Assertion == "trade(CHN, RUS, 2022) = 190e9 USD");
        claims.ShouldContain(c => c.Assertion!.StartsWith("growth(", StringComparison.Ordinal), "the rest of the sentence stands");
    }

    [Fact]
    public void A_block_without_a_quote_corrects_what_was_found_about_the_same_in_the_paragraph_above()
    {
        var claims = Find($"{Paragraph}\n\n```claim\ngrowth(trade(CHN, RUS), 2022) = 29%\n```\n");
        claims.Select(c => c.Assertion).ShouldBe(["trade(CHN, RUS, 2022) = 190e9 USD", "growth(trade(CHN, RUS), 2022) = 29%"]);
    }

    [Fact]
    public void What_is_about_something_else_is_added()
    {
        var before = Find(Paragraph).Count;
        Find($"{Paragraph}\n\n```claim\nborder_length(CHN, RUS) = 4200 km\n```\n").Count.ShouldBe(before + 1);
    }

    [Fact]
    public void A_speaker_is_the_one_that_the_block_names()
    {
        var claims = Find(
            $"{Paragraph}\n\n```claim\ntrade(CHN, RUS, 2022) = 191e9 USD\nquote: “reached $190\n   billion”\nspeaker: Ana Ruiz\n```\n"
        );
        var written = claims.Where(c => c.WrittenByHand).ShouldHaveSingleItem();
        written.Speaker!.Name.ShouldBe("Ana Ruiz");
        written.Speaker.Via.ShouldBe("claim-block");
        written.Quote.ShouldBe("reached $190 billion");
    }

    [Theory]
    [InlineData("trade(CHN, RUS, 2022 = 190e9 USD", "line 4, claim block: found the end, expected ',' or ')'")]
    [InlineData("trade(CHN, XXX, 2022) = 190e9 USD", "line 4, claim block: found 'XXX', expected ")]
    [InlineData("trade(CHN, RUS, 2022)", "line 4, claim block: found a question, which has a value, expected a claim")]
    [InlineData("trade(CHN, RUS,\n  2022) = 190e9 km", "line 5, claim block: found ")]
    [InlineData("", null)]
    [InlineData("quote:", null)]
    [InlineData("quote: x\nquote: y\nspeaker:\n   \n", null)]
    [InlineData(
        "quote: never said\nborder_length(CHN, RUS) = 4200 km",
        "line 4, claim block: found a quote that is not in the text above ('never said')"
    )]
    public void What_is_broken_is_a_warning_with_its_line_and_leaves_what_was_found(string block, string? warning)
    {
        var (_, extraction) = Installation.Extract($"{Paragraph}\n\n```claim\n{block}\n```\n");
        if (warning is null)
            extraction.Warnings.ShouldBeEmpty();
        else
            extraction.Warnings.ShouldHaveSingleItem().ShouldStartWith(warning);
        extraction.Claims.ShouldContain(c => c.Assertion == "trade(CHN, RUS, 2022) = 190e9 USD");
        Installation
            .Check(Installation.Read($"{Paragraph}\n\n```claim\n{block}\n```\n"))
            .Document.Warnings.Count.ShouldBe(warning is null ? 0 : 1);
    }

    [Fact]
    public void Blocks_inside_a_block_quotation_are_read_too() =>
        Find($"> {Paragraph}\n>\n> ```claim\n> border_length(CHN, RUS) =\n>   4200 km\n> ```\n")
            .Count(c => c.WrittenByHand)
            .ShouldBeGreaterThan(0);

    [Fact]
    public void Thousands_of_blocks_take_no_longer_than_their_length()
    {
        var block =
            $"{Paragraph}\n\n```claim\nquote: grew by 36 percent\ngrowth(trade(CHN, RUS), 2022) = 36%\ntrade(CHN, RUS, 2022) = \n```\n\n";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var (_, extraction) = Installation.Extract(string.Concat(Enumerable.Repeat(block, 2_000)));
        extraction.Warnings.Count.ShouldBe(50);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2), "a guard against explosion, not a measurement");
    }

    private static IReadOnlyList<Claim> Find(string text) => Installation.Extract(text, Period.Parse("2023-06-01")).Extraction.Claims;
}
