namespace Entente.Browser.Tests;

/// <summary>
/// The pictures of the views that the pages of docs show, taken of a real server on the shipped texts. Only when asked: ENTENTE_PICTURES=1, as
/// docs/images/make does.
/// </summary>
[Collection(InChromium.Name)]
public sealed class Pictures(Chromium chromium)
{
    private static readonly string Folder = Path.Combine(Clone.Root, "docs", "images");

    /// <summary>Names and addresses; a view whose picture needs a hand has it in <see cref="Pose"/>.</summary>
    public static TheoryData<string, string> Views =>
        new()
        {
            { "read", "/read" },
            { "shelf", "/shelf" },
            { "pair", "/pair/CHN/RUS" },
            { "whatif", "/whatif" },
            { "forecasts", "/forecasts" },
            { "record", "/record" },
            { "manual", "/manual" },
        };

    [SkippableTheory]
    [MemberData(nameof(Views))]
    public async Task Every_view_has_its_picture_by_day_by_night_and_on_a_telephone(string name, string address)
    {
        Skip.If(Environment.GetEnvironmentVariable("ENTENTE_PICTURES") is not "1", "pictures are taken by docs/images/make");
        await Take(name, address, new() { Height = 860 });
        await Take($"{name}-dark", address, new() { Height = 860, Dark = true });
        await Take($"{name}-phone", address, new() { Width = VisitOptions.Telephone, Height = 760 });
    }

    private Task Take(string name, string address, VisitOptions options) =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go(address);
                await Pose(visit, name);
                await visit.Settled();
                var file = Path.Combine(Folder, $"page-{name}.png");
                await visit.Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
                new FileInfo(file).Length.ShouldBeGreaterThan(5_000);
            },
            options
        );

    private static Task Pose(Visit visit, string name) => Task.CompletedTask;
}
