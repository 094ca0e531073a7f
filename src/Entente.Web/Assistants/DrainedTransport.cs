using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Assistants;

/// <summary>
/// A transport that knows which requests wait for their answer, so that the end of standard input is passed on when they have it: a file of requests that
/// is piped in is answered. Whoever closes its end to be rid of the server does not wait long for that.
/// </summary>
internal sealed class DrainedTransport : ITransport
{
    /// <summary>Clients that close their end to be rid of a server send it a signal within a few seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly ITransport inner;
    private readonly Reader reader;

    public DrainedTransport(ITransport inner) => (this.inner, reader) = (inner, new(inner.MessageReader));

    public string? SessionId => inner.SessionId;

    public ChannelReader<JsonRpcMessage> MessageReader => reader;

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        await inner.SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        if (message is JsonRpcResponse or JsonRpcError)
            reader.Open.TryRemove(((JsonRpcMessageWithId)message).Id, out _);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    /// <summary>Waits until every request was taken up and has its answer, or patience ends.</summary>
    public async Task AnsweredAsync(TimeSpan patience, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < patience && !(reader.IsIdle && reader.Open.IsEmpty); waited += Step)
            await Task.Delay(Step, cancellation).ConfigureAwait(false);
    }

    private sealed class Reader(ChannelReader<JsonRpcMessage> inner) : ChannelReader<JsonRpcMessage>
    {
        private Task<bool>? waiting;

        /// <summary>The requests that were taken up and have no answer yet.</summary>
        public ConcurrentDictionary<RequestId, bool> Open { get; } = new();

        /// <summary>True while whoever takes messages waits for the next, and none lies there that it has not been woken for.</summary>
        public bool IsIdle => !inner.TryPeek(out _) && Volatile.Read(ref waiting) is { IsCompleted: false };

        public override Task Completion => inner.Completion;

        public override bool TryRead(out JsonRpcMessage item)
        {
            if (!inner.TryRead(out item!))
                return false;
            if (item is JsonRpcRequest request)
                Open[request.Id] = true;
            else if (item is JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled)
                Forget(cancelled);
            return true;
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
        {
            var next = inner.WaitToReadAsync(cancellationToken).AsTask();
            Volatile.Write(ref waiting, next);
            return new(next);
        }

        // A request that was cancelled has no answer.
        private void Forget(JsonRpcNotification cancelled)
        {
            if (cancelled.Params?["requestId"] is not JsonValue id)
                return;
            if (id.TryGetValue<string>(out var text))
                Open.TryRemove(new(text), out _);
            else if (id.TryGetValue<long>(out var number))
                Open.TryRemove(new(number), out _);
        }
    }
}
