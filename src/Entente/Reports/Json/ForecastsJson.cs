using System.Text.Json;
using Entente.Checking.Forecasts;

namespace Entente.Reports.Json;

/// <summary>The schema `entente/forecasts/1`.</summary>
public static class ForecastsJson
{
    public const string Schema = "entente/forecasts/1";

    public static void Write(TextWriter output, ForecastReport report) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteString("command", report.Command);
                json.WriteStartObject("inputs");
                json.WriteString("ledger", report.Ledger);
                json.WriteString("sha256", report.LedgerHash);
                json.WriteString("asOf", report.AsOf is { } day ? Period.OfDay(day).Text : null);
                json.WriteString("record", report.Record);
                json.WriteString("version", typeof(ForecastsJson).Assembly.GetName().Version?.ToString(3));
                json.WriteEndObject();
                json.WriteStartArray("results");
                if (report.Command == "score")
                    foreach (var score in report.Scores)
                        Score(json, score);
                else
                    foreach (var forecast in report.Forecasts)
                        Entry(json, forecast);
                json.WriteEndArray();
                if (report.Command == "add")
                    json.WriteNumber("known", report.Known);
                json.Strings("warnings", report.Warnings.Select(w => w.ToString()));
                json.WriteEndObject();
            }
        );

    /// <summary>One entry of a ledger.</summary>
    /// <param name="more">Writes what is known of it beside the ledger, as further properties.</param>
    public static void Entry(Utf8JsonWriter json, Forecast forecast, Action<Utf8JsonWriter>? more = null)
    {
        json.WriteStartObject();
        json.WriteString("id", forecast.Id);
        json.WriteString("quote", forecast.Quote);
        json.WriteString("sentence", forecast.Sentence);
        json.WriteString("speaker", forecast.Speaker);
        json.WriteString("kind", forecast.IsTarget ? "target" : "forecast");
        json.WriteString("said", forecast.Said?.Text);
        json.WriteString("document", forecast.Document);
        json.WriteString("criterion", forecast.Criterion);
        json.WriteString("topic", ForecastTopic.Of(forecast));
        json.WriteString("deadline", Day(forecast.Deadline));
        json.WriteString("rule", forecast.ByRecord ? "record" : "hand");
        json.Number("probability", forecast.Probability);
        json.WriteString("probabilityWords", forecast.ProbabilityWords);
        json.WriteString("status", Status(forecast.Status));
        json.WriteString("why", forecast.Why);
        json.WriteString("resolved", Day(forecast.Resolved));
        json.Number("observed", forecast.Observed);
        json.WriteString("observedUnit", forecast.ObservedUnit);
        json.WriteString("source", forecast.Source);
        json.WriteString("by", forecast.By);
        json.Strings("history", forecast.History);
        more?.Invoke(json);
        json.WriteEndObject();
    }

    private static void Score(Utf8JsonWriter json, SpeakerScore score)
    {
        json.WriteStartObject();
        json.WriteString(
            score.By switch
            {
                ScoredBy.Topic => "topic",
                ScoredBy.All => "group",
                _ => "speaker",
            },
            score.Speaker
        );
        json.WriteNumber("resolved", score.Resolved);
        json.WriteNumber("cameTrue", score.CameTrue);
        json.Number("hitRate", score.HitRate);
        json.WriteNumber("scored", score.Scored);
        json.Number("brier", score.Brier);
        // An infinite loss has no number in JSON: null beside a count of scored forecasts says so.
        json.Number("log", score.Logarithmic);
        if (score.Murphy is { } murphy)
        {
            json.WriteStartObject("murphy");
            json.WriteNumber("bins", Murphy.Bins);
            json.Number("reliability", murphy.Reliability);
            json.Number("resolution", murphy.Resolution);
            json.Number("uncertainty", murphy.Uncertainty);
            json.Number("withinBins", murphy.WithinBins);
            json.WriteEndObject();
        }
        json.WriteBoolean("enoughForCalibration", score.Calibrates);
        json.WriteStartArray("intervals");
        foreach (var interval in score.Intervals)
        {
            json.WriteStartObject();
            json.WriteString("unit", interval.Unit);
            json.WriteNumber("forecasts", interval.Forecasts);
            json.Number("score", interval.Mean);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("calibration");
        foreach (var bin in score.Calibration)
        {
            json.WriteStartObject();
            json.WriteNumber("low", bin.Low);
            json.WriteNumber("high", bin.High);
            json.WriteNumber("forecasts", bin.Forecasts);
            json.WriteNumber("meanForecast", bin.MeanForecast);
            json.WriteNumber("cameTrue", bin.CameTrue);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("targets");
        json.WriteNumber("decided", score.TargetsDecided);
        json.WriteNumber("met", score.TargetsMet);
        json.WriteEndObject();
        json.WriteNumber("open", score.Open);
        json.WriteNumber("void", score.Void);
        json.WriteNumber("unresolvable", score.Unresolvable);
        json.WriteEndObject();
    }

    private static string Status(ForecastStatus status) => ForecastPhrases.Word(status);

    private static string? Day(LocalDate? day) => day is { } d ? Period.OfDay(d).Text : null;
}
