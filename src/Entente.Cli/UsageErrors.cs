using System.CommandLine;
using System.CommandLine.Parsing;

namespace Entente.Cli;

/// <summary>Says what is wrong with a command line in our own form: where, what was found, what was expected.</summary>
internal static class UsageErrors
{
    public static InputProblem Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        var path = Path(command);
        return Describe(parsed, command) with { Where = path, Hint = $"see '{path} --help'" };
    }

    private static InputProblem Describe(ParseResult parsed, CommandResult command)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..])
            return Problem(
                $"'{unknown}'",
                command.Command.Subcommands.Count > 0 ? Subcommands(command.Command) : "an option or argument of this command"
            );
        if (command.Command.Subcommands.Count > 0)
            return Problem("no command", Subcommands(command.Command));
        foreach (var error in parsed.Errors)
        {
            if (error.SymbolResult is OptionResult option)
            {
                if (option.Implicit)
                    return Problem($"no '{option.Option.Name}'", $"'{option.Option.Name} {option.Option.HelpName ?? "VALUE"}'");
                var given = string.Join(' ', option.Tokens.Select(t => t.Value));
                return Problem(
                    $"'{option.Option.Name}{(given.Length > 0 ? " " + given : "")}'",
                    $"'{option.Option.Name} {option.Option.HelpName ?? "VALUE"}'"
                );
            }
            if (error.SymbolResult is ArgumentResult argument)
                return Problem($"no {argument.Argument.Name}", $"{argument.Argument.Name}: {argument.Argument.Description}");
        }
        var missing = command.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0);
        return missing is null
            ? Problem(parsed.Errors.Count > 0 ? parsed.Errors[0].Message : "something not understood", "what the help says")
            : Problem($"no {missing.Name}", $"{missing.Name}: {missing.Description}");
    }

    private static InputProblem Problem(string found, string expected) =>
        new()
        {
            Where = "",
            Found = found,
            Expected = expected,
        };

    private static string Subcommands(Command command) => "one of " + string.Join(", ", command.Subcommands.Select(c => c.Name));

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : command.Command.Name;
}
