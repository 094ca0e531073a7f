using Microsoft.Playwright;

namespace Entente.Browser.Tests;

/// <summary>The machine's own browser: $CHROMIUM, or where systems put it. Shared by the tests and the bench.</summary>
internal static class InstalledChromium
{
    /// <summary>What to say where there is none.</summary>
    public const string Missing = "no Chromium: apt-get install chromium, or set CHROMIUM to its path";

    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // It talks to nobody by itself: whatever leaves the machine is the page's doing, and a failure.
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>Where it is; null where there is none.</summary>
    public static string? Path
    {
        get
        {
            var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : Array.Find(Usual, File.Exists);
            return File.Exists(path) ? path : null;
        }
    }

    public static Task<IBrowser> Launch(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Path ?? throw new InvalidOperationException(Missing),
                Headless = true,
                Args = Arguments,
            }
        );
}
