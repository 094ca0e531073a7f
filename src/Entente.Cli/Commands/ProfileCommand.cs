using System.CommandLine;
using System.Reflection;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Profiles;
using Entente.Reports;
using Entente.Reports.Profile;

namespace Entente.Cli.Commands;

/// <summary>`profile A B`: what the record and the measures say of a pair of states.</summary>
internal static class ProfileCommand
{
    private const string Name = "profile";
    private const string Description = "What the record and the measures say about a pair of states.";

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context)
    {
        var first = new Argument<string>("A") { Description = "The first party: a code or a name (CHN, China)." };
        var second = new Argument<string>("B") { Description = "The second party." };
        var from = new Option<int?>("--from")
        {
            Description = $"The first year of series (default: {ProfileWishes.UsualFrom}).",
            HelpName = "YEAR",
        };
        var to = new Option<int?>("--to") { Description = "The last year (default: the year of --as-of).", HelpName = "YEAR" };
        var compare = new Option<string[]>("--compare")
        {
            Description = "Another pair to lay beside it; may be given several times.",
            HelpName = "C,D",
        };
        var format = CommonOptions.Format("text", "json", "html", "markdown");
        var asOf = CommonOptions.AsOf();
        var output = CommonOptions.Out();
        var command = new Command(Name, Description) { first, second, from, to, compare, format, asOf, output };
        command.SetAction(parsed =>
        {
            var day = context.AsOf(parsed.GetValue(asOf));
            var wish = ProfileWishes.Of(
                parsed.GetValue(first)!,
                parsed.GetValue(second)!,
                parsed.GetValue(from),
                parsed.GetValue(to),
                day,
                "--from and --to"
            ) with
            {
                Beside = [.. (parsed.GetValue(compare) ?? []).Select(p => ProfileWishes.Pair(p, "--compare"))],
            };
            return Run(context, wish, parsed.GetValue(format)!, parsed.GetValue(output));
        });
        return command;
    }

    private static int Run(CommandContext context, ProfileWish wish, string format, string? path)
    {
        var outcome = context.Engine.Profile(wish, context.Cancellation);
        if (outcome.Problem is { } problem)
            throw new WrongUseException(problem);
        var surroundings = context.Surroundings;
        using var target = OutputTarget.Open(path, surroundings);
        var profile = outcome.Value!;
        switch (format)
        {
            case "json":
                ProfileJson.Write(target.Writer, profile, Version);
                break;
            case "html":
                HtmlProfile.Write(target.Writer, profile, Version);
                break;
            case "markdown":
                MarkdownProfile.Write(target.Writer, profile, Version, target.Pictures);
                break;
            default:
                TerminalProfile.Write(
                    target.Writer,
                    profile,
                    new ReportSettings { Width = surroundings.Width, Colour = surroundings.Colour && path is null }
                );
                break;
        }
        target.Complete();
        return ExitStatus.Done;
    }

    private static string Version =>
        typeof(ProfileCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
