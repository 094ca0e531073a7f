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

    /// <summary>Share of all coalitions of the others in which it swings (Penrose 1946, JRSS 109:53): the chance to decide where all toss coins.</summary>
    public required Fraction BanzhafAbsolute { get; init; }

    /// <summary>Its swings among the swings of all (Banzhaf 1965, Rutgers Law Review 19:317), normalised to 1.</summary>
    public required Fraction Banzhaf { get; init; }
}

/// <summary>
/// Power indices by generating functions (Mann and Shapley 1962, RAND RM-3158): coalitions are counted by size and weight, not listed
/// one by one, and a seat is taken out of the count again by division. Every seat votes yes or no.
/// </summary>
public static class PowerIndex
{
    /// <summary>Seats times weights beyond which the table of counts is given up for halves.</summary>
    public const long MostCells = 1 << 24;

    /// <exception cref="ArgumentException">So many seats, weights or criteria that they cannot be counted exactly.</exception>
    public static IReadOnlyList<SeatPower> Of(VotingBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var n = body.Seats.Count;
        var factorial = new BigInteger[n + 1];
        factorial[0] = 1;
        for (var i = 1; i <= n; i++)
            factorial[i] = factorial[i - 1] * i;
        var swings = SwingCount.Of(body);
        var all = BigInteger.Zero;
        var (orders, own) = (new BigInteger[n], new BigInteger[n]);
        for (var seat = 0; seat < n; seat++)
        {
            for (var before = 0; before < n; before++)
            {
                own[seat] += swings[seat][before];
                orders[seat] += swings[seat][before] * factorial[before] * factorial[n - 1 - before];
            }
            all += own[seat];
        }
        return
        [
            .. body.Seats.Select(
                (s, i) =>
                    new SeatPower
                    {
                        Seat = s.Name,
                        ShapleyShubik = new(orders[i], factorial[n]),
                        Swings = own[i],
                        BanzhafAbsolute = new(own[i], BigInteger.One << (n - 1)),
                        Banzhaf = new(own[i], BigInteger.Max(all, 1)),
                    }
            ),
        ];
    }
}
