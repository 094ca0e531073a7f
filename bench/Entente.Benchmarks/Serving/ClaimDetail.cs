using System.Text.Json;

namespace Entente.Benchmarks.Serving;

/// <summary>What stands beside a text when one of its claims is clicked on: every claim of every text, asked for one after another, then again.</summary>
internal static class ClaimDetail
{
    public static async Task Measure(string script, string home, ServedTexts shelf)
    {
        using (var cold = await Served.Start(script, home, shelf.Paths))
        {
            // Of a link that somebody kept: nothing was read before, and its text has to be checked.
            var first = (await Ids(cold, "api/documents?limit=1"))[0];
            var at = await cold.Time($"api/documents/{first}/claims/c1");
            Table.Row("a claim by its address, first of all requests", $"{Table.Number(at, "#,0")} ms", "");
        }
        using var server = await Served.Start(script, home, shelf.Paths);
        Table.Row(
            "all read ahead, from `./entente serve`; resident set",
            $"{Table.Number(await server.Rest(), "0.0")} s; {Table.Number(server.Megabytes(), "0")} MB",
            ""
        );
        var texts = await Ids(server, "api/documents?limit=500");
        var claims = new List<string>();
        var opened = new List<double>();
        foreach (var text in texts)
        {
            var address = $"api/documents/{text}/text";
            opened.Add(await server.Time(address));
            claims.AddRange((await Ids(server, address, "claims")).Select(c => $"api/documents/{text}/claims/{c}"));
        }
        Table.Row($"{texts.Count} texts read and checked: median, 95 %, longest", Table.Spread(opened), "");
        var (first1, again) = (new List<(double Time, string Claim)>(), new List<double>());
        foreach (var claim in claims)
            first1.Add((await server.Time(claim), claim));
        foreach (var claim in claims)
            again.Add(await server.Time(claim));
        Table.Row($"{claims.Count} claims' details, first time: median, 95 %, longest", Table.Spread(first1.Select(f => f.Time)), "100 ms");
        Table.Row("the same, asked again", Table.Spread(again), "100 ms");
        var slowest = first1.MaxBy(f => f.Time);
        using var detail = JsonDocument.Parse(await server.Get(slowest.Claim));
        var assertion = detail.RootElement.GetProperty("claim").GetProperty("assertion").GetString() ?? "";
        Console.Error.WriteLine($"bench: the longest first time was of {assertion}");
    }

    private static async Task<IReadOnlyList<string>> Ids(Served server, string path, string list = "items")
    {
        using var answer = JsonDocument.Parse(await server.Get(path));
        return [.. answer.RootElement.GetProperty(list).EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];
    }
}
