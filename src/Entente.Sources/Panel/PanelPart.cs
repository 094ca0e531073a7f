using Entente.Sources.Store;

namespace Entente.Sources.Panel;

/// <summary>What one dataset adds to the panel: columns, read from the store once, kept in arrays beside each other.</summary>
internal abstract class PanelPart
{
    /// <summary>As `--with` calls it.</summary>
    public abstract string Name { get; }

    /// <summary>The dataset that fills it, as `record import` calls it.</summary>
    public abstract string Dataset { get; }

    public abstract string Table { get; }

    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>How long it takes to read, against the others: the longest are begun first.</summary>
    public virtual int Weight => 1;

    public abstract void Load(IRecordStore store, StoredImport import, DyadYears index, CancellationToken cancellation);

    /// <summary>The value of a column; NaN where there is none.</summary>
    public abstract double Value(int column, in DyadYear row);

    protected StoreQuery All(string columns, StoredImport import) => new($"select {columns} from {Table} where import_id = @1", import.Id);

    protected static double[] Empty(int length)
    {
        var values = new double[length];
        Array.Fill(values, double.NaN);
        return values;
    }
}

/// <summary>The parts that there are.</summary>
internal static class PanelParts
{
    public static IReadOnlyList<Func<PanelPart>> All { get; } =
    [
        () => new TradePart(),
        PledgePart.OfCow,
        PledgePart.OfAtop,
        () => new SharedIgoPart(),
        () => new ContiguityPart(),
        () => new CapabilitiesPart(),
        () => new DistancePart(),
        () => new DemocracyPart(),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(p => p().Name)];

    public static PanelPart? Find(string name)
    {
        foreach (var make in All)
            if (make() is var part && part.Name == name)
                return part;
        return null;
    }
}
