using System.Globalization;
using Entente.Catalogue;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Files;

namespace Entente.Sources.Scenarios;

/// <summary>Reading of the YAML that scenarios and bases share: known keys, numbers with a source, errors with their line.</summary>
internal static class ScenarioYaml
{
    /// <param name="path">The file.</param>
    /// <param name="given">A text in place of its own, while it is edited; null for its own.</param>
    public static LocatedNode Open(string path, string? given = null)
    {
        var text = given ?? Text(path);
        if (text.Length > MostBytes)
            throw new DataFileException(path, 0, "", TooLarge, "a scenario or a base");
        var (root, error) = LocatedNode.Parse(text, path);
        if (error is not null)
            throw new DataFileException(path, error.Line, At(error.Column), error.Found, error.Expected, error.Hint);
        return root?.Entries is null ? throw Wrong(root, path, "no map of keys", "keys such as scenario: and base:") : root;
    }

    private static string Text(string path)
    {
        ReadableFiles.Require(path);
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > MostBytes }
                ? throw new DataFileException(path, 0, "", TooLarge, "a scenario or a base")
                : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, 0, "", "a file that cannot be read", "a YAML file", "see samples/scenarios/README.md");
        }
    }

    private const string TooLarge = "more than 16 MiB";
    private const long MostBytes = 16 << 20;

    public static void Only(LocatedNode map, params string[] keys)
    {
        if (map.Entries is null)
            throw Wrong(map, map.File, Shown(map), $"a map with {string.Join(", ", keys)}");
        foreach (var (key, value) in map.Entries)
            if (!keys.Contains(key, StringComparer.Ordinal))
                throw Wrong(value, map.File, $"the key '{key}'", $"one of {string.Join(", ", keys)}");
        foreach (var twice in map.Entries.GroupBy(e => e.Key).Where(g => g.Count() > 1))
            throw Wrong(twice.Last().Value, map.File, $"the key '{twice.Key}' a second time", "each key once");
    }

    public static LocatedNode Required(LocatedNode map, string key) =>
        map[key] ?? throw Wrong(map, map.File, $"no '{key}'", $"the key '{key}'");

    public static string Text(LocatedNode map, string key, string? otherwise = null)
    {
        var node = map[key];
        return node is null && otherwise is not null ? otherwise
            : Required(map, key).Scalar is { Length: > 0 } text ? text
            : throw Wrong(node, map.File, $"'{key}' without text", "a text");
    }

    public static IReadOnlyList<LocatedNode> List(LocatedNode map, string key) =>
        map[key] switch
        {
            null => [],
            { Items: { } items } => items,
            var node => throw Wrong(node, map.File, Shown(node), $"a list under '{key}'"),
        };

    /// <summary>A code or a list of codes, groups put in their members' place.</summary>
    public static IReadOnlyList<string> Codes(LocatedNode map, string key, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        if (map[key] is not { } node)
            return [];
        var codes = node.Strings().ToList();
        if (codes.Count == 0)
            throw Wrong(node, map.File, Shown(node), "a code or a list of codes");
        return [.. codes.SelectMany(c => groups.GetValueOrDefault(c, [c])).Distinct()];
    }

    public static double Number(LocatedNode? node, LocatedNode within, string what)
    {
        if (
            node?.Scalar is { } text
            && double.TryParse(
                text.Replace("_", "", StringComparison.Ordinal),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var value
            )
            && double.IsFinite(value)
        )
            return value;
        throw Wrong(node ?? within, within.File, node is null ? $"no {what}" : Shown(node), $"{what}: a number such as 0.25 or 1.5e9");
    }

    public static int Year(LocatedNode? node, LocatedNode within) =>
        Number(node, within, "year") is var year && year is >= 1 and <= 9999 && year == Math.Floor(year)
            ? (int)year
            : throw Wrong(node, within.File, node is null ? "no year" : Shown(node), "a year such as 2021");

    /// <summary>A number, or {low, mode, high}.</summary>
    public static Spread Spread(LocatedNode? node, LocatedNode within, string what)
    {
        if (node?.Entries is null)
            return Models.Spread.Exactly(Number(node, within, what));
        Only(node, "low", "mode", "high");
        var spread = new Spread(Number(node["low"], node, "low"), Number(node["mode"], node, "mode"), Number(node["high"], node, "high"));
        return spread.Low <= spread.Mode && spread.Mode <= spread.High
            ? spread
            : throw Wrong(
                node,
                within.File,
                FormattableString.Invariant($"{spread.Low}, {spread.Mode}, {spread.High}"),
                "low <= mode <= high"
            );
    }

    /// <summary>Every number says where it comes from, or that it is assumed and why.</summary>
    public static (string Text, bool Assumed) Source(LocatedNode map)
    {
        var (source, assumed) = (map["source"]?.Scalar, map["assumed"]?.Scalar);
        return source is { Length: > 0 } && assumed is null ? (source, false)
            : assumed is { Length: > 0 } && source is null ? ("assumed: " + assumed, true)
            : throw Wrong(
                map,
                map.File,
                source is null && assumed is null ? "a number without a source" : "both a source and an assumption",
                "source: where the number is from, or assumed: why it is taken"
            );
    }

    public static DataFileException Wrong(LocatedNode? node, string file, string found, string expected, string? hint = null) =>
        new(node?.File is { Length: > 0 } own ? own : file, node?.Line ?? 0, At(node?.Column ?? 0), found, expected, hint);

    private static string At(int column) => column > 0 ? column.ToString(CultureInfo.InvariantCulture) : "";

    private static string Shown(LocatedNode node) =>
        node.Scalar is { } text ? $"'{text}'"
        : node.Items is null ? "a map"
        : "a list";
}
