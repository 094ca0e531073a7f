using Entente.Numerics.Gravity;

namespace Entente.Tests.Numerics.Gravity;

/// <summary>Sets whose separated rows are known because they were made so (Correia, Guimarães and Zylkin 2019).</summary>
public sealed class SeparationTests
{
    private static readonly GravityOptions Plain = new() { KeepSingletons = true };

    [Fact]
    public void A_regressor_that_is_positive_on_zeros_alone_separates_them()
    {
        // x is 0 wherever y > 0 and not negative where y = 0: its coefficient would go to minus infinity.
        double[] y = [0, 0, 0, 1, 2, 3, 4, 5];
        double[] x = [1, 2, 0, 0, 0, 0, 0, 0];
        double[] other = [1, 4, 2, 3, 8, 2, 7, 1];
        var fit = GravityEstimator.Fit(new() { Response = y, Regressors = [Ones(8), x, other] }, Plain);
        fit.Dropped.Separated.ShouldBe([0, 1]);
        fit.Dropped.SeparationCertified.ShouldBeTrue();
        fit.Converged.ShouldBeTrue(fit.Stop);
        fit.Collinear.ShouldBe([1]);
        fit.Observations.ShouldBe(6);
    }

    [Fact]
    public void A_combination_of_regressors_separates_where_none_does_alone()
    {
        // z = a − 2b is 0 on positive rows and positive on rows 0 and 2.
        double[] y = [0, 0, 0, 1, 2, 3, 4, 5, 2];
        double[] b = [1, 2, -3, 1, 2, -1, 0, 4, 3];
        double[] z = [0.5, 0, 2, 0, 0, 0, 0, 0, 0];
        var a = b.Zip(z, (p, q) => (2 * p) + q).ToArray();
        var fit = GravityEstimator.Fit(new() { Response = y, Regressors = [Ones(9), a, b] }, Plain);
        fit.Dropped.Separated.ShouldBe([0, 2]);
        fit.Converged.ShouldBeTrue(fit.Stop);
    }

    [Fact]
    public void Nothing_is_separated_where_signs_differ_on_zeros()
    {
        double[] y = [0, 0, 1, 2, 3, 4];
        double[] x = [1, -1, 0, 0, 0, 0];
        var fit = GravityEstimator.Fit(new() { Response = y, Regressors = [Ones(6), x] }, Plain);
        fit.Dropped.Separated.ShouldBeEmpty();
        fit.Converged.ShouldBeTrue(fit.Stop);
    }

    [Fact]
    public void Effects_alone_separate_groups_that_only_zeros_join()
    {
        // Exporters 0, 1 sell to importers 0, 1 and exporters 2, 3 to 2, 3. Zeros lead from the first group to the second, never back: effects that
        // rise by c in one and fall in the other separate every one of them.
        var (of, to, y) = (new List<int>(), new List<int>(), new List<double>());
        var draw = new Random(5);
        for (var repeat = 0; repeat < 3; repeat++)
        for (var i = 0; i < 4; i++)
        for (var j = 0; j < 4; j++)
        {
            var same = i / 2 == j / 2;
            if (!same && i >= 2)
                continue;
            of.Add(i);
            to.Add(j);
            y.Add(same ? 1 + draw.NextDouble() : 0);
        }
        var data = new GravityData
        {
            Response = [.. y],
            Regressors =
            [
                [.. y.Select(_ => draw.NextDouble())],
            ],
            Factors = [new([.. of], 4), new([.. to], 4)],
            Effects =
            [
                [0],
                [1],
            ],
        };
        var fit = GravityEstimator.Fit(data, Plain);
        fit.Dropped.Separated.ShouldBe(Enumerable.Range(0, y.Count).Where(r => y[r] == 0));
        fit.Dropped.ZeroLevels.ShouldBeEmpty();
        fit.Converged.ShouldBeTrue(fit.Stop);

        // One zero that leads back, and none of the others is separated.
        var back = data with
        {
            Response = [.. y, 0],
            Regressors =
            [
                [.. data.Regressors[0], 0.5],
            ],
            Factors = [new([.. of, 2], 4), new([.. to, 0], 4)],
        };
        GravityEstimator.Fit(back, Plain).Dropped.Separated.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Made_separation_is_found_row_by_row_with_effects_absorbed(int seed)
    {
        var data = MadeFlows.Panel(12, 4, seed: (ulong)seed);
        var draw = new Random(seed);
        // A sanction: no trade at all where it holds, which is on a few flows of pairs that trade in other years.
        var sanction = new double[data.Rows];
        var y = (double[])data.Response.Clone();
        for (var r = 0; r < data.Rows; r++)
            if (draw.NextDouble() < 0.02)
                (sanction[r], y[r]) = (1 + draw.NextDouble(), 0);
        var made = data with { Response = y, Regressors = [.. data.Regressors, sanction] };
        var fit = GravityEstimator.Fit(made);
        fit.Converged.ShouldBeTrue(fit.Stop);
        fit.Dropped.SeparationCertified.ShouldBeTrue();
        var known = Enumerable.Range(0, data.Rows).Where(r => sanction[r] > 0).ToHashSet();
        var dropped = fit.Dropped.Separated.Concat(fit.Dropped.ZeroLevels).Concat(fit.Dropped.Singletons).ToHashSet();
        known.IsSubsetOf(dropped).ShouldBeTrue();
        // What is dropped beyond them is dropped without the sanction too, once its rows are gone.
        var rest = Enumerable.Range(0, data.Rows).Where(r => !known.Contains(r)).ToArray();
        var without = GravityEstimator.Fit(MadeFlows.Rows(made, rest));
        without.Observations.ShouldBe(fit.Observations);
        without.Coefficients![0].ShouldBe(fit.Coefficients![0], 1e-8);
        fit.Collinear.ShouldBe([2]);
    }

    [Fact]
    public void Levels_without_a_positive_flow_and_singletons_go_in_turns()
    {
        // Exporter 2 sells nothing; without its rows importer 3 has one row left, a singleton, and so has exporter 1 then.
        int[] of = [0, 0, 0, 0, 1, 1, 2, 2];
        int[] to = [0, 1, 0, 1, 3, 0, 3, 0];
        double[] y = [1, 2, 3, 4, 5, 6, 0, 0];
        var fit = GravityEstimator.Fit(
            new()
            {
                Response = y,
                Regressors =
                [
                    [1, 2, 4, 3, 1, 2, 5, 1],
                ],
                Factors = [new(of, 3), new(to, 4)],
                Effects =
                [
                    [0],
                    [1],
                ],
            }
        );
        fit.Dropped.ZeroLevels.ShouldBe([6, 7]);
        fit.Dropped.Singletons.ShouldBe([4, 5]);
        fit.Observations.ShouldBe(4);
    }

    private static double[] Ones(int n) => [.. Enumerable.Repeat(1.0, n)];
}
