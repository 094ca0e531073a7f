using Entente.Numerics.Gravity;

namespace Entente.Tests.Numerics.Gravity;

/// <summary>The absorbed fit beside the fit with a column for every level, and what must not change it.</summary>
public sealed class GravityFitTests
{
    private const double Same = 1e-8;

    public static TheoryData<GravityFamily, bool, double> Kinds =>
        new()
        {
            { GravityFamily.Ppml, true, 1 },
            { GravityFamily.Ppml, true, 0.8 },
            { GravityFamily.Ppml, false, 0.8 },
            { GravityFamily.Ols, true, 1 },
            { GravityFamily.Ols, false, 0.8 },
        };

    /// <summary>Frisch, Waugh and Lovell: what is absorbed gives the β, the errors and the fitted values of what is not.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Absorbing_is_the_regression_with_a_column_for_every_level(GravityFamily family, bool cube, double filled)
    {
        var data = MadeFlows.Panel(6, 4, filled);
        var options = new GravityOptions
        {
            Family = family,
            AllowCube = cube,
            Errors = ErrorKind.Clustered,
            SmallSample = new() { Effects = EffectCount.None },
        };
        var fit = GravityEstimator.Fit(data, options);
        fit.Converged.ShouldBeTrue(fit.Stop);
        fit.Absorption.ShouldBe(cube ? "dense cube" : "conjugate gradients");
        var kept = Enumerable.Range(0, data.Rows).Where(r => !double.IsNaN(fit.Fitted![r])).ToArray();
        kept.Length.ShouldBe(fit.Observations);
        var whole = GravityEstimator.Fit(
            MadeFlows.WithDummies(MadeFlows.Rows(data, kept)),
            options with
            {
                SmallSample = new() { Adjust = false },
            }
        );
        whole.Converged.ShouldBeTrue(whole.Stop);
        var unadjusted = GravityEstimator.Fit(data, options with { SmallSample = new() { Adjust = false } });
        for (var k = 0; k < 2; k++)
        {
            fit.Coefficients![k].ShouldBe(whole.Coefficients![k], Same);
            unadjusted.Covariance!.Error(k).ShouldBe(whole.Covariance!.Error(k), Same);
        }
        for (var r = 0; r < kept.Length; r++)
            fit.Fitted![kept[r]].ShouldBe(whole.Fitted![r], 1e-6 * (1 + Math.Abs(whole.Fitted[r])));
    }

    public static TheoryData<string, int[][]> Structures =>
        new()
        {
            { "none", [] },
            {
                "means",
                [
                    [0],
                ]
            },
            {
                "conjugate gradients",
                [
                    [0],
                    [1],
                ]
            },
            {
                "conjugate gradients",
                [
                    [0, 2],
                    [1, 2],
                ]
            },
            {
                "conjugate gradients",
                [
                    [0],
                    [1],
                    [2],
                    [3],
                ]
            },
            {
                "conjugate gradients",
                [
                    [0, 2],
                    [1, 2],
                    [0, 1],
                    [3],
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Structures))]
    public void Any_number_of_effects_is_absorbed(string by, int[][] effects)
    {
        var data = MadeFlows.Panel(7, 5, 0.8);
        var fourth = new Factor([.. Enumerable.Range(0, data.Rows).Select(r => r * r % 6)], 6);
        data = data with
        {
            Factors = [.. data.Factors, fourth],
            Effects = effects,
            Regressors =
            [
                [.. Enumerable.Repeat(1.0, data.Rows)],
                .. data.Regressors,
            ],
        };
        foreach (var family in Enum.GetValues<GravityFamily>())
        {
            var options = new GravityOptions
            {
                Family = family,
                Errors = ErrorKind.Clustered,
                SmallSample = new() { Adjust = false },
            };
            var fit = GravityEstimator.Fit(data, options);
            fit.Converged.ShouldBeTrue(fit.Stop);
            fit.Absorption.ShouldBe(by);
            fit.Collinear.ShouldBe(effects.Length == 0 ? [] : [0]);
            var kept = Enumerable.Range(0, data.Rows).Where(r => !double.IsNaN(fit.Fitted![r])).ToArray();
            var whole = GravityEstimator.Fit(MadeFlows.WithDummies(MadeFlows.Rows(data, kept)), options);
            for (var k = 1; k < 3; k++)
            {
                fit.Coefficients![k].ShouldBe(whole.Coefficients![k], Same);
                fit.Covariance!.Error(k).ShouldBe(whole.Covariance!.Error(k), Same);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Effects_add_up_to_what_is_fitted(GravityFamily family, bool cube, double filled)
    {
        var data = MadeFlows.Panel(7, 3, filled);
        var fit = GravityEstimator.Fit(data, new() { Family = family, AllowCube = cube });
        for (var r = 0; r < data.Rows; r++)
        {
            if (double.IsNaN(fit.Fitted![r]))
                continue;
            var eta = Enumerable.Range(0, 3).Sum(e => fit.Effects![e][fit.EffectCodes![e][r]]);
            eta += data.Regressors.Select((x, k) => x[r] * fit.Coefficients![k]).Sum();
            (family == GravityFamily.Ppml ? Math.Exp(eta) : eta).ShouldBe(fit.Fitted[r], 1e-7 * (1 + Math.Abs(fit.Fitted[r])));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_number_of_threads_gives_the_same_bits(bool cube)
    {
        var data = MadeFlows.Panel(60, 10, 0.9);
        var fits = new[] { 1, 2, 3, 8 }
            .Select(t =>
                GravityEstimator.Fit(
                    data,
                    new()
                    {
                        Threads = t,
                        AllowCube = cube,
                        Errors = ErrorKind.Clustered,
                        BiasCorrection = cube,
                    }
                )
            )
            .ToArray();
        foreach (var fit in fits)
        {
            fit.Converged.ShouldBeTrue(fit.Stop);
            fit.Coefficients.ShouldBe(fits[0].Coefficients);
            fit.Covariance!.Matrix.ShouldBe(fits[0].Covariance!.Matrix);
            fit.Fitted.ShouldBe(fits[0].Fitted);
            fit.Bias.ShouldBe(fits[0].Bias);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Neither_order_nor_names_nor_units_count(GravityFamily family, bool cube, double filled)
    {
        var data = MadeFlows.Panel(12, 5, filled);
        var options = new GravityOptions
        {
            Family = family,
            AllowCube = cube,
            Errors = ErrorKind.Clustered,
        };
        var fit = GravityEstimator.Fit(data, options);
        var draw = new Random(3);
        var rows = Enumerable.Range(0, data.Rows).ToArray();
        draw.Shuffle(rows);
        var names = data
            .Factors.Select(f =>
            {
                var codes = Enumerable.Range(0, f.Levels).ToArray();
                draw.Shuffle(codes);
                return new Factor([.. f.Codes.Select(c => codes[c])], f.Levels);
            })
            .ToArray();
        var others = new (GravityData Data, double Factor)[]
        {
            (MadeFlows.Rows(data, rows), 1),
            (data with { Factors = names }, 1),
            (data with { Response = [.. data.Response.Select(y => y * 1e9)] }, family == GravityFamily.Ppml ? 1 : 1e9),
            (data with { Regressors = [data.Regressors[0], [.. data.Regressors[1].Select(x => (1000 * x) + 5e5)]] }, double.NaN),
            (data with { Weights = [.. Enumerable.Repeat(7.0, data.Rows)] }, 1),
        };
        foreach (var (other, factor) in others)
        {
            var found = GravityEstimator.Fit(other, options);
            found.Converged.ShouldBeTrue(found.Stop);
            for (var k = 0; k < 2; k++)
            {
                var scale = double.IsNaN(factor) ? (k == 0 ? 1 : 1e-3) : factor;
                found.Coefficients![k].ShouldBe(fit.Coefficients![k] * scale, Same * Math.Abs(scale));
                found.Covariance!.Error(k).ShouldBe(fit.Covariance!.Error(k) * scale, Same * Math.Abs(scale));
            }
        }
    }

    [Fact]
    public void The_cube_is_seen_whichever_factor_is_time()
    {
        var data = MadeFlows.Panel(8, 5);
        var turned = data with
        {
            Factors = [data.Factors[2], data.Factors[0], data.Factors[1]],
            Effects =
            [
                [2, 1],
                [0, 1],
                [2, 0],
            ],
            Clusters =
            [
                [1, 2],
            ],
        };
        var (fit, other) = (GravityEstimator.Fit(data), GravityEstimator.Fit(turned));
        other.Absorption.ShouldBe("dense cube");
        other.Coefficients![1].ShouldBe(fit.Coefficients![1], Same);
        // Two rows in one cell are no cube, and as good.
        var twice = MadeFlows.Rows(data, [.. Enumerable.Range(0, data.Rows).SelectMany(r => new[] { r, r })]);
        var double_ = GravityEstimator.Fit(twice);
        double_.Absorption.ShouldBe("conjugate gradients");
        double_.Coefficients![1].ShouldBe(fit.Coefficients[1], Same);
    }

    [Fact]
    public void An_offset_is_a_regressor_with_coefficient_one()
    {
        var data = MadeFlows.Panel(10, 4);
        var fit = GravityEstimator.Fit(data);
        var offset = data.Regressors[1].Select(x => x * fit.Coefficients![1]).ToArray();
        var other = GravityEstimator.Fit(data with { Regressors = [data.Regressors[0]], Offset = offset });
        other.Coefficients![0].ShouldBe(fit.Coefficients![0], Same);
    }

    [Fact]
    public void A_weight_of_two_is_a_row_twice()
    {
        var data = MadeFlows.Panel(8, 4);
        var weights = data.Response.Select((_, r) => (double)(r % 3)).ToArray();
        var rows = Enumerable.Range(0, data.Rows).SelectMany(r => Enumerable.Repeat(r, r % 3)).ToArray();
        var options = new GravityOptions
        {
            Errors = ErrorKind.Clustered,
            KeepSingletons = true,
            SmallSample = new() { Adjust = false },
        };
        var (weighted, repeated) = (
            GravityEstimator.Fit(data with { Weights = weights }, options),
            GravityEstimator.Fit(MadeFlows.Rows(data, rows), options)
        );
        weighted.Dropped.Weightless.ShouldBe(weights.Count(w => w == 0));
        for (var k = 0; k < 2; k++)
        {
            weighted.Coefficients![k].ShouldBe(repeated.Coefficients![k], Same);
            weighted.Covariance!.Error(k).ShouldBe(repeated.Covariance!.Error(k), Same);
        }
    }

    [Fact]
    public void Regressors_that_others_or_effects_explain_are_left_out_and_named()
    {
        var data = MadeFlows.Panel(8, 4);
        var exporter = data.Factors[0].Codes.Select(c => (double)(c * c)).ToArray();
        var sum = data.Regressors[0].Zip(data.Regressors[1], (a, b) => a + (3 * b)).ToArray();
        var constant = Enumerable.Repeat(4.0, data.Rows).ToArray();
        var fit = GravityEstimator.Fit(data with { Regressors = [exporter, data.Regressors[0], data.Regressors[1], sum, constant] });
        fit.Collinear.ShouldBe([0, 3, 4]);
        double.IsNaN(fit.Coefficients![0]).ShouldBeTrue();
        fit.Coefficients[1].ShouldBe(GravityEstimator.Fit(data).Coefficients![0], Same);
    }

    [Fact]
    public void What_did_not_converge_has_no_numbers()
    {
        var fit = GravityEstimator.Fit(MadeFlows.Panel(8, 4), new() { MostIterations = 2 });
        fit.Converged.ShouldBeFalse();
        fit.Stop.ShouldContain("after 2 rounds");
        (fit.Coefficients, fit.Covariance, fit.Fitted, fit.Effects).ShouldBe((null, null, null, null));
        double.IsNaN(fit.Deviance).ShouldBeTrue();
        GravityEstimator.Fit(MadeFlows.Panel(8, 4) with { Response = new double[256] }).Stop.ShouldBe("no row is left to fit");
    }

    [Fact]
    public void A_fit_is_cancelled_and_tells_how_far_it_is()
    {
        using var source = new CancellationTokenSource();
        var told = new List<GravityProgress>();
        var progress = new Told(p =>
        {
            told.Add(p);
            if (p is { Stage: "fit", Iteration: 3 })
                source.Cancel();
        });
        Should.Throw<OperationCanceledException>(() => GravityEstimator.Fit(MadeFlows.Panel(20, 4), null, progress, source.Token));
        told.Select(p => p.Stage).Distinct().ShouldBe(["separation", "fit"]);
        told[^1].Iteration.ShouldBe(3);
    }

    [Fact]
    public void Wrong_arrays_are_refused()
    {
        var data = MadeFlows.Panel(4, 3);
        Should.Throw<ArgumentException>(() => GravityEstimator.Fit(data with { Weights = [1] }));
        Should.Throw<ArgumentException>(() => GravityEstimator.Fit(data with { Response = [.. data.Response.Select(_ => -1.0)] }));
        Should.Throw<ArgumentException>(() =>
            GravityEstimator.Fit(
                data with
                {
                    Effects =
                    [
                        [7],
                    ],
                }
            )
        );
        Should.Throw<ArgumentException>(() =>
            GravityEstimator.Fit(
                data with
                {
                    Effects =
                    [
                        [0],
                        [1],
                    ],
                },
                new() { BiasCorrection = true }
            )
        );
    }

    private sealed class Told(Action<GravityProgress> tell) : IProgress<GravityProgress>
    {
        public void Report(GravityProgress value) => tell(value);
    }
}
