using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Entente.Application.Composition;
using Entente.Cli.Commands;
using Entente.Cli.Commands.Estimate;
using Entente.Cli.Commands.Games;
using Entente.Cli.Commands.Measuring;
using Entente.Cli.Commands.Record;
using Entente.Cli.Commands.Voting;
using Entente.Cli.Commands.Web;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

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
            return Invoke(args, new CommandContext(surroundings, () => compose(surroundings), cancellation), compose);
        }
        catch (WrongUseException e)
        {
            return Wrong(surroundings, e.Problem);
        }
        catch (DataFileException e)
        {
            return Wrong(surroundings, Problem(e.Where, e.Found, e.Expected, e.Hint));
        }
        catch (StoreException e)
        {
            return Wrong(surroundings, Problem(e.Where, e.Found, e.Expected, null));
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

    private static InputProblem Problem(string where, string found, string expected, string? hint) =>
        new()
        {
            Where = where,
            Found = found,
            Expected = expected,
            Hint = hint,
        };

    private static int Wrong(Surroundings surroundings, InputProblem problem)
    {
        var line = InputProblem.OneLine(problem.ToString());
        surroundings.Error.WriteLine(line.StartsWith("entente", StringComparison.Ordinal) ? line : $"entente: {line}");
        return ExitStatus.WrongUse;
    }

    private static int Invoke(IReadOnlyList<string> args, CommandContext context, Func<Surroundings, Engine> compose)
    {
        // Not a RootCommand: that one calls itself after the assembly.
        var root = new Command("entente", "Checks what is written about relations between states against a record of cited facts.")
        {
            CheckCommand.Create(context),
            ReadCommand.Create(context),
            QuantitiesCommand.Create(context),
            AskCommand.Create(context),
            // What only these need is not put together for the others.
            args is ["record", ..]
                ? RecordCommand.Create(context)
                : RecordCommand.Named(),
            args is ["panel", ..] ? PanelCommand.Create(context) : PanelCommand.Named(),
            args is ["profile", ..] ? ProfileCommand.Create(context) : ProfileCommand.Named(),
            args is ["similarity", ..] ? SimilarityCommand.Create(context) : SimilarityCommand.Named(),
            args is ["measure", ..] ? MeasureCommand.Create(context) : MeasureCommand.Named(),
            args is ["estimate", ..] ? EstimateCommand.Create(context) : EstimateCommand.Named(),
            args is ["whatif", ..] ? WhatifCommand.Create(context) : WhatifCommand.Named(),
            args is ["game", ..] ? GameCommand.Create(context) : GameCommand.Named(),
            args is ["vote", ..] ? VoteCommand.Create(context) : VoteCommand.Named(),
            ForecastsCommand.Create(context),
            VerdictCommand.Create(context),
            SearchCommand.Create(context),
            args is ["serve", ..] ? ServeCommand.Create(context, compose) : ServeCommand.Named(),
            args is ["mcp", ..] ? McpCommand.Create(context, compose) : McpCommand.Named(),
            new HelpOption(),
            new VersionOption(),
        };
        // A '@file' argument is a path like any other, not a file of further arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction or null || (parsed.Errors.Count > 0 && parsed.Action is not HelpAction))
            throw new WrongUseException(UsageErrors.Describe(parsed));
        using var output = new StreamWriter(context.Surroundings.OpenOutput(), Surroundings.Utf8);
        return parsed.Invoke(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = context.Surroundings.Error,
            }
        );
    }
}
