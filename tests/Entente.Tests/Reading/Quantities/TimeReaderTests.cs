using Entente.Reading.Text;

namespace Entente.Tests.Reading.Quantities;

public class TimeReaderTests
{
    [Theory]
    [InlineData("It began on 4 February 2022.", "on 4 February 2022", "2022-02-04", TimeRole.At)]
    [InlineData("It began on February 4, 2022.", "on February 4, 2022", "2022-02-04", TimeRole.At)]
    [InlineData("It began on 4th of February 2022.", "on 4th of February 2022", "2022-02-04", TimeRole.At)]
    [InlineData("It began on Feb. 4, 2022.", "on Feb. 4, 2022", "2022-02-04", TimeRole.At)]
    [InlineData("It began on 2022-02-04.", "on 2022-02-04", "2022-02-04", TimeRole.At)]
    [InlineData("It ran 4–20 February 2022.", "4–20 February 2022", "2022-02-04..2022-02-20", TimeRole.At)]
    [InlineData("It began in March 2023.", "in March 2023", "2023-03", TimeRole.At)]
    [InlineData("It began in 2022.", "in 2022", "2022", TimeRole.At)]
    [InlineData("It ran through the season of 2012–13 there.", "2012–13", "2012..2013", TimeRole.At)]
    [InlineData("It ran between 2014 and 2021.", "between 2014 and 2021", "2014..2021", TimeRole.During)]
    [InlineData("It ran from 2014 to 2021.", "from 2014 to 2021", "2014..2021", TimeRole.During)]
    [InlineData("It grew in Q1 2022.", "in Q1 2022", "2022-Q1", TimeRole.At)]
    [InlineData("It grew in the first quarter of 2022.", "in the first quarter of 2022", "2022-Q1", TimeRole.At)]
    [InlineData("It grew in the first half of 2023.", "in the first half of 2023", "2023-H1", TimeRole.At)]
    [InlineData("It grew in the first eleven months of 2023.", "in the first eleven months of 2023", "2023-01..2023-11", TimeRole.At)]
    [InlineData("It grew in January–November 2023.", "in January–November 2023", "2023-01..2023-11", TimeRole.At)]
    [InlineData("It grew in Jan-Nov 2023.", "in Jan-Nov 2023", "2023-01..2023-11", TimeRole.At)]
    [InlineData("It grew in the 1990s.", "in the 1990s", "1990..1999", TimeRole.At)]
    [InlineData("It spanned the 1960s to the 1980s.", "the 1960s to the 1980s", "1960..1989", TimeRole.At)]
    [InlineData("It is closer than since the 1950s.", "since the 1950s", "1950..1959", TimeRole.Since)]
    [InlineData("It began in early 2024.", "in early 2024", "2024", TimeRole.At)]
    [InlineData("It began at the end of 2023.", "at the end of 2023", "2023", TimeRole.At)]
    [InlineData("It began in mid-2022.", "in mid-2022", "2022", TimeRole.At)]
    [InlineData("It ends by 2030.", "by 2030", "2030", TimeRole.By)]
    [InlineData("It ended before 2014.", "before 2014", "2014", TimeRole.Before)]
    [InlineData("It held until 2021.", "until 2021", "2021", TimeRole.Until)]
    [InlineData("It held throughout 2022.", "throughout 2022", "2022", TimeRole.During)]
    [InlineData("It holds as of 2023.", "as of 2023", "2023", TimeRole.At)]
    [InlineData("It grew in fiscal 2023-24.", "in fiscal 2023-24", "2023..2024", TimeRole.At)]
    [InlineData("It grew last year.", "last year", "2023", TimeRole.At)]
    [InlineData("It grew this year.", "this year", "2024", TimeRole.At)]
    [InlineData("It grew last month.", "last month", "2024-03", TimeRole.At)]
    [InlineData("It grew in March.", "in March", "2024-03", TimeRole.At)]
    [InlineData("It grew in November.", "in November", "2023-11", TimeRole.At)]
    [InlineData("It will open in November.", "in November", "2024-11", TimeRole.At)]
    [InlineData("He spoke in February about his planned visit.", "in February", "2024-02", TimeRole.At)]
    [InlineData("They met on Thursday.", "on Thursday", "2024-04-04", TimeRole.At)]
    [InlineData("They met yesterday.", "yesterday", "2024-04-08", TimeRole.At)]
    [InlineData("They met last week.", "last week", "2024-04-01..2024-04-07", TimeRole.At)]
    [InlineData("They met two years ago.", "two years ago", "2022", TimeRole.At)]
    [InlineData("They met seven months ago.", "seven months ago", "2023-09", TimeRole.At)]
    [InlineData("They met a decade ago.", "a decade ago", "2014", TimeRole.At)]
    [InlineData("It grew so far this year.", "so far this year", "2024-01-01..2024-04-09", TimeRole.During)]
    [InlineData("It grew over the past five years.", "over the past five years", "2019..2024", TimeRole.During)]
    [InlineData("It grew in the third quarter of last year.", "in the third quarter of last year", "2023-Q3", TimeRole.At)]
    [InlineData("It grew in the fourth quarter.", "in the fourth quarter", "2023-Q4", TimeRole.At)]
    [InlineData("It grew before the annexation of Crimea.", "before the annexation of Crimea", "2014-03-18", TimeRole.Before)]
    [InlineData("It grew in the two years since the annexation of Crimea.", "since the annexation of Crimea", "2014-03-18", TimeRole.Since)]
    [InlineData("Two months after the annexation of Crimea it fell.", "Two months after the annexation of Crimea", "2014-05", TimeRole.At)]
    [InlineData("It fell later that month.", "later that month", "2022-02", TimeRole.At)]
    [InlineData("It fell 20 days later.", "20 days later", "2022-02-24", TimeRole.At)]
    [InlineData("It fell the following year.", "the following year", "2023", TimeRole.At)]
    [InlineData("It fell the previous year.", "the previous year", "2021", TimeRole.At)]
    [InlineData("It fell a year earlier.", "a year earlier", "2021", TimeRole.At)]
    [InlineData("It had fallen by then.", "by then", "2022-02-04", TimeRole.By)]
    public void Times_resolve(string sentence, string words, string period, TimeRole role)
    {
        var (text, mention) = Single(sentence, Full);
        text.ShouldBe(words);
        mention.Period?.Text.ShouldBe(period);
        mention.Role.ShouldBe(role);
        mention.Unresolved.ShouldBeNull();
    }

    [Theory]
    [InlineData("It grew last year.", null, "no-publication-date")]
    [InlineData("They met on Thursday.", "2024", "publication-date-too-coarse")]
    [InlineData("They met last month.", "2024", "publication-date-too-coarse")]
    [InlineData("It fell the following year.", null, "no-previous-date")]
    [InlineData("It fell less than three weeks later.", null, "inexact-length")]
    [InlineData("It grew in recent years.", "2024-04-09", "vague")]
    [InlineData("It met on February 30, 2023.", "2024-04-09", "no-such-day")]
    public void What_cannot_be_resolved_says_why(string sentence, string? published, string reason)
    {
        var mention = Single(sentence, new TimeContext { Published = published is null ? null : Period.Parse(published) }).Mention;
        mention.Period.ShouldBeNull();
        mention.Unresolved.ShouldBe(reason);
    }

    [Theory]
    [InlineData("It sold 2,022 tonnes.")]
    [InlineData("It spent more in 2022 dollars.")]
    [InlineData("Resolution 1973 passed.")]
    [InlineData("It follows its Vision 2030 plan.")]
    [InlineData("They may march on.")]
    [InlineData("May resigned.")]
    [InlineData("The third party left first.")]
    public void Numbers_and_names_are_no_times(string sentence) => TimeReader.Read(Tokenizer.Tokenize(sentence), Full).ShouldBeEmpty();

    [Fact]
    public void A_bare_month_takes_the_year_that_its_statement_names()
    {
        var times = TimeReader.Read(Tokenizer.Tokenize("In 2021, it grew, and it passed the mark in November."), Full);
        times.Select(t => t.Period?.Text).ShouldBe(["2021", "2021-11"]);
    }

    [Fact]
    public void Event_times_carry_the_event() =>
        Single("It grew after the annexation of Crimea.", Full).Mention.EventId.ShouldBe("crimea_annexation");

    private static readonly TimeContext Full = new()
    {
        Published = Period.Parse("2024-04-09"),
        PreviousDate = Period.Parse("2022-02-04"),
        Events = new OneEvent(),
    };

    private static (string Text, TimeMention Mention) Single(string sentence, TimeContext context)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        var mention = TimeReader.Read(tokens, context).ShouldHaveSingleItem();
        return (sentence[tokens[mention.FirstToken].Start..tokens[mention.EndToken - 1].End], mention);
    }

    private sealed class OneEvent : IEventNames
    {
        public NamedEvent? Find(IReadOnlyList<Token> tokens, int start) =>
            tokens[start].Lower == "annexation" && start + 2 < tokens.Count && tokens[start + 2].Lower == "crimea"
                ? new("crimea_annexation", Period.Parse("2014-03-18"), 3)
                : null;
    }
}
