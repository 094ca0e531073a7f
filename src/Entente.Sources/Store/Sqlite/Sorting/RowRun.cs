using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Entente.Sources.Store.Sqlite.Sorting;

/// <summary>
/// Rows of whole numbers in a file, in an order: each column in as many bytes as its span needs, counted from its least value. Written once,
/// then read once from its beginning.
/// </summary>
internal sealed class RowRun
{
    /// <summary>Room behind the last row: numbers are written and read eight bytes at a time.</summary>
    private const int Slack = sizeof(ulong);

    private readonly SafeFileHandle file;
    private readonly long[] least;
    private readonly int[] bytes;
    private readonly ulong[] mask;
    private readonly int rowBytes;
    private readonly long end;
    private long next;
    private byte[] buffer = [];
    private int at;
    private int held;

    private RowRun(SafeFileHandle file, long start, ReadOnlySpan<long> rows, int width)
    {
        this.file = file;
        least = new long[width];
        bytes = new int[width];
        mask = new ulong[width];
        Row = new long[width];
        var most = new long[width];
        rows[..width].CopyTo(least);
        rows[..width].CopyTo(most);
        for (var i = 0; i < rows.Length; i += width)
        for (var c = 0; c < width; c++)
        {
            least[c] = Math.Min(least[c], rows[i + c]);
            most[c] = Math.Max(most[c], rows[i + c]);
        }
        for (var c = 0; c < width; c++)
        {
            var span = unchecked((ulong)most[c] - (ulong)least[c]);
            bytes[c] = (64 - System.Numerics.BitOperations.LeadingZeroCount(span) + 7) / 8;
            mask[c] = bytes[c] == 8 ? ulong.MaxValue : (1UL << (8 * bytes[c])) - 1;
            rowBytes += bytes[c];
        }
        (next, end) = (start, start + ((long)rowBytes * (rows.Length / width)));
    }

    /// <summary>The row that the run stands at.</summary>
    public long[] Row { get; }

    /// <summary>Where the run ends in the file.</summary>
    public long End => end;

    /// <summary>Writes rows in a given order.</summary>
    /// <param name="rows">All cells, row after row.</param>
    /// <param name="order">The numbers of the rows as they are to lie.</param>
    /// <exception cref="IOException">No room.</exception>
    public static RowRun Write(SafeFileHandle file, long start, ReadOnlySpan<long> rows, int width, ReadOnlySpan<int> order)
    {
        var run = new RowRun(file, start, rows, width);
        var buffer = new byte[(1 << 20) + Slack];
        var (filled, to) = (0, start);
        foreach (var number in order)
        {
            if (filled + run.rowBytes > buffer.Length - Slack)
            {
                RandomAccess.Write(file, buffer.AsSpan(0, filled), to);
                to += filled;
                filled = 0;
            }
            var cells = rows.Slice(number * width, width);
            for (var c = 0; c < cells.Length; c++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(filled), unchecked((ulong)cells[c] - (ulong)run.least[c]));
                filled += run.bytes[c];
            }
        }
        RandomAccess.Write(file, buffer.AsSpan(0, filled), to);
        return run;
    }

    /// <summary>Makes ready for reading with some memory for it.</summary>
    public void Open(int size) => buffer = new byte[Math.Max(size, rowBytes) + Slack];

    /// <summary>Goes to the next row; false behind the last.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool Read()
    {
        if (held - at < rowBytes || held == 0)
            if (!Fill())
                return false;
        for (var c = 0; c < Row.Length; c++)
        {
            Row[c] = unchecked((long)((BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(at)) & mask[c]) + (ulong)least[c]));
            at += bytes[c];
        }
        return true;
    }

    private bool Fill()
    {
        var room = Math.Min(end - next, (buffer.Length - Slack) / Math.Max(rowBytes, 1) * rowBytes);
        if (room <= 0)
            return false;
        (at, held) = (0, 0);
        while (held < room)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(held, (int)room - held), next);
            if (read == 0)
                throw new IOException("a sorted run ends before its last row");
            held += read;
            next += read;
        }
        return true;
    }
}
