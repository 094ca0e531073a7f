namespace Entente.Numerics.Similarity;

/// <summary>
/// How often one unit was in category k while the other was in category l, over the cases that both are known in: counts, or sums of the
/// cases' weights. Categories are ordered and one step apart. Immutable.
/// </summary>
public sealed class CrossTable
{
    private readonly double[] cells;

    /// <param name="categories">How many there are on the scale, seen or not; at least 2.</param>
    /// <param name="cells">Row by row: the first unit's category is the row.</param>
    /// <exception cref="ArgumentException">Not categories × categories finite numbers of at least 0.</exception>
    public CrossTable(int categories, ReadOnlySpan<double> cells)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        if (cells.Length != categories * categories)
            throw new ArgumentException($"{cells.Length} cells, {categories} × {categories} expected", nameof(cells));
        foreach (var cell in cells)
            if (!(cell >= 0) || !double.IsFinite(cell))
                throw new ArgumentException($"a cell of {cell}", nameof(cells));
        Categories = categories;
        this.cells = cells.ToArray();
        foreach (var cell in cells)
            Total += cell;
    }

    /// <summary>How many categories the scale has.</summary>
    public int Categories { get; }

    /// <summary>The number of cases, or the sum of their weights.</summary>
    public double Total { get; }

    /// <summary>Row by row.</summary>
    public ReadOnlySpan<double> Cells => cells;

    public double this[int first, int second] => cells[(first * Categories) + second];

    /// <summary>Lays two units beside each other, case by case.</summary>
    /// <param name="first">Categories from 0; <see cref="Ballots.Missing"/> where there is none: the case is left out.</param>
    /// <param name="second">As many.</param>
    /// <param name="categories">How many the scale has.</param>
    /// <param name="weights">The weight of each case, NaN where it is not known (the case is left out); empty counts each case once.</param>
    /// <exception cref="ArgumentException">Different lengths, a category beyond the scale, or a weight below 0.</exception>
    public static CrossTable Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, int categories, ReadOnlySpan<double> weights = default)
    {
        if (first.Length != second.Length || (weights.Length != 0 && weights.Length != first.Length))
            throw new ArgumentException("one category of each unit, and one weight if any, for each case");
        var cells = new double[categories * categories];
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] == Ballots.Missing || second[i] == Ballots.Missing)
                continue;
            if (first[i] >= categories || second[i] >= categories)
                throw new ArgumentException($"case {i}: category {Math.Max(first[i], second[i])} of {categories}", nameof(first));
            var weight = weights.Length == 0 ? 1 : weights[i];
            if (!double.IsNaN(weight))
                cells[(first[i] * categories) + second[i]] += weight;
        }
        return new(categories, cells);
    }

    /// <summary>The two units changed over.</summary>
    public CrossTable Transposed()
    {
        var swapped = new double[cells.Length];
        for (var k = 0; k < Categories; k++)
        for (var l = 0; l < Categories; l++)
            swapped[(l * Categories) + k] = this[k, l];
        return new(Categories, swapped);
    }
}
