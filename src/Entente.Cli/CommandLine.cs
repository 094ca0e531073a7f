using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Entente.Cli.Commands;
using Entente.Cli.Composition;

namespace Entente.Cli;

/// <summary>The whole program as a function: arguments and surroundings in, exit status out. Nothing that happens leaves as a stack trace.</summary>
internal static class CommandLine
{
    public static int Run(
        IReadOnlyList<string> args,
        Surroundings surroundings,
        Func<Surroundings, Engine> compose,
        CancellationToken cancellation = default
    )
    {
        try
        {
            return Invoke(args, new CommandContext(surroundings, () => compose(surroundings), cancellation));
        }
        catch (WrongUseException e)
        {
            surroundings.Error.WriteLine(InputProblem.OneLine($"entente: {e.Problem}"));
            return ExitStatus.WrongUse;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            surroundings.Error.WriteLine("entente: cancelled");
            return ExitStatus.Cancelled;
        }
#pragma warning disable CA1031 // The border of the program: whatever is not foreseen is a defect, said in one line.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var first = InputProblem.OneLine(e.Message);
            surroundings.Error.WriteLine($"entente: this is a defect of Entente: {e.GetType().Name}: {first} (ENTENTE_DEBUG=1 shows more)");
            if (surroundings.Environment("ENTENTE_DEBUG") == "1")
                surroundings.Error.WriteLine(e);
            return ExitStatus.Defect;
        }
    }

    private static int Invoke(IReadOnlyList<string> args, CommandContext context)
    {
        var root = new RootCommand("Checks what is written about relations between states against a record of cited facts.")
        {
            CheckCommand.Create(context),
            ReadCommand.Create(context),
            QuantitiesCommand.Create(context),
            AskCommand.Create(context),
            RecordCommand.Create(context),
        };
        // A '@file' argument is a path like any other, not a file of further arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        using var output = new StreamWriter(context.Surroundings.OpenOutput(), Surroundings.Utf8);
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = output,
            Error = context.Surroundings.Error,
        };
        if (parsed.Action is ParseErrorAction || (parsed.Errors.Count > 0 && parsed.Action is not HelpAction))
        {
            var command = CommandPath(parsed);
            throw new WrongUseException(
                new InputProblem
                {
                    Where = command,
                    Found = args.Count == 0 ? "no command" : $"'{string.Join(' ', args)}': {FirstError(parsed)}",
                    Expected = args.Count == 0 ? "one of check, read, quantities, ask, record" : "what the help says",
                    Hint = $"{command} --help",
                }
            );
        }
        return parsed.Invoke(invocation);
    }

    private static string FirstError(ParseResult parsed) =>
        parsed.Errors.Count == 0 ? "not understood" : parsed.Errors[0].Message.TrimEnd('.');

    private static string CommandPath(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Add(result.Command is RootCommand ? "entente" : result.Command.Name);
        names.Reverse();
        return string.Join(' ', names);
    }
}
