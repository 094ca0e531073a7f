using System.CommandLine;

namespace Entente.Cli.Commands;

/// <summary>Options that several commands share, so that they are spelt and explained alike.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths() =>
        new("PATH") { Description = "A file, a folder (walked), or - for standard input.", Arity = ArgumentArity.OneOrMore };

    /// <param name="formats">The first is the default.</param>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            Description = $"How to print: {string.Join(", ", formats)}.",
            DefaultValueFactory = _ => formats[0],
            HelpName = string.Join('|', formats),
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string?> Out() =>
        new("--out") { Description = "Write to this file instead of standard output; it appears whole or not at all.", HelpName = "FILE" };

    public static Option<string?> AsOf() =>
        new("--as-of") { Description = "Use only figures published up to this day (default: today).", HelpName = "DATE" };

    public static Option<string?> Published() =>
        new("--published") { Description = "The publication date of texts that state none.", HelpName = "DATE" };

    public static Option<string?> Overrides() =>
        new("--overrides")
        {
            Description = "The file of the editors' words (default: overrides.yml in $ENTENTE_HOME or the folder for application data).",
            HelpName = "FILE",
        };
}
