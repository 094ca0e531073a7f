namespace Entente.Numerics.Games;

/// <summary>A quantal response equilibrium, and what vouches for it.</summary>
public sealed record LogitResult
{
    public required double Lambda { get; init; }

    /// <summary>False where the path was not followed to λ; then the choices are empty.</summary>
    public required bool Converged { get; init; }

    /// <summary>The probability of each action, by <see cref="IAgentGame.Offsets"/>.</summary>
    public required IReadOnlyList<double> Choices { get; init; }

    /// <summary>The largest difference between a probability and the logit reply to the others.</summary>
    public required double Residual { get; init; }

    /// <summary>Steps along the path from λ = 0.</summary>
    public required int Steps { get; init; }

    /// <summary>Newton corrections in all.</summary>
    public required int Iterations { get; init; }

    /// <summary>How often the path turned back in λ on the way.</summary>
    public required int Turns { get; init; }

    /// <summary>Why it stopped.</summary>
    public required string Stopped { get; init; }
}

/// <summary>
/// Logit quantal response (McKelvey and Palfrey 1995, Games and Economic Behavior 10:6; for trees 1998, Experimental Economics 1:9): each
/// agent takes an action with probability in proportion to exp(λ × its worth). The principal branch is followed from λ = 0, where all
/// is equally likely, by predictor and corrector along its length, so that it may turn back in λ (Turocy 2005, Games and Economic
/// Behavior 51:243). Unknowns are the logarithms of the probabilities, which stay good where a probability is all but nothing.
/// </summary>
public static class LogitEquilibrium
{
    private const int MostSteps = 20_000;
    private const double ShortestStep = 1e-9;
    private const double Enough = 1e-8;

    /// <param name="game">The game.</param>
    /// <param name="lambda">From 0, per unit of payoff.</param>
    /// <param name="cancellation">Asked at every step.</param>
    public static LogitResult Of(IAgentGame game, double lambda, CancellationToken cancellation = default)
    {
        if (!double.IsFinite(lambda) || lambda < 0)
            throw new ArgumentOutOfRangeException(nameof(lambda), "expected λ from 0");
        var path = new LogitPath(game);
        var n = game.Offsets[^1];
        var state = path.Start();
        // Payoffs are taken in units of their spread and λ per that unit, so that steps mean the same in every game.
        var target = lambda * path.Unit;
        var (steps, iterations, turns, length) = (0, 0, 0, 0.1);
        var tangent = new double[n + 1];
        tangent[n] = 1;
        while (state[n] < target)
        {
            cancellation.ThrowIfCancellationRequested();
            if (steps++ >= MostSteps)
                return Failed(lambda, steps, iterations, turns, $"after {MostSteps} steps the path had not come to λ");
            if (path.Tangent(state, tangent) is not { } along)
                return Failed(lambda, steps, iterations, turns, "the path has no direction here");
            if (Math.Sign(along[n]) != Math.Sign(tangent[n]))
                turns++;
            while (true)
            {
                var next = path.Correct(Ahead(state, along, length), along, ref iterations);
                if (next is not null && next[n] >= target)
                    next = path.CorrectAt(Between(state, next, target), target, ref iterations) is { } there ? there : null;
                if (next is not null)
                {
                    state = next;
                    length = Math.Min(length * 1.5, Math.Max(0.5, 0.2 * Math.Abs(state[n])));
                    break;
                }
                length /= 2;
                if (length < ShortestStep)
                    return Failed(lambda, steps, iterations, turns, "the path could not be followed further");
            }
            tangent = along;
        }
        var choices = new double[n];
        for (var a = 0; a < n; a++)
            choices[a] = Math.Exp(state[a]);
        var residual = path.Residual(choices, lambda);
        return residual <= Enough
            ? new()
            {
                Lambda = lambda,
                Converged = true,
                Choices = choices,
                Residual = residual,
                Steps = steps,
                Iterations = iterations,
                Turns = turns,
                Stopped = "λ was reached",
            }
            : Failed(lambda, steps, iterations, turns, "the choices found are no logit replies to each other") with
            {
                Residual = residual,
            };
    }

    private static LogitResult Failed(double lambda, int steps, int iterations, int turns, string why) =>
        new()
        {
            Lambda = lambda,
            Converged = false,
            Choices = [],
            Residual = double.NaN,
            Steps = steps,
            Iterations = iterations,
            Turns = turns,
            Stopped = why,
        };

    private static double[] Ahead(double[] state, double[] along, double length)
    {
        var next = new double[state.Length];
        for (var i = 0; i < next.Length; i++)
            next[i] = state[i] + (length * along[i]);
        return next;
    }

    /// <summary>The point on the line between two at which λ is what is wanted.</summary>
    private static double[] Between(double[] from, double[] to, double target)
    {
        var share = to[^1] > from[^1] ? (target - from[^1]) / (to[^1] - from[^1]) : 1;
        var point = new double[from.Length];
        for (var i = 0; i < point.Length; i++)
            point[i] = from[i] + (share * (to[i] - from[i]));
        point[^1] = target;
        return point;
    }
}
