using System.Numerics;

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
/// Power indices by generating functions (Mann and Shapley 1962, RAND RM-3158): coalitions of the other seats are counted by size,
/// weight and vetoes held, not listed one by one. Every seat votes yes or no.
/// </summary>
public static class PowerIndex
{
    public static IReadOnlyList<SeatPower> Of(VotingBody body)
    {
        var total = body.TotalWeight;
        var vetoes = body.Seats.Count(s => s.Veto);
        var n = body.Seats.Count;
        var factorial = new BigInteger[n + 1];
        factorial[0] = 1;
        for (var i = 1; i <= n; i++)
            factorial[i] = factorial[i - 1] * i;
        // Seats of the same weight and veto have the same power: each kind is reckoned once.
        var byKind = new Dictionary<(int, bool), (BigInteger Orders, BigInteger Swings)>();
        foreach (var seat in body.Seats)
            if (!byKind.ContainsKey((seat.Weight, seat.Veto)))
                byKind.Add((seat.Weight, seat.Veto), Pivots(body, seat, total, vetoes, factorial));
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

    private static (BigInteger Orders, BigInteger Swings) Pivots(VotingBody body, Seat seat, int total, int vetoes, BigInteger[] factorial)
    {
        var counts = new Dictionary<(int Size, int Weight, int Vetoes), BigInteger> { [(0, 0, 0)] = 1 };
        var skipped = false;
        foreach (var other in body.Seats)
        {
            if (!skipped && other == seat)
            {
                skipped = true;
                continue;
            }
            var next = new Dictionary<(int, int, int), BigInteger>(counts);
            foreach (var ((size, weight, held), ways) in counts)
            {
                var key = (size + 1, weight + other.Weight, held + (other.Veto ? 1 : 0));
                next[key] = next.GetValueOrDefault(key) + ways;
            }
            counts = next;
        }
        var (orders, swings) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var ((size, weight, held), ways) in counts)
        {
            if (Wins(weight, held) || !Wins(weight + seat.Weight, held + (seat.Veto ? 1 : 0)))
                continue;
            swings += ways;
            orders += ways * factorial[size] * factorial[body.Seats.Count - 1 - size];
        }
        return (orders, swings);

        bool Wins(int yes, int heldVetoes) => heldVetoes == vetoes && body.Threshold.Met(yes, total - yes);
    }
}
