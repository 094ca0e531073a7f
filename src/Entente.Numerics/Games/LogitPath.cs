namespace Entente.Numerics.Games;

/// <summary>
/// The equations whose solutions are quantal response equilibria, in the logarithms of the probabilities and λ: for each agent the
/// probabilities sum to one, and log p(a) − log p(0) = λ (worth(a) − worth(0)).
/// </summary>
internal sealed class LogitPath
{
    private const int MostCorrections = 12;
    private const double Exact = 1e-12;

    // The path bends slowly where a step was short enough; a first correction beyond this may have left for another branch.
    private const double FarthestCorrection = 0.5;

    private readonly IAgentGame game;
    private readonly int n;
    private readonly double[] choices;
    private readonly double[] worth;
    private readonly double[] slope;

    // The n equations by n unknowns and λ, then what they come to; one row more for the condition that makes a step definite.
    private readonly double[,] rows;

    public LogitPath(IAgentGame game)
    {
        this.game = game;
        n = game.Offsets[^1];
        (choices, worth, slope) = (new double[n], new double[n], new double[n * n]);
        rows = new double[n + 1, n + 2];
        Unit = game.Spread > 0 ? game.Spread : 1;
    }

    /// <summary>The unit of payoff.</summary>
    public double Unit { get; }

    /// <summary>λ = 0: all is equally likely.</summary>
    public double[] Start()
    {
        var state = new double[n + 1];
        for (var h = 0; h < game.Owners.Count; h++)
        for (var a = game.Offsets[h]; a < game.Offsets[h + 1]; a++)
            state[a] = -Math.Log(game.Offsets[h + 1] - game.Offsets[h]);
        return state;
    }

    /// <summary>The direction of the path, one long, on the same side as the direction before; null where there is none.</summary>
    public double[]? Tangent(double[] state, double[] before)
    {
        Fill(state);
        for (var r = 0; r < n; r++)
            rows[r, n + 1] = 0;
        Condition(before, 1);
        if (!Gauss.Solve(rows))
            return null;
        var along = new double[n + 1];
        var norm = 0.0;
        for (var i = 0; i <= n; i++)
            norm += rows[i, n + 1] * rows[i, n + 1];
        norm = Math.Sqrt(norm);
        for (var i = 0; i <= n; i++)
            along[i] = rows[i, n + 1] / norm;
        return double.IsFinite(norm) && norm > 0 ? along : null;
    }

    /// <summary>Back onto the path, across its direction; null where Newton's method does not come there.</summary>
    public double[]? Correct(double[] state, double[] along, ref int iterations) => Newton(state, along, ref iterations);

    /// <summary>Onto the path at a given λ.</summary>
    public double[]? CorrectAt(double[] state, double lambda, ref int iterations)
    {
        var fixedLambda = new double[n + 1];
        fixedLambda[n] = 1;
        state[n] = lambda;
        if (Newton(state, fixedLambda, ref iterations) is not { } there)
            return null;
        there[n] = lambda;
        return there;
    }

    /// <summary>The largest difference between a probability and the logit reply, reckoned anew.</summary>
    public double Residual(double[] probabilities, double lambda)
    {
        game.Worth(probabilities, worth, slope: null);
        var residual = 0.0;
        for (var h = 0; h < game.Owners.Count; h++)
        {
            var (from, to) = (game.Offsets[h], game.Offsets[h + 1]);
            var top = worth[from..to].Max();
            var sum = 0.0;
            for (var a = from; a < to; a++)
                sum += Math.Exp(lambda * (worth[a] - top));
            for (var a = from; a < to; a++)
                residual = Math.Max(residual, Math.Abs(probabilities[a] - (Math.Exp(lambda * (worth[a] - top)) / sum)));
        }
        return residual;
    }

    private double[]? Newton(double[] start, double[] across, ref int iterations)
    {
        var state = (double[])start.Clone();
        var last = FarthestCorrection;
        for (var i = 0; i < MostCorrections; i++)
        {
            iterations++;
            Fill(state);
            Condition(across, 0);
            if (!Gauss.Solve(rows))
                return null;
            var size = 0.0;
            for (var v = 0; v <= n; v++)
                size = Math.Max(size, Math.Abs(rows[v, n + 1]));
            // Within rounding a correction may not shrink any more.
            if (!(size <= last) && size > 1e-10)
                return null;
            for (var v = 0; v <= n; v++)
                state[v] += rows[v, n + 1];
            if (size <= Exact * Math.Max(1, Math.Abs(state[n])))
                return state;
            last = size * 0.7;
        }
        return null;
    }

    private void Condition(double[] across, double value)
    {
        for (var c = 0; c <= n; c++)
            rows[n, c] = across[c];
        rows[n, n + 1] = value;
    }

    /// <summary>The equations' slopes, and what they lack of being met.</summary>
    private void Fill(double[] state)
    {
        for (var a = 0; a < n; a++)
            choices[a] = Math.Exp(state[a]);
        game.Worth(choices, worth, slope);
        var lambda = state[n];
        Array.Clear(rows);
        for (var h = 0; h < game.Owners.Count; h++)
        {
            var (first, end) = (game.Offsets[h], game.Offsets[h + 1]);
            var sum = 0.0;
            for (var a = first; a < end; a++)
            {
                sum += choices[a];
                rows[first, a] = choices[a];
            }
            rows[first, n + 1] = 1 - sum;
            for (var a = first + 1; a < end; a++)
            {
                var gain = (worth[a] - worth[first]) / Unit;
                for (var b = 0; b < n; b++)
                    rows[a, b] = -lambda * (slope[(a * n) + b] - slope[(first * n) + b]) / Unit * choices[b];
                rows[a, a] += 1;
                rows[a, first] -= 1;
                rows[a, n] = -gain;
                rows[a, n + 1] = (lambda * gain) - (state[a] - state[first]);
            }
        }
    }
}
