using Entente.Numerics.IdealPoints;

namespace Entente.Models.IdealPoints;

/// <summary>Where a state stood in a year.</summary>
/// <param name="Position">Above 0: towards the orienting state. NaN, as the others, where the chains did not converge.</param>
/// <param name="Error">Standard error, or the posterior's standard deviation.</param>
/// <param name="Low">The 5th percentile.</param>
/// <param name="High">The 95th percentile.</param>
/// <param name="Second">On the second dimension, where there is one.</param>
public readonly record struct EstimatedPoint(
    string State,
    int Year,
    double Position,
    double Error,
    double Low,
    double High,
    int Votes,
    (double Position, double Error)? Second,
    Convergence? Convergence
);

/// <summary>A change, or a difference, with the interval that holds it with probability 0.9.</summary>
public readonly record struct Movement(string State, int From, int To, double Change, double Error, double Low, double High);

/// <summary>Ideal points of states as estimated from votes, by either fit.</summary>
public sealed class IdealPointEstimate
{
    /// <summary>From the median to the 95th percentile of a normal distribution.</summary>
    private const double Reach = 1.6448536269514722;

    public IdealPointEstimate(SelectedVotes selected, IdealPointFit fit, IdealPointDraws? draws)
    {
        (Selected, Fit, Draws) = (selected, fit, draws);
        var points = new EstimatedPoint[fit.State.Length];
        for (var c = 0; c < points.Length; c++)
            points[c] = Point(c);
        Points = points;
    }

    public SelectedVotes Selected { get; }

    public IdealPointFit Fit { get; }

    /// <summary>Null for the fast fit.</summary>
    public IdealPointDraws? Draws { get; }

    /// <summary>By state, then by year.</summary>
    public IReadOnlyList<EstimatedPoint> Points { get; }

    /// <summary>Whether there is anything to report: a fit that did not converge has no figures.</summary>
    public bool Converged => Draws is null ? Fit.Converged : Points.Any(p => double.IsFinite(p.Position));

    /// <summary>How far a state moved between two years; null where it did not vote in one of them, or the chains do not agree.</summary>
    public Movement? Drift(string state, int from, int to)
    {
        if (Cell(state, from) is not { } first || Cell(state, to) is not { } last)
            return null;
        if (Draws is not null)
            return Of(state, from, to, Draws.Drift(first, last));
        var (change, error) = Fit.Drift(first, last);
        return new(state, from, to, change, error, change - (Reach * error), change + (Reach * error));
    }

    /// <summary>The position of the second state less that of the first in one year.</summary>
    public Movement? Difference(string first, string second, int year)
    {
        if (Cell(first, year) is not { } one || Cell(second, year) is not { } other)
            return null;
        if (Draws is not null)
            return Of(first, year, year, Draws.Difference(one, other));
        var difference = Fit.Position[0][other] - Fit.Position[0][one];
        var error = Math.Sqrt((Fit.Error[0][one] * Fit.Error[0][one]) + (Fit.Error[0][other] * Fit.Error[0][other]));
        return new(first, year, year, difference, error, difference - (Reach * error), difference + (Reach * error));
    }

    /// <summary>States by how far they moved between their first and last year, furthest first, of those that voted in ten years or more.</summary>
    public IReadOnlyList<Movement> Movers(int most)
    {
        const int Fewest = 10;
        return
        [
            .. Points
                .GroupBy(p => p.State)
                .Where(g => g.Count() >= Fewest)
                .Select(g => Drift(g.Key, g.First().Year, g.Last().Year))
                .OfType<Movement>()
                .OrderByDescending(m => Math.Abs(m.Change))
                .ThenBy(m => m.State, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    /// <exception cref="ArgumentException">Too little in common.</exception>
    public ReleaseComparison CompareWith(IEnumerable<ReleasedPoint> released) =>
        ReleaseComparison.Of(Points.Select(p => (p.State, p.Year, p.Position, p.Error)), released);

    private int? Cell(string state, int year) =>
        Selected.StateAt(state) is >= 0 and var s && Selected.PeriodAt(year) is >= 0 and var p && Fit.Cell(s, p) is >= 0 and var c
            ? c
            : null;

    private EstimatedPoint Point(int cell)
    {
        var (state, year) = (Selected.States[Fit.State[cell]], Selected.Years[Fit.Period[cell]]);
        if (Draws?.Cells[cell] is { } drawn)
            return new(
                state,
                year,
                drawn.Mean,
                drawn.Deviation,
                drawn.Quantile5,
                drawn.Quantile95,
                Fit.Votes[cell],
                null,
                drawn.Convergence
            );
        var (position, error) = Fit.Converged ? (Fit.Position[0][cell], Fit.Error[0][cell]) : (double.NaN, double.NaN);
        return new(
            state,
            year,
            position,
            error,
            position - (Reach * error),
            position + (Reach * error),
            Fit.Votes[cell],
            Fit is { Dimensions: 2, Converged: true } ? (Fit.Position[1][cell], Fit.Error[1][cell]) : null,
            null
        );
    }

    private static Movement? Of(string state, int from, int to, Posterior drawn) =>
        drawn.Converged ? new(state, from, to, drawn.Mean, drawn.Deviation, drawn.Quantile5, drawn.Quantile95) : null;
}
