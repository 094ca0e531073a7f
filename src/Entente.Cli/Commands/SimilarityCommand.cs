using System.CommandLine;
using System.Globalization;
using Entente.Actors.Identity;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Cli.Commands.Record;
using Entente.Sources.Similarity;
using Entente.Sources.Store;

namespace Entente.Cli.Commands;

/// <summary>`similarity`: how alike two states voted, were allied, or are in a table of the user's; or all pairs at once, as CSV.</summary>
internal sealed class SimilarityCommand
{
    private const string Name = "similarity";
    private const string Description = "How alike two states vote or are allied: agreement, S, κ, π, A, τ-b; or all pairs, as CSV.";
    private const int MostDraws = 1_000_000;

    private readonly Argument<string[]> pair = new("STATE")
    {
        Description = "Two states: RUS CHN, or two columns or units of the file.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> all = new("--all") { Description = "All pairs in all years, as CSV." };
    private readonly Option<string> on = new("--on")
    {
        Description = "What to compare: votes (unga-votes), atop or cow (alliance portfolios), or a CSV file of categories.",
        DefaultValueFactory = _ => "votes",
        HelpName = "votes|atop|cow|FILE.csv",
    };
    private readonly Option<string> by = new("--by")
    {
        Description = "How votes are grouped: session or year (default: session).",
        DefaultValueFactory = _ => "session",
        HelpName = "session|year",
    };
    private readonly Option<string[]> issue = new("--issue")
    {
        Description =
            "Votes on these matters only: "
            + string.Join(", ", VoteSimilarity.Issues.Select(i => $"{i.Code.ToUpperInvariant()} {i.Name}"))
            + ".",
        HelpName = "ME|NU|DI|HR|CO|EC",
    };
    private readonly Option<bool> important = new("--important")
    {
        Description = "Votes that the US Department of State named important only.",
    };
    private readonly Option<bool> final = new("--final") { Description = "Without votes on amendments and paragraphs." };
    private readonly Option<bool> unanimous = new("--unanimous") { Description = "Keep roll calls in which all voted alike." };
    private readonly Option<int?> from = new("--from") { Description = "The first year.", HelpName = "YEAR" };
    private readonly Option<int?> to = new("--to") { Description = "The last year.", HelpName = "YEAR" };
    private readonly Option<int> bootstrap = new("--bootstrap")
    {
        Description = "Intervals of 95 % by drawing the cases again so many times (1000 is usual).",
        HelpName = "N",
    };
    private readonly Option<ulong> seed = new("--seed")
    {
        Description = "The same seed gives the same intervals (default: 1).",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };
    private readonly Option<bool> percentile = new("--percentile") { Description = "The place among all pairs of each year." };
    private readonly Option<string?> categories = new("--categories")
    {
        Description = "The scale of the file's categories, from one end to the other.",
        HelpName = "A,B,…",
    };
    private readonly Option<string?> weight = new("--weight") { Description = "The file's column of weights.", HelpName = "COLUMN" };
    private readonly Option<string?> period = new("--period") { Description = "The file's column of years.", HelpName = "COLUMN" };

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context) => new SimilarityCommand().Build(context);

    private Command Build(CommandContext context)
    {
        by.AcceptOnlyFromAmong("session", "year");
        var (format, output) = (CommonOptions.Format("text", "json", "csv"), CommonOptions.Out());
        var command = new Command(Name, Description)
        {
            pair,
            all,
            on,
            by,
            issue,
            important,
            final,
            unanimous,
            from,
            to,
            bootstrap,
            seed,
            percentile,
            categories,
            weight,
            period,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            Check(parsed);
            return parsed.GetValue(all)
                ? Sweep(context, parsed, parsed.GetValue(output))
                : One(context, parsed, parsed.GetValue(format)!, parsed.GetValue(output));
        });
        return command;
    }

    private void Check(ParseResult parsed)
    {
        var given = parsed.GetValue(pair)!;
        if (parsed.GetValue(all) != (given.Length == 0) || given.Length is not (0 or 2))
            throw Wrong($"'{string.Join(' ', given)}'", "two states, or --all and none", "entente similarity RUS CHN");
        if (parsed.GetValue(from) > parsed.GetValue(to))
            throw Wrong(
                $"--to {parsed.GetValue(to)}",
                string.Create(CultureInfo.InvariantCulture, $"a year not before {parsed.GetValue(from)}")
            );
        if (parsed.GetValue(bootstrap) is < 0 or > MostDraws or (> 0 and < 20))
            throw Wrong(
                string.Create(CultureInfo.InvariantCulture, $"--bootstrap {parsed.GetValue(bootstrap)}"),
                string.Create(CultureInfo.InvariantCulture, $"20 to {MostDraws} draws, or none")
            );
        foreach (var matter in Issues(parsed))
            if (!VoteSimilarity.Issues.Any(i => i.Code.Equals(matter, StringComparison.OrdinalIgnoreCase)))
                throw Wrong($"--issue {matter}", string.Join(", ", VoteSimilarity.Issues.Select(i => i.Code.ToUpperInvariant())));
        var source = parsed.GetValue(on)!;
        Only(source == "votes", "votes", parsed, issue, important, final, unanimous, by);
        Only(source is not ("votes" or "atop" or "cow"), "a file", parsed, categories, weight, period);
    }

    /// <summary>An option that would do nothing is a mistake, not a wish granted.</summary>
    private static void Only(bool allowed, string on, ParseResult parsed, params Option[] options)
    {
        if (allowed)
            return;
        foreach (var option in options)
            if (parsed.GetResult(option) is { Implicit: false })
                throw Wrong(option.Name, $"that option with --on {on} only");
    }

    private int One(CommandContext context, ParseResult parsed, string format, string? path)
    {
        var (panel, states) = Open(context, parsed);
        var given = parsed.GetValue(pair)!;
        var (first, second) = (Unit(panel, states, given[0]), Unit(panel, states, given[1]));
        var query = new SimilarityQuery
        {
            From = panel.By == "" ? null : parsed.GetValue(from),
            To = panel.By == "" ? null : parsed.GetValue(to),
            Draws = parsed.GetValue(bootstrap),
            Seed = parsed.GetValue(seed),
            Percentiles = parsed.GetValue(percentile),
        };
        var shown = new ShownSimilarity(
            panel,
            first,
            second,
            query,
            Reading(parsed),
            panel.Of(first.Code, second.Code, query, context.Cancellation)
        );
        using var target = OutputTarget.Open(path, context.Surroundings);
        switch (format)
        {
            case "json":
                SimilarityJson.Write(target.Writer, shown);
                break;
            case "csv":
                SimilarityRows.Write(target.Writer, shown);
                break;
            default:
                SimilarityText.Write(target.Writer, shown, Math.Min(80, context.Surroundings.Width));
                break;
        }
        target.Complete();
        return ExitStatus.Done;
    }

    private int Sweep(CommandContext context, ParseResult parsed, string? path)
    {
        using var messages = context.Messages(path is not null);
        using var target = OutputTarget.Open(path, context.Surroundings);
        var (panel, _) = Open(context, parsed);
        var rows = SimilarityCsv.Write(
            panel,
            target.Writer.BaseStream,
            share => messages.Progress(share, string.Create(CultureInfo.InvariantCulture, $"{share:0 %} of {panel.Periods.Count} years")),
            context.Cancellation
        );
        target.Complete();
        foreach (var import in panel.Imports)
            messages.Say($"{import.Dataset} {import.Vintage} (import {import.Id})");
        foreach (var note in panel.Notes)
            messages.Say(note);
        messages.Say(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} pairs in {panel.Periods.Count:#,0} periods"));
        return ExitStatus.Done;
    }

    private (SimilarityPanel Panel, StateCodes? States) Open(CommandContext context, ParseResult parsed)
    {
        var (first, last, source) = (parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(on)!);
        if (source is not ("votes" or "atop" or "cow"))
            return (CategoryTable.Open(source, TableOptions(parsed)), null);
        using var store =
            Stores.OpenExisting(context)
            ?? throw Wrong(
                "no store",
                "the datasets imported before",
                $"entente record import {(source == "votes" ? "unga-votes" : source)} FILE"
            );
        var states = context.Engine.States();
        return source == "votes"
            ? (
                VoteSimilarity.Open(
                    store,
                    states,
                    new()
                    {
                        BySession = parsed.GetValue(by) == "session",
                        Issues = Issues(parsed),
                        Important = parsed.GetValue(important),
                        FinalPassage = parsed.GetValue(final),
                        KeepUnanimous = parsed.GetValue(unanimous),
                        From = first,
                        To = last,
                    },
                    context.Cancellation
                ),
                states
            )
            : (PortfolioSimilarity.Open(store, states, source, new() { From = first, To = last }, context.Cancellation), states);
    }

    private CategoryTableOptions TableOptions(ParseResult parsed) =>
        new()
        {
            Categories =
                parsed.GetValue(categories)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Weight = parsed.GetValue(weight),
            Period = parsed.GetValue(period),
        };

    /// <summary>Which votes, in words.</summary>
    private string Reading(ParseResult parsed)
    {
        var words = new List<string>();
        foreach (var matter in Issues(parsed))
            words.Add("on " + VoteSimilarity.Issues.First(i => i.Code.Equals(matter, StringComparison.OrdinalIgnoreCase)).Name);
        if (parsed.GetValue(important))
            words.Add("important votes");
        if (parsed.GetValue(final))
            words.Add("no amendments, no paragraphs");
        if (parsed.GetValue(unanimous))
            words.Add("unanimous votes kept");
        return string.Join(", ", words);
    }

    private string[] Issues(ParseResult parsed) =>
        [
            .. (parsed.GetValue(issue) ?? []).SelectMany(i =>
                i.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ),
        ];

    private static SimilarityUnit Unit(SimilarityPanel panel, StateCodes? states, string written)
    {
        if (panel.Units.FirstOrDefault(u => u.Code == written) is { } exact)
            return exact;
        var upper = written.ToUpperInvariant();
        var code = states is null
            ? panel.Units.FirstOrDefault(u => u.Code.Equals(written, StringComparison.OrdinalIgnoreCase))?.Code
            : (states.ByCode(upper) ?? states.Find(CodeSystem.Iso3, upper) ?? states.Find(CodeSystem.Name, written))?.Code;
        if (code is not null)
            return panel.Units.FirstOrDefault(u => u.Code == code)
                ?? throw Wrong($"'{written}', which is in none of the {panel.CaseName}", $"a state of {panel.On}");
        var near = states is null
            ? panel.Units.Take(8).Select(u => u.Code)
            : states.Nearest(CodeSystem.Iso3, upper, 2).Concat(states.Nearest(CodeSystem.Name, written, 2));
        throw Wrong($"'{written}'", $"a state such as RUS{(near.Any() ? $"; perhaps {string.Join(", ", near)}" : "")}");
    }

    private static WrongUseException Wrong(string found, string expected, string? hint = null) =>
        new(
            new InputProblem
            {
                Where = "similarity",
                Found = found,
                Expected = expected,
                Hint = hint ?? "see 'entente similarity --help'",
            }
        );
}
