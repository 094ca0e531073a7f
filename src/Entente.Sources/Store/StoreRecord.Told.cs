using System.Collections.Concurrent;
using Entente.Record;
using Entente.Sources.Datasets;

namespace Entente.Sources.Store;

/// <summary>What imported datasets tell beside figures: events, how complete their lists are, and votes. Made when first asked for.</summary>
public sealed partial class StoreRecord
{
    private readonly List<(Dataset Dataset, ImportedRows Rows)> latest = [];
    private readonly Dictionary<string, List<(Dataset Dataset, ImportedRows Rows)>> computed = new(StringComparer.Ordinal);
    private readonly Lazy<Told> told;
    private readonly ConcurrentDictionary<string, IReadOnlyList<RecordedVote>> byResolution = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<RecordedVote>> byState = new(StringComparer.Ordinal);

    private sealed record Told(
        IReadOnlyList<RecordedEvent> Events,
        Dictionary<string, RecordedEvent> ById,
        IReadOnlyList<Coverage> Coverages
    );

    /// <summary>The shipped events first, then the imported ones that are not among them.</summary>
    public IReadOnlyList<RecordedEvent> Events => told.Value.Events;

    public IReadOnlyList<Coverage> Coverages => told.Value.Coverages;

    public RecordedEvent? Event(string id) => shipped.Event(id) ?? told.Value.ById.GetValueOrDefault(id);

    /// <summary>The shipped votes on a resolution, and the imported ones of those whose vote the shipped record does not hold.</summary>
    public IReadOnlyList<RecordedVote> Votes(string resolution) =>
        byResolution.GetOrAdd(
            resolution,
            r =>
            {
                var own = shipped.Votes(r);
                var imported = latest.SelectMany(l => l.Dataset.Votes(l.Rows, r, null)).ToArray();
                if (imported.Length == 0)
                    return own;
                var held = own.Select(v => v.State).ToHashSet(StringComparer.Ordinal);
                return [.. own, .. imported.Where(v => !held.Contains(v.State))];
            }
        );

    public IReadOnlyList<RecordedVote> VotesOf(string state) =>
        byState.GetOrAdd(
            state,
            s =>
            {
                var own = shipped.VotesOf(s);
                var imported = latest.SelectMany(l => l.Dataset.Votes(l.Rows, null, s)).ToArray();
                if (imported.Length == 0)
                    return own;
                var held = own.Select(v => v.Resolution).ToHashSet(StringComparer.Ordinal);
                return [.. own, .. imported.Where(v => !held.Contains(v.Resolution))];
            }
        );

    private Told Tell()
    {
        var events = StoreEvents.Beside(shipped.Events, latest.SelectMany(l => l.Dataset.Events(l.Rows)));
        var byId = new Dictionary<string, RecordedEvent>(StringComparer.Ordinal);
        foreach (var item in events)
            byId.TryAdd(item.Id, item);
        return new(events, byId, [.. shipped.Coverages, .. latest.SelectMany(l => l.Dataset.Coverages(l.Rows))]);
    }
}
