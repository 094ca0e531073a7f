using Entente.Actors;
using Entente.Catalogue;
using Entente.Claims;
using Entente.Measures;
using Entente.Measures.Ladders;
using Entente.Record;
using Entente.Sources.Files;

namespace Entente.Sources;

/// <summary>The catalogues and the record of one installation, read from disk once, in parallel, and shared by every thread after.</summary>
public sealed class Knowledge
{
    private readonly Lazy<LadderCatalogue> ladders;

    private Knowledge(
        ActorCatalogue actors,
        ItemCatalogue items,
        MeasureCatalogue measures,
        RecordTables tables,
        Func<LadderCatalogue> ladders,
        Func<MemoryRecord, IReadOnlyList<Correction>, IRecord>? behind
    )
    {
        Actors = actors;
        Items = items;
        Measures = measures;
        this.ladders = new(ladders, LazyThreadSafetyMode.ExecutionAndPublication);
        Tables = tables;
        var shipped = MemoryRecord.Of(tables);
        Shipped = shipped;
        Record = behind is null ? shipped : behind(shipped, tables.Corrections);
        Names = new KnownNames(actors, items, measures, shipped);
    }

    public ActorCatalogue Actors { get; }

    public ItemCatalogue Items { get; }

    public MeasureCatalogue Measures { get; }

    /// <summary>Scales of how alliance-like an alignment is; read when first asked for, since texts are checked without them.</summary>
    public LadderCatalogue Ladders => ladders.Value;

    public RecordTables Tables { get; }

    /// <summary>
    /// The shipped tables alone: what texts are read with. Which event or vote a text speaks of is told by the few that are shipped; among the
    /// thousands of imported ones the words would fit several.
    /// </summary>
    public IRecord Shipped { get; }

    /// <summary>What claims are tested against: the shipped tables, and behind them what the user has imported.</summary>
    public IRecord Record { get; }

    public KnownNames Names { get; }

    /// <summary>Everything wrong in the files, located. The rest of each file stands.</summary>
    public IReadOnlyList<CatalogueError> Errors => [.. Actors.Errors, .. Items.Errors, .. Measures.Errors, .. Tables.Errors];

    /// <param name="behind">Puts imported datasets, with what is known to be wrong in them, behind the shipped record; null where there are none.</param>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static Knowledge Load(DataFolders folders, Func<MemoryRecord, IReadOnlyList<Correction>, IRecord>? behind = null)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var actors = Task.Run(() => Read(folders, "actors.yml", (first, rest) => ActorCatalogue.Parse(first.Text, first.Name, rest)));
        var tables = Task.Run(() => ReadTables(folders));
        var items = Read(folders, "items.yml", (first, rest) => ItemCatalogue.Parse(first.Text, first.Name, rest));
        var measures = Read(folders, "measures.yml", (first, rest) => MeasureCatalogue.Parse(first.Text, first.Name, rest));
        return new Knowledge(
            actors.GetAwaiter().GetResult(),
            items,
            measures,
            tables.GetAwaiter().GetResult(),
            () => Read(folders, "ladders.yml", (first, rest) => LadderCatalogue.Parse(first.Text, first.Name, rest)),
            behind
        );
    }

    /// <summary>The shipped tables, and the user's own behind them. What is wrong in the latter is located by the whole path.</summary>
    private static RecordTables ReadTables(DataFolders folders)
    {
        var own = OwnTables.Read(folders);
        var tables = RecordTables.Read(
            DataFolders.ReadAll(folders.Record, ".csv").Select(f => (f.Name, f.Text)),
            own.Select(f => (f.Name, f.Text))
        );
        return tables.Errors.Count == 0
            ? tables
            : tables with
            {
                Errors =
                [
                    .. tables.Errors.Select(e => own.Any(f => f.Name == e.File) ? e with { File = OwnTables.PathOf(folders, e.File) } : e),
                ],
            };
    }

    private static T Read<T>(DataFolders folders, string name, Func<DataFile, (string Yaml, string File)[], T> parse)
    {
        var files = folders.ReadCatalogue(name);
        return parse(files[0], [.. files.Skip(1).Select(f => (f.Text, f.Name))]);
    }
}
