using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>
/// Rows of an answer in ClickHouse's TabSeparated: a line each, `\N` for null, and tabs, line ends and backslashes inside texts escaped.
/// Cells are read where they lie.
/// </summary>
internal sealed class TabSeparatedRows(Stream stream) : IStoreRow
{
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;

    // Where the cells of the present row begin; the last is one beyond its end.
    private int[] starts = new int[16];
    private int cells;

    /// <summary>Goes to the next row; false after the last.</summary>
    /// <exception cref="IOException">The answer broke off.</exception>
    public bool Next()
    {
        var searched = next;
        int end;
        while ((end = Array.IndexOf(buffer, (byte)'\n', searched, filled - searched)) < 0)
        {
            searched = filled - next;
            if (!Fill())
                return filled > next ? throw new IOException("a line without an end") : false;
        }
        cells = 0;
        var at = next;
        Start(at);
        var line = buffer.AsSpan(0, end);
        while (line[at..].IndexOf((byte)'\t') is var tab and >= 0)
        {
            at += tab + 1;
            Start(at);
        }
        Start(end + 1);
        cells--;
        next = end + 1;
        return true;
    }

    /// <summary>How many cells the present row has.</summary>
    public int Count => cells;

    public bool IsNull(int column) => Cell(column) is [(byte)'\\', (byte)'N'];

    public long Integer(int column)
    {
        var cell = Cell(column);
        if (Utf8Parser.TryParse(cell, out long number, out var used) && used == cell.Length)
            return number;
        // As SQLite: a null is 0, and of a real its whole part.
        return IsNull(column) ? 0 : (long)Real(column);
    }

    public double Real(int column) =>
        double.TryParse(Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public string Text(int column)
    {
        var cell = Cell(column);
        if (cell.IndexOf((byte)'\\') < 0)
            return Encoding.UTF8.GetString(cell);
        if (IsNull(column))
            return "";
        Span<byte> plain = cell.Length <= 512 ? stackalloc byte[cell.Length] : new byte[cell.Length];
        var n = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            var c = cell[i];
            if (c == (byte)'\\' && i + 1 < cell.Length)
                c = cell[++i] switch
                {
                    (byte)'t' => (byte)'\t',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'0' => 0,
                    var other => other,
                };
            plain[n++] = c;
        }
        return Encoding.UTF8.GetString(plain[..n]);
    }

    private ReadOnlySpan<byte> Cell(int column) =>
        (uint)column < (uint)cells
            ? buffer.AsSpan(starts[column], starts[column + 1] - starts[column] - 1)
            : throw new ArgumentOutOfRangeException(nameof(column), column, "the answer has fewer columns");

    private void Start(int at)
    {
        if (cells == starts.Length)
            Array.Resize(ref starts, cells * 2);
        starts[cells++] = at;
    }

    /// <summary>Moves what is left to the front and reads on; false at the end.</summary>
    private bool Fill()
    {
        var left = filled - next;
        if (left == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        else if (next > 0)
            Buffer.BlockCopy(buffer, next, buffer, 0, left);
        next = 0;
        filled = left;
        var read = stream.Read(buffer, filled, buffer.Length - filled);
        filled += read;
        return read > 0;
    }
}
