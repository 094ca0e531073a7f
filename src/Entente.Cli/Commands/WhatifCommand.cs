using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Outputs.Oil;
using Entente.Application.Outputs.Scenarios;
using Entente.Application.Stores;
using Entente.Application.Supposing;
using Entente.Cli.Commands.Reasoning;
using Entente.Cli.Commands.Record;
using Entente.Models.Equilibrium;
using Entente.Models.Oil;
using Entente.Sources.Scenarios;
using Entente.Sources.Store;

namespace Entente.Cli.Commands;

/// <summary>
/// `whatif`: what a change of tariffs, costs or embargoes does to real incomes and trade, or a price cap to oil, by a scenario file; or what must be
/// believed for an argument to hold, by an argument's.
/// </summary>
internal static class WhatifCommand
{
    private const string Name = "whatif";
    private const string Description =
        "What a tariff, an embargo or a control would do to incomes and trade, or what an argument rests on: solves a scenario's or an argument's file.";
    private const int MostDraws = 1_000_000;
    private const int MostSamples = 65_536;

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string?>("FILE.yml")
        {
            Description = "A scenario, such as those in samples/scenarios, or an argument, such as those in samples/arguments.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var gone = new Option<string[]>("--gone")
        {
            Description = "What would two lose without each other's trade? In place of a file.",
            HelpName = "A B",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var set = new Option<string[]>("--set") { Description = "Set a parameter of the file: A=TUR, A=TUR,IND.", HelpName = "NAME=CODE" };
        var instead = new Option<string?>("--base")
        {
            Description = "A base in place of the file's: another base file, or an import with its year (wiod:2011, icio:2018, baci:2021).",
            HelpName = "BASE",
        };
        var sensitivity = new Option<bool>("--sensitivity")
        {
            Description = "What moves each result: Sobol's indices, Morris' screening, bars.",
        };
        var samples = new Option<int>("--samples")
        {
            Description = "Points of the sensitivity (default: 512).",
            DefaultValueFactory = _ => 512,
            HelpName = "N",
        };
        var (against, template) = ArgumentRuns.Options();
        var draws = new Option<int>("--draws")
        {
            Description = "Draw everything uncertain so many times, for intervals (default: 1000, of an argument 10000; 0: none).",
            DefaultValueFactory = _ => Suppositions.Draws,
            HelpName = "N",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The same seed gives the same draws (default: 1).",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var backtest = new Option<string?>("--backtest")
        {
            Description =
                "Hold it against what came: a region's partners in the years after the base, beside persistence and a naive shift.",
            HelpName = "REGION",
        };
        var (format, output) = (CommonOptions.Format("text", "json", "html"), CommonOptions.Out());
        var command = new Command(Name, Description)
        {
            file,
            gone,
            set,
            instead,
            against,
            draws,
            seed,
            sensitivity,
            samples,
            backtest,
            template,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(draws);
            if (count is < 0 or > MostDraws or (> 0 and < 20))
                throw Wrong(
                    "--draws",
                    count.ToString(CultureInfo.InvariantCulture),
                    string.Create(CultureInfo.InvariantCulture, $"20 to {MostDraws} draws, or 0 for none")
                );
            var points = parsed.GetValue(samples);
            if (points is < 16 or > MostSamples)
                throw Wrong("--samples", $"{points}", $"16 to {MostSamples} points");
            var (named, pair) = (parsed.GetValue(file), parsed.GetValue(gone) ?? []);
            if (parsed.GetValue(template) is not null)
                return ArgumentRuns.Template(context, parsed.GetValue(output));
            if (named is not null && Suppositions.IsArgument(named))
                return ArgumentRuns.Run(
                    context,
                    new(
                        named,
                        parsed.GetValue(against),
                        parsed.GetResult(draws) is { Implicit: false } ? count : Suppositions.ArgumentDraws,
                        parsed.GetValue(seed),
                        parsed.GetValue(format)!,
                        parsed.GetValue(output),
                        context.AsOf(null)
                    )
                );
            if (parsed.GetValue(against) is { } other)
                throw Wrong(named ?? other, "no argument", "a file whose top key is argument:, to lay another against it");
            if ((named is null) == (pair.Length == 0))
                throw Wrong(
                    Name,
                    named is null ? "no file" : "both a file and --gone",
                    "a scenario (entente whatif FILE.yml), or two codes (entente whatif --gone CHN RUS)"
                );
            return Run(
                context,
                new(
                    named ?? Path.Combine(Composer.Folders(context.Surroundings).Root, "samples", "scenarios", "gone.yml"),
                    new()
                    {
                        Parameters =
                            pair.Length == 2
                                ? new Dictionary<string, string> { ["A"] = pair[0], ["B"] = pair[1] }
                                : Set(parsed.GetValue(set) ?? []),
                        Base = parsed.GetValue(instead),
                        Where = pair.Length == 2 ? "--gone" : "--set",
                    },
                    count,
                    parsed.GetValue(seed),
                    parsed.GetValue(sensitivity) ? points : 0,
                    parsed.GetValue(backtest)
                ),
                parsed.GetValue(format)!,
                parsed.GetValue(output)
            );
        });
        return command;
    }

    /// <param name="Samples">0 for no sensitivity.</param>
    /// <param name="Backtest">The region to hold against what came; null for none.</param>
    private sealed record Request(string File, ScenarioSettings Settings, int Draws, ulong Seed, int Samples, string? Backtest);

    private static WrongUseException Wrong(string where, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
            }
        );

    private static Dictionary<string, string> Set(string[] given)
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in given)
            if (one.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at) || at == one.Length - 1)
                throw Wrong("--set", $"'{one}'", "a name and a code, such as A=TUR");
            else if (!set.TryAdd(one[..at], one[(at + 1)..]))
                throw Wrong("--set", $"'{one[..at]}' twice", "each name once");
        return set;
    }

    private static int Run(CommandContext context, Request request, string format, string? path)
    {
        using var messages = context.Messages(path is not null);
        if (OilFile.Is(request.File))
            return Oil(context, request, format, path);
        IRecordStore? store = null;
        try
        {
            var (world, scenario) = ScenarioFile.Read(
                request.File,
                () => store = Stores.OpenExisting(context),
                context.Engine.States,
                request.Settings,
                context.Cancellation
            );
            var runs = scenario.Runs();
            if (request.Backtest is { } region)
                return WhatifBacktest.Run(context, world, runs[^1], region, request.Draws, request.Seed, format, path, request.File);
            var answers = new List<ScenarioAnswer>();
            foreach (var run in runs)
                answers.Add(
                    Suppositions.Answer(world, run, request.Draws, request.Seed, request.Samples, messages.Progress, context.Cancellation)
                );
            using var target = OutputTarget.Open(path, context.Surroundings);
            switch (format)
            {
                case "json":
                    WhatifJson.Write(target.Writer, answers, request.File);
                    break;
                case "html":
                    WhatifHtml.Write(target.Writer, answers);
                    break;
                default:
                    WhatifText.Write(target.Writer, answers);
                    break;
            }
            target.Complete();
            return ExitStatus.Done;
        }
        finally
        {
            store?.Dispose();
        }
    }

    private static int Oil(CommandContext context, Request request, string format, string? path)
    {
        if (request.Samples > 0 || request.Settings.Base is not null || request.Settings.Parameters.Count > 0)
            throw Wrong(
                request.Samples > 0 ? "--sensitivity" : request.Settings.Where,
                "an option for scenarios of trade",
                "a file about oil with --draws and --seed alone"
            );
        var answer = OilRun.Answer(
            OilFile.Read(request.File),
            request.Draws,
            request.Seed,
            Environment.ProcessorCount,
            context.Cancellation
        );
        using var target = OutputTarget.Open(path, context.Surroundings);
        switch (format)
        {
            case "json":
                OilJson.Write(target.Writer, answer, request.File);
                break;
            case "html":
                OilHtml.Write(target.Writer, answer);
                break;
            default:
                OilText.Write(target.Writer, answer);
                break;
        }
        target.Complete();
        return ExitStatus.Done;
    }
}
