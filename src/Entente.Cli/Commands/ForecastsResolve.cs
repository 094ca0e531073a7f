using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Forecasting;
using Entente.Application.Inputs;
using Entente.Checking.Forecasts;

namespace Entente.Cli.Commands;

/// <summary>`forecasts resolve`: by the record all that is due, or one by hand with a source and a name.</summary>
internal static class ForecastsResolve
{
    public static Command Create(CommandContext context)
    {
        var id = new Argument<string?>("ID")
        {
            Description = "The forecast to decide by hand; without it, all that are due by the record.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var outcome = new Option<string?>("--outcome")
        {
            Description = "What became of it: true, false or void.",
            HelpName = "true|false|void",
        };
        outcome.AcceptOnlyFromAmong("true", "false", "void");
        var source = new Option<string?>("--source") { Description = "The address of the page that shows it.", HelpName = "URL" };
        var by = new Option<string?>("--by") { Description = "Who decided.", HelpName = "NAME" };
        var date = new Option<string?>("--date") { Description = "The day it was decided (default: today).", HelpName = "DATE" };
        var (ledger, format, asOf) = (ForecastsCommand.Ledger(), CommonOptions.Format("text", "json"), CommonOptions.AsOf());
        var command = new Command("resolve", "Decide forecasts: by the record those whose deadline has passed, or one by hand.")
        {
            id,
            outcome,
            source,
            by,
            date,
            ledger,
            format,
            asOf,
        };
        command.SetAction(parsed =>
        {
            var file = LedgerFile.Open(parsed.GetValue(ledger), context.Surroundings);
            var print = parsed.GetValue(format)!;
            if (parsed.GetValue(id) is { } one)
                return ByHand(
                    context,
                    file,
                    print,
                    new HandDecision
                    {
                        Mark = "--",
                        Id = one,
                        Outcome = Needed("--outcome", parsed.GetValue(outcome), "true, false or void"),
                        Source = Needed("--source", parsed.GetValue(source), "the address of the page that shows it"),
                        By = Needed("--by", parsed.GetValue(by), "the name of who decided"),
                        Date = parsed.GetValue(date),
                    }
                );
            foreach (
                var (name, value) in new[]
                {
                    ("--outcome", parsed.GetValue(outcome)),
                    ("--source", parsed.GetValue(source)),
                    ("--by", parsed.GetValue(by)),
                    ("--date", parsed.GetValue(date)),
                }
            )
                if (value is not null)
                    throw Wrong(
                        $"entente forecasts resolve {name}",
                        "no forecast to decide by hand",
                        "an ID before it",
                        "entente forecasts list shows them"
                    );
            return ByRecord(context, file, print, context.AsOf(parsed.GetValue(asOf)));
        });
        return command;
    }

    private static int ByRecord(CommandContext context, LedgerFile file, string format, LocalDate asOf)
    {
        var changed = LedgerResolving.ByRecord(context, file.Ledger, asOf);
        file.Save();
        return ForecastsCommand.Print(
            context,
            file,
            format,
            "resolve",
            r => r with { Forecasts = changed, AsOf = asOf, Record = context.Engine.Record().Hash }
        );
    }

    private static int ByHand(CommandContext context, LedgerFile file, string format, HandDecision decision)
    {
        var resolved = LedgerResolving.ByHand(context, file, decision);
        file.Save();
        return ForecastsCommand.Print(context, file, format, "resolve", r => r with { Forecasts = [resolved] });
    }

    private static string Needed(string option, string? value, string expected) =>
        string.IsNullOrWhiteSpace(value)
            ? throw Wrong("entente forecasts resolve", $"no {option}", $"{option} with {expected}", null)
            : value;

    private static WrongUseException Wrong(string where, string found, string expected, string? hint) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );
}
