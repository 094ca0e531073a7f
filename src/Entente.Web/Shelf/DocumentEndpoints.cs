using Entente.Checking;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Shelf;

/// <summary>One text of the shelf: its check, its words with the claims marked, its claims one by one, its reports.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents
            .MapGet("/{id}", Check)
            .WithName("document")
            .WithSummary("The check of a text, as 'entente check --format json' prints it; with as-of, by what was known on that day.")
            .ReturnsJson("entente/check/1")
            .ProducesProblem(400)
            .ProducesProblem(404);
        documents
            .MapGet("/{id}/text", Text)
            .WithName("document-text")
            .WithSummary("The text as blocks of a few safe elements, its claims marked in place.")
            .ReturnsJson("entente/text/1")
            .ProducesProblem(404);
        documents
            .MapGet("/{id}/claims/{claim}", Claim)
            .WithName("document-claim")
            .WithSummary("One claim: verdict, authorities side by side, computation, what was known then and now, citation, chart.")
            .ReturnsJson("entente/claim/1")
            .ProducesProblem(404);
        documents
            .MapGet("/{id}/report", Report)
            .WithName("document-report")
            .WithSummary("The report to keep: format=html, markdown, obsidian, claimreview, json or text.")
            .Produces(200, contentType: "application/octet-stream")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.MapPost("/claims/test", Test)
            .WithTags("Documents")
            .WithName("claim-test")
            .WithSummary(
                "Puts an expression to the record as if it stood in a text: { expression, asOf?, published?, document?, claim? }. What is wrong with it comes as "
                    + "errors, each with its place."
            )
            .Accepts<object>("application/json")
            .ReturnsJson("entente/claim/1")
            .ProducesProblem(400);
    }

    private static IResult Check(string id, HttpContext http, TextShelf shelf, CancellationToken cancellation)
    {
        var asOf = AsOf(http);
        if (IsKnown(http, shelf, id, asOf, "check"))
            return Results.Empty;
        return shelf.Find(id, asOf, cancellation) is var (_, report)
            ? Answers.Of(Answers.Text(output => CheckJson.Write(output, report)))
            : ShelfEndpoints.NoSuch(id);
    }

    private static IResult Text(string id, HttpContext http, TextShelf shelf, CancellationToken cancellation)
    {
        var asOf = AsOf(http);
        if (IsKnown(http, shelf, id, asOf, "text"))
            return Results.Empty;
        return shelf.Find(id, asOf, cancellation) is var (text, report) ? Answers.Of(TextJson.Of(text, report)) : ShelfEndpoints.NoSuch(id);
    }

    private static IResult Claim(
        string id,
        string claim,
        HttpContext http,
        TextShelf shelf,
        Workbench workbench,
        CancellationToken cancellation
    )
    {
        var asOf = AsOf(http);
        if (IsKnown(http, shelf, id, asOf, "claim " + claim))
            return Results.Empty;
        if (shelf.Find(id, asOf, cancellation) is not var (text, report))
            return ShelfEndpoints.NoSuch(id);
        return Find(report, claim) is { } found
            ? Answers.Of(ClaimDetails.Of(workbench.Engine, text.Id, report, found, cancellation))
            : NoSuchClaim(report, claim);
    }

    private static async Task<IResult> Test(HttpContext http, TextShelf shelf, Workbench workbench, CancellationToken cancellation)
    {
        using var body = await Bodies.Json(http, 256 << 10);
        var root = body.RootElement;
        var expression = Bodies.String(root, "expression") ?? "";
        var asOf = Bodies.String(root, "asOf") is { Length: > 0 } day ? Day("asOf", day).End : workbench.Today;
        var published = Bodies.String(root, "published") is { Length: > 0 } written ? Day("published", written) : null;
        (CheckReport, CheckedClaim)? of = null;
        if (Bodies.String(root, "document") is { Length: > 0 } id)
        {
            if (shelf.Find(id, null, cancellation) is not var (_, report))
                return ShelfEndpoints.NoSuch(id);
            if (Bodies.String(root, "claim") is { Length: > 0 } claim)
            {
                if (Find(report, claim) is not { } found)
                    return NoSuchClaim(report, claim);
                of = (report, found);
            }
            published ??= report.Document.Published;
        }
        return Answers.Of(ClaimDetails.Test(workbench.Engine, expression, asOf, published, of, cancellation));
    }

    private static IResult Report(string id, HttpContext http, TextShelf shelf, Workbench workbench, CancellationToken cancellation)
    {
        var format = http.Request.Query["format"].ToString();
        var (type, extension) = format switch
        {
            "html" => ("text/html; charset=utf-8", ".html"),
            "markdown" => ("text/markdown; charset=utf-8", ".md"),
            "obsidian" => ("text/markdown; charset=utf-8", ".claims.md"),
            "claimreview" or "json" => (Answers.Json, ".json"),
            "text" => ("text/plain; charset=utf-8", ".txt"),
            _ => throw new WrongUseException(
                Problems.Problem("format", $"'{format}'", "html, markdown, obsidian, claimreview, json or text")
            ),
        };
        if (shelf.Find(id, AsOf(http), cancellation) is not var (text, report))
            return ShelfEndpoints.NoSuch(id);
        if (ReportFormats.Draws(format))
            report = workbench.Engine.WithSeries(report, report.AsOf, cancellation);
        var writer = ReportFormats.Create(format, new ReportSettings());
        var bytes = Answers.Text(output =>
        {
            writer.Begin(output, report.Document.Title ?? report.Document.Path);
            writer.Document(output, report, 0);
            writer.End(output, new CorpusSummary { Documents = [DocumentSummary.Of(report)] });
        });
        return Answers.Download(bytes, type, Path.GetFileNameWithoutExtension(text.Path) + extension);
    }

    public static CheckedClaim? Find(CheckReport report, string claim) => report.Claims.FirstOrDefault(c => c.Claim.Id == claim);

    public static IResult NoSuchClaim(CheckReport report, string claim) =>
        Problems.Missing(
            $"claim {InputProblem.OneLine(claim)}",
            "no such claim in the text",
            report.Claims.Count == 0 ? "a text with claims" : $"one of {report.Claims[0].Claim.Id} to {report.Claims[^1].Claim.Id}"
        );

    private static bool IsKnown(HttpContext http, TextShelf shelf, string id, LocalDate? asOf, string what) =>
        shelf.StampOf(id, asOf) is { } stamp && Answers.IsKnown(http, Answers.ETag($"{what} {stamp} {Sessions.SessionEndpoints.Version}"));

    private static LocalDate? AsOf(HttpContext http) =>
        http.Request.Query["as-of"].ToString() is { Length: > 0 } given ? Day("as-of", given).End : null;

    private static Period Day(string name, string given) =>
        Period.TryParse(given, out var period)
            ? period
            : throw new WrongUseException(Problems.Problem(name, $"'{given}'", "a date such as 2024-04-09, 2024-04 or 2024"));
}
