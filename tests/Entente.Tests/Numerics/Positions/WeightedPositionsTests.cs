using Entente.Numerics.Positions;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Numerics.Positions;

public sealed class WeightedPositionsTests
{
    private static readonly Gen<PositionTable> Tables =
        from n in Gen.Choose(1, 12)
        from capability in Gen.Choose(1, 100).ArrayOf(n)
        from positions in Gen.Choose(0, 20).ArrayOf(n)
        from salience in Gen.Choose(1, 100).ArrayOf(n)
        select new PositionTable(
            [.. capability.Select(c => (double)c)],
            [.. positions.Select(p => (IReadOnlyList<double>)[p / 20.0])],
            [.. salience.Select(s => (IReadOnlyList<double>)[s / 100.0])]
        );

    /// <summary>By hand: weights 2, 1, 1 at 0, 3 and 9 are (0·2 + 3 + 9)/4 = 3, and half of the weight is passed at 0.</summary>
    [Fact]
    public void Worked_by_hand()
    {
        var table = new PositionTable(
            [4, 1, 2],
            [
                [0],
                [3],
                [9],
            ],
            [
                [0.5],
                [1],
                [0.5],
            ]
        );
        WeightedPositions.Mean(table, 0).ShouldBe(3);
        WeightedPositions.Median(table, 0).ShouldBe(0);
    }

    /// <summary>Both lie among the positions, and no other position beats the median in a vote by weight × difference of distances.</summary>
    [Fact]
    public void The_median_is_beaten_by_none() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Tables.ToArbitrary(),
                table =>
                {
                    var at = table.Positions.Select(p => p[0]).ToArray();
                    WeightedPositions.Mean(table, 0).ShouldBeInRange(at.Min() - 1e-12, at.Max() + 1e-12);
                    var median = WeightedPositions.Median(table, 0);
                    at.ShouldContain(median);
                    foreach (var other in at)
                        at.Select(
                                (x, i) =>
                                    WeightedPositions.Weight(table, i, 0) * Math.Sign(Math.Abs(x - other).CompareTo(Math.Abs(x - median)))
                            )
                            .Sum()
                            .ShouldBeGreaterThanOrEqualTo(-1e-9 * at.Length);
                }
            )
        );

    [Fact]
    public void What_is_no_table_is_refused()
    {
        Should.Throw<ArgumentException>(() =>
            new PositionTable(
                [1],
                [
                    [0.1],
                ],
                [
                    [0.0],
                ]
            )
        );
        Should.Throw<ArgumentException>(() =>
            new PositionTable(
                [0],
                [
                    [0.1],
                ],
                [
                    [0.5],
                ]
            )
        );
        Should.Throw<ArgumentException>(() =>
            new PositionTable(
                [1, 2],
                [
                    [0.1],
                ],
                [
                    [0.5],
                    [0.5],
                ]
            )
        );
        Should.Throw<ArgumentException>(() =>
            new PositionTable(
                [1],
                [
                    [double.NaN],
                ],
                [
                    [0.5],
                ]
            )
        );
    }
}
