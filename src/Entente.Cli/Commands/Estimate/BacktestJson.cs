using System.Globalization;
using System.Text.Json;
using Entente.Models.Backtests;
using Entente.Reports.Json;

namespace Entente.Cli.Commands.Estimate;

/// <summary>The schema `entente/backtest/1`.</summary>
internal static class BacktestJson
{
    public const string Schema = "entente/backtest/1";

    public static void Write(TextWriter output, BacktestReport report) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                var (votes, options) = (report.Votes, report.Votes.Options);
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteStartObject("inputs");
                json.WriteString("state", options.State);
                json.WriteString("partner", report.Partner);
                json.WriteString("votes", report.Import);
                json.WriteString("record", report.RecordHash);
                json.WriteNumber("from", options.From);
                json.WriteNumber("freeze", options.Freeze);
                json.WriteNumber("to", options.To);
                json.WriteNumber("seed", options.Seed);
                json.WriteString("version", typeof(BacktestJson).Assembly.GetName().Version?.ToString(3));
                json.WriteEndObject();
                json.WriteStartObject("results");
                json.WriteStartObject("parameters");
                json.Number("lambda", votes.Forecasters.Precision);
                json.Number("sigma", votes.Forecasters.Shock);
                json.WriteNumber("learnt", votes.Forecasters.Learnt);
                json.WriteEndObject();
                Section(json, "rollCalls", votes.RollCalls, options.Seed);
                Section(json, "texts", votes.OnTexts, options.Seed);
                json.WriteStartArray("textCases");
                for (var i = 0; i < votes.Texts.Count; i++)
                {
                    var text = votes.Texts[i];
                    json.WriteStartObject();
                    json.WriteString("resolution", text.Resolution);
                    json.WriteString("topic", text.Topic);
                    json.WriteString("date", text.Date);
                    json.WriteString(
                        "came",
                        text.Came switch
                        {
                            0 => "yes",
                            1 => "abstain",
                            _ => "no",
                        }
                    );
                    json.WriteNumber("others", text.Others);
                    json.WriteBoolean("inSample", text.InSample);
                    foreach (var series in votes.OnTexts)
                        json.Number(series.Name, series.Probabilities[i][series.Came[i]]);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                if (report.Vetoes is { } vetoes)
                {
                    Section(json, "vetoes", vetoes.Series, options.Seed);
                    json.WriteStartArray("vetoCases");
                    foreach (var veto in vetoes.Cases)
                    {
                        json.WriteStartObject();
                        json.WriteString("id", veto.Id);
                        json.WriteString("date", veto.Date);
                        json.WriteString("subject", veto.Subject);
                        json.WriteBoolean("joined", veto.Joined);
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                }
                if (report.Trade is { } trade)
                    Section(json, "tradeRises", trade.Series, options.Seed);
                json.WriteStartArray("datedChoices");
                foreach (var choice in report.Dated)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", choice.Kind);
                    json.WriteString("date", choice.Date);
                    json.WriteString("what", choice.What);
                    json.WriteString("evidence", choice.Evidence);
                    json.WriteBoolean("contested", choice.Contested);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteStartObject("certificate");
                json.WriteBoolean("converged", votes.Fit.Converged);
                json.WriteNumber("iterations", votes.Fit.Rounds);
                json.Number("residual", votes.Fit.Residual);
                json.WriteString("stopped", "no position moved further than the tolerance");
                json.WriteEndObject();
                json.Strings(
                    "warnings",
                    votes
                        .Texts.Where(t => t.InSample)
                        .Select(t =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{t.Resolution} is in-sample: positions are estimated to {options.Freeze}"
                            )
                        )
                );
                json.WriteEndObject();
            }
        );

    private static void Section(Utf8JsonWriter json, string name, IReadOnlyList<ForecastSeries> series, ulong seed)
    {
        json.WriteStartObject(name);
        json.WriteNumber("cases", series.Count == 0 ? 0 : series[0].Came.Count);
        json.WriteStartArray("forecasters");
        foreach (var one in series.Where(s => s.Came.Count > 0))
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            json.WriteString("knows", one.Knows == Knows.Before ? "the past" : "others' votes");
            json.Number("brier", one.Brier.Average());
            json.Number("log", one.Logarithmic.Average());
            json.Number("right", one.Hits);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("skill");
        foreach (var other in series.Take(series.Count - 1))
        foreach (
            var (rule, skill) in new[]
            {
                ("brier", Skill.Of(series[^1].Brier, other.Brier, seed)),
                ("log", Skill.Of(series[^1].Logarithmic, other.Logarithmic, seed)),
            }
        )
        {
            if (skill is null)
                continue;
            json.WriteStartObject();
            json.WriteString("of", series[^1].Name);
            json.WriteString("against", other.Name);
            json.WriteString("rule", rule);
            json.Number("value", skill.Value);
            json.Number("low", skill.Interval.Low);
            json.Number("high", skill.Interval.High);
            json.Number("detectable", skill.Detectable);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
