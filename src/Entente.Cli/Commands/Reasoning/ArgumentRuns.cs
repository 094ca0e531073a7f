using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Outputs.Arguments;
using Entente.Checking.Reasoning;
using Entente.Sources.Arguments;

namespace Entente.Cli.Commands.Reasoning;

/// <summary>What `whatif` was asked of an argument.</summary>
/// <param name="File">The argument.</param>
/// <param name="Against">Another about the same game; null for none.</param>
/// <param name="Out">The file that takes the report; null for standard output.</param>
internal sealed record ArgumentRequest(string File, string? Against, int Draws, ulong Seed, string Format, string? Out, LocalDate AsOf);

/// <summary>`whatif` of an argument's file.</summary>
internal static class ArgumentRuns
{
    private const int ExchangeDraws = 1_000;

    public static (Option<string?> Against, Option<string?> Template) Options()
    {
        var against = new Option<string?>("--against")
        {
            Description = "Another argument about the same game: which assumption divides the two.",
            HelpName = "FILE.yml",
        };
        var template = new Option<string?>("--template") { Description = "Print a file to start from.", HelpName = "argument" };
        template.AcceptOnlyFromAmong("argument");
        return (against, template);
    }

    public static int Template(CommandContext context, string? path)
    {
        using var stream = typeof(ArgumentRuns).Assembly.GetManifestResourceStream("argument-template.yml")!;
        using var reader = new StreamReader(stream, Surroundings.Utf8);
        using var target = OutputTarget.Open(path, context.Surroundings);
        target.Writer.Write(reader.ReadToEnd());
        target.Complete();
        return ExitStatus.Done;
    }

    public static int Run(CommandContext context, ArgumentRequest request)
    {
        if (request.Draws == 0)
            throw Wrong("--draws", "0", "20 draws or more, of an argument");
        using var messages = context.Messages(request.Out is not null);
        var tools = context.Engine.Arguing(request.AsOf, context.Cancellation);
        var argument = ArgumentFile.Read(request.File, tools);
        var other = request.Against is null ? null : ArgumentFile.Read(request.Against, tools);
        if (other is not null && ArgumentDivision.Apart(argument, other) is { } apart)
            throw Wrong(
                request.Against!,
                $"another game than that of {request.File}: {apart}",
                "an argument about the same game",
                "game: FILE takes actors, moves, payoffs and the solution of another argument"
            );
        var answer = ArgumentRun.Answer(
            argument,
            request.Draws,
            request.Seed,
            Environment.ProcessorCount,
            done => messages.Progress(done, string.Create(CultureInfo.InvariantCulture, $"{100 * done:0} %")),
            context.Cancellation
        );
        var division = other is null
            ? null
            : ArgumentDivision.Between(
                argument,
                other,
                Math.Min(request.Draws, ExchangeDraws),
                request.Seed,
                Environment.ProcessorCount,
                context.Cancellation
            );
        using var target = OutputTarget.Open(request.Out, context.Surroundings);
        switch (request.Format)
        {
            case "json":
                ArgumentJson.Write(target.Writer, answer, division);
                break;
            case "html":
                ArgumentHtml.Write(target.Writer, answer, division);
                break;
            default:
                ArgumentText.Write(target.Writer, answer);
                if (division is not null)
                    ArgumentText.Write(target.Writer, division);
                break;
        }
        target.Complete();
        return ExitStatus.Done;
    }

    private static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
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
