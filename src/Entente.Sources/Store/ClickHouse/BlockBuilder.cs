using System.Buffers.Binary;
using System.Text;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>Rows for one table of one shard as one request sends them, in ClickHouse's RowBinary.</summary>
internal sealed class Block(TableShape shape, int shard)
{
    private byte[] data = new byte[1 << 16];

    public TableShape Shape => shape;

    /// <summary>From 1.</summary>
    public int Shard => shard;

    /// <summary>From 0 within an import, a table and a shard.</summary>
    public long Number { get; set; }

    public int Rows { get; private set; }

    public ulong Sum { get; private set; }

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Data => data.AsMemory(0, Length);

    public LedgerBlock Entry => new(shape.Name, shard, Number, Rows, Sum);

    public void Clear() => (Rows, Sum, Length) = (0, 0, 0);

    public void EndRow(ulong mixed)
    {
        Rows++;
        Sum += mixed;
    }

    public void Byte(byte value) => Room(1)[0] = value;

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);

    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        var length = (uint)bytes;
        while (length >= 0x80)
        {
            Byte((byte)(length | 0x80));
            length >>= 7;
        }
        Byte((byte)length);
        Encoding.UTF8.GetBytes(value, Room(bytes));
    }

    private Span<byte> Room(int bytes)
    {
        if (Length + bytes > data.Length)
            Array.Resize(ref data, Math.Max(data.Length * 2, Length + bytes));
        var room = data.AsSpan(Length, bytes);
        Length += bytes;
        return room;
    }
}

/// <summary>
/// Cuts the rows of one table into blocks, one row of them per shard of the cluster. The same rows in the same order give the same blocks,
/// whenever and wherever: that is what lets a broken-off import be gone on with.
/// </summary>
/// <param name="full">Takes a full block and gives an empty one for the same table and shard.</param>
internal sealed class BlockBuilder(TableShape shape, int import, int shards, int blockRows, Func<Block, Block> full)
{
    /// <summary>Long texts fill a block before its rows do.</summary>
    private const int MostBytes = 48 << 20;

    private readonly Block[] blocks = [.. Enumerable.Range(1, shards).Select(s => new Block(shape, s))];
    private readonly long[] numbers = new long[shards];
    private readonly int subject = shape.SubjectColumn;
    private readonly int time = shape.TimeColumn;
    private readonly bool hasAbsent = shape.HasAbsent;
    private readonly bool[] narrow = [.. Enumerable.Range(0, shape.Columns.Count).Select(c => ClickHouseSql.IsNarrow(shape, c))];
    private RowSum sum;

    public TableShape Shape => shape;

    public ImportedTable Written => new(shape.Name, sum.Rows, sum.Value, sum.From, sum.To);

    /// <summary>How many blocks each shard has had.</summary>
    public IReadOnlyList<long> Numbers => numbers;

    /// <exception cref="StoreException">A key that four bytes do not hold.</exception>
    public void Add(RowBatch batch)
    {
        var columns = shape.Columns;
        var isText = columns[subject].Kind == CellKind.Text;
        for (var row = 0; row < batch.Count; row++)
        {
            var at =
                shards == 1 ? 0
                : isText ? (int)(RowSum.Mix(0, batch.Text(row, subject)) % (uint)shards)
                : ClickHouseSql.ShardOf(batch.Integer(row, subject), shards);
            var block = blocks[at];
            var mixed = RowSum.Begin(batch.Absent(row), batch.Line(row));
            block.Int32(import);
            for (var c = 0; c < columns.Count; c++)
            {
                var column = columns[c];
                if (column.Nullable)
                {
                    if (batch.AbsenceOf(row, c) != Absence.None)
                    {
                        block.Byte(1);
                        mixed = RowSum.Mix(mixed, 0L);
                        continue;
                    }
                    block.Byte(0);
                }
                if (column.Kind == CellKind.Text)
                {
                    var text = batch.Text(row, c);
                    block.Text(text);
                    mixed = RowSum.Mix(mixed, text);
                    continue;
                }
                var cell = batch.Integer(row, c);
                mixed = RowSum.Mix(mixed, cell);
                if (!narrow[c])
                    block.Int64(cell);
                else if (cell == (int)cell)
                    block.Int32((int)cell);
                else
                    throw new StoreException(
                        $"line {SourceLine.Line(batch.Line(row))}",
                        $"{column.Name} {cell}",
                        $"a key between {int.MinValue} and {int.MaxValue}"
                    );
            }
            if (hasAbsent)
                block.Int64(batch.Absent(row));
            block.Int64(batch.Line(row));
            block.Int32((int)numbers[at]);
            block.EndRow(mixed);
            sum.Add(mixed);
            if (time >= 0)
                sum.See(shape.YearOf(batch.Integer(row, time)));
            if (block.Rows == blockRows || block.Length > MostBytes)
                Seal(at);
        }
    }

    public void Flush()
    {
        for (var at = 0; at < shards; at++)
            if (blocks[at].Rows > 0)
                Seal(at);
    }

    private void Seal(int at)
    {
        blocks[at].Number = numbers[at]++;
        blocks[at] = full(blocks[at]);
        blocks[at].Clear();
    }
}
