using Entente.Application.Stores;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Tests.Reading.Quantities;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("Trade reached $190 billion.", 190e9, 1e9, "USD")]
    [InlineData("Imports of US$1.5bn arrived.", 1.5e9, 1e8, "USD")]
    [InlineData("It pledged A$2,300m.", 2.3e9, 1e6, "AUD")]
    [InlineData("It cost C$4 million.", 4e6, 1e6, "CAD")]
    [InlineData("Loans of HK$300k were given.", 3e5, 1e3, "HKD")]
    [InlineData("Fees of R$12bn were paid.", 12e9, 1e9, "BRL")]
    [InlineData("Exports of €47.6 billion went south.", 47.6e9, 1e8, "EUR")]
    [InlineData("A £5m grant was made.", 5e6, 1e6, "GBP")]
    [InlineData("A loan of ¥20tn was made.", 20e12, 1e12, "JPY")]
    [InlineData("A loan of CN¥20bn was made.", 20e9, 1e9, "CNY")]
    [InlineData("Defence took ₹500 crore.", 5e9, 1e7, "INR")]
    [InlineData("Costs came to 3 lakh rupees.", 3e5, 1e5, "INR")]
    [InlineData("Sales of 190 billion dollars were booked.", 190e9, 1e9, "USD")]
    [InlineData("Sales of 5 billion yuan were booked.", 5e9, 1e9, "CNY")]
    [InlineData("Sales of 5 billion renminbi were booked.", 5e9, 1e9, "CNY")]
    [InlineData("Aid of 2.5 trillion roubles came.", 2.5e12, 1e11, "RUB")]
    [InlineData("Aid of 2.5 trillion rubles came.", 2.5e12, 1e11, "RUB")]
    [InlineData("A fine of 20,000 won was set.", 20000, 1, "KRW")]
    [InlineData("A plan of 6 billion Turkish lira was set.", 6e9, 1e9, "TRY")]
    [InlineData("A plan of 6 billion South African rand was set.", 6e9, 1e9, "ZAR")]
    [InlineData("A plan of 6 billion riyals was set.", 6e9, 1e9, "SAR")]
    [InlineData("A plan of USD 190 billion was set.", 190e9, 1e9, "USD")]
    [InlineData("A plan of 190bn USD was set.", 190e9, 1e9, "USD")]
    [InlineData("A plan of USD190bn was set.", 190e9, 1e9, "USD")]
    [InlineData("A plan of USD1.5bn was set.", 1.5e9, 1e8, "USD")]
    [InlineData("A plan of Rmb2bn was set.", 2e9, 1e9, "CNY")]
    [InlineData("A plan of EUR 50 million was set.", 50e6, 1e6, "EUR")]
    [InlineData("It was worth 1,234,567.8 dollars.", 1234567.8, 0.1, "USD")]
    [InlineData("It was worth 1.234.567,8 euros.", 1234567.8, 0.1, "EUR")]
    [InlineData("It was worth 1 234 567 euros.", 1234567, 1, "EUR")]
    [InlineData("It was worth 190\u00A0000 euros.", 190000, 1, "EUR")]
    [InlineData("It was worth 190\u2009000 euros.", 190000, 1, "EUR")]
    [InlineData("It was worth 190 000 euros.", 190000, 1, "EUR")]
    [InlineData("It was worth 2,5 million euros.", 2.5e6, 1e5, "EUR")]
    [InlineData("It was worth 12,34,567 rupees.", 1234567, 1, "INR")]
    [InlineData("It was worth a million dollars.", 1e6, 1e6, "USD")]
    [InlineData("It was worth half a billion dollars.", 5e8, 1e8, "USD")]
    [InlineData("It was worth two and a half billion dollars.", 2.5e9, 5e8, "USD")]
    [InlineData("A $2-billion plan was set.", 2e9, 1e9, "USD")]
    public void Money_is_read_by_sign_code_and_name(string sentence, double value, double lastDigit, string unit)
    {
        var mention = Single(sentence);
        mention.Kind.ShouldBe(QuantityKind.Money);
        mention.Number.Value.ShouldBe(value, Math.Abs(value) * 1e-12);
        mention.Number.LastDigit.ShouldBe(lastDigit, lastDigit * 1e-9);
        mention.Unit.Symbol.ShouldBe(unit);
    }

    [Theory]
    [InlineData("It fell 36 percent.", 0.36, 0.01, "share")]
    [InlineData("It fell 36%.", 0.36, 0.01, "share")]
    [InlineData("It fell 36 per cent.", 0.36, 0.01, "share")]
    [InlineData("It fell 36pc.", 0.36, 0.01, "share")]
    [InlineData("It fell 2.50 percent.", 0.025, 0.0001, "share")]
    [InlineData("It fell 12.3%.", 0.123, 0.001, "share")]
    [InlineData("It fell ten percent.", 0.1, 0.01, "share")]
    [InlineData("It fell twenty-three percent.", 0.23, 0.01, "share")]
    [InlineData("It moved -0.5%.", -0.005, 0.001, "share")]
    [InlineData("It moved minus 3 percent.", -0.03, 0.01, "share")]
    [InlineData("It moved 2.5 percentage points.", 0.025, 0.001, "pp")]
    [InlineData("It moved three percentage-points.", 0.03, 0.01, "pp")]
    [InlineData("It moved 4 pp.", 0.04, 0.01, "pp")]
    [InlineData("It moved 25 basis points.", 0.0025, 0.0001, "pp")]
    [InlineData("It moved 50bps.", 0.005, 0.0001, "pp")]
    [InlineData("It took two-thirds of the gas.", 2 / 3.0, 0.05, "share")]
    [InlineData("It took a third of the gas.", 1 / 3.0, 0.05, "share")]
    [InlineData("It took one-third of the gas.", 1 / 3.0, 0.05, "share")]
    [InlineData("It took half of the gas.", 0.5, 0.05, "share")]
    [InlineData("It took three quarters of the gas.", 0.75, 0.05, "share")]
    [InlineData("It took a fifth of the gas.", 0.2, 0.05, "share")]
    [InlineData("It shrank by a quarter.", 0.25, 0.05, "share")]
    [InlineData("It took one in five barrels.", 0.2, 0.05, "share")]
    [InlineData("It took one in every ten barrels.", 0.1, 0.05, "share")]
    [InlineData("It took nine out of ten barrels.", 0.9, 0.05, "share")]
    [InlineData("It took 1/3 of the gas.", 1 / 3.0, 0.05, "share")]
    public void Shares_are_fractions_of_one(string sentence, double value, double lastDigit, string unit)
    {
        var mention = Single(sentence);
        mention.Number.Value.ShouldBe(value, 1e-12);
        mention.Number.LastDigit.ShouldBe(lastDigit, 1e-12);
        mention.Unit.Symbol.ShouldBe(unit);
    }

    [Theory]
    [InlineData("Trade doubled.", 2, Change.Up)]
    [InlineData("Trade tripled.", 3, Change.Up)]
    [InlineData("Trade quadrupled.", 4, Change.Up)]
    [InlineData("Trade halved.", 0.5, Change.Down)]
    [InlineData("Trade rose threefold.", 3, Change.Up)]
    [InlineData("Trade rose five-fold.", 5, Change.Up)]
    [InlineData("Trade rose 20-fold.", 20, Change.Up)]
    [InlineData("Trade rose by a factor of three.", 3, Change.Up)]
    [InlineData("It is twice the size of its neighbour.", 2, Change.None)]
    [InlineData("It spends four times as much as its rival.", 4, Change.None)]
    [InlineData("It is 2.5x the limit.", 2.5, Change.None)]
    [InlineData("It will double by the summit.", 2, Change.Up)]
    public void Multiples_know_their_direction(string sentence, double value, Change change)
    {
        var mention = Single(sentence);
        mention.Kind.ShouldBe(QuantityKind.Multiple);
        mention.Number.Value.ShouldBe(value);
        mention.Change.ShouldBe(change);
    }

    [Theory]
    [InlineData("They held 36 meetings.", 36, 1, "meetings", "count")]
    [InlineData("They held three dozen meetings.", 36, 12, "meetings", "count")]
    [InlineData("They met three dozen times.", 36, 12, "times", "count")]
    [InlineData("They met twice.", 2, 1, "times", "count")]
    [InlineData("Two nuclear-armed powers agreed.", 2, 1, "powers", "states")]
    [InlineData("It counts four Central Asian countries.", 4, 1, "countries", "states")]
    [InlineData("It counts one hundred and twenty-three states.", 123, 1, "states", "states")]
    [InlineData("It holds 1,710 deployed warheads.", 1710, 1, "warheads", "warheads")]
    [InlineData("It sent 12,000 North Korean soldiers.", 12000, 1, "soldiers", "persons")]
    [InlineData("It sent half a million people.", 500000, 100000, "people", "persons")]
    [InlineData("It lost 2 million refugees.", 2e6, 1e6, "refugees", "persons")]
    [InlineData("A 27-member bloc voted.", 27, 1, "member", "count")]
    [InlineData("It bought 48 FA-50 jets.", 48, 1, "jets", "count")]
    [InlineData("One country objected.", 1, 1, "country", "states")]
    [InlineData("It fielded a 700,000-strong army.", 700000, 1, "people", "persons")]
    [InlineData("It made 1 million artillery rounds.", 1e6, 1e6, "rounds", "count")]
    [InlineData("It owns two hundred thousand shells.", 200000, 1000, "shells", "count")]
    public void Counts_know_their_noun(string sentence, double value, double lastDigit, string noun, string unit)
    {
        var mention = Read(sentence).Mentions[0];
        mention.Kind.ShouldBe(QuantityKind.Count);
        mention.Number.ShouldBe(new WrittenNumber(value, lastDigit));
        mention.Noun.ShouldBe(noun);
        mention.Unit.Symbol.ShouldBe(unit);
    }

    [Theory]
    [InlineData("Just 20 days later it began.", 20, "days")]
    [InlineData("It ended seven months ago.", 7, "months")]
    [InlineData("It lasted three consecutive years.", 3, "years")]
    [InlineData("It lasted two decades.", 20, "years")]
    [InlineData("It lasted half a century.", 50, "years")]
    [InlineData("It lasted a decade.", 10, "years")]
    [InlineData("An 18-month deal was made.", 18, "months")]
    [InlineData("It lasted two and a half years.", 2.5, "years")]
    [InlineData("It lasted 48 hours.", 48, "hours")]
    [InlineData("They share a 2,615-mile border.", 2615, "miles")]
    [InlineData("They share a 1,340km border.", 1340, "km")]
    [InlineData("It is 30 nautical miles away.", 30, "nmi")]
    [InlineData("It took 30,000 km² of land.", 30000, "km2")]
    [InlineData("It took 3,000 square miles of land.", 3000, "mi2")]
    [InlineData("It shipped 5 million tonnes.", 5e6, "tonne")]
    [InlineData("It shipped 5Mt.", 5e6, "tonne")]
    [InlineData("It shipped 5 million tonnes a year.", 5e6, "tonne/year")]
    [InlineData("It pumped 1.2 million barrels a day.", 1.2e6, "barrel/day")]
    [InlineData("It pumped 900,000 bpd.", 900000, "barrel/day")]
    [InlineData("It pumped 100k b/d.", 100000, "barrel/day")]
    [InlineData("It pumped 2 mbd.", 2e6, "barrel/day")]
    [InlineData("It pumped 5m barrels.", 5e6, "barrel")]
    [InlineData("It piped 38 billion cubic metres of gas.", 38, "bcm")]
    [InlineData("It piped 38 billion cubic meters a year.", 38, "bcm/year")]
    [InlineData("It piped 155 bcm.", 155, "bcm")]
    [InlineData("It piped 100 bcf.", 2.8316846592, "bcm")]
    [InlineData("It generated 12 TWh.", 12, "TWh")]
    [InlineData("It added 10 GW.", 10000, "MW")]
    [InlineData("Oil stood at $60 a barrel.", 60, "USD/bbl")]
    [InlineData("Oil stood at 60 dollars per barrel.", 60, "USD/bbl")]
    [InlineData("Wheat stood at $300 per tonne.", 300, "USD/tonne")]
    [InlineData("Power stood at €35 per MWh.", 35, "EUR/MWh")]
    public void Lengths_of_time_and_physical_amounts_have_units(string sentence, double value, string unit)
    {
        var mention = Single(sentence);
        mention.Number.Value.ShouldBe(value, Math.Abs(value) * 1e-9);
        mention.Unit.Symbol.ShouldBe(unit);
    }

    [Theory]
    [InlineData("about 20 percent", Hedge.About)]
    [InlineData("around 20 percent", Hedge.About)]
    [InlineData("some 300 ships", Hedge.About)]
    [InlineData("an estimated 300 ships", Hedge.About)]
    [InlineData("300 ships", Hedge.None)]
    [InlineData("20 percent or so", Hedge.About)]
    [InlineData("20-odd ships", Hedge.About)]
    [InlineData("nearly 20 percent", Hedge.Nearly)]
    [InlineData("just short of $10 billion", Hedge.Nearly)]
    [InlineData("close to $10 billion", Hedge.Nearly)]
    [InlineData("just over $10 billion", Hedge.JustOver)]
    [InlineData("slightly more than $10 billion", Hedge.JustOver)]
    [InlineData("more than $10 billion", Hedge.MoreThan)]
    [InlineData("well over $10 billion", Hedge.MoreThan)]
    [InlineData("in excess of $10 billion", Hedge.MoreThan)]
    [InlineData("upwards of 40 ships", Hedge.MoreThan)]
    [InlineData("more than doubled", Hedge.MoreThan)]
    [InlineData("more than a dozen ships", Hedge.MoreThan)]
    [InlineData("less than three weeks", Hedge.LessThan)]
    [InlineData("fewer than 12 ships", Hedge.LessThan)]
    [InlineData("no fewer than 12 ships", Hedge.AtLeast)]
    [InlineData("at least 12 ships", Hedge.AtLeast)]
    [InlineData("12 or more ships", Hedge.AtLeast)]
    [InlineData("200+ ships", Hedge.AtLeast)]
    [InlineData("dozens of ships", Hedge.AtLeast)]
    [InlineData("hundreds of thousands of refugees", Hedge.AtLeast)]
    [InlineData("up to 12 ships", Hedge.AtMost)]
    [InlineData("as many as 12 ships", Hedge.AtMost)]
    [InlineData("no more than 12 ships", Hedge.AtMost)]
    [InlineData("12 ships at most", Hedge.None)]
    [InlineData("$12 million at most", Hedge.AtMost)]
    [InlineData("exactly 12 ships", Hedge.Exactly)]
    [InlineData("over two decades", Hedge.None)]
    [InlineData("for over two decades", Hedge.MoreThan)]
    public void Hedges_bound(string words, Hedge hedge) => Single($"They had {words}.").Hedge.ShouldBe(hedge);

    [Theory]
    [InlineData("It costs $20-25 billion.", 20e9, 25e9, "USD")]
    [InlineData("It costs between $20 and $30 billion.", 20e9, 30e9, "USD")]
    [InlineData("It costs $20bn–$25bn.", 20e9, 25e9, "USD")]
    [InlineData("It is between 20 and 30 percent.", 0.2, 0.3, "share")]
    [InlineData("It is 30 to 40 percent.", 0.3, 0.4, "share")]
    [InlineData("It is 5-6%.", 0.05, 0.06, "share")]
    [InlineData("It is 3%–4%.", 0.03, 0.04, "share")]
    [InlineData("It has 10,000–15,000 soldiers.", 10000, 15000, "persons")]
    [InlineData("It lasts three or four days.", 3, 4, "days")]
    public void Ranges_share_scale_and_unit(string sentence, double low, double high, string unit)
    {
        var mention = Single(sentence);
        mention.Hedge.ShouldBe(Hedge.Between);
        mention.Number.Value.ShouldBe(low, 1e-9);
        mention.Upper!.Value.Value.ShouldBe(high, 1e-9);
        mention.Unit.Symbol.ShouldBe(unit);
    }

    [Fact]
    public void From_a_to_b_is_two_quantities_of_one_unit()
    {
        var mentions = Read("The share rose from 10 to 18 percent.").Mentions;
        mentions.Select(m => m.Number.Value).ShouldBe([0.1, 0.18]);
        mentions.ShouldAllBe(m => m.Unit == Units.Share && m.Upper == null);
    }

    [Theory]
    [InlineData("It passed 141–5 with 35 abstentions.", 141, 5, 35)]
    [InlineData("The council voted 13-2.", 13, 2, null)]
    [InlineData("It got 93 votes to 18.", 93, 18, null)]
    [InlineData("The vote was 120 in favour, 5 against and 40 abstentions.", 120, 5, 40)]
    [InlineData("It failed by a vote of 10 to 13.", 10, 13, null)]
    [InlineData("The resolution was adopted 93-24-58.", 93, 24, 58)]
    public void Votes_keep_all_counts(string sentence, int yes, int no, int? abstain)
    {
        var mention = Single(sentence);
        mention.Kind.ShouldBe(QuantityKind.VoteResult);
        mention.Vote.ShouldBe(new VoteCount(yes, no, abstain));
    }

    [Theory]
    [InlineData("It is the world's second-largest nuclear arsenal.", 2, "arsenal")]
    [InlineData("It is the third biggest market.", 3, "market")]
    [InlineData("It is the 3rd largest economy.", 3, "economy")]
    [InlineData("It is its No. 1 supplier.", 1, "supplier")]
    [InlineData("It is its number one partner.", 1, "partner")]
    [InlineData("It entered the top 10 of suppliers.", 10, "suppliers")]
    [InlineData("It adopted its 11th package of sanctions.", 11, "package")]
    [InlineData("It was the first state to recognise it.", 1, "state")]
    [InlineData("It became the twenty-fifth member.", 25, "member")]
    public void Ordinals_are_ranks(string sentence, double rank, string noun)
    {
        var mention = Single(sentence);
        mention.Kind.ShouldBe(QuantityKind.Ordinal);
        mention.Unit.ShouldBe(Units.Rank);
        mention.Number.Value.ShouldBe(rank);
        mention.Noun.ShouldBe(noun);
    }

    [Theory]
    [InlineData("The G7 met.", "G7", "group-name")]
    [InlineData("The G-20 met.", "G-20", "group-name")]
    [InlineData("The Group of Seven met.", "Group of Seven", "group-name")]
    [InlineData("The P5+1 met.", "P5+1", "group-name")]
    [InlineData("A 2+2 dialogue was held.", "2+2", "group-name")]
    [InlineData("It sold S-400 missiles.", "S-400", "model-name")]
    [InlineData("It sold Su-35 jets.", "Su-35", "model-name")]
    [InlineData("It sold F-16 jets.", "F-16", "model-name")]
    [InlineData("After Covid-19 it grew.", "Covid-19", "model-name")]
    [InlineData("It banned 5G gear.", "5G", "model-name")]
    [InlineData("Flight MH17 fell.", "MH17", "model-name")]
    [InlineData("It used section 301.", "301", "section-number")]
    [InlineData("It invoked Article 5.", "5", "section-number")]
    [InlineData("See chapter 3.", "3", "section-number")]
    [InlineData("See page 12.", "12", "page")]
    [InlineData("See pages 12–15.", "12–15", "page")]
    [InlineData("Resolution 2202 holds.", "2202", "document-number")]
    [InlineData("Directive 2014/65 holds.", "2014/65", "document-number")]
    [InlineData("It took Route 66.", "66", "route")]
    [InlineData("It signed Protocol No. 2.", "2", "list-number")]
    [InlineData("Phase one ended.", "one", "list-number")]
    [InlineData("In 2022 it began.", "2022", "year")]
    [InlineData("In 2012–13 it began.", "2012–13", "year")]
    [InlineData("In the 1990s it began.", "1990s", "year")]
    [InlineData("On 4 February it began.", "4", "date")]
    [InlineData("On February 4 it began.", "4", "date")]
    [InlineData("On Feb. 4 it began.", "4", "date")]
    [InlineData("On 2022-02-04 it began.", "2022-02-04", "date")]
    [InlineData("After 9/11 it began.", "9/11", "date")]
    [InlineData("At 10:30 a.m. it began.", "10:30 a.m.", "clock")]
    [InlineData("At 7pm it began.", "7pm", "clock")]
    [InlineData("Aged 67, he resigned.", "67", "age")]
    [InlineData("The 67-year-old resigned.", "67-year-old", "age")]
    [InlineData("Old Mr Smith, 67, resigned.", "67", "age")]
    [InlineData("Call +1 202 555 0100 now.", "+1 202 555 0100", "phone")]
    [InlineData("Call 555-0100 now.", "555-0100", "phone")]
    [InlineData("Version 2.0.1 is out.", "2.0.1", "version")]
    [InlineData("They won 3–1 at home.", "3–1", "score")]
    [InlineData("The 20th Party Congress opened.", "20th", "named-ordinal")]
    [InlineData("He won a third term.", "third", "named-ordinal")]
    [InlineData("In the first quarter it grew.", "first", "period-part")]
    [InlineData("In the 21st century it grew.", "21st", "period-part")]
    [InlineData("No one objected.", "one", "pronoun")]
    [InlineData("It is one of the largest.", "one", "pronoun")]
    [InlineData("A two-state solution failed.", "two-state", "word-part")]
    [InlineData("Under Nord Stream 2 it flows.", "2", "name-number")]
    [InlineData("Its Vision 2030 plan failed.", "2030", "name-number")]
    [InlineData("In the Six-Day War it lost.", "Six-Day", "name-number")]
    [InlineData("It needs a third party.", "third", "idiom")]
    [InlineData("It works 24/7.", "24/7", "idiom")]
    [InlineData("It fired 155mm shells.", "155mm", "model-name")]
    public void Numbers_that_measure_nothing_are_skipped_with_the_reason(string sentence, string words, string reason)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        var reading = QuantityReader.Read(tokens);
        reading.Mentions.ShouldBeEmpty();
        var skipped = reading.Skipped.ShouldHaveSingleItem();
        sentence[tokens[skipped.FirstToken].Start..tokens[skipped.EndToken - 1].End].ShouldBe(words);
        skipped.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("Trade grew by 36 percent.", Change.Up)]
    [InlineData("Trade fell by 36 percent.", Change.Down)]
    [InlineData("Trade was up 36 percent.", Change.Up)]
    [InlineData("There was a 54 percent jump in sales.", Change.Up)]
    [InlineData("There was a 54 percent drop in sales.", Change.Down)]
    [InlineData("Sales were 5 percent lower.", Change.Down)]
    [InlineData("Sales changed +36%.", Change.Up)]
    [InlineData("Trade grew to $240 billion.", Change.None)]
    [InlineData("Its share is 20 percent.", Change.None)]
    public void Changes_have_a_direction_and_levels_reached_have_none(string sentence, Change change) =>
        Single(sentence).Change.ShouldBe(change);

    [Fact]
    public void Years_in_prices_and_thousands_are_told_apart()
    {
        Read("It sold 2,022 tonnes.").Mentions.ShouldHaveSingleItem().Number.Value.ShouldBe(2022);
        Read("In 2022 dollars it sold more.").Mentions.ShouldBeEmpty();
        Read("It sold 2000 tonnes.").Mentions.ShouldHaveSingleItem().Unit.Symbol.ShouldBe("tonne");
    }

    internal static QuantityReading Read(string sentence) => QuantityReader.Read(Tokenizer.Tokenize(sentence));

    private static QuantityMention Single(string sentence) => Read(sentence).Mentions.ShouldHaveSingleItem();
}
