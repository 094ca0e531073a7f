using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Cli.Commands.Record;
using Entente.Models.Backtests;
using Entente.Sources.Estimates;

namespace Entente.Cli.Commands.Estimate;

/// <summary>`estimate backtest`: forecasts of a state's choices, learnt up to a year and scored once after it.</summary>
internal static class BacktestCommand
{
    public static Command Create(CommandContext context)
    {
        var state = new Option<string>("--state")
        {
            Description = "Whose choices: a code or a name.",
            HelpName = "STATE",
            Required = true,
        };
        var with = new Option<string?>("--with")
        {
            Description = "Whose vetoes it may join, whose trade and payments it chooses on (default: none).",
            HelpName = "STATE",
        };
        var from = Year("--from", "The first year whose votes are used.", 1992);
        var freeze = Year("--freeze", "The last year that anything is learnt from.", 2016);
        var to = Year("--to", "The last year whose roll calls are scored.", 2019);
        var vetoes = Year("--vetoes-from", "The first year whose vetoes and yearly choices are scored.", 2014);
        var seed = new Option<ulong>("--seed")
        {
            Description = "Of the resampling; the same seed gives the same intervals (default: 1).",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var (format, output) = (CommonOptions.Format("text", "json"), CommonOptions.Out());
        var command = new Command("backtest", "Forecast a state's votes and choices from earlier years, and score that once.")
        {
            state,
            with,
            from,
            freeze,
            to,
            vetoes,
            seed,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var options = new BacktestOptions
            {
                State = Party(context, "--state", parsed.GetValue(state)!),
                From = parsed.GetValue(from),
                Freeze = parsed.GetValue(freeze),
                To = parsed.GetValue(to),
                Seed = parsed.GetValue(seed),
            };
            if (!(options.From < options.Freeze && options.Freeze < options.To))
                throw IdealPointsCommand.Wrong(
                    "--freeze",
                    string.Create(CultureInfo.InvariantCulture, $"{options.From}, {options.Freeze}, {options.To}"),
                    "--from before --freeze before --to",
                    null
                );
            var partner = parsed.GetValue(with) is { } named ? Party(context, "--with", named) : null;
            if (partner == options.State)
                throw IdealPointsCommand.Wrong("--with", partner, "another state than --state", null);
            var path = parsed.GetValue(output);
            using var messages = context.Messages(path is not null);
            using var target = OutputTarget.Open(path, context.Surroundings);
            var report = Run(context, options, partner, parsed.GetValue(vetoes), messages);
            if (parsed.GetValue(format) == "json")
                BacktestJson.Write(target.Writer, report);
            else
                BacktestText.Write(target.Writer, report);
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static BacktestReport Run(CommandContext context, BacktestOptions options, string? partner, int from, Messages messages)
    {
        using var store =
            Stores.OpenExisting(context)
            ?? throw IdealPointsCommand.Wrong(
                "estimate backtest",
                "no store",
                "unga-votes imported before",
                "entente record import unga-votes VOTES ROLL_CALLS"
            );
        var read = UngaRollCalls.Read(store, context.Engine.States(), context.Cancellation);
        var tables = context.Engine.Record();
        VoteBacktest votes;
        try
        {
            var rounds = new IdealPointsCommand.Told<(int Round, double Moved)>(r =>
                messages.Progress(
                    Math.Clamp(Math.Log10(r.Moved) / -5, 0, 1),
                    string.Create(CultureInfo.InvariantCulture, $"positions, round {r.Round}")
                )
            );
            votes = VoteBacktest.Run(read.Calls, read.Votes, tables.Votes, options, rounds, context.Cancellation);
        }
        catch (ArgumentException e)
        {
            throw IdealPointsCommand.Wrong("estimate backtest", e.Message, "a state and years with votes on both sides of --freeze", null);
        }
        return new()
        {
            Votes = votes,
            Import = $"{read.Import.Dataset} {read.Import.Vintage} (import {read.Import.Id})",
            RecordHash = tables.Hash,
            Partner = partner,
            Vetoes = partner is null ? null : VetoBacktest.Of(tables.Events, options.State, partner, from),
            Trade = partner is null ? null : TradeChoices(context, options.State, partner, from),
            Dated = partner is null ? [] : DatedChoice.Of(tables, options.State, partner),
        };
    }

    /// <summary>Whether trade rises in a year, from whether it did before: the record as known today.</summary>
    private static YearlyBacktest? TradeChoices(CommandContext context, string state, string partner, int from)
    {
        const int First = 2000;
        var today = context.Surroundings.Today.Today;
        var rises = new List<(int Year, bool Rose)>();
        for (var year = First; year < today.Year; year++)
        {
            var asked = context.Engine.Ask(
                string.Create(CultureInfo.InvariantCulture, $"growth(trade({state}, {partner}), {year}) > 0%"),
                today
            );
            if (asked.Value is { Holds: { } rose })
                rises.Add((year, rose));
        }
        return YearlyBacktest.Of(rises, from);
    }

    private static string Party(CommandContext context, string option, string given) =>
        context.Engine.Party(given)
        ?? throw IdealPointsCommand.Wrong(option, $"'{given}'", "the code or the name of a state of the catalogue, such as CHN", null);

    private static Option<int> Year(string name, string description, int standard) =>
        new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description[..^1]} (default: {standard})."),
            DefaultValueFactory = _ => standard,
            HelpName = "YEAR",
        };
}

/// <summary>What `estimate backtest` prints.</summary>
internal sealed record BacktestReport
{
    public required VoteBacktest Votes { get; init; }

    public required string Import { get; init; }

    public required string RecordHash { get; init; }

    public string? Partner { get; init; }

    public VetoBacktest? Vetoes { get; init; }

    public YearlyBacktest? Trade { get; init; }

    public IReadOnlyList<DatedChoice> Dated { get; init; } = [];
}
