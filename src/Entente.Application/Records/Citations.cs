using System.Globalization;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Store;

namespace Entente.Application.Records;

/// <summary>What some rows, datasets, imports or results rest on.</summary>
/// <param name="Rows">The rows among what was asked for that the record holds by themselves.</param>
internal sealed record Cited(Bibliography Bibliography, IReadOnlyList<Observation> Rows);

/// <summary>Finds the sources of what is cited.</summary>
internal static class Citations
{
    /// <param name="what">A row as reports print it, a dataset, an import's number; or a file with a result.</param>
    /// <param name="files">Whether a file may be named.</param>
    /// <exception cref="WrongUseException">One of them is none of these.</exception>
    public static Cited Of(CommandContext context, IReadOnlyList<string> what, bool files)
    {
        var tables = context.Engine.Record();
        // Shipped rows are cited without a place for a store, too.
        using var store = StorePlace.Of(context.Surroundings.Environment)?.OpenExisting();
        var imports = store?.Imports() ?? [];
        var bibliography = new Bibliography(tables, imports);
        var rows = new List<Observation>();
        foreach (var one in what)
            if (tables.Observations.FirstOrDefault(o => o.Row.ToString() == one) is { } row)
            {
                rows.Add(row);
                bibliography.AddRow(one);
            }
            else if (int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                bibliography.AddImport(
                    imports.FirstOrDefault(i => i.Id == id) ?? throw Unknown(one, "the number of an import", "entente record list")
                );
            else if (DatasetCatalogue.Find(one) is { } dataset)
                bibliography.AddDataset(dataset);
            else if (files && File.Exists(one))
                AddResult(context, bibliography, one);
            else if (!bibliography.AddRow(one))
                throw Unknown(
                    one,
                    "file:line as in a report, a dataset, an import's number, or a JSON result",
                    "entente record show trade CHN RUS"
                );
        return new(bibliography, rows);
    }

    /// <summary>A result is JSON lines; every row that a derivation names is cited, and every source of evidence.</summary>
    private static void AddResult(CommandContext context, Bibliography bibliography, string path)
    {
        var bytes = BoundedBytes.Read(new InputItem { Path = path, Named = true }, context.Surroundings.OpenInput);
        if (bytes.Problem is { } problem)
            throw new WrongUseException(problem);
        var memory = bytes.Value.AsMemory();
        for (var line = 1; memory.Length > 0; line++)
        {
            var end = memory.Span.IndexOf((byte)'\n');
            var text = end < 0 ? memory : memory[..end];
            memory = end < 0 ? default : memory[(end + 1)..];
            if (text.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            try
            {
                using var parsed = JsonDocument.Parse(text);
                Walk(parsed.RootElement, bibliography);
            }
            catch (JsonException)
            {
                throw Unknown(
                    $"{path}:{line}",
                    "JSON lines as 'entente check --format json' and 'entente ask --format json' print them",
                    null,
                    "what is no JSON"
                );
            }
        }
    }

    private static void Walk(JsonElement node, Bibliography bibliography)
    {
        if (node.ValueKind == JsonValueKind.Array)
            foreach (var one in node.EnumerateArray())
                Walk(one, bibliography);
        if (node.ValueKind != JsonValueKind.Object)
            return;
        var source = Text(node, "source");
        if (Text(node, "row") is { } row)
        {
            // A result of another machine may name rows that this record lacks; what it says of the source still stands.
            if (!bibliography.AddRow(row) && source is not null)
                bibliography.AddSource(source, Text(node, "published"), Text(node, "url"));
        }
        // Figures made of two authorities' are cited by the rows of their derivation.
        else if (source is { Length: > 0 } && node.TryGetProperty("tier", out _) && !source.Contains(" / ", StringComparison.Ordinal))
            bibliography.AddSource(source, Text(node, "published"), Text(node, "url"));
        foreach (var property in node.EnumerateObject())
            Walk(property.Value, bibliography);
    }

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static WrongUseException Unknown(string what, string expected, string? hint, string? found = null) =>
        new(
            new InputProblem
            {
                Where = found is null ? "record cite" : what,
                Found = found ?? $"'{what}', which is no row of the record",
                Expected = expected,
                Hint = hint,
            }
        );
}
