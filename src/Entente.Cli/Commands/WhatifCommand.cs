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
    private const int MostDraws = Suppositions.MostDraws;

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
        var set = new Option<string[]>("--set")
        {
            Description =
                "Set a parameter of the file (A=TUR, A=TUR,IND), or hold a number that it declares as a range at a value (shocks.1.tariff.rate=0.2).",
            HelpName = "NAME=VALUE",
        };
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
            DefaultValueFactory = _ => Suppositions.Samples,
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
        var (format, output) = (CommonOptions.Format("text", "json", "html", "markdown"), CommonOptions.Out());
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
            if (points is < Suppositions.FewestSamples or > Suppositions.MostSamples)
                throw Wrong("--samples", $"{points}", $"{Suppositions.FewestSamples} to {Suppositions.MostSamples} points");
            var (named, pair) = (parsed.GetValue(file), parsed.GetValue(gone) ?? []);
            if (parsed.GetValue(template) is not null)
                return ArgumentRuns.Template(context, parsed.GetValue(output));
            if ((named is null) == (pair.Length == 0))
                throw Wrong(
                    Name,
                    named is null ? "no file" : "both a file and --gone",
                    "a scenario (entente whatif FILE.yml), or two codes (entente whatif --gone CHN RUS)"
                );
            var argument = named is not null && Suppositions.IsArgument(named);
            var wish = new SuppositionWish(
                named ?? Path.Combine(Composer.Folders(context.Surroundings).Root, "samples", "scenarios", "gone.yml"),
                Settings(pair, parsed.GetValue(set) ?? []) with
                {
                    Base = parsed.GetValue(instead),
                },
                parsed.GetResult(draws) is { Implicit: false } || !argument ? count : null,
                parsed.GetValue(seed),
                context.AsOf(null)
            )
            {
                Samples = parsed.GetValue(sensitivity) ? points : 0,
                Against = parsed.GetValue(against),
            };
            return parsed.GetValue(backtest) is { } region && !argument
                ? Backtest(context, wish, region, parsed.GetValue(format)!, parsed.GetValue(output))
                : Run(context, wish, parsed.GetValue(format)!, parsed.GetValue(output));
        });
        return command;
    }

    private static WrongUseException Wrong(string where, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
            }
        );

    // A number sets a range, anything else the codes of a parameter.
    private static ScenarioSettings Settings(string[] pair, string[] given)
    {
        if (pair.Length == 2)
            return new()
            {
                Parameters = new Dictionary<string, string> { ["A"] = pair[0], ["B"] = pair[1] },
                Where = "--gone",
            };
        var (codes, numbers) = (
            new Dictionary<string, string>(StringComparer.Ordinal),
            new Dictionary<string, double>(StringComparer.Ordinal)
        );
        foreach (var one in given)
        {
            if (one.LastIndexOf('=') is not (> 0 and var at) || at == one.Length - 1)
                throw Wrong("--set", $"'{one}'", "a name and a code or a number, such as A=TUR or shocks.1.export_control.share=0.5");
            var (name, value) = (one[..at], one[(at + 1)..]);
            var isNumber =
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
            if (codes.ContainsKey(name) || numbers.ContainsKey(name))
                throw Wrong("--set", $"'{name}' twice", "each name once");
            if (isNumber)
                numbers.Add(name, number);
            else
                codes.Add(name, value);
        }
        return new() { Parameters = codes, Numbers = numbers };
    }

    private static int Run(CommandContext context, SuppositionWish wish, string format, string? path)
    {
        using var messages = context.Messages(path is not null);
        var answer = Suppositions.Run(context, wish, messages.Progress);
        using var target = OutputTarget.Open(path, context.Surroundings);
        switch (format)
        {
            case "json":
                answer.WriteJson(target.Writer);
                break;
            case "html":
                answer.WriteHtml(target.Writer);
                break;
            case "markdown":
                answer.WriteMarkdown(target.Writer, target.Pictures);
                break;
            default:
                answer.WriteText(target.Writer);
                break;
        }
        target.Complete();
        return ExitStatus.Done;
    }

    private static int Backtest(CommandContext context, SuppositionWish wish, string region, string format, string? path)
    {
        var (world, scenario) = Suppositions.Read(context, wish.File, wish.Settings);
        return WhatifBacktest.Run(
            context,
            world,
            scenario.Runs()[^1],
            region,
            wish.Draws ?? Suppositions.Draws,
            wish.Seed,
            format,
            path,
            wish.File
        );
    }
}
