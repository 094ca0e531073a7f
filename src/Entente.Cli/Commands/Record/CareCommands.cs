using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Sources.Store;

namespace Entente.Cli.Commands.Record;

/// <summary>`record backup FILE` and `record restore FILE`.</summary>
internal static class CareCommands
{
    public static Command CreateBackup(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes; must not be there yet." };
        var command = new Command("backup", "Copy the store whole into one file, for safety or for another machine.") { file };
        command.SetAction(parsed =>
        {
            using var store =
                Stores.OpenExisting(context)
                ?? throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "record backup",
                        Found = "no store",
                        Expected = "something imported before",
                        Hint = "entente record import",
                    }
                );
            var path = parsed.GetValue(file)!;
            Care(store).Backup(path);
            return Say(context, $"{store.Imports().Count} imports copied to {path}");
        });
        return command;
    }

    public static Command CreateRestore(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A copy that 'entente record backup' made." };
        var command = new Command("restore", "Put a copy in the place of the store, whole or not at all.") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            using var store = Stores.Restored(context, path, out var aside);
            var kept = aside is null ? "" : $"; the damaged store is kept as {aside}";
            return Say(context, $"{store.Imports().Count} imports restored from {path}{kept}");
        });
        return command;
    }

    private static IStoreCare Care(IRecordStore store) =>
        store as IStoreCare
        ?? throw new WrongUseException(
            new InputProblem
            {
                Where = store.Place,
                Found = "a cluster",
                Expected = "the embedded store; a cluster is copied with its own tools (docs/scale.md)",
            }
        );

    private static int Say(CommandContext context, string line)
    {
        using var target = OutputTarget.Open(null, context.Surroundings);
        target.Writer.WriteLine(InputProblem.OneLine(line));
        target.Complete();
        return ExitStatus.Done;
    }
}
