using System.Runtime.ExceptionServices;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Results;
using Entente.Checking.Forecasts;
using Entente.Reading;
using Entente.Reports;

namespace Entente.Application.Inputs;

/// <summary>What came of one document: its part of the report, rendered, and its line of the overview. Whoever hands it on gives its text back.</summary>
internal sealed record Rendered(Utf8Text Text, DocumentSummary Summary)
{
    /// <summary>What it says will come, for the ledger.</summary>
    public IReadOnlyList<Forecast> Forecasts { get; init; } = [];
}

/// <summary>
/// Reads documents and renders each on as many workers as there are processors, and hands the results on in the order of the inputs.
/// No more than a few documents are held at a time, whatever the number of files.
/// </summary>
internal sealed class DocumentPipeline(Engine engine, Surroundings surroundings, Messages messages)
{
    /// <summary>Positions tell documents apart; those of one file after its first lie beyond all files', a stretch for each.</summary>
    private const int BeyondFiles = 1_000_000;

    private const int PositionsPerFile = 20_000;

    public Period? Published { get; init; }

    /// <summary>What earlier runs made of the same files; null where everything is worked out.</summary>
    public ResultMemory? Memory { get; init; }

    /// <summary>True where a report numbers documents by their position; all others only set the first apart.</summary>
    public bool Positioned { get; init; }

    /// <summary>True where a named path failed.</summary>
    public bool NamedPathFailed { get; private set; }

    public int Failures { get; private set; }

    /// <param name="paths">Files, folders, or `-`.</param>
    /// <param name="render">Document and its position → its part. Called from several threads.</param>
    /// <param name="emit">Called in order, from one thread at a time.</param>
    /// <param name="cancellation">Checked before each document.</param>
    public void Run(
        IReadOnlyList<string> paths,
        Func<Document, int, CancellationToken, Rendered> render,
        Action<Rendered> emit,
        CancellationToken cancellation
    )
    {
        if (!InputFinder.AreSeveral(paths))
        {
            // One text: no threads to start.
            foreach (var item in InputFinder.Find(paths))
                Take(Process(item, 0, render, cancellation), emit);
            return;
        }
        var workers = Environment.ProcessorCount;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var waiting = new Queue<Task<Result>>();
        try
        {
            var index = 0;
            foreach (var item in InputFinder.Find(paths))
            {
                cancellation.ThrowIfCancellationRequested();
                var position = index++;
                messages.Found();
                waiting.Enqueue(Task.Run(() => Process(item, position, render, stop.Token), CancellationToken.None));
                if (waiting.Count >= 4 * workers)
                    Take(waiting.Dequeue(), emit);
            }
            while (waiting.TryDequeue(out var task))
                Take(task, emit);
        }
        catch
        {
            // Whatever ended the run, no worker outlives it.
            stop.Cancel();
            Task.WaitAll([.. waiting.Select(t => t.ContinueWith(_ => { }, TaskScheduler.Default))], CancellationToken.None);
            throw;
        }
    }

    private Result Process(
        InputItem item,
        int position,
        Func<Document, int, CancellationToken, Rendered> render,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        if (item.Problem is { } problem)
            return new(item, [], problem);
        var bytes = BoundedBytes.Read(item, surroundings.OpenInput);
        if (bytes.Problem is not null)
            return new(item, [], bytes.Problem);
        var key = Memory?.KeyOf(bytes.Value!, item.Path, Positioned ? position : Math.Min(position, 1));
        if (key is not null && Memory!.Recall(key) is { } known)
            return new(item, known, null);
        var result = Work(item, bytes.Value!, position, render, cancellation);
        if (key is not null && result.Problem is null)
            Memory!.Remember(key, result.Rendered);
        return result;
    }

    private Result Work(
        InputItem item,
        byte[] bytes,
        int position,
        Func<Document, int, CancellationToken, Rendered> render,
        CancellationToken cancellation
    )
    {
        if (engine.ReadAll is null)
        {
            var document = engine.Read(bytes, item.Path, Published);
            return document.Problem is not null
                ? new(item, [], document.Problem)
                : new(item, [render(document.Value!, position, cancellation)], null);
        }
        var documents = engine.ReadAll(bytes, item.Path, Published);
        if (documents.Problem is not null)
            return new(item, [], documents.Problem);
        var rendered = new List<Rendered>(documents.Value!.Length);
        for (var i = 0; i < documents.Value.Length; i++)
            rendered.Add(render(documents.Value[i], i == 0 ? position : BeyondFiles + position * PositionsPerFile + i, cancellation));
        return new(item, rendered, null);
    }

    private void Take(Task<Result> task, Action<Rendered> emit)
    {
        try
        {
            Take(task.GetAwaiter().GetResult(), emit);
        }
        catch (AggregateException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
        }
    }

    private void Take(Result result, Action<Rendered> emit)
    {
        messages.Finished();
        if (result.Problem is { } problem)
        {
            Failures++;
            NamedPathFailed |= result.Item.Named;
            messages.Say(result.Item.Named ? $"entente: {problem}" : $"entente: skipped {problem}");
        }
        else
            foreach (var rendered in result.Rendered)
            {
                emit(rendered);
                rendered.Text.Dispose();
            }
    }

    private sealed record Result(InputItem Item, IReadOnlyList<Rendered> Rendered, InputProblem? Problem);
}
