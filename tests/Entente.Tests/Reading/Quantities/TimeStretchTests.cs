using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Tests.Reading.Quantities;

/// <summary>Stretches of months, fiscal years, bases of comparisons: what statistics are dated by.</summary>
public class TimeStretchTests
{
    [Theory]
    [InlineData("Sales rose from January to March of this year.", "2023-05-20", "from January to March of this year", "2023-01..2023-03")]
    [InlineData("Sales rose from January to March this year.", "2023", "from January to March this year", "2023-01..2023-03")]
    [InlineData("Sales rose between January and September.", "2022-10-23", "between January and September", "2022-01..2022-09")]
    [InlineData("Sales (April-August) rose.", "2022-10-23", "April-August", "2022-04..2022-08")]
    [InlineData("Sales rose in April-December.", "2023-03-02", "in April-December", "2022-04..2022-12")]
    [InlineData("Sales rose in July-August.", "2023-09-08", "in July-August", "2023-07..2023-08")]
    [InlineData("Sales rose in July and August.", "2023-09-08", "in July and August", "2023-07..2023-08")]
    [InlineData("Sales rose from January through July.", "2022-08-20", "from January through July", "2022-01..2022-07")]
    [InlineData("Sales doubled up to May inclusive.", "2022-08-20", "up to May inclusive", "2022-01..2022-05")]
    [InlineData("Sales rose in the first seven months of this year.", "2022", "in the first seven months of this year", "2022-01..2022-07")]
    [InlineData("Sales rose in the first half of this year.", "2022-08-20", "in the first half of this year", "2022-H1")]
    [InlineData("Sales rose in the first eight months.", "2023-09-08", "in the first eight months", "2023-01..2023-08")]
    [InlineData("Sales rose in the first eight months.", "2023-03-08", "in the first eight months", "2022-01..2022-08")]
    [InlineData(
        "Sales rose in the first eight months of last year.",
        "2023-03-08",
        "in the first eight months of last year",
        "2022-01..2022-08"
    )]
    [InlineData("Sales rose from November to February.", "2023-03-08", "from November to February", "2022-11..2023-02")]
    [InlineData("Sales rose from November to February 2023.", "2024-03-08", "from November to February 2023", "2022-11..2023-02")]
    [InlineData("Sales rose from January 2022 to March.", "2024-03-08", "from January 2022 to March", "2022-01..2022-03")]
    [InlineData(
        "Sales rose between February 2022 and December 2022.",
        "2024-03-08",
        "between February 2022 and December 2022",
        "2022-02..2022-12"
    )]
    [InlineData("Sales rose between March and December 2022.", "2024-03-08", "between March and December 2022", "2022-03..2022-12")]
    [InlineData("Sales rose from 2022 to 2023.", "2024-03-08", "from 2022 to 2023", "2022..2023")]
    [InlineData("Sales rose between 2019 and 2023.", "2024-03-08", "between 2019 and 2023", "2019..2023")]
    [InlineData("The fair will run from May to July.", "2024-03-08", "from May to July", "2024-05..2024-07")]
    public void A_stretch_is_one_mention(string sentence, string published, string words, string period)
    {
        var (text, mention) = Single(sentence, published);
        text.ShouldBe(words);
        mention.Period.ShouldNotBeNull().Text.ShouldBe(period);
    }

    [Theory]
    [InlineData("In 2021, it grew, above all from March to June.", "2021-03..2021-06")]
    [InlineData("In 2021 it grew, mostly in the first half.", "2021-H1")]
    public void The_year_that_a_statement_names_governs_its_stretches(string sentence, string period) =>
        Read(sentence, "2024-04-09")[^1].Period?.Text.ShouldBe(period);

    [Theory]
    [InlineData("Sales rose from January to March of this year.", true)]
    [InlineData("Sales rose between January and September.", true)]
    [InlineData("Sales rose from April to August 2022.", true)]
    [InlineData("Sales fell between March and December 2022.", false)]
    [InlineData("Sales fell between February 2022 and December 2022.", false)]
    [InlineData("Sales fell from 2019 to 2022.", false)]
    public void Months_that_figures_are_summed_over_are_told_from_two_times(string sentence, bool cumulative) =>
        Single(sentence, "2023-10-23").Mention.Cumulative.ShouldBe(cumulative);

    [Theory]
    [InlineData("Sales doubled in the first months of this year.", "in the first months of this year", "2022-01..2022-10", TimeKind.Vague)]
    [InlineData(
        "Sales doubled in the first months of this year, up to May inclusive.",
        "in the first months of this year, up to May inclusive",
        "2022-01..2022-05",
        TimeKind.Relative
    )]
    public void The_first_months_are_a_part_of_the_year(string sentence, string words, string period, TimeKind kind)
    {
        var (text, mention) = Single(sentence, "2022-10-23");
        text.ShouldBe(words);
        mention.Period.ShouldNotBeNull().Text.ShouldBe(period);
        mention.Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_stretch_needs_the_month_of_writing_unless_its_year_is_said()
    {
        var (_, mention) = Single("Sales rose between January and September.", "2022");
        mention.Unresolved.ShouldBe("publication-date-too-coarse");
    }

    [Theory]
    [InlineData("Sales rose in the last financial year.", "2022-10-23", "in the last financial year", "2021..2022", TimeKind.Relative)]
    [InlineData("Sales rose last fiscal year.", "2022-02-23", "last fiscal year", "2020..2021", TimeKind.Relative)]
    [InlineData("Sales rose in the previous fiscal year.", "2022-10-23", "in the previous fiscal year", "2021..2022", TimeKind.Relative)]
    [InlineData("Sales rose this financial year.", "2022-10-23", "this financial year", "2022..2023", TimeKind.Relative)]
    [InlineData(
        "Sales rose in the current financial year.",
        "2023-02-23",
        "in the current financial year",
        "2022..2023",
        TimeKind.Relative
    )]
    [InlineData("Sales rose in FY22.", "2023-02-23", "in FY22", "2022", TimeKind.Vague)]
    [InlineData("Sales rose in FY2022.", "2023-02-23", "in FY2022", "2022", TimeKind.Vague)]
    [InlineData("Sales rose in FY22-23.", "2023-02-23", "in FY22-23", "2022..2023", TimeKind.Vague)]
    [InlineData("Sales rose in FY2022-23.", "2023-02-23", "in FY2022-23", "2022..2023", TimeKind.Vague)]
    [InlineData("Sales rose in FY 2022/23.", "2023-02-23", "in FY 2022/23", "2022..2023", TimeKind.Vague)]
    [InlineData("Sales rose in fiscal 2023.", "2023-02-23", "in fiscal 2023", "2023", TimeKind.Vague)]
    [InlineData("Sales rose in the fiscal year 2023.", "2024-02-23", "in the fiscal year 2023", "2023", TimeKind.Vague)]
    [InlineData("Sales rose in financial year 2021-22.", "2024-02-23", "in financial year 2021-22", "2021..2022", TimeKind.Vague)]
    [InlineData("Sales rose in the 2021-22 financial year.", "2024-02-23", "in the 2021-22 financial year", "2021..2022", TimeKind.Vague)]
    [InlineData(
        "Sales rose in the first five months of 2022-23.",
        "2022-10-23",
        "in the first five months of 2022-23",
        "2022-04..2022-08",
        TimeKind.Absolute
    )]
    [InlineData(
        "Sales rose in the first half of the current fiscal year.",
        "2022-10-23",
        "in the first half of the current fiscal year",
        "2022-04..2022-09",
        TimeKind.Relative
    )]
    [InlineData(
        "Sales rose in the first quarter of FY2022-23.",
        "2022-10-23",
        "in the first quarter of FY2022-23",
        "2022-04..2022-06",
        TimeKind.Vague
    )]
    [InlineData("Sales rose in 2022-23.", "2023-10-23", "in 2022-23", "2022..2023", TimeKind.Absolute)]
    public void Fiscal_years_keep_the_years_they_are_written_with(
        string sentence,
        string published,
        string words,
        string period,
        TimeKind kind
    )
    {
        var (text, mention) = Single(sentence, published);
        text.ShouldBe(words);
        mention.Period.ShouldNotBeNull().Text.ShouldBe(period);
        mention.Kind.ShouldBe(kind);
        mention.Fiscal.ShouldBeTrue();
    }

    [Fact]
    public void The_previous_fiscal_year_counts_from_the_one_before_it_in_the_text() =>
        Single("Sales rose from the previous fiscal year.", "2024-02-23", "2021..2022").Mention.Period?.Text.ShouldBe("2020..2021");

    [Theory]
    [InlineData("Sales rose in 2014-2015.")]
    [InlineData("Sales rose last year.")]
    [InlineData("Sales rose in 2019-23.")]
    public void Calendar_years_are_not_fiscal(string sentence) => Single(sentence, "2024-02-23").Mention.Fiscal.ShouldBeFalse();

    [Theory]
    [InlineData("Over the past year sales doubled.", "Over the past year")]
    [InlineData("The past year doubled sales.", "The past year")]
    [InlineData("Sales doubled in the past twelve months.", "in the past twelve months")]
    [InlineData("Sales doubled over the last 12 months.", "over the last 12 months")]
    [InlineData("Sales doubled in the last year.", "in the last year")]
    public void The_past_year_is_the_year_before_publication_and_vague(string sentence, string words)
    {
        var (text, mention) = Single(sentence, "2023-01-15");
        text.ShouldBe(words);
        mention.Period.ShouldNotBeNull().Text.ShouldBe("2022");
        mention.Kind.ShouldBe(TimeKind.Vague);
        mention.Role.ShouldBe(TimeRole.During);
    }

    [Theory]
    [InlineData("2022-10-23", "2022")]
    [InlineData("2022-03-23", "2021")]
    [InlineData("2022", "2021")]
    public void The_past_year_is_the_calendar_year_that_most_of_it_lies_in(string published, string period) =>
        Single("Over the past year sales doubled.", published).Mention.Period.ShouldNotBeNull().Text.ShouldBe(period);

    [Fact]
    public void The_last_year_and_this_year_are_told_apart() =>
        Read("Sales rose in the last year, and doubled in the first three months of this year.", "2022-08-20")
            .Select(t => t.Period?.Text)
            .ShouldBe(["2021", "2022-01..2022-03"]);

    [Fact]
    public void The_last_year_of_something_is_not_the_past_year() => Read("It was the last year of the war.", "2022-08-20").ShouldBeEmpty();

    [Theory]
    [InlineData(
        "Sales fell by 43 percent from the same time last year.",
        "2022-08-20",
        "2022-01..2022-07",
        "the same time last year",
        "2021-01..2021-07"
    )]
    [InlineData(
        "Sales rose 7 percent on the same period in 2022.",
        "2023-10-20",
        "2023-01..2023-09",
        "the same period in 2022",
        "2022-01..2022-09"
    )]
    [InlineData(
        "Sales were higher than in the same period of 2022.",
        "2023-10-20",
        "2023-01..2023-09",
        "the same period of 2022",
        "2022-01..2022-09"
    )]
    [InlineData(
        "Sales rose, compared to the corresponding quarter of the previous year.",
        "2023-10-20",
        "2023-Q2",
        "the corresponding quarter of the previous year",
        "2022-Q2"
    )]
    [InlineData(
        "Sales fell against the same eight months a year earlier.",
        "2023-10-20",
        "2023-01..2023-08",
        "the same eight months a year earlier",
        "2022-01..2022-08"
    )]
    public void The_same_period_of_another_year_is_the_base_of_a_comparison(
        string sentence,
        string published,
        string previous,
        string words,
        string period
    )
    {
        var (text, mention) = Single(sentence, published, previous);
        text.ShouldBe(words);
        mention.Kind.ShouldBe(TimeKind.Anaphoric);
        mention.Role.ShouldBe(TimeRole.Base);
        mention.Period.ShouldNotBeNull().Text.ShouldBe(period);
    }

    [Fact]
    public void The_same_period_after_an_amount_is_when_that_amount_was()
    {
        var (text, mention) = Single("Sales compare with $3bn in the same period last year.", "2022-08-20", "2022-01..2022-07");
        text.ShouldBe("in the same period last year");
        mention.Role.ShouldBe(TimeRole.At);
        mention.Period.ShouldNotBeNull().Text.ShouldBe("2021-01..2021-07");
    }

    [Theory]
    [InlineData(null, "no-previous-date")]
    [InlineData("2022-02-24", "previous-date-too-coarse")]
    public void The_same_period_needs_a_period_before_it(string? previous, string reason) =>
        Single("Sales fell from the same period last year.", "2022-08-20", previous).Mention.Unresolved.ShouldBe(reason);

    [Theory]
    [InlineData("Sales soared 64 percent compared with 2021.", "2021")]
    [InlineData("Sales soared compared to 2021.", "2021")]
    [InlineData("Sales are up 16 percent from 2021.", "2021")]
    [InlineData("Sales are higher than in 2021.", "in 2021")]
    [InlineData("Sales are 5 percent up on 2021 levels.", "2021")]
    [InlineData("Sales are 5 percent up on 2021.", "2021")]
    [InlineData("Sales rose by 5 percent over 2021.", "2021")]
    [InlineData("Sales are up from $3bn in 2021.", "in 2021")]
    [InlineData("It is a rise over 2021.", "2021")]
    [InlineData("Sales went up, from 5 percent in 2021.", "in 2021")]
    public void The_year_that_a_figure_is_compared_with_is_its_base(string sentence, string words)
    {
        var (text, mention) = Single(sentence, "2023-08-20");
        text.ShouldBe(words);
        mention.Kind.ShouldBe(TimeKind.Absolute);
        mention.Role.ShouldBe(TimeRole.Base);
        mention.Period.ShouldNotBeNull().Text.ShouldBe("2021");
    }

    [Theory]
    [InlineData("Sales fell from 45 percent in 2021 to 22 percent in 2022.", "Base At")]
    [InlineData("Sales jumped 46 percent in 2023 from a year earlier, and soared 64 percent compared with 2021.", "At Base Base")]
    [InlineData("Sales rose 3 percent from 2021 to 2023.", "During")]
    [InlineData("Sales came from 2021.", "At")]
    [InlineData("Goods from China came to $3bn in 2021.", "At")]
    [InlineData("Sales rose over 2021 and 2022.", "During At")]
    [InlineData("Sales rose year-on-year.", "")]
    [InlineData("Sales rose year over year.", "")]
    public void What_is_no_base_keeps_its_role(string sentence, string roles) =>
        string.Join(' ', Read(sentence, "2024-02-20").Select(t => t.Role)).ShouldBe(roles);

    [Fact]
    public void A_base_is_not_where_the_text_goes_on_from() =>
        Read("In 2022 sales rose 5 percent compared with 2019, and the following year they fell.", "2024-02-20")[^1]
            .Period.ShouldNotBeNull()
            .Text.ShouldBe("2023");

    private static IReadOnlyList<TimeMention> Read(string sentence, string published, string? previous = null) =>
        TimeReader.Read(
            Tokenizer.Tokenize(sentence),
            new TimeContext { Published = Period.Parse(published), PreviousDate = previous is null ? null : Period.Parse(previous) }
        );

    private static (string Text, TimeMention Mention) Single(string sentence, string published, string? previous = null)
    {
        var mention = Read(sentence, published, previous).ShouldHaveSingleItem();
        return (Words(sentence, mention), mention);
    }

    private static string Words(string sentence, TimeMention mention)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        return sentence[tokens[mention.FirstToken].Start..tokens[mention.EndToken - 1].End];
    }
}
