using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Entente.Benchmarks.Serving;

/// <summary>Profiles: for the first time, and read by many at once on loopback.</summary>
internal static class ManyReaders
{
    private const int Clients = 64;
    private const int Limit = 250;

    private static readonly string[] Pairs = ["CHN/RUS", "IND/IRN", "TUR/RUS", "USA/MEX", "CHN/EU"];

    /// <summary>A profile that somebody asks for at once, while everything is still being read.</summary>
    public static async Task FirstAtOnce(string script, string home)
    {
        using var server = await Served.Start(script, home);
        var milliseconds = await server.Time(Of(Pairs[0]));
        Table.Row($"a profile right after the first view, {Pairs[0]}", $"{Table.Number(milliseconds / 1000, "0.00")} s", "");
    }

    public static async Task Measure(string script, string home, int seconds)
    {
        using var server = await Served.Start(script, home);
        await server.Rest();
        var tags = new Dictionary<string, EntityTagHeaderValue>(StringComparer.Ordinal);
        var first = new List<double>();
        foreach (var pair in Pairs)
        {
            var begin = Stopwatch.GetTimestamp();
            using var answer = await server.Client.GetAsync(Of(pair));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            first.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
            tags[pair] = answer.Headers.ETag!;
        }
        Table.Row(
            $"profiles, first time, after reading ahead: {string.Join(", ", Pairs.Take(3))}",
            $"{string.Join(", ", first.Take(3).Select(f => Table.Number(f, "0.00")))} s",
            ""
        );
        Table.Row(string.Join(", ", Pairs.Skip(3)), $"{string.Join(", ", first.Skip(3).Select(f => Table.Number(f, "0.00")))} s", "");
        await Together(server.Client, tags, seconds, withTag: false);
        await Together(server.Client, tags, seconds, withTag: true);
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
        double[] all = [.. times.SelectMany(t => t).Order()];
        string At(double share) => Table.Number(Table.At(all, share), "0.0");
        Table.Row(
            $"{Clients} clients, {seconds} s{(withTag ? ", with the ETag they have (304)" : ", each asking again at once")}",
            string.Create(CultureInfo.InvariantCulture, $"{all.Length:#,0} answers, {errors} errors"),
            "no error"
        );
        Table.Row(
            "their times: median, 95 %, 99 %, longest",
            $"{At(0.5)}, {At(0.95)}, {At(0.99)}, {Table.Number(all[^1], "0")} ms",
            $"99 %: {Limit} ms"
        );
    }

    private static string Of(string pair) => $"api/pairs/{pair}/profile";
}
