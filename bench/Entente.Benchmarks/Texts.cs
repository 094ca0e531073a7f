using System.Globalization;
using System.Text;

namespace Entente.Benchmarks;

/// <summary>Texts to measure on: articles made of sentence patterns, with a claim in about every third sentence, the same for the same number.</summary>
internal static class Texts
{
    /// <summary>Ten printed pages at 2,500 characters.</summary>
    public const int TenPages = 25_000;

    private static readonly (string Name, string Adjective)[] States =
    [
        ("China", "Chinese"),
        ("Russia", "Russian"),
        ("India", "Indian"),
        ("Germany", "German"),
        ("Turkey", "Turkish"),
        ("Kazakhstan", "Kazakh"),
        ("Japan", "Japanese"),
    ];

    private static readonly string[] Patterns =
    [
        "Trade between {A} and {B} reached ${n} billion in {y}, {p} percent more than the year before.",
        "{Adj} exports to {B} stood at ${n} billion in {y}, while imports were worth ${m} billion.",
        "Energy made up {p} percent of what {A} sold to {B} in {y}.",
        "“We do not choose between partners,” said a senior {Adj} official, who asked not to be named.",
        "Diplomats in both capitals speak of habit rather than affection, and few of them expect it to change soon.",
        "The two leaders have met more than {c} times since {y}, most of them away from the cameras.",
        "In {y} {A} was the largest trading partner of {B}, ahead of every neighbour.",
        "What holds the relationship together is a matter of dispute among those who study it for a living.",
        "The border between them is open to goods, slower for people, and closed to most other things.",
        "Officials set a target of ${n} billion for {y2}, a figure that has been moved more than once.",
        "A decade ago the same question would have been answered in another way by almost everybody.",
        "“Nobody wants to be the one who needs the other more,” wrote one analyst in a study of the pair.",
    ];

    /// <summary>A highlight note of at least so many characters, as reading programs export them: front matter, bullets, a link each.</summary>
    /// <param name="number">Chooses names, numbers and order.</param>
    /// <param name="length">In UTF-16 code units.</param>
    public static string Note(int number, int length = 6_000)
    {
        var body = Article(number + 100_000, length * 3 / 4);
        var sentences = body[(body.IndexOf("---\n\n", StringComparison.Ordinal) + 5)..]
            .Replace("\n\n", " ", StringComparison.Ordinal)
            .Split(". ", StringSplitOptions.RemoveEmptyEntries);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"---\ntitle: Reading on two neighbours {number}\nauthor: A. Writer\nurl: https://example.org/texts/{number}\npublished: 2024-04-09\n---\n\n## Highlights\n\n"
        );
        for (var i = 0; i < sentences.Length; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {sentences[i].Trim().TrimEnd('.')}. ([View Highlight](https://read.readwise.io/read/{number:x6}{i:x4}))\n"
            );
        return text.ToString();
    }

    /// <summary>An article of at least so many characters.</summary>
    /// <param name="number">Chooses names, numbers and order.</param>
    /// <param name="length">In UTF-16 code units.</param>
    public static string Article(int number, int length = TenPages)
    {
        // A linear congruence of our own: the same text on every machine and runtime.
        var state = (uint)number * 2654435761u + 1;
        int Next(int below)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: Notes on two neighbours, part {number}\npublished: 2024-04-09\n---\n\n");
        for (var sentence = 0; text.Length < length; sentence++)
        {
            var a = States[Next(States.Length)];
            var b = States[Next(States.Length)];
            text.Append(
                Patterns[Next(Patterns.Length)]
                    .Replace("{A}", a.Name)
                    .Replace("{Adj}", a.Adjective)
                    .Replace("{B}", b.Name == a.Name ? "the European Union" : b.Name)
                    .Replace("{n}", (20 + Next(300)).ToString(CultureInfo.InvariantCulture))
                    .Replace("{m}", (10 + Next(150)).ToString(CultureInfo.InvariantCulture))
                    .Replace("{p}", (3 + Next(70)).ToString(CultureInfo.InvariantCulture))
                    .Replace("{c}", (12 + Next(40)).ToString(CultureInfo.InvariantCulture))
                    .Replace("{y}", (2012 + Next(12)).ToString(CultureInfo.InvariantCulture))
                    .Replace("{y2}", (2025 + Next(10)).ToString(CultureInfo.InvariantCulture))
            );
            text.Append(sentence % 6 == 5 ? "\n\n" : " ");
        }
        return text.Append('\n').ToString();
    }
}
