using System.CommandLine;
using System.Text;
using Entente.Application.Composition;
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
        var (added, known) = Add(file.Ledger, found, engine.Resolver(today), Period.OfDay(today).Text);
        file.Save();
        var status = ForecastsCommand.Print(context, file, format, "add", r => r with { Forecasts = added, Known = known });
        return failed ? ExitStatus.WrongUse : status;
    }

    private static (List<Forecast> Added, int Known) Add(
        ForecastLedger ledger,
        List<Forecast> found,
        ForecastResolver? resolver,
        string today
    )
    {
        var added = new List<Forecast>();
        var known = 0;
        // The latest forecast of each speaker on each figure and deadline: a new number for it is a revision.
        var latest = new Dictionary<string, Forecast>(StringComparer.Ordinal);
        foreach (var forecast in ledger.Forecasts)
            if (resolver?.SubjectOf(forecast) is { } subject)
                latest[subject] = forecast;
        foreach (var forecast in found)
        {
            if (ledger.Knows(forecast.Id))
            {
                known++;
                continue;
            }
            var history = new List<string> { $"{today}: added from {forecast.Document}" };
            var subject = resolver?.SubjectOf(forecast);
            if (subject is not null && latest.TryGetValue(subject, out var other) && other.Criterion != forecast.Criterion)
            {
                // Whichever was said later revises the other.
                var isLater = other.Said is null || forecast.Said is null || other.Said <= forecast.Said;
                history.Add($"{today}: {(isLater ? "revises" : "was revised by")} {other.Id} (`{other.Criterion}`)");
                if (ledger.Find(other.Id) is { } entry)
                    ledger.Update(entry, $"{today}: {(isLater ? "was revised by" : "revises")} {forecast.Id} (`{forecast.Criterion}`)");
            }
            var kept = forecast with { History = history };
            ledger.Add(kept);
            added.Add(kept);
            if (subject is not null)
                latest[subject] = kept;
        }
        return (added, known);
    }
}
