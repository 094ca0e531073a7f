using System.Globalization;
using System.Text;
using Entente.Application.Inputs;
using Entente.Checking.Forecasts;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Web.Assistants.Resources;
using Entente.Web.Assistants.Texts;

namespace Entente.Web.Assistants.Tools;

/// <summary>`forecasts_due`: what of the ledger falls due, and what the record says of it. The ledger is not changed.</summary>
internal static class ForecastTool
{
    public static AssistantTool Due { get; } =
        new(
            "forecasts_due",
            "Forecasts that are due",
            """
            The open forecasts and targets of the user's ledger whose deadline has passed or comes within some days, with what the record would decide of those
            that are past. Nothing is decided here: 'entente forecasts resolve' does that, or a person. An empty answer may mean that no ledger was kept.
            """,
            """
            {"type": "object", "additionalProperties": false, "properties": {
            "within_days": {"type": "integer", "minimum": 0, "maximum": 36500, "default": 0, "description": "Also those whose deadline comes within so many days."},
            "ledger": {"type": "string", "maxLength": 4096, "description": "Another ledger: a path inside an opened folder (default: the user's own).", "examples": ["notes/forecasts.md"]},
            "as_of": {"type": "string", "maxLength": 32, "description": "The day to look from, and up to which the record is consulted (default: today).", "examples": ["2025-01-31"]}}}
            """,
            List
        );

    private static ToolAnswer List(ToolCall call)
    {
        var asOf = call.AsOf();
        var until = asOf.PlusDays(call.Integer("within_days", 0, 36_500, 0));
        var given = call.TextOr("ledger", 4096) is { } named ? TextFinder.Find(call.Session, named, call.Cancellation) : null;
        var file = LedgerFile.Open(given?.Real, call.Session.Surroundings);
        var resolver = call.Context.Engine.Resolver(asOf);
        var due = new List<Forecast>();
        foreach (var forecast in file.Ledger.Forecasts)
        {
            call.Cancellation.ThrowIfCancellationRequested();
            if (forecast is { Status: ForecastStatus.Open, Deadline: { } deadline } && deadline <= until)
                due.Add(resolver?.Resolve(forecast) ?? forecast);
        }
        due.Sort((a, b) => a.Deadline!.Value.CompareTo(b.Deadline!.Value));
        var report = new ForecastReport
        {
            Command = "due",
            Ledger = given?.Name ?? file.Path,
            LedgerHash = file.Hash,
            AsOf = asOf,
            Record = call.Context.Engine.RecordHash(),
            Forecasts = due,
            Warnings = file.Ledger.Errors,
        };
        using var json = new Utf8Text();
        ForecastsJson.Write(json, report);
        return new(AssistantProblems.Element(json), Words(report, file.Ledger.Forecasts.Count, asOf));
    }

    private static string Words(ForecastReport report, int all, LocalDate asOf)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{report.Forecasts.Count} of {all} forecasts in {report.Ledger} are due, by {Citing.Vintage(report.Record ?? "", asOf)}.\n"
        );
        foreach (var forecast in report.Forecasts)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{forecast.Id} {(forecast.IsTarget ? "target" : "forecast")}: “{(forecast.Sentence.Length > 0 ? forecast.Sentence : forecast.Quote)}”\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"  said by {forecast.Speaker}{(forecast.Said is { } said ? $" on {said.Text}" : "")}{(forecast.Document is { } document ? $", in {document}" : "")}; due {Period.OfDay(forecast.Deadline!.Value).Text}\n"
            );
            if (forecast.Criterion is { } criterion)
                text.Append(CultureInfo.InvariantCulture, $"  decided by: {criterion}\n");
            text.Append(
                forecast switch
                {
                    { Status: not ForecastStatus.Open } =>
                        $"  the record would say: {ForecastPhrases.Word(forecast.Status)}{(forecast.Observed is { } value ? $", {HumanNumber.Format(value, forecast.ObservedUnit)}" : "")} ({forecast.Source}); the ledger has not been changed\n",
                    { Why: { } why } => $"  {why}\n",
                    { ByRecord: false } => "  left to a person to decide\n",
                    _ => "  not due yet\n",
                }
            );
        }
        foreach (var warning in report.Warnings)
            text.Append("! ").Append(warning).Append('\n');
        return text.ToString();
    }
}
