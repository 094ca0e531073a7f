using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Application.Triangles;
using Entente.Profiles;
using Entente.Reports.Charts;
using Entente.Web.Charts;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pairs;

/// <summary>Three parties: who is closer to whom, by each measure and over the years.</summary>
internal static class TriangleEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/triangles").WithTags("Pairs").AddEndpointFilter(PartyProblems.Told);
        group
            .MapGet("/{a}/{b}/{c}", (Delegate)Triangle)
            .WithName("triangle")
            .WithSummary(
                "What kind of triangle three states are (what `measure triangle` prints), and by each measure who is closer to whom over the years."
            )
            .Takes("year", "the year of the kind of triangle (the last with evidence unless told)")
            .Takes("positive", "from here on a similarity of votes is a positive tie (0.2 unless told)")
            .Takes("negative", "up to here it is a negative one (−0.2 unless told)")
            .Takes("from", "the first year of the charts' summaries")
            .Takes("to", "the last year")
            .Takes("as-of", "the day up to which the record is consulted (today unless told)")
            .ReturnsJson("entente/triangle/1")
            .ProducesProblem(400)
            .ProducesProblem(404);
        group
            .MapGet("/{a}/{b}/{c}/charts/{id}.csv", (Delegate)Csv)
            .WithName("triangle-csv")
            .WithSummary("The figures of one measure of a triangle as comma-separated values.")
            .Produces(200, contentType: "text/csv")
            .ProducesProblem(404);
    }

    private static async Task<IResult> Triangle(
        HttpContext http,
        string a,
        string b,
        string c,
        Workbench workbench,
        TriangleDesk desk,
        Started started
    )
    {
        var (key, from, to) = Read(http, workbench, a, b, c);
        if (Answers.IsKnown(http, key.ETag(started, FormattableString.Invariant($"triangle {from} {to}"))))
            return Results.Empty;
        var page = await desk.Page(key, http.RequestAborted);
        return Answers.Of(json => Write(json, page, from, to));
    }

    private static async Task<IResult> Csv(
        HttpContext http,
        string a,
        string b,
        string c,
        string id,
        Workbench workbench,
        TriangleDesk desk,
        Started started
    )
    {
        var (key, _, _) = Read(http, workbench, a, b, c);
        if (Answers.IsKnown(http, key.ETag(started, $"figures {id}")))
            return Results.Empty;
        var page = await desk.Page(key, http.RequestAborted);
        return page.Measures.FirstOrDefault(m => m.Id == id) is { } chart
            ? Answers.Download(
                Encoding.UTF8.GetBytes(ChartTable.Csv(chart)),
                "text/csv; charset=utf-8",
                $"{string.Join('-', key.Codes)}-{id}.csv"
            )
            : Problems.Missing("the chart", $"'{id}'", "the id of a measure of this triangle");
    }

    private static (TriangleKey Key, int From, int To) Read(HttpContext http, Workbench workbench, string a, string b, string c)
    {
        var generation = workbench.Generation;
        var parties = workbench.Engine.Parties();
        // Three different ones are three pairs of different ones.
        var pair = PairRequests.Pair(parties, a, b, "the first party", "the second party");
        PairRequests.Pair(parties, a, c, "the first party", "the third party");
        var third = PairRequests.Pair(parties, b, c, "the second party", "the third party").Second;
        var years = PairRequests.Read(http, workbench, pair.First, pair.Second);
        var query = http.Request.Query;
        var (positive, negative) = (
            Threshold(query, "positive", TriangleRun.UsualThreshold),
            Threshold(query, "negative", -TriangleRun.UsualThreshold)
        );
        TriangleRun.Thresholds(positive, negative, "negative", "positive");
        return (
            new(pair.First, pair.Second, third, PairRequests.Year(query, "year"), positive, negative, years.AsOf, generation),
            years.From,
            years.To
        );
    }

    private static double Threshold(IQueryCollection query, string name, double usual) =>
        query[name] switch
        {
            [] or [""] => usual,
            [{ } given]
                when double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= -1 and <= 1 =>
                value,
            var other => throw new WrongUseException(Problems.Problem(name, $"'{other}'", "a number from -1 to 1")),
        };

    private static void Write(Utf8JsonWriter json, TrianglePage page, int from, int to)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/triangle/1");
        json.WriteStartArray("parties");
        foreach (var party in page.Parties)
            PairChartJson.Party(json, party);
        json.WriteEndArray();
        json.WritePropertyName("triangle");
        if (page.Triangle is { } triangle)
            TriangleJson.Write(json, triangle.States, triangle.Year, triangle.Readings);
        else
            json.WriteNullValue();
        json.WriteStartArray("words");
        foreach (var reading in page.Triangle?.Readings ?? [])
            json.WriteStringValue(TriangleWords.Kind(reading.Reading, page.Triangle!.Value.States));
        json.WriteEndArray();
        if (page.Why is { } why)
        {
            json.WriteStartObject("missing");
            json.WriteString("what", "the kind of triangle");
            json.WriteString("why", $"{why.Found}; it takes {why.Expected}");
            json.WriteString("remedy", why.Hint);
            json.WriteEndObject();
        }
        else
            json.WriteNull("missing");
        json.WriteStartArray("measures");
        foreach (var chart in page.Measures)
            Measure(json, chart, from, to);
        json.WriteEndArray();
        json.WriteStartArray("alone");
        foreach (var line in page.Alone)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Measure(Utf8JsonWriter json, ChartModel chart, int from, int to)
    {
        var shown = chart with
        {
            Series =
            [
                .. chart
                    .Series.Select(s => s with { Points = [.. s.Points.Where(p => p.X >= from && p.X <= to)] })
                    .Where(s => s.Points.Count > 0),
            ],
        };
        var latest = Latest(shown);
        json.WriteStartObject();
        json.WriteString("id", chart.Id);
        json.WriteString("title", chart.Title);
        json.WriteStartObject("latest");
        if (latest is { } found)
        {
            json.WriteString("period", found.At);
            json.WriteString("closest", Closest(found.Ties));
            json.WriteStartArray("ties");
            foreach (var (name, value) in found.Ties)
            {
                json.WriteStartObject();
                json.WriteString("between", name);
                json.WriteNumber("value", value);
                json.WriteString("text", ChartNumber.Format(value, chart));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteString("summary", Summary(shown, latest));
        json.WritePropertyName("spec");
        SeriesSpec.Of(chart, from, to).WriteTo(json);
        PairChartJson.Table(json, shown);
        ChartJson.Sources(json, chart.Series);
        ChartJson.Notes(json, [chart.Note]);
        json.WriteString("missing", shown.Series.Count > 0 ? null : $"No figure from {PairCharts.Year(from)} to {PairCharts.Year(to)}.");
        json.WriteEndObject();
    }

    /// <summary>The last year that at least two of the pairs have, the closest pair first.</summary>
    private static (string At, IReadOnlyList<(string Name, double Value)> Ties)? Latest(ChartModel chart) =>
        chart
            .Series.SelectMany(s => s.Points.Select(p => (s.Name, Point: p)))
            .GroupBy(p => p.Point.X)
            .Where(g => g.Count() > 1)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .Select(g =>
                ((string, IReadOnlyList<(string, double)>)?)
                    (g.First().Point.At, [.. g.OrderByDescending(p => p.Point.Value).Select(p => (p.Name, p.Point.Value))])
            )
            .FirstOrDefault();

    /// <summary>Those who share the highest value share the first place.</summary>
    private static string Closest(IReadOnlyList<(string Name, double Value)> ties) =>
        string.Join(", ", ties.Where(t => t.Value == ties[0].Value).Select(t => t.Name));

    private static string Summary(ChartModel chart, (string At, IReadOnlyList<(string Name, double Value)> Ties)? latest)
    {
        if (latest is not { } found)
            return "No two of the pairs have a figure for the same year.";
        var years = chart
            .Series.SelectMany(s => s.Points.Select(p => (s.Name, Point: p)))
            .GroupBy(p => p.Point.X)
            .Where(g => g.Count() == chart.Series.Count)
            .Select(g => g.MaxBy(p => p.Point.Value).Name)
            .ToList();
        var most = years.CountBy(n => n).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).FirstOrDefault();
        var text =
            $"In {found.At}: {string.Join(", ", found.Ties.Select(t => $"{t.Name} {ChartNumber.Format(t.Value, chart)}"))}; closest: {Closest(found.Ties)}.";
        return years.Count < 2
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text} {most.Key} were closest in {most.Value} of {years.Count} years.");
    }
}
