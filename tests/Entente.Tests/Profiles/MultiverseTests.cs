using Entente.Measures.Alignment;

namespace Entente.Tests.Profiles;

/// <summary>A statement about alignment under every definition.</summary>
public sealed class MultiverseTests
{
    private static AlignmentSeries Series(string family, string coding, int from, params double[] values) =>
        new()
        {
            Family = family,
            Coding = coding,
            Values = values.Select((v, i) => (Year: from + i, v)).ToDictionary(p => p.Year, p => p.v),
            Source = "made up",
        };

    private static double[] Rising(int years) => [.. Enumerable.Range(0, years).Select(i => (double)i)];

    private static double[] Falling(int years) => [.. Rising(years).Select(v => -v)];

    [Fact]
    public void What_rises_in_every_family_holds_under_every_definition()
    {
        var result = AlignmentMultiverse.Test(
            [
                Series("votes", "agreement", 1960, Rising(60)),
                Series("votes", "κ", 1960, Rising(60)),
                Series("trade", "share", 1960, Rising(60)),
            ],
            new(2019, 1960, Highest: true)
        );
        result.Share.ShouldBe(1);
        result.MostDecisive.ShouldBeNull();
        result.Reaching.ShouldBe(["trade", "votes"]);
        AlignmentMultiverse
            .Test(
                [Series("votes", "agreement", 1960, Falling(60)), Series("trade", "share", 1960, Falling(60))],
                new(2019, 1960, Highest: true)
            )
            .Share.ShouldBe(0);
    }

    [Fact]
    public void The_same_years_said_to_be_the_lowest_turn_it_round() =>
        AlignmentMultiverse
            .Test(
                [Series("votes", "agreement", 1960, Falling(60)), Series("trade", "share", 1960, Falling(60))],
                new(2019, 1960, Highest: false)
            )
            .Share.ShouldBe(1);

    [Fact]
    public void Where_codings_of_a_family_disagree_it_is_named()
    {
        var result = AlignmentMultiverse.Test(
            [Series("votes", "agreement", 1960, Rising(60)), Series("votes", "κ", 1960, Falling(60))],
            new(2019, 1960, Highest: true)
        );
        result.Share.ShouldBe(0.5);
        result.MostDecisive.ShouldBe("votes");
        result.Choices.Single(c => c is { Choice: "votes", Option: "agreement" }).Share.ShouldBe(1);
        result.Choices.Single(c => c is { Choice: "votes", Option: "κ" }).Share.ShouldBe(0);
    }

    [Fact]
    public void A_family_that_does_not_reach_back_has_no_say_and_is_named()
    {
        var result = AlignmentMultiverse.Test(
            [Series("votes", "agreement", 1960, Rising(60)), Series("arms", "share", 2000, Falling(20))],
            new(2019, 1960, Highest: true)
        );
        result.Share.ShouldBe(1);
        result.Reaching.ShouldBe(["votes"]);
        result.NotReaching.ShouldBe(["arms (2000 to 2019)"]);
    }

    [Fact]
    public void One_that_ended_years_before_says_nothing_of_the_year()
    {
        var result = AlignmentMultiverse.Test([Series("trade", "share", 1950, Rising(65))], new(2023, 1960, Highest: true));
        result.Share.ShouldBeNull();
        result.Definitions.ShouldBe(0);
        result.NotReaching.ShouldBe(["trade (1950 to 2014)"]);
    }

    [Fact]
    public void Adding_a_constant_or_another_unit_changes_nothing()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(i => Math.Sin(i * 0.7) + (0.02 * i))];
        double[] other = [.. Enumerable.Range(0, 60).Select(i => Math.Cos(i * 0.3) + (0.03 * i))];
        var statement = new AlignmentStatement(2019, 1960, Highest: true);
        var plain = AlignmentMultiverse.Test([Series("votes", "a", 1960, values), Series("trade", "b", 1960, other)], statement);
        var moved = AlignmentMultiverse.Test(
            [Series("votes", "a", 1960, [.. values.Select(v => (v * 100) + 7)]), Series("trade", "b", 1960, other)],
            statement
        );
        moved.Holds.ShouldBe(plain.Holds);
        moved.Definitions.ShouldBe(plain.Definitions);
    }
}
