using Entente.Actors.Identity;
using Entente.Sources.Store;

namespace Entente.Sources.TradeMeasures;

/// <summary>
/// The pairs whose trade was read last, without items: what is told of a pair on one day is mostly told of it on another too. For one state of the
/// store; safe for any number of threads.
/// </summary>
public sealed class PairTradeMemory
{
    /// <summary>All reports of and about two states are some megabytes.</summary>
    private const int Kept = 4;

    private readonly Lock gate = new();
    private readonly List<((string First, string Second) Pair, PairTrade Trade)> held = [];

    /// <summary>As <see cref="PairTrade.Of(IRecordStore, StateCodes, string, string, CancellationToken)"/>; the store need not stay open, and no items can be asked for.</summary>
    public PairTrade Of(IRecordStore store, StateCodes states, string first, string second, CancellationToken cancellation)
    {
        lock (gate)
            if (held.FindIndex(h => h.Pair == (first, second)) is >= 0 and var at)
            {
                var found = held[at];
                held.RemoveAt(at);
                held.Add(found);
                return found.Trade;
            }
        var trade = PairTrade.Of(store, states, first, second, cancellation);
        lock (gate)
        {
            held.RemoveAll(h => h.Pair == (first, second));
            if (held.Count == Kept)
                held.RemoveAt(0);
            held.Add(((first, second), trade));
        }
        return trade;
    }
}
