namespace Entente.Numerics.Positions;

/// <summary>Expected utilities of one round of the group decision model.</summary>
internal sealed class ExpectedUtilities
{
    private readonly PositionTable table;
    private readonly ExpectedUtilityReading reading;
    private readonly double range;
    private readonly double median;
    private readonly double[,] success;

    /// <param name="table">One issue.</param>
    /// <param name="reading">How the model is read.</param>
    /// <param name="range">From the lowest to the highest position that was given at first.</param>
    public ExpectedUtilities(PositionTable table, ExpectedUtilityReading reading, double range)
    {
        (this.table, this.reading, this.range) = (table, reading, range);
        median = WeightedPositions.Median(table, 0);
        Risk = new double[table.Actors];
        Array.Fill(Risk, 1);
        success = range > 0 ? Success() : new double[table.Actors, table.Actors];
        if (range > 0)
        {
            Risk = Attitudes();
            success = Success();
        }
    }

    public double[] Risk { get; }

    /// <summary>To whom each actor gives way, each deciding by its own attitude to risk.</summary>
    public Concession?[] Concessions() => [.. Enumerable.Range(0, table.Actors).Select(Best)];

    private double At(int actor) => table.Positions[actor][0];

    private double Weight(int actor) => WeightedPositions.Weight(table, actor, 0);

    private Concession? Best(int i)
    {
        var offers = new List<(Concession Offer, double Rank)>();
        for (var j = 0; j < table.Actors; j++)
        {
            if (At(i) == At(j))
                continue;
            var (own, other) = (Challenge(i, j, Risk[i]), Challenge(j, i, Risk[i]));
            if (other <= 0)
                continue;
            var apart = Math.Abs(At(i) - At(j));
            if (own > 0 && other > own)
                offers.Add((new(j, Yielding.Confrontation, At(j)), apart));
            else if (own < 0 && other > -own)
            {
                var position = At(i) + ((At(j) - At(i)) * -own / other);
                var mean = ((-own * At(i)) + (other * At(j))) / (other - own);
                var rank = reading.Compromise == CompromiseChoice.LeastMove ? Math.Abs(position - At(i)) : mean;
                offers.Add((new(j, Yielding.Compromise, position), rank));
            }
            else if (own < 0)
                offers.Add((new(j, Yielding.Capitulation, At(j)), apart));
        }
        return offers.Count == 0 ? null : offers.OrderBy(o => o.Offer.How).ThenBy(o => o.Rank).First().Offer;
    }

    /// <summary>What a challenger expects of a challenge, by somebody's attitude to risk: a target resists as far as it cares.</summary>
    private double Challenge(int i, int j, double r)
    {
        var distance = Math.Abs(At(i) - At(j)) / range;
        var (won, lost, still) = (Utility(0.5 - (0.5 * distance), r), Utility(0.5 + (0.5 * distance), r), Utility(0.5, r));
        var resisted = (success[i, j] * won) + ((1 - success[i, j]) * lost);
        var salience = table.Salience[j][0];
        var expected = (salience * resisted) + ((1 - salience) * won) - (reading.StatusQuo * still);
        if (reading.StatusQuo == 1)
            return expected;
        // What comes without a challenge is for the better where the median is nearer than the other.
        var off = Math.Abs(At(i) - median);
        var drift = 0.25 * ((off / range) + distance);
        var better = off < Math.Abs(At(i) - At(j));
        return expected - ((1 - reading.StatusQuo) * Utility(better ? 0.5 - drift : 0.5 + drift, r));
    }

    // The sum of two distances can be more than twice the range once positions have moved.
    private static double Utility(double share, double r) => 2 - (4 * Math.Pow(Math.Clamp(share, 0, 1), r));

    private double[,] Success()
    {
        var n = table.Actors;
        var (pro, all) = (new double[n, n], 0.0);
        var cast = new double[n, n];
        for (var k = 0; k < n; k++)
        {
            // As replicated, a voter's attitude to risk bends its votes; as written it does not.
            var r = reading.Votes == VoteBase.AllPairs ? Risk[k] : 1;
            for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                var toOne = Math.Pow(Math.Abs(At(k) - At(i)) / range, r);
                var toOther = Math.Pow(Math.Abs(At(k) - At(j)) / range, r);
                var vote = Weight(k) * (toOther - toOne);
                pro[i, j] += Math.Max(0, vote);
                cast[i, j] += Math.Abs(vote);
                all += Math.Abs(vote);
            }
        }
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            var votes = reading.Votes == VoteBase.Pair ? cast[i, j] : all;
            result[i, j] = At(i) == At(j) || votes <= 0 ? 0 : pro[i, j] / votes;
        }
        return result;
    }

    private double[] Attitudes()
    {
        var n = table.Actors;
        var danger = new double[n];
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
            if (j != i)
                danger[i] += Challenge(j, i, 1);
        var (least, most) = (danger.Min(), danger.Max());
        return
        [
            .. danger.Select(d =>
            {
                var acceptance = most > least ? ((2 * d) - most - least) / (most - least) : 0;
                return (1 - (acceptance / 3)) / (1 + (acceptance / 3));
            }),
        ];
    }
}
