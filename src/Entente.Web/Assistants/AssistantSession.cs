using Entente.Application.Composition;
using Entente.Application.Results;
using Entente.Sources.Files;
using Entente.Web.Assistants.Resources;

namespace Entente.Web.Assistants;

/// <summary>What all requests of one client share: the engine, the folders that were opened, and the turns in which heavy work is done.</summary>
internal sealed class AssistantSession : IDisposable
{
    /// <summary>How long a look at the record's files holds, in milliseconds: it is looked at before calls, not during them.</summary>
    private const long LookMilliseconds = 2_000;

    private readonly Surroundings surroundings;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turns = new(Math.Max(2, Environment.ProcessorCount));
    private Lazy<Engine> engine;
    private string? stamp;
    private long looked = long.MinValue;

    public AssistantSession(CommandContext context, OpenedTexts opened)
    {
        surroundings = context.Surroundings;
        engine = new(() => context.Engine, LazyThreadSafetyMode.ExecutionAndPublication);
        Opened = opened;
    }

    public OpenedTexts Opened { get; }

    public Surroundings Surroundings => surroundings;

    public LocalDate Today => surroundings.Today.Today;

    public DataFolders Folders => Composer.Folders(surroundings);

    /// <summary>What a command's work is handed, on the record as it now is.</summary>
    public CommandContext Context(CancellationToken cancellation)
    {
        var current = Current();
        return new(surroundings, () => current.Value, cancellation);
    }

    /// <summary>Waits until there is a processor to work on.</summary>
    public async Task<IDisposable> TurnAsync(CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation).ConfigureAwait(false);
        return new Turn(turns);
    }

    /// <summary>Begins to load what the first call will need; what is wrong is told to the call that meets it.</summary>
    public Task Warm() =>
        Task.Run(() =>
        {
            try
            {
                Current().Value.Prepare();
            }
#pragma warning disable CA1031 // Told to the call that meets it.
            catch (Exception)
#pragma warning restore CA1031
            { }
        });

    public void Dispose() => turns.Dispose();

    // A client stays for days, and the record is added to meanwhile, by other runs: then the engine is put together again.
    private Lazy<Engine> Current()
    {
        lock (gate)
        {
            if (Environment.TickCount64 - looked < LookMilliseconds)
                return engine;
            var now = ResultMemory.Stamp(surroundings);
            if (stamp is not null && now is not null && now != stamp)
                engine = new(() => Composer.Compose(surroundings), LazyThreadSafetyMode.ExecutionAndPublication);
            (stamp, looked) = (now ?? stamp, Environment.TickCount64);
            return engine;
        }
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private int done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
                turns.Release();
        }
    }
}
