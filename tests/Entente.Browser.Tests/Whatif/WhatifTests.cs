namespace Entente.Browser.Tests.Whatif;

/// <summary>What if: a scenario or an argument is found, its numbers are moved, and its run is handed on.</summary>
[Collection(InChromium.Name)]
public sealed class WhatifTests(Chromium chromium)
{
    private const string Sanctions = "/whatif/sanctions-russia-2022";

    [SkippableFact]
    public Task A_scenario_is_found_a_slider_moved_and_its_run_opened_again_by_its_address() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/whatif");
            await visit.Page.GetByLabel("Search").FillAsync("sanctions on russia of 2022");
            await visit.Link("The sanctions on Russia of 2022").ClickAsync();
            await Settled(visit);
            var before = await RealIncome(visit, "Russia");
            var slider = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "export control, from EU, to RUS, goods: share" });
            await slider.FocusAsync();
            await visit.Press("Home");
            await Assertions.Expect(visit.Page.GetByText("1 held")).ToBeVisibleAsync();
            await Assertions.Expect(Row(visit, "Russia")).Not.ToContainTextAsync(before, new() { Timeout = 60_000 });
            await Settled(visit);

            await visit.Page.GetByLabel("Draws of the full run").FillAsync("40");
            await visit.Page.GetByLabel("Seed").FillAsync("7");
            await visit.Button("Run in full").ClickAsync();
            await visit.Sees("Full run: 40 draws, seed 7");
            var numbers = await Table(visit);
            await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            await visit.Button("Copy the address of this run").ClickAsync();
            await visit.Button("Copied").WaitForAsync();
            var address = await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

            await using var fresh = await visit.Page.Context.Browser!.NewContextAsync();
            var other = new Visit(visit.Office, await fresh.NewPageAsync());
            await other.Page.GotoAsync(address);
            await other.Sees("This run is reproduced");
            (await Table(other)).ShouldBe(numbers);
            other.NothingWentWrong();
        });

    [SkippableFact]
    public Task An_address_whose_file_has_changed_says_so() =>
        chromium.Visit(async visit =>
        {
            await visit.Page.GotoAsync($"{Sanctions}?draws=20&v=0.0.1&h=0123456789abcdef&b=0123456789abcdef");
            await visit.Sees("This run cannot be the one that its address was made of:");
            await visit.Sees("the file is another text now");
            await visit.Sees("the program is another version");
        });

    [SkippableFact]
    public Task An_argument_says_how_often_it_holds_and_what_divides_it_from_another() =>
        chromium.Visit(async visit =>
        {
            await Open(visit, "/whatif/never-a-true-alliance");
            await visit.Sees("Robustness under declared ranges is not a forecast probability.");
            await visit.Page.GetByLabel("Lay it against").SelectOptionAsync("increasingly-an-alliance");
            await visit.Sees("What divides the two");
            await visit.Sees("firmer");
            await visit.NoViolations();
        });

    [SkippableFact]
    public Task A_run_can_be_cancelled() =>
        chromium.Visit(async visit =>
        {
            await Open(visit, "/whatif/rerouting-russia");
            await visit.Page.GetByLabel("Draws of the full run").FillAsync("100000");
            await visit.Button("Run in full").ClickAsync();
            await visit.Button("Cancel the run").ClickAsync();
            await visit.Sees("The run was cancelled. Nothing of it is kept.");
            await Assertions.Expect(visit.Button("Run in full")).ToBeVisibleAsync();
        });

    [SkippableFact]
    public Task What_is_wrong_in_the_text_is_told_with_its_line_and_the_last_results_stay() =>
        chromium.Visit(async visit =>
        {
            visit.Expect("status of 400");
            await Open(visit, "/whatif/gone");
            await visit.Page.Locator("summary", new() { HasText = "The text (YAML)" }).ClickAsync();
            var text = visit.Page.Locator("textarea");
            var whole = await text.InputValueAsync();
            await text.FillAsync(whole.Replace("deficits: scaled", "deficits: lost", StringComparison.Ordinal));
            await visit.Sees("'lost'");
            await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Go to line \\d+") }).ClickAsync();
            await Assertions.Expect(text).ToBeFocusedAsync();
            await visit.Sees("These are the results before the last change.");
            await visit.NoViolations();
            await visit.Button("Back to the file").ClickAsync();
            await Settled(visit);
            (await text.InputValueAsync()).ShouldBe(whole);
        });

    [SkippableFact]
    public Task A_text_is_saved_as_ones_own_deleted_and_brought_back() =>
        chromium.Visit(async visit =>
        {
            await Open(visit, "/whatif/gone");
            await visit.Page.Locator("summary", new() { HasText = "The text (YAML)" }).ClickAsync();
            var text = visit.Page.Locator("textarea");
            await text.FillAsync((await text.InputValueAsync()).Replace("A: CHN, B: RUS", "A: TUR, B: RUS", StringComparison.Ordinal));
            await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("mine");
            await visit.Button("Save as my own").ClickAsync();
            await visit.Page.WaitForURLAsync("**/whatif/~mine");
            await Settled(visit);
            await Assertions.Expect(visit.Heading).ToContainTextAsync("Turkey");
            await visit.Page.Locator("summary", new() { HasText = "The text (YAML)" }).ClickAsync();
            await visit.Button("Delete").ClickAsync();
            await visit.Page.WaitForURLAsync("**/whatif");
            await visit.Button("Undo").ClickAsync();
            await visit.Page.WaitForURLAsync("**/whatif/~mine");
            await Settled(visit);
            await Assertions.Expect(visit.Heading).ToContainTextAsync("Turkey");
        });

    [SkippableFact]
    public Task All_of_it_can_be_done_by_keyboard() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/whatif");
            await visit.TabTo("Search");
            await visit.Page.Keyboard.TypeAsync("energy embargo");
            await visit.TabTo("An EU embargo on Russian energy");
            await visit.Press("Enter");
            await visit.Page.WaitForURLAsync("**/whatif/eu-energy-embargo*");
            await Settled(visit);
            await visit.TabTo("elasticity");
            while (!await visit.Page.EvaluateAsync<bool>("() => document.activeElement?.getAttribute('type') === 'range'"))
                await visit.Press("Tab");
            await visit.Press("ArrowRight", 3);
            await Assertions.Expect(visit.Page.GetByText("1 held")).ToBeVisibleAsync();
            await visit.TabTo("Draw it again");
            await visit.Press("Enter");
            await Assertions.Expect(visit.Page.GetByText("none held")).ToBeVisibleAsync();
            await visit.TabTo("Draws of the full run");
            await visit.Press("Control+A");
            await visit.Page.Keyboard.TypeAsync("20");
            await visit.TabTo("Run in full");
            await visit.Press("Enter");
            await visit.Sees("Full run: 20 draws");
            await visit.TabTo("Download the run as CSV");
            var (name, content) = await visit.Download(() => visit.Press("Enter"));
            name.ShouldBe("eu-energy-embargo.csv");
            Surroundings.Utf8.GetString(content).ShouldStartWith("chart,series,at,value");
        });

    [SkippableFact]
    public Task Every_file_that_ships_can_be_looked_at() =>
        chromium.Visit(
            async visit =>
            {
                visit.Expect("status of 400");
                await visit.Go("/whatif");
                var addresses = await visit
                    .Page.Locator(".items a")
                    .EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
                addresses.Length.ShouldBeGreaterThan(40);
                foreach (var address in addresses)
                {
                    await visit.Page.GotoAsync(address);
                    await visit.Page.Locator(".results-state, .problem").First.WaitForAsync();
                }
            },
            new() { Patience = 60_000 }
        );

    // Results take as long as the model takes.
    private static async Task Open(Visit visit, string address)
    {
        await visit.Page.GotoAsync(address);
        await Settled(visit);
    }

    /// <summary>Waits until the results are those of what is set.</summary>
    internal static async Task Settled(Visit visit)
    {
        await visit.Page.Locator(".results-state").WaitForAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(visit.Page.Locator(".results.stale")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(visit.Page.Locator(".results[aria-busy=true]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    private static ILocator Row(Visit visit, string region) =>
        visit
            .Page.Locator(".results table")
            .First.Locator("tr", new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = region }) });

    private static async Task<string> RealIncome(Visit visit, string region) =>
        await Row(visit, region).Locator("td").First.InnerTextAsync();

    private static async Task<string> Table(Visit visit) => await visit.Page.Locator(".results table").First.InnerTextAsync();
}
