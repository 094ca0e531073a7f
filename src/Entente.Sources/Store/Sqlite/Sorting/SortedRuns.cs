using Entente.Sources.Store.Tables;
using Microsoft.Win32.SafeHandles;

namespace Entente.Sources.Store.Sqlite.Sorting;

/// <summary>
/// Rows of one table put into the order of its key with bounded memory: gathered by the million, each million sorted and written to a file
/// beside the store, all of them merged in the end. A tree that grows at its end is written once, page after page; rows in the order of a
/// publisher would touch every page again for every year.
/// </summary>
internal sealed class SortedRuns : IDisposable
{
    /// <summary>Memory of all runs together while they are merged.</summary>
    private const int MergeBytes = 32 << 20;

    private readonly int key;
    private readonly int cells;
    private readonly int width;
    private readonly int capacity;
    private readonly SafeFileHandle file;
    private readonly List<RowRun> runs = [];
    private long[] rows;
    private UInt128[] keys;
    private int[] order;
    private int count;

    /// <param name="path">A file that exists only while rows are sorted.</param>
    /// <param name="gatherBytes">Memory for rows that wait to be sorted.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public SortedRuns(TableShape shape, string path, int gatherBytes)
    {
        key = shape.Key;
        cells = shape.Columns.Count;
        // Behind the cells: why some are absent, and the line.
        width = cells + 2;
        capacity = Math.Max(16, gatherBytes / (sizeof(long) * width));
        rows = new long[capacity * width];
        keys = new UInt128[capacity];
        order = new int[capacity];
        file = Temporary(path);
    }

    /// <summary>True for tables whose rows are numbers.</summary>
    public static bool Takes(TableShape shape)
    {
        foreach (var column in shape.Columns)
            if (column.Kind == CellKind.Text)
                return false;
        return true;
    }

    /// <summary>How many runs were written so far.</summary>
    public int Runs => runs.Count;

    /// <exception cref="IOException">No room.</exception>
    public void Add(RowBatch batch)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            var cellsOfRow = Next();
            batch.Cells(row).CopyTo(cellsOfRow);
            (cellsOfRow[^2], cellsOfRow[^1]) = (batch.Absent(row), batch.Line(row));
        }
    }

    /// <summary>Room for one row: its cells, the reasons of absent ones, its line.</summary>
    /// <exception cref="IOException">No room.</exception>
    public Span<long> Next()
    {
        if (count == capacity)
            Spill();
        return rows.AsSpan(count++ * width, width);
    }

    /// <summary>Hands over all rows, sorted, and forgets them.</summary>
    /// <exception cref="IOException">The file cannot be written or read.</exception>
    public void Merge(TableWriter target, CancellationToken cancellation)
    {
        Spill();
        // What was gathered into is not needed while runs are read.
        (rows, keys, order) = ([], [], []);
        foreach (var run in runs)
            run.Open(Math.Clamp(MergeBytes / runs.Count, 16 << 10, 1 << 20));
        var heap = runs.Where(r => r.Read()).ToArray();
        var left = heap.Length;
        for (var i = (left / 2) - 1; i >= 0; i--)
            Sink(heap, i, left);
        var n = 0;
        while (left > 0)
        {
            if ((++n & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var top = heap[0];
            target.Copy(top.Row.AsSpan(0, cells), top.Row[^2], top.Row[^1]);
            if (!top.Read())
                heap[0] = heap[--left];
            Sink(heap, 0, left);
        }
    }

    public void Dispose() => file.Dispose();

    private void Sink(RowRun[] heap, int at, int left)
    {
        var run = heap[at];
        while ((2 * at) + 1 < left)
        {
            var child = (2 * at) + 1;
            if (child + 1 < left && Compare(heap[child + 1], heap[child]) < 0)
                child++;
            if (Compare(run, heap[child]) <= 0)
                break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = run;
    }

    /// <summary>By the key; equal keys by line, so that the second of two is the one that is refused.</summary>
    private int Compare(RowRun a, RowRun b)
    {
        var (x, y) = (a.Row, b.Row);
        for (var c = 0; c < key; c++)
            if (x[c] != y[c])
                return x[c] < y[c] ? -1 : 1;
        return x[^1].CompareTo(y[^1]);
    }

    private void Spill()
    {
        if (count == 0)
            return;
        var gathered = rows.AsSpan(0, count * width);
        Pack(gathered);
        keys.AsSpan(0, count).Sort(order.AsSpan(0, count));
        runs.Add(RowRun.Write(file, runs.Count == 0 ? 0 : runs[^1].End, gathered, width, order.AsSpan(0, count)));
        count = 0;
    }

    /// <summary>
    /// One number for each row that compares as its key does: the columns side by side, each in the bits that its span needs, the row's number
    /// last. Columns that find no room are left out, which costs order within a run and nothing else.
    /// </summary>
    private void Pack(ReadOnlySpan<long> gathered)
    {
        var number = 32;
        var bits = number;
        for (var i = 0; i < count; i++)
            (keys[i], order[i]) = (0, i);
        for (var c = 0; c < key; c++)
        {
            var (least, most) = (long.MaxValue, long.MinValue);
            for (var i = c; i < gathered.Length; i += width)
                (least, most) = (Math.Min(least, gathered[i]), Math.Max(most, gathered[i]));
            var span = 64 - System.Numerics.BitOperations.LeadingZeroCount(unchecked((ulong)most - (ulong)least));
            if ((bits += span) > 128)
                break;
            for (var (i, row) = (c, 0); row < count; i += width, row++)
                keys[row] = (keys[row] << span) | unchecked((ulong)gathered[i] - (ulong)least);
        }
        for (var row = 0; row < count; row++)
            keys[row] = (keys[row] << number) | (uint)row;
    }

    /// <summary>A file that is gone with the process, however that ends: on Unix it loses its name at once, elsewhere when it is closed.</summary>
    private static SafeFileHandle Temporary(string path)
    {
        var unix = !OperatingSystem.IsWindows();
        var handle = File.OpenHandle(
            path,
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.Delete,
            unix ? FileOptions.None : FileOptions.DeleteOnClose
        );
        if (unix)
            File.Delete(path);
        return handle;
    }
}
