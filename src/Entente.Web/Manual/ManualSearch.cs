using System.Text;
using Entente.Actors.Identity;

namespace Entente.Web.Manual;

/// <summary>A place of the manual that holds what was asked for.</summary>
/// <param name="Score">Larger is better; to be compared within one answer only.</param>
internal sealed record ManualHit(ManualPage Page, PageSection Section, string Snippet, double Score);

/// <summary>
/// Ranks the sections of the manual by the words they hold (Okapi BM25; Robertson and Zaragoza 2009, eq. 3.15), titles counting several times. A
/// few hundred sections: an index in memory, made once for each state of the pages.
/// </summary>
internal sealed class ManualSearch
{
    private const int MostWords = 16;
    private const int SnippetLength = 180;
    private const int Before = 60;

    /// <summary>How many times a word of the page's title and of the heading counts.</summary>
    private const int TitleWeight = 6;
    private const int HeadingWeight = 4;

    private const double Saturation = 1.2;
    private const double Length = 0.75;

    private readonly List<(ManualPage Page, PageSection Section, double Words)> sections = [];
    private readonly SortedDictionary<string, List<(int Section, int Count)>> places = new(StringComparer.Ordinal);
    private readonly string[] known;
    private readonly double mean;

    public ManualSearch(IEnumerable<(ManualPage Page, RenderedPage Rendered)> pages)
    {
        foreach (var (page, rendered) in pages)
        foreach (var section in rendered.Sections)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            Count(counts, section.Words, 1);
            Count(counts, section.Heading, HeadingWeight);
            Count(counts, page.Title, section.Id.Length == 0 ? TitleWeight : 1);
            foreach (var (word, count) in counts)
            {
                if (!places.TryGetValue(word, out var list))
                    places.Add(word, list = []);
                list.Add((sections.Count, count));
            }
            sections.Add((page, section, counts.Values.Sum()));
        }
        known = [.. places.Keys];
        mean = sections.Count == 0 ? 1 : sections.Average(s => s.Words);
    }

    /// <summary>What holds all the words, best first; where nothing does, what holds some. A word counts as the beginning of others too.</summary>
    public IReadOnlyList<ManualHit> Find(string query, int limit)
    {
        var words = Words(query).Select(w => w.Word).Distinct(StringComparer.Ordinal).Take(MostWords).ToArray();
        var scores = new double[sections.Count];
        var held = new int[sections.Count];
        foreach (var word in words)
        {
            var of = new Dictionary<int, double>();
            foreach (var longer in Beginning(word))
            {
                // A whole word says more than one that only begins so.
                var weight = longer.Length == word.Length ? 1 : 0.5;
                var list = places[longer];
                var rarity = Math.Log(1 + ((sections.Count - list.Count + 0.5) / (list.Count + 0.5)));
                foreach (var (section, count) in list)
                {
                    var score =
                        weight
                        * rarity
                        * count
                        * (Saturation + 1)
                        / (count + (Saturation * (1 - Length + (Length * sections[section].Words / mean))));
                    of[section] = Math.Max(of.GetValueOrDefault(section), score);
                }
            }
            foreach (var (section, score) in of)
            {
                scores[section] += score;
                held[section]++;
            }
        }
        var most = held.Length == 0 ? 0 : held.Max();
        var wanted = most == words.Length ? most : 1;
        return
        [
            .. Enumerable
                .Range(0, sections.Count)
                .Where(i => most > 0 && held[i] >= wanted)
                .OrderByDescending(i => scores[i])
                .ThenBy(i => i)
                .Take(limit)
                .Select(i => new ManualHit(
                    sections[i].Page,
                    sections[i].Section,
                    Snippet(sections[i].Section.Words, words),
                    Math.Round(scores[i], 4)
                )),
        ];
    }

    private IEnumerable<string> Beginning(string word)
    {
        var at = Array.BinarySearch(known, word, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < known.Length && known[i].StartsWith(word, StringComparison.Ordinal); i++)
            // Two letters begin too much.
            if (word.Length > 2 || known[i].Length == word.Length)
                yield return known[i];
    }

    private static void Count(Dictionary<string, int> counts, string text, int weight)
    {
        foreach (var (word, _) in Words(text))
            counts[word] = counts.GetValueOrDefault(word) + weight;
    }

    /// <summary>Runs of letters and digits, small and without accents, with the place where each begins.</summary>
    private static IEnumerable<(string Word, int At)> Words(string text)
    {
        var word = new StringBuilder();
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (word.Length == 0)
                    from = i;
                if (PlainLetters.Of(text[i]) is { } plain)
                    word.Append(plain);
            }
            else if (word.Length > 0)
            {
                yield return (word.ToString(), from);
                word.Clear();
            }
        }
    }

    private static string Snippet(string text, string[] asked)
    {
        if (text.Length <= SnippetLength)
            return text;
        var at = Words(text).Where(w => asked.Any(a => w.Word.StartsWith(a, StringComparison.Ordinal))).Select(w => w.At).FirstOrDefault();
        var from = Math.Max(0, at - Before);
        while (from > 0 && text[from - 1] != ' ')
            from--;
        var to = Math.Min(text.Length, from + SnippetLength);
        while (to < text.Length && text[to] != ' ')
            to--;
        if (to <= from)
            to = Math.Min(text.Length, from + SnippetLength);
        return $"{(from > 0 ? "… " : "")}{text[from..to]}{(to < text.Length ? " …" : "")}";
    }
}
