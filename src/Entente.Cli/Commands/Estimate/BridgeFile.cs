using System.Globalization;
using Entente.Application.Stores;

namespace Entente.Cli.Commands.Estimate;

/// <summary>A list of roll calls on one text, in the layout of `Matches.csv` by Bailey, Strezhnev and Voeten: `rcid1` and, later, `rcid2`.</summary>
internal static class BridgeFile
{
    /// <summary>For each later roll call the earliest that it is paired with.</summary>
    public static IReadOnlyDictionary<long, long> Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IdealPointsCommand.Wrong($"--bridges {path}", "a file that cannot be read", "a CSV with columns rcid1 and rcid2", null);
        }
        var header = lines.Length == 0 ? [] : Cells(lines[0]);
        var (first, second) = (Array.IndexOf(header, "rcid1"), Array.IndexOf(header, "rcid2"));
        if (first < 0 || second < 0)
            throw IdealPointsCommand.Wrong($"{path}:1", $"the columns {string.Join(", ", header.Take(8))}", "rcid1 and rcid2", null);
        var found = new Dictionary<long, long>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var cells = Cells(lines[i]);
            if (
                cells.Length <= Math.Max(first, second)
                || !long.TryParse(cells[first], NumberStyles.None, CultureInfo.InvariantCulture, out var one)
                || !long.TryParse(cells[second], NumberStyles.None, CultureInfo.InvariantCulture, out var other)
                || one == other
            )
                throw IdealPointsCommand.Wrong(
                    string.Create(CultureInfo.InvariantCulture, $"{path}:{i + 1}"),
                    $"'{lines[i]}'",
                    "the numbers of two roll calls",
                    null
                );
            var (before, later) = (Math.Min(one, other), Math.Max(one, other));
            found[later] = found.TryGetValue(later, out var known) ? Math.Min(known, before) : before;
        }
        return found;
    }

    private static string[] Cells(string line) => [.. line.Split(',').Select(c => c.Trim().Trim('"'))];
}
