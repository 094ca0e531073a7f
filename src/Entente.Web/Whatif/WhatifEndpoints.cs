using System.Globalization;
using System.Text.Json;
using Entente.Application.Supposing;
using Entente.Sources.Scenarios;
using Entente.Web.Http;
using Entente.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Whatif;

/// <summary>Running scenarios and arguments: at once for a slider, whole as a job, and whether an address still reproduces its run.</summary>
internal static class WhatifEndpoints
{
    /// <summary>Draws of an answer while somebody waits.</summary>
    private const int PreviewDraws = 100;
    private const int PreviewArgumentDraws = 1_000;
    private const int MostPreviewDraws = 1_000;

    private const int FewDraws = 20;

    // A slider waits so long for intervals, as long again for few draws, and then for the modes alone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static void Map(IEndpointRouteBuilder api)
    {
        var whatif = api.MapGroup("/whatif").WithTags("What if");
        whatif
            .MapPost("/preview", Preview)
            .WithName("whatif-preview")
            .WithSummary(
                "Runs a scenario or an argument at once, with few draws and in bounded time: id, text in place of the file's, set (numbers in place of "
                    + "declared ranges), with (codes of parameters), base, draws, seed, against. Given up when the request is."
            )
            .ReturnsJson("entente/whatif-run/1: the command's JSON as result; charts, breaks, regions, keys; description of an edited text")
            .ProducesProblem(400);
        whatif
            .MapPost("/runs", Start)
            .WithName("whatif-run")
            .WithSummary("The same in full, as a job; with sensitivity (and samples) also what moves each result.")
            .ReturnsJob()
            .ProducesProblem(400);
        whatif
            .MapGet("/runs", Check)
            .WithName("whatif-address")
            .WithSummary(
                "Whether an address (id, v, h, b, r) still reproduces its run: what a run of that file hangs on now, and which of it has changed."
            )
            .ReturnsJson("entente/whatif-address/1")
            .ProducesProblem(400);
        whatif
            .MapGet("/runs/{job}/report", Report)
            .WithName("whatif-report")
            .WithSummary("A finished run to keep: format=html, json or csv.")
            .Produces(200)
            .ProducesProblem(404);
    }

    private static async Task<IResult> Preview(HttpContext http, WhatifBench bench, CancellationToken cancellation)
    {
        using var body = await Bodies.Json(http);
        var request = RunRequest.Of(body.RootElement) with { Samples = 0 };
        if (request.Draws is > MostPreviewDraws)
            throw RunRequest.Wrong("draws", $"{request.Draws}", $"at most {MostPreviewDraws} at once", "POST /api/whatif/runs takes more");
        var shelf = bench.Shelf;
        var one = WhatifBench.Found(shelf, request.Id);
        var argument = Suppositions.IsArgument(one.File, request.Settings.Text);
        request = request with { Draws = request.Draws ?? (argument ? PreviewArgumentDraws : PreviewDraws) };
        using var turn = await bench.Turn(cancellation);
        var description = request.Settings.Text is { } text ? bench.Describe(shelf, one, text, cancellation) : null;
        if (description?.Problem is { } problem)
            throw RunRequest.Wrong(SuppositionDescriptionJson.Where(problem, shelf), problem.Found, problem.Expected, problem.Hint);
        var (answer, shortened) = Within(bench, shelf, request, argument, cancellation);
        var run = new RunJson(request, answer, bench.Keys(shelf, request, cancellation))
        {
            Shortened = shortened,
            Description = description is null ? null : json => SuppositionDescriptionJson.Write(json, description, shelf, bench.Engine),
        };
        return Answers.Of(json => run.Write(json, bench.Engine, Declared(shelf, one, request)));
    }

    /// <summary>What the time allows: all of it, few draws, the modes alone, or nothing.</summary>
    private static (SuppositionAnswer? Answer, bool Shortened) Within(
        WhatifBench bench,
        SuppositionShelf shelf,
        RunRequest request,
        bool argument,
        CancellationToken cancellation
    )
    {
        int?[] tries = argument || request.Draws == 0 ? [request.Draws] : [request.Draws, FewDraws, 0];
        foreach (var draws in tries.Where(d => d <= request.Draws).Distinct())
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            try
            {
                return (
                    bench.Run(shelf, request with { Draws = draws }, true, static (_, _) => { }, patience.Token),
                    draws != request.Draws
                );
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Out of patience, not given up: the next is shorter.
            }
        }
        return (null, true);
    }

    private static async Task<IResult> Start(HttpContext http, WhatifBench bench, JobBoard board, CancellationToken cancellation)
    {
        using var body = await Bodies.Json(http);
        var request = RunRequest.Of(body.RootElement);
        var shelf = bench.Shelf;
        var one = WhatifBench.Found(shelf, request.Id);
        // What is wrong with a text is said at once. An argument takes long to read, so that this is left to the job.
        if (
            !Suppositions.IsArgument(one.File, request.Settings.Text)
            && bench.Describe(shelf, one, request.Settings.Text, cancellation).Problem is { } problem
        )
            throw RunRequest.Wrong(SuppositionDescriptionJson.Where(problem, shelf), problem.Found, problem.Expected, problem.Hint);
        var job = board.Start(
            "whatif",
            one.Heading.Title,
            job =>
            {
                var answer = bench.Run(shelf, request, false, (share, what) => job.Report(share, what), job.Cancellation);
                job.Cancellation.ThrowIfCancellationRequested();
                var run = new RunJson(request, answer, bench.Keys(shelf, request, job.Cancellation));
                bench.Keep(job.Id, answer);
                return Task.FromResult(new JobResult(Answers.Bytes(json => run.Write(json, bench.Engine, Declared(shelf, one, request)))));
            }
        );
        return JobBoard.Accepted(http, job);
    }

    private static IResult Check(HttpContext http, WhatifBench bench, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        var request = new RunRequest(query["id"].FirstOrDefault() ?? "")
        {
            Settings = new() { Where = RunRequest.Where, Base = query["base"].FirstOrDefault() },
            Expected = new(One("h"), One("b"), One("r"), One("v")),
        };
        var keys = bench.Keys(bench.Shelf, request, cancellation);
        var changed = RunJson.Changed(request.Expected, keys).ToList();
        return Answers.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "entente/whatif-address/1");
            json.WriteString("id", request.Id);
            SuppositionDescriptionJson.Keys(json, keys);
            json.WriteBoolean("same", changed.Count == 0);
            json.WriteStartArray("changed");
            foreach (var (what, was, now) in changed)
            {
                json.WriteStartObject();
                json.WriteString("what", what);
                json.WriteString("was", was);
                json.WriteString("is", now);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
        string One(string name) => query[name].FirstOrDefault() ?? "";
    }

    private static IResult Report(string job, HttpContext http, WhatifBench bench)
    {
        var format = http.Request.Query["format"].FirstOrDefault() ?? "html";
        if (bench.Kept(job) is not { } answer)
            return Problems.Missing(
                $"/api/whatif/runs/{job}/report",
                "no such run",
                "the id of the job of a run that this server still keeps",
                "run it again: the same seed gives the same numbers"
            );
        var name = Path.GetFileNameWithoutExtension(answer.File);
        return format switch
        {
            "html" => Answers.Download(Answers.Text(answer.WriteHtml), "text/html; charset=utf-8", name + ".html"),
            "json" => Answers.Download(Answers.Text(answer.WriteJson), Answers.Json, name + ".json"),
            "csv" => Answers.Download(Answers.Text(answer.WriteCsv), "text/csv; charset=utf-8", name + ".csv"),
            _ => throw RunRequest.Wrong("format", $"'{format}'", "html, json or csv"),
        };
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Declared(
        SuppositionShelf shelf,
        ShelvedSupposition one,
        RunRequest request
    ) => WhatifBench.Bounded(shelf, () => ScenarioFile.Members(one.File, request.Settings));
}
