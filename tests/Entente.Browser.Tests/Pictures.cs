namespace Entente.Browser.Tests;

/// <summary>
/// The pictures of the views that the pages of docs show, taken of a real server on the shipped texts. Only when asked: ENTENTE_PICTURES=1, as
/// docs/images/make does.
/// </summary>
[Collection(InChromium.Name)]
public sealed class Pictures(Chromium chromium)
{
    private static readonly string Folder = Path.Combine(Clone.Root, "docs", "images");

    public static TheoryData<string> Views => ["read", "shelf", "pair", "whatif", "forecasts", "record", "manual"];

    [SkippableTheory]
    [MemberData(nameof(Views))]
    public async Task Every_view_has_its_picture_by_day_by_night_and_on_a_telephone(string name)
    {
        Skip.If(Environment.GetEnvironmentVariable("ENTENTE_PICTURES") is not "1", "pictures are taken by docs/images/make");
        await Take(name, name, new() { Height = 860 });
        await Take($"{name}-dark", name, new() { Height = 860, Dark = true });
        await Take($"{name}-phone", name, new() { Width = VisitOptions.Telephone, Height = 760 });
    }

    private Task Take(string file, string view, VisitOptions options) =>
        chromium.Visit(
            async visit =>
            {
                await Pose(visit, view);
                await visit.Settled();
                await Assertions.Expect(visit.Page.Locator(".job")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
                var path = Path.Combine(Folder, $"page-{file}.png");
                await visit.Page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
                new FileInfo(path).Length.ShouldBeGreaterThan(5_000);
            },
            options with
            {
                Patience = 60_000,
                Prepare = office =>
                {
                    VisitOptions.Samples(office);
                    File.Copy(Path.Combine(Clone.Root, "docs", "examples", "forecasts.md"), Path.Combine(office.Home, "forecasts.md"));
                },
            }
        );

    /// <summary>Brings a view to where it shows what it is for.</summary>
    private static async Task Pose(Visit visit, string view)
    {
        var page = visit.Page;
        switch (view)
        {
            case "read":
                await Checked(visit);
                await visit.Link("The Neighbour Who Buys Everything").ClickAsync();
                await page.Locator(".claim", new() { HasText = "exports to Russia rose by 36 percent" }).ClickAsync();
                var chart = page.Locator(".claim-panel .chart-box");
                await chart.WaitForAsync();
                // On a telephone the claim's words come first, and the chart is drawn when it is come to.
                if (page.ViewportSize!.Width > VisitOptions.Telephone)
                    await chart.Locator("svg").WaitForAsync();
                break;
            case "shelf":
                await Checked(visit);
                break;
            case "pair":
                await visit.Go("/pair/CHN/RUS");
                // A chart is drawn when one comes near it.
                await page.Locator(".chart-box").First.ScrollIntoViewIfNeededAsync();
                await page.Locator(".chart-box svg").First.WaitForAsync();
                await page.EvaluateAsync("() => scrollTo(0, 0)");
                break;
            case "whatif":
                await visit.Go("/whatif/never-a-true-alliance");
                await visit.Sees("Robustness under declared ranges is not a forecast probability.");
                break;
            case "record":
                await visit.Go("/record/coverage");
                break;
            default:
                await visit.Go($"/{view}");
                break;
        }
    }

    private static async Task Checked(Visit visit)
    {
        await visit.Go("/shelf");
        await Assertions.Expect(visit.Page.Locator(".text-row.state-checked")).ToHaveCountAsync(3, new() { Timeout = 60_000 });
    }
}
