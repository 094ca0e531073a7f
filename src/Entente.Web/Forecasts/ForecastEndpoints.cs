using System.Text.Json;
using Entente.Application.Forecasting;
using Entente.Application.Inputs;
using Entente.Checking.Forecasts;
using Entente.Reports;
using Entente.Reports.Charts;
using Entente.Reports.Json;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Entente.Web.Shelf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Forecasts;

/// <summary>The ledger of forecasts: what was said would come, what decides it, and who was right.</summary>
internal static class ForecastEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var forecasts = api.MapGroup("/forecasts").WithTags("Forecasts");
        forecasts
            .MapGet("/", List)
            .WithName("forecasts")
            .WithSummary("The ledger: overdue first (status=due|open|right|wrong|void|unresolvable, speaker=, topic=, q=, ledger=).")
            .ReturnsPage(
                "entente/ledger/1: entries as entente/forecasts/1 has them, each with the text of the shelf (id, claim) in which it stands"
            );
        forecasts
            .MapGet("/scores", Scores)
            .WithName("forecast-scores")
            .WithSummary("Who was right: Brier score, its parts, calibration (by=speaker|topic|all).")
            .ReturnsJson("entente/forecasts/1");
        forecasts
            .MapGet("/calibration", Calibration)
            .WithName("forecast-calibration")
            .WithSummary("The reliability diagram of one speaker or topic (by=, of=), with counts and intervals.")
            .ReturnsJson("a chart")
            .ProducesProblem(404);
        forecasts
            .MapPost("/", (HttpContext http, LedgerDesk desk, ForecastAdding adding) => adding.Add(http, desk))
            .WithName("forecast-add")
            .WithSummary(
                "Adds the forecasts of a text of the shelf (document, and claim for one alone), or one that is written (criterion, speaker, quote, said, deadline, probability, topic, kind)."
            )
            .ReturnsJson("entente/forecasts/1 with undo")
            .ProducesProblem(400)
            .ProducesProblem(412);
        forecasts
            .MapPost("/resolve", Resolve)
            .WithName("forecasts-resolve")
            .WithSummary("Decides by the record what is due (asOf=), or one alone (id=).")
            .ReturnsJson("entente/forecasts/1 with undo")
            .ProducesProblem(412);
        forecasts
            .MapPost("/{id}/resolve", Decide)
            .WithName("forecast-resolve")
            .WithSummary("Decides one by hand: outcome (true, false, void), source, by, date.")
            .ReturnsJson("entente/forecasts/1 with undo")
            .ProducesProblem(400)
            .ProducesProblem(412);
        forecasts
            .MapPost("/undo", Undo)
            .WithName("forecast-undo")
            .WithSummary("Puts the ledger back as it was before one of this server's changes, where nobody has changed it since.")
            .ReturnsJson("the ledger's version")
            .ProducesProblem(404)
            .ProducesProblem(412);
    }

    private static IResult List(HttpContext http, LedgerDesk desk, Workbench workbench, TextShelf shelf)
    {
        var file = desk.Open(http);
        var today = workbench.Today;
        var all = file.Ledger.Forecasts;
        var places = new ForecastPlaces(shelf);
        // Versions of the file and the day, for what is due changes at midnight; and where the texts are, which come and go.
        if (Answers.IsKnown(http, $"W/\"{LedgerDesk.VersionOf(file)}-{Period.OfDay(today).Text}-{places.StampOf(all)}\""))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var query = ForecastQuery.Of(http);
        var shown = ForecastQuery.Sorted(all.Where(f => query.Admits(f, today)), today);
        return Paging.Of(
            http,
            shown,
            (json, forecast) => ForecastsJson.Entry(json, forecast, more => places.Write(more, forecast)),
            json =>
            {
                json.WriteString("schema", "entente/ledger/1");
                LedgerJson.Whole(json, file, all, today);
            }
        );
    }

    private static IResult Scores(HttpContext http, LedgerDesk desk)
    {
        var file = desk.Open(http);
        var scores = Scoreboard.Of(file.Ledger.Forecasts, By(http));
        return Answers.Of(Answers.Text(writer => ForecastsJson.Write(writer, LedgerJson.Report(file, "score") with { Scores = scores })));
    }

    private static IResult Calibration(HttpContext http, LedgerDesk desk)
    {
        var of = http.Request.Query["of"].ToString();
        var by = By(http);
        var score = Scoreboard.Of(desk.Open(http).Ledger.Forecasts, by).FirstOrDefault(s => by == ScoredBy.All || s.Speaker == of);
        return score is not null && CalibrationCharts.Of(score) is { } chart
            ? Answers.Of(json => CalibrationJson.Write(json, score, chart))
            : Problems.Missing(
                "of",
                $"'{of}'",
                "a speaker or topic with decided forecasts that state a probability",
                "GET /api/forecasts/scores names them"
            );
    }

    private static async Task<IResult> Resolve(HttpContext http, LedgerDesk desk, Workbench workbench)
    {
        using var body = await Bodies.Json(http);
        var context = workbench.Context(http.RequestAborted);
        var asOf = context.AsOf(Bodies.String(body.RootElement, "asOf"));
        var only = Bodies.String(body.RootElement, "id");
        IReadOnlyList<Forecast> changed = [];
        return desk.Change(
            http,
            "decided by the record",
            (file, now) => changed = LedgerResolving.ByRecord(now, file.Ledger, asOf, only),
            (file, undo) =>
                LedgerJson.Changed(
                    file,
                    LedgerJson.Report(file, "resolve") with
                    {
                        Forecasts = changed,
                        AsOf = asOf,
                        Record = workbench.Engine.RecordHash(),
                    },
                    undo
                )
        );
    }

    private static async Task<IResult> Decide(string id, HttpContext http, LedgerDesk desk)
    {
        using var body = await Bodies.Json(http);
        var decision = new HandDecision
        {
            Mark = "",
            Id = id,
            Outcome = Bodies.Required(body.RootElement, "outcome"),
            Source = Bodies.Required(body.RootElement, "source"),
            By = Bodies.Required(body.RootElement, "by"),
            Date = Bodies.String(body.RootElement, "date"),
        };
        Forecast? resolved = null;
        return desk.Change(
            http,
            $"{id} decided",
            (file, context) => resolved = LedgerResolving.ByHand(context, file, decision),
            (file, undo) => LedgerJson.Changed(file, LedgerJson.Report(file, "resolve") with { Forecasts = [resolved!] }, undo)
        );
    }

    private static async Task<IResult> Undo(HttpContext http, LedgerDesk desk)
    {
        using var body = await Bodies.Json(http);
        return desk.Undo(
            Bodies.Required(body.RootElement, "undo"),
            file => LedgerJson.Changed(file, LedgerJson.Report(file, "undo"), null)
        );
    }

    private static ScoredBy By(HttpContext http) =>
        http.Request.Query["by"].ToString() switch
        {
            "" or "speaker" => ScoredBy.Speaker,
            "topic" => ScoredBy.Topic,
            "all" => ScoredBy.All,
            var other => throw new WrongUseException(Problems.Problem("by", $"'{other}'", "speaker, topic or all")),
        };
}
