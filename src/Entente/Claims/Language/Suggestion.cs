namespace Entente.Claims.Language;

/// <summary>"Did you mean": the known name nearest to an unknown one.</summary>
public static class Suggestion
{
    private const int LongestName = 40;
    private const int Edit = 2;
    private const int Swap = 1;

    /// <summary>
    /// The candidate within a third of the name's length in edits (insertion, deletion, substitution; a swap of neighbours, the commonest slip,
    /// counts half, and case is free), the nearest first, then the one that begins alike the longest, then the alphabetically first; null where none is near.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
            return null;
        var folded = name.ToUpperInvariant();
        // Two letters that share one are not evidence: a short name is allowed one edit from three letters on.
        var best = (Edit * Math.Max(name.Length >= 3 ? 1 : 0, name.Length / 3)) + 1;
        string? found = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestName || Edit * Math.Abs(candidate.Length - name.Length) > best)
                continue;
            var distance = Distance(folded, candidate.ToUpperInvariant());
            if (distance < best || (distance == best && found is not null && Before(candidate, found, folded)))
                (best, found) = (distance, candidate);
        }
        return found;
    }

    private static bool Before(string one, string other, string name)
    {
        var (a, b) = (Alike(one, name), Alike(other, name));
        return a != b ? a > b : string.CompareOrdinal(one, other) < 0;
    }

    private static int Alike(string candidate, string name)
    {
        var i = 0;
        while (i < candidate.Length && i < name.Length && char.ToUpperInvariant(candidate[i]) == name[i])
            i++;
        return i;
    }

    /// <summary>`did you mean 'USD'?`, or null.</summary>
    internal static string? Hint(string name, IEnumerable<string> candidates) =>
        Nearest(name, candidates) is { } near ? $"did you mean '{near}'?" : null;

    // Optimal string alignment over three rows.
    private static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[LongestName + 1];
        Span<int> previous = stackalloc int[LongestName + 1];
        Span<int> current = stackalloc int[LongestName + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = Edit * j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = Edit * i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : Edit;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + Edit, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + Swap);
            }
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[b.Length];
    }
}
