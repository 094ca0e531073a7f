using System.Collections.Concurrent;
using Entente.Actors.Identity;
using Entente.Measures.Alignment;
using Entente.Sources.Store;
using Entente.Sources.Triangles;

namespace Entente.Sources.Similarity;

/// <summary>
/// Panels that were read, and networks of voters by session: each holds all states, and costs more than what is asked of it for a pair. For one state
/// of the store; safe for any number of threads, which share one reading. A panel is some ten megabytes and holds all years: years do not depend on
/// each other, so who may know of fewer asks it for fewer.
/// </summary>
public sealed class PanelMemory
{
    private static readonly TieThresholds Signs = new(0.2, -0.2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lazy<SimilarityPanel>> held = new(StringComparer.Ordinal);
    private readonly Lock searching = new();
    private readonly ConcurrentDictionary<int, VoteNetworkReading?> networks = new();

    /// <summary>All votes by year.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="states">Who its parties are.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    public SimilarityPanel Votes(IRecordStore store, StateCodes states, CancellationToken cancellation) =>
        Get("votes", () => VoteSimilarity.Open(store, states, new VoteOptions { BySession = false }, cancellation));

    /// <summary>The portfolios of alliances of a dataset, not weighted.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="states">Who its parties are.</param>
    /// <param name="on">`atop` or `cow`.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    public SimilarityPanel Portfolios(IRecordStore store, StateCodes states, string on, CancellationToken cancellation) =>
        Get(on, () => PortfolioSimilarity.Open(store, states, on, new PortfolioOptions { Weights = false }, cancellation));

    /// <summary>Who votes with whom in a session, with the thresholds for signs that profiles use; null where none of its votes were imported.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="states">Who its parties are.</param>
    /// <param name="year">The year in which the session began.</param>
    /// <param name="cancellation">Honoured while reading and searching.</param>
    public VoteNetworkReading? Network(IRecordStore store, StateCodes states, int year, CancellationToken cancellation)
    {
        if (networks.TryGetValue(year, out var known))
            return known;
        lock (searching)
            return networks.TryGetValue(year, out known)
                ? known
                : networks[year] = VoteNetwork.Of(store, states, year, Signs, cancellation: cancellation);
    }

    private SimilarityPanel Get(string key, Func<SimilarityPanel> open)
    {
        Lazy<SimilarityPanel>? panel;
        lock (gate)
            if (!held.TryGetValue(key, out panel))
                held[key] = panel = new(open, LazyThreadSafetyMode.ExecutionAndPublication);
        try
        {
            return panel.Value;
        }
        catch
        {
            // Cancelled, or a store that could not be read: the next one tries for itself.
            lock (gate)
                if (held.TryGetValue(key, out var still) && still == panel)
                    held.Remove(key);
            throw;
        }
    }
}
