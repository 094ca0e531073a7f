namespace Entente.Numerics.Games;

/// <summary>
/// Effort divided between two contests, in each of which the part of the prize that is won is x^m/(x^m + y^m) (Tullock 1980; its axioms: Skaperdas
/// 1996, Economic Theory 7:283).
/// </summary>
public sealed record TwoFrontContest
{
    private const int Cells = 512;
    private const int Narrowings = 60;
    private const double Golden = 0.6180339887498949;

    /// <summary>From 0.</summary>
    public required double Effort { get; init; }

    /// <summary>The rivals' efforts, above 0.</summary>
    public required (double First, double Second) Rivals { get; init; }

    /// <summary>What each front is worth, from 0.</summary>
    public required (double First, double Second) Values { get; init; }

    /// <summary>m, above 0.</summary>
    public required double Decisiveness { get; init; }

    /// <summary>What a split brings.</summary>
    /// <param name="share">The part of the effort that goes to the first front, 0 to 1.</param>
    public double Value(double share) =>
        (Values.First * Won(share * Effort, Rivals.First)) + (Values.Second * Won((1 - share) * Effort, Rivals.Second));

    /// <summary>The best split and what it brings: in closed form where m = 1, else by a grid and golden sections in its best cell.</summary>
    public (double Share, double Value) Best()
    {
        if (Effort <= 0 || (Values.First <= 0 && Values.Second <= 0))
            return (0.5, Value(0.5));
        if (Decisiveness == 1)
        {
            // Where both are fought for, V₁y₁/(x₁ + y₁)² = V₂y₂/(x₂ + y₂)².
            var (one, two) = (Math.Sqrt(Values.First * Rivals.First), Math.Sqrt(Values.Second * Rivals.Second));
            var first = ((one * (Effort + Rivals.Second)) - (two * Rivals.First)) / (one + two);
            var share = Math.Clamp(first / Effort, 0, 1);
            return (share, Value(share));
        }
        var best = 0;
        for (var cell = 1; cell <= Cells; cell++)
            if (Value((double)cell / Cells) > Value((double)best / Cells))
                best = cell;
        var (low, high) = (Math.Max(0, best - 1) / (double)Cells, Math.Min(Cells, best + 1) / (double)Cells);
        var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        var (atLeft, atRight) = (Value(left), Value(right));
        for (var i = 0; i < Narrowings; i++)
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = Value(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = Value(right);
            }
        var middle = (low + high) / 2;
        var corner = (double)best / Cells;
        return Value(middle) >= Value(corner) ? (middle, Value(middle)) : (corner, Value(corner));
    }

    private double Won(double own, double rival)
    {
        if (own <= 0)
            return 0;
        // By the ratio, so that large efforts to a high power stay finite.
        var ratio = Decisiveness == 1 ? rival / own : Math.Pow(rival / own, Decisiveness);
        return 1 / (1 + ratio);
    }
}
