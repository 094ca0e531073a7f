using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Records;
using Entente.Application.Stores;
using Entente.Sources.Store;
using Entente.Sources.Store.Corrections;

namespace Entente.Cli.Commands.Record;

/// <summary>`record list | show | verify | cite`: the cited facts that claims are tested against.</summary>
internal static class RecordCommand
{
    private const string Name = "record";
    private const string Description = "The record of cited facts.";

    /// <summary>The name alone, for the list of commands: the datasets behind its own commands take longer to make than most runs.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context)
    {
        var words = new Argument<string[]>("WORD")
        {
            Description = "A measure, state code, item, period or source; a row must have all of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var list = new Command("list", "The measures of the record with their numbers of rows, and what else it holds.");
        list.SetAction(_ => List(context));
        var show = new Command("show", "The rows that hold all the words given.") { words };
        show.SetAction(parsed => Show(context, parsed.GetValue(words)!));
        var verify = new Command("verify", "Check the record: units, codes, duplicates, totals, sources.");
        verify.SetAction(_ => Verify(context));
        return new Command(Name, Description)
        {
            list,
            show,
            ImportCommand.Create(context),
            ImportCommand.CreateUndo(context),
            AddCommand.Create(context),
            AddCommand.CreateRemove(context),
            verify,
            CiteCommand.Create(context),
            CareCommands.CreateBackup(context),
            CareCommands.CreateRestore(context),
            MirrorCommands.CreateReconcile(context),
            MirrorCommands.CreateMirror(context),
        };
    }

    private static int List(CommandContext context)
    {
        var record = context.Engine.Record();
        using var target = OutputTarget.Open(null, context.Surroundings);
        var output = target.Writer;
        foreach (
            var measure in record.Observations.GroupBy(o => o.Measure, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            var dated = measure.Where(o => o.Period is not null).Select(o => o.Period!).ToList();
            var span = dated.Count == 0 ? "" : $"{dated.Min(p => p.Start.Year)}–{dated.Max(p => p.End.Year)}";
            var sources = measure.Select(o => o.Source).Distinct(StringComparer.Ordinal).Count();
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{measure.Key, -28} {measure.Count(), 6} rows  {span, -9}  {Phrases(sources, "source")}"
                )
            );
        }
        output.WriteLine();
        output.WriteLine(
            $"{Phrases(record.Observations.Count, "observation")}, {Phrases(record.Events.Count, "event")}, {Phrases(record.Memberships.Count, "membership")}, "
                + Phrases(record.Votes.Count, "vote")
        );
        output.WriteLine($"record {record.Hash}");
        using (var store = Stores.OpenExisting(context))
            if (store is not null)
                StoreListing.Write(output, store);
        target.Complete();
        return ExitStatus.Done;
    }

    private static int Show(CommandContext context, string[] words)
    {
        var record = context.Engine.Record();
        using var target = OutputTarget.Open(null, context.Surroundings);
        var found = 0;
        foreach (var row in RecordRows.Observations(record, words))
        {
            target.Writer.WriteLine(RecordRows.Line(row));
            found++;
        }
        foreach (var row in RecordRows.Events(record, words))
        {
            target.Writer.WriteLine($"{row.Id}  {row.Kind}  {row.Date}  {string.Join(", ", row.Actors)}  {row.Title}  [{row.Row}]");
            found++;
        }
        target.Complete();
        if (found == 0)
            context.Surroundings.Error.WriteLine(
                InputProblem.OneLine($"entente: nothing recorded for {string.Join(' ', words)} (see 'entente record list')")
            );
        return ExitStatus.Done;
    }

    private static int Verify(CommandContext context)
    {
        var problems = context.Engine.VerifyRecord().ToList();
        using (var store = Stores.OpenExisting(context))
            if (store is not null)
            {
                problems.AddRange(new StoreCheck(store).Run(context.Cancellation));
                problems.AddRange(new CorrectionSet(context.Engine.Record().Corrections, store, context.Engine.States()).Findings);
            }
        using var target = OutputTarget.Open(null, context.Surroundings);
        foreach (var problem in problems)
            target.Writer.WriteLine(problem);
        target.Writer.WriteLine(problems.Count == 0 ? "the record is sound" : Phrases(problems.Count, "problem"));
        target.Complete();
        return problems.Count == 0 ? ExitStatus.Done : ExitStatus.WrongFound;
    }

    private static string Phrases(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n} {noun}{(n == 1 ? "" : "s")}");
}
