using System.Net;
using System.Text.Json;
using Entente.Web.Http;
using Entente.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Tests.Hosting;

/// <summary>Long work: how it is followed, cancelled, and what is told when it fails.</summary>
public sealed class JobTests : IAsyncLifetime
{
    private Office office = null!;

    private JobBoard Board => office.Server.Services.GetRequiredService<JobBoard>();

    public async Task InitializeAsync() => office = await Office.Open();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Every_step_is_told_until_it_is_done()
    {
        var go = new SemaphoreSlim(0);
        var job = Board.Start(
            "test",
            "three steps",
            async j =>
            {
                for (var i = 1; i <= 3; i++)
                {
                    await go.WaitAsync(j.Cancellation);
                    j.Report(i / 3.0, $"step {i}");
                }
                return new JobResult("{\"made\":7}"u8.ToArray(), Location: "/api/made/7");
            }
        );
        using var stream = await office.Client.GetStreamAsync($"/api/jobs/{job.Id}/events");
        using var reader = new StreamReader(stream);
        var seen = new List<JsonElement>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            seen.Add(JsonDocument.Parse(line[6..]).RootElement.Clone());
            go.Release();
        }
        seen[^1].GetProperty("state").GetString().ShouldBe("done");
        seen[^1].GetProperty("location").GetString().ShouldBe("/api/made/7");
        seen.Select(s => s.GetProperty("message").GetString()).ShouldContain("step 1");
        var result = await office.Json(seen[^1].GetProperty("result").GetString()!);
        result.GetProperty("made").GetInt32().ShouldBe(7);
        (await office.Json("/api/jobs")).GetProperty("items")[0].GetProperty("id").GetString().ShouldBe(job.Id);
    }

    [Fact]
    public async Task What_is_cancelled_ends_and_has_no_result()
    {
        var begun = new TaskCompletionSource();
        var job = Endless(begun);
        await begun.Task;
        using var early = await office.Get($"/api/jobs/{job.Id}/result");
        await Office.Problem(early, HttpStatusCode.Conflict);
        using var cancelled = await office.Send(HttpMethod.Delete, $"/api/jobs/{job.Id}");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await job.After(new(JobState.Running, null, "", null), CancellationToken.None)).State.ShouldBe(JobState.Cancelled);
        using var late = await office.Get($"/api/jobs/{job.Id}/result");
        await Office.Problem(late, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_is_wrong_is_told_where_and_a_defect_without_its_stack()
    {
        var wrong = Board.Start("test", "wrong", _ => throw new WrongUseException(Problems.Problem("row 7", "'x'", "a number")));
        var defect = Board.Start("test", "defect", _ => throw new InvalidOperationException("oh\u001b[31m\nno"));
        async Task<JsonElement> Failed(Job job)
        {
            await Ended(job);
            return (await office.Json($"/api/jobs/{job.Id}")).GetProperty("problem");
        }
        (await Failed(wrong)).GetProperty("where").GetString().ShouldBe("row 7");
        var told = (await Failed(defect)).GetProperty("found").GetString()!;
        told.ShouldContain("a defect of Entente");
        told.ShouldNotContain('\n');
        told.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task The_end_of_the_server_cancels_what_runs()
    {
        var begun = new TaskCompletionSource();
        var job = Endless(begun);
        await begun.Task;
        await office.Stop();
        await Ended(job);
        job.Status.State.ShouldBe(JobState.Cancelled);
    }

    [Fact]
    public async Task Waiting_work_has_a_bound()
    {
        var jobs = new List<Job>();
        Should.Throw<WrongUseException>(() =>
        {
            for (var i = 0; i < 1000; i++)
                jobs.Add(Endless());
        });
        jobs.Count.ShouldBeInRange(8, 200);
        foreach (var job in jobs)
            job.Cancel();
        foreach (var job in jobs)
            await Ended(job);
        (await office.Json("/api/jobs?limit=5")).GetProperty("items").GetArrayLength().ShouldBe(5);
    }

    /// <summary>Work that ends when it is cancelled and not before.</summary>
    private Job Endless(TaskCompletionSource? begun = null) =>
        Board.Start(
            "test",
            "without end",
            async j =>
            {
                begun?.SetResult();
                await Task.Delay(Timeout.Infinite, j.Cancellation);
                return new JobResult([]);
            }
        );

    private static async Task Ended(Job job)
    {
        while (!job.Status.Ended)
            await job.After(job.Status, CancellationToken.None);
    }
}
