using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Records;
using Entente.Application.Results;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Reports.Terminal;

namespace Entente.Cli.Commands;

/// <summary>`search WORDS`: the reading list and the record's metadata.</summary>
internal static class SearchCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new Argument<string[]>("WORD")
        {
            Description = "What to look for; the last word may be a beginning.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var index = new Option<string[]>("--index")
        {
            Description = "First read these files or folders into the reading list.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
        };
        var kind = new Option<string[]>("--kind")
        {
            Description = $"Only {string.Join(", ", RecordSearch.Kinds)}.",
            HelpName = "KIND",
            DefaultValueFactory = _ => [],
        };
        kind.AcceptOnlyFromAmong([.. RecordSearch.Kinds]);
        var limit = new Option<int>("--limit")
        {
            Description = "Most results.",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
        };
        var format = CommonOptions.Format("text", "json");
        var command = new Command("search", "Look for words in the reading list and in the names that the record uses.")
        {
            words,
            index,
            kind,
            limit,
            format,
        };
        command.SetAction(parsed =>
        {
            var asked = string.Join(' ', parsed.GetValue(words)!);
            var paths = parsed.GetValue(index) ?? [];
            if (asked.Length == 0 && paths.Length == 0)
                throw Wrong($"no {words.Name}", $"{words.Name}: {words.Description}");
            var most = parsed.GetValue(limit);
            if (most is < 1 or > RecordSearch.MostHits)
                throw Wrong(
                    $"'--limit {most}'",
                    string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {RecordSearch.MostHits}")
                );
            return Run(context, asked, paths, parsed.GetValue(kind)!, most, parsed.GetValue(format)!);
        });
        return command;
    }

    private static int Run(CommandContext context, string asked, string[] paths, string[] kinds, int limit, string format)
    {
        var surroundings = context.Surroundings;
        var failed = paths.Length > 0 && !Read(context, paths);
        var found = RecordSearch.Find(context, asked, kinds, limit);
        if (asked.Length > 0)
        {
            using var target = OutputTarget.Open(null, surroundings);
            if (format == "json")
                SearchJson.Write(target.Writer, asked, found);
            else
                TerminalSearch.Write(target.Writer, found, new ReportSettings { Width = surroundings.Width, Colour = surroundings.Colour });
            target.Complete();
        }
        return failed ? ExitStatus.WrongUse : ExitStatus.Done;
    }

    /// <summary>Reads texts into the journal, without a word on standard output; false where a named path failed.</summary>
    private static bool Read(CommandContext context, string[] paths)
    {
        var (engine, surroundings) = (context.Engine, context.Surroundings);
        engine.Prepare();
        using var messages = context.Messages(resultsGoToFile: true);
        using var journal = VerdictJournal.Of(surroundings);
        var pipeline = new DocumentPipeline(engine, surroundings, messages);
        var read = 0;
        pipeline.Run(
            paths,
            (document, _, cancellation) =>
            {
                var extraction = engine.Extract(document, cancellation);
                journal?.Add(document, extraction.Claims, surroundings.Today.Today);
                return new Rendered(
                    new Utf8Text(),
                    new DocumentSummary
                    {
                        Path = document.Path,
                        Sha256 = document.Sha256,
                        Counts = VerdictCounts.Zero,
                    }
                );
            },
            _ => read++,
            context.Cancellation
        );
        messages.Say(string.Create(CultureInfo.InvariantCulture, $"{read} {(read == 1 ? "text" : "texts")} read into the reading list"));
        return !pipeline.NamedPathFailed;
    }

    private static WrongUseException Wrong(string found, string expected) =>
        new(
            new InputProblem
            {
                Where = "entente search",
                Found = found,
                Expected = expected,
                Hint = "see 'entente search --help'",
            }
        );
}
