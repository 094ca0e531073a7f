using System.Text.Json;

namespace Entente.Web.Jobs;

internal enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>What a job came to: a body to fetch, and where the page should go, if anywhere.</summary>
/// <param name="Location">The address of what it made, such as `/api/record/imports/7`; null for none.</param>
internal sealed record JobResult(byte[] Body, string ContentType = Http.Answers.Json, string? Location = null);

/// <summary>How a job stands at a moment.</summary>
/// <param name="Share">How much is done, 0 to 1; null where nobody can say.</param>
/// <param name="Problem">What went wrong; null unless it failed.</param>
internal sealed record JobStatus(JobState State, double? Share, string Message, InputProblem? Problem)
{
    public bool Ended => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}

/// <summary>Work that takes longer than a request should: it says how far it is, and can be cancelled, after which all is as it was.</summary>
internal sealed class Job : IDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly Lock gate = new();
    private TaskCompletionSource changed = New();
    private JobStatus status = new(JobState.Queued, null, "", null);

    public Job(string id, string kind, string title, CancellationToken serverStops)
    {
        (Id, Kind, Title) = (id, kind, title);
        stop = CancellationTokenSource.CreateLinkedTokenSource(serverStops);
        Cancellation = stop.Token;
    }

    public string Id { get; }

    /// <summary>What sort of work: `import`, `whatif`, `check`.</summary>
    public string Kind { get; }

    public string Title { get; }

    /// <summary>Cancelled by the user, or by the end of the server.</summary>
    public CancellationToken Cancellation { get; }

    public JobStatus Status
    {
        get
        {
            lock (gate)
                return status;
        }
    }

    public JobResult? Result { get; private set; }

    /// <summary>Told of every report, by the thread that works and before it goes on.</summary>
    public Action<Job>? Reported { get; init; }

    /// <summary>Says how far the work is.</summary>
    public void Report(double? share, string message)
    {
        Change(s => s.Ended ? s : s with { State = JobState.Running, Share = share, Message = message });
        Reported?.Invoke(this);
    }

    public void Begin() => Change(s => s with { State = JobState.Running });

    public void Complete(JobResult result)
    {
        Result = result;
        Change(s => s with { State = JobState.Done, Share = 1 });
    }

    public void Fail(InputProblem problem) =>
        Change(s => s with { State = JobState.Failed, Problem = problem, Message = problem.ToString() });

    public void Cancelled() => Change(s => s with { State = JobState.Cancelled, Message = "cancelled; nothing was changed" });

    public void Cancel()
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    /// <summary>The status, as soon as it is another than the one given.</summary>
    public async Task<JobStatus> After(JobStatus? seen, CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (!Equals(seen, status))
                    return status;
                wait = changed.Task;
            }
            await wait.WaitAsync(cancellation);
        }
    }

    public void Write(Utf8JsonWriter json) => Write(json, Status);

    public void Write(Utf8JsonWriter json, JobStatus shown)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("kind", Kind);
        json.WriteString("title", Title);
        json.WriteString("state", shown.State.ToString().ToLowerInvariant());
        if (shown.Share is { } share)
            json.WriteNumber("progress", share);
        else
            json.WriteNull("progress");
        json.WriteString("message", shown.Message);
        if (shown.Problem is { } problem)
        {
            json.WriteStartObject("problem");
            json.WriteString("where", InputProblem.OneLine(problem.Where));
            json.WriteString("found", InputProblem.OneLine(problem.Found));
            json.WriteString("expected", InputProblem.OneLine(problem.Expected));
            json.WriteString("hint", problem.Hint);
            json.WriteEndObject();
        }
        json.WriteString("self", $"/api/jobs/{Id}");
        if (shown.State == JobState.Done)
            json.WriteString("result", $"/api/jobs/{Id}/result");
        if (shown.State == JobState.Done && Result?.Location is { } location)
            json.WriteString("location", location);
        json.WriteEndObject();
    }

    public void Dispose() => stop.Dispose();

    private void Change(Func<JobStatus, JobStatus> change)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            status = change(status);
            (waiting, changed) = (changed, New());
        }
        waiting.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
