namespace Entente.Sources.Store.Tables;

/// <summary>
/// Rows of one table on their way into a store: numbers side by side, texts apart, reused from batch to batch. A cell is the bits of a
/// whole number or of a real; an absent value has its reason, four bits per column, in <see cref="Absent"/>.
/// </summary>
public sealed class RowBatch(TableShape shape, int capacity = RowBatch.DefaultCapacity)
{
    public const int DefaultCapacity = 8192;

    private readonly int width = shape.Columns.Count;
    private readonly long[] cells = new long[capacity * shape.Columns.Count];
    private readonly string?[] texts = HasText(shape) ? new string?[capacity * shape.Columns.Count] : [];
    private readonly long[] absent = new long[capacity];
    private readonly long[] lines = new long[capacity];

    public TableShape Shape => shape;

    public int Count { get; private set; }

    public bool IsFull => Count == capacity;

    internal int Add(long line)
    {
        lines[Count] = line;
        absent[Count] = 0;
        return Count++;
    }

    internal void Set(int row, int column, long value) => cells[(row * width) + column] = value;

    // A zero has no sign in a store: minus zero becomes zero here, so that its bits come back as they went in.
    internal void Set(int row, int column, double value) => cells[(row * width) + column] = BitConverter.DoubleToInt64Bits(value + 0.0);

    /// <summary>Sets a whole row of numbers, as <see cref="Cells"/> and <see cref="Absent"/> gave it.</summary>
    internal void Set(int row, ReadOnlySpan<long> values, long reasons)
    {
        values.CopyTo(cells.AsSpan(row * width, width));
        absent[row] = reasons;
    }

    internal void Set(int row, int column, string value) => texts[(row * width) + column] = value;

    internal void SetAbsent(int row, int column, Absence reason)
    {
        absent[row] |= (long)reason << (4 * column);
        cells[(row * width) + column] = 0;
        if (texts.Length > 0)
            texts[(row * width) + column] = null;
    }

    /// <summary>The bits of all cells of a row; those of texts and of absent values are zero.</summary>
    internal ReadOnlySpan<long> Cells(int row) => cells.AsSpan(row * width, width);

    public long Integer(int row, int column) => cells[(row * width) + column];

    public double Real(int row, int column) => BitConverter.Int64BitsToDouble(cells[(row * width) + column]);

    public string Text(int row, int column) => texts[(row * width) + column] ?? "";

    // A shift of 64 and more begins again at the first column: what lies beyond the sixteenth is never absent.
    public Absence AbsenceOf(int row, int column) => column < 16 ? (Absence)((absent[row] >> (4 * column)) & 15) : Absence.None;

    /// <summary>The reasons of all absent cells of a row, four bits per column.</summary>
    public long Absent(int row) => absent[row];

    /// <summary>The row's place in the publisher's files; see <see cref="SourceLine"/>.</summary>
    public long Line(int row) => lines[row];

    public void Clear() => Count = 0;

    private static bool HasText(TableShape shape)
    {
        foreach (var column in shape.Columns)
            if (column.Kind == CellKind.Text)
                return true;
        return false;
    }
}
