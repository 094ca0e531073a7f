namespace Entente.Numerics.Sensitivity;

/// <summary>
/// The patient rule induction method (Friedman and Fisher 1999, Statistics and Computing 9:123) as scenario discovery uses it (Bryant and Lempert 2010,
/// Technological Forecasting and Social Change 77:34): from the whole space a thin slice is peeled off again and again, each time the one whose loss
/// leaves the densest box; then the box is grown back where that does not thin it.
/// </summary>
public static class PatientRuleInduction
{
    /// <summary>Sides whose bounds could be chance at this level are dropped.</summary>
    private const double Level = 0.05;

    /// <param name="points">By point, one number for each input; finite.</param>
    /// <param name="isCase">By point, whether it is a case.</param>
    /// <param name="peel">The share of a box's points that one slice takes, 0.05 as in the paper.</param>
    /// <param name="leastSupport">No box holds fewer than this share of all points.</param>
    /// <param name="cancellation">Looked at before every slice.</param>
    /// <exception cref="ArgumentException">As many verdicts as points are needed, and points of one length.</exception>
    public static PrimSearch Search(
        IReadOnlyList<double[]> points,
        IReadOnlyList<bool> isCase,
        double peel = 0.05,
        double leastSupport = 0.05,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(isCase);
        if (points.Count != isCase.Count)
            throw new ArgumentException($"{points.Count} points, {isCase.Count} verdicts", nameof(isCase));
        if (!(peel > 0 && peel < 1))
            throw new ArgumentOutOfRangeException(nameof(peel), peel, "above 0 and below 1");
        var cases = isCase.Count(c => c);
        if (points.Count == 0)
            return new()
            {
                Cases = 0,
                Points = 0,
                Trajectory = [],
                Chosen = null,
            };
        var dimensions = points[0].Length;
        if (points.Any(p => p.Length != dimensions || p.Any(x => !double.IsFinite(x))))
            throw new ArgumentException("points of one length, of finite numbers", nameof(points));
        var field = new Field(points, isCase, dimensions, cases);
        var bounds = new Bounds(dimensions);
        var trajectory = new List<Bounds> { bounds };
        var least = Math.Max(1, (int)Math.Ceiling(leastSupport * points.Count));
        while (cases > 0 && Peeled(field, bounds, peel, least) is { } next)
        {
            cancellation.ThrowIfCancellationRequested();
            trajectory.Add(bounds = next);
        }
        return new()
        {
            Cases = cases,
            Points = points.Count,
            Trajectory = [.. trajectory.Select(b => field.Describe(b))],
            Chosen = Choose(field, trajectory, peel),
        };
    }

    private static Bounds? Peeled(Field field, Bounds bounds, double peel, int least)
    {
        var inside = field.Inside(bounds);
        var density = field.Density(inside);
        // All cases, or none: nothing to gain.
        if (density >= 1 || inside.Count <= least)
            return null;
        Bounds? best = null;
        var (bestDensity, bestLeft) = (density, 0);
        var take = Math.Max(1, (int)(peel * inside.Count));
        for (var d = 0; d < field.Dimensions; d++)
        {
            var ordered = inside.Select(i => field.Points[i][d]).Order().ToArray();
            foreach (var candidate in Slices(bounds, d, ordered, take))
            {
                var left = field.Inside(candidate, inside);
                // Ties of a value go or stay together, so a slice may take more than its share.
                if (left.Count < least || left.Count == inside.Count)
                    continue;
                var reached = field.Density(left);
                if (reached > bestDensity || (best is not null && reached == bestDensity && left.Count > bestLeft))
                    (best, bestDensity, bestLeft) = (candidate, reached, left.Count);
            }
        }
        return best;
    }

    private static IEnumerable<Bounds> Slices(Bounds bounds, int dimension, double[] ordered, int take)
    {
        var (lowest, highest) = (ordered[0], ordered[^1]);
        var next = Array.Find(ordered, x => x > ordered[Math.Min(take, ordered.Length) - 1]);
        if (ordered[Math.Min(take, ordered.Length) - 1] < highest)
            yield return bounds.With(dimension, next, bounds.High[dimension]);
        var last = Array.FindLast(ordered, x => x < ordered[Math.Max(0, ordered.Length - take)]);
        if (ordered[Math.Max(0, ordered.Length - take)] > lowest)
            yield return bounds.With(dimension, bounds.Low[dimension], last);
    }

    private static PrimBox? Choose(Field field, List<Bounds> trajectory, double peel)
    {
        var whole = field.Describe(trajectory[0]);
        var best = trajectory.Select(b => (Bounds: b, Box: field.Describe(b))).MaxBy(p => Harmonic(p.Box));
        if (best.Box is null || field.Cases == 0 || best.Box.Density <= whole.Density)
            return null;
        var bounds = Pasted(field, best.Bounds, peel);
        // Sides that could be chance go, the least telling first; what is left is judged anew.
        while (field.Describe(bounds).Sides.Where(s => s.Chance > Level).MaxBy(s => s.Chance) is { } idle)
            bounds = bounds.With(idle.Input, double.NegativeInfinity, double.PositiveInfinity);
        var chosen = field.Describe(bounds);
        return chosen.Sides.Count == 0 || chosen.Density <= whole.Density ? null : chosen;
    }

    private static double Harmonic(PrimBox box) =>
        box.Density + box.Coverage == 0 ? 0 : 2 * box.Density * box.Coverage / (box.Density + box.Coverage);

    /// <summary>Grown back by slices as long as the box gets no thinner.</summary>
    private static Bounds Pasted(Field field, Bounds bounds, double peel)
    {
        while (true)
        {
            var inside = field.Inside(bounds);
            var density = field.Density(inside);
            var take = Math.Max(1, (int)(peel * inside.Count));
            Bounds? best = null;
            var (bestDensity, bestCount) = (density, inside.Count);
            for (var d = 0; d < field.Dimensions; d++)
                foreach (var candidate in Growths(field, bounds, d, take))
                {
                    var grown = field.Inside(candidate);
                    var reached = field.Density(grown);
                    if (grown.Count > inside.Count && reached >= bestDensity && (reached > bestDensity || grown.Count > bestCount))
                        (best, bestDensity, bestCount) = (candidate, reached, grown.Count);
                }
            if (best is null)
                return bounds;
            bounds = best;
        }
    }

    private static IEnumerable<Bounds> Growths(Field field, Bounds bounds, int dimension, int take)
    {
        var (low, high) = (bounds.Low[dimension], bounds.High[dimension]);
        var open = bounds.With(dimension, double.NegativeInfinity, double.PositiveInfinity);
        var along = field.Inside(open).Select(i => field.Points[i][dimension]).Order().ToArray();
        var below = along.Where(x => x < low).ToArray();
        if (below.Length > 0)
            yield return bounds.With(dimension, below.Length <= take ? double.NegativeInfinity : below[^take], high);
        var above = along.Where(x => x > high).ToArray();
        if (above.Length > 0)
            yield return bounds.With(dimension, low, above.Length <= take ? double.PositiveInfinity : above[take - 1]);
    }

    /// <summary>A box's bounds, never changed.</summary>
    private sealed class Bounds
    {
        public Bounds(int dimensions)
        {
            Low = new double[dimensions];
            High = new double[dimensions];
            Array.Fill(Low, double.NegativeInfinity);
            Array.Fill(High, double.PositiveInfinity);
        }

        public double[] Low { get; }

        public double[] High { get; }

        public Bounds With(int dimension, double low, double high)
        {
            var other = new Bounds(Low.Length);
            Low.CopyTo(other.Low, 0);
            High.CopyTo(other.High, 0);
            (other.Low[dimension], other.High[dimension]) = (low, high);
            return other;
        }

        public bool Holds(double[] point)
        {
            for (var d = 0; d < Low.Length; d++)
                if (point[d] < Low[d] || point[d] > High[d])
                    return false;
            return true;
        }
    }

    /// <summary>The points and their verdicts.</summary>
    private sealed class Field(IReadOnlyList<double[]> points, IReadOnlyList<bool> isCase, int dimensions, int cases)
    {
        public IReadOnlyList<double[]> Points => points;

        public int Dimensions => dimensions;

        public int Cases => cases;

        public List<int> Inside(Bounds bounds) => Inside(bounds, Enumerable.Range(0, points.Count));

        public List<int> Inside(Bounds bounds, IEnumerable<int> among) => [.. among.Where(i => bounds.Holds(points[i]))];

        public double Density(List<int> inside) => inside.Count == 0 ? 0 : (double)Count(inside) / inside.Count;

        public PrimBox Describe(Bounds bounds)
        {
            var inside = Inside(bounds);
            var sides = new List<BoxSide>();
            for (var d = 0; d < dimensions; d++)
                if (!double.IsNegativeInfinity(bounds.Low[d]) || !double.IsPositiveInfinity(bounds.High[d]))
                {
                    var without = Inside(bounds.With(d, double.NegativeInfinity, double.PositiveInfinity));
                    sides.Add(new(d, bounds.Low[d], bounds.High[d], UpperTail(inside.Count, Count(inside), Density(without))));
                }
            return new()
            {
                Sides = sides,
                Density = Density(inside),
                Coverage = cases == 0 ? 0 : (double)Count(inside) / cases,
                Support = (double)inside.Count / points.Count,
            };
        }

        private int Count(List<int> inside) => inside.Count(i => isCase[i]);

        /// <summary>P(X ≥ found) of a binomial X.</summary>
        private static double UpperTail(int trials, int found, double p)
        {
            if (found <= 0 || p >= 1)
                return 1;
            if (p <= 0)
                return 0;
            // From the mode outwards nothing overflows: logarithms of the terms, summed upwards from `found`.
            var log = 0.0;
            for (var k = 1; k <= found; k++)
                log += Math.Log((double)(trials - found + k) / k);
            var term = Math.Exp(log + (found * Math.Log(p)) + ((trials - found) * Math.Log(1 - p)));
            var sum = term;
            for (var k = found; k < trials && term > sum * 1e-17; k++)
            {
                term *= (double)(trials - k) / (k + 1) * p / (1 - p);
                sum += term;
            }
            return Math.Min(1, sum);
        }
    }
}
