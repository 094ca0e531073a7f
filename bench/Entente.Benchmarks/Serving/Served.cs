using System.Diagnostics;

namespace Entente.Benchmarks.Serving;

/// <summary>The built server in a process of its own, ended when it is disposed of.</summary>
internal sealed class Served : IDisposable
{
    // Idle: less than a twentieth of a processor over half a second, three times in a row.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(0.5);
    private const double IdleShare = 0.05;
    private const int IdleGlances = 3;
    private const int MostGlances = 240;

    private readonly Process process;
    private readonly Stopwatch since;

    private Served(Process process, Stopwatch since, Uri address)
    {
        (this.process, this.since, Address) = (process, since, address);
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1024 })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Seconds since the script's first instruction.</summary>
    public double Age => since.Elapsed.TotalSeconds;

    /// <summary>Seconds from the script's first instruction to the page and its first answer.</summary>
    public double FirstView { get; private set; }

    /// <summary>Starts, and asks for the first view as soon as the address is told.</summary>
    public static async Task<Served> Start(string script, string home, params string[] paths)
    {
        var server = await Listening(script, home, paths);
        foreach (var path in new[] { "", "api/session" })
            await server.Get(path);
        server.FirstView = server.Age;
        return server;
    }

    /// <summary>Starts, and asks for nothing.</summary>
    public static async Task<Served> Listening(string script, string home, params string[] paths)
    {
        var start = new ProcessStartInfo(script, ["serve", "--port", "0", .. paths])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ENTENTE_HOME"] = home;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"could not start {script}");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync();
        return new(process, watch, new Uri(line ?? throw new InvalidOperationException("the server ended before it told its address")));
    }

    /// <summary>The body of an address that must answer.</summary>
    public async Task<byte[]> Get(string path)
    {
        using var answer = await Client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Milliseconds until an address has answered whole.</summary>
    public async Task<double> Time(string path)
    {
        var begin = Stopwatch.GetTimestamp();
        await Get(path);
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    /// <summary>Waits until it has read ahead what it wants to, which is told by its doing nothing more.</summary>
    /// <returns>Seconds since its start at which it came to rest.</returns>
    public async Task<double> Rest()
    {
        var (before, idle, rested) = (Busy(), 0, Age);
        for (var i = 0; i < MostGlances && idle < IdleGlances; i++)
        {
            await Task.Delay(Glance);
            var now = Busy();
            if (now - before < IdleShare * Glance)
                idle++;
            else
                (idle, rested) = (0, Age);
            before = now;
        }
        return rested;
    }

    /// <summary>Its resident set in megabytes.</summary>
    public double Megabytes()
    {
        process.Refresh();
        return process.WorkingSet64 / 1e6;
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private TimeSpan Busy()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
