namespace Entente.Sources.Store.ClickHouse;

/// <summary>How much at once and how long.</summary>
internal sealed record ClickHouseLimits
{
    public static ClickHouseLimits Default { get; } = new();

    /// <summary>Rows of a block; one insertion, which a server takes whole (its max_insert_block_size is 1,048,576 rows) or not at all.</summary>
    public int BlockRows { get; init; } = 262_144;

    /// <summary>How often a block is tried again when a node does not answer.</summary>
    public int Retries { get; init; } = 7;

    /// <summary>The wait before the first of these; each next one is twice as long, up to five seconds.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long to wait for another process that writes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a writer's lock may stand still before it counts as left behind; it is renewed five times as often.</summary>
    public TimeSpan Stale { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Requests with rows under way at once, over all shards; at least one for each.</summary>
    public int Senders { get; init; } = 4;
}
