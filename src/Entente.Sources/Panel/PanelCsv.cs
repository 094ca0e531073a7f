using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Entente.Sources.Panel;

/// <summary>
/// A panel as CSV: one header, then a row for each directed dyad-year; what is missing is empty, numbers have as many digits as it takes to
/// read them back. Written in UTF-8 by hand, state by state, on all cores, in the panel's order.
/// </summary>
public static class PanelCsv
{
    /// <summary>No number is longer than this with its comma.</summary>
    private const int LongestCell = 32;

    /// <summary>States that are written ahead of the one that goes out.</summary>
    private const int Ahead = 4;

    public static void Write(DyadYearPanel panel, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', panel.Columns) + "\n"));
        var free = new ConcurrentBag<ArrayBufferWriter<byte>>();
        var ready = new Queue<Task<ArrayBufferWriter<byte>>>();
        try
        {
            for (var state = 0; state < panel.States || ready.Count > 0; state++)
            {
                if (state < panel.States)
                {
                    var one = state;
                    ready.Enqueue(Task.Run(() => Rows(panel, one, free, cancellation), CancellationToken.None));
                }
                if (ready.Count <= Ahead && state < panel.States)
                    continue;
                var text = ready.Dequeue().GetAwaiter().GetResult();
                output.Write(text.WrittenSpan);
                free.Add(text);
            }
        }
        finally
        {
            // Nothing goes on behind the caller's back.
            foreach (var task in ready)
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }

    private static ArrayBufferWriter<byte> Rows(
        DyadYearPanel panel,
        int state,
        ConcurrentBag<ArrayBufferWriter<byte>> free,
        CancellationToken cancellation
    )
    {
        if (!free.TryTake(out var text))
            text = new ArrayBufferWriter<byte>(1 << 20);
        text.ResetWrittenCount();
        var index = panel.Index;
        var system = index.System;
        var longest = panel.Columns.Count * LongestCell;
        for (var other = 0; other < system.Count; other++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (other == state)
                continue;
            var (from, to) = index.Span(state, other);
            for (var year = from; year <= to; year++)
            {
                if (!system.IsMember(state, year) || !system.IsMember(other, year))
                    continue;
                var line = text.GetSpan(longest);
                text.Advance(Row(panel, new(state, other, year, index.Slot(state, other, year)), line));
            }
        }
        return text;
    }

    private static int Row(DyadYearPanel panel, in DyadYear row, Span<byte> line)
    {
        var system = panel.Index.System;
        var at = Whole(system.Numbers[row.State1], line, 0);
        line[at++] = (byte)',';
        at = Whole(system.Numbers[row.State2], line, at);
        line[at++] = (byte)',';
        at = Whole(system.From + row.Year, line, at);
        var parts = panel.Parts;
        for (var p = 0; p < parts.Count; p++)
        {
            var part = parts[p];
            var columns = part.Columns.Count;
            for (var c = 0; c < columns; c++)
            {
                line[at++] = (byte)',';
                at = Number(part.Value(c, row), line, at);
            }
        }
        line[at++] = (byte)'\n';
        return at;
    }

    private static int Number(double value, Span<byte> line, int at)
    {
        if (double.IsNaN(value))
            return at;
        if (value == (int)value)
            return Whole((int)value, line, at);
        if (!value.TryFormat(line[at..], out var written, "R", CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"no room for {value}");
        return at + written;
    }

    private static int Whole(int value, Span<byte> line, int at)
    {
        // Most cells are flags and counts.
        if (value is >= 0 and <= 9)
        {
            line[at] = (byte)('0' + value);
            return at + 1;
        }
        if (!value.TryFormat(line[at..], out var written, default, CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"no room for {value}");
        return at + written;
    }
}
