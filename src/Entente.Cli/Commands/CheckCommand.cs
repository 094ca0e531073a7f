using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Results;
using Entente.Reports;

namespace Entente.Cli.Commands;

/// <summary>`check PATH…`: reads texts, finds claims, tests them, prints verdicts.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = CommonOptions.Paths();
        // `--changed` without a path is about every text that was checked before.
        paths.Arity = ArgumentArity.ZeroOrMore;
        var format = CommonOptions.Format("text", "json", "html", "markdown", "obsidian", "claimreview");
        var output = CommonOptions.Out();
        var asOf = CommonOptions.AsOf();
        var published = CommonOptions.Published();
        var overrides = CommonOptions.Overrides();
        var reviewer = new Option<string?>("--reviewer")
        {
            Description = "For claimreview: the organisation that signs (default: Entente).",
            HelpName = "NAME",
        };
        var reviewUrl = new Option<string?>("--review-url")
        {
            Description = "For claimreview: the address of the page that the reviews will stand on.",
            HelpName = "URL",
        };
        var fresh = new Option<bool>("--fresh")
        {
            Description = "Work everything out again: take and keep no results of earlier runs over several texts.",
        };
        var changed = new Option<bool>("--changed")
        {
            Description = "Past verdicts that newer data turns, old and new side by side: of the texts given, else of all checked before.",
        };
        var accept = new Option<bool>("--accept")
        {
            Description = "With --changed: from now on the present verdicts count as the past ones.",
        };
        var unkept = new Option<bool>("--private") { Description = "Keep nothing of this run: no past verdicts, no results, no search." };
        var exitZero = new Option<bool>("--exit-zero") { Description = "End with status 0 even where something is contradicted." };
        var command = new Command("check", "Read texts, find their claims, test each against the record, print the verdicts.")
        {
            paths,
            format,
            output,
            asOf,
            published,
            overrides,
            reviewer,
            reviewUrl,
            fresh,
            unkept,
            changed,
            accept,
            exitZero,
        };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(paths)!;
            if (parsed.GetValue(changed))
            {
                Refuse(parsed, output, asOf, published, reviewer, reviewUrl);
                return ChangedCheck.Run(
                    context,
                    given,
                    parsed.GetValue(format)!,
                    parsed.GetValue(overrides),
                    parsed.GetValue(accept),
                    parsed.GetValue(exitZero)
                );
            }
            if (given.Length == 0)
                throw Wrong($"no {paths.Name}", $"{paths.Name}: {paths.Description}");
            if (parsed.GetValue(accept))
                throw Wrong("'--accept'", "'--changed --accept'");
            return Run(
                context,
                given,
                parsed.GetValue(format)!,
                parsed.GetValue(output),
                parsed.GetValue(asOf),
                parsed.GetValue(published),
                parsed.GetValue(overrides),
                new ReportSettings { Reviewer = parsed.GetValue(reviewer), ReviewUrl = parsed.GetValue(reviewUrl) },
                parsed.GetValue(fresh),
                parsed.GetValue(unkept),
                parsed.GetValue(exitZero)
            );
        });
        return command;
    }

    private static void Refuse(ParseResult parsed, params IEnumerable<Option> options)
    {
        foreach (var option in options)
            if (parsed.GetResult(option) is { Implicit: false })
                throw Wrong($"'{option.Name}' with '--changed'", "--format text|json, --overrides, --accept or --exit-zero");
    }

    private static WrongUseException Wrong(string found, string expected) =>
        new(
            new InputProblem
            {
                Where = "entente check",
                Found = found,
                Expected = expected,
                Hint = "see 'entente check --help'",
            }
        );

    private static int Run(
        CommandContext context,
        string[] paths,
        string format,
        string? outPath,
        string? asOfText,
        string? publishedText,
        string? overridesPath,
        ReportSettings settings,
        bool fresh,
        bool unkept,
        bool exitZero
    )
    {
        var asOf = context.AsOf(asOfText);
        var published = CommandContext.Published(publishedText);
        var surroundings = context.Surroundings;
        var engine = context.Engine;
        engine.Prepare();
        using var messages = context.Messages(outPath is not null);
        var book = OverrideStore.ForReading(overridesPath, surroundings, messages);
        var companions = format == "obsidian" && Directory.Exists(outPath) ? new CompanionFolder(outPath, surroundings) : null;
        using var target = OutputTarget.Open(companions is null ? outPath : null, surroundings);
        using var attachments = companions is null ? null : PictureFolder.Within(outPath!);
        var pictures =
            !ReportFormats.HasPictures(format) ? null
            : companions is null ? target.Pictures
            : attachments;
        var report = ReportFormats.Create(
            format,
            settings with
            {
                Width = surroundings.Width,
                Colour = outPath is null && surroundings.Colour,
                Pictures = pictures,
            }
        );
        var several = InputFinder.AreSeveral(paths);
        using var memory =
            // A remembered part has no pictures with it.
            several && !fresh && !unkept && pictures is null
                ? ResultMemory.Open(
                    surroundings,
                    OverrideStore.PathOf(overridesPath, surroundings),
                    [
                        "check",
                        format,
                        $"{asOf}",
                        published?.Text ?? "",
                        $"{settings}",
                        $"{surroundings.Width}",
                        companions is null ? "" : "companions",
                    ]
                )
                : null;
        // What was known on another day is no verdict of today's.
        using var journal = asOfText is null && !unkept ? VerdictJournal.Of(surroundings) : null;
        var pipeline = new DocumentPipeline(engine, surroundings, messages)
        {
            Published = published,
            Memory = memory,
            Positioned = format == "html",
        };
        var summaries = new List<DocumentSummary>();
        var join = several ? engine.Join(asOf) : null;
        var begun = false;
        pipeline.Run(
            paths,
            (document, index, cancellation) =>
            {
                var extraction = engine.Extract(document, cancellation);
                var result = book.Apply(engine.Check(document, extraction, asOf, cancellation));
                journal?.Add(result, published?.Text);
                if (ReportFormats.Draws(format))
                    result = engine.WithSeries(result, asOf, cancellation);
                var text = new Utf8Text();
                report.Document(text, result, companions is null ? index : 0);
                return new Rendered(text, DocumentSummary.Of(result) with { Rows = join?.Rows(result) });
            },
            rendered =>
            {
                if (!begun)
                    report.Begin(
                        target.Writer,
                        InputFinder.AreSeveral(paths) ? "Several texts" : rendered.Summary.Title ?? rendered.Summary.Path
                    );
                begun = true;
                if (companions is null)
                    target.Write(rendered.Text);
                else
                    companions.Write(rendered.Summary.Path, rendered.Text);
                summaries.Add(rendered.Summary);
            },
            context.Cancellation
        );
        if (begun)
        {
            report.End(
                target.Writer,
                new CorpusSummary
                {
                    Documents = summaries,
                    Failed = pipeline.Failures,
                    Several = InputFinder.AreSeveral(paths) || summaries.Count > 1,
                    Between = join?.Join([.. summaries.Select(s => s.Rows!)], context.Cancellation),
                }
            );
            attachments?.Complete();
            target.Complete();
        }
        else if (!pipeline.NamedPathFailed)
            messages.Say("entente: no text found");
        if (pipeline.NamedPathFailed)
            return ExitStatus.WrongUse;
        return !exitZero && summaries.Any(s => s.StandsWrong) ? ExitStatus.WrongFound : ExitStatus.Done;
    }
}
