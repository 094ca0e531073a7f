using System.Globalization;
using Entente.Models.Positions;
using Entente.Numerics.Positions;

namespace Entente.Tests.Numerics.Positions;

/// <summary>The spatial model against the reference run of the toolkit that it is taken from, and against itself.</summary>
public sealed class SpatialModelTests
{
    private static readonly SpatialRun Reference = SpatialModel.Run(PositionFile.Read(KtabReference.Table).ToTable(0, 100));

    /// <summary>Attitudes to risk in every turn, to the three digits printed. Turn 0: −.500 −.459 −.499 −.274 1.000 −.232 −.430.</summary>
    [Fact]
    public void Attitudes_to_risk_are_those_printed() =>
        Reference.Turns.Select(t => Printed(t.Risk, "+0.000;-0.000;+0.000")).ShouldBe(Lines(KtabReference.Risk));

    /// <summary>Probabilities of winning in every turn, to the four digits printed. Turn 0: .0047 .0302 .0054 .1492 .6001 .1447 .0656.</summary>
    [Fact]
    public void Probabilities_of_winning_are_those_printed() =>
        Enumerable.Range(0, 7).Select(i => Printed(Reference.Turns.Select(t => t.Winning[i]), "F4")).ShouldBe(Lines(KtabReference.Winning));

    /// <summary>Where each actor stands on each issue after each of ten turns, to the digit printed.</summary>
    [Fact]
    public void Positions_are_those_printed() =>
        Enumerable
            .Range(0, 21)
            .Select(row => Printed(Reference.Turns.Select(t => 100 * t.Positions[row / 3][row % 3]), "F1"))
            .ShouldBe(Lines(KtabReference.Positions));

    /// <summary>Whom each actor challenges in each turn, what it expects to gain, and how likely it thinks its victory.</summary>
    [Fact]
    public void Challenges_are_those_printed()
    {
        Reference.Turns.SkipLast(1).Select(t => string.Join(' ', t.Challenges.Select(Challenge))).ShouldBe(Lines(KtabReference.Challenges));
        Reference.Turns[^1].Challenges.ShouldAllBe(c => c == null);
    }

    /// <summary>The run ends with a change of .0045 of the first turn's, below the .0200 at which actors count as at rest.</summary>
    [Fact]
    public void It_stops_where_the_reference_stops()
    {
        Reference.Turns.Count.ShouldBe(11);
        Reference.LastChange.ShouldBe(0.0045, 0.00005);
        Reference.Converged.ShouldBeTrue(Reference.Stopped);
    }

    [Fact]
    public void The_order_of_actors_changes_nothing_in_the_first_turn()
    {
        var table = PositionFile.Read(KtabReference.Table).ToTable(0, 100);
        int[] order = [3, 1, 6, 0, 5, 2, 4];
        var turned = SpatialModel.Run(
            new(
                [.. order.Select(i => table.Capability[i])],
                [.. order.Select(i => table.Positions[i])],
                [.. order.Select(i => table.Salience[i])]
            )
        );
        for (var k = 0; k < order.Length; k++)
        {
            turned.Turns[0].Risk[k].ShouldBe(Reference.Turns[0].Risk[order[k]], 1e-9);
            turned.Turns[0].Winning[k].ShouldBe(Reference.Turns[0].Winning[order[k]], 1e-9);
        }
    }

    [Fact]
    public void Actors_who_agree_stay_and_share_what_there_is()
    {
        var run = SpatialModel.Run(
            new(
                [1, 2, 3],
                [
                    [0.4],
                    [0.4],
                    [0.4],
                ],
                [
                    [0.5],
                    [0.6],
                    [0.7],
                ]
            )
        );
        run.Turns.ShouldAllBe(t => t.Winning.All(p => Math.Abs(p - 1) < 1e-12) && t.Risk.All(r => r == 0));
        run.Turns[^1].Positions.ShouldAllBe(p => p[0] == 0.4);
        run.Converged.ShouldBeTrue();
    }

    [Fact]
    public void The_same_bits_on_any_number_of_threads()
    {
        var table = PositionFile.Read(KtabReference.Table).ToTable(0, 100);
        var runs = new SpatialRun[16];
        Parallel.For(0, runs.Length, i => runs[i] = SpatialModel.Run(table));
        foreach (var run in runs)
            Bits(run).ShouldBe(Bits(Reference));
    }

    private static long[] Bits(SpatialRun run) =>
        [.. run.Turns.SelectMany(t => t.Winning.Concat(t.Positions.SelectMany(p => p))).Select(BitConverter.DoubleToInt64Bits)];

    private static string Challenge(SpatialChallenge? challenge) =>
        challenge is { } c ? string.Create(CultureInfo.InvariantCulture, $"{c.Target}:{c.Gain:F3}:{c.Victory:F4}") : "-";

    private static string Printed(IEnumerable<double> values, string format) =>
        string.Join(' ', values.Select(v => v.ToString(format, CultureInfo.InvariantCulture)));

    private static string[] Lines(string text) => text.Split('\n');
}
