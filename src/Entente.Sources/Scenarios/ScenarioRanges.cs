using System.Globalization;
using Entente.Catalogue;
using Entente.Models;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Scenarios;

/// <summary>
/// The ranges of a file by their places in it. Names are paths: keys as written, items of a list by the code that they name, else by their number
/// from 1. A range that is set becomes its value before the file is read further, so that every check sees what will be run.
/// </summary>
internal static class ScenarioRanges
{
    /// <summary>What names an item of a list.</summary>
    private static readonly string[] Naming = ["code", "buyer", "hub"];

    /// <summary>What tells a reader which item a number belongs to.</summary>
    private static readonly string[] Telling = ["case", "from", "to", "between", "sectors", "regions"];

    /// <summary>All ranges, in the order of the file.</summary>
    /// <param name="prefix">Before every name: `base.` for those of a base.</param>
    /// <param name="about">What they are numbers of.</param>
    public static IReadOnlyList<DeclaredRange> Of(LocatedNode root, string prefix = "", string about = "")
    {
        var found = new List<DeclaredRange>();
        Walk(root, new Place(prefix, about, null), found);
        return found;
    }

    /// <summary>The file with some of its ranges at values. Takes those that it has out of <paramref name="left"/>.</summary>
    /// <exception cref="DataFileException">A value lies outside of its range.</exception>
    public static LocatedNode Set(
        LocatedNode root,
        ScenarioSettings settings,
        Dictionary<string, double> left,
        List<FixedNumber> set,
        string prefix = ""
    )
    {
        if (left.Count == 0)
            return root;
        return Changed(root, prefix, settings.Where, left, set);
    }

    /// <summary>That every number was a range of some file.</summary>
    /// <exception cref="DataFileException">One was none.</exception>
    public static void Known(ScenarioSettings settings, Dictionary<string, double> left, string file, IEnumerable<string> names)
    {
        foreach (var (name, value) in left)
            throw new DataFileException(
                settings.Where,
                0,
                "",
                string.Create(CultureInfo.InvariantCulture, $"{name}={value}"),
                names.ToList() is { Count: > 0 } known
                    ? $"a number that {Path.GetFileName(file)} declares as a range: {string.Join(", ", known)}"
                    : $"nothing to set: {Path.GetFileName(file)} declares no ranges"
            );
    }

    /// <summary>A value for a declared range.</summary>
    /// <exception cref="DataFileException">It lies outside.</exception>
    public static FixedNumber Within(string where, string name, double value, Spread declared, string file, int line)
    {
        if (!(value >= declared.Low && value <= declared.High))
            throw new DataFileException(
                where,
                0,
                "",
                string.Create(CultureInfo.InvariantCulture, $"{name}={value}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{declared.Low} to {declared.High}, as {Path.GetFileName(file)}:{line} declares it"
                ),
                "for another range change the file"
            );
        return new(name, value, declared);
    }

    private sealed record Place(string Path, string About, LocatedNode? Sourced);

    private static void Walk(LocatedNode node, Place at, List<DeclaredRange> found)
    {
        if (RangeOf(node) is { } range)
        {
            found.Add(
                new()
                {
                    Name = at.Path[..^1],
                    Range = range,
                    About = at.About,
                    Source = at.Sourced?["source"]?.Scalar ?? "",
                    Assumed = at.Sourced?["assumed"]?.Scalar ?? "",
                    File = node.File,
                    Line = node.Line,
                }
            );
            return;
        }
        var sourced = node["source"]?.Scalar is not null || node["assumed"]?.Scalar is not null ? node : at.Sourced;
        foreach (var (key, child) in node.Entries ?? [])
            Walk(
                child,
                new($"{at.Path}{key}.", RangeOf(child) is null ? Told(at.About, Word(key, child), child) : at.About, sourced),
                found
            );
        for (var i = 0; i < (node.Items?.Count ?? 0); i++)
            Walk(node.Items![i], new($"{at.Path}{Item(node.Items[i], i)}.", Told(at.About, "", node.Items[i]), sourced), found);
    }

    private static LocatedNode Changed(LocatedNode node, string path, string where, Dictionary<string, double> left, List<FixedNumber> set)
    {
        if (path.Length > 0 && RangeOf(node) is { } range)
        {
            var name = path[..^1];
            if (!left.Remove(name, out var value))
                return node;
            set.Add(Within(where, name, value, range, node.File, node.Line));
            return node with { Entries = null, Scalar = value.ToString("R", CultureInfo.InvariantCulture) };
        }
        return node with
        {
            Entries = node.Entries?.Select(e => (e.Key, Changed(e.Value, $"{path}{e.Key}.", where, left, set))).ToList(),
            Items = node.Items?.Select((item, i) => Changed(item, $"{path}{Item(item, i)}.", where, left, set)).ToList(),
        };
    }

    // A range that is broken is none here: whoever reads the file says what is wrong with it.
    private static Spread? RangeOf(LocatedNode node)
    {
        if (node.Entries is not { Count: 3 })
            return null;
        double? End(string key) =>
            node[key]?.Scalar is { } text
            && double.TryParse(
                text.Replace("_", "", StringComparison.Ordinal),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var value
            )
            && double.IsFinite(value)
                ? value
                : null;
        return End("low") is { } low && End("mode") is { } mode && End("high") is { } high && low <= mode && mode <= high && low < high
            ? new(low, mode, high)
            : null;
    }

    private static string Item(LocatedNode item, int index)
    {
        foreach (var key in Naming)
            if (item[key]?.Scalar is { Length: > 0 } name && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-'))
                return name;
        return (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    // Lists are told by what their items are; `runs` and `cases` by the names of theirs.
    private static string Word(string key, LocatedNode node) =>
        key switch
        {
            "elasticities" => "elasticity",
            "supply" => "elasticity of supply",
            "sectors" or "runs" => "",
            _ when node.Items is not null => "",
            _ => key.Replace('_', ' '),
        };

    private static string Told(string about, string word, LocatedNode node)
    {
        var parts = new List<string>();
        if (about.Length > 0)
            parts.Add(about);
        if (word.Length > 0)
            parts.Add(word);
        foreach (var name in Naming)
            if (node[name]?.Scalar is { Length: > 0 } code)
                parts.Add(code);
        foreach (var key in Telling)
            if (node[key] is { } told && string.Join(", ", told.Strings()) is { Length: > 0 } text)
                parts.Add(key is "from" or "to" or "between" ? $"{key} {text}" : text);
        return string.Join(", ", parts);
    }
}
