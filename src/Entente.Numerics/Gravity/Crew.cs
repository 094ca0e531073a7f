namespace Entente.Numerics.Gravity;

/// <summary>
/// Work in blocks whose number depends on the problem alone. A block writes only what is its own, and sums are put together in the order of
/// the blocks: any number of threads gives the same bits.
/// </summary>
internal sealed class Crew(int threads, CancellationToken cancellation)
{
    private readonly ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads) };

    public void Run(int blocks, Action<int> work)
    {
        cancellation.ThrowIfCancellationRequested();
        if (threads <= 1 || blocks == 1)
            for (var b = 0; b < blocks; b++)
                work(b);
        else
            Parallel.For(0, blocks, options, work);
    }

    /// <summary>The sum of what the blocks return.</summary>
    public double Sum(int blocks, Func<int, double> work)
    {
        var parts = new double[blocks];
        Run(blocks, b => parts[b] = work(b));
        var sum = 0.0;
        foreach (var part in parts)
            sum += part;
        return sum;
    }
}

/// <summary>Bounds of equal blocks of rows.</summary>
internal sealed class RowBlocks(int rows)
{
    private const int Least = 8192;
    private const int Most = 64;

    public int Count { get; } = Math.Clamp(rows / Least, 1, Most);

    public int Start(int block) => (int)((long)rows * block / Count);

    public Range Of(int block) => Start(block)..Start(block + 1);
}
