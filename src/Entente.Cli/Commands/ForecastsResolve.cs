using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Stores;
using Entente.Checking.Forecasts;
using Entente.Reports;

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
                    one,
                    Needed("--outcome", parsed.GetValue(outcome), "true, false or void"),
                    Needed("--source", parsed.GetValue(source), "the address of the page that shows it"),
                    Needed("--by", parsed.GetValue(by), "the name of who decided"),
                    parsed.GetValue(date)
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
        var resolver = context.Engine.Resolver(asOf);
        var changed = new List<Forecast>();
        var today = Period.OfDay(context.Surroundings.Today.Today).Text;
        foreach (var forecast in file.Ledger.Forecasts)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (resolver?.Resolve(forecast) is not { } resolved || resolved == forecast)
                continue;
            file.Ledger.Update(
                resolved,
                resolved.Status == ForecastStatus.Open
                    ? $"{today}: due and not decided by the record as known on {Period.OfDay(asOf).Text}"
                    : $"{today}: {ForecastPhrases.Word(resolved.Status)} by the record as known on {Period.OfDay(asOf).Text} ({resolved.Source})"
            );
            changed.Add(resolved);
        }
        file.Save();
        return ForecastsCommand.Print(
            context,
            file,
            format,
            "resolve",
            r => r with { Forecasts = changed, AsOf = asOf, Record = context.Engine.Record().Hash }
        );
    }

    private static int ByHand(
        CommandContext context,
        LedgerFile file,
        string format,
        string id,
        string outcome,
        string source,
        string by,
        string? date
    )
    {
        if (file.Ledger.Find(id) is not { } forecast)
            throw Wrong(
                file.Path,
                file.Ledger.Knows(id) ? $"{id} in an entry that cannot be read" : $"no forecast '{id}'",
                "the id of an entry",
                file.Ledger.Errors.Count > 0 ? file.Ledger.Errors[0].ToString() : "entente forecasts list shows them"
            );
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw Wrong("--source", $"'{source}'", "an address that starts with http:// or https://", null);
        var today = context.Surroundings.Today.Today;
        var day = date is null ? today : Day(date);
        var status = outcome switch
        {
            "true" => ForecastStatus.True,
            "false" => ForecastStatus.False,
            _ => ForecastStatus.Void,
        };
        var was =
            forecast.Status == ForecastStatus.Open
                ? ""
                : $", was {ForecastPhrases.Word(forecast.Status)}{(forecast.By is { } former ? $" by {former}" : "")}";
        var resolved = forecast with
        {
            Status = status,
            Why = null,
            Resolved = day,
            // What the record observed was for the other outcome.
            Observed = forecast.By is null ? forecast.Observed : null,
            ObservedUnit = forecast.By is null ? forecast.ObservedUnit : null,
            Source = source,
            By = by,
        };
        file.Ledger.Update(resolved, $"{Period.OfDay(today).Text}: {outcome} by {by} ({source}){was}");
        file.Save();
        return ForecastsCommand.Print(context, file, format, "resolve", r => r with { Forecasts = [resolved] });
    }

    private static LocalDate Day(string text) =>
        Period.TryParse(text, out var period) && period.Kind == Entente.Quantities.PeriodKind.Day
            ? period.End
            : throw Wrong("--date", $"'{text}'", "a day such as 2024-04-09", null);

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
