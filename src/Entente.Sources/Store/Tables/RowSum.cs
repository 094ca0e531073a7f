using System.Runtime.InteropServices;

namespace Entente.Sources.Store.Tables;

/// <summary>
/// A sum over rows that does not depend on their order: each row's cells are mixed into 64 bits, and these are added. Kept with an
/// import and computed again by `record verify`: a lost, doubled or altered row changes it.
/// </summary>
public struct RowSum
{
    public long Rows { get; private set; }

    public ulong Value { get; private set; }

    /// <summary>The first year that a row is of; 0 where the table has no years.</summary>
    public int From { get; private set; }

    public int To { get; private set; }

    public void Add(RowBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var columns = batch.Shape.Columns;
        var time = batch.Shape.TimeColumn;
        for (var row = 0; row < batch.Count; row++)
        {
            var sum = Begin(batch.Absent(row), batch.Line(row));
            for (var c = 0; c < columns.Count; c++)
                if (batch.AbsenceOf(row, c) == Absence.None)
                    sum = columns[c].Kind == CellKind.Text ? Mix(sum, batch.Text(row, c)) : Mix(sum, batch.Integer(row, c));
                else
                    sum = Mix(sum, 0L);
            Add(sum);
            if (time >= 0)
                See(batch.Shape.YearOf(batch.Integer(row, time)));
        }
    }

    /// <summary>Adds a row that a store gives back: all columns but the import's number, in the order of the table.</summary>
    public void Add(TableShape shape, IStoreRow row)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(row);
        var columns = shape.Columns;
        var hasAbsent = shape.HasAbsent;
        var mixed = Begin(hasAbsent ? row.Integer(columns.Count) : 0, row.Integer(columns.Count + (hasAbsent ? 1 : 0)));
        for (var c = 0; c < columns.Count; c++)
            mixed =
                row.IsNull(c) ? Mix(mixed, 0L)
                : columns[c].Kind == CellKind.Text ? Mix(mixed, row.Text(c))
                : columns[c].Kind == CellKind.Real ? Mix(mixed, row.Real(c))
                : Mix(mixed, row.Integer(c));
        Add(mixed);
        if (shape.TimeColumn is >= 0 and var time)
            See(shape.YearOf(row.Integer(time)));
    }

    /// <summary>Takes a row's year into the span; 0 is no year.</summary>
    public void See(int year)
    {
        if (year == 0)
            return;
        From = From == 0 ? year : Math.Min(From, year);
        To = Math.Max(To, year);
    }

    public void Add(ulong mixed)
    {
        Rows++;
        Value += mixed;
    }

    public static ulong Begin(long absent, long line) => Mix(Mix(0x9E3779B97F4A7C15UL, absent), line);

    public static ulong Mix(ulong sum, double value) => Mix(sum, BitConverter.DoubleToInt64Bits(value));

    public static ulong Mix(ulong sum, long value)
    {
        // The finaliser of splitmix64 (Steele, Lea and Flood 2014) over the running value.
        var x = sum ^ unchecked((ulong)value * 0xBF58476D1CE4E5B9UL);
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    public static ulong Mix(ulong sum, string text)
    {
        sum = Mix(sum, text.Length);
        foreach (var part in MemoryMarshal.Cast<char, ulong>(text.AsSpan(0, text.Length & ~3)))
            sum = Mix(sum, unchecked((long)part));
        foreach (var c in text.AsSpan(text.Length & ~3))
            sum = Mix(sum, c);
        return sum;
    }
}
