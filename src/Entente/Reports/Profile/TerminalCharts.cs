using System.Text;
using Entente.Profiles;

namespace Entente.Reports.Profile;

/// <summary>Series drawn with characters: a row of blocks for a line, or a field of braille dots for a few lines together.</summary>
internal static class TerminalCharts
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>One character for each year, or for each run of years where there are more than columns (their mean); a dot where nothing is known.</summary>
    public static string Spark(IReadOnlyList<ProfilePoint> points, int from, int to, int columns)
    {
        var years = to - from + 1;
        var width = Math.Min(columns, years);
        var (sums, counts) = (new double[width], new int[width]);
        foreach (var point in points)
        {
            if (point.Year < from || point.Year > to)
                continue;
            var at = (int)((long)(point.Year - from) * width / years);
            sums[at] += point.Value;
            counts[at]++;
        }
        var (low, high) = (0.0, double.NegativeInfinity);
        for (var i = 0; i < width; i++)
            if (counts[i] > 0)
                (low, high) = (Math.Min(low, sums[i] / counts[i]), Math.Max(high, sums[i] / counts[i]));
        var line = new StringBuilder(width);
        for (var i = 0; i < width; i++)
            line.Append(
                counts[i] == 0 ? '·'
                : high <= low ? Blocks[0]
                : Blocks[(int)Math.Clamp(((sums[i] / counts[i]) - low) / (high - low) * Blocks.Length, 0, Blocks.Length - 1)]
            );
        return line.ToString();
    }

    /// <summary>Rows of braille characters, the topmost first; each character is two dots wide and four high. Years without a figure stay empty.</summary>
    public static IReadOnlyList<string> Braille(
        IReadOnlyList<ProfilePoint> points,
        int from,
        int to,
        double low,
        double high,
        int columns,
        int rows
    )
    {
        var (width, height) = (columns * 2, rows * 4);
        var dots = new bool[width, height];
        (int X, int Y, int Year)? last = null;
        foreach (var point in points)
        {
            if (point.Year < from || point.Year > to)
                continue;
            var x = to == from ? 0 : (int)Math.Round((point.Year - from) * (width - 1.0) / (to - from));
            var y = high <= low ? 0 : (int)Math.Round((point.Value - low) / (high - low) * (height - 1));
            y = Math.Clamp(y, 0, height - 1);
            // A gap of more than a year is no line: nothing is known between.
            if (last is { } before && point.Year - before.Year == 1)
                Join(dots, before.X, before.Y, x, y);
            dots[x, y] = true;
            last = (x, y, point.Year);
        }
        var lines = new List<string>(rows);
        for (var row = rows - 1; row >= 0; row--)
        {
            var line = new StringBuilder(columns);
            for (var column = 0; column < columns; column++)
                line.Append((char)(0x2800 + Cell(dots, column * 2, row * 4)));
            lines.Add(line.ToString());
        }
        return lines;
    }

    private static void Join(bool[,] dots, int x1, int y1, int x2, int y2)
    {
        for (var x = x1; x <= x2; x++)
        {
            var y = x2 == x1 ? y2 : y1 + ((y2 - y1) * (x - x1) / (double)(x2 - x1));
            dots[x, (int)Math.Round(y)] = true;
        }
    }

    /// <summary>The pattern of a character: dots 1 to 3 and 7 of the left column from above, 4 to 6 and 8 of the right.</summary>
    private static int Cell(bool[,] dots, int x, int y)
    {
        ReadOnlySpan<int> left = [0x40, 0x04, 0x02, 0x01];
        ReadOnlySpan<int> right = [0x80, 0x20, 0x10, 0x08];
        var cell = 0;
        for (var i = 0; i < 4; i++)
            cell |= (dots[x, y + i] ? left[i] : 0) | (dots[x + 1, y + i] ? right[i] : 0);
        return cell;
    }
}
