using Entente.Catalogue;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Scenarios;

/// <summary>What a file of `whatif` supposes.</summary>
public enum SuppositionKind
{
    /// <summary>Tariffs, costs, embargoes: a question to the trade model.</summary>
    Trade,

    /// <summary>A price cap on oil.</summary>
    Oil,

    /// <summary>An argument about what states would do.</summary>
    Argument,
}

/// <summary>A file of `whatif` by its heading, as lists show it. Solves and checks nothing.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Title">What it calls itself.</param>
/// <param name="Question">What it asks; empty where it does not say.</param>
/// <param name="Parameters">What may be set, with what stands in the file.</param>
public sealed record SuppositionFile(
    string File,
    SuppositionKind Kind,
    string Title,
    string Question,
    IReadOnlyList<(string Name, string Value)> Parameters
)
{
    /// <summary>Whose argument it is, and of when; empty for scenarios.</summary>
    public string Author { get; init; } = "";

    public string Date { get; init; } = "";

    /// <summary>The file's name without its ending: what it is asked for by.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The heading of a file; null where it is none of these (a base, something else, or broken).</summary>
    public static SuppositionFile? Read(string path)
    {
        try
        {
            return Read(path, null);
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    /// <summary>The heading of a text that stands in place of a file's; null where it is none of these.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text; null for the file's own.</param>
    /// <exception cref="DataFileException">It is no YAML.</exception>
    public static SuppositionFile? Read(string path, string? text)
    {
        var root = ScenarioYaml.Open(path, text);
        foreach (
            var (key, kind) in new[]
            {
                ("argument", SuppositionKind.Argument),
                ("oil", SuppositionKind.Oil),
                ("scenario", SuppositionKind.Trade),
            }
        )
            if (root[key]?.Scalar is { Length: > 0 } title)
                return new(
                    path,
                    kind,
                    title,
                    root["question"]?.Scalar ?? "",
                    kind == SuppositionKind.Trade
                        ? [.. (root["parameters"]?.Entries ?? []).Select(p => (p.Key, string.Join(',', p.Value.Strings())))]
                        : []
                )
                {
                    Author = root["source"]?["author"]?.Scalar ?? "",
                    Date = root["source"]?["date"]?.Scalar ?? "",
                };
        return null;
    }

    /// <summary>The file that an argument takes its game from; null where it has one of its own, or cannot be read.</summary>
    public static string? Game(string path, string? text)
    {
        try
        {
            return ScenarioYaml.Open(path, text)["game"]?.Scalar is { Length: > 0 } game ? Path.GetFileName(game) : null;
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    /// <summary>The headings of a folder's own files, in the order of their names; none where there is no such folder.</summary>
    public static IEnumerable<SuppositionFile> In(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        var files = Directory.GetFiles(folder, "*.yml");
        Array.Sort(files, StringComparer.Ordinal);
        foreach (var file in files)
            if (Read(file) is { } heading)
                yield return heading;
    }
}
