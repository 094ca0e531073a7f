using System.Globalization;
using Entente.Catalogue;
using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Scenarios;

namespace Entente.Sources.Arguments;

/// <summary>Pieces of an argument's YAML: expressions, names, dates, with errors at their place.</summary>
internal static class ArgumentYaml
{
    private const int MostNotes = 20;

    /// <summary>An expression of the claim language in a scalar.</summary>
    public static Expression Expression(LocatedNode node, string what)
    {
        // `key: choice(A, at: b)` without quotes is a map to YAML.
        if (node.Entries is not null)
            throw ScenarioYaml.Wrong(
                node,
                node.File,
                "a map",
                what,
                "put the expression in single quotes: it has ': ' in it, which is YAML's sign of a key"
            );
        if (node.Scalar is not { Length: > 0 } text)
            throw ScenarioYaml.Wrong(node, node.File, "no expression", what);
        var parsed = ClaimParser.Parse(text);
        return parsed.Expression ?? throw Wrong(node, parsed.Error!);
    }

    /// <summary>What is wrong in an expression, at its place in the file.</summary>
    public static DataFileException Wrong(LocatedNode node, LanguageError error) =>
        new(
            node.File,
            node.Line,
            (node.Column + error.Position).ToString(CultureInfo.InvariantCulture),
            $"{error.Found} in '{Short(node.Scalar ?? "")}'",
            error.Expected,
            error.Hint
        );

    /// <summary>A name that expressions can use: a letter, then letters, digits, underscores and dots; no word of the language.</summary>
    public static string Name(string name, LocatedNode at, string what) =>
        ClaimParser.Parse(name).Expression is NameReference
            ? name
            : throw ScenarioYaml.Wrong(
                at,
                at.File,
                $"'{name}' as a name",
                $"{what}: letters, digits, underscores and dots, such as us.hostility"
            );

    public static string Date(LocatedNode map)
    {
        var text = ScenarioYaml.Text(map, "date");
        return Period.TryParse(text, out _)
            ? text
            : throw ScenarioYaml.Wrong(map["date"], map.File, $"'{text}'", "a date such as 2022-09-16, 2022-09 or 2022");
    }

    /// <summary>A text or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(LocatedNode map, string key) =>
        map[key] is { } node ? [.. node.Strings().Take(MostNotes)] : [];

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
