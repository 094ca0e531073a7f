namespace Entente.Record;

/// <summary>
/// The record held in memory, indexed by measure and party. Immutable after construction, so any number of threads may read it;
/// answers keep the order of the tables, so that a report comes out the same twice.
/// </summary>
public sealed class MemoryRecord : IRecord
{
    private static readonly IReadOnlyList<Observation> None = [];
    private readonly Dictionary<string, Observation[]> byMeasure;
    private readonly Dictionary<(string Measure, string Subject), Observation[]> bySubject;
    private readonly Dictionary<(string Measure, string Object), Observation[]> byObject;
    private readonly Dictionary<string, RecordedEvent> events;
    private readonly Dictionary<string, Membership[]> memberships;
    private readonly Dictionary<string, RecordedVote[]> votesByResolution;
    private readonly Dictionary<string, RecordedVote[]> votesByState;

    public MemoryRecord(
        IEnumerable<Observation> observations,
        IEnumerable<RecordedEvent>? events = null,
        IEnumerable<Membership>? memberships = null,
        IEnumerable<RecordedVote>? votes = null,
        IEnumerable<Coverage>? coverages = null,
        string hash = "",
        IEnumerable<RecordedQuotation>? quotations = null
    )
    {
        var rows = observations.ToArray();
        byMeasure = Group(rows, r => r.Measure);
        bySubject = Group(rows, r => (r.Measure, r.Subject));
        byObject = Group(rows.Where(r => r.Object is not null), r => (r.Measure, r.Object!));
        Events = events?.ToArray() ?? [];
        this.events = Group(Events, e => e.Id).ToDictionary(g => g.Key, g => g.Value[0], StringComparer.Ordinal);
        this.memberships = Group(memberships ?? [], m => m.Body);
        Bodies = [.. this.memberships.Keys.Order(StringComparer.Ordinal)];
        var allVotes = votes?.ToArray() ?? [];
        votesByResolution = Group(allVotes, v => v.Resolution);
        votesByState = Group(allVotes, v => v.State);
        Coverages = coverages?.ToArray() ?? [];
        Hash = hash;
        Quotations = quotations?.ToArray() ?? [];
    }

    /// <summary>The record of the tables read, with their hash.</summary>
    public static MemoryRecord Of(RecordTables tables) =>
        new(tables.Observations, tables.Events, tables.Memberships, tables.Votes, tables.Coverages, tables.Hash, tables.Quotations);

    public IReadOnlyList<RecordedEvent> Events { get; }

    public IReadOnlyList<string> Bodies { get; }

    public IReadOnlyList<Coverage> Coverages { get; }

    public IReadOnlyList<RecordedQuotation> Quotations { get; }

    public string Hash { get; }

    public IReadOnlyList<Observation> Find(RecordQuery query)
    {
        // The narrowest index that applies; what it leaves open is filtered.
        var candidates =
            query.Subject is { } subject ? bySubject.GetValueOrDefault((query.Measure, subject))
            : query.Object is { } partner ? byObject.GetValueOrDefault((query.Measure, partner))
            : byMeasure.GetValueOrDefault(query.Measure);
        if (candidates is null)
            return None;
        if (query is { Of: null, Item: null } && (query.Subject is null || query.Object is null))
            return candidates;
        List<Observation>? found = null;
        foreach (var row in candidates)
            if (
                (query.Of is null || row.Of == query.Of)
                && (query.Object is null || row.Object == query.Object)
                && (query.Item is null || row.Item == query.Item)
            )
                (found ??= []).Add(row);
        return found ?? None;
    }

    public RecordedEvent? Event(string id) => events.GetValueOrDefault(id);

    public IReadOnlyList<Membership> Memberships(string body) => memberships.GetValueOrDefault(body) ?? [];

    public IReadOnlyList<RecordedVote> Votes(string resolution) => votesByResolution.GetValueOrDefault(resolution) ?? [];

    public IReadOnlyList<RecordedVote> VotesOf(string state) => votesByState.GetValueOrDefault(state) ?? [];

    private static Dictionary<TKey, TRow[]> Group<TKey, TRow>(IEnumerable<TRow> rows, Func<TRow, TKey> key)
        where TKey : notnull
    {
        var lists = new Dictionary<TKey, List<TRow>>();
        foreach (var row in rows)
        {
            var k = key(row);
            if (!lists.TryGetValue(k, out var list))
                lists[k] = list = [];
            list.Add(row);
        }
        return lists.ToDictionary(l => l.Key, l => l.Value.ToArray());
    }
}
