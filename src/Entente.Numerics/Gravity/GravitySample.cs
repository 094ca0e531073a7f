namespace Entente.Numerics.Gravity;

/// <summary>Which rows are used, and why the others are not.</summary>
internal sealed class GravitySample
{
    private readonly GravityData data;
    private readonly GravityOptions options;
    private readonly List<int> singletons = [];
    private readonly List<int> zeroLevels = [];
    private readonly List<int> separated = [];
    private readonly int weightless;

    public GravitySample(GravityData data, GravityOptions options)
    {
        (this.data, this.options) = (data, options);
        Effects = [.. data.Effects.Select(e => CrossedCodes.Of(data, e))];
        Kept = new bool[data.Rows];
        for (var r = 0; r < Kept.Length; r++)
            Kept[r] = data.Weights is null || data.Weights[r] > 0;
        weightless = Kept.Count(k => !k);
        Prune();
    }

    /// <summary>The effects with their factors crossed.</summary>
    public IReadOnlyList<Factor> Effects { get; }

    public bool[] Kept { get; }

    public bool SeparationCertified { get; set; } = true;

    public int Count => Kept.Count(k => k);

    public DroppedRows Dropped =>
        new()
        {
            Singletons = [.. singletons.Order()],
            ZeroLevels = [.. zeroLevels.Order()],
            Separated = [.. separated.Order()],
            Weightless = weightless,
            SeparationCertified = SeparationCertified,
        };

    public void Separate(IEnumerable<int> rows)
    {
        foreach (var row in rows)
        {
            Kept[row] = false;
            separated.Add(row);
        }
        Prune();
    }

    /// <summary>Drops levels that are all zero (PPML) and levels of one row, until there are none: dropping one may make another.</summary>
    private void Prune()
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var effect in Effects)
                changed |= Prune(effect);
        }
    }

    private bool Prune(Factor effect)
    {
        var rows = new int[effect.Levels];
        var positive = new bool[effect.Levels];
        for (var r = 0; r < Kept.Length; r++)
            if (Kept[r])
            {
                rows[effect.Codes[r]]++;
                positive[effect.Codes[r]] |= data.Response[r] > 0;
            }
        var changed = false;
        var poisson = options.Family == GravityFamily.Ppml;
        for (var r = 0; r < Kept.Length; r++)
        {
            if (!Kept[r])
                continue;
            var level = effect.Codes[r];
            if (poisson && !positive[level])
                zeroLevels.Add(r);
            else if (rows[level] == 1 && !options.KeepSingletons)
                singletons.Add(r);
            else
                continue;
            Kept[r] = false;
            changed = true;
        }
        return changed;
    }
}
