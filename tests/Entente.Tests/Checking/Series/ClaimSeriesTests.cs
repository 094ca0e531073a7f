using Entente.Checking;
using Entente.Checking.Series;
using Entente.Claims;
using Entente.Reports.Charts;

namespace Entente.Tests.Checking.Series;

/// <summary>The course a claim stands in, from the record as it ships.</summary>
public sealed class ClaimSeriesTests
{
    private static readonly ClaimChecker Checker = new(Shipped.Context());

    /// <summary>China's customs: exports to Russia up 46.9 % in 2023 (12 January 2024), after 12.8 % in 2022.</summary>
    [Fact]
    public void Growth_is_asked_for_year_by_year()
    {
        var (claim, series) = Of("growth(exports(CHN -> RUS), 2023) = 36%", "exports to Russia rose by 36 percent");
        series.Unit.ShouldBe("share");
        series.Signed.ShouldBeTrue();
        var lead = series.Lines[0];
        (lead.Source, lead.Lead).ShouldBe(("GACC", true));
        At(lead, "2023").ShouldBe(0.469, 0.001);
        At(lead, "2022").ShouldBe(0.128, 0.002);
        lead.Points.Select(p => p.Period.Start.Year).ShouldBe(lead.Points.Select(p => p.Period.Start.Year).Order());
        lead.Points.ShouldAllBe(p => p.Period.Start.Year >= 2013 && p.Period.Start.Year <= 2025);
        (series.Low, series.High).ShouldBe((0.355, 0.365));
        var chart = ClaimCharts.Of(claim with { Series = series })!;
        chart.Mark!.OffBy.ShouldBe("10.9 pp below GACC");
        chart.Mark.Verdict.ShouldBe("contradicted");
        chart.Summary.ShouldContain("Claimed +36 % for 2023, 10.9 pp below GACC");
    }

    /// <summary>What was not yet published on a day is not in the course as known on it.</summary>
    [Fact]
    public void As_known_on_a_day_the_course_ends_before_it()
    {
        var claim = Checked("trade(CHN, RUS, 2022) = 190e9 USD", "reached $190 billion");
        var then = Checker.Series(claim, new LocalDate(2022, 6, 1));
        then.Lines.SelectMany(l => l.Points).ShouldAllBe(p => p.Period.Start.Year <= 2021);
        Checker.Series(claim).Lines.SelectMany(l => l.Points).ShouldContain(p => p.Period.Start.Year == 2024);
    }

    /// <summary>GACC: US$ 89.2 bn in 2013, US$ 240.1 bn in 2023: a growth of 150 % comes to US$ 223 bn.</summary>
    [Theory]
    [InlineData("growth(trade(CHN, RUS), 2023, since: 2013) = 150%", 2.5)]
    [InlineData("trade(CHN, RUS, 2023) / trade(CHN, RUS, 2013) = 2.5", 2.5)]
    [InlineData("trade(CHN, RUS, 2023) / trade(CHN, RUS, 2013) - 1 = 150%", 2.5)]
    public void A_change_over_years_is_shown_on_the_levels(string assertion, double times)
    {
        var (_, series) = Of(assertion, "");
        series.Unit.ShouldBe("USD");
        var lead = series.Lines[0];
        series.Value!.Value.ShouldBe(times * At(lead, "2013"), 1e6);
        series.Implied.ShouldNotBeNull().ShouldContain("2013");
        At(lead, "2023").ShouldBe(240.1e9, 1e8);
    }

    [Fact]
    public void A_claim_about_the_future_is_led_up_to_from_the_present()
    {
        var (claim, series) = Of("trade(CHN, RUS, 2030) = 300e9 USD", "to reach $300 billion by 2030");
        series.Lines.SelectMany(l => l.Points).ShouldContain(p => p.Period.Start.Year == 2024);
        var chart = ClaimCharts.Of(claim with { Series = series })!;
        (chart.Mark!.X, chart.Mark.Value, chart.Mark.OffBy).ShouldBe((2030, 300e9, null));
    }

    [Fact]
    public void A_target_is_laid_over_what_it_is_a_target_for()
    {
        var (_, series) = Of("target(trade(CHN, RUS), 200e9 USD) = 2024", "");
        (series.Standing, series.Value, series.Period!.Text).ShouldBe(("claimed as a target", 200e9, "2024"));
        series.Lines.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_place_has_a_course_and_is_off_by_places()
    {
        var (claim, series) = Of("rank(RUS, by: trade, among: partners(EU), 2023) = 5", "fifth");
        series.Unit.ShouldBe("rank");
        ClaimCharts.Of(claim with { Series = series })!.Mark!.OffBy.ShouldBe("5 places above Eurostat's");
    }

    [Fact]
    public void Two_things_compared_are_two_lines_of_one_authority()
    {
        var (_, series) = Of("trade(CHN, RUS, 2023) > trade(CHN, USA, 2023)", "");
        series.Lines.Count.ShouldBe(2);
        series.Lines.Select(l => l.Source).Distinct().Count().ShouldBe(1);
        series.Value.ShouldBeNull();
    }

    [Theory]
    [InlineData("border_length(CHN, RUS) = 4209 km", "timeless")]
    [InlineData("vote(CHN, \"ES-11/1\") = abstain", "no-figure")]
    [InlineData("days(event(joint_statement_2022), event(ukraine_invasion_2022)) = 20 days", "no-series")]
    [InlineData("count(meetings(\"Xi Jinping\", \"Vladimir Putin\"), 2013..2024-06) > 40", "long-period")]
    [InlineData("gdp(FJI, 2023) = 5e9 USD", "no-data")]
    public void Where_there_is_no_course_the_reason_is_told(string assertion, string code)
    {
        var (claim, series) = Of(assertion, "");
        series.Lines.ShouldBeEmpty();
        series.Reason!.Code.ShouldBe(code);
        ClaimCharts.Of(claim with { Series = series }).ShouldBeNull();
    }

    private static double At(SeriesLine line, string period) => line.Points.Single(p => p.Period.Text == period).Value;

    private static (CheckedClaim Claim, ClaimSeries Series) Of(string assertion, string quote)
    {
        var claim = Checked(assertion, quote);
        return (claim, Checker.Series(claim));
    }

    private static CheckedClaim Checked(string assertion, string quote) =>
        Checker.Check(
            new()
            {
                Id = "c1",
                Statement = "s1",
                Quote = quote,
                Start = 0,
                End = quote.Length,
                Assertion = assertion,
                Kind = ClaimKind.Level,
                Modality = Modality.Asserted,
            },
            null
        );
}
