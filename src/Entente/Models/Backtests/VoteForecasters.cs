using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;

namespace Entente.Models.Backtests;

/// <summary>The forecasters of a state's vote, all learnt from the years up to the freeze and never after.</summary>
public sealed class VoteForecasters
{
    /// <summary>Positions lag by this in learning, as they do on average in what is scored.</summary>
    public const int Lag = 2;
    private const int Options = 3;
    private readonly string state;
    private readonly FrozenPositions positions;
    private readonly double[] baseRate = new double[Options];
    private readonly double[][] afterOwn;
    private readonly double[][] besideNearest;

    /// <param name="state">Whose votes.</param>
    /// <param name="positions">Up to the freeze.</param>
    /// <param name="known">Its votes of the years learnt from.</param>
    /// <param name="freeze">The last year learnt from.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public VoteForecasters(
        string state,
        FrozenPositions positions,
        IReadOnlyList<VoteCase> known,
        int freeze,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(positions);
        (this.state, this.positions, Freeze) = (state, positions, freeze);
        // One case of each option beforehand (Laplace): what never came may come.
        foreach (var vote in known)
            baseRate[vote.Came] += 1;
        for (var k = 0; k < Options; k++)
            baseRate[k] = (baseRate[k] + 1) / (known.Count + Options);
        afterOwn = Given(known.Where(v => v.Before is not null).Select(v => (v.Before!.Value, v.Came)));
        besideNearest = Given(
            known
                .Select(v => (Near: positions.Nearest(v, state, v.Year - Lag), v.Came))
                .Where(v => v.Near is not null)
                .Select(v => (v.Near!.Value.Choice, v.Came))
        );
        (Precision, Shock, Learnt) = Fit(known, cancellation);
    }

    public int Freeze { get; }

    /// <summary>λ.</summary>
    public double Precision { get; }

    /// <summary>σ.</summary>
    public double Shock { get; }

    /// <summary>Roll calls that λ and σ were fitted on.</summary>
    public int Learnt { get; }

    public IReadOnlyList<ForecastSeries> Of(IReadOnlyList<VoteCase> cases, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cases);
        int[] came = [.. cases.Select(c => c.Came)];
        ForecastSeries Series(string name, Knows knows, Func<VoteCase, double[]> say) =>
            new()
            {
                Name = name,
                Knows = knows,
                Came = came,
                Probabilities =
                [
                    .. cases.Select(c =>
                    {
                        cancellation.ThrowIfCancellationRequested();
                        return say(c);
                    }),
                ],
            };
        return
        [
            Series("base rate", Knows.Before, _ => baseRate),
            Series("persistence", Knows.Before, c => c.Before is { } before ? afterOwn[before] : baseRate),
            Series(
                "nearest ideal point",
                Knows.OthersVotes,
                c => positions.Nearest(c, state, Freeze) is { } near ? besideNearest[near.Choice] : baseRate
            ),
            Series(
                "spatial, λ and σ",
                Knows.OthersVotes,
                c => positions.Text(c, Freeze) is { } text ? Say(text, positions.At(state, Freeze)) : baseRate
            ),
        ];
    }

    private double[] Say(FittedText text, double? position) => position is { } x ? Chances(text, x, Precision, Shock) : baseRate;

    private static double[] Chances(FittedText text, double x, double precision, double shock)
    {
        var (yes, abstain, no) = new TextPosition(text.Discrimination, text.Cut1, text.Cut2).Chances(x, shock, precision);
        return [yes, abstain, no];
    }

    /// <summary>Shares of what came, by what is known; each row begins as three cases at the base rate.</summary>
    private double[][] Given(IEnumerable<(int Known, int Came)> pairs)
    {
        var counts = Enumerable.Range(0, Options).Select(_ => baseRate.Select(b => Options * b).ToArray()).ToArray();
        foreach (var (known, came) in pairs)
            counts[known][came] += 1;
        foreach (var row in counts)
        {
            var sum = row.Sum();
            for (var k = 0; k < Options; k++)
                row[k] /= sum;
        }
        return counts;
    }

    /// <summary>λ and σ of the highest likelihood on a grid that is made finer twice around the best.</summary>
    private (double Precision, double Shock, int Cases) Fit(IReadOnlyList<VoteCase> known, CancellationToken cancellation)
    {
        var read = new List<(FittedText Text, double Position, int Came)>();
        foreach (var vote in known)
        {
            cancellation.ThrowIfCancellationRequested();
            if (positions.At(state, vote.Year - Lag) is { } x && positions.Text(vote, vote.Year - Lag) is { } text)
                read.Add((text, x, vote.Came));
        }
        var (best, precision, shock) = (double.NegativeInfinity, 1.0, 0.0);
        if (read.Count == 0)
            return (precision, shock, 0);
        var (stepPrecision, stepShock) = (0.2, 0.2);
        var (fromPrecision, toPrecision, fromShock, toShock) = (0.2, 3.0, 0.0, 3.0);
        for (var round = 0; round < 3; round++)
        {
            for (var l = fromPrecision; l <= toPrecision + 1e-9; l += stepPrecision)
            for (var s = fromShock; s <= toShock + 1e-9; s += stepShock)
            {
                cancellation.ThrowIfCancellationRequested();
                var log = 0.0;
                foreach (var (text, position, came) in read)
                    log += Math.Log(Math.Max(Chances(text, position, l, s)[came], 1e-12));
                if (log > best)
                    (best, precision, shock) = (log, l, s);
            }
            (fromPrecision, toPrecision) = (Math.Max(0.01, precision - stepPrecision), precision + stepPrecision);
            (fromShock, toShock) = (Math.Max(0, shock - stepShock), shock + stepShock);
            (stepPrecision, stepShock) = (stepPrecision / 5, stepShock / 5);
        }
        return (precision, shock, read.Count);
    }
}
