using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Reports.Json;
using Entente.Reports.Terminal;

namespace Entente.Cli.Commands;

/// <summary>`quantities`: one sentence per input line, its quantities per output line.</summary>
internal static class QuantitiesCommand
{
    public static Command Create(CommandContext context)
    {
        var format = CommonOptions.Format("text", "json");
        var command = new Command("quantities", "Read one sentence per line of standard input and print its quantities, line by line.")
        {
            format,
        };
        command.SetAction(parsed => Run(context, parsed.GetValue(format)!));
        return command;
    }

    private static int Run(CommandContext context, string format)
    {
        var engine = context.Engine;
        using var input = new StreamReader(context.Surroundings.OpenInput(), Surroundings.Utf8);
        using var target = OutputTarget.Open(null, context.Surroundings);
        var number = 0;
        while (BoundedLine.Read(input, out var tooLong) is { } line)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            number++;
            if (tooLong)
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = $"standard input:{number}",
                        Found = $"a line of more than {BoundedLine.MaxLength:N0} characters".Replace(',', ' '),
                        Expected = "one sentence per line",
                    }
                );
            var quantities = engine.Quantities(line);
            if (format == "json")
                QuantitiesJson.Write(target.Writer, quantities);
            else
                TerminalAnswers.WriteQuantities(target.Writer, quantities);
        }
        target.Complete();
        return ExitStatus.Done;
    }
}
