using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Reports.Terminal;

namespace Entente.Cli.Commands;

/// <summary>`ask EXPRESSION`: evaluates an expression of the claim language.</summary>
internal static class AskCommand
{
    public static Command Create(CommandContext context)
    {
        var expression = new Argument<string>("EXPRESSION") { Description = "For example 'growth(trade(CHN, RUS), 2022)'." };
        var format = CommonOptions.Format("text", "json");
        var asOf = CommonOptions.AsOf();
        var exitZero = new Option<bool>("--exit-zero") { Description = "End with status 0 even where the answer is no." };
        var command = new Command("ask", "Evaluate an expression of the claim language.") { expression, format, asOf, exitZero };
        command.SetAction(parsed =>
            Run(
                context,
                parsed.GetValue(expression)!,
                parsed.GetValue(format)!,
                context.AsOf(parsed.GetValue(asOf)),
                parsed.GetValue(exitZero)
            )
        );
        return command;
    }

    private static int Run(CommandContext context, string expression, string format, LocalDate asOf, bool exitZero)
    {
        var outcome = context.Engine.Ask(expression, asOf);
        if (outcome.Problem is { } problem)
            throw new WrongUseException(problem);
        var answer = outcome.Value!;
        var surroundings = context.Surroundings;
        using var target = OutputTarget.Open(null, surroundings);
        if (format == "json")
            AnswerJson.Write(target.Writer, answer);
        else
            TerminalAnswers.Write(target.Writer, answer, new ReportSettings { Width = surroundings.Width, Colour = surroundings.Colour });
        target.Complete();
        return answer.Holds == false && !exitZero ? ExitStatus.WrongFound : ExitStatus.Done;
    }
}
