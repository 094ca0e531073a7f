using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Supposing;
using Entente.Reports.Charts;
using Entente.Sources.Scenarios;
using Entente.Web.Charts;
using Entente.Web.Http;

namespace Entente.Web.Whatif;

/// <summary>A run as the page takes it: the command's own JSON, and beside it charts, words, and what it hangs on.</summary>
/// <param name="Answer">Null where there was no time for any.</param>
/// <param name="Keys">What it hangs on now.</param>
internal sealed record RunJson(RunRequest Request, SuppositionAnswer? Answer, SuppositionKeys Keys)
{
    public const string Schema = "entente/whatif-run/1";

    /// <summary>True where there was time for the modes alone, and no intervals are told.</summary>
    public bool Shortened { get; init; }

    /// <summary>The text as it is edited, described; null where the file's own was run.</summary>
    public Action<Utf8JsonWriter>? Description { get; init; }

    public void Write(Utf8JsonWriter json, Engine engine, IReadOnlyDictionary<string, IReadOnlyList<string>> declared)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("id", Request.Id);
        json.WriteBoolean("converged", Answer?.Converged ?? false);
        json.WriteBoolean("shortened", Shortened);
        if (Answer is { } answer)
        {
            json.WritePropertyName("result");
            json.WriteRawValue(Answers.Text(answer.WriteJson), skipInputValidation: true);
        }
        else
            json.WriteNull("result");
        json.WriteStartArray("charts");
        foreach (var chart in Answer?.Converged == true ? Answer.Charts() : [])
            Chart(json, chart);
        json.WriteEndArray();
        json.WriteStartArray("breaks");
        foreach (var words in Answer is null ? [] : SuppositionBreaks.Of(Answer))
            Words(json, words);
        json.WriteEndArray();
        Regions(json, engine, declared);
        SuppositionDescriptionJson.Keys(json, Keys);
        json.WriteStartArray("changed");
        foreach (var (what, was, now) in Changed(Request.Expected, Keys))
        {
            json.WriteStartObject();
            json.WriteString("what", what);
            json.WriteString("was", was);
            json.WriteString("is", now);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (Description is { } describe)
        {
            json.WritePropertyName("description");
            describe(json);
        }
        json.WriteEndObject();
    }

    /// <summary>Which of what a run hangs on is no longer what an address says.</summary>
    public static IEnumerable<(string What, string Was, string Is)> Changed(SuppositionKeys? expected, SuppositionKeys now)
    {
        if (expected is null)
            yield break;
        foreach (
            var (what, was, is_) in new[]
            {
                ("file", expected.File, now.File),
                ("others", expected.Others, now.Others),
                ("record", expected.Record, now.Record),
                ("version", expected.Version, now.Version),
            }
        )
            if (was != is_ && was.Length > 0)
                yield return (what, was, is_);
    }

    private void Regions(Utf8JsonWriter json, Engine engine, IReadOnlyDictionary<string, IReadOnlyList<string>> declared)
    {
        json.WriteStartArray("regions");
        if (Answer?.Trade is [var first, ..])
            foreach (var region in first.World.Regions)
            {
                json.WriteStartObject();
                json.WriteString("code", region.Code);
                json.WriteString("name", region.Name);
                json.WriteStartArray("states");
                foreach (var state in RegionStates.Of(engine, region.Code, first.World.Year, declared))
                    json.WriteStringValue(state);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        json.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter json, BreakWords words)
    {
        json.WriteStartObject();
        json.WriteString("about", words.About);
        json.WriteString("says", words.Says);
        json.WriteString("breaks", words.Breaks);
        json.WriteBoolean("open", words.Open);
        json.WriteStartArray("more");
        foreach (var more in words.More)
            json.WriteStringValue(more);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Chart(Utf8JsonWriter json, ChartModel chart)
    {
        json.WriteStartObject();
        ChartJson.Head(json, chart, RowSpec.Of(chart));
        ChartJson.Table(json, ChartTable.Of(chart));
        ChartJson.Notes(json, [chart.Note]);
        json.WriteEndObject();
    }
}
