namespace Entente.Browser.Tests;

/// <summary>
/// One browser for all tests, the machine's own. Where there is none, or no built page, tests are skipped and say why.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? missing;

    /// <summary>Where the build puts the page, beside these tests as beside the program.</summary>
    public static string Page { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public async Task InitializeAsync()
    {
        if (InstalledChromium.Path is null)
            missing = InstalledChromium.Missing;
        else if (!File.Exists(Path.Combine(Page, "index.html")))
            missing = "the page is not built: install Node 20 or newer with npm, and build again";
        if (missing is not null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await InstalledChromium.Launch(playwright);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>
    /// A visit to a server of its own: what `act` does, and after it that nothing was said to the console, nothing failed and nothing went
    /// elsewhere. A picture of the page is left beside the tests where it fails.
    /// </summary>
    internal async Task Visit(Func<Visit, Task> act, VisitOptions? options = null)
    {
        Skip.If(missing is not null, missing);
        options ??= new();
        await using var office = await Office.Open(options.Prepare, (o, serve) => options.Serve(o, serve) with { PageFolder = Page });
        await using var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = office.Address.AbsoluteUri,
                ViewportSize = new() { Width = options.Width, Height = options.Height },
                ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                AcceptDownloads = true,
                HasTouch = options.Width < 500,
                Locale = "en-GB",
            }
        );
        context.SetDefaultTimeout(options.Patience);
        Assertions.SetDefaultExpectTimeout(options.Patience);
        var visit = new Visit(office, await context.NewPageAsync());
        try
        {
            await act(visit);
            visit.NothingWentWrong();
        }
        catch (Exception e) when (e is not SkipException)
        {
            await visit.Remember();
            throw;
        }
    }
}

/// <summary>How a visit comes about.</summary>
internal sealed record VisitOptions
{
    public const int Telephone = 360;
    public const int Desk = 1280;

    public int Width { get; init; } = Desk;

    public int Height { get; init; } = 800;

    public bool Dark { get; init; }

    /// <summary>How long anything that is awaited may take, in milliseconds.</summary>
    public float Patience { get; init; } = 20_000;

    /// <summary>Fills home and texts before the server starts: by default the shipped samples.</summary>
    public Action<Office> Prepare { get; init; } = Samples;

    /// <summary>Changes what the server is asked for.</summary>
    public Func<Office, Web.Hosting.ServeOptions, Web.Hosting.ServeOptions> Serve { get; init; } = (_, options) => options;

    /// <summary>The three texts that ship, as the reader's folder.</summary>
    public static void Samples(Office office)
    {
        foreach (var name in new[] { "article.md", "interview.txt", "highlights.md" })
            File.Copy(Path.Combine(Clone.Root, "samples", name), Path.Combine(office.Texts, name), overwrite: true);
    }
}

/// <summary>All tests share the one browser, and so run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    public const string Name = "in Chromium";
}
