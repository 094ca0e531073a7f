using Entente.Application.Composition;
using Entente.Application.Results;
using Entente.Sources.Files;
using Entente.Web.Assistants.Resources;
using Entente.Web.Hosting;

namespace Entente.Web.Assistants;

/// <summary>What all requests of one client share: the engine, the folders that were opened, and the turns in which heavy work is done.</summary>
internal sealed class AssistantSession(Workbench workbench, OpenedTexts opened) : IDisposable
{
    /// <summary>How long a look at the record's files holds, in milliseconds: it is looked at before calls, not during them.</summary>
    private const long LookMilliseconds = 2_000;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim turns = new(Math.Max(2, Environment.ProcessorCount));
    private readonly CancellationTokenSource ended = new();
    private string? stamp;
    private long looked = long.MinValue / 2;

    public OpenedTexts Opened => opened;

    public Surroundings Surroundings => workbench.Surroundings;

    public LocalDate Today => workbench.Today;

    public DataFolders Folders => Composer.Folders(workbench.Surroundings);

    /// <summary>What a command's work is handed, on the record as it now is.</summary>
    public CommandContext Context(CancellationToken cancellation)
    {
        Look();
        return workbench.Context(cancellation);
    }

    /// <summary>Waits until there is a processor to work on.</summary>
    public async Task<IDisposable> TurnAsync(CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation).ConfigureAwait(false);
        return new Turn(turns);
    }

    /// <summary>A request's token, which the end of the session cancels too.</summary>
    public CancellationTokenSource Linked(CancellationToken cancellation) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancellation, ended.Token);

    /// <summary>The client has gone: work for it stops.</summary>
    public Task EndAsync() => ended.CancelAsync();

    public void Dispose()
    {
        ended.Cancel();
        turns.Dispose();
    }

    // A client stays for days, and the record is added to meanwhile, by other runs: then the engine is put together again.
    private void Look()
    {
        lock (gate)
        {
            if (Environment.TickCount64 - looked < LookMilliseconds)
                return;
            var now = ResultMemory.Stamp(workbench.Surroundings);
            if (stamp is not null && now is not null && now != stamp)
                workbench.Renew();
            (stamp, looked) = (now ?? stamp, Environment.TickCount64);
        }
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private int done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref done, 1) != 0)
                return;
            try
            {
                turns.Release();
            }
            catch (ObjectDisposedException)
            {
                // The client has gone, and nobody waits for a turn.
            }
        }
    }
}
