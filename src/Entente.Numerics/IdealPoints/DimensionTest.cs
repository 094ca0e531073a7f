using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Numerics.IdealPoints;

/// <summary>How well a fit says votes: of those it was fitted to, and of others.</summary>
/// <param name="ProportionalReduction">
/// APRE: how many fewer votes are said wrongly than by each item's commonest choice, as a share of these (Poole and Rosenthal 1997, Congress, p. 30).
/// </param>
/// <param name="GeometricMean">GMP: the geometric mean probability of the votes cast (the same, p. 29).</param>
/// <param name="LogScore">The mean log probability of votes held out.</param>
public readonly record struct FitMeasures(double ProportionalReduction, double GeometricMean, double LogScore);

/// <summary>
/// Whether one dimension is enough: votes are held out at random, both models are fitted to the rest, and the log probabilities they give to the votes held
/// out are compared vote by vote. The difference has a standard error with items as clusters, after Vehtari, Gelman and Gabry (2017), Statistics and
/// Computing 27:1413, section 5.
/// </summary>
public sealed record DimensionTest
{
    public required int HeldOut { get; init; }

    public required FitMeasures One { get; init; }

    public required FitMeasures Two { get; init; }

    /// <summary>Mean log probability with two dimensions less that with one, over the votes held out; above 0 the second says something.</summary>
    public required double Gain { get; init; }

    public required double GainError { get; init; }

    public required bool Converged { get; init; }

    /// <summary>Runs both fits.</summary>
    /// <param name="votes">All votes.</param>
    /// <param name="options">Priors; the number of dimensions is set here.</param>
    /// <param name="share">How many votes are held out, 0.05 for one of twenty.</param>
    /// <param name="seed">Which.</param>
    /// <param name="cancellation">Honoured in each round.</param>
    public static DimensionTest Run(
        OrdinalVotes votes,
        IdealPointOptions options,
        double share = 0.05,
        ulong seed = 1,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(votes);
        var keep = new bool[votes.Count];
        var random = new RandomStream(seed, RandomStream.Task(0, 0, 3, 0));
        for (var i = 0; i < keep.Length; i++)
            keep[i] = random.Uniform() >= share;
        var rest = votes.Where(keep);
        var held = votes.Where(Array.ConvertAll(keep, k => !k));
        var (one, two) = (
            FastFit.Run(rest, options with { Dimensions = 1 }, null, cancellation),
            FastFit.Run(rest, options with { Dimensions = 2 }, null, cancellation)
        );
        var (first, second) = (Logs(held, one), Logs(held, two));
        var byItem = new double[votes.Items];
        var (gain, counted) = (0.0, 0);
        var (sumOne, sumTwo) = (0.0, 0.0);
        for (var i = 0; i < held.Count; i++)
            if (double.IsFinite(first[i]) && double.IsFinite(second[i]))
            {
                (sumOne, sumTwo) = (sumOne + first[i], sumTwo + second[i]);
                gain += second[i] - first[i];
                counted++;
            }
        gain /= Math.Max(1, counted);
        for (var i = 0; i < held.Count; i++)
            if (double.IsFinite(first[i]) && double.IsFinite(second[i]))
                byItem[held.Item[i]] += second[i] - first[i] - gain;
        var squares = 0.0;
        foreach (var sum in byItem)
            squares += sum * sum;
        return new()
        {
            HeldOut = counted,
            One = Measured(rest, one, sumOne / Math.Max(1, counted)),
            Two = Measured(rest, two, sumTwo / Math.Max(1, counted)),
            Gain = gain,
            GainError = Math.Sqrt(squares) / Math.Max(1, counted),
            Converged = one.Converged && two.Converged,
        };
    }

    /// <summary>The probabilities of yes, abstain and no, with what is not known of the position averaged over; null where it has no cell.</summary>
    private static (double Yes, double Abstain, double No)? Probabilities(IdealPointFit fit, int state, int period, int item)
    {
        var cell = fit.Cell(state, period);
        if (cell < 0)
            return null;
        var (bx, by) = (fit.Discrimination[0][item], fit.Dimensions == 2 ? fit.Discrimination[1][item] : 0);
        var middle = (bx * fit.Position[0][cell]) + (fit.Dimensions == 2 ? by * fit.Position[1][cell] : 0);
        var v = fit.Variance[cell];
        var scale = Math.Sqrt(1 + (bx * bx * v.A) + (2 * bx * by * v.B) + (by * by * v.C));
        var yes = StandardNormal.Cumulative((fit.Cut1[item] - middle) / scale);
        var no = StandardNormal.Cumulative((middle - fit.Cut2[item]) / scale);
        // An item that nobody voted on in a way may still be voted on so.
        const double Least = 1e-4;
        return (Math.Max(Least, yes), Math.Max(Least, 1 - yes - no), Math.Max(Least, no));
    }

    private static double[] Logs(OrdinalVotes votes, IdealPointFit fit)
    {
        var logs = new double[votes.Count];
        for (var i = 0; i < logs.Length; i++)
            logs[i] = Probabilities(fit, votes.State[i], votes.Period[i], votes.Item[i]) is { } p
                ? Math.Log(
                    votes.Choice[i] == 0 ? p.Yes
                    : votes.Choice[i] == 1 ? p.Abstain
                    : p.No
                )
                : double.NaN;
        return logs;
    }

    private static FitMeasures Measured(OrdinalVotes votes, IdealPointFit fit, double logScore)
    {
        var counts = new int[votes.Items * 3];
        var wrong = 0;
        var logs = 0.0;
        for (var i = 0; i < votes.Count; i++)
        {
            counts[(votes.Item[i] * 3) + votes.Choice[i]]++;
            if (Probabilities(fit, votes.State[i], votes.Period[i], votes.Item[i]) is not { } p)
                continue;
            var best =
                p.Yes >= p.Abstain && p.Yes >= p.No ? 0
                : p.Abstain >= p.No ? 1
                : 2;
            wrong += best == votes.Choice[i] ? 0 : 1;
            logs += Math.Log(
                votes.Choice[i] == 0 ? p.Yes
                : votes.Choice[i] == 1 ? p.Abstain
                : p.No
            );
        }
        var others = 0;
        for (var v = 0; v < votes.Items; v++)
            others +=
                counts[v * 3]
                + counts[(v * 3) + 1]
                + counts[(v * 3) + 2]
                - Math.Max(counts[v * 3], Math.Max(counts[(v * 3) + 1], counts[(v * 3) + 2]));
        return new((others - wrong) / (double)Math.Max(1, others), Math.Exp(logs / votes.Count), logScore);
    }
}
