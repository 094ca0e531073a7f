using Entente.Web.Http;
using Entente.Web.Jobs;

namespace Entente.Web.Shelf;

/// <summary>Checks whatever is on the shelf and not checked yet, in the background. One such job at a time; what it did stays when it is cancelled.</summary>
internal sealed class ShelfCheck(TextShelf shelf, JobBoard board)
{
    public const string Kind = "shelf-check";

    private readonly Lock gate = new();

    /// <summary>The job that is under way; null where none is.</summary>
    public Job? Running => board.All.FirstOrDefault(j => j.Kind == Kind && !j.Status.Ended);

    /// <summary>Starts it; the one that is under way where there is one.</summary>
    public Job Start()
    {
        lock (gate)
            return Running ?? board.Start(Kind, "Checking the texts of the shelf", Run);
    }

    private Task<JobResult> Run(Job job)
    {
        var items = shelf.Items.Where(i => shelf.Known(i) is null).ToList();
        var (done, problems) = (0, 0);
        job.Report(0, $"0 of {items.Count}");
        Parallel.ForEach(
            items,
            // A page that is looked at meanwhile needs a processor too.
            new ParallelOptions
            {
                CancellationToken = job.Cancellation,
                MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1),
            },
            item =>
            {
                if (shelf.Check(item, job.Cancellation).Problem is not null)
                    Interlocked.Increment(ref problems);
                var so = Interlocked.Increment(ref done);
                job.Report((double)so / items.Count, $"{so} of {items.Count}: {InputProblem.OneLine(Path.GetFileName(item.Path))}");
            }
        );
        return Task.FromResult(
            new JobResult(
                Answers.Bytes(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("checked", done);
                    json.WriteNumber("unreadable", problems);
                    json.WriteEndObject();
                }),
                Location: "/api/documents"
            )
        );
    }
}
