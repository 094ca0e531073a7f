using Entente.Profiles;
using Entente.Reports.Profile;

namespace Entente.Tests.Profiles;

/// <summary>Series drawn with characters.</summary>
public sealed class TerminalChartTests
{
    private static ProfilePoint[] Points(params (int Year, double Value)[] points) =>
        [.. points.Select(p => new ProfilePoint(p.Year, p.Value))];

    [Fact]
    public void A_year_without_a_figure_is_a_dot_not_a_zero() =>
        TerminalCharts.Spark(Points((2000, 1), (2002, 4), (2003, 0)), 2000, 2003, 40).ShouldBe("▃·█▁");

    [Fact]
    public void More_years_than_columns_share_one() =>
        TerminalCharts.Spark(Points([.. Enumerable.Range(1900, 100).Select(y => (y, (double)y))]), 1900, 1999, 20).Length.ShouldBe(20);

    [Fact]
    public void Negative_values_are_below_zero() =>
        TerminalCharts.Spark(Points((2000, -1), (2001, 0), (2002, 1)), 2000, 2002, 9).ShouldBe("▁▅█");

    [Fact]
    public void A_line_in_dots_rises_from_the_lower_left_to_the_upper_right()
    {
        var rows = TerminalCharts.Braille(Points((2000, 0), (2001, 1)), 2000, 2001, 0, 1, 4, 2);
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(r => r.Length == 4);
        rows[1][0].ShouldNotBe('\u2800');
        rows[0][^1].ShouldNotBe('\u2800');
        rows[0][0].ShouldBe('\u2800');
        rows[1][^1].ShouldBe('\u2800');
    }

    [Fact]
    public void There_is_no_line_across_years_of_which_nothing_is_known()
    {
        var rows = TerminalCharts.Braille(Points((2000, 1), (2010, 1)), 2000, 2010, 0, 1, 10, 1);
        rows[0][1..^1].ShouldAllBe(c => c == '\u2800');
    }
}
