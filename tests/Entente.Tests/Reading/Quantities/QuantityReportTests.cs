using System.Globalization;
using Entente.Reading.Text;

namespace Entente.Tests.Reading.Quantities;

/// <summary>What `quantities` prints: each as "relation value unit change", a range as "low..high".</summary>
public class QuantityReportTests
{
    [Theory]
    [InlineData("Two trade deals and seven Central Asian countries.", "= 2 deals|= 7 countries")]
    [InlineData("It is one of the largest banks in one small country.", "= 1 banks|= 1 country")]
    [InlineData("One proposal asks for a 12 page document from an 11 member group.", "= 1 proposal|= 12 page|= 11 member")]
    [InlineData("It sent 435 tanks by rail and 187 by sea.", "= 435 tanks|= 187 tanks")]
    [InlineData("It holds 2.7m combined and separate shares.", "= 2700000 shares")]
    [InlineData("Eight more rounds followed, 14 of them new.", "= 8 rounds up|= 14 count")]
    [InlineData("A couple of summits were held.", "~ 2 summits")]
    [InlineData("Ferries sail 78 times a day with 500 passengers a week.", "= 78 times/day|= 500 passengers/week")]
    public void A_count_is_printed_in_what_it_counts(string sentence, string expected) => Printed(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Dozens of people and tens of thousands of shells.", "between 12..120 people|between 10000..100000 shells")]
    [InlineData("It cost $5–7 billion, between 3 and 4 percent of output.", "between 5000000000..7000000000 USD|between 0.03..0.04 share")]
    [InlineData("Growth slowed from 4.8 percent to 4.7 percent.", "= 0.048 share|= 0.047 share")]
    [InlineData("Growth slowed from 4.8 to 4.7 percent.", "between 0.047..0.048 share down")]
    [InlineData("It rose from 10 to 12 million tonnes.", "between 10000000..12000000 tonne up")]
    [InlineData("The price fell from $75 a barrel in October to $45.88.", "= 75 USD/bbl|= 45.88 USD")]
    [InlineData("Fines run from $250,000 to $1 million a year.", "between 250000..1000000 USD/year")]
    [InlineData("They get from $10 to $15 billion.", "between 10000000000..15000000000 USD")]
    [InlineData("It is down from the $89 to $93 billion it expected.", "between 89000000000..93000000000 USD")]
    [InlineData("The tariff went from 10 percent to 25 percent.", "= 0.1 share|= 0.25 share")]
    [InlineData("Four-, five- and six-cylinder cars on a 7- or 8-inch belt.", "= 4 cylinder|= 5 cylinder|= 6 cylinder|= 7 inch|= 8 inch")]
    [InlineData("It raised 280 million of the 1.5 billion euros.", "= 280000000 EUR up|= 1500000000 EUR")]
    [InlineData("It was between $70 and $75 a barrel.", "between 70..75 USD/bbl")]
    [InlineData("It fell 0.4 per cent to 13,176.", "= 0.004 share down|= 13176 count")]
    [InlineData("It rose 60% to 3.9 million units from 2.4 million a year earlier.", "= 0.6 share up|= 3900000 units|= 2400000 units")]
    public void A_range_has_the_ends_that_are_written(string sentence, string expected) => Printed(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Winds of 80 mph, 30 degrees Celsius, 1.5mm of rain.", "= 80 mph|= 30 °C|= 1.5 mm")]
    [InlineData("It is 47 feet (14 metres) deep.", "= 47 ft|= 14 m")]
    [InlineData("The call took 55 minutes and 30 seconds.", "= 55 minutes|= 30 seconds")]
    [InlineData("Power of 8.5 kW and 40 MWh.", "= 8.5 kW|= 40 MWh")]
    [InlineData("A network of 5G masts with 256GB and 15kHz.", "= 256 GB|= 15 kHz")]
    [InlineData("They pay $3,500 a month, 5 percent a year more than a year ago.", "= 3500 USD/month|= 0.05 share/year")]
    [InlineData("Shares were offered at C $6 (US $4.46) per share.", "= 6 CAD|= 4.46 USD")]
    [InlineData("It cost $US113 trillion, or HK $3.7 billion, or PS2.7m.", "= 113000000000000 USD|= 3700000000 HKD|= 2700000 GBP")]
    [InlineData("The balance fell to $-50.8bn, minus-5 yards, .5 percent.", "= -50800000000 USD down|= -5 yard down|= 0.005 share")]
    [InlineData("It makes sub-7 nanometer chips.", "< 7 nm")]
    [InlineData("It fires 155mm shells and plays on a PS5.", "")]
    public void Units_are_those_that_are_written(string sentence, string expected) => Printed(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("A 67-year-old envoy, aged 67, and women aged 25 to 54.", "= 67 years|= 67 years")]
    [InlineData("A year ago it was a decade since the treaty.", "")]
    [InlineData("For the second time the 22nd amendment came up in the fourth quarter.", "")]
    [InlineData("It is the second-largest supplier and ranked third.", "= 2 rank|= 3 rank")]
    [InlineData("It fell from fifth to ninth, and met for the fourteenth time.", "= 5 rank|= 9 rank|= 14 rank")]
    [InlineData("It rose by 25 basis points, or 0.25 percentage points, within 48 hours.", "= 0.25 pp up|= 0.25 pp|<= 48 hours")]
    [InlineData("It handed over 337 tanks.", "= 337 tanks")]
    [InlineData("The S&P 500 and the sp 500 fell 2 percent.", "= 0.02 share down")]
    [InlineData("The iPhone 11 Pro cameras ran a 1:36.6 lap.", "")]
    [InlineData("It was adopted by 141 votes to 5, with 35 abstentions.", "= 141 votes")]
    [InlineData("It has ten times Russia’s population.", "= 10 1")]
    public void What_only_numbers_is_left_out(string sentence, string expected) => Printed(sentence).ShouldBe(expected);

    [Fact]
    public void The_words_that_belong_to_a_noun_are_printed_with_it()
    {
        var count = QuantityReport.Of("It surveyed seven European countries.").ShouldHaveSingleItem();
        count.Unit.ShouldBe("countries");
        count.Of.ShouldBe("European countries");
        count.Measured!.Symbol.ShouldBe("states");
    }

    private static string Printed(string sentence) =>
        string.Join(
            '|',
            QuantityReport
                .Of(sentence)
                .Select(q =>
                    $"{q.Relation} {(q.Value is { } value ? Plain(value) : $"{Plain(q.Low)}..{Plain(q.High)}")} {q.Unit} {q.Change}".Trim()
                )
        );

    private static string Plain(double? value) => Math.Round(value!.Value, 6).ToString(CultureInfo.InvariantCulture);
}
