using System.CommandLine;
using System.Text;
using Entente.Application.Composition;
using Entente.Application.Forecasting;
using Entente.Application.Inputs;
using Entente.Checking.Forecasts;
using Entente.Reports;

namespace Entente.Cli.Commands;

/// <summary>`forecasts add PATH…`: puts what texts say will come into the ledger, each forecast once.</summary>
internal static class ForecastsAdd
{
    public static Command Create(CommandContext context)
    {
        var paths = CommonOptions.Paths();
        var (ledger, format, published) = (ForecastsCommand.Ledger(), CommonOptions.Format("text", "json"), CommonOptions.Published());
        var command = new Command("add", "Read texts and put their forecasts and targets into the ledger, each once.")
        {
            paths,
            ledger,
            format,
            published,
        };
        command.SetAction(parsed =>
            Run(context, parsed.GetValue(paths)!, parsed.GetValue(ledger), parsed.GetValue(format)!, parsed.GetValue(published))
        );
        return command;
    }

    private static int Run(CommandContext context, string[] paths, string? ledgerPath, string format, string? publishedText)
    {
        var file = LedgerFile.Open(ledgerPath, context.Surroundings);
        var engine = context.Engine;
        engine.Prepare();
        var today = context.Surroundings.Today.Today;
        var found = new List<Forecast>();
        bool failed;
        using (var messages = context.Messages(resultsGoToFile: false))
        {
            var pipeline = new DocumentPipeline(engine, context.Surroundings, messages)
            {
                Published = CommandContext.Published(publishedText),
            };
            pipeline.Run(
                paths,
                (document, _, cancellation) =>
                    new Rendered(
                        new Utf8Text(),
                        new DocumentSummary
                        {
                            Path = document.Path,
                            Title = document.Title,
                            Sha256 = document.Sha256,
                            Counts = VerdictCounts.Zero,
                        }
                    )
                    {
                        Forecasts = ForecastFinder.Find(document, engine.Extract(document, cancellation), file.Ledger.Scale),
                    },
                rendered => found.AddRange(rendered.Forecasts),
                context.Cancellation
            );
            failed = pipeline.NamedPathFailed;
        }
        var (added, known) = LedgerAdding.Add(file.Ledger, found, engine.Resolver(today), Period.OfDay(today).Text);
        file.Save();
        var status = ForecastsCommand.Print(context, file, format, "add", r => r with { Forecasts = added, Known = known });
        return failed ? ExitStatus.WrongUse : status;
    }
}
