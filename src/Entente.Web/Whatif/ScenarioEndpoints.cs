using Entente.Application.Supposing;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Whatif;

/// <summary>Scenarios and arguments as files: what there is, what can be set in them, and the user's own.</summary>
internal static class ScenarioEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var scenarios = api.MapGroup("/scenarios").WithTags("What if");
        scenarios
            .MapGet("/", List)
            .WithName("scenarios")
            .WithSummary("Scenarios, questions about oil and arguments: those that ship, and the user's own.")
            .ReturnsPage(
                "id, kind (scenario, oil, argument), title, question, file, own, author, date; problem of one that cannot be read"
            );
        scenarios
            .MapGet("/{id}", One)
            .WithName("scenario")
            .WithSummary(
                "One of them: its text, every number that it declares as a range with its source, its regions, what its runs hang on."
            )
            .ReturnsJson(SuppositionDescriptionJson.Schema)
            .ProducesProblem(404);
        scenarios
            .MapPut("/{id}", Save)
            .WithName("scenario-save")
            .WithSummary("Saves a text as one's own (an id that begins with ~); with replace: true in place of one that is there.")
            .ReturnsJson(SuppositionDescriptionJson.Schema)
            .ProducesProblem(400)
            .ProducesProblem(409);
        scenarios
            .MapDelete("/{id}", Delete)
            .WithName("scenario-delete")
            .WithSummary("Takes one's own off the list; it can be restored.")
            .ReturnsJson("id, and where to restore it")
            .ProducesProblem(404);
        scenarios
            .MapPost("/{id}/restore", Restore)
            .WithName("scenario-restore")
            .WithSummary("Brings back what one's own was before it was last deleted or written over.")
            .ReturnsJson("id")
            .ProducesProblem(404);
    }

    private static IResult List(HttpContext http, WhatifBench bench)
    {
        var shelf = bench.Shelf;
        return Paging.Of(http, shelf.All(), (json, one) => SuppositionDescriptionJson.Item(json, one, shelf));
    }

    private static IResult One(string id, WhatifBench bench, CancellationToken cancellation)
    {
        var shelf = bench.Shelf;
        return shelf.Find(id) is { } one ? Described(bench, shelf, bench.Describe(shelf, one, null, cancellation)) : NoSuch(id);
    }

    private static IResult Described(WhatifBench bench, SuppositionShelf shelf, SuppositionDescription described) =>
        Answers.Of(json => SuppositionDescriptionJson.Write(json, described, shelf, bench.Engine));

    private static async Task<IResult> Save(string id, HttpContext http, WhatifBench bench, CancellationToken cancellation)
    {
        using var body = await Bodies.Json(http);
        var text = Bodies.Required(body.RootElement, "text");
        if (text.Length > SuppositionShelf.MostText)
            throw RunRequest.Wrong("text", "a longer text", $"at most {SuppositionShelf.MostText >> 10} KiB");
        var replace = body.RootElement.TryGetProperty("replace", out var given) && given.ValueKind == System.Text.Json.JsonValueKind.True;
        var shelf = bench.Shelf;
        var file = shelf.OwnFile(id, Suppositions.IsArgument("", text));
        var known = shelf.Find(id);
        if (known is not null && (!replace || known.File != file))
            return Problems.Wrong(
                Problems.Problem(
                    id,
                    known.File == file
                        ? "one of your own with that name"
                        : $"one of your own with that name, which is another kind: {known.Kind}",
                    "another name",
                    known.File == file ? "or replace: true" : null
                ),
                StatusCodes.Status409Conflict
            );
        var heading = new Sources.Scenarios.SuppositionFile(file, Sources.Scenarios.SuppositionKind.Trade, "", "", []);
        var described = bench.Describe(shelf, new(id, heading, true, null), text, cancellation);
        if (described.Problem is { } problem)
            throw RunRequest.Wrong(SuppositionDescriptionJson.Where(problem, shelf), problem.Found, problem.Expected, problem.Hint);
        SuppositionShelf.Save(file, text);
        return Described(bench, shelf, described);
    }

    private static IResult Delete(string id, WhatifBench bench)
    {
        var shelf = bench.Shelf;
        if (shelf.Find(id) is not { } one)
            return NoSuch(id);
        // Says why where it is none of the user's.
        shelf.OwnFile(id, one.Kind == "argument");
        SuppositionShelf.Delete(one.File);
        return Changed(id);
    }

    private static IResult Restore(string id, WhatifBench bench)
    {
        var shelf = bench.Shelf;
        return SuppositionShelf.Restore(shelf.OwnFile(id, argument: false)) || SuppositionShelf.Restore(shelf.OwnFile(id, argument: true))
            ? Changed(id)
            : NoSuch(id);
    }

    private static IResult Changed(string id) =>
        Answers.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("restore", $"/api/scenarios/{Uri.EscapeDataString(id)}/restore");
            json.WriteEndObject();
        });

    private static IResult NoSuch(string id) =>
        Problems.Missing(
            $"/api/scenarios/{id}",
            "no such scenario",
            "the id of a scenario or an argument",
            "GET /api/scenarios lists them"
        );
}
