using Entente.Numerics.Positions;

namespace Entente.Tests.Numerics.Positions;

/// <summary>
/// The group decision model on the table of Bueno de Mesquita (1994, in Bueno de Mesquita and Stokman, European Community Decision Making, p. 78): years
/// until emission standards for medium-sized cars, of which no two reconstructions make the same.
/// </summary>
public sealed class ExpectedUtilityTests
{
    private const int Belgium = 1;
    private const int Luxembourg = 2;
    private const int France = 4;
    private const int Ireland = 7;
    private const int Netherlands = 0;

    private static readonly PositionTable Emissions = new(
        [0.08, 0.08, 0.03, 0.16, 0.16, 0.16, 0.16, 0.05, 0.05, 0.08],
        [
            [4],
            [7],
            [4],
            [4],
            [10],
            [10],
            [10],
            [7],
            [4],
            [7],
        ],
        [
            [0.8],
            [0.4],
            [0.2],
            [0.8],
            [0.6],
            [0.6],
            [0.9],
            [0.1],
            [1.0],
            [0.7],
        ]
    );

    /// <summary>
    /// The weighted mean and median of the table: 7.38995568685 and 7.0, as printed in ModelTest.ipynb and Testing.ipynb of D. Masad's
    /// BDM_DecisionModel_Replication (2014).
    /// </summary>
    [Fact]
    public void Mean_and_median_are_those_published()
    {
        WeightedPositions.Mean(Emissions, 0).ShouldBe(7.38995568685, 1e-11);
        WeightedPositions.Median(Emissions, 0).ShouldBe(7);
    }

    /// <summary>
    /// Ten rounds as ModelTest.ipynb prints them: who gives way to whom in every one, the median of each, and Belgium's positions, which agree
    /// to within .004 years (8.416 8.416; 9.611 9.611; 9.962; 4.80; 5.52 5.53; 7.47; 8.82 8.83; 9.67; 4.14 4.15; 4.29).
    /// </summary>
    [Fact]
    public void As_replicated_it_makes_the_rounds_of_the_replication()
    {
        var rounds = ExpectedUtilityModel.Run(Emissions, ExpectedUtilityReading.AsReplicated, 10);
        double[] belgium =
        [
            8.41617750539,
            9.61107284336,
            9.96201805085,
            4.80153552807,
            5.52534789414,
            7.47326073201,
            8.8256365516,
            9.67167968022,
            4.14627667888,
            4.2949655071,
        ];
        double[] medians =
        [
            7.0,
            8.41617750539,
            9.61107284336,
            9.96201805085,
            9.96201805085,
            9.96201805085,
            7.47326073201,
            8.8256365516,
            9.67167968022,
            9.67167968022,
        ];
        for (var t = 0; t < 10; t++)
        {
            var concessions = rounds[t].Concessions;
            concessions.Count(c => c is not null).ShouldBe(3, $"round {t + 1}");
            var towards = t is 3 or 8 ? Netherlands : France;
            (concessions[Belgium]!.Value.To, concessions[Belgium]!.Value.How).ShouldBe((towards, Yielding.Compromise));
            (concessions[Luxembourg]!.Value.To, concessions[Luxembourg]!.Value.How).ShouldBe((Belgium, Yielding.Confrontation));
            (concessions[Ireland]!.Value.To, concessions[Ireland]!.Value.How).ShouldBe(
                (t < 5 ? Luxembourg : Belgium, Yielding.Confrontation)
            );
            rounds[t + 1].Positions[Belgium].ShouldBe(belgium[t], 0.004);
            rounds[t].Median.ShouldBe(medians[t], 0.004);
        }
        rounds[10].Median.ShouldBe(7.0);
        rounds[10].Mean.ShouldBe(7.2423160113661815, 0.0005);
    }

    /// <summary>As the equations stand the same table goes to 7 in three rounds: what the note on the model calls the difference of readings.</summary>
    [Fact]
    public void As_written_it_goes_another_way()
    {
        var rounds = ExpectedUtilityModel.Run(Emissions, ExpectedUtilityReading.AsWritten, 5);
        rounds[^1].Positions.ShouldAllBe(p => p == 7);
        rounds[1].Mean.ShouldBe(7.3174, 0.00005);
        rounds[0].Risk[6].ShouldBe(2, 1e-12, "the safest, the UK: r = (1 + 1/3)/(1 − 1/3)");
        rounds[0].Risk[2].ShouldBe(0.5, 1e-12, "the one in most danger, Luxembourg: r = (1 − 1/3)/(1 + 1/3)");
    }

    /// <summary>Two, by hand: one twice as able. Success 2/3 and 1/3, salience 1: the abler expects 2·(2/3) − 2·(1/3) = 2/3, the other −2/3.</summary>
    [Fact]
    public void Two_by_hand()
    {
        var table = new PositionTable(
            [2, 1],
            [
                [0],
                [10],
            ],
            [
                [1],
                [1],
            ]
        );
        var rounds = ExpectedUtilityModel.Run(table, ExpectedUtilityReading.AsWritten, 1);
        // As both expect, the abler is in the least danger: r = 2 and ½.
        rounds[0].Risk.ShouldBe([2, 0.5], 1e-12);
        rounds[1].Positions[0].ShouldBe(0);
    }

    [Fact]
    public void Attitudes_stay_between_a_half_and_two_and_positions_in_their_range()
    {
        var random = new Random(7);
        for (var run = 0; run < 60; run++)
        {
            var n = random.Next(2, 9);
            var table = new PositionTable(
                [.. Enumerable.Range(0, n).Select(_ => 0.1 + random.NextDouble())],
                [.. Enumerable.Range(0, n).Select(_ => (IReadOnlyList<double>)[random.Next(0, 11)])],
                [.. Enumerable.Range(0, n).Select(_ => (IReadOnlyList<double>)[0.05 + (0.95 * random.NextDouble())])]
            );
            var (low, high) = (table.Positions.Min(p => p[0]), table.Positions.Max(p => p[0]));
            foreach (var reading in new[] { ExpectedUtilityReading.AsWritten, ExpectedUtilityReading.AsReplicated })
            foreach (var q in new[] { 1, 0.5 })
            foreach (var round in ExpectedUtilityModel.Run(table, reading with { StatusQuo = q }, 6))
            {
                round.Risk.ShouldAllBe(r => r >= 0.5 - 1e-12 && r <= 2 + 1e-12);
                round.Positions.ShouldAllBe(p => p >= low - 1e-9 && p <= high + 1e-9);
                double.IsFinite(round.Mean).ShouldBeTrue();
            }
        }
    }
}
