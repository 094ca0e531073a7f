using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Jobs;

/// <summary>How long work is followed, cancelled, and its result fetched.</summary>
internal static class JobEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapGet("/", (HttpContext http, JobBoard board) => Paging.Of(http, board.All, (json, job) => job.Write(json)))
            .WithName("jobs")
            .WithSummary("The jobs of this server, the newest first.")
            .ReturnsPage("jobs");
        jobs.MapGet("/{id}", (string id, JobBoard board) => board.Find(id) is { } job ? Answers.Of(job.Write) : NoSuch(id))
            .WithName("job")
            .WithSummary("How a job stands: queued, running, done, failed or cancelled, and how far it is.")
            .ReturnsJson("the job")
            .ProducesProblem(404);
        jobs.MapGet("/{id}/events", Events)
            .WithName("job-events")
            .WithSummary("The same as server-sent events, one for each change, until it ends.")
            .Produces(200, contentType: "text/event-stream")
            .ProducesProblem(404);
        jobs.MapGet("/{id}/result", Result)
            .WithName("job-result")
            .WithSummary("What a job that is done came to.")
            .ProducesProblem(404)
            .ProducesProblem(409);
        jobs.MapDelete("/{id}", Cancel)
            .WithName("job-cancel")
            .WithSummary("Cancels a job; what it did is undone.")
            .ReturnsJson("the job")
            .ProducesProblem(404);
    }

    private static IResult Events(string id, JobBoard board, CancellationToken cancellation) =>
        board.Find(id) is { } job ? TypedResults.ServerSentEvents(Changes(job, cancellation)) : NoSuch(id);

    private static async IAsyncEnumerable<SseItem<string>> Changes(Job job, [EnumeratorCancellation] CancellationToken cancellation)
    {
        JobStatus? seen = null;
        while (seen is not { Ended: true })
        {
            seen = await job.After(seen, cancellation);
            yield return new(Encoding.UTF8.GetString(Answers.Bytes(json => job.Write(json, seen))), "job");
        }
    }

    private static IResult Result(string id, JobBoard board)
    {
        if (board.Find(id) is not { } job)
            return NoSuch(id);
        return job.Result is { } result
            ? Answers.Of(result.Body, result.ContentType)
            : Problems.Wrong(
                Problems.Problem(
                    $"/api/jobs/{id}/result",
                    $"a job that is {job.Status.State.ToString().ToLowerInvariant()}",
                    "one that is done"
                ),
                StatusCodes.Status409Conflict
            );
    }

    private static IResult Cancel(string id, JobBoard board)
    {
        if (board.Find(id) is not { } job)
            return NoSuch(id);
        job.Cancel();
        return Answers.Of(job.Write);
    }

    private static IResult NoSuch(string id) =>
        Problems.Missing($"/api/jobs/{id}", "no such job", "the id of a job of this server", "jobs end with the server that ran them");
}
