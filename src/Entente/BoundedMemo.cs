using System.Collections.Concurrent;

namespace Entente;

/// <summary>
/// Remembers what a pure function came to, for many threads, and never more than so many results: when it is full it forgets all of them
/// and starts anew, so that a long run keeps what it is about now. Two threads may compute the same result at once; they get equal ones.
/// </summary>
/// <remarks>
/// With `onlyRepeated` a result is kept from the second time on that it is asked for: large results that are mostly wanted once would
/// otherwise grow old here, and the collector pays for what dies old.
/// </remarks>
/// <typeparam name="TKey">Everything that the result depends on.</typeparam>
/// <typeparam name="TValue">The result; immutable, for it is handed out many times.</typeparam>
internal sealed class BoundedMemo<TKey, TValue>(int capacity, IEqualityComparer<TKey>? comparer = null, bool onlyRepeated = false)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> held = new(comparer ?? EqualityComparer<TKey>.Default);

    // By hash, what was asked for once; a hash that another displaced only makes its key wait for one more asking.
    private readonly int[]? askedOnce = onlyRepeated ? new int[1 << 14] : null;

    // Counted apart: the dictionary's own count takes all of its locks.
    private int count;

    public bool TryGet(TKey key, out TValue value) => held.TryGetValue(key, out value!);

    public void Add(TKey key, TValue value)
    {
        if (askedOnce is not null)
        {
            var hash = key.GetHashCode();
            ref var slot = ref askedOnce[hash & (askedOnce.Length - 1)];
            if (slot != hash)
            {
                slot = hash;
                return;
            }
        }
        if (Volatile.Read(ref count) >= capacity)
        {
            held.Clear();
            Volatile.Write(ref count, 0);
        }
        if (held.TryAdd(key, value))
            Interlocked.Increment(ref count);
    }
}
