using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Entente.Benchmarks.Serving;

/// <summary>A text of three hundred pages in the browser: checked, shown, and scrolled from its first line to its last with the wheel.</summary>
internal static class LongText
{
    // Of the wheel, to the end of the text: some two thousand pixels each, as nobody reads.
    private const int Turns = 400;
    private const int TurnsAtOnce = 20;
    private const int MostTurns = 10 * Turns;
    private const double LeastTurn = 400;
    private const int DroppedSecond = 1_000;

    /// <summary>Counts frames: what lies between two of them is what a reader sees stand still.</summary>
    private const string Count = """
        () => {
            const frames = [];
            let last = 0;
            const frame = (now) => {
                if (last > 0) frames.push(now - last);
                last = now;
                window.counting = requestAnimationFrame(frame);
            };
            window.frames_between = frames;
            window.counting = requestAnimationFrame(frame);
        }
        """;

    public static async Task Measure(string script, string home, ServedTexts shelf, Browsed browser)
    {
        var book = shelf.Book();
        using var server = await Served.Start(script, home, book);
        await server.Rest();
        using var list = JsonDocument.Parse(await server.Get("api/documents"));
        var id = list.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
        var check = await server.Time($"api/documents/{id}");
        using var text = JsonDocument.Parse(await server.Get($"api/documents/{id}/text"));
        var claims = text.RootElement.GetProperty("claims").GetArrayLength();
        var size = new FileInfo(book).Length / 1000;
        Table.Row(
            string.Create(CultureInfo.InvariantCulture, $"a text of 300 pages ({size} KB, {claims:#,0} claims), checked"),
            $"{Table.Number(check / 1000, "0.0")} s",
            ""
        );
        var page = await browser.Page(server.Address);
        var begin = System.Diagnostics.Stopwatch.GetTimestamp();
        await Browsed.Stands(page, $"/read/{id}");
        await page.Locator("a.claim").First.WaitForAsync();
        Table.Row(
            "the same shown in Chromium",
            $"{Table.Number(System.Diagnostics.Stopwatch.GetElapsedTime(begin).TotalSeconds, "0.0")} s",
            ""
        );
        var frames = await Scrolled(page);
        Table.Row($"scrolled to its end, {frames.Length} frames: median, 95 %, longest", Table.Spread(frames), $"{DroppedSecond} ms");
        await page.Context.CloseAsync();
    }

    private static async Task<double[]> Scrolled(IPage page)
    {
        await page.Mouse.MoveAsync(500, 400);
        await page.EvaluateAsync(Count);
        // Heights of what was never drawn are estimates: how far it is to the end is asked again on the way.
        for (var turns = 0; turns < MostTurns && await Left(page) is >= 1 and var left; turns += TurnsAtOnce)
        {
            var turn = Math.Max(LeastTurn, left / Math.Max(TurnsAtOnce, Turns - turns));
            for (var i = 0; i < TurnsAtOnce; i++)
                await page.Mouse.WheelAsync(0, (float)turn);
        }
        if (await Left(page) is >= 1 and var missing)
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"the text was not scrolled to its end: {missing:0} pixels are left")
            );
        return await page.EvaluateAsync<double[]>("() => { cancelAnimationFrame(window.counting); return window.frames_between; }");
    }

    private static Task<double> Left(IPage page) =>
        page.EvaluateAsync<double>(
            "() => document.scrollingElement.scrollHeight - document.scrollingElement.scrollTop - document.scrollingElement.clientHeight"
        );
}
