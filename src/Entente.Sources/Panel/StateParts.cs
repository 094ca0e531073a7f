using Entente.Sources.Datasets.CowNmc;
using Entente.Sources.Datasets.Vdem;
using Entente.Sources.Store;

namespace Entente.Sources.Panel;

/// <summary>Figures of each of the two states: every one has two columns, ending in 1 and 2.</summary>
internal abstract class StatePart(params string[] figures) : PanelPart
{
    private double[][] values = [];
    private int years;

    public override IReadOnlyList<string> Columns { get; } = [.. figures.SelectMany(f => new[] { f + "1", f + "2" })];

    protected IReadOnlyList<string> Figures => figures;

    public override double Value(int column, in DyadYear row) =>
        values[column >> 1][(((column & 1) == 0 ? row.State1 : row.State2) * years) + row.Year];

    protected void Begin(SystemYears system)
    {
        years = system.Years;
        values = [.. figures.Select(_ => Empty(system.Count * years))];
    }

    /// <param name="state">-1 where it is no member, and nothing is kept.</param>
    /// <param name="year">From 0.</param>
    /// <param name="row">The row of the table.</param>
    /// <param name="first">The column of the row in which the first figure stands.</param>
    protected void Keep(int state, int year, IStoreRow row, int first)
    {
        if (state < 0)
            return;
        for (var i = 0; i < values.Length; i++)
            if (!row.IsNull(first + i))
                values[i][(state * years) + year] = row.Real(first + i);
    }
}

/// <summary>The index of national capability, military spending (thousands; pounds to 1913, US$ from 1914) and population (thousands).</summary>
internal sealed class CapabilitiesPart() : StatePart("cinc", "milex", "tpop")
{
    public override string Name => "capabilities";

    public override string Dataset => "cow-nmc";

    public override string Table => CowNmcDataset.Capabilities.Name;

    public override void Load(IRecordStore store, StoredImport import, DyadYears index, CancellationToken cancellation)
    {
        var system = index.System;
        Begin(system);
        store.Read(
            All($"number, year, {string.Join(", ", Figures)}", import),
            r =>
            {
                var year = (int)r.Integer(1) - system.From;
                if (year >= 0 && year < system.Years)
                    Keep(system.OfNumber((int)r.Integer(0)), year, r, 2);
            },
            cancellation
        );
    }
}

/// <summary>V-Dem's index of electoral democracy, 0 to 1.</summary>
internal sealed class DemocracyPart() : StatePart("polyarchy")
{
    public override string Name => "democracy";

    public override string Dataset => "vdem";

    public override string Table => VdemDataset.Democracy.Name;

    public override void Load(IRecordStore store, StoredImport import, DyadYears index, CancellationToken cancellation)
    {
        var system = index.System;
        Begin(system);
        store.Read(
            All("state, year, polyarchy", import),
            r =>
            {
                var year = (int)r.Integer(1) - system.From;
                if (year < 0 || year >= system.Years)
                    return;
                var state = system.OfParty((int)r.Integer(0), year, out var second);
                Keep(state, year, r, 2);
                Keep(second, year, r, 2);
            },
            cancellation
        );
    }
}
