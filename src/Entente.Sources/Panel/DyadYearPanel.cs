using System.Collections.Concurrent;
using Entente.Sources.Datasets.CowStates;
using Entente.Sources.Store;

namespace Entente.Sources.Panel;

/// <summary>What a panel is asked for.</summary>
public sealed record PanelRequest
{
    /// <summary>The first year; null for the first of the state system.</summary>
    public int? From { get; init; }

    public int? To { get; init; }

    /// <summary>Names of <see cref="DyadYearPanel.Parts"/>; their columns come in this order.</summary>
    public IReadOnlyList<string> With { get; init; } = [];
}

/// <summary>
/// All directed dyad-years of the state system in a span of years (each member with each other member, in both directions), with the
/// figures of imported datasets beside them, in memory. Rows are ordered by the numbers of the two states and the year.
/// </summary>
public sealed class DyadYearPanel
{
    /// <summary>Tables are read by so many connections at once.</summary>
    private const int Readers = 2;
    private readonly DyadYears index;
    private readonly IReadOnlyList<PanelPart> parts;

    private DyadYearPanel(DyadYears index, IReadOnlyList<PanelPart> parts, IReadOnlyList<(string Part, StoredImport Import)> sources)
    {
        (this.index, this.parts, Sources) = (index, parts, sources);
        Columns = ["ccode1", "ccode2", "year", .. parts.SelectMany(p => p.Columns)];
        Rows = index.Rows();
    }

    /// <summary>What `--with` may name.</summary>
    public static IReadOnlyList<string> PartNames => PanelParts.Names;

    /// <summary>Names of all columns: `ccode1`, `ccode2`, `year`, then those of the parts.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The imports that the columns were read from, the state system first.</summary>
    public IReadOnlyList<(string Part, StoredImport Import)> Sources { get; }

    /// <summary>How many states have rows.</summary>
    public int States => index.System.Count;

    /// <summary>How many directed dyad-years.</summary>
    public long Rows { get; }

    internal DyadYears Index => index;

    internal IReadOnlyList<PanelPart> Parts => parts;

    /// <summary>Reads what is needed from the store.</summary>
    /// <param name="open">Opens the store; called for each reader, which disposes of it.</param>
    /// <param name="request">Years and parts.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    /// <exception cref="ArgumentException">A part that there is not.</exception>
    /// <exception cref="StoreException">A dataset that is needed was not imported, or the store cannot be read.</exception>
    public static DyadYearPanel Build(Func<IRecordStore> open, PanelRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(request);
        var parts = request
            .With.Distinct(StringComparer.Ordinal)
            .Select(n => PanelParts.Find(n) ?? throw new ArgumentException($"no part {n}", nameof(request)))
            .ToArray();
        using var store = open();
        var imports = store.Imports();
        var system = Newest(imports, "cow-states", CowStatesDataset.StateSystem.Name, "panel");
        var from = parts.Select(p => (Part: p, Import: Newest(imports, p.Dataset, p.Table, $"panel --with {p.Name}"))).ToArray();
        var index = new DyadYears(new SystemYears(store, system, request.From, request.To, cancellation));
        Load(open, store, from, index, cancellation);
        return new(index, parts, [("states", system), .. from.Select(f => (f.Part.Name, f.Import))]);
    }

    /// <summary>The value of a column in a row; NaN where there is none, or no such row.</summary>
    /// <param name="column">One of <see cref="Columns"/> after the first three.</param>
    /// <param name="ccode1">The Correlates of War number of the first state.</param>
    /// <param name="ccode2">The number of the second.</param>
    /// <param name="year">The year itself.</param>
    /// <exception cref="ArgumentException">No such column.</exception>
    public double Value(string column, int ccode1, int ccode2, int year)
    {
        var (one, two) = (index.System.OfNumber(ccode1), index.System.OfNumber(ccode2));
        var at = year - index.System.From;
        var slot = index.Slot(one, two, at);
        foreach (var part in parts)
            for (var i = 0; i < part.Columns.Count; i++)
                if (part.Columns[i] == column)
                    return slot >= 0 && index.System.IsMember(one, at) && index.System.IsMember(two, at)
                        ? part.Value(i, new(one, two, at, slot))
                        : double.NaN;
        throw new ArgumentException($"no column {column}", nameof(column));
    }

    private static void Load(
        Func<IRecordStore> open,
        IRecordStore first,
        (PanelPart Part, StoredImport Import)[] from,
        DyadYears index,
        CancellationToken cancellation
    )
    {
        var waiting = new ConcurrentQueue<(PanelPart Part, StoredImport Import)>(from.OrderByDescending(f => f.Part.Weight));
        void Drain(IRecordStore store)
        {
            while (waiting.TryDequeue(out var next))
                next.Part.Load(store, next.Import, index, cancellation);
        }
        var others = Enumerable
            .Range(1, Math.Min(Readers, from.Length) - 1 is > 0 and var more ? more : 0)
            .Select(_ =>
                Task.Run(
                    () =>
                    {
                        using var store = open();
                        Drain(store);
                    },
                    cancellation
                )
            )
            .ToArray();
        Drain(first);
        foreach (var other in others)
            other.GetAwaiter().GetResult();
    }

    private static StoredImport Newest(IReadOnlyList<StoredImport> imports, string dataset, string table, string where) =>
        imports.Where(i => i.Dataset == dataset && i.Tables.Any(t => t.Name == table && t.Rows > 0)).MaxBy(i => i.Id)
        ?? throw new StoreException(where, $"no imported {dataset}", $"entente record import {dataset} FILE before");
}
