using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Entente.Benchmarks;

/// <summary>
/// The built server as its readers meet it: from `./entente serve` to the first view, a profile for the first time and again, and many readers at
/// once on loopback. `bench/run serve [SECONDS] [HOME]`: how long the many read (60), and a user's folder to read with (none: the record as it ships).
/// </summary>
internal static class ServeRuns
{
    private const int Starts = 5;
    private const int Clients = 64;
    private const int UsualSeconds = 60;

    private static readonly string[] Pairs = ["CHN/RUS", "IND/IRN", "TUR/RUS", "USA/MEX", "CHN/EU"];

    public static int Measure(string root, string[] args)
    {
        var script = Path.Combine(root, "entente");
        if (!File.Exists(script))
        {
            Console.Error.WriteLine($"bench: {script}: found nothing there, expected a clone of Entente (run bench/run)");
            return 2;
        }
        if (args.Length > 0 && (!int.TryParse(args[0], CultureInfo.InvariantCulture, out var given) || given < 1))
        {
            Console.Error.WriteLine($"bench: serve: found '{args[0]}', expected a number of seconds");
            return 2;
        }
        var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : UsualSeconds;
        var own = args.Length > 1;
        var home = own ? Path.GetFullPath(args[1]) : Directory.CreateTempSubdirectory("entente-bench-").FullName;
        try
        {
            return Measure(script, home, seconds).GetAwaiter().GetResult();
        }
        finally
        {
            if (!own)
                Directory.Delete(home, recursive: true);
        }
    }

    private static async Task<int> Measure(string script, string home, int seconds)
    {
        Console.WriteLine("| what | measured | limit |");
        Console.WriteLine("|---|---|---|");
        var firsts = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var trial = await Served.Start(script, home);
            firsts.Add(trial.FirstView);
        }
        firsts.Sort();
        Row("from `./entente serve` to the first view answered", $"{Number(firsts[Starts / 2], "0.00")} s", "1 s");
        using var server = await Served.Start(script, home);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = server.Address };
        var tags = new Dictionary<string, EntityTagHeaderValue>(StringComparer.Ordinal);
        var first = new List<string>();
        foreach (var pair in Pairs)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(Of(pair));
            answer.EnsureSuccessStatusCode();
            var size = (await answer.Content.ReadAsByteArrayAsync()).Length;
            first.Add($"{pair} {Number(watch.Elapsed.TotalSeconds, "0.00")} s ({size / 1024} KB)");
            tags[pair] = answer.Headers.ETag!;
        }
        Row("a profile for the first time, one after another", string.Join(", ", first), "");
        await Together(client, tags, seconds, withTag: false);
        await Together(client, tags, seconds, withTag: true);
        return 0;
    }

    /// <summary>Every client asks again as soon as it has its answer: no reader is as hasty.</summary>
    private static async Task Together(HttpClient client, Dictionary<string, EntityTagHeaderValue> tags, int seconds, bool withTag)
    {
        var times = new ConcurrentBag<List<double>>();
        var errors = 0;
        var until = Stopwatch.GetTimestamp() + (long)(seconds * (double)Stopwatch.Frequency);
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        var own = new List<double>();
                        for (var i = n; Stopwatch.GetTimestamp() < until; i++)
                        {
                            var pair = Pairs[i % Pairs.Length];
                            using var request = new HttpRequestMessage(HttpMethod.Get, Of(pair));
                            request.Headers.AcceptEncoding.Add(new("gzip"));
                            if (withTag)
                                request.Headers.IfNoneMatch.Add(tags[pair]);
                            var begin = Stopwatch.GetTimestamp();
                            try
                            {
                                using var answer = await client.SendAsync(request);
                                await answer.Content.ReadAsByteArrayAsync();
                                if (answer.StatusCode != (withTag ? HttpStatusCode.NotModified : HttpStatusCode.OK))
                                    Interlocked.Increment(ref errors);
                            }
                            catch (HttpRequestException)
                            {
                                Interlocked.Increment(ref errors);
                            }
                            own.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                        }
                        times.Add(own);
                    })
                )
        );
        var all = times.SelectMany(t => t).Order().ToList();
        string At(double share) => Number(all[Math.Min(all.Count - 1, (int)(all.Count * share))], "0.0");
        Row(
            $"{Clients} clients for {seconds} s, each asking again at once{(withTag ? ", with the ETag they have (304)" : "")}",
            $"{all.Count.ToString("#,0", CultureInfo.InvariantCulture)} answers, {errors} errors, {Number(all.Count / (double)seconds, "#,0")} a second; median {At(0.5)} ms, 95 % {At(0.95)} ms, 99 % {At(0.99)} ms, longest {Number(all[^1], "0")} ms",
            "no error, 99 % under 250 ms"
        );
    }

    private static string Of(string pair) => $"api/pairs/{pair}/profile";

    private static void Row(string what, string measured, string limit) => Console.WriteLine($"| {what} | {measured} | {limit} |");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A server in a process of its own, ended when it is disposed of.</summary>
    private sealed class Served : IDisposable
    {
        private readonly Process process;

        private Served(Process process, Uri address, double firstView) =>
            (this.process, Address, FirstView) = (process, address, firstView);

        public Uri Address { get; }

        /// <summary>Seconds from the script's first instruction to the page and its first answer.</summary>
        public double FirstView { get; }

        public static async Task<Served> Start(string script, string home)
        {
            var start = new ProcessStartInfo(script, ["serve", "--port", "0"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["ENTENTE_HOME"] = home;
            var watch = Stopwatch.StartNew();
            var process = Process.Start(start) ?? throw new InvalidOperationException($"could not start {script}");
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var address = new Uri(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server ended"));
            using var client = new HttpClient { BaseAddress = address };
            foreach (var path in new[] { "", "api/session" })
            {
                using var answer = await client.GetAsync(path);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }
            return new(process, address, watch.Elapsed.TotalSeconds);
        }

        public void Dispose()
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }
}
