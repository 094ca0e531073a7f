using Entente.Actors.Identity;
using Entente.Sources.Store;

namespace Entente.Sources.Similarity;

/// <summary>
/// The panels that were read last: a panel holds all states, and reading one costs more than what is asked of it for a pair. For one state of the
/// store; safe for any number of threads, which share one reading.
/// </summary>
public sealed class PanelMemory
{
    /// <summary>A panel is some ten megabytes.</summary>
    private const int Kept = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<(string On, int? From, int? To), Lazy<SimilarityPanel>> held = [];

    /// <summary>All votes by year.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="states">Who its parties are.</param>
    /// <param name="from">The first year; null for the first there is.</param>
    /// <param name="to">The last year.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    public SimilarityPanel Votes(IRecordStore store, StateCodes states, int? from, int? to, CancellationToken cancellation) =>
        Get(
            ("votes", from, to),
            () =>
                VoteSimilarity.Open(
                    store,
                    states,
                    new VoteOptions
                    {
                        BySession = false,
                        From = from,
                        To = to,
                    },
                    cancellation
                )
        );

    /// <summary>The portfolios of alliances of a dataset, not weighted.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="states">Who its parties are.</param>
    /// <param name="on">`atop` or `cow`.</param>
    /// <param name="to">The last year.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    public SimilarityPanel Portfolios(IRecordStore store, StateCodes states, string on, int? to, CancellationToken cancellation) =>
        Get(
            (on, null, to),
            () => PortfolioSimilarity.Open(store, states, on, new PortfolioOptions { Weights = false, To = to }, cancellation)
        );

    private SimilarityPanel Get((string On, int? From, int? To) key, Func<SimilarityPanel> open)
    {
        Lazy<SimilarityPanel>? panel;
        lock (gate)
            if (!held.TryGetValue(key, out panel))
            {
                if (held.Count >= Kept)
                    held.Clear();
                held[key] = panel = new(open, LazyThreadSafetyMode.ExecutionAndPublication);
            }
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
