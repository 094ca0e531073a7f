using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Cli.Commands.Record;
using Entente.Sources.Panel;
using Entente.Sources.Store;

namespace Entente.Cli.Commands;

/// <summary>`panel`: the dyad-years of the state system with imported figures beside them, as CSV.</summary>
internal static class PanelCommand
{
    private const string Name = "panel";
    private const string Description = "All directed dyad-years of the state system, imported figures joined, as CSV.";

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context)
    {
        var from = new Option<int?>("--from")
        {
            Description = "The first year (default: the first of the state system).",
            HelpName = "YEAR",
        };
        var to = new Option<int?>("--to") { Description = "The last year (default: the last of the state system).", HelpName = "YEAR" };
        var with = new Option<string[]>("--with")
        {
            Description = $"What to put beside each dyad-year: {string.Join(", ", DyadYearPanel.PartNames)}.",
            HelpName = "NAME,…",
            AllowMultipleArgumentsPerToken = true,
        };
        var output = CommonOptions.Out();
        var command = new Command(Name, Description) { from, to, with, output };
        command.SetAction(parsed =>
        {
            var request = new PanelRequest
            {
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                With = Names(parsed.GetValue(with) ?? []),
            };
            if (request.From > request.To)
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "--to",
                        Found = $"{request.To}",
                        Expected = string.Create(CultureInfo.InvariantCulture, $"a year not before {request.From}"),
                    }
                );
            return Run(context, request, parsed.GetValue(output));
        });
        return command;
    }

    private static int Run(CommandContext context, PanelRequest request, string? path)
    {
        using var messages = context.Messages(path is not null);
        using var target = OutputTarget.Open(path, context.Surroundings);
        var panel = DyadYearPanel.Build(() => Open(context), request, context.Cancellation);
        PanelCsv.Write(panel, target.Writer.BaseStream, context.Cancellation);
        target.Complete();
        foreach (var (part, import) in panel.Sources)
            messages.Say($"{part}: {import.Dataset} {import.Vintage} (import {import.Id})");
        return ExitStatus.Done;
    }

    private static IRecordStore Open(CommandContext context) =>
        Stores.OpenExisting(context)
        ?? throw new WrongUseException(
            new InputProblem
            {
                Where = "panel",
                Found = "no store",
                Expected = "the datasets imported before",
                Hint = "entente record import cow-states FILE",
            }
        );

    private static string[] Names(string[] given)
    {
        var names = given.SelectMany(g => g.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        foreach (var name in names)
            if (!DyadYearPanel.PartNames.Contains(name, StringComparer.Ordinal))
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "--with",
                        Found = $"'{name}'",
                        Expected = string.Join(", ", DyadYearPanel.PartNames),
                    }
                );
        return names;
    }
}
