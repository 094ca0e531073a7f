using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Manual;

/// <summary>The manual, for the page and for whoever asks.</summary>
internal static class ManualEndpoints
{
    /// <summary>A question longer than this is none.</summary>
    private const int LongestQuery = 400;

    private const int MostHits = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        var manual = api.MapGroup("/manual").WithTags("Manual");
        manual
            .MapGet("/", Contents)
            .WithName("manual")
            .WithSummary("The contents of the manual: groups of pages in their order.")
            .ReturnsJson("entente/manual/1")
            .ProducesProblem(404);
        manual
            .MapGet("/pages/{**page}", Page)
            .WithName("manual-page")
            .WithSummary("A page as HTML without script or style, with its headings and its neighbours.")
            .ReturnsJson("{ page, title, source, html, headings, previous, next }")
            .ProducesProblem(404);
        manual
            .MapGet("/search", Search)
            .WithName("manual-search")
            .WithSummary("Sections that hold the words (q), best first; a word counts as a beginning too.")
            .ReturnsPage("{ page, title, heading, id, snippet, score }")
            .ProducesProblem(400);
        manual
            .MapGet("/images/{**path}", Picture)
            .WithName("manual-picture")
            .WithSummary("A picture of the manual.")
            .Produces(200, contentType: "image/png")
            .ProducesProblem(404);
    }

    private static IResult Contents(ManualBook book)
    {
        var (contents, _, problem) = book.Contents();
        return contents is null
            ? Problems.Wrong(problem!, StatusCodes.Status404NotFound)
            : Answers.Of(json => ManualJson.Contents(json, contents));
    }

    private static IResult Page(string? page, ManualBook book)
    {
        var (contents, _, problem) = book.Contents();
        if (contents is null)
            return Problems.Wrong(problem!, StatusCodes.Status404NotFound);
        return book.Page(page ?? "") is { } found
            ? Answers.Of(json => ManualJson.Page(json, contents, found.Page, found.Rendered))
            : Problems.Missing("the manual", $"'{page}'", "the name of a page", "GET /api/manual lists them");
    }

    private static IResult Search(HttpContext http, ManualBook book)
    {
        var query = http.Request.Query["q"].ToString();
        if (query.Length > LongestQuery)
            return Problems.Wrong(Problems.Problem("q", $"{query.Length} characters", $"words, at most {LongestQuery} characters"));
        return Paging.Of(http, book.Search(query, MostHits), ManualJson.Hit);
    }

    private static IResult Picture(string? path, ManualBook book) =>
        book.Picture(path ?? "") is { } picture
            ? Answers.Of(File.ReadAllBytes(picture.File), picture.Kind)
            : Problems.Missing("the manual's pictures", $"'{path}'", "a picture that a page shows");
}
