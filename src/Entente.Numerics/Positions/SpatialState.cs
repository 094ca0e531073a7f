namespace Entente.Numerics.Positions;

/// <summary>What follows from positions before anybody moves: utilities, attitudes to risk, what a challenge promises.</summary>
internal sealed class SpatialState
{
    // Strengths begin a little above zero, so that no quotient is 0/0.
    private const double LeastVote = 1e-8;
    private const double LeastStrength = 1e-10;
    private const double LeastGain = 1e-5;
    private const double SamePosition = 1e-3;

    private readonly int n;
    private readonly double[] total;

    // By actor and position: the distance as the actor sees it, and what the position is worth to it by the estimate of each actor.
    private readonly double[,] distance;
    private readonly double[][,] worth;

    public SpatialState(PositionTable table)
    {
        Table = table;
        n = table.Actors;
        total = [.. table.Salience.Select(s => s.Sum())];
        distance = new double[n, n];
        var neutral = new double[n, n];
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            distance[i, j] = Seen(i, table.Positions[j]);
            neutral[i, j] = 1 - distance[i, j];
        }
        Risk = Attitudes(Chances(neutral, n));
        worth = new double[n][,];
        for (var h = 0; h < n; h++)
        {
            worth[h] = new double[n, n];
            for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                worth[h][i, j] = Utility(distance[i, j], ((2 * Risk[h]) + Risk[i]) / 3);
        }
    }

    public PositionTable Table { get; }

    public double[] Risk { get; }

    /// <summary>What another actor's position is worth to an actor, by its own attitude to risk.</summary>
    public double Own(int actor, int position) => worth[actor][actor, position];

    /// <summary>What a position that nobody holds yet is worth to an actor.</summary>
    public double Own(int actor, IReadOnlyList<double> position) => Utility(Seen(actor, position), Risk[actor]);

    /// <summary>
    /// The probability of each of several options: that it beats every other, given that one does (votes by capability × difference of utility).
    /// </summary>
    /// <param name="utility">By actor and option.</param>
    /// <param name="options">How many there are.</param>
    public double[] Chances(double[,] utility, int options)
    {
        var beats = new double[options, options];
        for (var i = 0; i < options; i++)
        {
            beats[i, i] = 0.5;
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (LeastVote, LeastVote);
                for (var k = 0; k < n; k++)
                {
                    var vote = Table.Capability[k] * (utility[k, i] - utility[k, j]);
                    one += Math.Max(vote, 0);
                    other += Math.Max(-vote, 0);
                }
                (beats[i, j], beats[j, i]) = (one / (one + other), other / (one + other));
            }
        }
        var chances = new double[options];
        var sum = 0.0;
        for (var i = 0; i < options; i++)
        {
            chances[i] = 1;
            for (var j = 0; j < options; j++)
                chances[i] *= beats[i, j];
            sum += chances[i];
        }
        for (var i = 0; i < options; i++)
            chances[i] /= sum;
        return chances;
    }

    /// <summary>The challenge from which an actor expects most; null where it expects nothing from any.</summary>
    public SpatialChallenge? Best(int challenger)
    {
        SpatialChallenge? best = null;
        for (var target = 0; target < n; target++)
        {
            if (target == challenger)
                continue;
            var victory = Victory(challenger, challenger, target);
            var gain = Gain(challenger, challenger, challenger, target, victory);
            if (gain > LeastGain && !(best is { } so && so.Gain >= gain))
                best = new(target, gain, victory);
        }
        return best;
    }

    /// <summary>How likely one actor thinks it that a challenger defeats its target, third parties taking sides.</summary>
    public double Victory(int estimator, int challenger, int target)
    {
        var u = worth[estimator];
        var (i, j) = (challenger, target);
        var (pro, contra) = (LeastStrength, LeastStrength);
        Add(Strength(i) * (u[i, i] - u[i, j]), ref pro, ref contra);
        Add(Strength(j) * (u[j, i] - u[j, j]), ref pro, ref contra);
        var (principal, opponent) = (pro, contra);
        for (var k = 0; k < n; k++)
        {
            if (k == i || k == j)
                continue;
            // What a third party adds is weighed as if only the three were in it; where its side loses it takes the winner's position.
            var (one, other) = (principal, opponent);
            Add(Strength(k) * (u[k, i] - u[k, j]), ref one, ref other);
            var p = one / (one + other);
            var withChallenger = (p * ((2 * u[k, i]) + u[k, k])) + ((1 - p) * 3 * u[k, j]);
            var withTarget = (p * 3 * u[k, i]) + ((1 - p) * ((2 * u[k, j]) + u[k, k]));
            Add(Strength(k) * (withChallenger - withTarget), ref pro, ref contra);
        }
        return pro / (pro + contra);
    }

    /// <summary>What one actor thinks another gains by a challenge over leaving all as it is: a target that does not care gives in.</summary>
    public double Gain(int estimator, int affected, int challenger, int target, double victory)
    {
        var u = worth[estimator];
        var (won, lost) = (2 * u[affected, challenger], 2 * u[affected, target]);
        var contest = (victory * won) + ((1 - victory) * lost);
        return ((1 - total[target]) * won) + (total[target] * contest) - (u[affected, challenger] + u[affected, target]);
    }

    public SpatialTurn Turn(SpatialChallenge?[] challenges)
    {
        var holder = new int[n];
        var distinct = new List<int>();
        for (var i = 0; i < n; i++)
        {
            var same = distinct.FindIndex(j => SpatialModel.Distance(Table.Positions[i], Table.Positions[j]) < SamePosition);
            holder[i] = same < 0 ? distinct.Count : same;
            if (same < 0)
                distinct.Add(i);
        }
        var utility = new double[n, distinct.Count];
        for (var i = 0; i < n; i++)
        for (var option = 0; option < distinct.Count; option++)
            utility[i, option] = Own(i, distinct[option]);
        var chances = Chances(utility, distinct.Count);
        return new()
        {
            Positions = Table.Positions,
            Risk = Risk,
            Winning = [.. holder.Select(h => chances[h])],
            Challenges = challenges,
        };
    }

    /// <summary>
    /// From −½ for the position least likely to win to 1 for the likeliest; all 0 where all are as likely, which is where the quotient has no value.
    /// </summary>
    private static double[] Attitudes(double[] chances)
    {
        var (least, most) = (chances.Min(), chances.Max());
        return [.. chances.Select(p => most > least ? ((3 * p) - (most + (2 * least))) / (2 * (most - least)) : 0)];
    }

    private static double Utility(double distance, double risk) => (1 - distance) * (1 + (Math.Min(distance, 1) * risk));

    private static void Add(double vote, ref double pro, ref double contra)
    {
        if (vote > 0)
            pro += vote;
        else
            contra -= vote;
    }

    private double Strength(int actor) => total[actor] * Table.Capability[actor];

    private double Seen(int actor, IReadOnlyList<double> position)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var d = 0; d < position.Count; d++)
        {
            var (salience, apart) = (Table.Salience[actor][d], Table.Positions[actor][d] - position[d]);
            sum += salience * apart * (salience * apart);
            weights += salience * salience;
        }
        return Math.Sqrt(sum / weights);
    }
}
