using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Store.Tables;

/// <summary>
/// How an importer writes rows: <c>table.Row(line).Int(party).Int(year).Real(value)</c>, column after column. Full batches go on to
/// the store. Not for several threads.
/// </summary>
public sealed class TableWriter
{
    private readonly Func<RowBatch, RowBatch> pass;
    private RowBatch batch;
    private int row;
    private int column;

    /// <param name="pass">Takes a full batch and gives an empty one for the next rows.</param>
    public TableWriter(TableShape shape, Func<RowBatch, RowBatch> pass)
    {
        Shape = shape;
        this.pass = pass;
        batch = new RowBatch(shape);
        column = shape.Columns.Count;
    }

    public TableShape Shape { get; }

    /// <summary>Rows begun so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Begins a row.</summary>
    /// <param name="line">Its place in the publisher's files; see <see cref="SourceLine"/>.</param>
    /// <exception cref="InvalidOperationException">The row before was not finished.</exception>
    public TableWriter Row(long line)
    {
        CheckComplete();
        if (batch.IsFull)
            batch = pass(batch);
        row = batch.Add(line);
        column = 0;
        Rows++;
        return this;
    }

    /// <summary>Begins the row that a table of a publisher stands at.</summary>
    public TableWriter Row(CsvTable source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Row(SourceLine.Of(source.FileNumber, source.Line));
    }

    /// <summary>A whole row of numbers at once, as a batch had it.</summary>
    internal void Copy(ReadOnlySpan<long> cells, long absent, long line)
    {
        Row(line);
        batch.Set(row, cells, absent);
        column = cells.Length;
    }

    public TableWriter Int(long value)
    {
        batch.Set(row, Next(CellKind.Integer), value);
        return this;
    }

    public TableWriter Real(double value)
    {
        batch.Set(row, Next(CellKind.Real), value);
        return this;
    }

    public TableWriter Text(string value)
    {
        batch.Set(row, Next(CellKind.Text), value);
        return this;
    }

    /// <summary>A value that is not there, with why.</summary>
    /// <exception cref="InvalidOperationException">The column may not be absent.</exception>
    public TableWriter Missing(Absence reason)
    {
        if (column >= Shape.Columns.Count || !Shape.Columns[column].Nullable)
            throw new InvalidOperationException($"{Shape.Name}: column {column} has no absent values");
        // Four bits for each of the first sixteen: a reason further on would be another column's.
        if (column >= 16)
            throw new InvalidOperationException($"{Shape.Name}: column {column} may be absent and is not among the first 16");
        batch.SetAbsent(row, column++, reason);
        return this;
    }

    public TableWriter RealOr(double? value, Absence reason) => value is { } v ? Real(v) : Missing(reason);

    public TableWriter IntOr(long? value, Absence reason) => value is { } v ? Int(v) : Missing(reason);

    /// <summary>Hands on what is left.</summary>
    public void Flush()
    {
        CheckComplete();
        if (batch.Count > 0)
            batch = pass(batch);
    }

    private int Next(CellKind kind)
    {
        if (column >= Shape.Columns.Count || Shape.Columns[column].Kind != kind)
            throw new InvalidOperationException(
                column >= Shape.Columns.Count
                    ? $"{Shape.Name}: more cells than columns"
                    : $"{Shape.Name}.{Shape.Columns[column].Name} is {Shape.Columns[column].Kind}, not {kind}"
            );
        return column++;
    }

    private void CheckComplete()
    {
        if (column != Shape.Columns.Count)
            throw new InvalidOperationException($"{Shape.Name}: row {Rows} ends before {Shape.Columns[column].Name}");
    }
}
