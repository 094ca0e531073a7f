using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Entente.Catalogue;

/// <summary>An error in a data file: where it is, what was found, what was expected and what to do.</summary>
public sealed record CatalogueError
{
    public required string File { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    public required string Found { get; init; }

    public required string Expected { get; init; }

    public string? Hint { get; init; }

    public override string ToString() => $"{File}:{Line}:{Column}: found {Found}, expected {Expected}{(Hint is null ? "" : $" ({Hint})")}";
}

/// <summary>
/// A YAML node that knows its place. Built from YamlDotNet's event stream, without its object mapper: catalogue errors must carry a
/// line, and reflection would cost more at start-up than the parsing.
/// </summary>
public sealed record LocatedNode
{
    /// <summary>The file it stands in, so that nodes of an overlay still know their place when laid over another file's.</summary>
    public string File { get; init; } = "";

    public required int Line { get; init; }

    public required int Column { get; init; }

    /// <summary>The text of a scalar; null for lists and maps.</summary>
    public string? Scalar { get; init; }

    public IReadOnlyList<LocatedNode>? Items { get; init; }

    public IReadOnlyList<(string Key, LocatedNode Value)>? Entries { get; init; }

    public LocatedNode? this[string key]
    {
        get
        {
            if (Entries is null)
                return null;
            for (var i = 0; i < Entries.Count; i++)
                if (Entries[i].Key == key)
                    return Entries[i].Value;
            return null;
        }
    }

    /// <summary>The scalars of a list, or the one scalar as a list of one; empty for anything else.</summary>
    public IEnumerable<string> Strings() =>
        Scalar is { Length: > 0 } one ? [one]
        : Items is null ? []
        : Items.Where(i => i.Scalar is not null).Select(i => i.Scalar!);

    /// <summary>Parses one document. A syntax error, an alias or a nesting deeper than 64 comes back as an error, never as an exception.</summary>
    public static (LocatedNode? Root, CatalogueError? Error) Parse(string yaml, string file)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return QuickYaml.TryRead(yaml, file) is { } quick ? (quick, null) : ParseFully(yaml, file);
    }

    /// <summary>The same by YamlDotNet's parser alone, which knows all of YAML.</summary>
    internal static (LocatedNode? Root, CatalogueError? Error) ParseFully(string yaml, string file)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return (
                    new LocatedNode
                    {
                        File = file,
                        Line = 1,
                        Column = 1,
                        Entries = [],
                    },
                    null
                );
            parser.Consume<DocumentStart>();
            return (Read(parser, file, 0), null);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The scanner takes some broken flow lists for a mistake of its caller and loses the place.
            return (
                null,
                new CatalogueError
                {
                    File = file,
                    Line = 1,
                    Column = 1,
                    Found = "a list or value that does not end",
                    Expected = "valid YAML",
                }
            );
        }
        catch (YamlException e)
        {
            return (
                null,
                new CatalogueError
                {
                    File = file,
                    Line = (int)e.Start.Line,
                    Column = (int)e.Start.Column,
                    Found = e.Message,
                    Expected = "valid YAML",
                }
            );
        }
    }

    private static LocatedNode Read(Parser parser, string file, int depth)
    {
        if (depth > 64)
            throw new YamlException(parser.Current!.Start, parser.Current.End, "nesting deeper than 64");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new()
            {
                File = file,
                Line = (int)scalar.Start.Line,
                Column = (int)scalar.Start.Column,
                Scalar = scalar.Value,
            };
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<LocatedNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Read(parser, file, depth + 1));
            return new()
            {
                File = file,
                Line = (int)sequence.Start.Line,
                Column = (int)sequence.Start.Column,
                Items = items,
            };
        }
        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            var entries = new List<(string, LocatedNode)>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                entries.Add((key.Value, Read(parser, file, depth + 1)));
            }
            return new()
            {
                File = file,
                Line = (int)mapping.Start.Line,
                Column = (int)mapping.Start.Column,
                Entries = entries,
            };
        }
        throw new YamlException(parser.Current!.Start, parser.Current.End, "an alias or anchor, which the catalogue does not use");
    }
}
