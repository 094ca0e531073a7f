using System.Collections.Frozen;
using System.Globalization;
using Entente.Catalogue;
using Entente.Quantities;

namespace Entente.Measures;

/// <summary>The measures of catalogue/measures.yml, by id. Immutable; a broken entry is reported and left out, the others stand.</summary>
public sealed class MeasureCatalogue
{
    private static readonly string[] EntryKeys =
    [
        "parties",
        "dimension",
        "unit",
        "takes-item",
        "cumulative",
        "words",
        "anti-words",
        "verbs",
        "other-readings",
        "real-growth",
        "world-total",
        "normal-gap",
        "authorities",
    ];

    private MeasureCatalogue(IReadOnlyList<MeasureDefinition> all, IReadOnlyList<CatalogueError> errors)
    {
        All = all;
        Errors = errors;
        ById = all.ToFrozenDictionary(m => m.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<MeasureDefinition> All { get; }

    public FrozenDictionary<string, MeasureDefinition> ById { get; }

    public IReadOnlyList<CatalogueError> Errors { get; }

    /// <summary>Parses the catalogue and lays overlays over it: an overlay's words are appended to a measure of the same id, its other keys replace.</summary>
    public static MeasureCatalogue Parse(string yaml, string file, params ReadOnlySpan<(string Yaml, string File)> overlays)
    {
        var errors = new List<CatalogueError>();
        var measures = new List<MeasureDefinition>();
        Add(yaml, file, measures, errors);
        foreach (var overlay in overlays)
            Add(overlay.Yaml, overlay.File, measures, errors);
        return new(measures, errors);
    }

    private static void Add(string yaml, string file, List<MeasureDefinition> measures, List<CatalogueError> errors)
    {
        var (root, error) = LocatedNode.Parse(yaml, file);
        if (error is not null)
            errors.Add(error);
        if (root is null)
            return;
        var reader = new EntryReader(file, errors);
        var lists =
            root["authority-lists"]?.Entries?.ToDictionary(e => e.Key, e => reader.Authorities(e.Value), StringComparer.Ordinal) ?? [];
        foreach (var (id, node) in root["measures"]?.Entries ?? [])
        {
            var index = measures.FindIndex(m => m.Id == id);
            var read = reader.Measure(id, node, lists, index >= 0 ? measures[index] : null);
            if (read is null)
                continue;
            if (index >= 0)
                measures[index] = read;
            else
                measures.Add(read);
        }
    }

    private sealed class EntryReader(string file, List<CatalogueError> errors)
    {
        public IReadOnlyList<AuthorityRule> Authorities(LocatedNode node)
        {
            if (node.Entries is null)
            {
                Error(node, node.Scalar ?? "a list", "a map of reporter code to a list of sources");
                return [];
            }
            return [.. node.Entries.Select(e => new AuthorityRule { For = e.Key, Sources = [.. e.Value.Strings()] })];
        }

        public MeasureDefinition? Measure(
            string id,
            LocatedNode node,
            Dictionary<string, IReadOnlyList<AuthorityRule>> lists,
            MeasureDefinition? under
        )
        {
            if (node.Entries is null)
            {
                Error(node, node.Scalar ?? "a list", $"a map of keys for measure '{id}'");
                return null;
            }
            foreach (var (key, value) in node.Entries)
                if (!EntryKeys.Contains(key))
                    Error(value, $"key '{key}'", $"one of {string.Join(", ", EntryKeys)}");
            var before = errors.Count;
            var parties = node["parties"] is { } p ? Enum<Parties>(p) : under?.Parties ?? Missing<Parties>(node, id, "parties");
            var dimension = node["dimension"] is { } d ? Enum<Dimension>(d) : under?.Dimension ?? Missing<Dimension>(node, id, "dimension");
            var unit = node["unit"]?.Scalar ?? under?.Unit;
            if (unit is not null && !Units.TryFind(unit, out _))
                Error(node["unit"]!, $"unit '{unit}'", $"one of {string.Join(", ", Units.Symbols)}");
            var gap = node["normal-gap"] is { } g ? Fraction(g) : under?.NormalGap ?? 0.10;
            IReadOnlyList<AuthorityRule> authorities = under?.Authorities ?? [];
            if (node["authorities"] is { } a)
            {
                if (a.Scalar is { } name && !lists.TryGetValue(name, out authorities!))
                {
                    Error(a, $"authority list '{name}'", $"one of {string.Join(", ", lists.Keys)}");
                    authorities = [];
                }
                else if (a.Entries is not null)
                {
                    authorities = Authorities(a);
                }
            }
            if (errors.Count > before)
                return under;
            return new MeasureDefinition
            {
                Id = id,
                Parties = parties,
                Dimension = dimension,
                Unit = unit,
                TakesItem = node["takes-item"] is { } t ? Truth(t) : under?.TakesItem ?? false,
                RealGrowth = node["real-growth"] is { } r ? Truth(r) : under?.RealGrowth ?? false,
                Cumulative = node["cumulative"] is { } c ? Truth(c) : under?.Cumulative ?? false,
                Words = [.. under?.Words ?? [], .. node["words"]?.Strings() ?? []],
                AntiWords = [.. under?.AntiWords ?? [], .. node["anti-words"]?.Strings() ?? []],
                Verbs = [.. under?.Verbs ?? [], .. node["verbs"]?.Strings() ?? []],
                OtherReadings = [.. under?.OtherReadings ?? [], .. node["other-readings"]?.Strings() ?? []],
                WorldTotal = node["world-total"] is { } w ? Fraction(w) : under?.WorldTotal,
                NormalGap = gap,
                Authorities = authorities,
            };
        }

        private T Missing<T>(LocatedNode node, string id, string key)
            where T : struct, Enum
        {
            Error(node, $"measure '{id}' without '{key}'", $"'{key}: ' one of {Names<T>()}");
            return default;
        }

        private T Enum<T>(LocatedNode node)
            where T : struct, Enum
        {
            if (
                node.Scalar is { } text
                && System.Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            )
                return value;
            Error(node, node.Scalar is null ? "a list or map" : $"'{node.Scalar}'", $"one of {Names<T>()}");
            return default;
        }

        private double Fraction(LocatedNode node)
        {
            var text = node.Scalar ?? "";
            var percent = text.EndsWith('%');
            if (double.TryParse(text.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0)
                return percent ? value / 100 : value;
            Error(node, $"'{text}'", "a percentage such as 10%");
            return 0;
        }

        private bool Truth(LocatedNode node)
        {
            if (node.Scalar is "true" or "false")
                return node.Scalar == "true";
            Error(node, $"'{node.Scalar}'", "true or false");
            return false;
        }

        private static string Names<T>()
            where T : struct, Enum => string.Join(", ", System.Enum.GetNames<T>().Select(Kebab));

        private static string Kebab(string name) =>
            string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

        private void Error(LocatedNode node, string found, string expected) =>
            errors.Add(
                new CatalogueError
                {
                    File = file,
                    Line = node.Line,
                    Column = node.Column,
                    Found = found,
                    Expected = expected,
                }
            );
    }
}
