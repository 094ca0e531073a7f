using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Entente.Actors.Identity;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Cli.Commands.Record;
using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;
using Entente.Sources.Estimates;
using Entente.Sources.Store;

namespace Entente.Cli.Commands.Estimate;

/// <summary>`estimate ideal-points`: where states stand, from their votes in the General Assembly.</summary>
internal static class IdealPointsCommand
{
    public static Command Create(CommandContext context)
    {
        var fit = Among("--fit", "How to fit: fast (seconds), sampler (minutes, the posterior itself).", "fast", "sampler");
        var draws = Number("--draws", "How many sweeps the sampler keeps, over four chains.", 20_000, 400, 10_000_000);
        var dimensions = Number("--dimensions", "1 or 2; with 2 it is tested whether the second is needed (fast fit only).", 1, 1, 2);
        var by = Among("--by", "What a period is: session (named by the year it began in) or year.", "session", "year");
        var votes = Among("--votes", "all (paragraphs and amendments to 1989 too) or final (whole texts only).", "all", "final");
        var path = Among("--path", "smoothed (the model) or one-sided (as the authors' program).", "smoothed", "one-sided");
        var seed = Number("--seed", "The sampler's seed.", 1, 0, int.MaxValue);
        var threads = Number("--threads", "How many threads; results do not depend on it.", Environment.ProcessorCount, 1, 1024);
        var from = new Option<int?>("--from") { Description = "The first year.", HelpName = "YEAR" };
        var to = new Option<int?>("--to") { Description = "The last year.", HelpName = "YEAR" };
        var pair = new Option<string?>("--pair") { Description = "Two states whose distance is shown.", HelpName = "A,B" };
        var compare = new Option<string?>("--compare")
        {
            Description = "Compare with this imported release of unga-ideal-points (default: the newest that has the variant).",
            HelpName = "RELEASE",
        };
        var bridges = new Option<string?>("--bridges")
        {
            Description = "CSV with columns rcid1, rcid2: roll calls on one text, in place of matching words.",
            HelpName = "FILE",
        };
        var format = CommonOptions.Format("text", "json", "csv");
        var output = CommonOptions.Out();
        var command = new Command("ideal-points", "Where states stand, from their votes in the General Assembly.")
        {
            fit,
            draws,
            dimensions,
            by,
            votes,
            path,
            seed,
            threads,
            from,
            to,
            pair,
            compare,
            bridges,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var request = new IdealPointsRequest
            {
                Sampler = parsed.GetValue(fit) == "sampler",
                Draws = parsed.GetValue(draws),
                Dimensions = parsed.GetValue(dimensions),
                OneSided = parsed.GetValue(path) == "one-sided",
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
                Selection = new VoteSelection
                {
                    ByYear = parsed.GetValue(by) == "year",
                    FinalPassageOnly = parsed.GetValue(votes) == "final",
                    From = parsed.GetValue(from),
                    To = parsed.GetValue(to),
                    Bridges = parsed.GetValue(bridges) is { } file ? BridgeFile.Read(file) : null,
                },
                Pair = parsed.GetValue(pair) is { } two ? Pair(two) : null,
                Compare = parsed.GetValue(compare),
            };
            request.Check();
            return Run(context, request, parsed.GetValue(format)!, parsed.GetValue(output));
        });
        return command;
    }

    private static int Run(CommandContext context, IdealPointsRequest request, string format, string? path)
    {
        using var messages = context.Messages(path is not null);
        using var target = OutputTarget.Open(path, context.Surroundings);
        var report = Estimate(context, request, messages);
        if (format == "json")
            IdealPointsJson.Write(target.Writer, report);
        else if (format == "csv")
            IdealPointsCsv.Write(target.Writer, report);
        else
            IdealPointsText.Write(target.Writer, report);
        target.Complete();
        foreach (var warning in report.Warnings)
            messages.Say(warning);
        return ExitStatus.Done;
    }

    private static IdealPointsReport Estimate(CommandContext context, IdealPointsRequest request, Messages messages)
    {
        var clock = Stopwatch.StartNew();
        using var store =
            Stores.OpenExisting(context)
            ?? throw Wrong(
                "estimate ideal-points",
                "no store",
                "unga-votes imported before",
                "entente record import unga-votes VOTES ROLL_CALLS"
            );
        var states = context.Engine.States();
        var read = UngaRollCalls.Read(store, states, context.Cancellation);
        SelectedVotes selected;
        try
        {
            selected = SelectedVotes.Of(read.Calls, read.Votes, request.Selection);
        }
        catch (ArgumentException e)
        {
            throw Wrong("estimate ideal-points", e.Message, "years within those of the imported votes", null);
        }
        var options = new IdealPointOptions
        {
            Dimensions = request.Dimensions,
            PositiveState = Math.Max(0, selected.StateAt("USA")),
            Threads = request.Threads,
            Path = request.OneSided ? PathPrior.OneSided : PathPrior.Smoothed,
        };
        IdealPointDraws? draws = null;
        if (request.Sampler)
        {
            var sampling = new SamplerOptions
            {
                Draws = request.Draws,
                Seed = (ulong)request.Seed,
                Thin = Math.Clamp(request.Draws / 2000, 1, 50),
            };
            var progress = new Told<double>(share =>
                messages.Progress(share, string.Create(CultureInfo.InvariantCulture, $"sampling, {share:p0}"))
            );
            draws = PathSampler.Run(selected.Votes, options, sampling, progress, context.Cancellation);
        }
        var rounds = new Told<(int Round, double Moved)>(r =>
            messages.Progress(
                Math.Clamp(Math.Log10(r.Moved) / Math.Log10(options.Tolerance), 0, 1),
                string.Create(CultureInfo.InvariantCulture, $"round {r.Round}")
            )
        );
        var fit = draws?.Fast ?? FastFit.Run(selected.Votes, options, rounds, context.Cancellation);
        var test =
            request.Dimensions == 2
                ? DimensionTest.Run(selected.Votes, options, seed: (ulong)request.Seed, cancellation: context.Cancellation)
                : null;
        var estimate = new IdealPointEstimate(selected, fit, draws);
        return new IdealPointsReport(
            request,
            read.Import,
            estimate,
            test,
            Released(store, states, request, context),
            clock.Elapsed.TotalSeconds
        );
    }

    private static (StoredImport Import, string Variant, IReadOnlyList<ReleasedPoint> Points)? Released(
        IRecordStore store,
        StateCodes states,
        IdealPointsRequest request,
        CommandContext context
    )
    {
        var variant = request.Selection.FinalPassageOnly ? "fp" : "all";
        var found = UngaRollCalls.Release(store, states, request.Compare, variant, context.Cancellation);
        if (found is null && request.Compare is not null)
            throw Wrong("--compare", $"'{request.Compare}'", $"an imported release of unga-ideal-points with the variant {variant}", null);
        return found is { } release ? (release.Import, variant, release.Points) : null;
    }

    private static (string, string) Pair(string given)
    {
        var parts = given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2
            ? (parts[0].ToUpperInvariant(), parts[1].ToUpperInvariant())
            : throw Wrong("--pair", $"'{given}'", "two codes such as CHN,RUS", null);
    }

    private static Option<string> Among(string name, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            DefaultValueFactory = _ => values[0],
            HelpName = string.Join('|', values),
        };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens.Count == 1
                && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n)
                && (n < least || n > most)
            )
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: {n}; expected {least} to {most}"));
        });
        return option;
    }

    internal static WrongUseException Wrong(string where, string found, string expected, string? hint) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );

    /// <summary>Tells at once, on the thread that works: the library's own goes through a queue.</summary>
    internal sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
