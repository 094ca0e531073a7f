using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Parties;
using Entente.Sources.Scenarios;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>`measure trade A B`: a pair's trade in a year by every view and measure, or one view over the years.</summary>
internal static class MeasureTrade
{
    private const string Where = "measure trade";

    public static Command Create(CommandContext context)
    {
        var first = MeasureCommand.State("A", "A state: ISO letters or a name.");
        var second = MeasureCommand.State("B", "Another.");
        var year = MeasureCommand.Year("--year", "The year (default: the last with figures).");
        var from = MeasureCommand.Year("--from", "A line for each year, from this one on.");
        var to = MeasureCommand.Year("--to", "A line for each year, up to this one.");
        var view = new Option<string?>("--view")
        {
            Description = "For lines by year: through whose reports (default: every view).",
            HelpName = "cow|own|mirror|seller|buyer|baci|reconciled",
        };
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var command = new Command("trade", "Levels, shares, dependence, intensity, concentration and mirror gaps of two states' trade.")
        {
            first,
            second,
            year,
            from,
            to,
            view,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var (fromYear, toYear, oneYear) = (parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(year));
            MeasureCommand.InOrder(fromYear, toYear);
            if (oneYear is not null && (fromYear ?? toYear) is not null)
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "--year",
                        Found = "also --from or --to",
                        Expected = "one year, or a span of years",
                    }
                );
            var seen = Figures.View(parsed.GetValue(view));
            var states = context.Engine.States();
            var (one, other) = (
                StateParties.Of(states, Where, parsed.GetValue(first)!),
                StateParties.Of(states, Where, parsed.GetValue(second)!)
            );
            StateParties.Different(Where, one, other);
            using var store = MeasureCommand.Store(context, Where, "cow-trade");
            var trade = PairTrade.Of(store, states, one.Code, other.Code, context.Cancellation);
            var years = trade.Years;
            if (years.Count == 0)
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = Where,
                        Found = $"no imported trade of {one.Code} and {other.Code}",
                        Expected = "one of cow-trade, comtrade, imf-imts, baci",
                        Hint = "entente record import cow-trade FILE",
                    }
                );
            var json = parsed.GetValue(format) == "json";
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (fromYear is null && toYear is null)
                Year(
                    target.Writer,
                    trade,
                    years,
                    oneYear,
                    json,
                    (one.Name, other.Name),
                    // Bases are of one year each: with the latest figures, and with those of a year that has one.
                    context.Engine.Losses(one.Code, other.Code, oneYear ?? context.Surroundings.Today.Today.Year - 1, context.Cancellation),
                    context.Cancellation
                );
            else
                Span(
                    target.Writer,
                    trade,
                    [.. years.Where(y => y >= (fromYear ?? y) && y <= (toYear ?? y))],
                    seen,
                    json,
                    (one.Name, other.Name)
                );
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static void Year(
        TextWriter output,
        PairTrade trade,
        IReadOnlyList<int> years,
        int? asked,
        bool json,
        (string First, string Second) names,
        (IReadOnlyList<LossReading> Readings, IReadOnlyList<LossGap> Gaps) losses,
        CancellationToken cancellation
    )
    {
        var year = asked ?? years[^1];
        if (!years.Contains(year))
            throw new WrongUseException(
                new InputProblem
                {
                    Where = "--year",
                    Found = string.Create(CultureInfo.InvariantCulture, $"{year}, of which nothing was imported"),
                    Expected = string.Create(CultureInfo.InvariantCulture, $"a year from {years[0]} to {years[^1]}"),
                }
            );
        var measures = trade.At(year, cancellation: cancellation);
        if (json)
            Figures.Json(output, j => TradeJson.Write(j, measures, losses));
        else
        {
            TradeText.Write(output, measures, names);
            LossText.Write(output, (measures.First, measures.Second), losses);
        }
    }

    private static void Span(
        TextWriter output,
        PairTrade trade,
        int[] years,
        TradeView? view,
        bool json,
        (string First, string Second) names
    )
    {
        var measures = years.Select(y => trade.At(y, items: false)).ToArray();
        if (json)
            foreach (var year in measures)
                Figures.Json(output, j => TradeJson.Write(j, year));
        else
            TradeText.WriteYears(output, measures, view, names);
    }
}
