using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Entente.Tests.Sources.ClickHouse;

/// <summary>
/// Stands between the store and a server and spoils insertions: cuts some requests off in the middle, and keeps the answer of others back.
/// What it does to which connection depends on their number alone.
/// </summary>
internal sealed class FlakyProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int target;
    private readonly string spoiled;
    private int insertions;

    /// <param name="spoiled">What a request to be spoiled holds in its first line.</param>
    public FlakyProxy(int target, string spoiled)
    {
        (this.target, this.spoiled) = (target, spoiled);
        listener.Start();
        _ = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Requests cut off in the middle.</summary>
    public int Torn { get; private set; }

    /// <summary>Requests whose answer was kept back.</summary>
    public int Unanswered { get; private set; }

    public void Dispose() => listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Serve(client));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target);
                var (near, far) = (client.GetStream(), server.GetStream());
                var buffer = new byte[1 << 14];
                var read = await near.ReadAsync(buffer);
                var number = Encoding.ASCII.GetString(buffer, 0, Math.Min(read, 400)).Contains(spoiled, StringComparison.Ordinal)
                    ? Interlocked.Increment(ref insertions)
                    : 0;
                await far.WriteAsync(buffer.AsMemory(0, read));
                if (number % 3 == 1)
                {
                    // Some more, then nothing: the server sees the end of the rows too early.
                    Torn++;
                    read = await near.ReadAsync(buffer);
                    await far.WriteAsync(buffer.AsMemory(0, read));
                    return;
                }
                var back = number % 3 == 2 ? Swallow(far) : far.CopyToAsync(near);
                var forth = near.CopyToAsync(far);
                await Task.WhenAny(back, forth);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // One side went away.
            }
        }
    }

    private async Task Swallow(NetworkStream far)
    {
        Unanswered++;
        // The first byte of the answer says that the server has done it.
        await far.ReadExactlyAsync(new byte[1]);
    }
}
