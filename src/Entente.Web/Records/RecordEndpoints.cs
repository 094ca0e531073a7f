using System.Globalization;
using Entente.Application.Records;
using Entente.Sources.Datasets;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Entente.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Records;

/// <summary>
/// The record: datasets, imports, coverage. What was imported is counted, searched and cited here; no endpoint gives an imported file away.
/// </summary>
internal static class RecordEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var record = api.MapGroup("/record").WithTags("Record");
        record
            .MapGet("/datasets", Datasets)
            .WithName("datasets")
            .WithSummary("Every dataset that can be imported: producer, licence, what it answers, and its imports.")
            .ReturnsPage("datasets, each with its imports");
        record
            .MapGet("/shipped", Shipped)
            .WithName("shipped-tables")
            .WithSummary("The tables of cited facts that come with the program, and the user's own.")
            .ReturnsPage("tables: file, own, rows, from, to, sources, measures");
        record
            .MapGet(
                "/imports",
                (HttpContext http, Workbench workbench) =>
                    Paging.Of(http, Desk.Imports(workbench.Context(http.RequestAborted)), ImportJson.Write)
            )
            .WithName("imports")
            .WithSummary("The imports that stand, oldest first: release, rows, years, files with their hashes.")
            .ReturnsPage("imports");
        record
            .MapGet("/imports/{id:int}", Import)
            .WithName("import")
            .WithSummary("One import.")
            .ReturnsJson("the import")
            .ProducesProblem(404);
        record
            .MapGet("/imports/{id:int}/unplaced", Unplaced)
            .WithName("import-unplaced")
            .WithSummary("Rows of an import whose party could not be placed.")
            .ReturnsPage("rows: file, line, column, found, expected")
            .ProducesProblem(404);
        record
            .MapPost("/imports", Begin)
            .WithName("import-begin")
            .WithSummary(
                "Brings a publisher's files in, as multipart/form-data: dataset, vintage, published, acceptUnplaced, mapping (a file), file (one or more)."
            )
            .ReturnsJob()
            .ProducesProblem(400)
            .ProducesProblem(413);
        record
            .MapDelete("/imports/{id:int}", Undo)
            .WithName("import-undo")
            .WithSummary("Takes an import out with all its rows. Its files are not kept: bringing it back needs them again.")
            .ReturnsJob()
            .ProducesProblem(404);
        record
            .MapGet("/coverage", Coverage)
            .WithName("coverage")
            .WithSummary(
                "How much there is by year or decade: of every measure, or state by state of one (measure=, dataset=, from=, to=, by=year|decade)."
            )
            .ReturnsJson("entente/coverage/1")
            .ProducesProblem(400);
        FindEndpoints.Map(record);
        OwnFactEndpoints.Map(record);
    }

    private static IResult Datasets(HttpContext http, Workbench workbench)
    {
        var imports = Desk.Imports(workbench.Context(http.RequestAborted)).ToLookup(i => i.Dataset, StringComparer.Ordinal);
        return Paging.Of(http, DatasetCatalogue.All, (json, dataset) => DatasetsJson.Write(json, dataset, imports[dataset.Name]));
    }

    private static IResult Shipped(HttpContext http, Workbench workbench)
    {
        var tables = workbench
            .Engine.Record()
            .Observations.GroupBy(o => o.Row.File, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        return Paging.Of(http, tables, DatasetsJson.Write);
    }

    private static IResult Import(int id, HttpContext http, Workbench workbench) =>
        Desk.Imports(workbench.Context(http.RequestAborted)).FirstOrDefault(i => i.Id == id) is { } import
            ? Answers.Of(json => ImportJson.Write(json, import))
            : NoSuch(id);

    private static IResult Unplaced(int id, HttpContext http, Workbench workbench)
    {
        var context = workbench.Context(http.RequestAborted);
        return Desk.Imports(context).Any(i => i.Id == id) ? Paging.Of(http, Importing.Unplaced(context, id), ImportJson.Write) : NoSuch(id);
    }

    private static async Task<IResult> Begin(HttpContext http, Workbench workbench, RecordJobs jobs)
    {
        var home =
            workbench.Home
            ?? throw new WrongUseException(
                Problems.Problem("ENTENTE_HOME", "no folder for the store", "ENTENTE_HOME set to a folder that can be written")
            );
        return JobBoard.Accepted(http, jobs.Import(await Upload.Receive(http, home)));
    }

    private static IResult Undo(int id, HttpContext http, Workbench workbench, RecordJobs jobs) =>
        Desk.Imports(workbench.Context(http.RequestAborted)).FirstOrDefault(i => i.Id == id) is { } import
            ? JobBoard.Accepted(http, jobs.Undo(import))
            : NoSuch(id);

    private static IResult Coverage(HttpContext http, Workbench workbench, Desk desk)
    {
        var context = workbench.Context(http.RequestAborted);
        var (measure, dataset) = (http.Request.Query["measure"].ToString(), http.Request.Query["dataset"].ToString());
        var (from, to) = (Year(http, "from"), Year(http, "to"));
        var byDecade = http.Request.Query["by"].ToString() switch
        {
            "" or "decade" => true,
            "year" => false,
            var other => throw new WrongUseException(Problems.Problem("by", $"'{other}'", "year or decade")),
        };
        // Made of the record alone: the same record is not counted and sent again.
        if (Answers.IsKnown(http, $"W/\"coverage-{workbench.Engine.RecordHash()}\""))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var counts = desk.Coverage(context);
        if (dataset.Length > 0)
            counts = [.. counts.Where(c => c.Dataset == dataset)];
        if (measure.Length > 0 && !counts.Any(c => c.Name == measure))
            return Problems.Missing("measure", $"'{measure}'", "a measure or table of the record", "GET /api/record/coverage names them");
        var grid =
            measure.Length == 0
                ? CoverageGrid.Overview(counts, from, to, byDecade)
                : CoverageGrid.States(counts, measure, null, from, to, byDecade);
        var states = context.Engine.States();
        return Answers.Of(json => CoverageJson.Write(json, grid, measure.Length == 0 ? null : measure, code => states.ByCode(code)?.Name));
    }

    private static int? Year(HttpContext http, string name)
    {
        var given = http.Request.Query[name].ToString();
        return given.Length == 0 ? null
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2999 ? year
            : throw new WrongUseException(Problems.Problem(name, $"'{given}'", "a year"));
    }

    private static IResult NoSuch(int id) =>
        Problems.Missing(
            FormattableString.Invariant($"import {id}"),
            "no such import",
            "the number of an import that stands",
            "GET /api/record/imports"
        );
}
