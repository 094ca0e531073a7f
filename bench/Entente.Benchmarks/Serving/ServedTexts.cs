using System.Globalization;

namespace Entente.Benchmarks.Serving;

/// <summary>The texts whose claims are asked for: the samples, some that are made, and those of a folder that the user names.</summary>
internal sealed class ServedTexts
{
    private const int Made = 10;
    private const int TwoPages = 5_000;
    private const int ThreeHundredPages = 900_000;

    private static readonly string[] Samples = ["article.md", "highlights.md", "interview.txt"];

    private readonly string book;

    /// <param name="root">The clone.</param>
    /// <param name="folder">Where to put those that are made.</param>
    /// <param name="further">A folder of texts; null for none.</param>
    public ServedTexts(string root, string folder, string? further)
    {
        var samples = Samples.Select(f => Path.Combine(root, "samples", f));
        Directory.CreateDirectory(folder);
        for (var i = 0; i < Made; i++)
            File.WriteAllText(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"made-{i}.md")),
                Texts.Article(i, TwoPages)
            );
        Paths = [.. samples, folder, .. further is null ? [] : new[] { further }];
        book = Path.Combine(Directory.CreateDirectory(folder + "-book").FullName, "book.md");
    }

    /// <summary>What `serve` is given.</summary>
    public string[] Paths { get; }

    /// <summary>A text of three hundred pages, made when it is wanted.</summary>
    public string Book()
    {
        if (!File.Exists(book))
            File.WriteAllText(book, Texts.Article(Made, ThreeHundredPages));
        return book;
    }
}
