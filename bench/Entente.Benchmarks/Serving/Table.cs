using System.Globalization;

namespace Entente.Benchmarks.Serving;

/// <summary>The rows of the table, each printed when it is known, none wider than a hundred columns.</summary>
internal static class Table
{
    private const int Widest = 100;

    public static void Row(string what, string measured, string limit)
    {
        var row = $"| {what} | {measured} | {limit} |";
        Console.WriteLine(row.Length <= Widest ? row : throw new InvalidOperationException($"a row of {row.Length} columns: {row}"));
    }

    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static double Median(IEnumerable<double> values) => At([.. values.Order()], 0.5);

    /// <summary>The value below which a share of them lies.</summary>
    /// <param name="sorted">From the lowest on.</param>
    /// <param name="share">0 to 1.</param>
    public static double At(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    /// <summary>Median, 95th percentile and longest.</summary>
    public static string Spread(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return $"{Short(At(sorted, 0.5))}, {Short(At(sorted, 0.95))}, {Short(sorted[^1])} ms";
    }

    private static string Short(double value) => Number(value, value < 10 ? "0.0" : "#,0");
}
