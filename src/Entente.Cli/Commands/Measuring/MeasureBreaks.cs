using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Parties;
using Entente.Measures.Trade;
using Entente.Numerics.Breaks;
using Entente.Profiles;
using Entente.Quantities;
using Entente.Record;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>`measure breaks A B`: when a pair's trade changed its course, and what the record dates there.</summary>
internal static class MeasureBreaks
{
    private const string Where = "measure breaks";
    private static readonly string[] SeriesWords = ["trade", "exports", "imports", "first-share", "second-share"];
    private static readonly string[] ModelWords = ["trend", "growth", "level"];
    private static readonly string[] VarianceWords = ["common", "regime", "robust"];
    private static readonly string[] SelectWords = ["sequential", "bic", "lwz"];

    /// <summary>Kinds that leave the course of trade as it is: there are some in every year.</summary>
    private static readonly string[] Routine =
    [
        "meeting",
        "call",
        "video_call",
        "visit",
        "summit_attendance",
        "joint_exercise",
        "joint_patrol",
        "exercise",
        "veto",
        "un_vote",
        "speech",
        "announcement",
        "designation",
    ];

    public static Command Create(CommandContext context)
    {
        var first = MeasureCommand.State("A", "A state: ISO letters or a name.");
        var second = MeasureCommand.State("B", "Another.");
        var series = Word("--series", "Of what: trade, exports (A's to B), imports, or a share of trade.", SeriesWords);
        var model = Word("--model", "trend: line of the logarithm; growth: its change; level: the values.", ModelWords);
        var select = Word("--select", "How the number of breaks is chosen.", SelectWords);
        var variance = Word("--variance", "Of the disturbances: one, one a regime, or robust to correlation (usual).", VarianceWords);
        var view = new Option<string?>("--view")
        {
            Description = "Through whose reports (default: the longest run of years).",
            HelpName = "VIEW",
        };
        var from = MeasureCommand.Year("--from", "The first year to use.");
        var to = MeasureCommand.Year("--to", "The last year to use.");
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var command = new Command("breaks", "Structural breaks of two states' trade (Bai and Perron), beside the record's events.")
        {
            first,
            second,
            series,
            model,
            select,
            variance,
            view,
            from,
            to,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            MeasureCommand.InOrder(parsed.GetValue(from), parsed.GetValue(to));
            var (asked, form) = (
                (TradeSeries)Math.Max(0, Array.IndexOf(SeriesWords, parsed.GetValue(series))),
                parsed.GetValue(model) is { } m ? (SeriesForm)Array.IndexOf(ModelWords, m) : (SeriesForm?)null
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
            var options = new BreakOptions
            {
                Selection = (BreakSelection)Math.Max(0, Array.IndexOf(SelectWords, parsed.GetValue(select))),
                Variance = parsed.GetValue(variance) is { } v ? (BreakVariance)Array.IndexOf(VarianceWords, v) : BreakVariance.Robust,
            };
            var events = Events(context.Engine.Record().Events, one.Code, other.Code);
            var reading =
                TradeBreaks.Of(trade, asked, form, seen, parsed.GetValue(from), parsed.GetValue(to), options, events)
                ?? throw new WrongUseException(
                    new InputProblem
                    {
                        Where = Where,
                        Found = $"no imported series of {one.Code} and {other.Code}",
                        Expected = "one of cow-trade, comtrade, imf-imts, baci, and another --view or --series where one is named",
                    }
                );
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (parsed.GetValue(format) == "json")
                Figures.Json(target.Writer, j => BreakJson.Write(j, reading, one.Code, other.Code));
            else
                BreakText.Write(target.Writer, reading, (one.Code, one.Name), (other.Code, other.Name));
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    /// <summary>Kinds that move a state's trade with everybody.</summary>
    private static readonly string[] Upheavals = ["invasion", "annexation", "rupture"];

    /// <summary>What may have moved the trade of two: what both took part in, but for the routine, and upheavals that one of them was in.</summary>
    private static DatedEvent[] Events(IReadOnlyList<RecordedEvent> events, string first, string second) =>
        [
            .. events
                .Where(e =>
                    Upheavals.Contains(e.Kind, StringComparer.Ordinal)
                        ? PairEvents.Has(e, first) || PairEvents.Has(e, second)
                        : !Routine.Contains(e.Kind, StringComparer.Ordinal) && PairEvents.Has(e, first) && PairEvents.Has(e, second)
                )
                .Select(e => new DatedEvent(
                    e.Id,
                    e.Date.Start.Year,
                    (e.End ?? e.Date).End.Year,
                    string.Create(CultureInfo.InvariantCulture, $"{e.Date.Text} {e.Title}")
                )),
        ];

    private static Option<string?> Word(string name, string description, string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
