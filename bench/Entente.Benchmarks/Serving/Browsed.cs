using Entente.Browser.Tests;
using Microsoft.Playwright;

namespace Entente.Benchmarks.Serving;

/// <summary>The machine's Chromium, without a window, for what only a browser can tell.</summary>
internal sealed class Browsed : IAsyncDisposable
{
    private const float Patience = 120_000;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browsed(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>The browser; null where there is none, which is said once.</summary>
    public static async Task<Browsed?> Open()
    {
        if (InstalledChromium.Path is null)
        {
            Console.Error.WriteLine($"bench: {InstalledChromium.Missing}; what a browser shows is not measured");
            return null;
        }
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await InstalledChromium.Launch(playwright));
    }

    /// <summary>A page at a server, in a profile of its own: nothing is in its cache.</summary>
    public async Task<IPage> Page(Uri address)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address.AbsoluteUri,
                ViewportSize = new() { Width = 1280, Height = 800 },
                Locale = "en-GB",
            }
        );
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Seconds from the start of the server to a first view that stands and waits for nothing, in a browser that is open already.</summary>
    public async Task<double> FirstView(string script, string home)
    {
        // The profile is made before: a reader's is.
        var page = await Page(new Uri("http://127.0.0.1/"));
        using var server = await Served.Listening(script, home);
        await Stands(page, server.Address.AbsoluteUri);
        var seconds = server.Age;
        await page.Context.CloseAsync();
        return seconds;
    }

    /// <summary>The page's files that are asked for until the first view stands, by their paths in the bundle.</summary>
    public async Task<IReadOnlyList<string>> FilesOfFirstView(string script, string home)
    {
        using var server = await Served.Listening(script, home);
        var page = await Page(server.Address);
        var asked = new List<string>();
        page.Request += (_, request) =>
        {
            lock (asked)
                asked.Add(new Uri(request.Url).AbsolutePath.TrimStart('/'));
        };
        await Stands(page, "/");
        await page.Context.CloseAsync();
        lock (asked)
            return [.. asked.Where(path => path.Contains('.', StringComparison.Ordinal))];
    }

    /// <summary>Goes to an address and waits until its heading is there and nothing is being loaded.</summary>
    public static async Task Stands(IPage page, string address)
    {
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("h1").First.WaitForAsync();
        await Assertions.Expect(page.Locator(".loading")).ToHaveCountAsync(0, new() { Timeout = Patience });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
