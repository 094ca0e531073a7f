using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Browser.Tests.Pairs;

/// <summary>Two parties side by side: choosing them, their years, their charts to take along, another pair beside them, a third one.</summary>
[Collection(InChromium.Name)]
public sealed class PairViewTests(Chromium chromium)
{
    private const string Trade = "Trade between China and Russia";

    [SkippableFact]
    public Task A_chart_goes_along_as_figures_as_a_drawing_and_as_a_picture() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/pair/CHN/RUS?from=2000");
                var figure = await Drawn(visit, Trade);
                var (name, csv) = await visit.Download(() =>
                    figure.GetByRole(AriaRole.Link, new() { Name = $"Download “{Trade}” as CSV" }).ClickAsync()
                );
                name.ShouldEndWith(".csv");
                var lines = Encoding.UTF8.GetString(csv).Split("\r\n");
                lines[0].ShouldBe("series,at,value,low,high,unit,source,published,url");
                lines[1].ShouldStartWith("GACC,20");
                var (drawing, svg) = await visit.Download(() =>
                    figure.GetByRole(AriaRole.Button, new() { Name = $"Download “{Trade}” as SVG" }).ClickAsync()
                );
                drawing.ShouldBe("trade-between-china-and-russia.svg");
                var text = Encoding.UTF8.GetString(svg);
                text.ShouldStartWith("<svg");
                text.ShouldContain(Trade);
                text.ShouldContain("Source: GACC");
                var (picture, png) = await visit.Download(() =>
                    figure.GetByRole(AriaRole.Button, new() { Name = $"Download “{Trade}” as PNG" }).ClickAsync()
                );
                picture.ShouldBe("trade-between-china-and-russia.png");
                png[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
                png.Length.ShouldBeGreaterThan(10_000);
                // The same figures stand under the drawing.
                await figure.GetByText("The figures as a table").ClickAsync();
                await Assertions.Expect(figure.GetByRole(AriaRole.Rowheader, new() { Name = "2024", Exact = true })).ToBeVisibleAsync();
            },
            Options()
        );

    [SkippableFact]
    public Task Moving_the_years_moves_every_chart_the_figures_and_the_address() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/pair/CHN/RUS");
                var figure = await Drawn(visit, Trade);
                var before = await figure.Locator(".chart-summary").InnerTextAsync();
                var slider = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "First year" });
                await slider.FocusAsync();
                await visit.Press("ArrowRight", 20);
                await visit.Page.WaitForURLAsync("**/pair/CHN/RUS?from=2010&to=2026");
                await Assertions.Expect(figure.Locator(".chart-summary")).Not.ToHaveTextAsync(before);
                await Assertions.Expect(visit.Page.GetByText("Shown: 2010 to 2026")).ToBeVisibleAsync();
                await Assertions.Expect(slider).ToBeFocusedAsync();

                var overview = visit.Page.Locator(".brush-picture");
                await overview.ScrollIntoViewIfNeededAsync();
                await visit.Button("All years").ClickAsync();
                await visit.Page.WaitForURLAsync(new Regex("to=2026"));
                await visit.Button("Last ten years").ClickAsync();
                await visit.Page.WaitForURLAsync("**/pair/CHN/RUS?from=2017&to=2026");
                var box = (await overview.BoundingBoxAsync())!;
                await visit.Page.Mouse.MoveAsync(box.X + (box.Width * 0.2f), box.Y + 20);
                await visit.Page.Mouse.DownAsync();
                await visit.Page.Mouse.MoveAsync(box.X + (box.Width * 0.4f), box.Y + 20, new() { Steps = 5 });
                await visit.Page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + 20);
                await visit.Page.Mouse.UpAsync();
                await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("from=2017"));
                var dragged = visit.Page.Url;
                await visit.Page.ReloadAsync();
                await visit.Arrived();
                visit.Page.Url.ShouldBe(dragged, "a link brings the years back");
            },
            Options()
        );

    [SkippableFact]
    public Task Another_pair_is_laid_over_the_charts_and_told_in_words() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/pair/CHN/RUS");
                await visit.Page.GetByText("Compare with another pair").ClickAsync();
                await Choose(visit, "First party of the other pair", "usa");
                await Choose(visit, "Second party of the other pair", "chin");
                await visit.Page.WaitForURLAsync("**with=USA%2CCHN**");
                var figure = await Drawn(visit, $"{Trade}, beside United States and China");
                await Assertions.Expect(figure.Locator(".chart-summary")).ToContainTextAsync("times");
                await visit.Button("Stop comparing with United States and China").ClickAsync();
                await Drawn(visit, Trade);
                visit.Page.Url.ShouldNotContain("with=");
            },
            Options()
        );

    [SkippableFact]
    public Task A_third_party_makes_a_triangle_and_what_it_lacks_is_said() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/pair/CHN/RUS");
                await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Triangle" }).ClickAsync();
                await Choose(visit, "Third party", "united states");
                await visit.Page.WaitForURLAsync("**third=USA**");
                await visit.Sees("China, Russia and United States");
                await visit.Sees("entente record import unga-votes");
            },
            Options()
        );

    [SkippableFact]
    public Task Events_are_told_apart_by_sign_and_word_and_chosen_by_kind() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/pair/CHN/RUS?tab=events");
                var votes = visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Votes and vetoes") });
                await Assertions.Expect(votes).ToHaveAttributeAsync("aria-pressed", "true");
                await Assertions.Expect(visit.Page.Locator("tbody").GetByText("Votes and vetoes").First).ToBeVisibleAsync();
                await votes.ClickAsync();
                await visit.Page.WaitForURLAsync("**kinds=**");
                await Assertions.Expect(visit.Page.Locator("tbody").GetByText("Votes and vetoes")).ToHaveCountAsync(0);
            },
            Options()
        );

    [SkippableFact]
    public Task Without_a_mouse_a_pair_is_chosen_its_years_moved_and_a_file_taken() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/pair");
                await visit.TabTo("First party");
                await Typed(visit, "china");
                await visit.TabTo("Second party");
                await Typed(visit, "russia");
                await visit.Page.WaitForURLAsync("**/pair/CHN/RUS");
                await Assertions.Expect(visit.Heading).ToHaveTextAsync("China and Russia");
                await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "First year" }).WaitForAsync();
                await visit.TabTo("First year");
                await visit.Press("PageUp");
                await visit.Press("ArrowRight");
                await visit.Page.WaitForURLAsync("**from=**");
                await visit.TabTo("Profile");
                await visit.Press("ArrowRight");
                await visit.Page.WaitForURLAsync("**tab=events**");
                await visit.Press("ArrowLeft");
                await visit.TabTo("Trade");
                await visit.Press("Enter");
                await Drawn(visit, Trade);
                await visit.TabTo($"Download “{Trade}” as CSV");
                var (name, content) = await visit.Download(() => visit.Press("Enter"));
                name.ShouldEndWith(".csv");
                content.Length.ShouldBeGreaterThan(100);
            },
            Options()
        );

    [SkippableTheory]
    [InlineData("/pair/CHN/China", "twice")]
    [InlineData("/pair/CHN/Rusia", "Russia")]
    public Task What_is_no_pair_is_said_with_a_way_on(string place, string says) =>
        chromium.Visit(
            async visit =>
            {
                visit.Expect("Failed to load resource");
                await visit.Go(place);
                await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync(says);
                await Assertions.Expect(visit.Page.GetByLabel("First party")).ToBeVisibleAsync();
            },
            Options()
        );

    /// <summary>Waits until there is what is known of a pair, or that there is nothing.</summary>
    internal static Task Known(Visit visit) =>
        visit.Page.GetByRole(AriaRole.Slider, new() { Name = "First year" }).Or(visit.Page.Locator(".gap").First).First.WaitForAsync();

    internal static async Task TradeDrawn(Visit visit)
    {
        await Known(visit);
        await Drawn(visit, Trade);
    }

    /// <summary>A first profile loads the catalogue and the record.</summary>
    private static VisitOptions Options() => new() { Patience = 60_000 };

    /// <summary>The figure of a chart, once it is drawn.</summary>
    private static async Task<ILocator> Drawn(Visit visit, string title)
    {
        var heading = visit.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true });
        // Its place stays while the drawing takes that of the words that said it would come.
        var place = visit.Page.Locator(".pair-chart").Filter(new() { Has = heading });
        await place.ScrollIntoViewIfNeededAsync();
        var figure = place.Locator("figure.chart");
        await figure.Locator(".chart-box.drawn svg").First.WaitForAsync();
        return figure;
    }

    private static async Task Choose(Visit visit, string box, string typed)
    {
        await visit.Page.GetByLabel(box, new() { Exact = true }).FillAsync(typed);
        await visit.Page.Locator(".suggestions [role=option]").First.ClickAsync();
    }

    private static async Task Typed(Visit visit, string words)
    {
        await visit.Page.Keyboard.TypeAsync(words);
        await visit.Page.Locator(".suggestions [role=option]").First.WaitForAsync();
        await visit.Press("ArrowDown");
        await visit.Press("Enter");
    }
}
