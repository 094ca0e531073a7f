using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Entente.Web.Hosting;

/// <summary>
/// Reads what requests will need before they come, behind the first view: until that is drawn, or nobody has asked for it for a second, the processors
/// are its own.
/// </summary>
internal sealed class ReadAhead(Workbench workbench, ServeOptions options, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What the first view asks for after its session, and its drawing by the browser.</summary>
    private static readonly TimeSpan Drawing = TimeSpan.FromSeconds(0.4);

    /// <summary>How long it steps aside for requests in all: with readers who never stop asking it would never be done.</summary>
    private static readonly TimeSpan Deference = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private int underWay;

    private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when everything is read; never fails.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>The first view was asked for: reading begins when its answer is out.</summary>
    public void AfterView(HttpResponse response) =>
        response.OnCompleted(() =>
        {
            seen.TrySetResult();
            return Task.CompletedTask;
        });

    /// <summary>A request is answered: what is read ahead waits between its parts, so that nobody who asks at once waits for more than they asked for.</summary>
    public async Task Beside(HttpContext http, RequestDelegate next)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    /// <summary>Requests are taken from now on.</summary>
    public void Begin() => Done = Read(lifetime.ApplicationStopping);

    private async Task Read(CancellationToken stopping)
    {
        try
        {
            if (await Task.WhenAny(seen.Task, Task.Delay(Patience, stopping)) == seen.Task)
                await Task.Delay(Drawing, stopping);
            // One after the other, in one thread of its own: requests find the others free.
            await Task.Factory.StartNew(() => Work(stopping), stopping, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
#pragma warning disable CA1031 // What is wrong is told to the request that meets it.
        catch (Exception)
#pragma warning restore CA1031
        { }
    }

    private void Work(CancellationToken stopping)
    {
        var left = Deference;
        void StepAside()
        {
            for (; Volatile.Read(ref underWay) > 0 && left > TimeSpan.Zero; left -= Glance)
                stopping.WaitHandle.WaitOne(Glance);
            stopping.ThrowIfCancellationRequested();
        }
        StepAside();
        workbench.Warm();
        if (options.Rehearses)
            Rehearsal.Run(workbench.Engine, workbench.Today, StepAside, stopping);
    }
}
