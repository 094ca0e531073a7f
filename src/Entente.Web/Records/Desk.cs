using Entente.Application.Composition;
using Entente.Application.Records;
using Entente.Application.Stores;
using Entente.Reports;
using Entente.Sources.Search;
using Entente.Sources.Store;
using Entente.Web.Hosting;

namespace Entente.Web.Records;

/// <summary>What the record's endpoints keep between requests: what was counted, and whose turn it is to change something.</summary>
internal sealed class Desk(Workbench workbench) : IDisposable
{
    private readonly CoverageCounter counter = new();
    private readonly Lock gate = new();
    private readonly Lock searching = new();
    private SearchIndex? index;
    private (int Generation, IReadOnlyList<CoverageCounts> Counts)? counted;

    /// <summary>One change of the record at a time: the store would let a second one wait, and in the end refuse it.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>The imports that stand, without the store's copy of the shipped facts.</summary>
    public static IReadOnlyList<StoredImport> Imports(CommandContext context)
    {
        using var store = OpenExisting(context);
        return store is null ? [] : [.. store.Imports().Where(i => i.Dataset != ShippedFacts.Dataset)];
    }

    /// <summary>The store; null where nothing was imported, or there is no place for it.</summary>
    public static IRecordStore? OpenExisting(CommandContext context) =>
        StorePlace.Of(context.Surroundings.Environment) is null ? null : Stores.OpenExisting(context);

    public IReadOnlyList<CoverageCounts> Coverage(CommandContext context)
    {
        var generation = workbench.Generation;
        lock (gate)
        {
            if (counted is { } made && made.Generation == generation)
                return made.Counts;
            var states = context.Engine.States();
            using var store = OpenExisting(context);
            // Whoever asks first counts for all: that one's going away must not undo it.
            var imported = store is null ? [] : counter.Of(store, id => states.ById(id)?.Code, CancellationToken.None);
            IReadOnlyList<CoverageCounts> all = [.. CoverageCounter.Of(context.Engine.Record()), .. imported];
            counted = (generation, all);
            return all;
        }
    }

    /// <summary>Looks for words. The index lives in memory: a question leaves nothing behind.</summary>
    public IReadOnlyList<FoundEntry> Search(CommandContext context, string words, IReadOnlyList<string> kinds, int limit)
    {
        lock (searching)
        {
            index ??= SearchIndex.Open(":memory:");
            return RecordSearch.Find(index, context, workbench.Home, words, kinds, limit);
        }
    }

    public void Dispose()
    {
        Turn.Dispose();
        index?.Dispose();
    }
}
