namespace Entente.Reading.Anchors;

/// <summary>Levenshtein's distance (insertions, deletions, substitutions of UTF-16 code units), and the same for a pattern inside a text.</summary>
internal static class EditDistance
{
    /// <summary>1 for equal, 0 for nothing in common: one minus the distance over the longer length.</summary>
    public static double Similarity(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var longer = Math.Max(one.Length, other.Length);
        return longer == 0 ? 1 : 1 - ((double)Of(one, other) / longer);
    }

    public static int Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 1; j < row.Length; j++)
            {
                var substituted = diagonal + (one[i] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }

    /// <summary>
    /// The stretch of <paramref name="text"/> that is nearest to <paramref name="pattern"/> (Sellers 1980: the pattern may begin and end anywhere);
    /// of several the one whose length is nearest.
    /// </summary>
    public static (int Start, int End, int Distance) Nearest(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        // One column per character of the text: cost[i] is the least cost of the pattern's first i characters ending here, from[i] where that began.
        var cost = new int[pattern.Length + 1];
        var from = new int[pattern.Length + 1];
        for (var i = 0; i < cost.Length; i++)
            cost[i] = i;
        var best = (Start: 0, End: 0, Distance: pattern.Length);
        for (var j = 0; j < text.Length; j++)
        {
            var (diagonal, origin) = (0, j);
            (cost[0], from[0]) = (0, j + 1);
            for (var i = 1; i < cost.Length; i++)
            {
                var (least, start) = (diagonal + (pattern[i - 1] == text[j] ? 0 : 1), origin);
                (diagonal, origin) = (cost[i], from[i]);
                if (cost[i] + 1 < least)
                    (least, start) = (cost[i] + 1, from[i]);
                if (cost[i - 1] + 1 < least)
                    (least, start) = (cost[i - 1] + 1, from[i - 1]);
                (cost[i], from[i]) = (least, start);
            }
            var found = (Start: from[^1], End: j + 1, Distance: cost[^1]);
            if (
                found.Distance < best.Distance
                || (
                    found.Distance == best.Distance
                    && Math.Abs(found.End - found.Start - pattern.Length) < Math.Abs(best.End - best.Start - pattern.Length)
                )
            )
                best = found;
        }
        return best;
    }
}
