using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Results;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Reports.Terminal;

namespace Entente.Cli.Commands;

/// <summary>`read PATH…`: statements and claims only.</summary>
internal static class ReadCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = CommonOptions.Paths();
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var published = CommonOptions.Published();
        var command = new Command("read", "Print who says what in a text and which claims are in it, without testing them.")
        {
            paths,
            format,
            output,
            published,
        };
        command.SetAction(parsed =>
            Run(context, parsed.GetValue(paths)!, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(published))
        );
        return command;
    }

    private static int Run(CommandContext context, string[] paths, string format, string? outPath, string? publishedText)
    {
        var published = CommandContext.Published(publishedText);
        var surroundings = context.Surroundings;
        var settings = new ReportSettings { Width = surroundings.Width, Colour = outPath is null && surroundings.Colour };
        var engine = context.Engine;
        engine.Prepare();
        using var messages = context.Messages(outPath is not null);
        using var target = OutputTarget.Open(outPath, surroundings);
        using var journal = VerdictJournal.Of(surroundings);
        var pipeline = new DocumentPipeline(engine, surroundings, messages) { Published = published };
        var any = false;
        pipeline.Run(
            paths,
            (document, _, cancellation) =>
            {
                var extraction = engine.Extract(document, cancellation);
                if (extraction.Warnings.Count > 0)
                    document = document with { Warnings = [.. document.Warnings, .. extraction.Warnings] };
                journal?.Add(document, extraction.Claims, surroundings.Today.Today);
                var text = new Utf8Text();
                if (format == "json")
                    CheckJson.WriteReading(text, document, extraction);
                else
                    TerminalReading.Write(text, document, extraction, settings);
                return new Rendered(
                    text,
                    new DocumentSummary
                    {
                        Path = document.Path,
                        Title = document.Title,
                        Sha256 = document.Sha256,
                        Counts = VerdictCounts.Zero,
                    }
                );
            },
            rendered =>
            {
                target.Write(rendered.Text);
                any = true;
            },
            context.Cancellation
        );
        if (any)
            target.Complete();
        return pipeline.NamedPathFailed ? ExitStatus.WrongUse : ExitStatus.Done;
    }
}
