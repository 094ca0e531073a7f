using Entente.Reading.Anchors;

namespace Entente.Tests.Reading.Anchors;

public sealed class AnchorFinderTests
{
    private const string Text =
        "Trade between the two grew by 36 percent in 2022. A year later it was up 36 percent again, said one official, who asked not to be named.";

    [Theory]
    [InlineData("36 percent in 2022", "46 percent in 2022", "a digit")]
    [InlineData("36 percent in 2022", "3.6 percent in 2022", "a point")]
    [InlineData("36 percent in 2022", "136 percent in 2022", "a digit in front")]
    [InlineData("by 36 percent", "by -36 percent", "a sign in front")]
    [InlineData("36 percent in 2022", "thirty percent in 2022", "a word for a number")]
    [InlineData("36 percent in 2022", "36 percent in 2021", "the year")]
    [InlineData("36 percent in 2022", "36 percentage points in 2022", "the unit of the figure")]
    public void A_figure_that_changed_is_no_longer_the_one(string before, string after, string why)
    {
        var anchor = Anchor(Text, "36 percent in 2022");
        var outcome = AnchorFinder.Find(Text.Replace(before, after, StringComparison.Ordinal), anchor);
        outcome.Place.ShouldBeNull(why);
        outcome.Orphan.ShouldBe(OrphanReason.NumberChanged, why);
        outcome.Now.ShouldNotBeNull();
    }

    [Fact]
    public void The_same_words_elsewhere_do_not_stand_in_for_those_that_changed()
    {
        var anchor = Anchor(Text, "36 percent");
        var edited = Text.Replace("grew by 36 percent", "grew by 29 percent", StringComparison.Ordinal);
        var outcome = AnchorFinder.Find(edited, anchor);
        outcome.Orphan.ShouldBe(OrphanReason.NumberChanged);
        outcome.Now.ShouldBe("29 percent");
    }

    [Fact]
    public void Of_two_like_places_the_one_that_it_was_is_found_after_the_text_moved()
    {
        var second = Text.LastIndexOf("36 percent", StringComparison.Ordinal);
        var anchor = TextAnchor.Distinct(Text, second, second + 10);
        var edited = "A new beginning. " + Text;
        AnchorFinder.Find(edited, anchor).Place.ShouldBe((second + 17, second + 27));
        // Even where the first now stands at the second's old offset.
        var shifted = new string('x', second - Text.IndexOf("36 percent", StringComparison.Ordinal)) + Text;
        AnchorFinder.Find(shifted, anchor).Place!.Value.Start.ShouldBe(shifted.LastIndexOf("36 percent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("grew by 36 percent in 2022", "increased by 36 percent in 2022", null)]
    [InlineData("between the two grew by", "between the two of them grew by", AnchorMatch.Edited)]
    [InlineData("the two grew", "the  two grew", AnchorMatch.Edited)]
    public void Words_that_were_edited_a_little_are_found_where_the_numbers_stand(string before, string after, AnchorMatch? match)
    {
        var anchor = Anchor(Text, "Trade between the two grew by 36 percent in 2022");
        var outcome = AnchorFinder.Find(Text.Replace(before, after, StringComparison.Ordinal), anchor);
        outcome.Orphan.ShouldBeNull();
        outcome.Match.ShouldBe(match ?? AnchorMatch.Edited);
    }

    [Fact]
    public void What_is_gone_is_an_orphan() =>
        AnchorFinder
            .Find("Quite another text, with 36 percent in it somewhere.", Anchor(Text, "36 percent in 2022"))
            .Orphan.ShouldNotBeNull();

    [Fact]
    public void A_telling_sentence_is_found_in_another_text() =>
        AnchorFinder
            .Find("They agreed. Trade between the two grew by 36 percent in 2022! Nobody cared.", Anchor(Text, Text[..48]))
            .Match.ShouldBe(AnchorMatch.Quote);

    [Fact]
    public void Copies_that_nothing_tells_apart_are_not_guessed_between()
    {
        var line = "Trade grew by 36 percent.\n";
        var text = string.Concat(Enumerable.Repeat(line, 80));
        var anchor = TextAnchor.Distinct(text, 40 * line.Length, (40 * line.Length) + line.Length - 1);
        AnchorFinder.Find("x" + text, anchor).Orphan.ShouldBe(OrphanReason.Ambiguous);
        AnchorFinder.Find(text, anchor).Match.ShouldBe(AnchorMatch.Position);
    }

    [Fact]
    public void A_hostile_text_costs_no_more_than_its_length()
    {
        var text = string.Concat(Enumerable.Repeat("36 percent of ", 200_000));
        var anchor = new TextAnchor
        {
            Exact = "36 percent of 36 percent of 37 percent",
            Prefix = "percent of ",
            Suffix = " of 36",
            Start = 1_000_000,
        };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        AnchorFinder.Find(text, anchor).Place.ShouldBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), "a guard against explosion, not a measurement");
    }

    [Fact]
    public void Context_does_not_cut_a_character_in_half()
    {
        var text = "🇨🇳" + new string('a', 30) + " 36 percent " + new string('b', 31) + "🇷🇺";
        var anchor = Anchor(text, "36 percent");
        char.IsLowSurrogate(anchor.Prefix[0]).ShouldBeFalse();
        char.IsHighSurrogate(anchor.Suffix[^1]).ShouldBeFalse();
    }

    private static TextAnchor Anchor(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return TextAnchor.Of(text, at, at + words.Length);
    }
}
