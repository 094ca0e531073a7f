using Entente.Numerics.Distributions;
using Entente.Numerics.Gravity;

namespace Entente.Tests.Numerics.Gravity;

/// <summary>Standard errors beside sums written out, small-sample factors beside their definitions, the bias beside its tensor.</summary>
public sealed class GravityErrorsTests
{
    [Theory]
    [InlineData(GravityFamily.Ppml)]
    [InlineData(GravityFamily.Ols)]
    public void The_sandwich_is_what_its_definition_says(GravityFamily family)
    {
        var data = MadeFlows.Panel(20, 3, zeros: 0, seed: 2) with
        {
            Effects = [],
            Clusters =
            [
                [0],
                [1],
            ],
        };
        data = data with
        {
            Regressors =
            [
                [.. Enumerable.Repeat(1.0, data.Rows)],
                .. data.Regressors,
            ],
        };
        var options = new GravityOptions
        {
            Family = family,
            Errors = ErrorKind.Clustered,
            SmallSample = new() { LeastClusters = false },
        };
        var fit = GravityEstimator.Fit(data, options);
        var n = data.Rows;
        var residual = data.Response.Select((y, r) => y - fit.Fitted![r]).ToArray();
        var bread = new double[9];
        for (var r = 0; r < n; r++)
        for (var a = 0; a < 3; a++)
        for (var b = 0; b < 3; b++)
            bread[(a * 3) + b] += (family == GravityFamily.Ppml ? fit.Fitted![r] : 1) * data.Regressors[a][r] * data.Regressors[b][r];
        Cholesky.Factor(bread, 3, 1e-14);
        bread = Cholesky.Inverse(bread, 3);
        double[] Filling(Func<int, int> cluster)
        {
            var sums = new Dictionary<int, double[]>();
            for (var r = 0; r < n; r++)
            {
                if (!sums.TryGetValue(cluster(r), out var sum))
                    sums[cluster(r)] = sum = new double[3];
                for (var a = 0; a < 3; a++)
                    sum[a] += data.Regressors[a][r] * residual[r];
            }
            var g = sums.Count;
            return [.. Enumerable.Range(0, 9).Select(k => sums.Values.Sum(s => s[k / 3] * s[k % 3]) * g / (g - 1.0))];
        }
        var (of, to) = (data.Factors[0].Codes, data.Factors[1].Codes);
        var parts = new[] { Filling(r => of[r]), Filling(r => to[r]), Filling(r => (of[r] * 100) + to[r]) };
        var filling = Enumerable.Range(0, 9).Select(k => parts[0][k] + parts[1][k] - parts[2][k]).ToArray();
        var whole = SymmetricMatrix.Product(SymmetricMatrix.Product(bread, filling, 3), bread, 3);
        var factor = (n - 1.0) / (n - 3);
        fit.Covariance!.Factor.ShouldBe(factor, 1e-12);
        fit.Covariance.Repaired.ShouldBeFalse();
        for (var k = 0; k < 9; k++)
            fit.Covariance.Matrix[k].ShouldBe(whole[k] * factor, 1e-8 * Math.Abs(whole[k]) + 1e-12);
        // One G for all: the least.
        var least = GravityEstimator.Fit(data, options with { SmallSample = new() });
        least.Covariance!.Factor.ShouldBe(factor * 20 / 19, 1e-12);
        least.Covariance.Degrees.ShouldBe(family == GravityFamily.Ppml ? null : 19);
        // White's, and the model's own.
        var white = GravityEstimator.Fit(data, options with { Errors = ErrorKind.Heteroskedastic });
        var diagonal = Enumerable
            .Range(0, 9)
            .Select(k => Enumerable.Range(0, n).Sum(r => residual[r] * residual[r] * data.Regressors[k / 3][r] * data.Regressors[k % 3][r]))
            .ToArray();
        white
            .Covariance!.Matrix[4]
            .ShouldBe(SymmetricMatrix.Product(SymmetricMatrix.Product(bread, diagonal, 3), bread, 3)[4] * n / (n - 3), 1e-10);
        var iid = GravityEstimator.Fit(data, options with { Errors = ErrorKind.Iid });
        var own = family == GravityFamily.Ppml ? factor : residual.Sum(e => e * e) / (n - 3);
        iid.Covariance!.Matrix[4].ShouldBe(bread[4] * own, 1e-10);
    }

    [Fact]
    public void Nested_effects_count_once_and_others_by_their_levels()
    {
        var data = MadeFlows.Panel(10, 4, zeros: 0);
        GravityCovariance Of(GravityData d, EffectCount count, ErrorKind kind = ErrorKind.Clustered) =>
            GravityEstimator
                .Fit(
                    d,
                    new()
                    {
                        Errors = kind,
                        SmallSample = new() { Effects = count },
                    }
                )
                .Covariance!;
        // Pairs are nested in clusters by pair: 2 + 40 + 40 + 100 − 2, less 99.
        Of(data, EffectCount.Full).CountedParameters.ShouldBe(180);
        Of(data, EffectCount.Nested).CountedParameters.ShouldBe(81);
        Of(data, EffectCount.None).CountedParameters.ShouldBe(2);
        Of(data, EffectCount.Nested, ErrorKind.Iid).CountedParameters.ShouldBe(180);
        // By exporter all but importer × time is nested; by both ways every one.
        Of(
            data with
            {
                Clusters =
                [
                    [0],
                ],
            },
            EffectCount.Nested
        )
            .CountedParameters.ShouldBe(2 + 180 - 2 - 139 + 1);
        Of(
            data with
            {
                Clusters =
                [
                    [0],
                    [1],
                ],
            },
            EffectCount.Nested
        )
            .CountedParameters.ShouldBe(3);
        new SmallSample { Effects = EffectCount.Full, LeastClusters = false }
            .ToString()
            .ShouldBe("ssc(adj = TRUE, fixef.K = \"full\", cluster.adj = TRUE, cluster.df = \"conventional\")");
    }

    /// <summary>
    /// The corrected variance of Weidner and Zylkin 2021, section 3.4, with the leverage of each pair out of least squares on unit vectors: the hat
    /// matrix of all regressors and effects, transposed, less the pair's own effect.
    /// </summary>
    [Theory]
    [InlineData(6, 3, 1)]
    [InlineData(7, 3, 0.85)]
    public void The_corrected_variance_is_the_published_expression(int states, int years, double filled)
    {
        var data = MadeFlows.Panel(states, years, filled) with { Time = 2 };
        var fit = GravityEstimator.Fit(data, new() { BiasCorrection = true });
        fit.Converged.ShouldBeTrue(fit.Stop);
        var kept = Enumerable.Range(0, data.Rows).Where(r => !double.IsNaN(fit.Fitted![r])).ToArray();
        var used = MadeFlows.Rows(data, kept);
        var mu = kept.Select(r => fit.Fitted![r]).ToArray();
        double[] Fitted(double[] response, double[][] regressors) =>
            GravityEstimator
                .Fit(
                    used with
                    {
                        Response = response,
                        Regressors = regressors,
                        Weights = mu,
                    },
                    new()
                    {
                        Family = GravityFamily.Ols,
                        KeepSingletons = true,
                        AllowCube = false,
                    }
                )
                .Fitted!;
        var x = used.Regressors.Select(v => v.Zip(Fitted(v, []), (a, b) => a - b).ToArray()).ToArray();
        var w = new double[2, 2];
        var omega = new double[2, 2];
        for (var a = 0; a < 2; a++)
        for (var b = 0; b < 2; b++)
            w[a, b] = Enumerable.Range(0, kept.Length).Sum(r => mu[r] * x[a][r] * x[b][r]);
        var pairs = Enumerable.Range(0, kept.Length).GroupBy(r => (used.Factors[0].Codes[r], used.Factors[1].Codes[r])).ToList();
        foreach (var pair in pairs)
        {
            int[] rows = [.. pair];
            var (n, total) = (rows.Length, rows.Sum(r => mu[r]));
            var left = new double[n, n];
            for (var s = 0; s < n; s++)
            {
                var unit = new double[kept.Length];
                unit[rows[s]] = 1;
                // Column s of the hat matrix is row s of its transpose.
                var hat = Fitted(unit, [.. used.Regressors]);
                for (var t = 0; t < n; t++)
                    left[s, t] = (s == t ? 1 : 0) - hat[rows[t]] + (mu[rows[s]] / total);
            }
            var score = rows.Select(r => used.Response[r] - mu[r]).ToArray();
            var solved = Solved(left, score);
            for (var a = 0; a < 2; a++)
            for (var b = 0; b < 2; b++)
                omega[a, b] +=
                    Enumerable.Range(0, n).Sum(t => x[a][rows[t]] * solved[t]) * Enumerable.Range(0, n).Sum(t => x[b][rows[t]] * score[t]);
        }
        var determinant = (w[0, 0] * w[1, 1]) - (w[0, 1] * w[1, 0]);
        double[] first = [w[1, 1] / determinant, -w[0, 1] / determinant];
        var middle = (omega[0, 1] + omega[1, 0]) / 2;
        var variance = (first[0] * first[0] * omega[0, 0]) + (2 * first[0] * first[1] * middle) + (first[1] * first[1] * omega[1, 1]);
        variance *= pairs.Count / (pairs.Count - 1.0);
        fit.CorrectedError(0)!.Value.ShouldBe(Math.Sqrt(variance), 1e-7 * Math.Sqrt(variance));
        // What is divided by one less its leverage is larger.
        var usual = GravityEstimator.Fit(
            data with
            {
                Clusters =
                [
                    [0, 1],
                ],
            },
            new()
            {
                Errors = ErrorKind.Clustered,
                SmallSample = new() { Adjust = false },
            }
        );
        fit.CorrectedError(0)!.Value.ShouldBeGreaterThan(usual.Covariance!.Error(0));

        static double[] Solved(double[,] a, double[] b)
        {
            var (n, m, y) = (b.Length, (double[,])a.Clone(), (double[])b.Clone());
            for (var k = 0; k < n; k++)
            for (var r = 0; r < n; r++)
                if (r != k)
                {
                    var factor = m[r, k] / m[k, k];
                    for (var c = 0; c < n; c++)
                        m[r, c] -= factor * m[k, c];
                    y[r] -= factor * y[k];
                }
            return [.. y.Select((v, k) => v / m[k, k])];
        }
    }

    /// <summary>Proposition 3 of Weidner and Zylkin 2021 with its third derivatives and pseudo-inverses written out.</summary>
    [Theory]
    [InlineData(7, 3, 1)]
    [InlineData(7, 3, 0.85)]
    [InlineData(16, 4, 0.35)]
    [InlineData(5, 7, 1)]
    public void The_bias_is_the_published_expression(int states, int years, double filled)
    {
        var data = MadeFlows.Panel(states, years, filled) with { Time = 2 };
        var fit = GravityEstimator.Fit(data, new() { BiasCorrection = true });
        fit.Converged.ShouldBeTrue(fit.Stop);
        // X̃ by least squares on the effects, weighted by the fitted flows.
        var kept = Enumerable.Range(0, data.Rows).Where(r => !double.IsNaN(fit.Fitted![r])).ToArray();
        var used = MadeFlows.Rows(data, kept);
        var weights = kept.Select(r => fit.Fitted![r]).ToArray();
        var residuals = used
            .Regressors.Select(x =>
            {
                var inner = GravityEstimator.Fit(
                    used with
                    {
                        Response = x,
                        Regressors = [],
                        Weights = weights,
                    },
                    new()
                    {
                        Family = GravityFamily.Ols,
                        KeepSingletons = true,
                        AllowCube = false,
                    }
                );
                return x.Zip(inner.Fitted!, (a, b) => a - b).ToArray();
            })
            .ToArray();
        var place = new Dictionary<(int, int, int), int>();
        for (var r = 0; r < kept.Length; r++)
            place[(used.Factors[0].Codes[r], used.Factors[1].Codes[r], used.Factors[2].Codes[r])] = r;
        var w = new double[4];
        for (var k = 0; k < 4; k++)
            w[k] = Enumerable.Range(0, kept.Length).Sum(r => weights[r] * residuals[k / 2][r] * residuals[k % 2][r]);
        var sums = new double[2];
        foreach (var exporters in new[] { true, false })
            for (var g = 0; g < states; g++)
            for (var k = 0; k < 2; k++)
                sums[k] += states / (states - 1.0) * Group(exporters, g, residuals[k]);
        var determinant = (w[0] * w[3]) - (w[1] * w[2]);
        fit.Bias![0].ShouldBe(((w[3] * sums[0]) - (w[1] * sums[1])) / determinant, 1e-9);
        fit.Bias[1].ShouldBe(((w[0] * sums[1]) - (w[2] * sums[0])) / determinant, 1e-9);

        double Group(bool exporters, int g, double[] x)
        {
            var (h, hxs, gx, ss) = (
                new double[years * years],
                new double[years * years],
                new double[years * years],
                new double[years * years]
            );
            for (var other = 0; other < states; other++)
            {
                var rows = Enumerable
                    .Range(0, years)
                    .Select(t => place.GetValueOrDefault(exporters ? (g, other, t) : (other, g, t), -1))
                    .ToArray();
                var mu = rows.Select(r => r < 0 ? 0 : weights[r]).ToArray();
                var total = mu.Sum();
                if (total == 0)
                    continue;
                var theta = mu.Select(m => m / total).ToArray();
                var s = rows.Select((r, t) => r < 0 ? 0 : used.Response[r] - mu[t]).ToArray();
                var xs = rows.Select(r => r < 0 ? 0 : x[r]).ToArray();
                double Eq(int a, int b) => a == b ? 1 : 0;
                double H(int a, int b) => total * ((theta[a] * Eq(a, b)) - (theta[a] * theta[b]));
                double G(int a, int b, int c) =>
                    -total
                    * (
                        (Eq(a, b) * theta[a] * (Eq(a, c) - theta[c]))
                        - (theta[a] * (Eq(a, c) - theta[c]) * theta[b])
                        - (theta[a] * theta[b] * (Eq(b, c) - theta[c]))
                    );
                for (var a = 0; a < years; a++)
                for (var b = 0; b < years; b++)
                {
                    h[(a * years) + b] += H(a, b);
                    ss[(a * years) + b] += s[a] * s[b];
                    hxs[(a * years) + b] += Enumerable.Range(0, years).Sum(c => H(a, c) * xs[c]) * s[b];
                    gx[(a * years) + b] += Enumerable.Range(0, years).Sum(c => G(a, b, c) * xs[c]);
                }
            }
            var (values, vectors) = SymmetricMatrix.Eigen(h, years);
            var inverse = new double[years * years];
            for (var e = 0; e < years; e++)
                if (values[e] > 1e-9 * values.Max())
                    for (var k = 0; k < inverse.Length; k++)
                        inverse[k] += vectors[(k / years * years) + e] * vectors[(k % years * years) + e] / values[e];
            double Trace(double[] m) => Enumerable.Range(0, years).Sum(d => m[d * (years + 1)]);
            double[] Times(double[] p, double[] q) => SymmetricMatrix.Product(p, q, years);
            return -Trace(Times(inverse, hxs)) + (0.5 * Trace(Times(Times(Times(gx, inverse), ss), inverse)));
        }
    }

    [Theory]
    [InlineData(2, 10, 0.07338803477074039)]
    [InlineData(0.5, 1, 0.7048327646991335)]
    [InlineData(1, 1e9, 0.31731050786291415)]
    public void Student_tails(double t, double degrees, double expected) => Student.TwoSided(t, degrees).ShouldBe(expected, 1e-9);
}
