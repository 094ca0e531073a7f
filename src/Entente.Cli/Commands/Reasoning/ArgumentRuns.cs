using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Outputs;

namespace Entente.Cli.Commands.Reasoning;

/// <summary>What `whatif` has for arguments alone.</summary>
internal static class ArgumentRuns
{
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
}
