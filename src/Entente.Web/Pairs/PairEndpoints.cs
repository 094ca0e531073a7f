using System.Text;
using Entente.Application.Parties;
using Entente.Profiles;
using Entente.Reports.Charts;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pairs;

/// <summary>A pair of parties: its profile, its charts, what happened between the two.</summary>
internal static class PairEndpoints
{
    private const int LongestQuery = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Pairs").AddEndpointFilter(PartyProblems.Told);
        group
            .MapGet("/parties", Parties)
            .WithName("parties")
            .WithSummary("States and organisations by the beginning of a code, a name or another name; all of them by name without one.")
            .Takes("q", "what was typed")
            .ReturnsPage("code, name, kind, and by what other name it was found");
        group
            .MapGet("/pairs/{a}/{b}/profile", (Delegate)Profile)
            .WithName("pair-profile")
            .WithSummary("What the record and the measures say of a pair: what `profile A B --format json` prints.")
            .TakesYears()
            .Takes("compare", "another pair to lay beside it, C,D; may be given several times")
            .ReturnsJson("entente/profile/1")
            .ProducesProblem(400)
            .ProducesProblem(404);
        group
            .MapGet("/pairs/{a}/{b}/charts", (Delegate)Charts)
            .WithName("pair-charts")
            .WithSummary("The charts of a pair's profile: what each shows in words, its years, its sources.")
            .TakesYears()
            .Takes("with", "another pair to lay over each, C,D")
            .ReturnsJson("entente/pair-charts/1")
            .ProducesProblem(400)
            .ProducesProblem(404);
        group
            .MapGet("/pairs/{a}/{b}/charts/{id}", (Delegate)Chart)
            .WithName("pair-chart")
            .WithSummary(
                "One chart as a Vega-Lite specification that holds all its years, with its table, its sources and a summary of the years asked for; the same under ID.csv as comma-separated values."
            )
            .TakesYears()
            .Takes("with", "another pair to lay over it, C,D")
            .ReturnsJson("entente/pair-chart/1")
            .ProducesProblem(400)
            .ProducesProblem(404);
        group
            .MapGet("/pairs/{a}/{b}/events", (Delegate)Events)
            .WithName("pair-events")
            .WithSummary(
                "What the record holds of the two with a date: meetings, treaties, exercises, sanctions, votes, wars; the oldest first."
            )
            .TakesYears()
            .ReturnsPage("id, date, kind, sort, glyph, text, whether both had a hand in it, source")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static IResult Parties(HttpContext http, Workbench workbench)
    {
        var typed = http.Request.Query["q"].ToString();
        if (typed.Length > LongestQuery)
            return Problems.Wrong(
                Problems.Problem("q", FormattableString.Invariant($"{typed.Length} characters"), $"{LongestQuery} at most")
            );
        return Paging.Of<PartyMatch>(
            http,
            workbench.Engine.Parties().Search(typed),
            (json, match) =>
            {
                json.WriteStartObject();
                json.WriteString("code", match.Actor.Code);
                json.WriteString("name", match.Actor.Name);
                json.WriteString("kind", match.Actor.Kind.ToString().ToLowerInvariant());
                json.WriteString("status", match.Actor.Status.ToString().ToLowerInvariant());
                json.WriteString("by", match.By);
                json.WriteEndObject();
            }
        );
    }

    private static async Task Profile(HttpContext http, string a, string b, Workbench workbench, PairDesk desk, Started started)
    {
        var key = PairRequests.Read(http, workbench, a, b);
        if (Answers.IsKnown(http, key.ETag(started, "profile")))
            return;
        var page = await desk.Page(key, http.RequestAborted);
        await page.Json.Write(http, Answers.Json);
    }

    private static async Task<IResult> Charts(HttpContext http, string a, string b, Workbench workbench, PairDesk desk, Started started)
    {
        var key = PairRequests.Read(http, workbench, a, b);
        var with = PairRequests.With(http, workbench);
        if (Answers.IsKnown(http, key.ETag(started, $"charts {with}")))
            return Results.Empty;
        var (page, beside) = await Pages(desk, key, with, http.RequestAborted);
        var charts = page.Charts.Select(c => PairCharts.Of(page, c, key.From, key.To, beside)).ToList();
        return Answers.Of(json => PairChartJson.List(json, page, key, charts, beside));
    }

    private static async Task<IResult> Chart(
        HttpContext http,
        string a,
        string b,
        string id,
        Workbench workbench,
        PairDesk desk,
        Started started
    )
    {
        var key = PairRequests.Read(http, workbench, a, b);
        var with = PairRequests.With(http, workbench);
        if (Answers.IsKnown(http, key.ETag(started, $"chart {id} {with}")))
            return Results.Empty;
        var (page, beside) = await Pages(desk, key, with, http.RequestAborted);
        var csv = id.EndsWith(".csv", StringComparison.Ordinal);
        var bare = csv ? id[..^4] : id;
        if (PairCharts.Of(page, bare, key.From, key.To, beside) is not { } chart)
            return Problems.Missing(
                "the chart",
                $"'{bare}'",
                page.Charts.Count == 0 ? "a chart; this pair has none" : $"one of {string.Join(", ", page.Charts.Select(c => c.Model.Id))}"
            );
        if (csv)
            return Answers.Download(
                Encoding.UTF8.GetBytes(ChartTable.Csv(chart.Model)),
                "text/csv; charset=utf-8",
                $"{key.Pair.First}-{key.Pair.Second}-{bare}.csv"
            );
        var events = workbench.Engine.Timeline(page.Profile.First, page.Profile.Second, key.AsOf);
        return Answers.Of(json => PairChartJson.One(json, chart, events));
    }

    private static IResult Events(HttpContext http, string a, string b, Workbench workbench)
    {
        var key = PairRequests.Read(http, workbench, a, b);
        var parties = workbench.Engine.Parties();
        var events = workbench
            .Engine.Timeline(parties.Find(key.Pair.First)!, parties.Find(key.Pair.Second)!, key.AsOf)
            .Where(e => e.Date.Start.Year >= key.From && e.Date.Start.Year <= key.To)
            .ToList();
        return Paging.Of<TimelineEvent>(
            http,
            events,
            (json, item) =>
            {
                json.WriteStartObject();
                json.WriteString("id", item.Id);
                json.WriteString("date", item.Date.Text);
                json.WriteString("end", item.End?.Text);
                json.WriteNumber("at", Math.Round(ChartTime.Of(item.Date), 3));
                json.WriteString("kind", EventGlyphs.Code(item.Kind));
                json.WriteString("sort", item.Sort);
                json.WriteString("glyph", EventGlyphs.Of(item.Kind));
                json.WriteString("text", item.Text);
                json.WriteBoolean("ofBoth", item.OfBoth);
                json.WriteString("source", item.Cite.Source);
                json.WriteString("published", item.Cite.Published);
                json.WriteString("url", item.Cite.Url);
                json.WriteString("row", item.Cite.Row);
                json.WriteEndObject();
            }
        );
    }

    /// <summary>Both over all their years: what is looked at is cut from it.</summary>
    private static async Task<(PairPage Page, PairPage? Beside)> Pages(
        PairDesk desk,
        PairKey key,
        CodePair? with,
        CancellationToken cancellation
    )
    {
        var whole = key.Whole();
        var own = desk.Page(whole, cancellation);
        var other = with is { } pair ? desk.Page(whole with { Pair = pair }, cancellation) : null;
        return (await own, other is null ? null : await other);
    }

    private static RouteHandlerBuilder TakesYears(this RouteHandlerBuilder endpoint) =>
        endpoint
            .Takes("from", "the first year (1990 unless told)")
            .Takes("to", "the last year (that of `as-of` unless told)")
            .Takes("as-of", "the day up to which the record is consulted (today unless told)");
}
