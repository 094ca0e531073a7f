using Entente.Sources.Datasets;
using Entente.Sources.Datasets.CowContiguity;
using Entente.Sources.Datasets.CowIgo;
using Entente.Sources.Datasets.CowTrade;
using Entente.Sources.Datasets.CshapesDistance;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.Panel;

/// <summary>What each imported from the other, US$ million.</summary>
internal sealed class TradePart : PanelPart
{
    private double[] imports = [];

    public override string Name => "trade";

    public override string Dataset => "cow-trade";

    public override string Table => CowTradeDataset.DyadicTrade.Name;

    public override IReadOnlyList<string> Columns { get; } = ["imports1", "imports2"];

    public override int Weight => 8;

    public override void Load(IRecordStore store, StoredImport import, DyadYears index, CancellationToken cancellation)
    {
        imports = Empty(index.Slots);
        var slots = new int[4];
        store.Read(
            All("state1, state2, year, flow1, flow2", import),
            r =>
            {
                var found = index.Find((int)r.Integer(0), (int)r.Integer(1), (int)r.Integer(2), slots);
                for (var i = 0; i < found; i++)
                {
                    if (!r.IsNull(3))
                        imports[slots[i]] = r.Real(3);
                    if (!r.IsNull(4))
                        imports[slots[i] ^ 1] = r.Real(4);
                }
            },
            cancellation
        );
    }

    public override double Value(int column, in DyadYear row) => imports[row.Slot ^ column];
}

/// <summary>
/// What the first has promised the second by alliance, each pledge 1 or 0; no alliance in a year that the dataset covers is 0, a year
/// that it does not cover is empty.
/// </summary>
internal sealed class PledgePart : PanelPart
{
    /// <summary>How far the bits of pledges left open lie above those of pledges.</summary>
    private const int Open = 8;
    private readonly string[] pledges;
    private ushort[] flags = [];
    private int from;
    private int to;

    private PledgePart(string name, string dataset, string prefix, string[] pledges)
    {
        (Name, Dataset, this.pledges) = (name, dataset, pledges);
        Columns = [.. pledges.Select(p => prefix + p)];
    }

    public static PledgePart OfCow() => new("alliances", "cow-alliances", "cow_", ["defense", "neutrality", "nonaggression", "entente"]);

    public static PledgePart OfAtop() =>
        new("atop", "atop", "atop_", ["defense", "offense", "neutrality", "nonaggression", "consultation"]);

    public override string Name { get; }

    public override string Dataset { get; }

    public override string Table => AlliancePledges.Table.Name;

    public override IReadOnlyList<string> Columns { get; }

    public override int Weight => 3;

    public override void Load(IRecordStore store, StoredImport import, DyadYears index, CancellationToken cancellation)
    {
        flags = new ushort[index.Slots];
        var covered = import.Tables.First(t => t.Name == Table);
        (from, to) = (covered.From - index.System.From, covered.To - index.System.From);
        var system = index.System;
        store.Read(
            All($"number1, number2, year, {string.Join(", ", pledges)}", import),
            r =>
            {
                var year = (int)r.Integer(2) - system.From;
                var slot = index.Slot(system.OfNumber((int)r.Integer(0)), system.OfNumber((int)r.Integer(1)), year);
                if (slot < 0)
                    return;
                for (var i = 0; i < pledges.Length; i++)
                    if (r.IsNull(i + 3))
                        flags[slot] |= (ushort)(1 << (i + Open));
                    else if (r.Integer(i + 3) != 0)
                        flags[slot] |= (ushort)(1 << i);
            },
            cancellation
        );
    }

    public override double Value(int column, in DyadYear row)
    {
        var all = flags[row.Slot];
        if ((all & (1 << column)) != 0)
            return 1;
        return row.Year < from || row.Year > to || (all & (1 << (column + Open))) != 0 ? double.NaN : 0;
    }
}

/// <summary>How many intergovernmental organisations both were full members of.</summary>
internal sealed class SharedIgoPart : PanelPart
{
    private short[] shared = [];

    public override string Name => "igo";

    public override string Dataset => "cow-igo";

    public override string Table => CowIgoDataset.SharedMemberships.Name;

    public override IReadOnlyList<string> Columns { get; } = ["shared_igos"];

    public override int Weight => 10;

    public override void Load(IRecordStore store, StoredImport import, DyadYears index, CancellationToken cancellation)
    {
        shared = new short[index.Pairs];
        Array.Fill(shared, (short)-1);
        var slots = new int[4];
        store.Read(
            All("state1, state2, year, shared", import),
            r =>
            {
                var found = index.Find((int)r.Integer(0), (int)r.Integer(1), (int)r.Integer(2), slots);
                for (var i = 0; i < found; i++)
                    shared[slots[i] >> 1] = (short)r.Integer(3);
            },
            cancellation
        );
    }

    public override double Value(int column, in DyadYear row) => shared[row.Slot >> 1] is >= 0 and var count ? count : double.NaN;
}

/// <summary>
/// The closest kind of contiguity in the year, 1 (by land) to 5 (across at most 400 miles of water); 0 for none in a year that the dataset
/// covers.
/// </summary>
internal sealed class ContiguityPart : PanelPart
{
    private byte[] kinds = [];
    private int from = int.MaxValue;
    private int to = int.MinValue;

    public override string Name => "contiguity";

    public override string Dataset => "cow-contiguity";

    public override string Table => CowContiguityDataset.Contiguity.Name;

    public override IReadOnlyList<string> Columns { get; } = ["contiguity"];

    public override void Load(IRecordStore store, StoredImport import, DyadYears index, CancellationToken cancellation)
    {
        kinds = new byte[index.Pairs];
        var system = index.System;
        store.Read(
            All("number1, number2, first_month, last_month, kind", import),
            r =>
            {
                var (first, last) = (PeriodCode.Year((int)r.Integer(2)) - system.From, PeriodCode.Year((int)r.Integer(3)) - system.From);
                (from, to) = (Math.Min(from, first), Math.Max(to, last));
                var (one, other) = (system.OfNumber((int)r.Integer(0)), system.OfNumber((int)r.Integer(1)));
                var kind = (byte)r.Integer(4);
                for (var year = Math.Max(0, first); year <= Math.Min(system.Years - 1, last); year++)
                    if (index.Slot(one, other, year) is >= 0 and var slot && (kinds[slot >> 1] == 0 || kinds[slot >> 1] > kind))
                        kinds[slot >> 1] = kind;
            },
            cancellation
        );
    }

    public override double Value(int column, in DyadYear row) => row.Year < from || row.Year > to ? double.NaN : kinds[row.Slot >> 1];
}

/// <summary>km between the nearest points of two states.</summary>
internal sealed class DistancePart : PanelPart
{
    private double[] minimum = [];

    public override string Name => "distance";

    public override string Dataset => "cshapes-distance";

    public override string Table => CshapesDistanceDataset.YearlyDistance.Name;

    public override IReadOnlyList<string> Columns { get; } = ["mindist"];

    public override int Weight => 10;

    public override void Load(IRecordStore store, StoredImport import, DyadYears index, CancellationToken cancellation)
    {
        minimum = Empty(index.Pairs);
        var slots = new int[4];
        store.Read(
            All("state1, state2, year, minimum", import),
            r =>
            {
                if (r.IsNull(3))
                    return;
                var found = index.Find((int)r.Integer(0), (int)r.Integer(1), (int)r.Integer(2), slots);
                for (var i = 0; i < found; i++)
                    minimum[slots[i] >> 1] = r.Real(3);
            },
            cancellation
        );
    }

    public override double Value(int column, in DyadYear row) => minimum[row.Slot >> 1];
}
