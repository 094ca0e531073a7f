using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Records;
using Entente.Sources.Datasets;
using Entente.Sources.Store;

namespace Entente.Cli.Commands.Record;

/// <summary>`record import DATASET FILE…` and `record undo ID`: the publishers' own files, into the user's store.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandContext context)
    {
        var dataset = new Argument<string>("DATASET")
        {
            Description = $"One of {string.Join(", ", DatasetCatalogue.All.Select(d => d.Name))}.",
        };
        var files = new Argument<string[]>("FILE")
        {
            Description = "The publisher's files, as they are (plain, .gz or .zip).",
            Arity = ArgumentArity.OneOrMore,
        };
        var vintage = new Option<string?>("--vintage") { Description = "The release, where the file does not say.", HelpName = "NAME" };
        var published = new Option<string?>("--published") { Description = "When the release appeared.", HelpName = "DATE" };
        var accept = new Option<bool>("--accept-unplaced")
        {
            Description = "Import the rest where a party is not known; what stays out is listed.",
        };
        var mapping = new Option<string?>("--mapping")
        {
            Description = "For long-csv: the file that says what the columns are (YAML, or CSV of field, column, codes, value).",
            HelpName = "FILE",
        };
        var command = new Command("import", "Bring a public dataset in: whole or not at all, and only once.")
        {
            dataset,
            files,
            vintage,
            published,
            accept,
            mapping,
        };
        command.SetAction(parsed =>
        {
            return Import(
                context,
                new ImportWish
                {
                    Where = "record import",
                    Dataset = parsed.GetValue(dataset)!,
                    Files = parsed.GetValue(files)!,
                    Mapping = parsed.GetValue(mapping),
                    Vintage = parsed.GetValue(vintage),
                    Published = parsed.GetValue(published),
                    AcceptUnplaced = parsed.GetValue(accept),
                }
            );
        });
        return command;
    }

    public static Command CreateUndo(CommandContext context)
    {
        var id = new Argument<int>("ID") { Description = "The import's number, as 'entente record list' prints it." };
        var command = new Command("undo", "Take an import out again, with all its rows.") { id };
        command.SetAction(parsed =>
        {
            var number = parsed.GetValue(id);
            Importing.Undo(context, "record undo", number);
            return Say(context, [$"import {number} is taken out"]);
        });
        return command;
    }

    private static int Import(CommandContext context, ImportWish wish)
    {
        using var messages = context.Messages(resultsGoToFile: true);
        var outcome = Importing.Run(context, wish, new Drawn(messages));
        var import = outcome.Import;
        if (outcome.Already)
            return Say(context, [$"{import.Dataset}: these files are import {import.Id} already; nothing was changed"]);
        if (import.Unplaced > 0)
            foreach (var row in Importing.Unplaced(context, import.Id).Take(20))
                messages.Say($"{row.File}:{row.Line}, column {row.Column}: found {row.Found}, expected {row.Expected}");
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{import.Dataset} {import.Vintage}: import {import.Id}, {import.Rows:#,0} rows"),
        };
        lines.AddRange(import.Tables.Select(t => string.Create(CultureInfo.InvariantCulture, $"  {t.Name, -20} {t.Rows, 12:#,0}")));
        if (import.Unplaced > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {"not placed", -20} {import.Unplaced, 12:#,0}"));
        return Say(context, lines);
    }

    private static int Say(CommandContext context, IEnumerable<string> lines)
    {
        using var target = OutputTarget.Open(null, context.Surroundings);
        foreach (var line in lines)
            target.Writer.WriteLine(InputProblem.OneLine(line));
        target.Complete();
        return ExitStatus.Done;
    }

    private sealed class Drawn(Messages messages) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            messages.Progress(value.Share, string.Create(CultureInfo.InvariantCulture, $"{value.Rows:#,0} rows"));
    }
}
