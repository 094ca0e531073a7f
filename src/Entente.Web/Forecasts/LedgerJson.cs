using System.Text.Json;
using Entente.Application.Inputs;
using Entente.Checking.Forecasts;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Forecasts;

/// <summary>What is said of a ledger beside its entries.</summary>
internal static class LedgerJson
{
    public static ForecastReport Report(LedgerFile file, string command) =>
        new()
        {
            Command = command,
            Ledger = file.Path,
            LedgerHash = file.Hash,
            Warnings = file.Ledger.Errors,
        };

    public static void Whole(Utf8JsonWriter json, LedgerFile file, IReadOnlyList<Forecast> all, LocalDate today)
    {
        json.WriteString("ledger", file.Path);
        json.WriteString("sha256", file.Hash);
        json.WriteString("version", LedgerDesk.VersionOf(file));
        json.WriteBoolean("exists", file.Before is not null);
        json.WriteString("today", Period.OfDay(today).Text);
        json.WriteStartObject("counts");
        json.WriteNumber("all", all.Count);
        json.WriteNumber("due", all.Count(f => ForecastQuery.IsDue(f, today)));
        json.WriteNumber("open", all.Count(f => f.Status == ForecastStatus.Open));
        json.WriteNumber("right", all.Count(f => f.Status == ForecastStatus.True));
        json.WriteNumber("wrong", all.Count(f => f.Status == ForecastStatus.False));
        json.WriteNumber("void", all.Count(f => f.Status == ForecastStatus.Void));
        json.WriteNumber("unresolvable", all.Count(f => f.Status == ForecastStatus.Unresolvable));
        json.WriteEndObject();
        Names(json, "speakers", all.Select(f => f.Speaker));
        Names(json, "topics", all.Select(ForecastTopic.Of));
        json.WriteStartArray("errors");
        foreach (var error in file.Ledger.Errors)
        {
            json.WriteStartObject();
            json.WriteNumber("line", error.Line);
            json.WriteString("found", error.Found);
            json.WriteString("expected", error.Expected);
            json.WriteString("hint", error.Hint);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The answer to a change: the command's own JSON, the ledger's new version, and what undoes it.</summary>
    public static IResult Changed(LedgerFile file, ForecastReport report, string? undo)
    {
        using var parsed = JsonDocument.Parse(Answers.Text(writer => ForecastsJson.Write(writer, report)));
        return Answers.Of(json =>
        {
            json.WriteStartObject();
            foreach (var property in parsed.RootElement.EnumerateObject())
                property.WriteTo(json);
            json.WriteString("ledgerVersion", LedgerDesk.VersionOf(file));
            json.WriteString("undo", undo);
            json.WriteEndObject();
        });
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            json.WriteStringValue(one);
        json.WriteEndArray();
    }
}
