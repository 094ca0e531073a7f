using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Fuzzing;

/// <summary>Generators of texts that nobody would write: sentences of the trade put together without sense, marks without partners, numbers in every writing.</summary>
internal static class HostileTexts
{
    private static readonly Gen<string> Words = Gen.Elements(
        "China",
        "Russia’s",
        "the EU",
        "India and Pakistan",
        "Sino-Russian",
        "G7",
        "Xi Jinping",
        "the two countries",
        "NATO’s 32nd member",
        "trade",
        "exports to",
        "imports of oil from",
        "a third of",
        "accounted for",
        "grew by",
        "more than doubled",
        "the largest partner",
        "voted against",
        "abstained",
        "vetoed",
        "joined",
        "20 days after",
        "the invasion of Ukraine",
        "last year",
        "in the same period",
        "in 2022–23",
        "the first seven months of",
        "since the 1950s",
        "said",
        "told reporters that",
        "according to",
        "would have",
        "if",
        "not",
        "nobody",
        "and",
        "or",
        "of",
        "in",
        "by",
        "to",
        "from",
        "between",
        "respectively",
        "its",
        "he",
        "which",
        "GDP",
        "warheads",
        "S-400"
    );

    private static readonly Gen<string> Marks = Gen.Elements(
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        ". ",
        ", ",
        "; ",
        ": ",
        " — ",
        "…",
        "......",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        "«",
        "»",
        "(",
        ")",
        "[",
        "]",
        "](",
        "{",
        "}",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "| ",
        "---\n",
        "%",
        "‰",
        "€",
        "¥",
        "$",
        "<",
        ">",
        "&amp;",
        "&#0;",
        "\u00a0",
        "\u202f",
        "\u200b",
        "\u0000",
        "\ufeff",
        "\ud83d\ude00",
        "\ud800",
        "\t",
        "\r\n",
        "^rw1",
        "::",
        "[[",
        "]]",
        "~~"
    );

    /// <summary>Numbers as people, spreadsheets and typing errors write them.</summary>
    public static Gen<string> Numbers =>
        from whole in Gen.OneOf(
            Gen.Choose(0, 3000).Select(n => n.ToString(CultureInfo.InvariantCulture)),
            Gen.Elements(
                "1,234,567.89",
                "1.234.567,89",
                "12 345",
                "1e309",
                "-0",
                "007",
                ".5",
                "5.",
                "1/2",
                "½",
                "999999999999999999999",
                "1,2,3",
                "٣",
                "twenty-one",
                "half a dozen",
                "nil"
            )
        )
        from unit in Gen.Elements(
            "",
            "",
            "%",
            " percent",
            "bn",
            " billion",
            "tn",
            "m b/d",
            " bcm",
            " pp",
            "th",
            "st",
            "-fold",
            "–5",
            "-year-old",
            " dollars",
            "USD",
            " km²"
        )
        from sign in Gen.Elements("", "", "$", "€", "US$", "¥", "+", "−", "~", "about ", "more than ", "between ", "No. ")
        select sign + whole + unit;

    /// <summary>Front matter, sound and broken.</summary>
    public static Gen<string> FrontMatter =>
        from open in Gen.Elements("", "---\n", "--- \n", "+++\n", "\ufeff---\n")
        from lines in Gen.ListOf(
            from key in Gen.Elements("title", "author", "published", "date", "url", "tags", "? x", "- a", "\"", "&a", "<<")
            from value in Gen.OneOf(
                Numbers,
                Words,
                Marks,
                Gen.Elements("2024-02-30", "none", "[a, b", "{c: d", "|", ">-", "*a", "!!binary x", "2024-04-09T25:61:00")
            )
            select $"{key}: {value}\n",
            3
        )
        from close in Gen.Elements("---\n", "...\n", "", "----\n")
        select open.Length == 0 ? "" : open + string.Concat(lines) + close;

    /// <summary>A stretch of text of up to some hundred pieces.</summary>
    public static Gen<string> Stretches =>
        from size in Gen.Choose(1, 120)
        from pieces in Gen.ListOf(Gen.Frequency((6, Words), (5, Marks), (3, Numbers), (4, Gen.Constant(" "))), size)
        select string.Concat(pieces);

    public static Gen<string> Texts => from front in FrontMatter from body in Stretches select front + body;

    /// <summary>A real text with some bytes changed, doubled, cut or put in from another place.</summary>
    /// <param name="texts">What to start from.</param>
    public static Gen<byte[]> Mutated(IReadOnlyList<byte[]> texts) =>
        from text in Gen.Elements<byte[]>([.. texts])
        from changes in Gen.ListOf(
            from kind in Gen.Choose(0, 5)
            from at in Gen.Choose(0, int.MaxValue - 1)
            from length in Gen.Choose(1, 400)
            from value in Gen.Choose(0, 255)
            select (kind, at, length, value),
            6
        )
        select Apply(text, changes);

    private static byte[] Apply(byte[] text, IEnumerable<(int Kind, int At, int Length, int Value)> changes)
    {
        var bytes = text.ToList();
        foreach (var (kind, place, length, value) in changes)
        {
            if (bytes.Count == 0)
                break;
            var at = place % bytes.Count;
            var part = Math.Min(length, bytes.Count - at);
            switch (kind)
            {
                case 0:
                    bytes[at] = (byte)value;
                    break;
                case 1:
                    bytes.RemoveRange(at, part);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, part));
                    break;
                case 3:
                    bytes.InsertRange(0, bytes.GetRange(at, part));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)value, part));
                    break;
            }
        }
        return [.. bytes];
    }
}
