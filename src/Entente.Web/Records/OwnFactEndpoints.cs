using Entente.Application.Records;
using Entente.Record;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Records;

/// <summary>Facts of the user's own: listed, added, taken out and put back.</summary>
internal static class OwnFactEndpoints
{
    public static void Map(IEndpointRouteBuilder record)
    {
        record
            .MapGet("/own", (HttpContext http, Workbench workbench) => Paging.Of(http, Own(workbench), RecordRowsJson.Figure))
            .WithName("own-facts")
            .WithSummary("The user's own facts.")
            .ReturnsPage("figures");
        record
            .MapPost("/own", Add)
            .WithName("own-fact-add")
            .WithSummary(
                "Adds a fact: expression, value, source, published, url; and via, basis, reporter, note, replace. Where it took the place of another, the answer's `was` puts that one back."
            )
            .ReturnsJson("entente/own-fact/1")
            .ProducesProblem(400);
        record
            .MapDelete("/own/{row}", Remove)
            .WithName("own-fact-remove")
            .WithSummary("Takes a fact out; the answer's `line` puts it back.")
            .ReturnsJson("entente/own-fact/1")
            .ProducesProblem(400);
        record
            .MapPut("/own", PutBack)
            .WithName("own-fact-put-back")
            .WithSummary(
                "Puts a fact back that was taken out or replaced: `line`, as the change answered with it; and `instead`, the line that took its place and goes for it."
            )
            .ReturnsJson("entente/own-fact/1")
            .ProducesProblem(400);
    }

    private static List<Observation> Own(Workbench workbench) => [.. workbench.Engine.Record().Observations.Where(o => o.Own)];

    private static async Task<IResult> Add(HttpContext http, Workbench workbench)
    {
        using var body = await Bodies.Json(http);
        var root = body.RootElement;
        var added = OwnFacts.Add(
            workbench.Context(http.RequestAborted),
            new OwnFactWish
            {
                Where = "expression",
                Mark = "",
                Expression = Bodies.Required(root, "expression"),
                Value = Bodies.Required(root, "value"),
                Source = Bodies.Required(root, "source"),
                Published = Bodies.Required(root, "published"),
                Url = Bodies.Required(root, "url"),
                Via = Bodies.String(root, "via"),
                Basis = Bodies.String(root, "basis"),
                Reporter = Bodies.String(root, "reporter"),
                Note = Bodies.String(root, "note"),
                Replace = root.TryGetProperty("replace", out var replace) && replace.ValueKind == System.Text.Json.JsonValueKind.True,
            }
        );
        workbench.Renew();
        return Answer(added.Before is null ? "added" : "replaced", added.Row, added.Beside, added.Before);
    }

    private static IResult Remove(string row, HttpContext http, Workbench workbench)
    {
        var removed = OwnFacts.Remove(workbench.Context(http.RequestAborted), "own fact", row);
        workbench.Renew();
        return Answer("removed", removed, [], null);
    }

    private static async Task<IResult> PutBack(HttpContext http, Workbench workbench)
    {
        using var body = await Bodies.Json(http);
        var line = Bodies.Required(body.RootElement, "line");
        var instead = Bodies.String(body.RootElement, "instead");
        var added = OwnFacts.PutBack(workbench.Context(http.RequestAborted), "line", line, instead);
        workbench.Renew();
        return Answer(added.Before is null ? "added" : "replaced", added.Row, added.Beside, added.Before);
    }

    private static IResult Answer(string what, Observation row, IReadOnlyList<Observation> beside, Observation? before) =>
        Answers.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "entente/own-fact/1");
            json.WriteString("done", what);
            json.WritePropertyName("fact");
            RecordRowsJson.Figure(json, row);
            json.WriteString("line", RecordTableWriter.Line(row));
            json.WriteString("was", before is null ? null : RecordTableWriter.Line(before));
            json.WriteStartArray("beside");
            foreach (var one in beside)
                RecordRowsJson.Figure(json, one);
            json.WriteEndArray();
            json.WriteEndObject();
        });
}
