using System.Globalization;
using Entente.Catalogue;

namespace Entente.Measures.Ladders;

/// <summary>A rung of a scale, and what of the record is evidence for it.</summary>
public sealed record LadderRung
{
    public required string Name { get; init; }

    public required string Stage { get; init; }

    /// <summary>Kinds of events between the two that are instances.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Where there are any, an event counts only if its title has one of them.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Measures of the record that say yes (1) or no (0) of the pair.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Measures of the record whose positive value, in either direction, is an instance.</summary>
    public IReadOnlyList<string> Counts { get; init; } = [];

    /// <summary>Bodies whose members have bound themselves so by belonging to them.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    /// <summary>Pledges of coded alliances (`defense`, `consultation`) that are instances.</summary>
    public IReadOnlyList<string> Pledges { get; init; } = [];

    /// <summary>In how many different years of the last ten instances make the rung regular; 0 where one is enough.</summary>
    public int Regular { get; init; }

    /// <summary>What would show that the rung is not reached.</summary>
    public required string Falsifier { get; init; }
}

/// <summary>A published scale of how alliance-like an alignment is.</summary>
public sealed record Ladder(string Id, string Name, string Source, IReadOnlyList<LadderRung> Rungs);

/// <summary>The scales of catalogue/ladders.yml. Immutable; a broken rung is reported and left out, the others stand.</summary>
public sealed class LadderCatalogue
{
    private static readonly string[] Keys =
    [
        "name",
        "stage",
        "kinds",
        "words",
        "facts",
        "counts",
        "bodies",
        "pledges",
        "regular",
        "falsifier",
    ];

    private LadderCatalogue(IReadOnlyList<Ladder> all, IReadOnlyList<CatalogueError> errors) => (All, Errors) = (all, errors);

    public IReadOnlyList<Ladder> All { get; }

    public IReadOnlyList<CatalogueError> Errors { get; }

    /// <summary>Parses the catalogue; a scale of an overlay replaces the one of the same id, others are added.</summary>
    public static LadderCatalogue Parse(string yaml, string file, params ReadOnlySpan<(string Yaml, string File)> overlays)
    {
        var errors = new List<CatalogueError>();
        var ladders = new List<Ladder>();
        Add(yaml, file, ladders, errors);
        foreach (var overlay in overlays)
            Add(overlay.Yaml, overlay.File, ladders, errors);
        return new(ladders, errors);
    }

    private static void Add(string yaml, string file, List<Ladder> ladders, List<CatalogueError> errors)
    {
        var (root, error) = LocatedNode.Parse(yaml, file);
        if (error is not null)
            errors.Add(error);
        foreach (var (id, node) in root?["ladders"]?.Entries ?? [])
        {
            var rungs = new List<LadderRung>();
            foreach (var item in node["rungs"]?.Items ?? [])
                if (Rung(item, file, errors) is { } rung)
                    rungs.Add(rung);
            if (node["name"]?.Scalar is not { } name || node["source"]?.Scalar is not { } source || rungs.Count == 0)
            {
                errors.Add(At(node, file, $"scale '{id}' without name, source or rungs", "name, source and a list of rungs"));
                continue;
            }
            ladders.RemoveAll(l => l.Id == id);
            ladders.Add(new(id, name, source, rungs));
        }
    }

    private static LadderRung? Rung(LocatedNode node, string file, List<CatalogueError> errors)
    {
        var before = errors.Count;
        foreach (var (key, value) in node.Entries ?? [])
            if (!Keys.Contains(key))
                errors.Add(At(value, file, $"key '{key}'", $"one of {string.Join(", ", Keys)}"));
        var regular = 0;
        if (
            node["regular"] is { } r
            && !(int.TryParse(r.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out regular) && regular is > 0 and <= 10)
        )
            errors.Add(At(r, file, $"'{r.Scalar}'", "a number of years from 1 to 10"));
        if (
            node["name"]?.Scalar is not { } name
            || node["stage"]?.Scalar is not { } stage
            || node["falsifier"]?.Scalar is not { } falsifier
        )
        {
            errors.Add(
                At(node, file, "a rung without name, stage or falsifier", "all three: a rung that nothing could refute says nothing")
            );
            return null;
        }
        return errors.Count > before
            ? null
            : new()
            {
                Name = name,
                Stage = stage,
                Kinds = [.. node["kinds"]?.Strings() ?? []],
                Words = [.. node["words"]?.Strings() ?? []],
                Facts = [.. node["facts"]?.Strings() ?? []],
                Counts = [.. node["counts"]?.Strings() ?? []],
                Bodies = [.. node["bodies"]?.Strings() ?? []],
                Pledges = [.. node["pledges"]?.Strings() ?? []],
                Regular = regular,
                Falsifier = falsifier,
            };
    }

    private static CatalogueError At(LocatedNode node, string file, string found, string expected) =>
        new()
        {
            File = file,
            Line = node.Line,
            Column = node.Column,
            Found = found,
            Expected = expected,
        };
}
