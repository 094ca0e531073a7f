namespace Entente.Numerics.Gravity;

/// <summary>
/// Three factors whose three pairs are the effects (exporter × importer, exporter × time, importer × time): their rows are cells of a box.
/// The factor with the fewest levels is the box's depth, that with the most its first side; each may be exporter, importer or time.
/// </summary>
internal sealed record CubeShape
{
    // Below this share of filled cells the empty ones cost more than their order saves.
    private const double LeastFilled = 0.25;
    private const int MostDepth = 128;
    private const long MostCells = 200_000_000;

    public required int First { get; init; }

    public required int Depth { get; init; }

    public required int Second { get; init; }

    /// <summary>For each cell (first, depth, second) its row, or −1.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Which effect (by its number in the data) is first × depth, second × depth, first × second.</summary>
    public required int[] Effects { get; init; }

    /// <summary>The factors (by their numbers in the data) of first, second and depth.</summary>
    public required int[] Factors { get; init; }

    /// <summary>Null where the effects are not of this form, a cell has two rows, or too many have none.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="kept">Which rows are used.</param>
    /// <param name="sparse">True where any share of filled cells will do.</param>
    public static CubeShape? Of(GravityData data, bool[] kept, bool sparse = false)
    {
        if (data.Effects.Count != 3 || data.Effects.Any(e => e.Length != 2 || e[0] == e[1]))
            return null;
        var factors = data.Effects.SelectMany(e => e).Distinct().OrderByDescending(f => data.Factors[f].Levels).ThenBy(f => f).ToArray();
        if (factors.Length != 3)
            return null;
        var (i, j, t) = (factors[0], factors[1], factors[2]);
        var effects = new[] { EffectOf(data, i, t), EffectOf(data, j, t), EffectOf(data, i, j) };
        if (effects.Contains(-1))
            return null;
        var (first, second, depth) = (data.Factors[i], data.Factors[j], data.Factors[t]);
        var rows = kept.LongCount(k => k);
        var cells = (long)first.Levels * second.Levels * depth.Levels;
        if (depth.Levels > MostDepth || cells > MostCells || (!sparse && rows < LeastFilled * cells))
            return null;
        var places = new int[cells];
        Array.Fill(places, -1);
        for (var r = 0; r < kept.Length; r++)
        {
            if (!kept[r])
                continue;
            ref var place = ref places[(((first.Codes[r] * depth.Levels) + depth.Codes[r]) * second.Levels) + second.Codes[r]];
            if (place >= 0)
                return null;
            place = r;
        }
        return new()
        {
            First = first.Levels,
            Depth = depth.Levels,
            Second = second.Levels,
            Rows = places,
            Effects = effects,
            Factors = [i, j, t],
        };
    }

    private static int EffectOf(GravityData data, int a, int b)
    {
        for (var e = 0; e < data.Effects.Count; e++)
            if (data.Effects[e].Contains(a) && data.Effects[e].Contains(b))
                return e;
        return -1;
    }
}
