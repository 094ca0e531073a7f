using Entente.Numerics.Random;
using Entente.Numerics.Sensitivity;
using Shouldly;

namespace Entente.Tests.Numerics.Sensitivity;

public sealed class PatientRuleInductionTests
{
    private static double[][] Points(int count, int dimensions, ulong seed)
    {
        var random = new RandomStream(seed, 1);
        var points = new double[count][];
        for (var i = 0; i < count; i++)
        {
            points[i] = new double[dimensions];
            for (var d = 0; d < dimensions; d++)
                points[i][d] = random.Uniform();
        }
        return points;
    }

    [Fact]
    public void A_box_that_is_there_is_found_and_idle_inputs_are_not_named()
    {
        var points = Points(4_000, 5, 3);
        var cases = points.Select(p => p[1] > 0.6 && p[3] < 0.4).ToArray();

        var found = PatientRuleInduction.Search(points, cases);

        found.Cases.ShouldBe(cases.Count(c => c));
        found.Chosen!.Sides.Select(s => s.Input).ShouldBe([1, 3]);
        found.Chosen.Sides[0].Low.ShouldBe(0.6, 0.02);
        found.Chosen.Sides[0].High.ShouldBe(double.PositiveInfinity);
        found.Chosen.Sides[1].High.ShouldBe(0.4, 0.02);
        found.Chosen.Density.ShouldBeGreaterThan(0.97);
        found.Chosen.Coverage.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Cases_strewn_at_random_have_no_box()
    {
        var points = Points(2_000, 4, 9);
        var random = new RandomStream(4, 4);
        var cases = points.Select(_ => random.Uniform() < 0.3).ToArray();

        // A box of chance may be peeled; what is chosen must not be much denser than the whole.
        (PatientRuleInduction.Search(points, cases).Chosen?.Density ?? 0.3).ShouldBeLessThan(0.4);
    }

    [Fact]
    public void No_case_all_cases_and_no_point_give_no_box()
    {
        var points = Points(100, 2, 1);
        PatientRuleInduction.Search(points, [.. points.Select(_ => false)]).Chosen.ShouldBeNull();
        PatientRuleInduction.Search(points, [.. points.Select(_ => true)]).Chosen.ShouldBeNull();
        PatientRuleInduction.Search([], []).Chosen.ShouldBeNull();
    }

    [Fact]
    public void Along_the_trajectory_support_falls_and_density_rises()
    {
        var points = Points(2_000, 3, 6);
        var found = PatientRuleInduction.Search(points, [.. points.Select(p => p[0] + p[1] > 1.4)]);

        found.Trajectory.Count.ShouldBeGreaterThan(5);
        for (var k = 1; k < found.Trajectory.Count; k++)
        {
            found.Trajectory[k].Support.ShouldBeLessThan(found.Trajectory[k - 1].Support);
            found.Trajectory[k].Density.ShouldBeGreaterThan(found.Trajectory[k - 1].Density);
        }
        found.Trajectory[^1].Support.ShouldBeGreaterThanOrEqualTo(0.05);
    }

    [Fact]
    public void Inputs_of_few_values_are_peeled_value_by_value()
    {
        var points = Points(900, 2, 8).Select(p => new[] { Math.Floor(p[0] * 3), p[1] }).ToArray();
        var found = PatientRuleInduction.Search(points, [.. points.Select(p => p[0] == 2)]);

        var side = found.Chosen!.Sides.ShouldHaveSingleItem();
        (side.Input, side.Low, found.Chosen.Density, found.Chosen.Coverage).ShouldBe((0, 2, 1, 1));
    }
}
