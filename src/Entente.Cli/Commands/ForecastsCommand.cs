using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Checking.Forecasts;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Reports.Terminal;

namespace Entente.Cli.Commands;

/// <summary>`forecasts list | add | resolve | score`: what was said would come, kept in a ledger that the user reads and edits.</summary>
internal static class ForecastsCommand
{
    public static Command Create(CommandContext context) =>
        new("forecasts", "The ledger of forecasts: what was said would come, what decides it, and who was right.")
        {
            List(context),
            ForecastsAdd.Create(context),
            ForecastsResolve.Create(context),
            Score(context),
        };

    public static Option<string?> Ledger() =>
        new("--ledger") { Description = "The ledger's file (default: forecasts.md in $ENTENTE_HOME).", HelpName = "FILE" };

    private static Command List(CommandContext context)
    {
        var (ledger, format) = (Ledger(), CommonOptions.Format("text", "json"));
        var command = new Command("list", "Print the forecasts of the ledger.") { ledger, format };
        command.SetAction(parsed =>
        {
            var file = LedgerFile.Open(parsed.GetValue(ledger), context.Surroundings);
            return Print(context, file, parsed.GetValue(format)!, "list", r => r with { Forecasts = file.Ledger.Forecasts });
        });
        return command;
    }

    private static Command Score(CommandContext context)
    {
        var (ledger, format) = (Ledger(), CommonOptions.Format("text", "json"));
        var by = new Option<string>("--by")
        {
            Description = "Take forecasts together by: speaker, topic (of the ledger, else the measure), all.",
            DefaultValueFactory = _ => "speaker",
            HelpName = "speaker|topic|all",
        };
        by.AcceptOnlyFromAmong("speaker", "topic", "all");
        var command = new Command(
            "score",
            "Score the decided forecasts of each speaker: Brier, logarithmic and interval score, calibration."
        )
        {
            ledger,
            by,
            format,
        };
        command.SetAction(parsed =>
        {
            var together = parsed.GetValue(by) switch
            {
                "topic" => ScoredBy.Topic,
                "all" => ScoredBy.All,
                _ => ScoredBy.Speaker,
            };
            var file = LedgerFile.Open(parsed.GetValue(ledger), context.Surroundings);
            return Print(
                context,
                file,
                parsed.GetValue(format)!,
                "score",
                r => r with { Scores = Scoreboard.Of(file.Ledger.Forecasts, together) }
            );
        });
        return command;
    }

    /// <summary>Prints the report; broken entries are said one to a line, and make the status 2 after the rest was done.</summary>
    public static int Print(
        CommandContext context,
        LedgerFile file,
        string format,
        string command,
        Func<ForecastReport, ForecastReport> fill
    )
    {
        var surroundings = context.Surroundings;
        var report = fill(
            new()
            {
                Command = command,
                Ledger = file.Path,
                LedgerHash = file.Hash,
                Warnings = file.Ledger.Errors,
            }
        );
        using var target = OutputTarget.Open(null, surroundings);
        if (format == "json")
            ForecastsJson.Write(target.Writer, report);
        else
            TerminalForecasts.Write(target.Writer, report, new ReportSettings { Width = surroundings.Width, Colour = surroundings.Colour });
        target.Complete();
        using var messages = context.Messages(resultsGoToFile: false);
        foreach (var error in file.Ledger.Errors)
            messages.Say($"entente: {error}");
        return file.Ledger.Errors.Count > 0 ? ExitStatus.WrongUse : ExitStatus.Done;
    }
}
