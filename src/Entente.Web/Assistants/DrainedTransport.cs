using System.Collections.Concurrent;
using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Assistants;

/// <summary>
/// A transport that knows which requests wait for their answer, so that the end of standard input is passed on when they have it: a file of requests that
/// is piped in is answered. Whoever closes its end to be rid of the server does not wait long for that.
/// </summary>
internal sealed class DrainedTransport(ITransport inner) : ITransport
{
    /// <summary>In milliseconds; clients that close their end give a server a few seconds before they kill it.</summary>
    private const int Patience = 2_000;

    private const int Step = 25;

    private readonly ConcurrentDictionary<RequestId, bool> open = new();

    public string? SessionId => inner.SessionId;

    public ChannelReader<JsonRpcMessage> MessageReader => new Reader(inner.MessageReader, open);

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        await inner.SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        if (message is JsonRpcResponse or JsonRpcError)
            open.TryRemove(((JsonRpcMessageWithId)message).Id, out _);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    /// <summary>Waits until every request has its answer, or patience ends.</summary>
    public async Task AnsweredAsync(CancellationToken cancellation)
    {
        // What was read last may not have been taken up yet.
        await Task.Delay(2 * Step, cancellation).ConfigureAwait(false);
        for (var waited = 0; waited < Patience && !open.IsEmpty; waited += Step)
            await Task.Delay(Step, cancellation).ConfigureAwait(false);
    }

    private sealed class Reader(ChannelReader<JsonRpcMessage> inner, ConcurrentDictionary<RequestId, bool> open)
        : ChannelReader<JsonRpcMessage>
    {
        public override Task Completion => inner.Completion;

        public override bool TryRead(out JsonRpcMessage item)
        {
            if (!inner.TryRead(out item!))
                return false;
            if (item is JsonRpcRequest request)
                open[request.Id] = true;
            else if (item is JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled)
                Forget(cancelled);
            return true;
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) =>
            inner.WaitToReadAsync(cancellationToken);

        // A request that was cancelled has no answer.
        private void Forget(JsonRpcNotification cancelled)
        {
            if (cancelled.Params?["requestId"] is not System.Text.Json.Nodes.JsonValue id)
                return;
            if (id.TryGetValue<string>(out var text))
                open.TryRemove(new(text), out _);
            else if (id.TryGetValue<long>(out var number))
                open.TryRemove(new(number), out _);
        }
    }
}
