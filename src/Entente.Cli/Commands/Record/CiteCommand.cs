using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Records;
using Entente.Application.Stores;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Store;

namespace Entente.Cli.Commands.Record;

/// <summary>`record cite`: what a row, a dataset, an import or a whole result rests on, as BibTeX or in lines.</summary>
internal static class CiteCommand
{
    public static Command Create(CommandContext context)
    {
        var what = new Argument<string[]>("WHAT")
        {
            Description =
                "A row as reports print it (trade/china-russia.csv:120), a dataset, an import's number, or a file with a JSON result of check or ask.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = CommonOptions.Format("bibtex", "text");
        var command = new Command("cite", "Where figures come from: BibTeX for what a row, a dataset or a result rests on.")
        {
            what,
            format,
        };
        command.SetAction(parsed => Cite(context, parsed.GetValue(what)!, parsed.GetValue(format)!));
        return command;
    }

    private static int Cite(CommandContext context, string[] what, string format)
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
            else if (File.Exists(one))
                AddResult(context, bibliography, one);
            else if (!bibliography.AddRow(one))
                throw Unknown(
                    one,
                    "file:line as in a report, a dataset, an import's number, or a JSON result",
                    "entente record show trade CHN RUS"
                );
        using var target = OutputTarget.Open(null, context.Surroundings);
        var output = target.Writer;
        if (format == "text" && rows.Count == what.Length)
            foreach (var row in rows)
                WriteRow(output, row);
        else if (format == "text")
            foreach (var reference in bibliography.References)
                output.WriteLine(InputProblem.OneLine(reference.Text));
        else
            output.Write(string.Join('\n', bibliography.References.Select(r => r.BibTeX)));
        target.Complete();
        if (bibliography.References.Count == 0)
            context.Surroundings.Error.WriteLine("entente: nothing in it rests on a figure of the record");
        return ExitStatus.Done;
    }

    private static void WriteRow(TextWriter output, Observation row)
    {
        output.WriteLine(RecordRows.Line(row));
        output.WriteLine(
            string.Join(
                ", ",
                new[]
                {
                    row.Source,
                    row.Via is null ? null : $"via {row.Via}",
                    row.Published is null ? "undated" : $"published {row.Published}",
                    row.Basis,
                    row.Url,
                }.Where(p => !string.IsNullOrEmpty(p))
            )
        );
        if (row.Note is not null)
            output.WriteLine(row.Note);
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
