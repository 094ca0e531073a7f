using System.Numerics;
using Entente.Numerics.Voting;

namespace Entente.Models.Voting;

/// <summary>A fraction in whole numbers, in lowest terms, so that 421/2145 is that and no decimal near it.</summary>
public readonly record struct Fraction
{
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator <= 0)
            throw new ArgumentOutOfRangeException(nameof(denominator), "expected a denominator above zero");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    // Through logarithms: both may be far beyond what a double holds, their ratio is not.
    public double Value =>
        Numerator.IsZero ? 0 : Numerator.Sign * Math.Exp(BigInteger.Log(BigInteger.Abs(Numerator)) - BigInteger.Log(Denominator));

    public override string ToString() => $"{Numerator}/{Denominator}";
}

/// <summary>The a-priori power of one seat.</summary>
public sealed record SeatPower
{
    public required string Seat { get; init; }

    /// <summary>Share of all orders of joining in which this seat turns losing into winning (Shapley and Shubik 1954, APSR 48:787).</summary>
    public required Fraction ShapleyShubik { get; init; }

    /// <summary>Coalitions of the others that lose without and win with this seat.</summary>
    public required BigInteger Swings { get; init; }

    /// <summary>Its swings among the swings of all (Banzhaf 1965, Rutgers Law Review 19:317), normalised to 1.</summary>
    public required Fraction Banzhaf { get; init; }
}

/// <summary>
/// Power indices by generating functions (Mann and Shapley 1962, RAND RM-3158): coalitions are counted by size and weight, not listed
/// one by one, and a seat is taken out of the count again by division. Every seat votes yes or no.
/// </summary>
public static class PowerIndex
{
    /// <summary>Seats times weights beyond which the table of counts is refused.</summary>
    public const long MostCells = 1 << 24;

    /// <exception cref="ArgumentException">Weights so large that the table of counts would not fit.</exception>
    public static IReadOnlyList<SeatPower> Of(VotingBody body)
    {
        var n = body.Seats.Count;
        if ((n + 1L) * (body.TotalWeight + 1L) > MostCells)
            throw new ArgumentException("expected fewer seats or smaller weights", nameof(body));
        var factorial = new BigInteger[n + 1];
        factorial[0] = 1;
        for (var i = 1; i <= n; i++)
            factorial[i] = factorial[i - 1] * i;
        // There are at most 2^n coalitions.
        var byKind =
            n < Count256.Bits
                ? Kinds(body, factorial, Count256.One, c => c.ToBigInteger())
                : Kinds(body, factorial, BigInteger.One, c => c);
        var allSwings = body.Seats.Aggregate(BigInteger.Zero, (sum, s) => sum + byKind[(s.Weight, s.Veto)].Swings);
        return
        [
            .. body
                .Seats.Select(s => (Seat: s, Power: byKind[(s.Weight, s.Veto)]))
                .Select(s => new SeatPower
                {
                    Seat = s.Seat.Name,
                    ShapleyShubik = new(s.Power.Orders, factorial[n]),
                    Swings = s.Power.Swings,
                    Banzhaf = new(s.Power.Swings, BigInteger.Max(allSwings, 1)),
                }),
        ];
    }

    /// <summary>Seats of the same weight and veto have the same power: each kind is reckoned once.</summary>
    private static Dictionary<(int Weight, bool Veto), (BigInteger Orders, BigInteger Swings)> Kinds<T>(
        VotingBody body,
        BigInteger[] factorial,
        T one,
        Func<T, BigInteger> whole
    )
        where T : struct, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>
    {
        var vetoes = body.Seats.Where(s => s.Veto).ToArray();
        // Nothing passes without all who may veto, so that only the others are counted.
        var held = vetoes.Sum(s => s.Weight);
        var others = body.Seats.Where(s => !s.Veto).Select(s => s.Weight).ToArray();
        var counts = new Coalitions<T>(others, one);
        var total = body.TotalWeight;
        var wins = Enumerable.Range(0, total + 1).Select(yes => body.Threshold.Met(yes, total - yes)).ToArray();
        var kinds = new Dictionary<(int, bool), (BigInteger, BigInteger)>();
        foreach (var kind in body.Seats.Select(s => (s.Weight, s.Veto)).Distinct())
        {
            var asked = Enumerable.Range(held, total - held + 1).Select(yes => Turns(kind, yes)).ToArray();
            var ways = kind.Veto ? counts.BySize(asked) : counts.BySizeWithout(kind.Weight, asked);
            var (orders, swings) = (BigInteger.Zero, BigInteger.Zero);
            for (var size = 0; size < ways.Length; size++)
            {
                var before = size + vetoes.Length - (kind.Veto ? 1 : 0);
                var count = whole(ways[size]);
                swings += count;
                orders += count * factorial[before] * factorial[body.Seats.Count - 1 - before];
            }
            kinds.Add(kind, (orders, swings));
        }
        return kinds;

        // A coalition of all others together with the seat has the whole weight and no more.
        bool Turns((int Weight, bool Veto) kind, int yes) =>
            kind.Veto ? wins[yes] : yes + kind.Weight <= total && !wins[yes] && wins[yes + kind.Weight];
    }
}
