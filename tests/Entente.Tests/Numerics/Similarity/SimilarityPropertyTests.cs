using Entente.Numerics.Similarity;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Numerics.Similarity;

/// <summary>What holds of every table: against sums over the cases themselves, and against itself turned about.</summary>
public sealed class SimilarityPropertyTests
{
    private static readonly Coefficient[] All = Enum.GetValues<Coefficient>();

    /// <summary>Several units on one scale, some of it missing.</summary>
    private sealed record Case(int Categories, byte[][] Units, double[] Weights);

    private static Gen<Case> Cases =>
        from categories in Gen.Choose(2, 5)
        from cases in Gen.Choose(0, 300)
        from units in Gen.Choose(2, 5)
        from spread in Gen.Choose(1, categories)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Make(categories, cases, units, spread, seed);

    private static Case Make(int categories, int cases, int units, int spread, int seed)
    {
        var random = new Random(seed);
        byte One() => random.Next(5) == 0 ? Ballots.Missing : (byte)random.Next(spread);
        return new(
            categories,
            [.. Enumerable.Range(0, units).Select(_ => Enumerable.Range(0, cases).Select(_ => One()).ToArray())],
            [.. Enumerable.Range(0, cases).Select(_ => random.Next(9) == 0 ? double.NaN : random.NextDouble())]
        );
    }

    private static void Holds(Action<Case> property, int tests = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(Cases.ToArbitrary(), property));

    private static Ballots Packed(Case c, bool weighted = false) =>
        new(c.Units.Length, c.Units[0].Length, c.Categories, [.. c.Units.SelectMany(u => u)], weighted ? c.Weights : null);

    private static SimilarityCoefficients Of(byte[] one, byte[] two, int categories) =>
        SimilarityCoefficients.Of(CrossTable.Of(one, two, categories));

    private static void ShouldBeSame(SimilarityCoefficients one, SimilarityCoefficients two)
    {
        foreach (var c in All)
            (one[c], one.Why(c)).ShouldBe((two[c], two.Why(c)), c.ToString());
    }

    /// <summary>D_o is the mean distance of the cases; D_e that of every case of one with every case of the other, or of all with all.</summary>
    [Fact]
    public void Every_coefficient_is_what_its_definition_says_case_by_case() =>
        Holds(
            c =>
            {
                var pairs = c.Units[0].Zip(c.Units[1]).Where(p => p.First != Ballots.Missing && p.Second != Ballots.Missing).ToArray();
                var found = Of(c.Units[0], c.Units[1], c.Categories);
                found.Total.ShouldBe(pairs.Length);
                if (pairs.Length == 0)
                {
                    All.ShouldAllBe(k => found[k] == null && found.Why(k) == Undefined.NoCases);
                    return;
                }
                double range = c.Categories - 1;
                var (xs, ys) = (pairs.Select(p => p.First).ToArray(), pairs.Select(p => p.Second).ToArray());
                byte[] both = [.. xs, .. ys];
                void Family(Func<double, double> w, Coefficient? s, Coefficient kappa, Coefficient pi, Coefficient? a)
                {
                    double D(IEnumerable<byte> one, byte[] other) => one.Average(x => other.Average(y => w(Math.Abs(x - y) / range)));
                    var observed = pairs.Average(p => w(Math.Abs(p.First - p.Second) / range));
                    var (own, pooled) = (D(xs, ys), D(both, both));
                    Near(found[kappa], own == 0 ? null : 1 - (observed / own));
                    Near(found[pi], pooled == 0 ? null : 1 - (observed / pooled));
                    if (s is { } even)
                        Near(found[even], 1 - (observed / 0.5));
                    if (a is { } over)
                        Near(found[over], 1 - (observed / 0.5) - (1 - (own / 0.5)));
                }
                Family(d => d == 0 ? 0 : 1, null, Coefficient.KappaNominal, Coefficient.PiNominal, null);
                Family(d => d, Coefficient.SAbsolute, Coefficient.KappaLinear, Coefficient.PiLinear, Coefficient.AAbsolute);
                Family(d => d * d, Coefficient.SSquared, Coefficient.KappaQuadratic, Coefficient.PiQuadratic, Coefficient.ASquared);
                Near(found[Coefficient.TauB], TauB(xs, ys));
                // The one says what the other says.
                Near(found[Coefficient.Agreement], (found[Coefficient.SAbsolute] + 1) / 2);
            },
            60
        );

    private static void Near(double? found, double? expected)
    {
        found.HasValue.ShouldBe(expected.HasValue);
        if (expected is { } value)
            found!.Value.ShouldBe(value, 1e-9);
    }

    private static double? TauB(byte[] xs, byte[] ys)
    {
        var (balance, first, second) = (0L, 0L, 0L);
        for (var i = 0; i < xs.Length; i++)
        for (var j = 0; j < i; j++)
        {
            var (x, y) = (Math.Sign(xs[i] - xs[j]), Math.Sign(ys[i] - ys[j]));
            balance += x * y;
            first += Math.Abs(x);
            second += Math.Abs(y);
        }
        return first == 0 || second == 0 ? null : balance / Math.Sqrt((double)first * second);
    }

    [Fact]
    public void Which_unit_comes_first_changes_no_bit() =>
        Holds(c =>
        {
            ShouldBeSame(Of(c.Units[0], c.Units[1], c.Categories), Of(c.Units[1], c.Units[0], c.Categories));
            var (one, two) = (
                CrossTable.Of(c.Units[0], c.Units[1], c.Categories, c.Weights),
                CrossTable.Of(c.Units[1], c.Units[0], c.Categories, c.Weights)
            );
            two.Cells.SequenceEqual(one.Transposed().Cells).ShouldBeTrue();
            ShouldBeSame(SimilarityCoefficients.Of(one), SimilarityCoefficients.Of(two));
        });

    [Fact]
    public void The_order_of_cases_and_a_scale_turned_round_change_nothing() =>
        Holds(c =>
        {
            var own = Of(c.Units[0], c.Units[1], c.Categories);
            byte Turned(byte x) => x == Ballots.Missing ? x : (byte)(c.Categories - 1 - x);
            ShouldBeSame(own, Of([.. c.Units[0].Select(Turned)], [.. c.Units[1].Select(Turned)], c.Categories));
            ShouldBeSame(own, Of([.. c.Units[0].Reverse()], [.. c.Units[1].Reverse()], c.Categories));
        });

    [Fact]
    public void Every_coefficient_lies_within_its_bounds() =>
        Holds(c =>
        {
            foreach (
                var weights in (double[][])
                    [
                        [],
                        c.Weights,
                    ]
            )
            {
                var found = SimilarityCoefficients.Of(CrossTable.Of(c.Units[0], c.Units[1], c.Categories, weights));
                foreach (var k in All)
                    if (found[k] is { } value)
                        value.ShouldBeInRange(k == Coefficient.Agreement ? -1e-12 : -1 - 1e-9, 1 + 1e-12, k.ToString());
            }
        });

    /// <summary>S is 1 always; κ, π and τ-b are 1 where there is anything that chance could miss, and have a reason where there is not.</summary>
    [Fact]
    public void A_unit_is_as_like_itself_as_can_be() =>
        Holds(c =>
        {
            var found = Of(c.Units[0], c.Units[0], c.Categories);
            if (found.Total == 0)
                return;
            var varies = c.Units[0].Where(x => x != Ballots.Missing).Distinct().Count() > 1;
            foreach (var k in All)
                if (k is Coefficient.Agreement or Coefficient.SAbsolute or Coefficient.SSquared)
                    found[k].ShouldBe(1);
                else if (k is Coefficient.AAbsolute or Coefficient.ASquared)
                    found[k]!.Value.ShouldBeInRange(varies ? double.Epsilon : 0, 1);
                else if (varies)
                    found[k].ShouldBe(1);
                else
                    (found[k], found.Why(k)).ShouldBe((null, k == Coefficient.TauB ? Undefined.NeverVaries : Undefined.OneCategory));
        });

    [Fact]
    public void A_missing_case_is_left_out_and_never_a_category() =>
        Holds(c =>
        {
            var kept = Enumerable
                .Range(0, c.Units[0].Length)
                .Where(i => c.Units[0][i] != Ballots.Missing && c.Units[1][i] != Ballots.Missing);
            byte[] Only(byte[] unit) => [.. kept.Select(i => unit[i])];
            ShouldBeSame(Of(c.Units[0], c.Units[1], c.Categories), Of(Only(c.Units[0]), Only(c.Units[1]), c.Categories));
        });

    [Fact]
    public void Packed_bits_count_what_is_there() =>
        Holds(c =>
        {
            var (plain, weighed) = (Packed(c), Packed(c, weighted: true));
            for (var i = 0; i < c.Units.Length; i++)
            for (var j = 0; j < c.Units.Length; j++)
            {
                var expected = CrossTable.Of(c.Units[i], c.Units[j], c.Categories);
                plain.Table(i, j).Cells.SequenceEqual(expected.Cells).ShouldBeTrue();
                var sums = CrossTable.Of(c.Units[i], c.Units[j], c.Categories, c.Weights);
                weighed.WeightedTable(i, j).Cells.SequenceEqual(sums.Cells).ShouldBeTrue();
                weighed
                    .Unweighed(i, j)
                    .ShouldBe(
                        Enumerable
                            .Range(0, c.Weights.Length)
                            .Count(k => double.IsNaN(c.Weights[k]) && c.Units[i][k] != Ballots.Missing && c.Units[j][k] != Ballots.Missing)
                    );
            }
            for (var k = 0; k < c.Units[0].Length; k++)
                plain.Choice(0, k).ShouldBe(c.Units[0][k]);
        });

    [Fact]
    public void Vectors_and_words_count_alike()
    {
        var random = new Random(4);
        for (var length = 0; length < 40; length++)
        {
            var (a, b) = (new ulong[length], new ulong[length]);
            for (var i = 0; i < length; i++)
                (a[i], b[i]) = (
                    (ulong)random.NextInt64(long.MinValue, long.MaxValue),
                    (ulong)random.NextInt64(long.MinValue, long.MaxValue)
                );
            if (length > 8)
                (a[3], b[3], a[5], b[5]) = (ulong.MaxValue, ulong.MaxValue, 0, ulong.MaxValue);
            var expected = a.Zip(b).Sum(p => System.Numerics.BitOperations.PopCount(p.First & p.Second));
            BitCount.Common(a, b, vectors: true).ShouldBe(expected);
            BitCount.Common(a, b, vectors: false).ShouldBe(expected);
        }
        Should.Throw<ArgumentException>(() => BitCount.Common(new ulong[2], new ulong[3]));
    }

    /// <summary>A block holds what each pair has, whichever comes first, on any number of threads, whatever the units are called.</summary>
    [Fact]
    public void A_sweep_is_the_same_on_any_number_of_threads_and_under_any_names() =>
        Holds(
            c =>
            {
                Ballots[] periods = [Packed(c), Packed(c, weighted: true), Packed(c)];
                var one = SimilaritySweep.All(periods, 1);
                foreach (var threads in (int[])[2, 7])
                {
                    var many = SimilaritySweep.All(periods, threads);
                    for (var p = 0; p < periods.Length; p++)
                    for (var pair = 0; pair < one[p].Pairs; pair++)
                    {
                        Bits(many[p].Values(pair)).ShouldBe(Bits(one[p].Values(pair)));
                        Bits(many[p].WeightedValues(pair)).ShouldBe(Bits(one[p].WeightedValues(pair)));
                    }
                }
                var turned = SimilarityBlock.Of(Packed(c with { Units = [.. c.Units.Reverse()] }));
                var last = c.Units.Length - 1;
                for (var i = 0; i < c.Units.Length; i++)
                for (var j = 0; j < c.Units.Length; j++)
                    if (i != j)
                    {
                        var (own, other) = (one[0].Pair(i, j), turned.Pair(last - j, last - i));
                        Bits(turned.Values(other)).ShouldBe(Bits(one[0].Values(own)));
                        turned.Cases(other).ShouldBe(one[0].Cases(own));
                        turned
                            .Percentile(Coefficient.SAbsolute, last - i, last - j)
                            .ShouldBe(one[0].Percentile(Coefficient.SAbsolute, i, j));
                        var expected = SimilarityCoefficients.Of(CrossTable.Of(c.Units[i], c.Units[j], c.Categories));
                        foreach (var k in All)
                            (expected[k] ?? double.NaN).ShouldBe(one[0].Values(own)[(int)k]);
                    }
            },
            40
        );

    private static long[] Bits(ReadOnlySpan<double> values)
    {
        var bits = new long[values.Length];
        for (var i = 0; i < values.Length; i++)
            bits[i] = BitConverter.DoubleToInt64Bits(values[i]);
        return bits;
    }

    [Fact]
    public void What_is_no_table_is_refused()
    {
        Should.Throw<ArgumentException>(() => new CrossTable(2, [1, 2, 3]));
        Should.Throw<ArgumentException>(() => new CrossTable(2, [1, 2, -3, 0]));
        Should.Throw<ArgumentException>(() => new CrossTable(2, [1, 2, double.NaN, 0]));
        Should.Throw<ArgumentException>(() => CrossTable.Of([1, 2], [1], 3));
        Should.Throw<ArgumentException>(() => CrossTable.Of([1, 3], [1, 0], 3));
        Should.Throw<ArgumentException>(() => new Ballots(1, 2, 3, [1, 3]));
        Should.Throw<ArgumentException>(() => new Ballots(1, 2, 3, [1]));
        Should.Throw<ArgumentException>(() => new Ballots(1, 2, 3, [1, 2], [1, -1]));
        Should.Throw<ArgumentOutOfRangeException>(() => new Ballots(1, 0, 1, []));
    }

    [Fact]
    public void Chance_turns_a_reading_and_it_is_said()
    {
        // The 46th session of the General Assembly, Russia and China: yes, abstain, no.
        var found = SimilarityCoefficients.Of(new CrossTable(3, [35, 4, 0, 26, 1, 0, 1, 0, 0]));
        found[Coefficient.Agreement]!.Value.ShouldBe(0.76119, 5e-6);
        found[Coefficient.KappaLinear]!.Value.ShouldBe(-0.073073, 5e-7);
        found.FlipsByChance.ShouldBeTrue();
        SimilarityCoefficients.Of(new CrossTable(2, [5, 1, 1, 5])).FlipsByChance.ShouldBeFalse();
    }
}
