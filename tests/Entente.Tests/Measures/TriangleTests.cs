using Entente.Measures.Alignment;
using Entente.Measures.Trade;

namespace Entente.Tests.Measures;

/// <summary>Dittmer's triangles (1981) beside structural balance (Cartwright and Harary 1956; Davis 1967).</summary>
public sealed class TriangleTests
{
    private const TieSign Plus = TieSign.Positive;
    private const TieSign Minus = TieSign.Negative;

    [Theory]
    [InlineData(Plus, Plus, Plus, TriangleKind.Menage, null, Balance.Balanced, Balance.Balanced)]
    [InlineData(Plus, Plus, Minus, TriangleKind.Romantic, 0, Balance.Unbalanced, Balance.Unbalanced)]
    [InlineData(Plus, Minus, Plus, TriangleKind.Romantic, 1, Balance.Unbalanced, Balance.Unbalanced)]
    [InlineData(Minus, Plus, Plus, TriangleKind.Romantic, 2, Balance.Unbalanced, Balance.Unbalanced)]
    [InlineData(Plus, Minus, Minus, TriangleKind.StableMarriage, 2, Balance.Balanced, Balance.Balanced)]
    [InlineData(Minus, Plus, Minus, TriangleKind.StableMarriage, 1, Balance.Balanced, Balance.Balanced)]
    [InlineData(Minus, Minus, Plus, TriangleKind.StableMarriage, 0, Balance.Balanced, Balance.Balanced)]
    [InlineData(Minus, Minus, Minus, TriangleKind.UnitVeto, null, Balance.Unbalanced, Balance.Balanced)]
    public void Three_signs_make_one_kind(
        TieSign ab,
        TieSign ac,
        TieSign bc,
        TriangleKind kind,
        int? place,
        Balance structural,
        Balance weak
    )
    {
        var reading = Triangle.Read(ab, ac, bc);
        reading.Kind.ShouldBe(kind);
        reading.Place.ShouldBe(place);
        reading.Structural.ShouldBe(structural);
        reading.Weak.ShouldBe(weak);
        reading.Possible.ShouldBe([kind]);
        // What Dittmer has a pivot gain by is what structural balance has fall apart.
        reading.SchoolsDisagree.ShouldBe(kind == TriangleKind.Romantic);
    }

    [Fact]
    public void A_neutral_tie_leaves_two_kinds_open()
    {
        var reading = Triangle.Read(0.8, -0.8, 0.1, new(0.2, -0.2));
        reading.Signs.ShouldBe([Plus, Minus, TieSign.Neutral]);
        reading.Kind.ShouldBe(TriangleKind.Undecided);
        reading.Possible.ShouldBe([TriangleKind.StableMarriage, TriangleKind.Romantic]);
        reading.Structural.ShouldBe(Balance.Undecided);
        Triangle.Read(0.8, -0.8, null, new(0.2, -0.2)).Signs[2].ShouldBe(TieSign.Unknown);
    }

    [Fact]
    public void Thresholds_belong_to_the_sign_and_have_an_order()
    {
        new TieThresholds(0.2, -0.2).Sign(0.2).ShouldBe(Plus);
        new TieThresholds(0.2, -0.2).Sign(-0.2).ShouldBe(Minus);
        Should.Throw<ArgumentException>(() => new TieThresholds(0, 0).Sign(1));
    }

    /// <summary>Relabelling the states turns the pivot with them and changes nothing else.</summary>
    [Fact]
    public void Relabelling_states_moves_the_pivot_only()
    {
        var reading = Triangle.Read(Plus, Plus, Minus);
        var turned = Triangle.Read(Plus, Minus, Plus);
        turned.Kind.ShouldBe(reading.Kind);
        (reading.Place, turned.Place).ShouldBe((0, 1));
    }

    [Fact]
    public void Events_within_a_year_of_the_interval_stand_beside_a_break()
    {
        DatedEvent[] events =
        [
            new("far", 2000, 2000, ""),
            new("edge", 2009, 2009, ""),
            new("near", 2014, 2014, ""),
            new("long", 1990, 2012, ""),
        ];
        var found = BreakEvents.Beside([(2013, 2010, 2015)], events, 1996, 2020).ShouldHaveSingleItem();
        found.Events.Select(e => e.Id).ShouldBe(["near", "long", "edge"]);
        // 2009 to 2016 of 25 years.
        found.ByChance.ShouldBe(8 / 25.0, 1e-12);
        BreakEvents.Beside([(2013, 2010, 2015)], events, 1996, 2020, 0)[0].Events.Count.ShouldBe(2);
    }
}
