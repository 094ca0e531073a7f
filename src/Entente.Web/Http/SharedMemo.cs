namespace Entente.Web.Http;

/// <summary>
/// Remembers what was made for a key, the last so many, and makes it once however many ask at the same time: the others wait for the same
/// answer. What fails is not remembered.
/// </summary>
/// <param name="capacity">How many are kept; the longest unasked goes first.</param>
/// <param name="atOnce">How many may be made at a time.</param>
internal sealed class SharedMemo<TKey, TValue>(int capacity, int atOnce) : IDisposable
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, Task<TValue> Value)>> held = [];
    private readonly LinkedList<(TKey Key, Task<TValue> Value)> order = new();
    private readonly SemaphoreSlim turns = new(atOnce);
    private int made;

    /// <summary>How often something was made.</summary>
    public int Made => Volatile.Read(ref made);

    /// <param name="key">All that the answer depends on.</param>
    /// <param name="make">Makes it, on a thread of its own; whoever asked first may leave, the others still get it.</param>
    /// <param name="cancellation">Ends the waiting, not the making.</param>
    public Task<TValue> Get(TKey key, Func<TValue> make, CancellationToken cancellation)
    {
        Task<TValue> value;
        lock (gate)
        {
            if (held.TryGetValue(key, out var node))
            {
                order.Remove(node);
                order.AddFirst(node);
                value = node.Value.Value;
            }
            else
            {
                value = Task.Run(() => Make(key, make), CancellationToken.None);
                held[key] = order.AddFirst((key, value));
                while (held.Count > capacity)
                {
                    held.Remove(order.Last!.Value.Key);
                    order.RemoveLast();
                }
            }
        }
        return value.IsCompletedSuccessfully ? value : value.WaitAsync(cancellation);
    }

    public void Dispose() => turns.Dispose();

    private async Task<TValue> Make(TKey key, Func<TValue> make)
    {
        await turns.WaitAsync();
        try
        {
            Interlocked.Increment(ref made);
            return make();
        }
        catch
        {
            Forget(key);
            throw;
        }
        finally
        {
            turns.Release();
        }
    }

    private void Forget(TKey key)
    {
        lock (gate)
            if (held.Remove(key, out var node))
                order.Remove(node);
    }
}
