namespace Entente.Browser.Tests.Shell;

/// <summary>What stands around every view: the way to them, the theme, a server that goes and comes back.</summary>
[Collection(InChromium.Name)]
public sealed class ShellTests(Chromium chromium)
{
    [SkippableFact]
    public Task The_first_stop_of_a_keyboard_leads_past_the_navigation() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/shelf");
            await visit.Press("Tab");
            (await visit.Focused()).ShouldBe("Skip to the content");
            await Assertions.Expect(visit.Link("Skip to the content")).ToBeInViewportAsync();
            await visit.Press("Enter");
            await Assertions.Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
        });

    [SkippableFact]
    public Task Going_to_a_view_by_keyboard_moves_the_focus_to_its_heading_and_names_the_window() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/shelf");
            var before = await visit.Page.TitleAsync();
            await visit.TabTo("Forecasts");
            await visit.Press("Enter");
            await visit.Page.WaitForURLAsync("**/forecasts");
            await Assertions.Expect(visit.Heading).ToBeFocusedAsync();
            var title = await visit.Page.TitleAsync();
            title.ShouldNotBe(before);
            title.ShouldEndWith("· Entente");
            await Assertions.Expect(visit.Page.Locator("nav [aria-current=page]")).ToHaveTextAsync("Forecasts");
            await visit.Page.GoBackAsync();
            await visit.Page.WaitForURLAsync("**/shelf");
            await Assertions.Expect(visit.Heading).ToBeFocusedAsync();
            (await visit.Page.TitleAsync()).ShouldBe(before);
        });

    [SkippableFact]
    public Task A_chosen_theme_holds_over_a_reload_whatever_the_system_says() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/manual");
            var light = await Ground(visit);
            await visit.Page.GetByLabel("Theme").SelectOptionAsync("dark");
            var dark = await Ground(visit);
            dark.ShouldNotBe(light);
            await visit.Page.ReloadAsync();
            await visit.Arrived();
            (await Ground(visit)).ShouldBe(dark);
            await visit.Page.GetByLabel("Theme").SelectOptionAsync("system");
            (await Ground(visit)).ShouldBe(light);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            (await Ground(visit)).ShouldBe(dark);
        });

    [SkippableFact]
    public Task A_deep_link_that_is_loaded_again_leads_to_the_same_place() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/record/coverage?q=trade");
            var title = await visit.Page.TitleAsync();
            await visit.Page.ReloadAsync();
            await visit.Arrived();
            new Uri(visit.Page.Url).PathAndQuery.ShouldBe("/record/coverage?q=trade");
            (await visit.Page.TitleAsync()).ShouldBe(title);
        });

    [SkippableFact]
    public Task An_address_that_leads_nowhere_says_so() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/nowhere/at/all");
            await visit.Sees("/nowhere/at/all");
            await visit.NoViolations();
            await visit.Link("To the start").ClickAsync();
            await visit.Page.WaitForURLAsync(visit.Office.Address.AbsoluteUri);
        });

    [SkippableFact]
    public Task A_server_that_stops_and_comes_back_costs_the_reader_nothing() =>
        chromium.Visit(async visit =>
        {
            visit.Expect("ERR_CONNECTION_REFUSED");
            visit.Expect("ERR_CONNECTION_RESET");
            visit.Expect("ERR_EMPTY_RESPONSE");
            await visit.Go("/manual");
            var heading = await visit.Heading.InnerTextAsync();
            await visit.Page.EvaluateAsync("() => { window.same = true; }");
            await visit.Office.Stop();
            // A window that is looked at again asks whether anybody is there.
            await visit.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
            var banner = visit.Page.GetByRole(AriaRole.Region, new() { Name = "The server" });
            await banner.WaitForAsync();
            await visit.NoViolations();
            (await visit.Heading.InnerTextAsync()).ShouldBe(heading);
            await visit.Office.StartAgain();
            await Assertions.Expect(banner).ToBeHiddenAsync(new() { Timeout = 20_000 });
            (await visit.Heading.InnerTextAsync()).ShouldBe(heading);
            (await visit.Page.EvaluateAsync<bool>("() => window.same === true")).ShouldBeTrue();
        });

    [SkippableFact]
    public Task On_paper_there_is_the_view_and_nothing_around_it() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/manual");
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await Assertions.Expect(visit.Heading).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.Locator("nav.nav")).ToBeHiddenAsync();
            await Assertions.Expect(visit.Page.GetByLabel("Theme")).ToBeHiddenAsync();
        });

    private static Task<string> Ground(Visit visit) =>
        visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
