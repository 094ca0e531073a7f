using System.CommandLine;
using System.Globalization;
using Entente.Cli.Commands.Record;
using Entente.Cli.Outputs;
using Entente.Models.Equilibrium;
using Entente.Sources.Scenarios;
using Entente.Sources.Store;

namespace Entente.Cli.Commands;

/// <summary>`whatif`: what a change of tariffs, costs or embargoes does to real incomes and trade, by a scenario file.</summary>
internal static class WhatifCommand
{
    private const string Name = "whatif";
    private const string Description = "What a tariff, an embargo or a control would do to incomes and trade: solves a scenario file.";
    private const int MostDraws = 1_000_000;

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE.yml") { Description = "A scenario, such as those in samples/scenarios." };
        var draws = new Option<int>("--draws")
        {
            Description = "Draw everything uncertain so many times, for intervals (default: 1000; 0: none).",
            DefaultValueFactory = _ => 1000,
            HelpName = "N",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The same seed gives the same draws (default: 1).",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var (format, output) = (CommonOptions.Format("text", "json", "html"), CommonOptions.Out());
        var command = new Command(Name, Description) { file, draws, seed, format, output };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(draws);
            if (count is < 0 or > MostDraws or (> 0 and < 20))
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "--draws",
                        Found = count.ToString(CultureInfo.InvariantCulture),
                        Expected = string.Create(CultureInfo.InvariantCulture, $"20 to {MostDraws} draws, or 0 for none"),
                    }
                );
            return Run(context, parsed.GetValue(file)!, count, parsed.GetValue(seed), parsed.GetValue(format)!, parsed.GetValue(output));
        });
        return command;
    }

    private static int Run(CommandContext context, string file, int draws, ulong seed, string format, string? path)
    {
        using var messages = context.Messages(path is not null);
        IRecordStore? store = null;
        try
        {
            var (world, scenario) = ScenarioFile.Read(
                file,
                () => store = Stores.OpenExisting(context),
                context.Engine.States,
                context.Cancellation
            );
            var answer = ScenarioRun.Answer(
                world,
                scenario,
                draws,
                seed,
                Environment.ProcessorCount,
                done => messages.Progress(done / (double)draws, string.Create(CultureInfo.InvariantCulture, $"{done} of {draws} draws")),
                context.Cancellation
            );
            using var target = OutputTarget.Open(path, context.Surroundings);
            switch (format)
            {
                case "json":
                    WhatifJson.Write(target.Writer, answer, file);
                    break;
                case "html":
                    WhatifHtml.Write(target.Writer, answer);
                    break;
                default:
                    WhatifText.Write(target.Writer, answer);
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
}
