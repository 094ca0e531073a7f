using Entente.Application.Composition;
using Entente.Sources.Files;
using NodaTime;

namespace Entente.Web.Hosting;

/// <summary>
/// The engine that requests run on. A command's engine lives for one run; this one lives as long as the page is open, so it is put together
/// again when the record has changed. Requests that are under way finish on the one they began with.
/// </summary>
internal sealed class Workbench
{
    private readonly Surroundings surroundings;
    private readonly Func<Surroundings, Engine> compose;
    private readonly Func<Instant> clock;
    private volatile Lazy<Engine> engine;
    private int generation = 1;

    public Workbench(Surroundings surroundings, Func<Surroundings, Engine> compose, Func<Instant>? clock = null)
    {
        (this.surroundings, this.compose) = (surroundings, compose);
        this.clock = clock ?? SystemClock.Instance.GetCurrentInstant;
        engine = Fresh();
    }

    public Engine Engine => engine.Value;

    /// <summary>Grows with every change of the record: what was made of another generation is stale.</summary>
    public int Generation => Volatile.Read(ref generation);

    /// <summary>The surroundings at this moment.</summary>
    public Surroundings Surroundings => surroundings with { Now = clock() };

    public LocalDate Today => surroundings.Today.Today;

    /// <summary>The user's own folder; null where there is no place for one.</summary>
    public string? Home => DataFolders.UserFolder(surroundings.Environment);

    /// <summary>What a command's work is handed.</summary>
    public CommandContext Context(CancellationToken cancellation) => new(Surroundings, () => Engine, cancellation);

    /// <summary>The record or the catalogue has changed: everything after this reads it anew.</summary>
    public void Renew()
    {
        engine = Fresh();
        Interlocked.Increment(ref generation);
    }

    /// <summary>Begins to load what the first request will need.</summary>
    public void Warm()
    {
        var current = engine;
        _ = Task.Run(() =>
        {
            try
            {
                current.Value.Prepare();
            }
#pragma warning disable CA1031 // What is wrong is told to the request that meets it.
            catch (Exception)
#pragma warning restore CA1031
            { }
        });
    }

    private Lazy<Engine> Fresh() => new(() => compose(surroundings), LazyThreadSafetyMode.ExecutionAndPublication);
}
