using Entente.Checking.Quotations;

namespace Entente.Tests.Checking.Quotations;

/// <summary>Words in quotation marks beside the record's, from the sentence to the note.</summary>
public sealed class QuotationCheckerTests
{
    [Fact]
    public void Another_wording_stands_beside_the_source_with_its_date()
    {
        var note = Notes(
                "In a joint statement issued on February 4, 2022, Putin and Xi called the ties between their countries a “partnership without limits.”"
            )
            .ShouldHaveSingleItem();
        note.Quote.ShouldBe("partnership without limits");
        note.Difference.ShouldBe(QuotationDifference.Wording);
        note.Recorded.Wording.ShouldStartWith("Friendship between the two States has no limits");
        note.Recorded.Date.Text.ShouldBe("2022-02-04");
        note.Date!.Text.ShouldBe("2022-02-04");
    }

    [Theory]
    [InlineData("The two governments said that “friendship between the two States has no limits”. Russia and China meant it.")]
    [InlineData("China and Russia wrote: “Friendship … has no limits, there are no ‘forbidden’ areas of cooperation.”")]
    [InlineData("- “they issued a statement saying that “friendship between the two States has no limits.”” Xi and Putin did.")]
    [InlineData("Xi and Putin promised a friendship with “no limits.”")]
    public void The_sources_own_words_are_no_difference(string text) =>
        Notes(text).ShouldHaveSingleItem().Difference.ShouldBe(QuotationDifference.None);

    [Fact]
    public void Another_speaker_is_named()
    {
        var note = Notes("“Friendship between the two States has no limits,” Narendra Modi said of China and Russia.")
            .ShouldHaveSingleItem();
        note.Difference.ShouldBe(QuotationDifference.Speaker);
        note.Explanation.ShouldContain("given to Narendra Modi");
    }

    [Fact]
    public void Another_date_is_named() =>
        Notes("On 21 March 2023 Putin and Xi declared that “friendship between the two States has no limits.”")
            .ShouldHaveSingleItem()
            .Difference.ShouldBe(QuotationDifference.Date);

    [Fact]
    public void A_translation_is_shown_beside_the_official_one() =>
        Notes("Vladimir Putin called the collapse of the Soviet Union “the greatest geopolitical catastrophe of the century.”")
            .ShouldHaveSingleItem()
            .Recorded.Id.ShouldBe("putin_2005_collapse");

    [Theory]
    [InlineData("The central bank sees “no limits” to what it can do.")]
    [InlineData("China and Russia spoke of “areas” of interest.")]
    [InlineData("Moscow called the plan “a new era”.")]
    [InlineData("“The relationship is “more beneficial to China than for Russia,” Orlov told me,” she wrote.")]
    [InlineData("The “two states” met in Beijing.")]
    [InlineData("“")]
    public void What_shares_little_is_left_alone(string text) => Notes(text).ShouldBeEmpty();

    [Fact]
    public void Places_are_those_of_the_document()
    {
        const string Text = "Xi and Putin spoke of a “partnership without limits”, and of China and Russia.";
        var note = Notes(Text).ShouldHaveSingleItem();
        Text[note.Start..note.End].ShouldBe("partnership without limits");
    }

    private static IReadOnlyList<QuotationNote> Notes(string text) =>
        Installation.Check(Installation.Read(text, Period.Parse("2023-04-01"))).Quotations;
}
