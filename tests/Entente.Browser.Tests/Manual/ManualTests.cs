namespace Entente.Browser.Tests.Manual;

/// <summary>The manual as a reader goes through it: contents, a page, what is on it, search, by mouse, by keyboard, on a telephone.</summary>
[Collection(InChromium.Name)]
public sealed class ManualTests(Chromium chromium)
{
    [SkippableFact]
    public Task From_the_contents_to_a_page_to_the_next_and_back() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/manual");
            await visit.Page.Locator(".manual-cards").GetByText("Ten minutes with the samples").ClickAsync();
            await visit.Page.WaitForURLAsync("**/manual/tutorial");
            await Assertions.Expect(visit.Heading).ToHaveTextAsync("Ten minutes with the samples");
            await Assertions.Expect(visit.Heading).ToBeFocusedAsync();
            await Assertions
                .Expect(visit.Page.Locator(".manual-contents [aria-current=page]"))
                .ToHaveTextAsync("Ten minutes with the samples");
            await visit.Page.Locator("a[rel=next]").ClickAsync();
            await Assertions.Expect(visit.Heading).ToHaveTextAsync("One claim, from sentence to verdict");
            await visit.Page.GoBackAsync();
            await Assertions.Expect(visit.Heading).ToHaveTextAsync("Ten minutes with the samples");
        });

    [SkippableFact]
    public Task A_link_to_a_step_leads_to_the_step() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/manual/tutorial#step-3");
            await Assertions.Expect(visit.Page.Locator("h2[id^=step-3]")).ToBeInViewportAsync();
            // Within the text, to another page and to a place on it.
            await visit.Page.Locator(".manual-text a[href='/manual/claim-language']").First.ClickAsync();
            await Assertions.Expect(visit.Heading).ToHaveTextAsync("The claim language");
            await visit.Page.Locator(".manual-here a[href='#grammar']").ClickAsync();
            await Assertions.Expect(visit.Page.Locator("#grammar")).ToBeInViewportAsync();
        });

    [SkippableFact]
    public Task What_is_searched_is_found_and_leads_to_its_place() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/manual");
            await visit.Page.GetByLabel("Search the manual").FillAsync("exit status");
            await visit.Page.Locator(".manual-hits a").First.WaitForAsync();
            visit.Page.Url.ShouldContain("q=exit");
            await visit.Page.Locator(".manual-hits a[href='/manual/reference/output#exit-status']").ClickAsync();
            await Assertions.Expect(visit.Heading).ToHaveTextAsync("Exit status and JSON");
            await Assertions.Expect(visit.Page.Locator("#exit-status")).ToBeInViewportAsync();
            await visit.Page.GetByLabel("Search the manual").FillAsync("xylophone");
            await visit.Sees("Nothing in the manual holds");
            await visit.Button("Back to the page").ClickAsync();
            await Assertions.Expect(visit.Heading).ToHaveTextAsync("Exit status and JSON");
        });

    [SkippableFact]
    public Task By_keyboard_alone() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/manual");
            await visit.TabTo("Search the manual");
            await visit.Page.Keyboard.TypeAsync("obsidian");
            await visit.Page.Locator(".manual-hits a").First.WaitForAsync();
            await visit.TabTo("Check a folder of notes");
            await visit.Press("Enter");
            await visit.Page.WaitForURLAsync("**/manual/how-to/keep-notes**");
            await visit.TabTo("Copy the commands");
            await visit.TabTo("Compare two texts");
            await visit.Press("Enter");
            await Assertions.Expect(visit.Heading).ToHaveTextAsync("Compare two texts");
        });

    [SkippableFact]
    public Task On_a_telephone_the_contents_fold_away() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/manual/tutorial");
                var groups = visit.Page.Locator("#manual-groups");
                await Assertions.Expect(groups).ToBeHiddenAsync();
                await visit.Page.Locator(".manual-fold").ClickAsync();
                await Assertions.Expect(groups).ToBeVisibleAsync();
                await groups.GetByText("Begin").WaitForAsync();
                await groups.GetByText("One claim, from sentence to verdict").ClickAsync();
                await Assertions.Expect(visit.Heading).ToHaveTextAsync("One claim, from sentence to verdict");
                await Assertions.Expect(groups).ToBeHiddenAsync();
            },
            new() { Width = VisitOptions.Telephone }
        );

    [SkippableFact]
    public Task A_page_that_is_not_there_says_what_is() =>
        chromium.Visit(async visit =>
        {
            visit.Expect("404");
            await visit.Go("/manual/no/such/page");
            await visit.Sees("the name of a page");
        });
}
