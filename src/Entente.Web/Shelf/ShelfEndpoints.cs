using Entente.Reading;
using Entente.Web.Http;
using Entente.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Entente.Web.Shelf;

/// <summary>The shelf as a whole: its list, what is put on it and taken off, and the check of all that is on it.</summary>
internal static class ShelfEndpoints
{
    private const int MostParts = 50;
    private const long Slack = 64 << 10;

    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents
            .MapGet("/", List)
            .WithName("documents")
            .WithSummary("The texts of the shelf, by speaker, verdict, pair (CHN-RUS), from and to (dates of publication), and words (q).")
            .ReturnsPage("entente/shelf/1");
        documents
            .MapPost("/", Add)
            .WithName("document-add")
            .WithSummary(
                "Puts a text on the shelf: its bytes, with their name in the query, or a form with files. Its type is told by what is in it."
            )
            .ReturnsJson("{ items: [{ id, path }] }")
            .ProducesProblem(400)
            .ProducesProblem(413);
        documents
            .MapPost("/check", (HttpContext http, ShelfCheck check) => JobBoard.Accepted(http, check.Start()))
            .WithName("documents-check")
            .WithSummary("Checks what is on the shelf and not checked yet, in the background.")
            .ReturnsJob();
        documents
            .MapDelete("/{id}", (string id, TextShelf shelf) => Set(shelf, id, removed: true))
            .WithName("document-remove")
            .WithSummary("Takes a text off the shelf. A file stays where it is; what was given to the page can be put back for a week.")
            .ReturnsJson("{ id, restore }")
            .ProducesProblem(404);
        documents
            .MapPost("/{id}/restore", (string id, TextShelf shelf) => Set(shelf, id, removed: false))
            .WithName("document-restore")
            .WithSummary("Puts back what was taken off the shelf.")
            .ReturnsJson("{ id }")
            .ProducesProblem(404);
    }

    private static IResult List(HttpContext http, TextShelf shelf, ShelfCheck check)
    {
        var query = ShelfQuery.Of(http);
        var all = new List<ShelfRow>();
        foreach (var item in shelf.Items)
        {
            var known = shelf.Known(item);
            if (known is null or { Problem: not null })
                all.Add(new(item, null, known?.Problem));
            else
                all.AddRange(known.Texts.Select(t => new ShelfRow(item, t, null)));
        }
        var shown = query.Asks ? all.FindAll(r => r.Text is { } text && query.Admits(text)) : all;
        return Paging.Of(
            http,
            shown,
            (json, row) => ShelfJson.Row(json, row, query),
            json =>
            {
                json.WriteString("schema", "entente/shelf/1");
                ShelfJson.Whole(json, all, shown, shelf.LeftOut);
                json.WriteString("job", check.Running is { } job ? $"/api/jobs/{job.Id}" : null);
            }
        );
    }

    private static async Task<IResult> Add(HttpContext http, TextShelf shelf)
    {
        var given = new List<(string Name, byte[] Bytes)>();
        if (Boundary(http) is { } boundary)
            await Parts(http, boundary, given);
        else
            given.Add((http.Request.Query["name"].ToString(), await Bodies.Bytes(http, DocumentReader.MaxBytes)));
        if (given.Count == 0)
            return Problems.Wrong(Problems.Problem("the form", "no file", "one file or more"));
        var items = given.ConvertAll(g => shelf.Add(g.Name, g.Bytes));
        return Answers.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var item in items)
            {
                json.WriteStartObject();
                json.WriteString("id", item.Id);
                json.WriteString("path", item.Path);
                json.WriteString("self", $"/api/documents/{item.Id}");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string? Boundary(HttpContext http) =>
        MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 200 } boundary
                ? boundary
                : throw new BadHttpRequestException("a form without a boundary")
            : null;

    private static async Task Parts(HttpContext http, string boundary, List<(string, byte[])> to)
    {
        // The whole form is read under one bound, then taken apart: its parts can then be no larger.
        using var stream = new MemoryStream(await Bodies.Bytes(http, DocumentReader.MaxBytes + Slack));
        var reader = new MultipartReader(boundary, stream);
        try
        {
            while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } header || !header.IsFileDisposition())
                    continue;
                if (to.Count == MostParts)
                    throw new WrongUseException(Problems.Problem("the form", $"more than {MostParts} files", $"at most {MostParts}"));
                using var bytes = new MemoryStream();
                await section.Body.CopyToAsync(bytes, http.RequestAborted);
                to.Add(
                    (
                        HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).ToString(),
                        bytes.ToArray()
                    )
                );
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new BadHttpRequestException("a form that breaks off or is none");
        }
    }

    private static IResult Set(TextShelf shelf, string id, bool removed)
    {
        // A text of a file is taken off with its file.
        var item = id.Split('-')[0];
        if (!shelf.SetRemoved(item, removed))
            return NoSuch(id);
        return Answers.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", item);
            if (removed)
                json.WriteString("restore", $"/api/documents/{item}/restore");
            json.WriteEndObject();
        });
    }

    public static IResult NoSuch(string id) =>
        Problems.Missing($"/api/documents/{InputProblem.OneLine(id)}", "no such text on the shelf", "an id of GET /api/documents");
}
