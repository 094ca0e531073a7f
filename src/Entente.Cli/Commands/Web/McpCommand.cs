using System.CommandLine;
using Entente.Application.Composition;
using Entente.Web.Assistants;

namespace Entente.Cli.Commands.Web;

/// <summary>`mcp [PATH…]`: the same over the Model Context Protocol, on standard input and output.</summary>
internal static class McpCommand
{
    private const string Name = "mcp";
    private const string Description = "Serve an assistant over the Model Context Protocol, on standard input and output.";

    /// <summary>The name alone, for the list of commands: nothing of the server is loaded for the others.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context, Func<Surroundings, Engine> compose)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files and folders whose texts the assistant may read; nothing else of yours is opened.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(Name, Description) { paths };
        command.SetAction(parsed =>
        {
            // Whoever types the command by hand would wonder; a client's standard error is no terminal.
            if (context.Surroundings.ErrorIsTerminal)
                context.Surroundings.Error.WriteLine(
                    "entente mcp: waits for a client on standard input; see docs/assistants.md (to end: Ctrl+D)"
                );
            AssistantServer.RunAsync(context, compose, parsed.GetValue(paths) ?? []).GetAwaiter().GetResult();
            return ExitStatus.Done;
        });
        return command;
    }
}
