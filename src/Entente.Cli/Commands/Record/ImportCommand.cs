using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using NodaTime;
using NodaTime.Text;

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
            var name = parsed.GetValue(dataset)!;
            var which = DatasetCatalogue.Find(name) ?? throw Unknown(name);
            var map = parsed.GetValue(mapping);
            if (which.NeedsMapping != map is not null)
                throw Mapping(which, map);
            var options = new ImportOptions
            {
                Mapping = map,
                Vintage = parsed.GetValue(vintage),
                Published = parsed.GetValue(published) is { } given ? CommandContext.Published(given)!.Text : null,
                AcceptUnplaced = parsed.GetValue(accept),
                Now = InstantPattern.General.Format(context.Surroundings.Now),
                Program = Version,
            };
            return Import(context, which, parsed.GetValue(files)!, options);
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
            using var store = Stores.OpenExisting(context);
            if (store is null || !store.Undo(number, context.Cancellation))
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "record undo",
                        Found = $"{number}, which is no import",
                        Expected = "the number of an import that stands",
                        Hint = "entente record list",
                    }
                );
            return Say(context, [$"import {number} is taken out"]);
        });
        return command;
    }

    private static int Import(CommandContext context, Dataset dataset, string[] files, ImportOptions options)
    {
        using var messages = context.Messages(resultsGoToFile: true);
        var states = context.Engine.States();
        using var store = Stores.Open(context);
        ShippedFacts.Ensure(store, context.Engine.Record(), options.Now, options.Program, context.Cancellation);
        var outcome = new ImportRunner(store, states).Run(
            dataset,
            files,
            options with
            {
                Progress = new Drawn(messages),
            },
            context.Cancellation
        );
        var import = outcome.Import;
        if (outcome.Already)
            return Say(context, [$"{dataset.Name}: these files are import {import.Id} already; nothing was changed"]);
        if (import.Unplaced > 0)
            foreach (var row in store.Unplaced(import.Id).Take(20))
                messages.Say($"{row.File}:{row.Line}, column {row.Column}: found {row.Found}, expected {row.Expected}");
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{dataset.Name} {import.Vintage}: import {import.Id}, {import.Rows:#,0} rows"),
        };
        lines.AddRange(import.Tables.Select(t => string.Create(CultureInfo.InvariantCulture, $"  {t.Name, -20} {t.Rows, 12:#,0}")));
        if (import.Unplaced > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {"not placed", -20} {import.Unplaced, 12:#,0}"));
        return Say(context, lines);
    }

    internal static string Version =>
        typeof(ImportCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static int Say(CommandContext context, IEnumerable<string> lines)
    {
        using var target = OutputTarget.Open(null, context.Surroundings);
        foreach (var line in lines)
            target.Writer.WriteLine(InputProblem.OneLine(line));
        target.Complete();
        return ExitStatus.Done;
    }

    private static WrongUseException Unknown(string name) =>
        new(
            new InputProblem
            {
                Where = "record import",
                Found = $"'{name}'",
                Expected = $"a dataset: {string.Join(", ", DatasetCatalogue.All.Select(d => d.Name))}",
            }
        );

    private static WrongUseException Mapping(Dataset dataset, string? given) =>
        new(
            new InputProblem
            {
                Where = $"record import {dataset.Name}",
                Found = given is null ? "no mapping" : "a mapping",
                Expected = given is null
                    ? "--mapping FILE, which says what the columns are"
                    : "no --mapping: the columns of this dataset are known",
            }
        );

    private sealed class Drawn(Messages messages) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            messages.Progress(value.Share, string.Create(CultureInfo.InvariantCulture, $"{value.Rows:#,0} rows"));
    }
}
