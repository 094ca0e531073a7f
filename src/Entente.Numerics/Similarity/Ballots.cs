namespace Entente.Numerics.Similarity;

/// <summary>
/// Who was in which category in which case, in one period: votes of members on roll calls, pledges of states to states. Packed as one plane of
/// bits for each unit and category, so that the cross-table of two units is k² counts of common bits. Immutable; any number of threads may
/// ask.
/// </summary>
public sealed class Ballots
{
    /// <summary>A unit is in no category in a case: absent, not a member, not reported. Never a category of its own.</summary>
    public const byte Missing = 255;

    /// <summary>The longest scale.</summary>
    public const int MostCategories = 32;

    private const int Word = 64;
    private readonly ulong[] planes;
    private readonly int words;
    private readonly byte[] choices;
    private readonly double[]? weights;

    /// <param name="units">How many.</param>
    /// <param name="cases">How many.</param>
    /// <param name="categories">How many the scale has, 2 to <see cref="MostCategories"/>.</param>
    /// <param name="choices">Unit by unit, case by case: the category from 0, or <see cref="Missing"/>.</param>
    /// <param name="weights">The weight of each case, NaN where it is not known; null where cases have none.</param>
    /// <exception cref="ArgumentException">Wrong lengths, a category beyond the scale, or a weight below 0.</exception>
    public Ballots(int units, int cases, int categories, ReadOnlySpan<byte> choices, double[]? weights = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        if (categories is < 2 or > MostCategories)
            throw new ArgumentOutOfRangeException(nameof(categories), categories, $"a scale of 2 to {MostCategories}");
        if (choices.Length != (long)units * cases)
            throw new ArgumentException($"{choices.Length} choices, {units} × {cases} expected", nameof(choices));
        if (weights is not null && weights.Length != cases)
            throw new ArgumentException($"{weights.Length} weights for {cases} cases", nameof(weights));
        foreach (var weight in weights ?? [])
            if (weight < 0 || double.IsInfinity(weight))
                throw new ArgumentException($"a weight of {weight}", nameof(weights));
        (Units, Cases, Categories) = (units, cases, categories);
        this.weights = weights?.ToArray();
        // Weights are added case by case; without them the planes say all.
        this.choices = weights is null ? [] : choices.ToArray();
        words = (cases + Word - 1) / Word;
        planes = new ulong[units * categories * words];
        for (var unit = 0; unit < units; unit++)
        for (var i = 0; i < cases; i++)
            if (choices[(unit * cases) + i] is var choice && choice != Missing)
                planes[At(unit, choice < categories ? choice : throw Beyond(unit, i, choice)) + (i / Word)] |= 1UL << (i % Word);
    }

    public int Units { get; }

    public int Cases { get; }

    public int Categories { get; }

    /// <summary>True where cases have weights.</summary>
    public bool Weighted => weights is not null;

    /// <summary>The category of a unit in a case; <see cref="Missing"/> where it is in none.</summary>
    public byte Choice(int unit, int @case)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(@case, Cases);
        for (var k = 0; k < Categories; k++)
            if ((planes[At(unit, k) + (@case / Word)] & (1UL << (@case % Word))) != 0)
                return (byte)k;
        return Missing;
    }

    /// <summary>Counts of cases.</summary>
    public CrossTable Table(int first, int second)
    {
        var cells = new double[Categories * Categories];
        Count(first, second, cells);
        return new(Categories, cells);
    }

    /// <summary>Sums of weights; a case whose weight is not known is left out.</summary>
    /// <exception cref="InvalidOperationException">Cases have no weights.</exception>
    public CrossTable WeightedTable(int first, int second)
    {
        var cells = new double[Categories * Categories];
        Weigh(first, second, cells);
        return new(Categories, cells);
    }

    /// <summary>How many of the cases that both units are known in have no known weight.</summary>
    public int Unweighed(int first, int second)
    {
        var count = 0;
        for (var i = 0; i < weights?.Length; i++)
            if (double.IsNaN(weights[i]) && choices[(first * Cases) + i] != Missing && choices[(second * Cases) + i] != Missing)
                count++;
        return count;
    }

    /// <summary>Writes the cross-table of two units into <paramref name="cells"/>; returns the number of cases.</summary>
    public int Count(int first, int second, Span<double> cells)
    {
        var n = 0;
        for (var k = 0; k < Categories; k++)
        {
            var one = planes.AsSpan(At(first, k), words);
            for (var l = 0; l < Categories; l++)
            {
                var common = BitCount.Common(one, planes.AsSpan(At(second, l), words));
                cells[(k * Categories) + l] = common;
                n += common;
            }
        }
        return n;
    }

    /// <summary>Writes the cross-table of weights; cases are added in their order, so that the bits are the same on every run.</summary>
    internal void Weigh(int first, int second, Span<double> cells)
    {
        if (weights is null)
            throw new InvalidOperationException("cases have no weights");
        cells.Clear();
        var one = choices.AsSpan(first * Cases, Cases);
        var two = choices.AsSpan(second * Cases, Cases);
        for (var i = 0; i < one.Length; i++)
            if (one[i] != Missing && two[i] != Missing && !double.IsNaN(weights[i]))
                cells[(one[i] * Categories) + two[i]] += weights[i];
    }

    private int At(int unit, int category) => ((unit * Categories) + category) * words;

    private static ArgumentException Beyond(int unit, int @case, byte choice) =>
        new($"unit {unit}, case {@case}: category {choice} is beyond the scale", nameof(choice));
}
