namespace Entente.Models.IdealPoints;

/// <summary>
/// Which roll calls of following sessions are on one and the same text, told by the words of their titles and descriptions. Bailey, Strezhnev and
/// Voeten compared the texts of the resolutions themselves; a list of pairs in their layout may be given in place of this.
/// </summary>
public static class Bridging
{
    /// <summary>
    /// The share of words, weighed by how rare they are, that two wordings must have in common. At 0.8 "…, the Sudan" and "…, the Congo" part, while a
    /// year, a document's number or "resolution adopted by the General Assembly" does not.
    /// </summary>
    public const double LeastAlike = 0.8;

    /// <summary>A title of fewer words names a subject, not a text.</summary>
    private const int FewestWords = 4;

    private const int MissingSession = 19;

    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
    {
        "TO",
        "THE",
        "OF",
        "AN",
        "AND",
        "IN",
        "ON",
        "FOR",
        "BY",
        "WITH",
        "AT",
        "FROM",
        "AS",
        "ITS",
        "RESOLUTION",
        "ADOPTED",
        "GENERAL",
        "ASSEMBLY",
        "DRAFT",
        "RESOL",
        "THAT",
        "ALL",
        "WHICH",
    };

    /// <summary>For each roll call that repeats one of the session before, that one.</summary>
    /// <remarks>
    /// Both must be on a whole text, or both on a paragraph, or both on an amendment; each must be the other's most alike, and no third as much so.
    /// </remarks>
    public static IReadOnlyDictionary<long, long> Find(IReadOnlyList<RollCall> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = calls.Select(c => new Wording(c, Read(c.Title, words), Read(c.Description, words))).ToArray();
        var rarity = Rarity(read, words.Count);
        var sessions = read.GroupBy(w => w.Call.Session).ToDictionary(g => g.Key, g => g.OrderBy(w => w.Call.Id).ToArray());
        var found = new Dictionary<long, long>();
        foreach (var (session, now) in sessions.OrderBy(s => s.Key))
        {
            var before = session - 1 == MissingSession ? session - 2 : session - 1;
            if (session != MissingSession && sessions.TryGetValue(before, out var then))
                Pair(then, now, rarity, found);
        }
        return found;
    }

    private static void Pair(Wording[] then, Wording[] now, double[] rarity, Dictionary<long, long> found)
    {
        var alike = new double[then.Length, now.Length];
        for (var i = 0; i < then.Length; i++)
        for (var j = 0; j < now.Length; j++)
            if (then[i].Call.IsAmendment == now[j].Call.IsAmendment && then[i].Call.IsParagraph == now[j].Call.IsParagraph)
                alike[i, j] = Alike(then[i], now[j], rarity);
        for (var j = 0; j < now.Length; j++)
        {
            var best = -1;
            var (most, next) = (0.0, 0.0);
            for (var i = 0; i < then.Length; i++)
                if (alike[i, j] > most)
                    (best, most, next) = (i, alike[i, j], most);
                else
                    next = Math.Max(next, alike[i, j]);
            if (most < LeastAlike || next == most)
                continue;
            var onlyOne = true;
            for (var other = 0; other < now.Length; other++)
                onlyOne &= other == j || alike[best, other] < most;
            if (onlyOne)
                found[now[j].Call.Id] = then[best].Call.Id;
        }
    }

    private static double Alike(Wording a, Wording b, double[] rarity)
    {
        var most = Alike(a.Text, b.Text, rarity);
        var (longA, longB) = (a.Title.Length >= FewestWords, b.Title.Length >= FewestWords);
        if (longA && longB)
            most = Math.Max(most, Alike(a.Title, b.Title, rarity));
        if (longA)
            most = Math.Max(most, Alike(a.Title, b.Text, rarity));
        if (longB)
            most = Math.Max(most, Alike(a.Text, b.Title, rarity));
        return most;
    }

    private static double Alike(int[] a, int[] b, double[] rarity)
    {
        var (i, j) = (0, 0);
        var (shared, all) = (0.0, 0.0);
        while (i < a.Length || j < b.Length)
        {
            var order =
                i == a.Length ? 1
                : j == b.Length ? -1
                : a[i].CompareTo(b[j]);
            var weight = rarity[order <= 0 ? a[i] : b[j]];
            all += weight;
            if (order == 0)
                shared += weight;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }
        return all > 0 ? shared / all : 0;
    }

    /// <summary>ln(roll calls / roll calls with the word), for each word.</summary>
    private static double[] Rarity(Wording[] read, int words)
    {
        var calls = new int[words];
        foreach (var wording in read)
        foreach (var word in wording.Title.Union(wording.Text))
            calls[word]++;
        return Array.ConvertAll(calls, n => Math.Log((double)read.Length / Math.Max(1, n)));
    }

    /// <summary>The numbers of the words of a text, each once, in order. Figures and single letters are passed over: years and document numbers change.</summary>
    private static int[] Read(string text, Dictionary<string, int> words)
    {
        var found = new SortedSet<int>();
        for (var i = 0; i < text.Length; )
        {
            if (!char.IsAsciiLetter(text[i]))
            {
                i++;
                continue;
            }
            var from = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
                i++;
            var word = text[from..i].ToUpperInvariant();
            if (word.Length == 1 || Passed.Contains(word))
                continue;
            if (!words.TryGetValue(word, out var number))
                words[word] = number = words.Count;
            found.Add(number);
        }
        return [.. found];
    }

    private sealed record Wording(RollCall Call, int[] Title, int[] Description)
    {
        /// <summary>The description; the title where there is none.</summary>
        public int[] Text => Description.Length > 0 ? Description : Title;
    }
}
