using System.Buffers;
using System.Globalization;
using System.Text;
using Entente.Numerics.Similarity;

namespace Entente.Sources.Similarity;

/// <summary>Names of the coefficients in files, as `docs/measures/similarity.md` lists them.</summary>
public static class CoefficientNames
{
    private static readonly string[] Names =
    [
        "agreement",
        "s_abs",
        "s_sq",
        "kappa_nominal",
        "kappa_linear",
        "kappa_quadratic",
        "pi_nominal",
        "pi_linear",
        "pi_quadratic",
        "a_abs",
        "a_sq",
        "tau_b",
    ];

    /// <summary>In the order of <see cref="Coefficient"/>.</summary>
    public static IReadOnlyList<string> All => Names;

    public static string Of(Coefficient coefficient) => Names[(int)coefficient];
}

/// <summary>All pairs of all periods as CSV: each pair once, what is not defined empty.</summary>
public static class SimilarityCsv
{
    /// <summary>A period is text before the one before it is written; so many are in work beside it.</summary>
    private const int Ahead = 3;
    private const int LongestNumber = 26;

    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns(SimilarityPanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return
        [
            .. panel.By switch
            {
                "session" => (string[])["session", "year"],
                "year" => ["year"],
                _ => [],
            },
            "unit1",
            "unit2",
            "n",
            .. CoefficientNames.All,
            .. panel.WeightName is null ? [] : CoefficientNames.All.Select(n => $"{n}_{panel.WeightName}"),
        ];
    }

    /// <summary>Writes the header and every pair that has at least one case.</summary>
    /// <param name="panel">The periods.</param>
    /// <param name="output">UTF-8.</param>
    /// <param name="progress">Told the share of the periods that are written.</param>
    /// <param name="cancellation">Honoured between units.</param>
    /// <returns>How many pairs were written.</returns>
    public static long Write(
        SimilarityPanel panel,
        Stream output,
        Action<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', Columns(panel)) + "\n"));
        var ready = new Queue<Task<(ArrayBufferWriter<byte> Text, long Rows)>>();
        var (next, written, rows) = (0, 0, 0L);
        try
        {
            while (next < panel.Periods.Count || ready.Count > 0)
            {
                while (next < panel.Periods.Count && ready.Count <= Ahead)
                {
                    var period = panel.Periods[next++];
                    ready.Enqueue(Task.Run(() => Text(panel, period, cancellation), CancellationToken.None));
                }
                var (text, count) = ready.Dequeue().GetAwaiter().GetResult();
                output.Write(text.WrittenSpan);
                rows += count;
                progress?.Invoke(++written / (double)panel.Periods.Count);
            }
        }
        finally
        {
            // Nothing goes on behind the caller's back.
            foreach (var task in ready)
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
        return rows;
    }

    private static (ArrayBufferWriter<byte> Text, long Rows) Text(
        SimilarityPanel panel,
        SimilarityPeriod period,
        CancellationToken cancellation
    )
    {
        var block = SimilarityBlock.Of(period.Ballots, cancellation);
        var text = new ArrayBufferWriter<byte>(1 << 20);
        var codes = period.Units.Select(u => Encoding.UTF8.GetBytes(Quoted(Name(period, u)) + ",")).ToArray();
        var start = Encoding.UTF8.GetBytes(
            panel.By switch
            {
                "session" => string.Create(CultureInfo.InvariantCulture, $"{period.Number},{period.Year},"),
                "year" => string.Create(CultureInfo.InvariantCulture, $"{period.Year},"),
                _ => "",
            }
        );
        var rows = 0L;
        for (var i = 0; i < codes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = i + 1; j < codes.Length; j++)
            {
                var pair = block.Pair(i, j);
                if (block.Cases(pair) == 0)
                    continue;
                rows++;
                var values = block.Values(pair);
                var weighted = block.WeightedValues(pair);
                var line = text.GetSpan(
                    start.Length + codes[i].Length + codes[j].Length + ((values.Length + weighted.Length + 2) * LongestNumber)
                );
                var at = Copy(start, line, 0);
                at = Copy(codes[i], line, at);
                at = Copy(codes[j], line, at);
                block.Cases(pair).TryFormat(line[at..], out var length, default, CultureInfo.InvariantCulture);
                at += length;
                at = Numbers(values, line, at);
                at = Numbers(weighted, line, at);
                line[at++] = (byte)'\n';
                text.Advance(at);
            }
        }
        return (text, rows);
    }

    /// <summary>Where one code has two members (Germany in 1990), each is told apart by its number.</summary>
    private static string Name(SimilarityPeriod period, SimilarityUnit unit) =>
        unit.Number is { } number && period.Units.Count(u => u.Code == unit.Code) > 1
            ? string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{number}")
            : unit.Code;

    private static int Copy(byte[] bytes, Span<byte> line, int at)
    {
        bytes.CopyTo(line[at..]);
        return at + bytes.Length;
    }

    private static int Numbers(ReadOnlySpan<double> values, Span<byte> line, int at)
    {
        foreach (var value in values)
        {
            line[at++] = (byte)',';
            if (double.IsNaN(value))
                continue;
            if (value == (int)value)
                at += Whole((int)value, line[at..]);
            else if (value.TryFormat(line[at..], out var written, "R", CultureInfo.InvariantCulture))
                at += written;
            else
                throw new InvalidOperationException($"no room for {value}");
        }
        return at;
    }

    private static int Whole(int value, Span<byte> line)
    {
        value.TryFormat(line, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
