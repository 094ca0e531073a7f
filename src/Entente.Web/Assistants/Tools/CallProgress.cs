using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Entente.Web.Assistants.Tools;

/// <summary>
/// How far a call is, told to a client that asked to be told: in order, rising, and not more often than anybody looks. Silent for all others.
/// </summary>
internal sealed class CallProgress(McpServer? server, ProgressToken? token)
{
    private const long Milliseconds = 100;

    private readonly Lock gate = new();
    private Task sending = Task.CompletedTask;
    private double told = -1;
    private long last = long.MinValue / 2;

    /// <param name="share">0 to 1; a smaller one than the last is not told.</param>
    /// <param name="what">What is being done.</param>
    public void Report(double share, string what)
    {
        if (server is null || token is null)
            return;
        lock (gate)
        {
            var now = Environment.TickCount64;
            if (!(share > told) || now - last < Milliseconds)
                return;
            (told, last) = (share, now);
            sending = Send(
                sending,
                new()
                {
                    Progress = (float)Math.Min(share, 1),
                    Total = 1,
                    Message = what,
                }
            );
        }
    }

    /// <summary>Nothing more is told: a client takes progress after the answer for a mistake.</summary>
    public Task EndAsync()
    {
        lock (gate)
        {
            told = double.PositiveInfinity;
            return sending;
        }
    }

    private async Task Send(Task before, ProgressNotificationValue value)
    {
        await before.ConfigureAwait(false);
        try
        {
            await server!.NotifyProgressAsync(token!.Value, value).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The client has gone, or will not hear: the work goes on, or is cancelled for that reason.
        catch (Exception)
#pragma warning restore CA1031
        { }
    }
}
