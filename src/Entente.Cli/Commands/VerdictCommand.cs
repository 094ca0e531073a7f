using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Checking;
using Entente.Checking.Overrides;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Reports.Terminal;

namespace Entente.Cli.Commands;

/// <summary>`verdict set | list | remove`: an editor's word on a verdict, kept in a plain-text file and shown in every report.</summary>
internal static class VerdictCommand
{
    public static Command Create(CommandContext context)
    {
        var overrides = CommonOptions.Overrides();
        return new Command("verdict", "An editor's word on a verdict: give it, list them, take it back.")
        {
            Set(context, overrides),
            List(context, overrides),
            Remove(context, overrides),
        };
    }

    private static Command Set(CommandContext context, Option<string?> overrides)
    {
        var claim = new Argument<string>("FILE#CLAIM")
        {
            Description = "The text and the claim's number in its report, for example notes/trade.md#c7.",
        };
        var verdict = new Argument<string>("VERDICT") { Description = string.Join(", ", Codes()) };
        var by = new Option<string?>("--by") { Description = "Who says so.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Why.", HelpName = "TEXT" };
        var date = new Option<string?>("--date") { Description = "The day of the word (default: today).", HelpName = "DATE" };
        var asOf = CommonOptions.AsOf();
        var published = CommonOptions.Published();
        var command = new Command("set", "Give a claim a verdict of your own; the computed one stays beside it.")
        {
            claim,
            verdict,
            by,
            reason,
            date,
            asOf,
            published,
            overrides,
        };
        command.SetAction(parsed =>
        {
            var name = Needed(parsed.GetValue(by), "--by", "NAME, who says so");
            var given = parsed.GetValue(verdict)!;
            var said = OverrideFile.VerdictOf(given) ?? throw Wrong($"'{given}'", $"a verdict: {string.Join(", ", Codes())}");
            var why = Needed(parsed.GetValue(reason), "--reason", "TEXT, why");
            var day = parsed.GetValue(date) is { } on ? CommandContext.Day("--date", on) : context.Surroundings.Today.Today;
            var store = OverrideStore.Open(parsed.GetValue(overrides), context.Surroundings);
            var (report, found) = Find(context, parsed.GetValue(claim)!, parsed.GetValue(asOf), parsed.GetValue(published));
            var word = OverrideBook.Say(report.Document, found, said, name, why, day);
            // An earlier word on the same claim gives way, even where the text around it has changed since.
            var earlier = store.File.Book.Apply(report).Claims.First(c => c.Claim.Id == found.Claim.Id).Override;
            var rest = earlier is null ? store.File : OverrideFile.Parse(store.File.Without(earlier.Id), store.Path);
            store.Save(rest.With(word), context.Surroundings);
            return Say(context, [$"{found.Claim.Id} “{found.Claim.Quote}”", .. Lines(word), $"kept in {store.Path}"]);
        });
        return command;
    }

    private static Command List(CommandContext context, Option<string?> overrides)
    {
        var format = CommonOptions.Format("text", "json");
        var command = new Command("list", "All words of editors.") { format, overrides };
        command.SetAction(parsed =>
        {
            var store = OverrideStore.Open(parsed.GetValue(overrides), context.Surroundings);
            using var target = OutputTarget.Open(null, context.Surroundings);
            if (parsed.GetValue(format) == "json")
                OverridesJson.Write(target.Writer, store.File.Book);
            else
                TerminalOverrides.Write(
                    target.Writer,
                    store.File.Book,
                    new ReportSettings { Width = context.Surroundings.Width, Colour = context.Surroundings.Colour }
                );
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Remove(CommandContext context, Option<string?> overrides)
    {
        var which = new Argument<string>("ID") { Description = "As 'entente verdict list' prints it, or FILE#CLAIM." };
        var command = new Command("remove", "Take a word back.") { which, overrides };
        command.SetAction(parsed =>
        {
            var store = OverrideStore.Open(parsed.GetValue(overrides), context.Surroundings);
            var id = parsed.GetValue(which)!;
            if (id.Contains('#', StringComparison.Ordinal))
            {
                var (report, claim) = Find(context, id, null, null);
                id =
                    store.File.Book.Apply(report).Claims.First(c => c.Claim.Id == claim.Claim.Id).Override?.Id
                    ?? throw Wrong($"'{id}', on which nobody has said a word", "a claim with an editor's word");
            }
            var word =
                store.File.Book.Words.FirstOrDefault(w => w.Id == id)
                ?? throw Wrong($"'{id}'", store.File.Book.Words.Count == 0 ? "a word; there is none" : "an ID of 'entente verdict list'");
            store.Save(store.File.Without(id), context.Surroundings);
            return Say(context, ["taken back:", .. Lines(word)]);
        });
        return command;
    }

    private static (CheckReport Report, CheckedClaim Claim) Find(CommandContext context, string named, string? asOf, string? published)
    {
        var at = named.LastIndexOf('#');
        if (at <= 0 || at == named.Length - 1)
            throw Wrong($"'{named}'", "FILE#CLAIM, for example notes/trade.md#c7");
        var (path, id) = (named[..at], named[(at + 1)..]);
        if (!File.Exists(path))
            throw Wrong($"no file '{path}'", "a text");
        var engine = context.Engine;
        var item = new InputItem { Path = path, Named = true };
        var bytes = BoundedBytes.Read(item, context.Surroundings.OpenInput);
        var document = bytes.Problem is { } unreadable
            ? throw new WrongUseException(unreadable)
            : engine.Read(bytes.Value!, path, CommandContext.Published(published));
        if (document.Problem is { } problem)
            throw new WrongUseException(problem);
        var extraction = engine.Extract(document.Value!, context.Cancellation);
        var report = engine.Check(document.Value!, extraction, context.AsOf(asOf), context.Cancellation);
        return (
            report,
            report.Claims.FirstOrDefault(c => c.Claim.Id == id)
                ?? throw Wrong(
                    $"no claim '{id}' in {path}",
                    report.Claims.Count == 0 ? "a text with claims" : $"one of {report.Claims[0].Claim.Id} to {report.Claims[^1].Claim.Id}"
                )
        );
    }

    private static IEnumerable<string> Codes() => Enum.GetValues<Verdict>().OrderDescending().Select(OverrideFile.Code);

    private static IEnumerable<string> Lines(EditorsWord word) =>
        [
            $"  {word.Id}  editor's word: {OverrideFile.Code(word.Verdict)} ({word.By}, {Period.OfDay(word.Date).Text}): {word.Reason}",
            $"  computed: {OverrideFile.Code(word.Computed)}",
        ];

    private static int Say(CommandContext context, IEnumerable<string> lines)
    {
        using var target = OutputTarget.Open(null, context.Surroundings);
        foreach (var line in lines)
            target.Writer.WriteLine(InputProblem.OneLine(line));
        target.Complete();
        return ExitStatus.Done;
    }

    private static string Needed(string? value, string option, string expected) =>
        string.IsNullOrWhiteSpace(value) ? throw Wrong($"no {option}", $"{option} {expected}") : value;

    private static WrongUseException Wrong(string found, string expected) =>
        new(
            new InputProblem
            {
                Where = "entente verdict",
                Found = found,
                Expected = expected,
            }
        );
}
