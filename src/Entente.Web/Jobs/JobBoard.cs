using System.Security.Cryptography;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Entente.Web.Jobs;

/// <summary>The jobs of this server: a few run at a time, the others wait, and the last that ended are kept to be asked about.</summary>
internal sealed class JobBoard(IHostApplicationLifetime lifetime) : IDisposable
{
    private const int AtOnce = 2;
    private const int Waiting = 64;
    private const int Kept = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turns = new(AtOnce);
    private readonly Lock gate = new();
    private readonly List<Job> jobs = [];
    private readonly List<Task> running = [];

    /// <summary>Raised whenever a job says how far it is, by the thread that works and before it goes on.</summary>
    public event Action<Job>? Reported;

    /// <summary>The jobs, the newest first.</summary>
    public IReadOnlyList<Job> All
    {
        get
        {
            lock (gate)
                return [.. jobs.AsEnumerable().Reverse()];
        }
    }

    public Job? Find(string id)
    {
        lock (gate)
            return jobs.Find(j => j.Id == id);
    }

    /// <summary>Starts work of its own thread.</summary>
    /// <param name="kind">What sort of work.</param>
    /// <param name="title">What the user sees it called.</param>
    /// <param name="work">Reports to the job, honours its token, and leaves everything as it was when cancelled.</param>
    /// <param name="holds">What the work needs until it ends, done away with then, and also where it never began.</param>
    /// <exception cref="WrongUseException">Too much is waiting.</exception>
    public Job Start(string kind, string title, Func<Job, Task<JobResult>> work, IDisposable? holds = null)
    {
        var job = new Job(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), kind, title, lifetime.ApplicationStopping)
        {
            Reported = j => Reported?.Invoke(j),
        };
        lock (gate)
        {
            if (jobs.Count(j => !j.Status.Ended) >= Waiting)
            {
                holds?.Dispose();
                throw new WrongUseException(
                    Problems.Problem("jobs", $"{Waiting} that have not ended", "fewer", "wait for some, or cancel them")
                );
            }
            jobs.Add(job);
            while (jobs.Count > Kept && jobs.Find(j => j.Status.Ended) is { } old)
                jobs.Remove(old);
        }
        var task = Task.Run(() => Run(job, work, holds));
        lock (gate)
        {
            running.RemoveAll(t => t.IsCompleted);
            running.Add(task);
        }
        return job;
    }

    /// <summary>The answer to a request that started a job: 202, where to look, and how it stands.</summary>
    public static IResult Accepted(HttpContext http, Job job)
    {
        http.Response.Headers.Location = $"/api/jobs/{job.Id}";
        return Answers.Of(job.Write, StatusCodes.Status202Accepted);
    }

    /// <summary>The server has stopped, which cancels what runs: it is given a moment to put things back as they were.</summary>
    public void Dispose()
    {
        Task[] left;
        lock (gate)
            left = [.. running];
        if (Task.WaitAll(left, Patience))
            turns.Dispose();
    }

    private async Task Run(Job job, Func<Job, Task<JobResult>> work, IDisposable? holds)
    {
        try
        {
            job.Complete(await Worked(job, work, holds));
        }
        catch (OperationCanceledException) when (job.Cancellation.IsCancellationRequested)
        {
            job.Cancelled();
        }
#pragma warning disable CA1031 // The border of a job: what is not foreseen is a defect, said in one line.
        catch (Exception e)
#pragma warning restore CA1031
        {
            job.Fail(
                Problems.Foreseen(e)
                    ?? Problems.Problem(
                        job.Title,
                        $"a defect of Entente ({e.GetType().Name}: {InputProblem.OneLine(e.Message)})",
                        "a result"
                    )
            );
        }
        finally
        {
            job.Dispose();
        }
    }

    // What it held is gone before anybody is told that it has ended.
    private async Task<JobResult> Worked(Job job, Func<Job, Task<JobResult>> work, IDisposable? holds)
    {
        using var held = holds;
        await turns.WaitAsync(job.Cancellation);
        try
        {
            job.Begin();
            return await work(job);
        }
        finally
        {
            turns.Release();
        }
    }
}
