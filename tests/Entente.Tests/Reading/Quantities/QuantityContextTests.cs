using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Tests.Reading.Quantities;

/// <summary>What the words around numbers make of them: one range or two figures, a description or a statement, an amount or a rate.</summary>
public class QuantityContextTests
{
    [Theory]
    [InlineData("The deficit slipped by $121.3 billion to $1.06 trillion.", "$121.3 billion|$1.06 trillion")]
    [InlineData("Sales edged up by $35 billion to $300 billion.", "$35 billion|$300 billion")]
    [InlineData("Sales edged $35 billion to $3.05 trillion.", "$35 billion|$3.05 trillion")]
    [InlineData("Sales slipped 5% to $3bn.", "5%|$3bn")]
    [InlineData("Sales moved from $20bn to $30bn.", "$20bn|$30bn")]
    [InlineData("Sales moved from about $20bn to $30bn.", "about $20bn|$30bn")]
    [InlineData("Sales moved from a low of $20bn to $30bn.", "$20bn|$30bn")]
    [InlineData("Sales rose a further $35 billion to $300 billion.", "$35 billion|$300 billion")]
    [InlineData("The bloc grew by five to 32 members.", "five|32")]
    public void Steps_and_levels_are_two_quantities(string sentence, string words)
    {
        var mentions = Read(sentence);
        mentions.ShouldAllBe(m => m.Upper == null);
        mentions.Select(m => Words(sentence, m)).ShouldBe(words.Split('|'));
    }

    [Theory]
    [InlineData("It costs 20 to 25 percent of sales.", 0.2, 0.25)]
    [InlineData("It fell by 10 to 15 percent.", 0.1, 0.15)]
    [InlineData("It costs $5-6 billion.", 5e9, 6e9)]
    [InlineData("It costs $20 billion to $30 billion.", 20e9, 30e9)]
    [InlineData("It costs between $20bn and $30bn.", 20e9, 30e9)]
    [InlineData("It costs between about $20bn and $30bn.", 20e9, 30e9)]
    [InlineData("It costs between A$1.5 billion ($1.01 billion) and A$2 billion a year.", 1.5e9, 2e9)]
    [InlineData("Costs range from $20bn to $30bn.", 20e9, 30e9)]
    public void Ranges_are_one_quantity(string sentence, double low, double high)
    {
        var mention = Read(sentence)[0];
        mention.Number.Value.ShouldBe(low, 1e-9 * low);
        mention.Upper.ShouldNotBeNull().Value.ShouldBe(high, 1e-9 * high);
        mention.Hedge.ShouldBe(Hedge.Between);
    }

    [Fact]
    public void A_great_number_with_decimals_is_exact_to_its_last_digit()
    {
        var mention = Read("Sales came to $57,632.37 million.").ShouldHaveSingleItem();
        mention.Number.Value.ShouldBe(57_632_370_000);
        mention.Number.LastDigit.ShouldBe(10_000);
    }

    [Theory]
    [InlineData("Sales increased by more than ten times.", QuantityKind.Multiple, 10)]
    [InlineData("Sales grew five times.", QuantityKind.Multiple, 5)]
    [InlineData("They met more than ten times.", QuantityKind.Count, 10)]
    [InlineData("They raised it three times.", QuantityKind.Count, 3)]
    public void What_grows_so_many_times_is_multiplied(string sentence, QuantityKind kind, double value)
    {
        var mention = Read(sentence).ShouldHaveSingleItem();
        mention.Kind.ShouldBe(kind);
        mention.Number.Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("Sales between the two countries rose.", true)]
    [InlineData("These three states signed.", true)]
    [InlineData("Our two nations agreed.", true)]
    [InlineData("Both our two sides agreed.", true)]
    [InlineData("Their first two talks failed.", true)]
    [InlineData("It lists three biggest goods.", true)]
    [InlineData("It lists six key products.", true)]
    [InlineData("It signed a three-year plan.", true)]
    [InlineData("They held 36 talks.", false)]
    [InlineData("It has 27 members.", false)]
    [InlineData("It lasted three years.", false)]
    [InlineData("They felled four forest tracts.", false)]
    public void Counts_that_only_describe_are_definite(string sentence, bool definite) => Read(sentence)[0].Definite.ShouldBe(definite);

    [Theory]
    [InlineData("It bought 1.8 million barrels of Russian oil per day.", "1.8 million barrels of Russian oil per day", "barrel/day")]
    [InlineData("It bought 1.72 million barrels of crude a day.", "1.72 million barrels of crude a day", "barrel/day")]
    [InlineData("It bought 1.72 million barrels of crude exports daily.", "1.72 million barrels of crude exports daily", "barrel/day")]
    [InlineData("It bought 5 million tonnes of Russian coal a year.", "5 million tonnes of Russian coal a year", "tonne/year")]
    [InlineData("It bought 5 million barrels of Russian oil.", "5 million barrels", "barrel")]
    [InlineData("It bought 5 million barrels of oil from its rival, not one a day.", "5 million barrels of oil", "barrel")]
    public void Rates_may_stand_after_what_they_are_of(string sentence, string words, string unit)
    {
        var mention = Read(sentence)[0];
        Words(sentence, mention).ShouldBe(words);
        mention.Unit.Symbol.ShouldBe(unit);
    }

    [Theory]
    [InlineData("Sales went up to A$219 billion.", Hedge.None)]
    [InlineData("Sales shot up to $219 billion.", Hedge.None)]
    [InlineData("Sales may take up to $219 billion.", Hedge.AtMost)]
    [InlineData("It took up to $219 billion.", Hedge.AtMost)]
    [InlineData("It lost up to $219 billion.", Hedge.AtMost)]
    public void What_goes_up_to_a_figure_reaches_it(string sentence, Hedge hedge) =>
        Read(sentence).ShouldHaveSingleItem().Hedge.ShouldBe(hedge);

    private static IReadOnlyList<QuantityMention> Read(string sentence) => QuantityReader.Read(Tokenizer.Tokenize(sentence)).Mentions;

    private static string Words(string sentence, QuantityMention mention)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        return sentence[tokens[mention.FirstToken].Start..tokens[mention.EndToken - 1].End];
    }
}
